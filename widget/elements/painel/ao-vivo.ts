import type { ReactiveController } from 'lit'
import { nomesDeSituacao } from '../../../server/contract/palavras.js'
import { acompanhar, type Mudanca, type Ouvinte } from '../../client/ao-vivo.js'
import type { FiltroDosMeus, Pagina, Processo } from '../../client/meus.js'
import { aoVivo as textos } from '../../texts/ao-vivo.pt-BR.js'
import type { Dentro } from './dentro.js'

/** Milliseconds: changes that come together are shown together, and said no more often than people can hear. */
const JUNTAR = 300
/** Before what did not come is asked for again; each time that fails doubles it. */
const DE_NOVO = 2000
const DE_NOVO_MAIOR = 60_000
const ANTES_DE_DIZER = 1000
const ENTRE_ANUNCIOS = 5000
/** Rows that the API gives at once. */
const MAIS_LINHAS = 50

/** Keeps what the panel shows as it is on the server, without a reload, and without moving anything else. */
export class AoVivo implements ReactiveController, Ouvinte {
  readonly #dentro: Dentro
  /** What is still to be said. */
  readonly #mudancas = new Map<string, Mudanca>()
  /** Protocolos that are still to be asked for. */
  #mudaram = new Set<string>()
  /** What was on screen when a change was first heard of. */
  readonly #antes = new Map<string, string | undefined>()
  #parar: (() => void) | undefined
  #relogio: ReturnType<typeof setTimeout> | undefined
  #anuncio: ReturnType<typeof setTimeout> | undefined
  /** When something was last said. */
  #dito = Number.NEGATIVE_INFINITY
  #tudo = false
  #falhas = 0

  constructor(dentro: Dentro) {
    this.#dentro = dentro
    dentro.painel.host.addController(this)
  }

  hostConnected(): void {
    const { agindo, painel } = this.#dentro
    this.#parar = acompanhar(painel.sessao, painel.host.entidade, this, { procuracao: agindo?.id })
  }

  hostDisconnected(): void {
    this.#parar?.()
    this.#parar = undefined
    clearTimeout(this.#relogio)
    clearTimeout(this.#anuncio)
    this.#relogio = this.#anuncio = undefined
  }

  mudou(mudanca: Mudanca): void {
    const { protocolo } = mudanca
    if (!this.#antes.has(protocolo)) this.#antes.set(protocolo, this.#naTela(protocolo)?.situacao)
    this.#mudancas.set(protocolo, mudanca)
    this.#mudaram.add(protocolo)
    this.#agendar()
    const espera = Math.max(ANTES_DE_DIZER, this.#dito + ENTRE_ANUNCIOS - performance.now())
    this.#anuncio ??= setTimeout(() => void this.#anunciar(), espera)
  }

  recomecar(): void {
    this.#tudo = true
    this.#agendar()
  }

  parou(erro: unknown): void {
    void this.#dentro.parouDeAgir(erro)
  }

  desligar(): void {
    this.#dentro.painel.host.removeController(this)
    this.hostDisconnected()
  }

  #agendar(espera = JUNTAR): void {
    this.#relogio ??= setTimeout(() => void this.#renovar(), espera)
  }

  async #renovar(): Promise<void> {
    const { meus } = this.#dentro
    const lista = this.#dentro.carga('lista')
    const pendencias = this.#dentro.carga('pendencias')
    const id = this.#dentro.carga('processo')?.chave
    const mudou = this.#tudo || this.#mudaram.has(id ?? '')
    this.#tudo = false
    this.#mudaram = new Set()
    this.#relogio = undefined
    const feito = await Promise.all([
      this.#dentro.renovar('resumo', () => meus.resumo()),
      this.#dentro.renovar('rascunhos', () => this.#dentro.lerRascunhos()),
      !pendencias?.valor || this.#dentro.renovar('pendencias', () => tantas(meus.pendencias, pendencias.valor?.itens.length ?? 0)),
      !lista?.valor || this.#dentro.renovar('lista', () => this.#tantas(JSON.parse(lista.chave), lista.valor?.itens.length ?? 0)),
      !id || !mudou || this.#dentro.renovar('processo', () => meus.protocolo(id)),
    ]).then(
      (partes) => !partes.includes(false),
      (erro: unknown) => console.debug('protocolo: what changed is asked for again', erro),
    )
    this.#falhas = feito ? 0 : this.#falhas + 1
    if (feito || !this.#parar) return
    this.#tudo = true
    this.#agendar(Math.min(DE_NOVO * 2 ** (this.#falhas - 1), DE_NOVO_MAIOR))
  }

  #tantas(filtro: FiltroDosMeus, quantas: number): Promise<Pagina<Processo>> {
    const limite = String(Math.min(Math.max(quantas, Number(filtro.limite)), MAIS_LINHAS))
    return tantas((depois) => this.#dentro.meus.protocolos({ ...filtro, limite, ...(depois && { depois }) }), quantas)
  }

  #naTela(id: string): { numero: string; situacao: string } | undefined {
    const processo = this.#dentro.carga('processo')?.valor
    return processo?.id === id ? processo : this.#dentro.carga('lista')?.valor?.itens.find((linha) => linha.id === id)
  }

  async #anunciar(): Promise<void> {
    const antes = new Map(this.#antes)
    const { mexido } = this.#dentro
    const mudancas = [...this.#mudancas.values()].filter(
      ({ protocolo, situacao }) => protocolo !== mexido || antes.get(protocolo) !== situacao,
    )
    this.#dentro.mexido = undefined
    this.#mudancas.clear()
    this.#antes.clear()
    this.#anuncio = undefined
    this.#dito = performance.now()
    const [mudanca] = mudancas
    if (!mudanca) return
    if (mudancas.length > 1) return this.#dentro.painel.host.anunciar(textos.varios(mudancas.length))
    const { protocolo, situacao, versao } = mudanca
    const achado = this.#naTela(protocolo) ?? (await this.#dentro.meus.protocolo(protocolo).catch(() => undefined))
    if (!achado) return
    const { numero } = achado
    const nome = Object.entries(nomesDeSituacao).find(([uma]) => uma === situacao)?.[1]
    const mudou = nome && antes.get(protocolo) !== situacao
    const texto = versao === 1 ? textos.novo(numero) : mudou ? textos.mudou(numero, nome) : textos.novidade(numero)
    await this.#dentro.painel.host.anunciar(texto)
  }
}

/** As many rows as are on screen. */
async function tantas<T>(buscar: (depois: string) => Promise<Pagina<T>>, quantas: number): Promise<Pagina<T>> {
  let pagina = await buscar('')
  while (pagina.proximo && pagina.itens.length < quantas) {
    const mais = await buscar(pagina.proximo)
    pagina = { ...mais, itens: [...pagina.itens, ...mais.itens] }
  }
  return pagina
}
