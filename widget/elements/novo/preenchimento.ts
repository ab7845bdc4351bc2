import '../../base/comum.js'
import '../../base/comum-arquivos.js'
import { html, nothing, type TemplateResult } from 'lit'
import { diaEm } from '../../../server/contract/regras.js'
import { estiloDeEscolhas } from '../../base/estilo-escolhas.js'
import { estiloDosPassos } from '../../base/estilo-passos.js'
import { estiloDePessoa } from '../../base/estilo-pessoa.js'
import type { EnvioDeAnexo } from '../../client/anexo.js'
import type { Cartao } from '../../client/api.js'
import type { AnexoDoRascunho } from '../../client/rascunho.js'
import { Auxilios } from '../../parts/campos/auxilios.js'
import { idDe } from '../../parts/campos/moldura.js'
import { contato } from '../../parts/contato.js'
import { Envios } from '../../parts/envios.js'
import { passos as textos } from '../../texts/novo-passos.pt-BR.js'
import { Abertura } from './abertura.js'
import { criarAnuncio } from './anuncio.js'
import { focarCampo } from './erros.js'
import { type Estado, type Passo, proximoPasso } from './estado.js'
import { conferir, criarFormulario } from './formulario.js'
import type { Novo } from './novo.js'
import { passoDocumentos } from './passo-documentos.js'
import { passoFormulario } from './passo-formulario.js'
import { passoRequerente } from './passo-requerente.js'
import { passoRevisao } from './passo-revisao.js'
import { errosDoPasso, type MeioDeConferir } from './pedido.js'
import { EsperaDoToque } from './toque.js'
import type { Vista } from './vista.js'

/** The steps in which people write: form, who asks, documents, review; then the receipt. */
export class Preenchimento {
  readonly auxilios: Auxilios
  readonly envios: Envios
  readonly abertura: Abertura
  readonly toque: EsperaDoToque
  readonly anunciarDepois: (texto: string) => void
  #arrastando = false

  constructor(readonly novo: Novo) {
    const { host } = novo
    host.usarEstilos(estiloDeEscolhas, estiloDePessoa, estiloDosPassos)
    this.auxilios = new Auxilios(host)
    const enviar = async (arquivo: File, envio: EnvioDeAnexo) => {
      const { enviarAnexo } = await import('../../client/anexo.js')
      return enviarAnexo(host.cliente.raiz, arquivo, envio)
    }
    this.envios = new Envios(host, textos.documentos, enviar, () => this.#arquivosMudaram())
    this.toque = new EsperaDoToque(host)
    this.anunciarDepois = criarAnuncio(novo)
    this.abertura = new Abertura(this)
  }

  /** Begins a filing, with the files that its draft kept. */
  comecar(anexos: readonly AnexoDoRascunho[] = []): void {
    this.abertura.esquecer()
    this.envios.retomar(this.novo.estado.tipo?.codigo ?? '', anexos)
  }

  desenhar(cartao: Cartao): unknown {
    if (this.novo.estado.passo === 'comprovante') return this.abertura.recibo?.desenhar()
    return html`${this.#passo(cartao)} ${contato(cartao, textos.comprovante.duvidas)}`
  }

  #passo(cartao: Cartao): unknown {
    const { estado } = this.novo
    const vista = this.#vista(cartao)
    const voltar = () => this.novo.voltar()
    const continuar = () => this.continuar()
    if (!estado.tipo) return nothing
    switch (estado.passo) {
      case 'formulario':
        return emFormulario(passoFormulario(vista, voltar), continuar)
      case 'requerente':
        return emFormulario(passoRequerente(vista, estado.tipo, voltar), continuar)
      case 'documentos':
        return emFormulario(passoDocumentos(vista, this.#mesa(), voltar), continuar)
      case 'revisao':
        return this.#revisao(vista, estado.tipo, voltar)
      default:
        return nothing
    }
  }

  /** Checks the step, and goes on when nothing is wrong. */
  continuar(): void {
    const { estado, host } = this.novo
    if (!host.cartao) return
    const erros = this.erros(host.cartao)
    if (erros.length > 0) this.recusar(erros)
    else this.novo.ir(estado.daRevisao ? 'revisao' : proximoPasso(estado))
  }

  /** What keeps the person from going on. Files on their way are waited for before anything is said to be missing. */
  erros(cartao: Cartao): Estado['erros'] {
    const { estado } = this.novo
    const { esperando, comErro } = textos.documentos
    if (estado.passo === 'documentos' && this.envios.emAndamento) return [{ caminho: 'anexos', mensagem: esperando }]
    const erros = errosDoPasso(estado, estado.passo, this.meio(cartao))
    const falhou = estado.passo === 'documentos' && this.envios.arquivos.some(({ situacao }) => situacao === 'falhou')
    return falhou ? [...erros, { caminho: 'anexos', mensagem: comErro }] : erros
  }

  recusar(erros: Estado['erros']): void {
    const { estado, host } = this.novo
    this.novo.fazer({ que: 'recusar', erros })
    host.emitir('protocolo-recusado', { tipo: estado.tipo?.codigo ?? '', passo: estado.passo, erros: erros.length })
    void host.focar('.erros')
  }

  /** What the rules need beside the state. */
  meio(cartao: Cartao): MeioDeConferir {
    return { cartao, anexos: this.envios.recebidos, hoje: diaEm(cartao.fuso, new Date()), textos }
  }

  #vista(cartao: Cartao): Vista {
    const { novo } = this
    return {
      estado: novo.estado,
      cartao,
      textos,
      prefixo: novo.host.prefixo,
      nivel: novo.host.nivel,
      convite: () => novo.entrada.convite(),
      falta: (onde) => novo.avisoDaFalta(onde),
      formulario: criarFormulario(this, cartao),
      titular: novo.conta?.titular,
      fazer: (acao) => novo.fazer(acao),
      irPara: (passo, campo) => this.#irPara(passo, campo),
    }
  }

  #irPara(passo: Passo, campo: string): void {
    const { novo } = this
    novo.ir(passo, true)
    void novo.host.updateComplete.then(() => focarCampo(novo.host.recipiente, idDe(novo.host.prefixo, campo)))
  }

