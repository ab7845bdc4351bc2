import type { Gestao, Presente } from '../../client/gestao.js'

/** Milliseconds: the server forgets who has not told for 45 s. */
const DE_NOVO = 20_000

/** Tells that the person looks at a protocolo for as long as they do, and knows who else looks at it, and at those of the queues. */
export class Presenca {
  #olhado: string | undefined
  /** By protocolo. */
  #presentes = new Map<string, readonly Presente[]>()
  #relogio: ReturnType<typeof setInterval> | undefined
  #soltar: AbortController | undefined
  /** Out of sight, the page did not tell. */
  #calou = false

  constructor(
    readonly api: Gestao,
    /** Whether the person is writing now. */
    readonly escreve: () => boolean,
    readonly desenhar: () => void,
    /** The page is in sight again: what happened meanwhile to a protocolo elsewhere was not heard. */
    readonly voltou: (id: string) => void,
  ) {}

  /** Another protocolo, or none, is on screen. */
  olhar(id: string | undefined): void {
    const antes = this.#olhado
    if (antes === id) return
    clearInterval(this.#relogio)
    this.#soltar?.abort()
    this.#olhado = id
    this.#calou = false
    if (antes) void this.api.deixar(antes).catch(semMais)
    if (!id) return
    void this.#dizer()
    this.#relogio = setInterval(() => void this.#dizer(), DE_NOVO)
    this.#soltar = new AbortController()
    document.addEventListener('visibilitychange', () => void this.#virar(id), { signal: this.#soltar.signal })
  }

  /** As an event told: of one, or of all that there is. */
  mudou(especie: string, dados: unknown): void {
    if (especie === 'presenca' && eDeUm(dados)) this.#mostrar(new Map(this.#presentes).set(dados.protocolo, dados.presentes))
    if (especie === 'presencas' && eDeTodos(dados)) {
      this.#mostrar(new Map(dados.protocolos.map(({ protocolo, presentes }) => [protocolo, presentes])))
    }
  }

  de(id: string): readonly Presente[] {
    return this.#presentes.get(id) ?? []
  }

  async #virar(id: string): Promise<void> {
    if (document.hidden || !this.#calou) return
    await this.#dizer()
    this.voltou(id)
  }

  async #dizer(): Promise<void> {
    const id = this.#olhado
    this.#calou = document.hidden
    if (!id || this.#calou) return
    try {
      const presentes = await this.api.olhar(id, this.escreve())
      this.#mostrar(new Map(this.#presentes).set(id, presentes))
    } catch (erro) {
      semMais(erro)
    }
  }

  #mostrar(presentes: ReadonlyMap<string, readonly Presente[]>): void {
    const alguns = new Map([...presentes].filter(([, deUm]) => deUm.length > 0))
    const mudou = JSON.stringify([...alguns]) !== JSON.stringify([...this.#presentes])
    this.#presentes = alguns
    if (mudou) this.desenhar()
  }
}

/** Who else looks is good to know, and nothing hangs on it. */
function semMais(erro: unknown): void {
  console.debug('protocolo: who else looks is not known', erro)
}

interface DeUm {
  protocolo: string
  presentes: Presente[]
}

function eDeUm(dados: unknown): dados is DeUm {
  return typeof dados === 'object' && dados !== null && 'protocolo' in dados && 'presentes' in dados && Array.isArray(dados.presentes)
}

function eDeTodos(dados: unknown): dados is { protocolos: DeUm[] } {
  return (
    typeof dados === 'object' && dados !== null && 'protocolos' in dados && Array.isArray(dados.protocolos) && dados.protocolos.every(eDeUm)
  )
}
