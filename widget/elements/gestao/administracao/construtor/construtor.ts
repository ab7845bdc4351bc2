import type { ArquivoDeEntidade, ResultadoDaImportacao } from '../../../../client/administracao.js'
import { ProblemaDaApi } from '../../../../client/api.js'
import { administracao as textos } from '../../../../texts/gestao-administracao.pt-BR.js'
import { apagarRascunho, guardarRascunho, lerRascunho } from '../../rascunhos.js'
import type { Administracao } from '../administracao.js'
import { codigoDe } from '../campos.js'
import { Folha } from '../folha.js'
import * as edicao from './edicao.js'
import { caminhoDe, type Item, itemNovo, type Lista, nomeDe, type Tipo } from './edicao.js'
import { Previa } from './previa.js'
import { Versoes } from './versoes.js'

/** A tipo that is being made or changed. It stays in the tab until it is written or given up. */
export class Construtor {
  tipo: Tipo = edicao.novo
  /** The question or document that is open, as `campos[relato]`. */
  aberto = ''
  /** What would change, as the server tells it. */
  conferido: ResultadoDaImportacao | undefined
  /** Somebody else changed it meanwhile. */
  mudouAntes = false
  fechando = false
  readonly folha: Folha
  readonly previa: Previa
  readonly versoes: Versoes
  #original: Tipo = edicao.novo
  #versao: number | undefined
  #arquivo: ArquivoDeEntidade | undefined

  constructor(
    readonly administracao: Administracao,
    /** `novo` for one that is not there yet. */
    readonly codigo: string,
  ) {
    this.folha = new Folha(administracao.lugar, 'tipo')
    this.previa = new Previa(administracao.lugar.host)
    this.versoes = new Versoes(administracao, codigo)
  }

  get eNovo(): boolean {
    return this.codigo === 'novo'
  }

