import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { escreverDataHora } from '../../../server/contract/palavras.js'
import { diaEm } from '../../../server/contract/regras.js'
import {
  type AnexoDoRascunho,
  type ConteudoDoRascunho,
  chaveDoEnvio,
  comoRascunho,
  type FimDoRascunho,
  limparVencidos,
  type Rascunho,
  RascunhoNoAparelho,
} from '../../client/rascunho.js'
import { digitadosDe } from '../../parts/campos/digitado.js'
import { type Acao, type Estado, type Passo, passos, type RequerenteDigitado, requerenteVazio } from './estado.js'

type EnvioEmCurso = NonNullable<Rascunho['envio']>

/** Milliseconds without a change before the draft is written. */
const PAUSA = 400
/** Milliseconds for which the server keeps files that no request has. */
const ARQUIVOS = 24 * 60 * 60 * 1000

/** Keeps drafts in the conta of who is signed in. */
export interface GuardaNaConta {
  /** @returns whether this one is for the conta to keep */
  guardar(estado: Estado, conteudo: ConteudoDoRascunho, ja: boolean): boolean
  /** Goes on with a draft that was kept there. */
  retomar(lugar: NonNullable<ConteudoDoRascunho['naConta']>): void
  apagar(): void
}

interface Conteudo {
  estado: Estado
  anexos: readonly AnexoDoRascunho[]
}

/** Keeps the draft of what is being filled in: on this device, as far as the person agreed to, or in their conta. */
export class Guarda implements ReactiveController {
  /** Whether the device holds what is on screen. */
  guardado = false
  /** The draft that was here when the tipo was chosen. */
  encontrado: Rascunho | undefined
  envio: EnvioEmCurso | undefined
  naConta: GuardaNaConta | undefined
  /** Another tab, or another tag, sent what is on screen here. */
  enviadoFora = false
  readonly #host: ReactiveControllerHost
  readonly #aoTerminar: (fim: FimDoRascunho) => void
  readonly #aoGuardar: () => void
  #lugar: RascunhoNoAparelho | undefined
  #parar: (() => void) | undefined
  #espera: ReturnType<typeof setTimeout> | undefined
  #pendente: (() => void) | undefined
  #desligada = false

  /** `aoTerminar` hears that another tab sent or erased the same draft, `aoGuardar` that this one is kept here from now on. */
  constructor(host: ReactiveControllerHost, aoTerminar: (fim: FimDoRascunho) => void, aoGuardar: () => void) {
    this.#host = host
    this.#aoTerminar = aoTerminar
    this.#aoGuardar = aoGuardar
    host.addController(this)
  }

  hostConnected(): void {
    limparVencidos()
    addEventListener('pagehide', this.descarregar)
    this.#observar()
  }

  hostDisconnected(): void {
    this.descarregar()
    this.#parar?.()
    removeEventListener('pagehide', this.descarregar)
  }

  /** Looks for the draft of a tipo, and takes care of it from here on. */
  abrir(entidade: string, tipo: string): void {
    this.descarregar()
    this.#lugar = new RascunhoNoAparelho(entidade, tipo)
    this.#observar()
    this.encontrado = this.#lugar.ler()
    this.envio = undefined
    this.enviadoFora = false
    this.guardado = false
    this.#desligada = false
  }

  /** Whether the files of the draft found are gone. */
  get semArquivos(): boolean {
    const { anexos = [], gravadoEm = 0 } = this.encontrado ?? {}
    return anexos.length > 0 && Date.now() - gravadoEm > ARQUIVOS
  }

  /** A draft as another place kept it, if it is one. */
  ler(conteudo: object, gravadoEm: number): Rascunho | undefined {
    return comoRascunho(conteudo, gravadoEm)
  }

  /** Keeps what it is given where this tipo's drafts are on the device; given nothing, lets go of what is there. */
  get aqui(): (conteudo?: ConteudoDoRascunho) => void {
    const lugar = this.#lugar
    return (conteudo) => (conteudo ? void lugar?.gravar(conteudo) : lugar?.levar())
  }

