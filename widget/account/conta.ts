import { html, nothing, type TemplateResult } from 'lit'
import type { CadastroRecebido } from '../../server/contract/contas.js'
import type { Cartao } from '../../server/contract/entidade.js'
import { naApi, pedir } from '../client/api.js'
import type { Sessao } from '../client/sessao.js'
import { aviso } from '../parts/aviso.js'
import { titulo } from '../parts/titulo.js'
import { conta as textos } from '../texts/conta.pt-BR.js'
import { entrar } from './entrar.js'
import { type EstadoDaFicha, Ficha, fichaVazia, type Lugar } from './ficha.js'
import type { Foto } from './foto.js'
import { PasskeyNaEntrada } from './passkey-na-entrada.js'

/** Views for who is not signed in that a page may ask for. */
export const telasAbertasDaConta = ['entrar', 'cadastro', 'recuperar'] as const
/** The views for who is not signed in. `link` and `senha-nova` are where the links of e-mails lead. */
export const telasDaConta = [...telasAbertasDaConta, 'confirmar', 'link', 'senha-nova'] as const
export type TelaDaConta = (typeof telasDaConta)[number]

export interface EstadoDaConta extends EstadoDaFicha {
  lembrar: boolean
  ciencia: boolean
  /** A sign-up that waits for its code. */
  recebido: CadastroRecebido | undefined
  corrigindo: boolean
  /** Chosen when signing up, for once there is a conta. */
  foto: Foto | undefined
}

const inicial: EstadoDaConta = {
  ...fichaVazia,
  lembrar: false,
  ciencia: false,
  recebido: undefined,
  corrigindo: false,
  foto: undefined,
}

/** Where the account views stand. */
export interface Casa extends Lugar {
  readonly sessao: Sessao
  /** Of the link of an e-mail, what comes after `#confirmar=` or `#senha=`. */
  readonly link: string
  /** What one signs in for, when it is not to see one's own requests. */
  subtitulo?(): string
  /** Shows another view; `avisar` is told above it. */
  mostrar(tela: TelaDaConta, avisar?: 'senhaTrocada'): void
  /** Somebody signed in here. */
  entrou(): Promise<void>
}

/** The state of signing in and of all that leads there. What follows the form to sign in loads when it is asked for. */
export class Conta extends Ficha {
  override estado = inicial
  #vistas: typeof import('./vistas.js') | undefined
  readonly passkey: PasskeyNaEntrada

  constructor(override readonly casa: Casa) {
    super(casa)
    this.passkey = new PasskeyNaEntrada(this)
  }

  renderizar(tela: TelaDaConta, cartao: Cartao): TemplateResult {
    // Without TLS a browser has no key to hold: better said before anything is typed. Another password needs none.
    if (!globalThis.crypto?.subtle && tela !== 'senha-nova') return this.#semChave()
    if (tela === 'entrar') return entrar(this)
    return this.#vistas?.[tela](this, cartao) ?? this.casa.host.esqueleto()
  }

  /** Brings the code of a view. @throws when it cannot be had */
  async preparar(tela: TelaDaConta): Promise<void> {
    if (tela === 'entrar') return
    this.#vistas ??= await import('./vistas.js')
    this.casa.host.usarEstilos(...this.#vistas.estilos)
  }

  override mudar(mudanca: Partial<EstadoDaConta>): void {
    super.mudar(mudanca)
  }

  /** Another view is on screen: what was typed stays, save passwords. */
  virar(): void {
    const { senha, senhaAtual, codigo, ...digitado } = this.estado.digitado
    this.mudar({ digitado, erros: [], falha: undefined, mostrar: false, corrigindo: false, dito: undefined })
  }

  /** Nothing of who signed in stays in the page. */
  esquecer(): void {
    this.mudar(inicial)
  }

  /** A call that needs no session. @param caminho after `/v1` */
  async enviar(metodo: 'POST' | 'PUT', caminho: string, corpo: unknown): Promise<Response> {
    const { api, host } = this.casa
    const url = naApi(api, `v1${caminho}`)
    url.searchParams.set('entidade', host.entidade)
    return pedir(url.href, { method: metodo, body: JSON.stringify(corpo), headers: { 'Content-Type': 'application/json' } })
  }

  #semChave(): TemplateResult {
    const { api, host } = this.casa
    const segura = naApi(api, `${host.entidade}#entrar`).href
    const { titulo: falta, texto, ligacao } = textos.semChave
    return html`${titulo(host.nivel, textos.titulo)}
    ${aviso({
      tom: 'atencao',
      titulo: falta,
      conteudo: html`<p>${texto}</p>${segura.startsWith('https:') ? html`<p><a href=${segura}>${ligacao}</a></p>` : nothing}`,
    })}`
  }
}
