import './comum-painel.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { PasskeyListada } from '../../account/passkeys.js'
import { Reautenticacao } from '../../account/reautenticar.js'
import type { Interior, Recinto } from '../../account/recinto.js'
import { estiloDeFormulario } from '../../base/estilo-formulario.js'
import { estiloDeLeitura } from '../../base/estilo-leitura.js'
import { esquecerOEscrito } from '../../client/aba.js'
import { type Agindo, guardarAgindo, lerAgindo } from '../../client/agindo.js'
import { type Cartao, ProblemaDaApi, type TipoResumo } from '../../client/api.js'
import { baixar } from '../../client/baixar.js'
import {
  type Conta,
  type FiltroDosMeus,
  type Meus,
  meusDe,
  type Pagina,
  type Pendencia,
  type Processo,
  type ProtocoloDaConta,
  type RascunhoResumo,
  type Resumo,
  type SessaoListada,
  type VistasDoInteressado,
} from '../../client/meus.js'
import { jaOferecida } from '../../client/oferecidas.js'
import type { MinhasProcuracoes } from '../../client/procuracoes.js'
import { agindo as textosDeAgir } from '../../texts/agindo.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { barraDeQuemAge } from './agindo.js'
import { AoVivo } from './ao-vivo.js'
import { Chaves } from './chaves.js'
import type { Dados } from './dados/dados.js'
import { estiloDoPainel } from './estilo-painel.js'
import { inicio } from './inicio.js'
import { liberados } from './liberados.js'
import { menu } from './menu.js'
import type { Oferta } from './oferta.js'
import { pendencias } from './pendencias.js'
import { TelaDoProcesso } from './processo.js'
import { processos } from './processos.js'
import { Procura } from './procura.js'
import type { TelaDasProcuracoes } from './procuracoes/procuracoes.js'
import type { Responder } from './responder.js'
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
  lista: Carga<Pagina<Processo>>
  pendencias: Carga<Pagina<Pendencia>>
  liberados: Carga<Pagina<Processo>>
  processo: Carga<ProtocoloDaConta>
  vistas: Carga<VistasDoInteressado>
  procuracoes: Carga<MinhasProcuracoes>
  conta: Carga<Conta>
  sessoes: Carga<SessaoListada[]>
  passkeys: Carga<PasskeyListada[]>
  tipos: Carga<TipoResumo[]>
  rascunhos: Carga<RascunhoResumo[]>
}

/** Parts of the hash that narrow the list. */
export const partesDoFiltro = ['situacao', 'tipo', 'orgao', 'de', 'ate', 'busca'] as const
/** Rows of "Últimos processos", and of each page of the whole list. */
const ULTIMOS = '5'
const PAGINA = '20'

/** What the panel shows to who is signed in. */
export class Dentro implements Interior<TelaDeDentro> {
  readonly meus: Meus
  /** Has the person show again who they are, before what needs it. */
  readonly reautenticacao: Reautenticacao
  readonly chaves: Chaves
  oferta: Oferta | undefined
  /** What a button is at. */
  ocupado: string | undefined
  falha: unknown
  /** Said once somebody acts for another no more, though they did not ask for that. */
  avisoDeFim: string | undefined
  /** The process that the person has just changed here, of which they need no news. */
  mexido: string | undefined
  readonly procura = new Procura(this)
  /** Draws the requests that were begun, once its code is here. */
  rascunhos: typeof import('./rascunhos.js').rascunhos | undefined
  /** Draws what waits for a yes, once its code is here. */
  avisosDoInicio: typeof import('./avisos-do-inicio.js').avisosDoInicio | undefined
  /** For whom the person acts. */
  agindo: Agindo | undefined
  #aoVivo: AoVivo | undefined
  #rota: Rota
  #dados: Dados | undefined
  #procuracoes: TelaDasProcuracoes | undefined
  #processo: TelaDoProcesso | undefined
  #responder: Responder | undefined
  #cargas: { [nome in keyof Cargas]?: Cargas[nome] } = {}

  constructor(readonly painel: Recinto<TelaDeDentro>) {
    this.#rota = painel.rota
    this.agindo = lerAgindo(painel.host.entidade, painel.sessao.quem?.conta)
    this.meus = meusDe(painel.sessao, painel.host.entidade, () => this.agindo?.id)
    this.reautenticacao = new Reautenticacao(painel.host, painel.sessao)
    this.chaves = new Chaves(this)
    painel.host.usarEstilos(estiloDeFormulario, estiloDeLeitura, estiloDoPainel)
    this.#ouvirMudancas()
  }

