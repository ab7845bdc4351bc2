import type { Campo, DocumentoPedido, EspecieDeCampo, Opcao } from '../../../../../server/contract/tipo.js'
import type { ArquivoDeEntidade, ResultadoDaImportacao } from '../../../../client/administracao.js'
import { ProblemaDaApi } from '../../../../client/api.js'
import { administracao as textos } from '../../../../texts/gestao-administracao.pt-BR.js'
import { apagarRascunho, guardarRascunho, lerRascunho } from '../../rascunhos.js'
import type { Administracao } from '../administracao.js'
import { codigoDe } from '../campos.js'
import { Folha } from '../folha.js'
import { Previa } from './previa.js'

export type Tipo = ArquivoDeEntidade['tipos'][number]
export type Lista = 'campos' | 'documentos'
type Item = Campo | DocumentoPedido

const novo: Tipo = {
  codigo: '',
  nome: '',
  descricao: '',
  grupo: '',
  orgao: '',
  unidade: '',
  prazo: { dias: 30, contagem: 'corridos' },
  campos: [],
  documentos: [],
}

/** A tipo that is being made or changed. It stays in the tab until it is written or given up. */
export class Construtor {
  tipo: Tipo = novo
  /** The question or document that is open, as `campos[relato]`. */
  aberto = ''
  /** What would change, as the server tells it. */
  conferido: ResultadoDaImportacao | undefined
  /** Somebody else changed it meanwhile. */
  mudouAntes = false
  fechando = false
  readonly folha: Folha
  readonly previa: Previa
  #original: Tipo = novo
  #versao: number | undefined
  #arquivo: ArquivoDeEntidade | undefined

