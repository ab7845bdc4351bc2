import '../../base/comum-arquivos.js'
import '../../base/comum-andamento.js'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Mensagem, PedidoDeMensagem } from '../../../server/contract/mensagens.js'
import { escreverTamanho } from '../../../server/contract/palavras.js'
import { formatos, maiorMensagem } from '../../../server/contract/regras.js'
import type { DocumentoPedido } from '../../../server/contract/tipo.js'
import type { ProtocoloElement } from '../../base/element.js'
import { estiloDeFormulario } from '../../base/estilo-formulario.js'
import { estiloDePessoa } from '../../base/estilo-pessoa.js'
import { apagarDaAba, guardarNaAba, lerDaAba } from '../../client/aba.js'
import { type Cartao, ProblemaDaApi } from '../../client/api.js'
import { novaChave } from '../../client/chave.js'
import type { AnexoDoRascunho } from '../../client/rascunho.js'
import { mensagens as textos } from '../../texts/mensagens.pt-BR.js'
import { passos } from '../../texts/novo-passos.pt-BR.js'
import { campoDeArquivos } from '../campo-de-arquivos.js'
import { descricaoDe, moldura } from '../campos/moldura.js'
import { Envios } from '../envios.js'
import { avisoDeFalha } from '../falha.js'
import { aoEnviar, botaoDeEnviar } from '../formulario.js'
import { inteiro } from '../inteiro.js'

/** From so few left on, how many are said aloud, at every so many. */
const POUCOS = 100
const PASSO = 20
const ARQUIVOS = 10

/** Who writes, and how. */
export interface Porta {
  readonly host: ProtocoloElement
  escrever(mensagem: PedidoDeMensagem, chave: string): Promise<Mensagem>
  enviada(mensagem: Mensagem): void
}

/** What is being written, and the Idempotency-Key once it was sent: the same words go with the same key. */
interface Rascunho {
  texto: string
  anexos?: readonly AnexoDoRascunho[]
  chave?: string
}

/** A message to the unidade while it is written, about one process. It stays in the tab until it is sent, over reloads too. */
export class Escrita {
  readonly #porta: Porta
  readonly #id: string
  readonly #envios: Envios
  #rascunho: Rascunho
  #erros: Readonly<Record<string, string>> = {}
  #falha: unknown
  #indo = false