  #mesa() {
    const { envios } = this
    const { host } = this.novo
    return {
      envios,
      arrastando: this.#arrastando,
      arrastar: (arrastando: boolean) => {
        this.#arrastando = arrastando
        host.requestUpdate()
      },
      escolheu: (documento: string) => void this.#focarDocumento(documento, true),
      remover: (chave: number, documento: string) => {
        envios.remover(chave)
        void this.#focarDocumento(documento)
      },
      tentar: (chave: number, documento: string) => {
        envios.tentar(chave)
        void this.#focarDocumento(documento)
      },
      mover: (chave: number, documento: string) => {
        envios.dizerDocumento(chave, documento)
        void host.focar(`#${CSS.escape(idDe(host.prefixo, `arquivo.${chave}`))}`)
      },
    }
  }

  /** The row of a document, of which a button that was pressed is gone; `seSumiu`, only where the one to choose a file is. */
  async #focarDocumento(documento: string, seSumiu = false): Promise<void> {
    const { host } = this.novo
    const linha = `#${CSS.escape(idDe(host.prefixo, `anexos.${documento}`))}`
    await host.updateComplete
    if (!seSumiu || !host.recipiente.querySelector(`${linha}-escolher`)) await host.focar(linha)
  }

  #revisao(vista: Vista, tipo: NonNullable<Estado['tipo']>, voltar: () => void): TemplateResult {
    const { abertura, envios } = this
    const envio = { anexos: envios.recebidos, enviando: abertura.enviando, falha: abertura.aviso(), voltar }
    return emFormulario(passoRevisao(vista, tipo, envio), () => void abertura.enviar())
  }

  /** What was told about the files may be settled now. */
  #arquivosMudaram(): void {
    const { cartao } = this.novo.host
    this.novo.guardar()
    if (cartao && this.novo.estado.passo === 'documentos') conferir(this, cartao, 'anexos')
  }
}

/** A native form: Enter sends it. */
function emFormulario(conteudo: TemplateResult, continuar: () => void): TemplateResult {
  const aoEnviar = (evento: Event) => {
    evento.preventDefault()
    continuar()
  }
  return html`<form class="pilha" novalidate @submit=${aoEnviar}>${conteudo}</form>`
}
