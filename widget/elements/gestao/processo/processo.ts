import '../../../account/comum-conta.js'
import '../../../base/comum-arquivos.js'
import '../../../base/comum-andamento.js'
import { html, nothing, type TemplateResult } from 'lit'
import { estiloDePessoa } from '../../../base/estilo-pessoa.js'
import type { Anexo, Cartao, TipoCompleto } from '../../../client/api.js'
import { baixar } from '../../../client/baixar.js'
import type { PessoaDaUnidade, ProtocoloDaGestao } from '../../../client/gestao.js'
import { listaDeArquivos } from '../../../parts/arquivos.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { titulo } from '../../../parts/titulo.js'
import { type AcaoDaMesa, atosDaGestao } from '../../../texts/gestao-atos.pt-BR.js'
import { processoDaGestao as textos } from '../../../texts/gestao-processo.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Lugar, Vista } from '../vista.js'
import { corpo } from './abas/abas.js'
import { Vistas } from './abas/vistas.js'
import { fecharMais } from './acoes.js'
import { Ato } from './ato.js'
import { cabeca } from './cabeca.js'
import { estiloDoProcesso } from './estilo-processo.js'
import { ficha } from './ficha.js'
import { formas } from './formas.js'
import { quadroDoAto } from './quadro-do-ato.js'

/** One protocolo, whole, and what may be done with it: `#gestao=processo&id=…&aba=…`. */
export class Processo implements Vista {
  /** The act whose form is open. */
  ato: Ato | undefined
  /** What a button is at: an acao, or the id of a file. */
  ocupado: string | undefined
  /** Who works in the unidade that holds it, once asked for. */
  pessoas: readonly PessoaDaUnidade[] | undefined
  /** The tipo, once asked for. */
  tipo: TipoCompleto | undefined
  readonly vistas = new Vistas(this)
  /** The last message that was marked as read here. */
  #lida = ''
  #valor: ProtocoloDaGestao | undefined
  /** Nothing could be shown. */
  #falha: unknown
  /** What was just tried did not work. */
  #recusa: unknown
  #id = ''
  #aba: string | undefined
  /** Its page has been drawn: a region that tells of news is there. */
  #desenhado = false

  constructor(readonly lugar: Lugar) {
    lugar.host.usarEstilos(estiloDePessoa, estiloDoProcesso)
  }

