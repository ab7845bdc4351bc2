import { SemConexao } from './api.js'
import type { Sessao } from './sessao.js'

/** A protocolo of the conta, as it now is. */
export interface Mudanca {
  protocolo: string
  situacao: string
  versao: number
}

export interface Ouvinte {
  mudou(mudanca: Mudanca): void
  /** Something may have changed unheard: what is on screen is to be asked for again. */
  recomecar(): void
  /** An event that has no place in the series. */
  outro?(especie: string, dados: unknown): void
  /** The series was refused, or broke off. */
  parou?(erro: unknown): void
}

/** Whose changes: of the protocolos of who is signed in, or of those that they answer. */
type Serie = 'meus' | 'gestao'

/** Milliseconds. */
export const ritmoPadrao = {
  /** Until a series must have begun; one that does not is held back on its way here. */
  comeco: 10_000,
  /** Without a sign of life, of which the server gives one every 25 s. */
  silencio: 60_000,
  /** Out of sight, before the page stops listening. */
  sono: 120_000,
  /** Before the first new try; each that fails doubles it, up to `esperaMaior`. */
  espera: 1_000,
  esperaMaior: 60_000,
}

interface Recado {
  id: string
  mudanca?: Mudanca | undefined
  recomecar?: boolean
  outro?: [especie: string, dados: unknown] | undefined
}

const fontes = new WeakMap<Sessao, Map<string, Fonte>>()

interface Escolhas {
  serie?: Serie
  /** Id of the one by which the person hears of another's. */
  procuracao?: string | undefined
  ritmo?: typeof ritmoPadrao
}

/** Tells of each change, until nobody is signed in. @returns what stops it */
export function acompanhar(
  sessao: Sessao,
  entidade: string,
  ouvinte: Ouvinte,
  { serie = 'meus', procuracao, ritmo = ritmoPadrao }: Escolhas = {},
): () => void {
  const daSessao = fontes.get(sessao) ?? new Map<string, Fonte>()
  fontes.set(sessao, daSessao)
  const nome = `${serie} ${procuracao}`
  const fonte = daSessao.get(nome) ?? new Fonte(sessao, entidade, ritmo, serie, procuracao)
  daSessao.set(nome, fonte)
  return fonte.ouvir(ouvinte)
}

/** One series for every tag and every tab: the tab that holds the lock reads it and tells the others. */
class Fonte {
  readonly #caminho: string
  readonly #ouvintes = new Set<Ouvinte>()
  #canal: BroadcastChannel | undefined
  #soltar: AbortController | undefined
  /** While this tab listens, or waits for its turn to. */
  #turno: AbortController | undefined
  #sono: ReturnType<typeof setTimeout> | undefined
  #quem: string | undefined
  /** The last event that was told. */
  #desde = ''

  constructor(
    readonly sessao: Sessao,
    entidade: string,
    readonly ritmo: typeof ritmoPadrao,
    readonly serie: Serie,
    readonly procuracao: string | undefined,
  ) {
    this.#caminho = `/entidades/${encodeURIComponent(entidade)}/${serie}/eventos`
  }

  /** Of the lock and of the channel that tabs share. */
  get #nome(): string {
    return ['protocolo-ao-vivo', this.serie, this.#quem, this.procuracao].filter(Boolean).join(' ')
  }

