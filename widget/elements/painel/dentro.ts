import '../../base/comum.js'
import '../../base/comum-formulario.js'
import '../../base/comum-leitura.js'
import { html, nothing, type TemplateResult } from 'lit'
import { estiloDeFormulario } from '../../base/estilo-formulario.js'
import { estiloDeLeitura } from '../../base/estilo-leitura.js'
import type { Cartao, TipoResumo } from '../../client/api.js'
import { baixar } from '../../client/baixar.js'
import {
  type Conta,
  type FiltroDosMeus,
  type Meus,
  meusDe,
  type PaginaDosMeus,
  type ProtocoloDaConta,
  type Resumo,
  type SessaoListada,
} from '../../client/meus.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { dados } from './dados.js'
import { estiloDoPainel } from './estilo-painel.js'
import { inicio } from './inicio.js'
import type { Painel } from './painel.js'
import { processo } from './processo.js'
import { processos } from './processos.js'
import type { Rota, TelaDeDentro } from './rota.js'

/** Something that is asked of the API: what came last, and what went wrong since. */
export interface Carga<T> {
  /** What was asked, so that an answer that comes late is not shown for another. */
  chave: string
  valor?: T
  falha?: unknown
  indo: boolean
}

interface Cargas {
  resumo: Carga<Resumo>
  lista: Carga<PaginaDosMeus>
  processo: Carga<ProtocoloDaConta>
  conta: Carga<Conta>
  sessoes: Carga<SessaoListada[]>
  tipos: Carga<TipoResumo[]>
}

/** Parts of the hash that narrow the list. */
export const partesDoFiltro = ['situacao', 'tipo', 'orgao', 'de', 'ate', 'busca'] as const
/** Rows of "Últimos processos", and of each page of the whole list. */
const ULTIMOS = '5'
const PAGINA = '20'

/** What the panel shows to who is signed in. */
export class Dentro {
  readonly meus: Meus
  /** What a button is at. */
  ocupado: string | undefined
  falha: unknown
  #rota: Rota
  #cargas: { [nome in keyof Cargas]?: Cargas[nome] } = {}

  constructor(readonly painel: Painel) {
    this.#rota = painel.rota
    this.meus = meusDe(painel.sessao, painel.host.entidade)
    painel.host.usarEstilos(estiloDeFormulario, estiloDeLeitura, estiloDoPainel)
  }

  carga<Nome extends keyof Cargas>(nome: Nome): Cargas[Nome] | undefined {
    return this.#cargas[nome]
  }

  /** Asks for what a view shows; again for the one on screen when none is told. */
  preparar(rota: Rota = this.#rota): void {
    const { tela, partes } = rota
    this.#rota = rota
    this.falha = undefined
    if (tela === 'inicio' || tela === 'processos') {
      const filtro: FiltroDosMeus = tela === 'inicio' ? { limite: ULTIMOS } : { ...soFiltro(partes), limite: PAGINA }
      void this.carregar('resumo', '', () => this.meus.resumo())
      void this.carregar('lista', JSON.stringify(filtro), () => this.meus.protocolos(filtro))
      if (tela === 'processos') void this.carregar('tipos', '', () => this.painel.host.cliente.tipos())
    }
    const { id } = partes
    if (tela === 'processo' && id) void this.carregar('processo', id, () => this.meus.protocolo(id))
    if (tela === 'dados') {
      void this.carregar('conta', '', () => this.meus.conta())
      void this.carregar('sessoes', '', () => this.meus.sessoes())
    }
  }

  renderizar(rota: Rota, cartao: Cartao): TemplateResult {
    return html`${this.#cabecalho(rota)} ${this.#vista(rota, cartao)}`
  }

  /** A link to a view, followed without leaving the page's own state behind. */
  ligacao(
    tela: TelaDeDentro,
    partes: Readonly<Record<string, string | undefined>>,
    conteudo: unknown,
    extra: { classe?: string; atual?: boolean } = {},
  ) {
    const ir = (evento: MouseEvent) => {
      if (evento.ctrlKey || evento.metaKey || evento.shiftKey) return
      evento.preventDefault()
      void this.painel.ir(tela, partes)
    }
    return html`<a class=${extra.classe ?? nothing} href=${this.painel.enderecoDe(tela, partes)} aria-current=${extra.atual ? 'page' : nothing} @click=${ir}>${conteudo}</a>`
  }