  preparar({ id = '', aba }: Partes): void {
    const outro = id !== this.#id
    if (outro) this.#deixar()
    this.#id = id
    this.#aba = aba
    if (outro || !this.#valor) void this.carregar()
    else void this.#verAba(this.#valor)
  }

  renderizar(partes: Partes, cartao: Cartao): TemplateResult {
    const { host } = this.lugar
    const valor = this.#valor
    return html`<p class="nao-imprime">${this.lugar.voltar()}</p>
      ${valor ? this.#tudo(valor, partes, cartao) : this.#nada()}
      ${valor && this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns, tentar: () => void this.carregar() }) : nothing}`
  }

  mudou(id?: string): void {
    if (this.#id && (!id || id === this.#id)) void this.#atualizar()
  }

  sair(): void {
    this.#deixar()
    this.#id = ''
  }

  async carregar(): Promise<void> {
    this.#falha = undefined
    this.lugar.desenhar()
    try {
      await this.reler()
    } catch (erro) {
      this.#falha = erro
      this.lugar.desenhar()
    }
  }

  /** Asks for the processo as it is now, and shows it. */
  async reler(): Promise<ProtocoloDaGestao> {
    const id = this.#id
    const agora = await this.lugar.api.protocolo(id)
    if (id !== this.#id) return agora
    this.#mostrar(agora)
    void this.#verAba(agora)
    return agora
  }

  /** Begins an act: with its form, or at once where it has none. Again for the one that is open, goes to it. */
  async comecar(acao: AcaoDaMesa, alvo = ''): Promise<void> {
    const valor = this.#valor
    if (!valor) return
    fecharMais(this)
    const forma = formas[acao]
    if (!forma) return this.#agirLogo(acao, valor)
    this.#recusa = undefined
    if (this.ato?.acao !== acao || this.ato.alvo !== alvo) {
      this.ato?.fechar()
      this.ato = new Ato(this, forma, acao, valor, alvo)
      if (acao === 'atribuir') void this.#buscarPessoas(valor)
      if (acao === 'prorrogar') void this.#buscarTipo(valor)
    }
    this.lugar.desenhar()
    await this.lugar.host.focar('.ato .subtitulo')
    this.lugar.host.recipiente.querySelector('.ato')?.scrollIntoView({ block: 'nearest' })
  }

  /** Leaves the form that is open. The focus goes to what had opened it. */
  fechar(): void {
    const acao = this.ato?.acao
    this.ato?.fechar()
    this.ato = undefined
    this.lugar.desenhar()
    if (acao) void this.#focarOnde(acao)
  }

  /** An act was done. What went where the person does not see it any more leaves the screen. */
  fez({ acao }: Ato, agora: ProtocoloDaGestao | undefined): void {
    this.ato?.fechar()
    this.ato = undefined
    this.#feito(acao, agora)
    if (agora) void this.lugar.host.focar('.titulo')
  }

  /** Without leaving the form, shows what others did. */
  verMudanca(): void {
    this.lugar.ir('processo', { id: this.#id, aba: 'andamento' })
    void this.lugar.host.focar('.andamento')
  }

  /** Who else has it open, by name; nobody until the page is there, which then tells. */
  get presentes(): readonly string[] {
    return this.#desenhado ? this.lugar.presentes(this.#id).map(({ nome }) => nome) : []
  }

  arquivos(anexos: readonly (Anexo & { titulo?: string })[]): TemplateResult {
    return listaDeArquivos(anexos, {
      textos: this.lugar.host.comuns,
      baixando: this.ocupado,
      baixar: ({ id, nome }) => void this.baixar(id, nome, () => this.lugar.api.anexo(this.#id, id)),
    })
  }

  /** Saves what `buscar` brings as a file. @param oque what is busy meanwhile */
  async baixar(oque: string, nome: string, buscar: () => Promise<Blob>): Promise<void> {
    await this.ocupar(oque, async () => baixar(await buscar(), nome))
  }

  /** Does one thing at a time; what goes wrong is told over the page. @param oque what is busy meanwhile */
  async ocupar(oque: string, fazer: () => Promise<void>): Promise<void> {
    if (this.ocupado) return
    this.ocupado = oque
    this.#recusa = undefined
    this.lugar.desenhar()
    try {
      await fazer()
    } catch (erro) {
      this.#recusa = erro
    }
    this.ocupado = undefined
    this.lugar.desenhar()
  }

  async copiarNumero(): Promise<void> {
    const { host } = this.lugar
    try {
      await navigator.clipboard.writeText(this.#valor?.numero ?? '')
      await host.anunciar(textos.copiado)
    } catch (erro) {
      console.debug('protocolo: clipboard refused', erro)
      const numero = host.recipiente.querySelector('[data-numero]')
      if (numero) getSelection()?.selectAllChildren(numero)
      await host.anunciar(textos.naoCopiou)
    }
  }

  #tudo(valor: ProtocoloDaGestao, partes: Partes, cartao: Cartao): TemplateResult {
    return html`<div class="processo-da-mesa">
      <div class="alto-do-processo">
        ${cabeca(this, valor, cartao)} ${this.#recusa ? avisoDeFalha(this.#recusa, { textos: this.lugar.host.comuns }) : nothing}
      </div>
      <div class="lado">${this.ato ? quadroDoAto(this.ato, cartao) : nothing} ${ficha(this, valor, cartao)}</div>
      <div class="corpo">${corpo(this, valor, partes, cartao)}</div>
    </div>`
  }

  #nada(): TemplateResult {
    const { host } = this.lugar
    return html`${titulo(host.nivel, textos.processo)}
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns, tentar: () => void this.carregar() }) : html`<div class="alto">${host.esqueleto()}</div>`}`
  }

  /** Somebody else may have changed it: what is being written stays, and is told. What the person does tells of itself. */
  async #atualizar(): Promise<void> {
    const antes = this.#agindo ? undefined : this.#valor?.versao
    try {
      const agora = await this.reler()
      this.ato?.releu(agora)
      if (antes !== undefined && antes !== agora.versao) await this.lugar.host.anunciar(textos.mudouAgora)
    } catch (erro) {
      console.debug('protocolo: read again with the next change', erro)
    }
    this.lugar.desenhar()
  }

  get #agindo(): boolean {
    return this.ocupado === 'receber' || this.ato?.indo === true
  }

  /** What comes of a part being looked at: messages are read, vistas are asked for. */
  async #verAba({ id, mensagens, acoes }: ProtocoloDaGestao): Promise<void> {
    if (this.#aba === 'vistas') await this.vistas.carregar(id)
    const ultima = mensagens.at(-1)?.id
    const novas = mensagens.some(({ de, lidaEm }) => de === 'cidadao' && !lidaEm)
    if (this.#aba !== 'mensagens' || !novas || !ultima || ultima === this.#lida || !acoes.includes('escrever')) return
    this.#lida = ultima
    await this.lugar.api
      .lerMensagens(id, ultima)
      .then(() => this.lugar.mudei(id))
      .catch((erro: unknown) => console.debug('protocolo: read marks go with the next look', erro))
  }

  #mostrar(agora: ProtocoloDaGestao): void {
    this.#valor = agora
    this.#falha = undefined
    this.lugar.desenhar()
    if (!this.#desenhado) void this.#dizerPresentes()
  }

  async #dizerPresentes(): Promise<void> {
    await this.lugar.host.updateComplete
    await new Promise(requestAnimationFrame)
    this.#desenhado = this.#valor !== undefined
    this.lugar.desenhar()
  }

  async #agirLogo(acao: AcaoDaMesa, { id, versao }: ProtocoloDaGestao): Promise<void> {
    if (acao !== 'receber') return
    await this.ocupar(acao, async () => this.#feito(acao, await this.lugar.api.agir(id, { acao, versao })))
    if (this.#recusa) await this.#atualizar()
    else await this.lugar.host.focar('.acoes-do-processo .botao')
  }

  #feito(acao: AcaoDaMesa, agora: ProtocoloDaGestao | undefined): void {
    this.#recusa = undefined
    this.lugar.mudei(this.#id)
    if (agora) this.ato?.viu(agora)
    if (agora) this.#mostrar(agora)
    else this.lugar.ir('fila')
    this.lugar.host.emitir('protocolo-ato', { ato: acao, quantos: 1 })
    void this.lugar.host.anunciar(atosDaGestao.atos[acao].feito)
  }

  async #buscarPessoas({ unidade }: ProtocoloDaGestao): Promise<void> {
    this.pessoas = await this.lugar.api.pessoas(unidade.codigo).catch((erro: unknown) => {
      this.#recusa = erro
      return undefined
    })
    this.lugar.desenhar()
  }

  /** Only for what is told beside the form: it goes without. */
  async #buscarTipo({ tipo }: ProtocoloDaGestao): Promise<void> {
    this.tipo = await this.lugar.host.cliente.tipo(tipo.codigo).catch(() => undefined)
    this.lugar.desenhar()
  }

  async #focarOnde(acao: AcaoDaMesa): Promise<void> {
    const { host } = this.lugar
    await host.updateComplete
    const visivel = [...host.recipiente.querySelectorAll<HTMLElement>(`[data-acao=${acao}]`)].find((um) => um.checkVisibility())
    const mais = host.recipiente.querySelector<HTMLElement>('.mais-acoes > summary')
    if (visivel ?? mais) (visivel ?? mais)?.focus()
    else await host.focar('.titulo')
  }

  #deixar(): void {
    this.ato?.fechar()
    this.ato = this.pessoas = this.tipo = this.ocupado = undefined
    this.#valor = this.#falha = this.#recusa = undefined
    this.#desenhado = false
    this.vistas.esquecer()
    this.#lida = ''
  }
}