  get mudado(): boolean {
    return JSON.stringify(this.tipo) !== JSON.stringify(this.#original)
  }

  get versao(): number | undefined {
    return this.#versao
  }

  get grupos(): string[] {
    return [...new Set(this.#arquivo?.tipos.map(({ grupo }) => grupo))]
  }

  async carregar(): Promise<void> {
    await this.#ler()
    const { tipo, versao } = lerRascunho(this.#lugarDoRascunho).valores
    this.tipo = tipo ? JSON.parse(tipo) : this.#original
    // What was begun upon an older version is still told apart from the one in force.
    if (tipo && versao) this.#versao = Number(versao)
  }

  mudar(mudanca: edicao.Mudanca): void {
    this.tipo = edicao.semVazios({ ...this.tipo, ...mudanca } as Tipo)
    if (this.eNovo && mudanca.nome !== undefined) {
      this.tipo = { ...this.tipo, codigo: this.#codigoDe(this.tipo.nome) }
    }
    this.conferido = undefined
    this.#guardar()
    this.administracao.lugar.desenhar()
  }

  escolherUnidade(unidade: string): void {
    const orgao = this.administracao.lugar.posto.unidades.find(({ codigo }) => codigo === unidade)?.orgao ?? ''
    this.mudar({ unidade, orgao })
  }

  acrescentar(lista: Lista): void {
    const item = itemNovo(this.tipo, lista)
    this.mudar({ [lista]: [...this.tipo[lista], item] })
    this.abrir(lista, item.codigo)
  }

  abrir(lista: Lista, codigo: string): void {
    this.aberto = caminhoDe(lista, codigo)
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar(`#${this.folha.id(`${this.aberto}.${lista === 'campos' ? 'rotulo' : 'nome'}`)}`)
  }

  fechar(): void {
    const { aberto } = this
    this.aberto = ''
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar(`#${this.folha.id(`${aberto}.abrir`)}`)
  }

  /** Of one not written yet, the codigo follows what it asks. */
  mudarItem(lista: Lista, codigo: string, mudanca: object): void {
    const { tipo, codigo: outro } = edicao.mudarItem(this.tipo, this.#original, lista, codigo, mudanca)
    if (this.aberto === caminhoDe(lista, codigo)) this.aberto = caminhoDe(lista, outro)
    this.mudar(tipo)
  }

  mover(lista: Lista, codigo: string, passo: 1 | -1): void {
    const itens: Item[] = [...this.tipo[lista]]
    const de = itens.findIndex((item) => item.codigo === codigo)
    const [item] = itens.splice(de, 1)
    if (!item) return
    itens.splice(de + passo, 0, item)
    this.mudar({ [lista]: itens })
    const { host } = this.administracao.lugar
    const para = de + passo + 1
    void host.anunciar(textos.construtor.posicao(nomeDe(item), para, itens.length))
    const ainda = (passo < 0 ? para > 1 : para < itens.length) ? passo : -passo
    void host.focar(`#${this.folha.id(`${caminhoDe(lista, codigo)}.${ainda < 0 ? 'subir' : 'descer'}`)}`)
  }

  tirar(lista: Lista, codigo: string): void {
    this.aberto = ''
    this.mudar({ [lista]: this.tipo[lista].filter((item: Item) => item.codigo !== codigo) })
    void this.administracao.lugar.host.focar(`#${this.folha.id(`${lista}-nova`)}`)
  }

  /** Asks what would change, and shows what would be refused beside it. */
  async conferir(): Promise<void> {
    await this.folha.tentar(() => this.#conferir())
    if (this.conferido) void this.administracao.lugar.host.focar('.conferencia')
  }

  async gravar(): Promise<void> {
    const { administracao } = this
    const tipo = edicao.limpo(this.tipo)
    const feito = await this.folha.tentar(async () => {
      try {
        return (await administracao.confirmar((confirmado) => administracao.api.gravarTipo(tipo, this.#versao, confirmado))) !== undefined
      } catch (erro) {
        if (!(erro instanceof ProblemaDaApi) || erro.problema.codigo !== 'arquivo_mudou') return this.#recusado(erro)
        await this.#alcancar()
        return false
      }
    })
    if (!feito) return
    apagarRascunho(this.#lugarDoRascunho)
    this.mudouAntes = false
    this.conferido = undefined
    this.fechando = false
    this.aberto = ''
    administracao.lugar.ir('administracao', { parte: 'tipos', tipo: tipo.codigo })
    if (!this.eNovo) {
      await this.#ler()
      this.tipo = this.#original
    }
    administracao.dizer(textos.construtor.gravado(tipo.nome))
  }

  /** What was typed goes; what is in force comes. */
  async descartar(): Promise<void> {
    apagarRascunho(this.#lugarDoRascunho)
    this.conferido = undefined
    this.mudouAntes = false
    this.fechando = false
    this.aberto = ''
    this.folha.limpar()
    await this.folha.tentar(async () => {
      await this.#ler()
      this.tipo = this.#original
      return true
    })
    void this.administracao.lugar.host.focar('.subtitulo')
  }

  abrirFechamento(): void {
    this.fechando = true
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar(`#${this.folha.id('fechadoPorque')}`)
  }

  /** Told of what it means and why, it is written as any other change. */
  marcarFechado(): void {
    const porque = this.folha.ler('fechadoPorque').trim()
    if (!porque) {
      this.folha.erros = [{ caminho: 'fechadoPorque', mensagem: textos.construtor.digaPorque }]
      this.administracao.lugar.desenhar()
      void this.administracao.lugar.host.focar(`#${this.folha.id('fechadoPorque')}`)
      return
    }
    this.fechando = false
    this.mudar({ fechado: true, fechadoPorque: porque })
    void this.conferir()
  }

  async #conferir(): Promise<boolean> {
    const tipo = edicao.limpo(this.tipo)
    const { arquivo } = await this.administracao.api.arquivo()
    const tipos = arquivo.tipos.some(({ codigo }) => codigo === tipo.codigo)
      ? arquivo.tipos.map((um) => (um.codigo === tipo.codigo ? tipo : um))
      : [...arquivo.tipos, tipo]
    const resultado = await this.administracao.api.simular({ ...arquivo, tipos })
    this.#apontar(resultado.problemas)
    this.conferido = resultado.problemas.length > 0 ? undefined : resultado
    return resultado.problemas.length === 0
  }

  /** Reads the version that came meanwhile, and what is left to change of it. */
  async #alcancar(): Promise<void> {
    const digitado = this.tipo
    await this.#ler()
    this.tipo = digitado
    this.mudouAntes = true
    this.#guardar()
    await this.#conferir()
  }

  #recusado(erro: unknown): false {
    const campos = erro instanceof ProblemaDaApi ? erro.problema.campos : undefined
    if (!campos?.length) throw erro
    this.#apontar(campos)
    return false
  }

  /** Beside the fields: without the part of the path that all share. The first one's item opens. */
  #apontar(problemas: readonly { caminho: string; mensagem: string }[]): void {
    const prefixo = `tipos[${this.tipo.codigo}]`
    const faltam: Readonly<Record<string, string>> = textos.construtor.faltam
    // The orgao is that of the unidade, which is asked for alone.
    const pedidos = problemas.filter(({ caminho }) => this.tipo.orgao !== '' || caminho !== `${prefixo}.orgao`)
    this.folha.erros = pedidos.map(({ caminho, mensagem }) => {
      const aqui = caminho.startsWith(prefixo) ? caminho.slice(prefixo.length + 1) : caminho
      // Options, formats and conditions are each one field.
      const vazio = faltam[aqui] !== undefined && Object(this.tipo)[aqui] === ''
      return { caminho: aqui.replace(/\.(opcoes|formatos|quando)\b.*$/, '.$1'), mensagem: vazio ? (faltam[aqui] ?? mensagem) : mensagem }
    })
    const [item] = this.folha.erros.flatMap(({ caminho }) => caminho.match(/^(campos|documentos)\[[^\]]*\]/)?.[0] ?? [])
    if (item) this.aberto = item
  }

  async #ler(): Promise<void> {
    const { api } = this.administracao
    const [{ arquivo }, lido] = await Promise.all([api.arquivo(), this.eNovo ? undefined : api.tipo(this.codigo)])
    this.#arquivo = arquivo
    this.#original = lido?.tipo ?? { ...edicao.novo, codigo: this.#codigoDe('') }
    this.#versao = lido?.versao
  }

  /** Of one not written yet: none that another has, nor the word that stands for it in the address. */
  #codigoDe(nome: string): string {
    const usados = this.#arquivo?.tipos.map(({ codigo }) => codigo) ?? []
    return codigoDe(nome, [...usados, 'novo'], 'servico')
  }

  #guardar(): void {
    const valores = { tipo: JSON.stringify(this.tipo), ...(this.#versao !== undefined && { versao: String(this.#versao) }) }
    guardarRascunho(this.#lugarDoRascunho, { valores, anexos: [] })
  }

  get #lugarDoRascunho(): string {
    return `${this.administracao.lugar.posto.id}:tipo:${this.codigo}`
  }
}