  /** @param id under which the tab keeps what is written */
  constructor(porta: Porta, id: string) {
    this.#porta = porta
    this.#id = id
    this.#rascunho = lerDaAba<Rascunho>('mensagem', id) ?? { texto: '' }
    const { host } = porta
    host.usarEstilos(estiloDeFormulario, estiloDePessoa)
    this.#envios = new Envios(
      host,
      passos.documentos,
      async (arquivo, { aoProgredir, sinal }) => {
        const { enviarAnexo } = await import('../../client/anexo.js')
        return enviarAnexo(host.cliente.raiz, arquivo, { ...(aoProgredir && { aoProgredir }), ...(sinal && { sinal }) })
      },
      () => this.#mudar({ anexos: this.#envios.recebidos }),
    )
    this.#envios.retomar('', this.#rascunho.anexos)
  }

  renderizar(cartao: Cartao): TemplateResult {
    const { host } = this.#porta
    const quadro = { id: `${host.prefixo}-mensagem`, rotulo: textos.escrever, ajuda: textos.escreverAjuda, erro: this.#erros.texto }
    const restam = this.#restam
    return html`<form class="pilha nao-imprime" novalidate @submit=${aoEnviar(() => this.#enviar())}>
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns }) : nothing}
      ${moldura(
        quadro,
        html`<textarea
          class="entrada"
          id=${quadro.id}
          name="mensagem"
          rows="4"
          autocomplete="off"
          .value=${live(this.#rascunho.texto)}
          aria-invalid=${quadro.erro ? 'true' : nothing}
          aria-describedby=${descricaoDe(quadro, `${quadro.id}-restam`)}
          @input=${this.#digitar}
        ></textarea>`,
        html`<p class="ajuda ${restam < 0 ? 'atrasado' : ''}" id="${quadro.id}-restam">${textos.restam(restam)}</p>`,
      )}
      ${this.#arquivos(cartao)}
      <div class="linha">${botaoDeEnviar(this.#indo, textos.enviar, textos.enviando)}</div>
    </form>`
  }

  #arquivos(cartao: Cartao): TemplateResult {
    const { host } = this.#porta
    const pedido: DocumentoPedido = { codigo: 'mensagem', nome: textos.arquivos, formatos, quantos: ARQUIVOS }
    const quadro = {
      id: `${host.prefixo}-mensagem-anexos`,
      rotulo: textos.arquivos,
      nota: textos.opcional,
      ajuda: textos.arquivosAjuda(ARQUIVOS, inteiro(escreverTamanho(cartao.anexos.tamanho))),
      erro: this.#erros.anexos,
    }
    return campoDeArquivos({ quadro, envios: this.#envios, pedido, cartao, nome: textos.escolher, focar: (seletor) => host.focar(seletor) })
  }

  readonly #digitar = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return
    this.#mudar({ texto: target.value })
    const restam = this.#restam
    if (restam <= POUCOS && restam % PASSO === 0) void this.#porta.host.anunciar(textos.restam(restam))
  }

  get #restam(): number {
    return maiorMensagem - [...this.#rascunho.texto.trim()].length
  }

  async #enviar(): Promise<void> {
    if (this.#indo) return
    const { host } = this.#porta
    const texto = this.#rascunho.texto.trim()
    const anexos = this.#envios.recebidos.map(({ id, sha256 }) => ({ id, sha256 }))
    this.#falha = undefined
    const faltas = this.#faltas(texto)
    if (Object.keys(faltas).length > 0) return this.#recusar(faltas)
    const chave = this.#rascunho.chave ?? novaChave()
    this.#guardar({ ...this.#rascunho, chave })
    this.#erros = {}
    this.#indo = true
    void host.anunciar(textos.enviando)
    try {
      const enviada = await this.#porta.escrever({ texto, ...(anexos.length > 0 && { anexos }) }, chave)
      this.#envios.retomar('')
      this.#guardar({ texto: '' })
      void host.anunciar(textos.enviada)
      host.emitir('protocolo-ato', { ato: 'mensagem', quantos: 1 })
      this.#porta.enviada(enviada)
    } catch (erro) {
      this.#falhou(erro)
    }
    this.#indo = false
    host.requestUpdate()
  }

  #faltas(texto: string): Record<string, string> {
    const restam = this.#restam
    const esperando = this.#envios.emAndamento && textos.arquivos
    return {
      ...(!texto && { texto: textos.escreva }),
      ...(restam < 0 && { texto: textos.restam(restam) }),
      ...(esperando && { anexos: passos.documentos.esperando }),
      ...(this.#envios.arquivos.some(({ situacao }) => situacao === 'falhou') && { anexos: passos.documentos.comErro }),
    }
  }

  #falhou(erro: unknown): void {
    const campos = erro instanceof ProblemaDaApi ? (erro.problema.campos ?? []) : []
    if (erro instanceof ProblemaDaApi && erro.problema.codigo === 'anexo_desconhecido') {
      this.#envios.perder(['mensagem'], passos.documentos.enviarDeNovo)
    }
    if (campos.length > 0) this.#recusar(Object.fromEntries(campos.map(({ caminho, mensagem }) => [caminho, mensagem])))
    else this.#falha = erro
  }

  #recusar(erros: Record<string, string>): void {
    const { host } = this.#porta
    this.#erros = erros
    host.requestUpdate()
    void host.focar(erros.texto ? '[name=mensagem]' : `[id="${host.prefixo}-mensagem-anexos"] input`)
  }

  #mudar(mudanca: Pick<Partial<Rascunho>, 'texto' | 'anexos'>): void {
    const { chave: _, ...rascunho } = { ...this.#rascunho, ...mudanca }
    this.#guardar(rascunho)
    this.#porta.host.requestUpdate()
  }

  #guardar(rascunho: Rascunho): void {
    this.#rascunho = rascunho
    if (rascunho.texto || rascunho.anexos?.length) guardarNaAba('mensagem', this.#id, rascunho)
    else apagarDaAba('mensagem', this.#id)
  }
}