  ouvir(ouvinte: Ouvinte): () => void {
    this.#ouvintes.add(ouvinte)
    if (this.#ouvintes.size === 1) this.#ligar()
    return () => {
      if (this.#ouvintes.delete(ouvinte) && this.#ouvintes.size === 0) this.#desligar()
    }
  }

  #ligar(): void {
    this.#soltar = new AbortController()
    document.addEventListener('visibilitychange', () => this.#virar(), { signal: this.#soltar.signal })
    this.#soltar.signal.addEventListener(
      'abort',
      this.sessao.ouvir(() => this.#sessaoMudou()),
    )
    this.#sessaoMudou()
  }

  #desligar(): void {
    this.#soltar?.abort()
    this.#calar()
    this.#quem = undefined
  }

  #sessaoMudou(): void {
    const quem = this.sessao.quem?.id
    if (quem === this.#quem) return
    this.#calar()
    this.#quem = quem
    this.#desde = ''
    if (!quem) return
    this.#canal = new BroadcastChannel(this.#nome)
    this.#canal.onmessage = ({ data }) => this.#entregar(data)
    this.#escutar()
  }

  #calar(): void {
    clearTimeout(this.#sono)
    this.#turno?.abort()
    this.#canal?.close()
  }

  #virar(): void {
    clearTimeout(this.#sono)
    if (!this.#quem) return
    if (document.hidden) this.#sono = setTimeout(() => this.#turno?.abort(), this.ritmo.sono)
    else if (this.#turno?.signal.aborted) {
      this.#entregar({ id: this.#desde, recomecar: true })
      this.#escutar()
    }
  }

  #escutar(): void {
    this.#turno = new AbortController()
    const { signal } = this.#turno
    navigator.locks
      .request(this.#nome, { signal }, () => this.#insistir(signal))
      .catch((erro: unknown) => console.debug('protocolo: this tab listens no more', erro))
  }

  /** As long as it is this tab's turn. Where no series gets through, it has what is on screen asked for again from time to time. */
  async #insistir(sinal: AbortSignal): Promise<void> {
    const { espera, esperaMaior } = this.ritmo
    for (let falhas = 0; !sinal.aborted; falhas += 1) {
      const fim = await this.#ler(sinal)
      if (fim === 'durou') falhas = 0
      await pausa(Math.min(espera * 2 ** falhas, esperaMaior) * (0.5 + Math.random() / 2), sinal)
      if (fim === 'muda' && !sinal.aborted) this.#contar({ id: this.#desde, recomecar: true })
    }
  }

  /** Reads the series from where it was left. @returns how that ended */
  async #ler(sinal: AbortSignal): Promise<'durou' | 'caiu' | 'muda'> {
    const corte = new AbortController()
    const cortar = () => corte.abort()
    const comecou = performance.now()
    let relogio = setTimeout(cortar, this.ritmo.comeco)
    let veio = false
    sinal.addEventListener('abort', cortar)
    try {
      const caminho = this.#desde ? `${this.#caminho}?desde=${this.#desde}` : this.#caminho
      const { body } = await this.sessao.pedir('GET', caminho, undefined, {
        ...(this.procuracao && { headers: { 'Protocolo-Procuracao': this.procuracao } }),
        signal: corte.signal,
      })
      if (body) {
        for await (const evento of eventosDe(body)) {
          clearTimeout(relogio)
          relogio = setTimeout(cortar, this.ritmo.silencio)
          veio = true
          this.#receber(evento)
        }
      }
    } catch (erro) {
      if (!sinal.aborted) console.debug('protocolo: the series of changes stopped', erro)
      for (const ouvinte of this.#ouvintes) ouvinte.parou?.(erro)
      if (erro instanceof SemConexao) return 'caiu'
    } finally {
      clearTimeout(relogio)
      sinal.removeEventListener('abort', cortar)
      cortar()
    }
    if (!veio) return 'muda'
    return performance.now() - comecou > this.ritmo.comeco ? 'durou' : 'caiu'
  }

  /** What changed before the series began may not be on screen. */
  #receber({ especie, id, dados }: Evento): void {
    // What has no place in the series is only worth knowing now.
    if (!id && dados) this.#contar({ id: this.#desde, outro: [especie, JSON.parse(dados)] })
    if (!id) return
    const recomecar = especie === 'recomece' || !this.#desde
    this.#contar({ id, recomecar, mudanca: especie === 'mudou' ? JSON.parse(dados) : undefined })
  }

  #contar(recado: Recado): void {
    this.#entregar(recado)
    this.#canal?.postMessage(recado)
  }

  #entregar({ id, mudanca, recomecar, outro }: Recado): void {
    this.#desde = id
    for (const ouvinte of this.#ouvintes) {
      if (mudanca) ouvinte.mudou(mudanca)
      if (outro) ouvinte.outro?.(...outro)
      if (recomecar) ouvinte.recomecar()
    }
  }
}

interface Evento {
  especie: string
  id: string
  dados: string
}

/** Server-sent events; a sign of life comes as one without id. */
async function* eventosDe(corpo: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Evento> {
  const leitor = corpo.pipeThrough(new TextDecoderStream()).getReader()
  let texto = ''
  for (;;) {
    const { value, done } = await leitor.read()
    if (done) return
    const blocos = (texto + value).split('\n\n')
    texto = blocos.pop() ?? ''
    for (const bloco of blocos) {
      const campo = (nome: string) => new RegExp(`^${nome}: ?(.*)$`, 'm').exec(bloco)?.[1] ?? ''
      yield { especie: campo('event'), id: campo('id'), dados: campo('data') }
    }
  }
}

/** Ends early when the connection is back. */
function pausa(ms: number, sinal: AbortSignal): Promise<void> {
  return new Promise((pronto) => {
    const fim = new AbortController()
    const acabar = () => {
      fim.abort()
      clearTimeout(relogio)
      pronto()
    }
    const relogio = setTimeout(acabar, ms)
    addEventListener('online', acabar, { signal: fim.signal })
    sinal.addEventListener('abort', acabar, { signal: fim.signal })
    if (sinal.aborted) acabar()
  })
}