  /** Asks for something; what is on screen stays until the answer comes. */
  async carregar<Nome extends keyof Cargas>(
    nome: Nome,
    chave: string,
    buscar: () => Promise<NonNullable<Cargas[Nome]['valor']>>,
  ): Promise<void> {
    const antes = this.#cargas[nome]
    const carga = { chave, indo: true, ...(antes?.chave === chave && { valor: antes.valor }) } as Cargas[Nome]
    this.#por(nome, carga)
    const depois = await buscar().then(
      (valor) => ({ chave, valor, indo: false }),
      (falha: unknown) => ({ ...carga, falha, indo: false }),
    )
    if (this.#cargas[nome] === carga) this.#por(nome, depois as Cargas[Nome])
  }

  async mostrarMais(): Promise<void> {
    const { lista } = this.#cargas
    const depois = lista?.valor?.proximo
    if (!lista?.valor || !depois || lista.indo) return
    const vistos = lista.valor.protocolos
    const filtro: FiltroDosMeus = { ...soFiltro(this.#rota.partes), limite: PAGINA, depois }
    await this.carregar('lista', lista.chave, async () => {
      const pagina = await this.meus.protocolos(filtro)
      return { ...pagina, protocolos: [...vistos, ...pagina.protocolos] }
    })
    const agora = this.#cargas.lista?.valor?.protocolos ?? []
    void this.painel.host.anunciar(textos.mostrando(agora.length))
    if (agora.length > vistos.length) void this.painel.host.focar(`.processo:nth-child(${vistos.length + 1}) a`)
  }

  /** One thing at a time that a button asks for. */
  async fazer(ocupado: string, que: () => Promise<void>): Promise<void> {
    if (this.ocupado) return
    this.ocupado = ocupado
    this.falha = undefined
    this.desenhar()
    try {
      await que()
    } catch (erro) {
      this.falha = erro
    }
    this.ocupado = undefined
    this.desenhar()
  }

  baixar(ocupado: string, nome: string, buscar: () => Promise<Blob>): void {
    void this.fazer(ocupado, async () => baixar(await buscar(), nome))
  }

  desenhar(): void {
    this.painel.host.requestUpdate()
  }

  #por<Nome extends keyof Cargas>(nome: Nome, carga: Cargas[Nome]): void {
    this.#cargas = { ...this.#cargas, [nome]: carga }
    this.desenhar()
  }

  #cabecalho({ tela }: Rota): TemplateResult {
    const { quem } = this.painel.sessao
    const noMenu = (qual: TelaDeDentro, texto: string, atual: boolean) => this.ligacao(qual, {}, texto, { classe: 'aba', atual })
    return html`<div class="topo-do-painel nao-imprime">
      <nav class="abas" aria-label=${textos.menu}>
        ${noMenu('inicio', textos.processos, tela !== 'dados')} ${noMenu('dados', textos.dados, tela === 'dados')}
      </nav>
      <div class="quem">
        <span class="secundario">${quem?.nome}</span>
        <button type="button" class="botao botao-texto" @click=${() => void this.painel.sair()}>${textos.sair}</button>
      </div>
    </div>`
  }

  #vista(rota: Rota, cartao: Cartao): TemplateResult {
    if (rota.tela === 'processo') return processo(this, rota, cartao)
    if (rota.tela === 'processos') return processos(this, rota, cartao)
    return rota.tela === 'dados' ? dados(this, cartao) : inicio(this, cartao)
  }
}

/** Of the parts of the hash, those that narrow the list. */
export function soFiltro(partes: Rota['partes']): Partial<Record<(typeof partesDoFiltro)[number], string>> {
  return Object.fromEntries(partesDoFiltro.flatMap((nome) => (partes[nome] ? [[nome, partes[nome]]] : [])))
}
