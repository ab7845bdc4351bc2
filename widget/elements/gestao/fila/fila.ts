import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../../client/api.js'
import type { ContagensDasFilas, ItemDaFila, PessoaDaUnidade } from '../../../client/gestao.js'
import { titulo } from '../../../parts/titulo.js'
import { fila as textos } from '../../../texts/fila.pt-BR.js'
import { gestao } from '../../../texts/gestao.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Lugar, Vista } from '../vista.js'
import { Atalhos } from './atalhos.js'
import { corpo, maisDaLista } from './corpo.js'
import { emUso, filaDe, filtroDe } from './filtro.js'
import { filtros } from './filtros.js'
import { Lista } from './lista.js'
import { Lote } from './lote.js'
import { Novidades } from './novidades.js'
import { Selecao } from './selecao.js'
import { trocaDeFila, trocaDeUnidade } from './trocas.js'

/** The queues of the unidades where the person works, and the list of one. */
export class Fila implements Vista {
  partes: Partes = {}
  contagens: ContagensDasFilas | undefined
  readonly lista: Lista
  readonly selecao = new Selecao()
  readonly lote: Lote
  readonly #atalhos: Atalhos
  readonly #novidades: Novidades
  readonly #pessoas = new Map<string, PessoaDaUnidade[]>()
  #chave: string | undefined

  constructor(readonly lugar: Lugar) {
    this.lista = new Lista(lugar.api, () => lugar.desenhar())
    this.lote = new Lote(this)
    this.#atalhos = new Atalhos(this)
    this.#novidades = new Novidades(this)
  }

  preparar(partes: Partes): void {
    const filtro = filtroDe(partes)
    const chave = JSON.stringify(filtro)
    this.partes = partes
    this.#atalhos.ligar()
    if (chave !== this.#chave) this.selecao.limpar()
    const mudou = this.#chave !== undefined && chave !== this.#chave
    const veio = chave === this.#chave && this.lista.itens ? this.lista.recarregar() : this.lista.trocar(filtro)
    this.#chave = chave
    void veio.then(() => (mudou ? this.#dizerQuantos() : this.manter()))
    void this.contar()
    if (this.unidades.length === 1 || emUso(partes).includes('responsavel')) void this.trazerPessoas()
  }

  renderizar(_partes: Partes, cartao: Cartao): TemplateResult {
    const { host } = this.lugar
    const nome = this.nome
    return html`<div class="mesa">
        <aside class="lado-da-mesa nao-imprime">${trocaDeUnidade(this)} ${trocaDeFila(this)}</aside>
        <section class="miolo-da-mesa" aria-label=${nome}>
          <div>
            <div>
              ${titulo(host.nivel, nome)}
              <p class="secundario so-impressao">${this.#nomeDaUnidade}</p>
            </div>
            ${filtros(this)} ${this.#novidades.renderizar()} ${corpo(this, cartao)} ${this.lote.renderizarBarra()}
            <div class="pe-da-lista nao-imprime">
              ${maisDaLista(this)}
              <button type="button" class="botao botao-texto rente" @click=${() => void this.#atalhos.abrir()}>${textos.atalhos}</button>
            </div>
          </div>
        </section>
      </div>
      ${this.lote.renderizarDialogo()} ${this.#atalhos.renderizar()}`
  }

  mudou(id?: string): void {
    this.#novidades.mudou(id)
  }

  sair(): void {
    this.#atalhos.desligar()
  }

  /** Codigos of the unidades that the queue is of. */
  get unidades(): readonly string[] {
    const { unidade } = this.partes
    return unidade ? [unidade] : [...new Set(this.lugar.posto.lotacoes.map((lotacao) => lotacao.unidade.codigo))]
  }

  /** Whose unidade each protocolo is has to be said. */
  get variasUnidades(): boolean {
    return this.unidades.length > 1
  }

  get selecionados(): readonly ItemDaFila[] {
    return this.lista.itens?.filter(({ id }) => this.selecao.ids.has(id)) ?? []
  }

  marcar(id: string, sim: boolean, ate = false): void {
    this.selecao.marcar(id, sim, this.#selecionaveis, ate)
    this.lugar.desenhar()
  }

  marcarTodos(sim: boolean): void {
    this.selecao.marcarTodos(this.#selecionaveis, sim)
    this.lugar.desenhar()
  }

  /** Only what is still in the queue can be ticked. */
  manter(): void {
    this.selecao.manter(this.#selecionaveis)
    this.lugar.desenhar()
  }

  get #selecionaveis(): string[] {
    return this.lista.itens?.flatMap(({ id }) => (this.lista.sairam.has(id) ? [] : [id])) ?? []
  }

  /** Those who work in the unidades, by name, each once; undefined until they came. */
  pessoasDe(unidades: readonly string[]): PessoaDaUnidade[] | undefined {
    const listas = unidades.map((codigo) => this.#pessoas.get(codigo))
    if (listas.includes(undefined)) return undefined
    const porId = new Map(listas.flatMap((lista) => lista ?? []).map((pessoa) => [pessoa.id, pessoa]))
    return [...porId.values()].sort((uma, outra) => uma.nome.localeCompare(outra.nome))
  }

  /** @throws what the call throws */
  async buscarPessoas(unidades: readonly string[]): Promise<void> {
    const faltam = unidades.filter((codigo) => !this.#pessoas.has(codigo))
    await Promise.all(faltam.map(async (codigo) => this.#pessoas.set(codigo, await this.lugar.api.pessoas(codigo))))
    this.lugar.desenhar()
  }

  /** For the filter, which does without where they do not come. */
  async trazerPessoas(): Promise<void> {
    await this.buscarPessoas(this.unidades).catch((erro: unknown) => console.debug('protocolo: nobody to filter by', erro))
  }

  /** How many each queue holds; where that does not come, the queues stand without. */
  async contar(): Promise<void> {
    const { unidade } = this.partes
    try {
      const contagens = await this.lugar.api.contagens(unidade)
      if (unidade === this.partes.unidade) this.contagens = contagens
    } catch (erro) {
      console.debug('protocolo: the queues were not counted', erro)
    }
    this.lugar.desenhar()
  }

  /** The same queue with other parts of the hash. */
  irPara(partes: Readonly<Record<string, string | undefined>>): void {
    this.lugar.ir('fila', { ...this.partes, ...partes })
  }

  async carregarMais(): Promise<void> {
    const primeiro = await this.lista.mais()
    if (!primeiro) return
    this.#dizerQuantos()
    await this.lugar.host.focar(`[data-id="${CSS.escape(primeiro.id)}"] a`)
  }

  get nome(): string {
    const fila = filaDe(this.partes)
    return fila === 'unidade' && this.variasUnidades ? gestao.unidades : gestao.filas[fila]
  }

  get #nomeDaUnidade(): string | typeof nothing {
    const { unidade } = this.partes
    const unidades = this.lugar.posto.lotacoes.map((lotacao) => lotacao.unidade)
    return unidades.find(({ codigo }) => codigo === unidade)?.nome ?? (unidades.length === 1 ? (unidades[0]?.nome ?? nothing) : nothing)
  }

  #dizerQuantos(): void {
    const quantos = this.lista.itens?.length
    if (quantos !== undefined) void this.lugar.host.anunciar(quantos > 0 ? textos.naLista(quantos) : textos.nenhum)
  }
}
