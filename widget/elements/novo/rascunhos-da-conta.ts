import type { Meus } from '../../client/meus.js'
import type { ConteudoDoRascunho, Rascunho } from '../../client/rascunho.js'
import { novoConta as textos } from '../../texts/novo-conta.pt-BR.js'
import type { Estado } from './estado.js'
import type { GuardaNaConta } from './guarda.js'
import type { Novo } from './novo.js'
import { RascunhoNaConta } from './rascunho-na-conta.js'

/** The drafts of who is signed in: those that the conta holds, and the one of what is being filled in. */
export class RascunhosDaConta implements GuardaNaConta {
  readonly #novo: Novo
  readonly #meus: Meus
  #atual: RascunhoNaConta | undefined
  /** The one that the conta holds of the tipo that is being opened. */
  #achado: Rascunho | undefined
  /** Id of the one that the page was told of. */
  #contado: string | undefined

  constructor(novo: Novo, meus: Meus) {
    this.#novo = novo
    this.#meus = meus
  }

  /** Of what is being filled in. */
  get id(): string | undefined {
    return this.#atual?.id
  }

  get situacao(): RascunhoNaConta['situacao'] {
    return this.#atual?.situacao
  }

  /** Said when the draft is erased. */
  get apagado(): string | undefined {
    return this.#atual && textos.apagado
  }

  /** Said of the draft that is offered, when it is the one in the conta. */
  deQuando(quando: string): string | undefined {
    return this.#achado && this.#novo.guarda.encontrado === this.#achado ? textos.de(quando) : undefined
  }

  /** Looks for a draft of a tipo, the latest. */
  async procurar(tipo: string): Promise<void> {
    this.#achado = undefined
    try {
      const ultimo = (await this.#meus.rascunhos()).find((rascunho) => rascunho.tipo.codigo === tipo)
      this.#achado = ultimo && (await this.#ler(ultimo.id))
    } catch (erro) {
      console.debug('protocolo: the drafts of the conta could not be read', erro)
    }
  }

  /** A tipo was opened. */
  abriu(tipo: string): void {
    this.#atual?.descarregar()
    this.#atual = undefined
    this.oferecer(tipo)
  }

  /** Of the drafts here and in the conta, the one written last is offered. */
  oferecer(tipo: string): void {
    const { guarda, estado, marca, host } = this.#novo
    const achado = this.#achado
    const aqui = guarda.encontrado
    if (!achado || (estado.passo !== 'apresentacao' && estado.passo !== 'tipo')) return
    const mesmo = aqui?.naConta && aqui.naConta.id === achado.naConta?.id
    if (aqui && (mesmo || aqui.gravadoEm > achado.gravadoEm)) return
    guarda.encontrado = achado
    host.requestUpdate()
    const { passo } = marca?.tipo === tipo ? marca : { passo: undefined }
    if (estado.passo === 'apresentacao' && passo && this.#novo.escrevendo(passo)) void this.#novo.retomar(passo)
  }

  /** Goes on with one, at its step. */
  async abrir(id: string): Promise<void> {
    const novo = this.#novo
    novo.mudar({ falta: undefined })
    try {
      const rascunho = await this.#ler(id)
      if (!rascunho || !(await novo.catalogo.escolher(rascunho.tipo, undefined, 'pagina'))) return
      this.#achado = rascunho
      novo.guarda.encontrado = rascunho
      await novo.retomar()
      novo.host.scrollIntoView({ block: 'start' })
    } catch (erro) {
      novo.mudar({ falta: { onde: 'pagina', erro, tentar: () => void this.abrir(id) } })
      void novo.host.focar('.titulo')
    }
  }

  guardar({ tipo, requerente }: Estado, conteudo: ConteudoDoRascunho, ja: boolean): boolean {
    if (!tipo) return false
    if (tipo.anonimo && requerente.anonimo !== false) {
      this.apagar()
      return false
    }
    // Nothing answered yet is nothing to go on with.
    if (!this.#atual && Object.keys(conteudo.respostas).length === 0) return true
    const dados = { ...conteudo, requerente: { ...requerente }, lugar: this.#novo.lugar }
    this.#de(tipo.codigo).gravar(dados, ja)
    return true
  }

  retomar({ id, lido }: NonNullable<ConteudoDoRascunho['naConta']>): void {
    const { tipo } = this.#novo.estado
    if (tipo) this.#de(tipo.codigo).adotar(id, lido)
  }

  apagar(): void {
    this.#atual?.apagar()
    this.#atual = undefined
  }

  descarregar(): void {
    this.#atual?.descarregar()
  }

  /** What has not arrived stays on the device. */
  salvarAqui(): void {
    this.#atual?.salvarAqui()
  }

  /** Who they are of is signed in no more. */
  parar(): void {
    this.#atual?.parar()
  }

  async #ler(id: string): Promise<(Rascunho & { tipo: string }) | undefined> {
    const { dados, tipo, atualizadoEm } = await this.#meus.rascunho(id)
    const lido = this.#novo.guarda.ler({ ...dados, naConta: { id, lido: atualizadoEm } }, Date.parse(atualizadoEm))
    return lido && { ...lido, tipo: tipo.codigo }
  }

  #de(tipo: string): RascunhoNaConta {
    const { guarda } = this.#novo
    this.#atual ??= new RascunhoNaConta({
      meus: this.#meus,
      tipo,
      aoMudar: () => this.#mudou(),
      aqui: guarda.aqui,
      dividiu: (outro) => this.#dividiu(outro),
      sumiu: () => {
        guarda.desligar()
        this.#novo.mudar({ aviso: { tom: 'atencao', texto: textos.sumiu } })
      },
    })
    return this.#atual
  }

  #mudou(): void {
    this.#novo.host.requestUpdate()
    if (this.situacao !== 'guardado' || this.#contado === this.id) return
    this.#contado = this.id
    this.#novo.contarRascunho('conta')
  }

  #dividiu(outro: string): void {
    const acao = { texto: textos.usarOOutro, fazer: () => void this.abrir(outro) }
    this.#novo.mudar({ aviso: { tom: 'atencao', texto: textos.doisRascunhos, acao } })
  }
}