  /** What the draft found gives back to the form. Where it kept nothing of who asks, it goes no further than that step. */
  retomar(naTela?: Passo): Extract<Acao, { que: 'retomar' }> | undefined {
    const { encontrado } = this
    if (!encontrado) return undefined
    this.envio = encontrado.envio
    this.guardado = !encontrado.naConta
    if (encontrado.naConta) this.naConta?.retomar(encontrado.naConta)
    const guardado = naTela ?? passos.find((nome) => nome === encontrado.passo && nome !== 'comprovante') ?? 'formulario'
    const requerente = lerRequerente(encontrado.requerente ?? {})
    const meu = encontrado.aparelho === 'meu'
    const passo = !encontrado.requerente && (guardado === 'documentos' || guardado === 'revisao') ? 'requerente' : guardado
    return { que: 'retomar', passo, respostas: digitadosDe(encontrado.respostas), requerente, ...(meu && { aparelho: 'meu' as const }) }
  }

  /** Writes the draft once the person pauses; at once with `ja`. */
  guardar(conteudo: Conteudo, ja = false): void {
    if (this.#desligada || !this.#lugar) return
    clearTimeout(this.#espera)
    this.#pendente = () => this.#gravar(conteudo, ja)
    if (ja) this.descarregar()
    else this.#espera = setTimeout(this.descarregar, PAUSA)
  }

  /** The draft found is not wanted; the next one takes its place. */
  descartar(): void {
    this.encontrado = undefined
    this.#lugar?.esquecer()
  }

  /**
   * The key for a body: the one in the draft, which another tab may have made, while the body is the same.
   * @param recusada the key by which the server knows another filing
   */
  chaveDe(corpo: string, novaChave: () => string, recusada?: string): string {
    const anterior = this.#lugar?.ler()?.envio ?? this.envio
    this.envio = chaveDoEnvio(anterior?.chave === recusada ? undefined : anterior, corpo, novaChave)
    return this.envio.chave
  }

  /** The person wants nothing of this filing kept here. */
  apagar(): void {
    this.desligar()
    this.naConta?.apagar()
    this.#lugar?.encerrar('apagado')
  }

  enviado(): void {
    this.desligar()
    this.naConta?.apagar()
    this.#lugar?.encerrar('enviado')
  }

  /** When the draft found was kept: `hoje, 14h32`, `12/11/2026, 14h32`. */
  encontradoEm(fuso: string): string | undefined {
    if (!this.encontrado) return undefined
    const instante = new Date(this.encontrado.gravadoEm)
    const escrito = escreverDataHora(instante.toISOString(), fuso)
    return diaEm(fuso, instante) === diaEm(fuso, new Date()) ? escrito.replace(/^[^,]+/, 'hoje') : escrito
  }

  /** Writes no more of this filing. */
  desligar(): void {
    clearTimeout(this.#espera)
    this.#pendente = undefined
    this.encontrado = undefined
    this.envio = undefined
    this.guardado = false
    this.#desligada = true
    this.#host.requestUpdate()
  }

  /** Writes at once what waits to be written. */
  readonly descarregar = (): void => {
    clearTimeout(this.#espera)
    this.#pendente?.()
    this.#pendente = undefined
  }

  /** Hears what other tabs and tags do with the draft, as long as the tag is in the page. */
  #observar(): void {
    this.#parar?.()
    this.#parar = this.#lugar?.observar((fim) => {
      this.desligar()
      this.enviadoFora = fim === 'enviado'
      this.#aoTerminar(fim)
    })
  }

  #gravar({ estado, anexos }: Conteudo, ja: boolean): void {
    const { passo, respostas, requerente, aparelho } = estado
    const conteudo = { passo, respostas, anexos, ...(this.envio && { envio: this.envio }) }
    const antes = this.guardado
    if (this.naConta?.guardar(estado, conteudo, ja)) this.guardado = false
    else if (aparelho === 'compartilhado') {
      this.#lugar?.esquecer()
      this.guardado = false
    } else {
      const pessoal = aparelho === 'meu' ? { requerente: { ...requerente }, aparelho } : {}
      this.guardado = this.#lugar?.gravar({ ...conteudo, ...pessoal }) ?? false
    }
    if (this.guardado && !antes) this.#aoGuardar()
    this.#host.requestUpdate()
  }
}

function lerRequerente(guardado: Readonly<Record<string, unknown>>): Partial<RequerenteDigitado> {
  const conhecidos = Object.entries(guardado).filter(([parte, valor]) =>
    parte === 'anonimo'
      ? typeof valor === 'boolean'
      : parte in requerenteVazio && typeof valor === typeof Reflect.get(requerenteVazio, parte),
  )
  return Object.fromEntries(conhecidos)
}
