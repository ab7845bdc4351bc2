import type { Gestao, Presente } from '../../client/gestao.js'

/** Milliseconds: the server forgets who has not told for 45 s. */
const DE_NOVO = 20_000

/** Tells that the person looks at a protocolo for as long as they do, and knows who else does. */
export class Presenca {
  #olhado: string | undefined
  #presentes: readonly Presente[] = []
  #relogio: ReturnType<typeof setInterval> | undefined

  constructor(
    readonly api: Gestao,
    /** Whether the person is writing now. */
    readonly escreve: () => boolean,
    readonly desenhar: () => void,
  ) {}

  /** Another protocolo, or none, is on screen. */
  olhar(id: string | undefined): void {
    const antes = this.#olhado
    if (antes === id) return
    clearInterval(this.#relogio)
    this.#olhado = id
    this.#presentes = []
    if (antes) void this.api.deixar(antes).catch(semMais)
    if (!id) return
    void this.#dizer()
    this.#relogio = setInterval(() => void this.#dizer(), DE_NOVO)
  }

  /** As an event told. */
  mudou(dados: unknown): void {
    if (eDePresenca(dados) && dados.protocolo === this.#olhado) this.#mostrar(dados.presentes)
  }

  de(id: string): readonly Presente[] {
    return id === this.#olhado ? this.#presentes : []
  }

  async #dizer(): Promise<void> {
    const id = this.#olhado
    if (!id || document.hidden) return
    try {
      const presentes = await this.api.olhar(id, this.escreve())
      if (id === this.#olhado) this.#mostrar(presentes)
    } catch (erro) {
      semMais(erro)
    }
  }

  #mostrar(presentes: readonly Presente[]): void {
    const mudou = JSON.stringify(presentes) !== JSON.stringify(this.#presentes)
    this.#presentes = presentes
    if (mudou) this.desenhar()
  }
}

/** Who else looks is good to know, and nothing hangs on it. */
function semMais(erro: unknown): void {
  console.debug('protocolo: who else looks is not known', erro)
}

function eDePresenca(dados: unknown): dados is { protocolo: string; presentes: Presente[] } {
  return typeof dados === 'object' && dados !== null && 'protocolo' in dados && 'presentes' in dados && Array.isArray(dados.presentes)
}
