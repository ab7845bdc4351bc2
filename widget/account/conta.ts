import { html, nothing, type TemplateResult } from 'lit'
import type { CadastroRecebido } from '../../server/contract/contas.js'
import type { Cartao } from '../../server/contract/entidade.js'
import type { CampoComErro } from '../../server/contract/problema.js'
import type { ProtocoloElement } from '../base/element.js'
import { ProblemaDaApi, pedir } from '../client/api.js'
import { PaginaSemChave, type Sessao } from '../client/sessao.js'
import { aviso } from '../parts/aviso.js'
import { resumoDeErros } from '../parts/erros.js'
import { avisoDeFalha } from '../parts/falha.js'
import { conta as textos } from '../texts/conta.pt-BR.js'
import { entrar } from './entrar.js'

/** The views for who is not signed in. `link` and `senha-nova` are where the links of e-mails lead. */
export const telasDaConta = ['entrar', 'cadastro', 'confirmar', 'recuperar', 'link', 'senha-nova'] as const
export type TelaDaConta = (typeof telasDaConta)[number]

export interface EstadoDaConta {
  /** What stands in each field, by its path. */
  digitado: Readonly<Record<string, string>>
  lembrar: boolean
  ciencia: boolean
  /** Passwords can be read on screen. */
  mostrar: boolean
  erros: readonly CampoComErro[]
  /** What a call threw that no field can say. */
  falha: unknown
  ocupado: string | undefined
  /** A sign-up that waits for its code. */
  recebido: CadastroRecebido | undefined
  /** When a code was last sent, in milliseconds since 1970. */
  enviadoEm: number
  corrigindo: boolean
  /** What the server said of what was just asked. */
  dito: string | undefined
}

const inicial: EstadoDaConta = {
  digitado: {},
  lembrar: false,
  ciencia: false,
  mostrar: false,
  erros: [],
  falha: undefined,
  ocupado: undefined,
  recebido: undefined,
  enviadoEm: 0,
  corrigindo: false,
  dito: undefined,
}

/** Where the account views stand. */
export interface Casa {
  readonly host: ProtocoloElement
  readonly sessao: Sessao
  /** Address under which `v1/` stands. */
  readonly api: string
  /** Of the link of an e-mail, what comes after `#confirmar=` or `#senha=`. */
  readonly link: string
  /** Shows another view; `avisar` is told above it. */
  mostrar(tela: TelaDaConta, avisar?: 'senhaTrocada'): void
  /** Somebody signed in here. */
  entrou(): Promise<void>
}

/** The state of signing in and of all that leads there. What follows the form to sign in loads when it is asked for. */
export class Conta {
  estado = inicial
  #vistas: typeof import('./vistas.js') | undefined
  #relogio: ReturnType<typeof setTimeout> | undefined

  constructor(readonly casa: Casa) {}

  renderizar(tela: TelaDaConta, cartao: Cartao): TemplateResult {
    if (tela === 'entrar') return entrar(this)
    return this.#vistas?.[tela](this, cartao) ?? this.casa.host.esqueleto()
  }

  /** Brings the code of a view. @throws when it cannot be had */
  async preparar(tela: TelaDaConta): Promise<void> {
    if (tela === 'entrar') return
    this.#vistas ??= await import('./vistas.js')
    this.casa.host.usarEstilos(...this.#vistas.estilos)
  }

  id(caminho: string): string {
    return `${this.casa.host.prefixo}-${caminho.replaceAll('.', '-')}`
  }

  ler(caminho: string): string {
    return this.estado.digitado[caminho] ?? ''
  }

  erro(caminho: string): string | undefined {
    return this.estado.erros.find((erro) => erro.caminho === caminho)?.mensagem
  }

  digitar(caminho: string, valor: string): void {
    this.mudar({ digitado: { ...this.estado.digitado, [caminho]: valor } })
  }

  mudar(mudanca: Partial<EstadoDaConta>): void {
    this.estado = { ...this.estado, ...mudanca }
    this.casa.host.requestUpdate()
  }

  /** For what counts down; once, however often it is asked meanwhile. */
  desenharEmUmSegundo(): void {
    this.#relogio ??= setTimeout(() => {
      this.#relogio = undefined
      this.casa.host.requestUpdate()
    }, 1000)
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

  /** What is wrong, above a form: in its fields, each by its label, or in what was asked for. */
  problemas(rotulos: Readonly<Record<string, string>>, tentar?: () => Promise<void>): TemplateResult | typeof nothing {
    const { erros, falha } = this.estado
    if (falha instanceof PaginaSemChave) return this.#semChave()
    if (falha) return avisoDeFalha(falha, { textos: this.casa.host.textos, ...(tentar && { tentar: () => void tentar() }) })
    const itens = erros.map(({ caminho, mensagem }) => {
      const rotulo = rotulos[caminho]
      return { id: this.id(caminho), mensagem: rotulo ? `${rotulo}: ${mensagem.charAt(0).toLowerCase()}${mensagem.slice(1)}` : mensagem }
    })
    return resumoDeErros(textos.erros.titulo, itens)
  }

  /** Shows what is wrong; says whether anything is. */
  recusar(erros: readonly CampoComErro[]): boolean {
    this.mudar({ erros, falha: undefined })
    if (erros.length > 0) void this.casa.host.focar('.erros')
    return erros.length > 0
  }

  /** One call at a time. What it throws is shown beside its field, or above everything when it has none. */
  async tentar(ocupado: string, fazer: () => Promise<void>): Promise<boolean> {
    if (this.estado.ocupado) return false
    this.mudar({ ocupado, erros: [], falha: undefined, dito: undefined })
    try {
      await fazer()
      return true
    } catch (erro) {
      const campos = erro instanceof ProblemaDaApi ? erro.problema.campos : undefined
      if (campos?.length) this.recusar(campos)
      else this.mudar({ falha: erro })
      return false
    } finally {
      this.mudar({ ocupado: undefined })
    }
  }

  /** A call that needs no session. @param caminho after `/v1` */
  async enviar(metodo: 'POST' | 'PUT', caminho: string, corpo: unknown): Promise<Response> {
    const { api, host } = this.casa
    const url = new URL(`v1${caminho}`, api.endsWith('/') ? api : `${api}/`)
    url.searchParams.set('entidade', host.entidade)
    return pedir(url.href, { method: metodo, body: JSON.stringify(corpo), headers: { 'Content-Type': 'application/json' } })
  }

  #semChave(): TemplateResult {
    const { api, host } = this.casa
    const segura = new URL(host.entidade, api.endsWith('/') ? api : `${api}/`).href
    const { titulo, texto, ligacao } = textos.semChave
    return aviso({
      tom: 'atencao',
      titulo,
      alerta: true,
      conteudo: html`<p>${texto}</p>${segura.startsWith('https:') ? html`<p><a href=${segura}>${ligacao}</a></p>` : nothing}`,
    })
  }
}
