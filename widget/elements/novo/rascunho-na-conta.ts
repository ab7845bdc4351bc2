import { ProblemaDaApi } from '../../client/api.js'
import { novaChave } from '../../client/chave.js'
import type { Meus, RascunhoResumo } from '../../client/meus.js'
import type { ConteudoDoRascunho } from '../../client/rascunho.js'

/** Milliseconds: without a change before the draft is sent, and before one that did not arrive is sent again. */
const PAUSA = 1200
const DE_NOVO = 10_000

interface Meio {
  meus: Meus
  /** Codigo of the tipo. */
  tipo: string
  aoMudar(): void
  /** Keeps on the device what the conta could not take; without content, what was kept so is let go. */
  aqui(conteudo?: ConteudoDoRascunho): void
  /** Another device wrote to the same draft, which goes on under its id; this one goes on as a second. */
  dividiu(outro: string): void
  /** The draft was sent or erased on another device. */
  sumiu(): void
}

/** The draft of one filing, in the conta of who is signed in. What is written meanwhile waits for what is on its way. */
export class RascunhoNaConta {
  situacao: 'guardado' | 'indo' | 'falhou' | undefined
  readonly #meio: Meio
  #id: string = crypto.randomUUID()
  /** When it was written, as far as this device has seen. */
  #lido: string | undefined
  #pendente: ConteudoDoRascunho | undefined
  #relogio: ReturnType<typeof setTimeout> | undefined
  #envio: Promise<void> = Promise.resolve()
  #acabou = false
  /** What tells this device's own writings from another's. */
  readonly #escritas = new Set<unknown>()

  constructor(meio: Meio) {
    this.#meio = meio
  }

  get id(): string {
    return this.#id
  }

  /** Goes on with one that the conta holds. */
  adotar(id: string, lido: string | undefined): void {
    this.#id = id
    this.#lido = lido
    this.#mudar('guardado')
  }

  gravar(conteudo: ConteudoDoRascunho, ja: boolean): void {
    if (this.#acabou) return
    this.#pendente = conteudo
    clearTimeout(this.#relogio)
    if (ja) this.descarregar()
    else this.#relogio = setTimeout(this.descarregar, PAUSA)
  }

  readonly descarregar = (): void => {
    clearTimeout(this.#relogio)
    if (this.#pendente && !this.#acabou) this.#envio = this.#envio.then(() => this.#enviar())
  }

  /** What has not arrived stays on the device, save who is asking. */
  salvarAqui(): void {
    const { naConta } = this
    if (!this.#pendente || this.#acabou) return
    const { requerente: _, ...conteudo } = this.#pendente
    this.#meio.aqui({ ...conteudo, naConta })
  }

  /** Writes no more. */
  parar(): void {
    this.salvarAqui()
    this.#acabou = true
    clearTimeout(this.#relogio)
  }

  /** Erased once what is on its way is there. */
  apagar(): void {
    this.#pendente = undefined
    this.parar()
    this.#meio.aqui()
    this.#mudar(undefined)
    this.#envio = this.#envio.then(async () => {
      if (this.#lido || this.#escritas.size > 0) await this.#meio.meus.apagarRascunho(this.#id).catch(semImporta)
    })
  }

  private get naConta(): NonNullable<ConteudoDoRascunho['naConta']> {
    return { id: this.#id, ...(this.#lido && { lido: this.#lido }) }
  }

  async #enviar(): Promise<void> {
    const conteudo = this.#pendente
    if (!conteudo || this.#acabou) return
    const escrita = novaChave()
    this.#escritas.add(escrita)
    this.#mudar('indo')
    try {
      const { naConta: _, ...dados } = conteudo
      const resumo = await this.#guardar({ ...dados, escrita })
      if (!resumo) return
      this.#lido = resumo.atualizadoEm
      if (this.#pendente === conteudo) this.#pendente = undefined
      this.#meio.aqui()
      this.#mudar('guardado')
    } catch (erro) {
      console.debug('protocolo: the draft stays on this device for now', erro)
      this.salvarAqui()
      this.#mudar('falhou')
      this.#relogio = setTimeout(this.descarregar, DE_NOVO)
    }
  }

  async #guardar(dados: Record<string, unknown>): Promise<RascunhoResumo | undefined> {
    const { meus, tipo } = this.#meio
    const lido = this.#lido
    try {
      return await meus.guardarRascunho(this.#id, { tipo, dados, ...(lido && { lido }) })
    } catch (erro) {
      const codigo = erro instanceof ProblemaDaApi ? erro.problema.codigo : undefined
      if (codigo === 'rascunho_mudou') return this.#dividir(dados)
      if (codigo !== 'nao_encontrado') throw erro
      this.#acabou = true
      this.#mudar(undefined)
      this.#meio.sumiu()
      return undefined
    }
  }

  /** Neither gives way to the other. What this device itself wrote before, and never heard back of, is no other. */
  async #dividir(dados: Record<string, unknown>): Promise<RascunhoResumo> {
    const { meus, tipo } = this.#meio
    const outro = this.#id
    const { dados: la, atualizadoEm: lido } = await meus.rascunho(outro)
    if (this.#escritas.has(la.escrita)) return meus.guardarRascunho(outro, { tipo, dados, lido })
    this.#id = crypto.randomUUID()
    this.#lido = undefined
    const resumo = await meus.guardarRascunho(this.#id, { tipo, dados })
    this.#meio.dividiu(outro)
    return resumo
  }

  #mudar(situacao: RascunhoNaConta['situacao']): void {
    this.situacao = situacao
    this.#meio.aoMudar()
  }
}

function semImporta(erro: unknown): void {
  console.debug('protocolo: the draft goes by itself after 30 days', erro)
}