  constructor(
    readonly administracao: Administracao,
    /** `novo` for one that is not there yet. */
    readonly codigo: string,
  ) {
    this.folha = new Folha(administracao.lugar, 'tipo')
    this.previa = new Previa(administracao.lugar.host)
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

  mudar(mudanca: Partial<Tipo>): void {
    this.tipo = semVazios({ ...this.tipo, ...mudanca })
    if (this.eNovo && mudanca.nome !== undefined) {
      const usados = this.#arquivo?.tipos.map(({ codigo }) => codigo) ?? []
      this.tipo = { ...this.tipo, codigo: codigoDe(this.tipo.nome, [...usados, 'novo'], 'servico') }
    }
    this.conferido = undefined
    this.#guardar()
    this.administracao.lugar.desenhar()
  }

  escolherUnidade(unidade: string): void {
    const orgao = this.administracao.lugar.posto.unidades.find(({ codigo }) => codigo === unidade)?.orgao ?? ''
    this.mudar({ unidade, orgao })
  }

  acrescentar(lista: Lista, especie: EspecieDeCampo = 'texto'): void {
    const codigo = codigoDe('', this.#usados(lista), lista === 'campos' ? 'pergunta' : 'documento')
    const item = lista === 'campos' ? campoNovo(codigo, especie) : { codigo, nome: '' }
    this.mudar({ [lista]: [...this.tipo[lista], item] })
    this.abrir(lista, codigo)
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

  /** Of one not written yet, the codigo follows what it asks; conditions that look at it follow too. */
  mudarItem(lista: Lista, codigo: string, mudanca: object): void {
    const { rotulo, nome = rotulo } = mudanca as { rotulo?: string; nome?: string }
    const existe = this.#original[lista].some((item: Item) => item.codigo === codigo)
    const outro =
      existe || nome === undefined
        ? codigo
        : codigoDe(
            nome,
            this.#usados(lista).filter((um) => um !== codigo),
            lista === 'campos' ? 'pergunta' : 'documento',
          )
    const trocado = <T extends Item>(item: T): T => {
      const posto = item.codigo === codigo ? semVazios({ ...item, ...mudanca, codigo: outro }) : item
      return lista === 'campos' && posto.quando?.campo === codigo ? { ...posto, quando: { ...posto.quando, campo: outro } } : posto
    }
    if (this.aberto === caminhoDe(lista, codigo)) this.aberto = caminhoDe(lista, outro)
    const { campos, documentos } = this.tipo
    if (lista === 'campos') this.mudar({ campos: campos.map(trocado), documentos: documentos.map((um) => segue(um, codigo, outro)) })
    else this.mudar({ documentos: documentos.map(trocado) })
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

  /** A line each; an option whose line stays keeps its codigo, and so do the answers given before. */
  mudarOpcoes(codigo: string, antes: readonly Opcao[], escritas: string): void {
    const linhas = escritas.split('\n')
    const usados: string[] = []
    const opcoes = linhas.map((rotulo, n) => {
      const igual = antes.find((opcao) => opcao.rotulo === rotulo) ?? (linhas.length === antes.length ? antes[n] : undefined)
      const valor =
        igual && !usados.includes(igual.valor) ? igual.valor : codigoDe(rotulo, [...usados, ...antes.map((uma) => uma.valor)], 'opcao')
      usados.push(valor)
      return { ...igual, valor, rotulo }
    })
    this.mudarItem('campos', codigo, { opcoes })
  }

  /** Asks what would change, and shows what would be refused beside it. */
  async conferir(): Promise<void> {
    await this.folha.tentar(() => this.#conferir())
    if (this.conferido) void this.administracao.lugar.host.focar('.conferencia')
  }

  async gravar(): Promise<void> {
    const { administracao } = this
    const tipo = limpo(this.tipo)
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
    const tipo = limpo(this.tipo)
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
    this.#original = lido?.tipo ?? novo
    this.#versao = lido?.versao
  }

  #usados(lista: Lista): string[] {
    return this.tipo[lista].map(({ codigo }: Item) => codigo)
  }

  #guardar(): void {
    const valores = { tipo: JSON.stringify(this.tipo), ...(this.#versao !== undefined && { versao: String(this.#versao) }) }
    guardarRascunho(this.#lugarDoRascunho, { valores, anexos: [] })
  }

  get #lugarDoRascunho(): string {
    return `${this.administracao.lugar.posto.id}:tipo:${this.codigo}`
  }
}

export function caminhoDe(lista: Lista, codigo: string): string {
  return `${lista}[${codigo}]`
}

export function nomeDe(item: Item): string {
  return ('rotulo' in item ? item.rotulo : item.nome) || textos.construtor.semNome
}

/** Another kind of the same question, with what that kind needs. */
export function campoNovo(codigo: string, especie: EspecieDeCampo, base: Pick<Campo, 'rotulo'> & Partial<Campo> = { rotulo: '' }): Campo {
  const { rotulo, ajuda, obrigatorio, grupo, quando } = base
  const comum = {
    codigo,
    rotulo,
    ...(ajuda && { ajuda }),
    ...(obrigatorio && { obrigatorio }),
    ...(grupo && { grupo }),
    ...(quando && { quando }),
  }
  if (especie === 'escolha' || especie === 'escolhas') {
    const opcoes =
      'opcoes' in base && base.opcoes
        ? base.opcoes
        : textos.construtor.opcoesNovas.map((opcao, n) => ({ valor: `opcao-${n + 1}`, rotulo: opcao }))
    return { ...comum, especie, opcoes }
  }
  if (especie === 'codigo') return { ...comum, especie, mascara: '99999' }
  return { ...comum, especie }
}

function segue<T extends DocumentoPedido>(item: T, de: string, para: string): T {
  return item.quando?.campo === de ? { ...item, quando: { ...item.quando, campo: para } } : item
}

/** What was emptied is not there. Texts that must be stay, for the server to tell. */
function semVazios<T extends object>(objeto: T): T {
  const exigidos = ['nome', 'descricao', 'grupo', 'unidade', 'orgao', 'rotulo', 'codigo', 'mascara']
  return Object.fromEntries(
    Object.entries(objeto).filter(([chave, valor]) => valor !== undefined && valor !== false && (valor !== '' || exigidos.includes(chave))),
  ) as T
}

/** As it goes: no empty lines among the options. */
function limpo(tipo: Tipo): Tipo {
  const campos = tipo.campos.map((campo) =>
    'opcoes' in campo ? { ...campo, opcoes: campo.opcoes.filter(({ rotulo }) => rotulo.trim() !== '') } : campo,
  )
  return { ...tipo, campos } as Tipo
}