  /** Offers a passkey to who has none, where this device has not offered it before. */
  async oferecerPasskey(): Promise<void> {
    const conta = this.painel.sessao.quem?.conta
    if (!conta || jaOferecida(conta)) return
    this.oferta = new (await import('./oferta.js')).Oferta(this)
    await this.oferta.comecar(conta)
  }

  /** Something else takes its place in the panel. */
  desligar(): void {
    this.#aoVivo?.desligar()
  }

  esquecer(): void {
    esquecerOEscrito()
  }

  /** What is done from now on is done for somebody, or for oneself again. @param dito says so */
  async agirPor(agindo: Agindo | undefined, dito: string): Promise<void> {
    const { host, sessao } = this.painel
    this.agindo = agindo
    guardarAgindo(host.entidade, sessao.quem?.conta ?? '', agindo)
    this.#cargas = {}
    this.#ouvirMudancas()
    await this.painel.ir('inicio')
    void host.anunciar(dito)
    void host.focar('.titulo')
  }

  /** Of one's own processes, or of those of whom one acts for. */
  #ouvirMudancas(): void {
    this.#aoVivo?.desligar()
    this.#aoVivo = new AoVivo(this)
  }

  carga<Nome extends keyof Cargas>(nome: Nome): Cargas[Nome] | undefined {
    return this.#cargas[nome]
  }

  /** Asks for what a view shows. @throws when the code of a view does not come */
  async preparar(rota: Rota): Promise<void> {
    const { tela, partes } = rota
    if (partes.id !== this.#rota.partes.id) this.#processo?.esquecer()
    const filtrou = tela === 'processos' && this.#rota.tela === tela && this.#cargas.lista
    this.#rota = rota
    this.falha = undefined
    void this.carregar('resumo', '', () => this.meus.resumo())
    if (tela === 'inicio' || tela === 'processos') {
      const filtro = this.filtro
      const veio = this.carregar('lista', JSON.stringify(filtro), () => this.meus.protocolos(filtro))
      if (filtrou) void veio.then(() => this.#dizerQuantos('lista'))
      if (tela === 'inicio') void this.carregar('rascunhos', '', () => this.lerRascunhos())
      if (tela === 'processos') void this.carregar('tipos', '', () => this.painel.host.cliente.tipos())
    }
    if (tela === 'pendencias' || tela === 'liberados') void this.carregar(tela, '', () => this.meus[tela](''))
    const { id } = partes
    if ((tela === 'processo' || tela === 'responder') && id) void this.carregar('processo', id, () => this.meus.protocolo(id))
    if (tela === 'inicio') void this.carregar('conta', '', () => this.meus.conta())
    if (tela === 'procuracoes') {
      this.#procuracoes ??= new (await import('./procuracoes/procuracoes.js')).TelaDasProcuracoes(this)
      void this.#procuracoes.preparar()
    }
    if (tela === 'processo') {
      this.#processo ??= new TelaDoProcesso(this)
      await this.#processo.preparar(rota)
    }
    if (tela === 'responder') this.#responder ??= new (await import('./responder.js')).Responder(this)
    if (tela !== 'dados') return
    this.#dados ??= new (await import('./dados/dados.js')).Dados(this)
    void this.#dados.preparar(rota)
  }

  renderizar(rota: Rota, cartao: Cartao): TemplateResult {
    return html`${this.#cabecalho(rota)} ${this.#vista(rota, cartao)} ${this.reautenticacao.renderizar()}`
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
    if (this.#cargas[nome] !== carga) return
    if ('falha' in depois && (await this.parouDeAgir(depois.falha))) return
    this.#por(nome, depois as Cargas[Nome])
  }

  /**
   * Asks again for what came, which stays on screen meanwhile.
   * @returns whether it is new now: something else may have been asking for it
   */
  async renovar<Nome extends keyof Cargas>(nome: Nome, buscar: () => Promise<NonNullable<Cargas[Nome]['valor']>>): Promise<boolean> {
    const antes = this.#cargas[nome]
    if (antes?.valor === undefined) return !antes?.indo
    if (antes.indo) return false
    const valor = await buscar()
    if (this.#cargas[nome] !== antes) return false
    this.#por(nome, { chave: antes.chave, valor, indo: false } as Cargas[Nome])
    return true
  }

  /** What narrows the list of the view on screen. */
  get filtro(): FiltroDosMeus {
    const { tela, partes } = this.#rota
    return tela === 'inicio' ? { limite: ULTIMOS } : { ...soFiltro(partes), limite: PAGINA }
  }

  /** Brings what draws that something waits for a yes. The rest of the panel does not wait for that. */
  async trazerAvisos(): Promise<void> {
    this.avisosDoInicio ??= (await import('./avisos-do-inicio.js')).avisosDoInicio
    this.desenhar()
  }

  /** The requests that were begun; where there are any, with the code that shows them. */
  async lerRascunhos(): Promise<RascunhoResumo[]> {
    const lista = await this.meus.rascunhos()
    if (lista.length > 0) this.rascunhos ??= (await import('./rascunhos.js')).rascunhos
    return lista
  }

  /** The next page of a list, below what is there. */
  async mostrarMais<Nome extends 'lista' | 'pendencias' | 'liberados'>(
    nome: Nome,
    buscar: (depois: string) => Promise<NonNullable<Cargas[Nome]['valor']>>,
  ): Promise<void> {
    const carga = this.#cargas[nome]
    const vista: Pagina<unknown> | undefined = carga?.valor
    const depois = vista?.proximo
    if (!carga || !depois || carga.indo) return
    const vistos = vista.itens
    await this.carregar(nome, carga.chave, async () => {
      const pagina = await buscar(depois)
      return { ...pagina, itens: [...vistos, ...pagina.itens] }
    })
    if (this.#dizerQuantos(nome) > vistos.length) void this.painel.host.focar(`.processos > :nth-child(${vistos.length + 1}) a`)
  }

  #dizerQuantos(nome: 'lista' | 'pendencias' | 'liberados'): number {
    const quantos = this.#cargas[nome]?.valor?.itens.length
    if (quantos !== undefined) void this.painel.host.anunciar(quantos > 0 ? textos.mostrando(quantos) : textos.nenhum)
    return quantos ?? 0
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
      if (!(await this.parouDeAgir(erro))) this.falha = erro
    }
    this.ocupado = undefined
    this.desenhar()
  }

  baixar(ocupado: string, nome: string, buscar: () => Promise<Blob>): void {
    void this.fazer(ocupado, async () => baixar(await buscar(), nome))
  }

  /** A procuracao that serves no more has the person act for themselves again. @returns whether one did */
  async parouDeAgir(erro: unknown): Promise<boolean> {
    const { agindo } = this
    if (!agindo || !(erro instanceof ProblemaDaApi) || erro.problema.codigo !== 'procuracao_invalida') return false
    this.avisoDeFim = textosDeAgir.terminou(agindo.nome)
    await this.agirPor(undefined, this.avisoDeFim)
    return true
  }

  desenhar(): void {
    this.painel.host.requestUpdate()
  }

  #por<Nome extends keyof Cargas>(nome: Nome, carga: Cargas[Nome]): void {
    this.#cargas = { ...this.#cargas, [nome]: carga }
    this.desenhar()
  }

  #cabecalho(rota: Rota): TemplateResult {
    return html`${barraDeQuemAge(this)}<div class="topo-do-painel nao-imprime">
      <div class="quem">
        <span class="secundario">${this.painel.sessao.quem?.nome}</span>
        <button type="button" class="botao botao-texto rente" @click=${() => void this.painel.sair()}>${textos.sair}</button>
      </div>
      ${menu(this, rota)}
    </div>`
  }

  #vista(rota: Rota, cartao: Cartao): TemplateResult | typeof nothing {
    const { tela } = rota
    if (tela === 'processos') return processos(this, rota, cartao)
    if (tela === 'pendencias') return pendencias(this, cartao)
    if (tela === 'liberados') return liberados(this, cartao)
    const trazidas = { processo: this.#processo, responder: this.#responder, procuracoes: this.#procuracoes, dados: this.#dados }
    if (tela in trazidas) return trazidas[tela as keyof typeof trazidas]?.renderizar(rota, cartao) ?? this.painel.espera()
    return inicio(this, cartao)
  }
}

/** Of the parts of the hash, those that narrow the list. */
export function soFiltro(partes: Rota['partes']): Partial<Record<(typeof partesDoFiltro)[number], string>> {
  return Object.fromEntries(partesDoFiltro.flatMap((nome) => (partes[nome] ? [[nome, partes[nome]]] : [])))
}
