import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { maiorMensagem } from '../../../server/contract/regras.js'
import { type Cartao, ProblemaDaApi } from '../../client/api.js'
import { novaChave } from '../../client/chave.js'
import type { ProtocoloDaConta } from '../../client/meus.js'
import { descricaoDe, moldura } from '../../parts/campos/moldura.js'
import { conversa } from '../../parts/conversa.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { botaoDeEnviar } from '../../parts/formulario.js'
import { atividade as textos } from '../../texts/atividade.pt-BR.js'
import { resultado as tempos } from '../../texts/resultado.pt-BR.js'
import type { Dentro } from './dentro.js'
import { nada } from './lista.js'

const PREFIXO = 'protocolo:mensagem:'
/** From so few left on, how many are said aloud, at every so many. */
const POUCOS = 100
const PASSO = 20

/** What is being written, and the Idempotency-Key once it was sent: the same words go with the same key. */
interface Rascunho {
  texto: string
  chave?: string
}

/** The conversation of the process on screen. What is written stays in the tab until it is sent, over reloads too. */
export class Mensagens {
  #id = ''
  #rascunho: Rascunho = { texto: '' }
  #erro: string | undefined
  #falha: unknown
  #indo = false

  constructor(readonly dentro: Dentro) {}

  renderizar(protocolo: ProtocoloDaConta, { fuso }: Cartao): TemplateResult {
    const { id, mensagens, acoes, vistaAte } = protocolo
    if (id !== this.#id) this.#abrir(id)
    const escreve = acoes.includes('mensagem')
    const cidadao = vistaAte ? textos.quemPediu : textos.voce
    return html`${
      mensagens.length > 0
        ? conversa(mensagens, { fuso, agora: new Date(), textos: tempos, cidadao })
        : nada(textos.semMensagens, escreve ? textos.semMensagensAjuda : '')
    }
    ${escreve ? this.#formulario() : vistaAte ? nothing : html`<p class="secundario">${textos.terminou}</p>`}`
  }

  #formulario(): TemplateResult {
    const { host } = this.dentro.painel
    const quadro = { id: `${host.prefixo}-mensagem`, rotulo: textos.escrever, ajuda: textos.escreverAjuda, erro: this.#erro }
    const restam = this.#restam
    const enviar = (evento: SubmitEvent) => {
      evento.preventDefault()
      void this.#enviar()
    }
    return html`<form class="pilha nao-imprime" novalidate @submit=${enviar}>
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.textos }) : nothing}
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
      <div class="linha">${botaoDeEnviar(this.#indo, textos.enviar, textos.enviando)}</div>
    </form>`
  }

  readonly #digitar = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return
    this.#guardar({ texto: target.value })
    const restam = this.#restam
    if (restam <= POUCOS && restam % PASSO === 0) void this.dentro.painel.host.anunciar(textos.restam(restam))
    this.dentro.desenhar()
  }

  get #restam(): number {
    return maiorMensagem - [...this.#rascunho.texto.trim()].length
  }

  async #enviar(): Promise<void> {
    if (this.#indo) return
    const id = this.#id
    const texto = this.#rascunho.texto.trim()
    this.#falha = undefined
    this.#erro = texto ? (this.#restam < 0 ? textos.restam(this.#restam) : undefined) : textos.escreva
    if (this.#erro) return this.#recusar()
    const chave = this.#rascunho.chave ?? novaChave()
    this.#guardar({ ...this.#rascunho, chave })
    this.#indo = true
    this.dentro.desenhar()
    try {
      const enviada = await this.dentro.meus.escrever(id, { texto }, chave)
      if (id === this.#id) this.#guardar({ texto: '' })
      else apagar(id)
      this.#mostrar(id, enviada)
      if (id === this.#id) this.#indo = false
    } catch (erro) {
      if (id === this.#id) this.#falhou(erro)
    }
    this.dentro.desenhar()
  }

  #falhou(erro: unknown): void {
    this.#indo = false
    this.#erro = erro instanceof ProblemaDaApi ? erro.problema.campos?.find(({ caminho }) => caminho === 'texto')?.mensagem : undefined
    if (this.#erro) this.#recusar()
    else this.#falha = erro
  }

  /** Shows what was sent, without asking for the whole process again. */
  #mostrar(id: string, enviada: ProtocoloDaConta['mensagens'][number]): void {
    const valor = this.dentro.carga('processo')?.valor
    this.dentro.mexido = id
    void this.dentro.painel.host.anunciar(textos.enviada)
    if (valor?.id !== id || valor.mensagens.some((uma) => uma.id === enviada.id)) return
    void this.dentro.carregar('processo', id, async () => ({ ...valor, mensagens: [...valor.mensagens, enviada] }))
  }

  #recusar(): void {
    this.dentro.desenhar()
    void this.dentro.painel.host.focar('[name=mensagem]')
  }

  #abrir(id: string): void {
    this.#id = id
    this.#erro = this.#falha = undefined
    this.#indo = false
    this.#rascunho = ler(id)
  }

  #guardar(rascunho: Rascunho): void {
    this.#rascunho = rascunho
    if (rascunho.texto) naAba((aba) => aba.setItem(PREFIXO + this.#id, JSON.stringify(rascunho)))
    else apagar(this.#id)
  }
}

/** Who signs out leaves nothing behind that they wrote. */
export function esquecerMensagens(): void {
  naAba((aba) => {
    for (const nome of Object.keys(aba)) if (nome.startsWith(PREFIXO)) aba.removeItem(nome)
  })
}

function ler(id: string): Rascunho {
  const guardado = naAba((aba) => aba.getItem(PREFIXO + id))
  return guardado ? JSON.parse(guardado) : { texto: '' }
}

function apagar(id: string): void {
  naAba((aba) => aba.removeItem(PREFIXO + id))
}

/** Private windows and sandboxed frames refuse storage by throwing: then what is written lives in the page. */
function naAba<T>(usar: (aba: Storage) => T): T | undefined {
  try {
    return usar(sessionStorage)
  } catch {
    return undefined
  }
}
