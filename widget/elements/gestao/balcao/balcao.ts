import '../../../account/comum-conta.js'
import '../../../base/comum-arquivos.js'
import type { TemplateResult } from 'lit'
import { conferirDocumentos, diaEm, documentosPedidos, validarRequerente } from '../../../../server/contract/regras.js'
import type { Campo, DocumentoPedido } from '../../../../server/contract/tipo.js'
import { estiloDosPassos } from '../../../base/estilo-passos.js'
import { estiloDePessoa } from '../../../base/estilo-pessoa.js'
import { type Cartao, ProblemaDaApi, type TipoCompleto, type TipoResumo } from '../../../client/api.js'
import { novaChave } from '../../../client/chave.js'
import type { AberturaNoBalcao } from '../../../client/gestao.js'
import { Auxilios } from '../../../parts/campos/auxilios.js'
import { type Digitado, type Digitados, digitadosDe } from '../../../parts/campos/digitado.js'
import { errosDasRespostas } from '../../../parts/campos/erros-das-respostas.js'
import { camposVisiveis, respostasDigitadas } from '../../../parts/campos/respostas.js'
import type { Entrega } from '../../../parts/comprovante.js'
import { Envios } from '../../../parts/envios.js'
import type { Recibo } from '../../../parts/recibo.js'
import { balcao as textos } from '../../../texts/balcao.pt-BR.js'
import { passos } from '../../../texts/novo-passos.pt-BR.js'
import { apagarRascunho, guardarRascunho, lerRascunho } from '../rascunhos.js'
import type { Lugar, Vista } from '../vista.js'
import { desenharBalcao } from './desenho.js'

type Erros = readonly { caminho: string; mensagem: string }[]

/** Milliseconds without a key before what changes with every key is said. */
const PAUSA = 1200

/** The form with which an official opens a request for somebody: `#gestao=balcao`. What is typed stays in the tab until it is sent. */
export class Balcao implements Vista {
  erros: Erros = []
  falha: unknown
  /** What kept the servicos, or the questions of the one chosen, from coming. */
  falta: unknown
  indo = false
  /** Said above the form: that it changed meanwhile. */
  recado = ''
  recibo: Recibo | undefined
  tipos: readonly TipoResumo[] = []
  tipo: TipoCompleto | undefined
  readonly auxilios: Auxilios
  readonly envios: Envios
  #valores: Readonly<Record<string, string>> = {}
  #respostas: Digitados = {}
  #lido = false
  #espera: ReturnType<typeof setTimeout> | undefined

  constructor(readonly lugar: Lugar) {
    const { host } = lugar
    host.usarEstilos(estiloDePessoa, estiloDosPassos)
    this.auxilios = new Auxilios(host)
    const enviar = async (...[arquivo, envio]: Parameters<ConstructorParameters<typeof Envios>[2]>) => {
      const { enviarAnexo } = await import('../../../client/anexo.js')
      return enviarAnexo(host.cliente.raiz, arquivo, envio)
    }
    this.envios = new Envios(host, passos.documentos, enviar, () => this.#guardar())
  }

  preparar(): void {
    if (!this.#lido) void this.#retomar()
    this.falta = undefined
    void this.#trazerTipos()
  }

  renderizar(_partes: unknown, cartao: Cartao): TemplateResult {
    return desenharBalcao(this, cartao)
  }

  /** Nothing that happens to protocolos changes this form. */
  mudou(): void {
    this.lugar.desenhar()
  }

  sair(): void {
    this.recibo = undefined
    this.#lido = false
    clearTimeout(this.#espera)
  }

  get campos(): Campo[] {
    return camposVisiveis(this.tipo?.campos ?? [], this.#respostas)
  }

  get documentos(): readonly DocumentoPedido[] {
    return this.tipo ? documentosPedidos(this.tipo, respostasDigitadas(this.tipo.campos, this.#respostas)) : []
  }

  /** @param caminho as in the API's errors */
  ler(caminho: string): Digitado | undefined {
    const [raiz, codigo = ''] = caminho.split('.')
    return raiz === 'respostas' ? this.#respostas[codigo] : this.#valores[caminho]
  }

  valor(caminho: string): string {
    return this.#valores[caminho] ?? ''
  }

  erro(caminho: string): string | undefined {
    return this.erros.find((erro) => erro.caminho === caminho)?.mensagem
  }

  mudar(caminho: string, valor: Digitado): void {
    const [raiz, codigo = ''] = caminho.split('.')
    if (raiz === 'respostas') this.#respostas = { ...this.#respostas, [codigo]: valor }
    else if (typeof valor === 'string') this.#valores = { ...this.#valores, [caminho]: valor }
    this.#reconferir()
    this.#guardar()
    this.lugar.desenhar()
  }

  anunciarDepois(texto: string): void {
    clearTimeout(this.#espera)
    this.#espera = setTimeout(() => texto && void this.lugar.host.anunciar(texto), PAUSA)
  }

  async escolher(codigo: string): Promise<void> {
    this.#valores = { ...this.#valores, tipo: codigo }
    this.tipo = undefined
    this.envios.retomar(codigo)
    this.#guardar()
    await this.#trazerTipo()
  }

  async enviar(): Promise<void> {
    const { cartao } = this.lugar.host
    if (this.indo || !cartao) return
    this.falha = undefined
    this.recado = ''
    this.erros = this.#conferir(cartao)
    if (this.erros.length > 0 || !this.tipo) return this.#apontar()
    this.indo = true
    this.lugar.desenhar()
    try {
      await this.#abrir(cartao, this.tipo)
    } catch (erro) {
      await this.#recusado(erro)
    }
    this.indo = false
    this.lugar.desenhar()
  }

  limpar(): void {
    this.#esquecer()
    this.lugar.desenhar()
    void this.lugar.host.focar('.titulo')
  }

  async #abrir(cartao: Cartao, tipo: TipoCompleto): Promise<void> {
    const { host, api } = this.lugar
    const { Recibo } = await import('../../../parts/recibo.js')
    const pedido = this.#montar(tipo)
    const comprovante = await api.abrir(pedido, this.#chave())
    const noPainel = this.lugar.ligacao('processo', { id: comprovante.id }, textos.ver)
    const outro = () => {
      this.recibo = undefined
      this.lugar.desenhar()
      void host.focar('.titulo')
    }
    this.recibo = new Recibo(host, comprovante, { cartao, textos: passos, nivel: host.nivel, outro, noPainel, entrega: entregaDe(pedido) })
    this.#esquecer()
    host.emitir('protocolo-aberto', { tipo: tipo.codigo, orgao: comprovante.orgao.sigla })
    this.lugar.mudei(comprovante.id)
    void host.focar('.titulo')
  }

  get #requerente(): AberturaNoBalcao['requerente'] {
    const {
      nome = '',
      documento = '',
      matricula,
      telefone,
      email,
    } = Object.fromEntries(
      (['nome', 'documento', 'matricula', 'telefone', 'email'] as const).map((parte) => [parte, this.valor(`requerente.${parte}`).trim()]),
    )
    return { nome, documento, ...(matricula && { matricula }), ...(telefone && { telefone }), ...(email && { email }) }
  }

  #montar(tipo: TipoCompleto): AberturaNoBalcao {
    const prioridade = this.valor('requerente.prioridade')
    const pedidos = new Set(this.documentos.map(({ codigo }) => codigo))
    return {
      canal: this.valor('canal') === 'telefone' ? 'telefone' : 'balcao',
      tipo: tipo.codigo,
      versao: tipo.versao,
      respostas: respostasDigitadas(tipo.campos, this.#respostas),
      requerente: this.#requerente,
      ...(tipo.prioridade && prioridade && { prioridade: prioridade as NonNullable<AberturaNoBalcao['prioridade']> }),
      anexos: this.envios.recebidos
        .filter(({ documento }) => pedidos.has(documento))
        .map(({ id, sha256, documento }) => ({ id, sha256, documento })),
    }
  }

  /** One for each filing, kept while it is sent again. Another content is another filing. */
  #chave(): string {
    const chave = this.#valores.chave ?? novaChave()
    this.#valores = { ...this.#valores, chave }
    guardarRascunho(this.#lugarDoRascunho, { valores: this.#comRespostas(), anexos: this.envios.recebidos })
    return chave
  }

  /** All that is missing, in the order of the form: what does not hang on the tipo, before one is chosen too. */
  #conferir(cartao: Cartao): Erros {
    const { tipo } = this
    const canal = this.valor('canal') ? [] : [{ caminho: 'canal', mensagem: textos.escolha }]
    const servico = tipo ? [] : [{ caminho: 'tipo', mensagem: textos.escolha }]
    const quem = validarRequerente(tipo ?? {}, cartao.matricula, this.#requerente)
    return [...canal, ...servico, ...(quem.ok ? [] : quem.erros), ...(tipo ? this.#conferirDoTipo(tipo, cartao) : [])]
  }

  #conferirDoTipo(tipo: TipoCompleto, cartao: Cartao): Erros {
    return [
      ...errosDasRespostas(tipo.campos, this.#respostas, diaEm(cartao.fuso, new Date()), passos),
      ...(this.envios.emAndamento
        ? [{ caminho: 'anexos', mensagem: passos.documentos.esperando }]
        : conferirDocumentos(this.documentos, this.envios.recebidos, cartao.anexos)),
    ]
  }

  /** Once corrected, an error goes away; a field not yet refused is left in peace. */
  #reconferir(): void {
    const { cartao } = this.lugar.host
    if (this.erros.length === 0 || !cartao) return
    const atuais = this.#conferir(cartao)
    this.erros = this.erros.flatMap(({ caminho }) => atuais.filter((atual) => atual.caminho === caminho))
  }

  async #recusado(erro: unknown): Promise<void> {
    const problema = erro instanceof ProblemaDaApi ? erro.problema : undefined
    if (problema?.codigo === 'tipo_mudou') {
      await this.#trazerTipo()
      this.recado = textos.mudou
      return
    }
    if (problema?.codigo === 'chave_reutilizada') this.#semChave()
    if (problema?.codigo === 'anexo_desconhecido') {
      const perdidos = problema.campos?.map(({ caminho }) => caminho.replace(/^anexos\./, '')) ?? []
      this.envios.perder(perdidos, passos.documentos.enviarDeNovo)
    }
    this.erros = problema?.campos ?? []
    if (this.erros.length > 0) return this.#apontar()
    this.falha = erro
  }

  #apontar(): void {
    this.indo = false
    this.lugar.desenhar()
    void this.lugar.host.focar('.erros')
  }

  /** Asks again for what did not come. */
  async trazer(): Promise<void> {
    this.falta = undefined
    await Promise.all([this.#trazerTipos(), this.tipo ?? this.#trazerTipo()])
  }

  async #trazerTipos(): Promise<void> {
    try {
      this.tipos = await this.lugar.host.cliente.tipos()
    } catch (erro) {
      this.falta = erro
    }
    this.lugar.desenhar()
  }

  async #trazerTipo(): Promise<void> {
    const codigo = this.valor('tipo')
    if (!codigo) return
    this.falta = undefined
    this.lugar.desenhar()
    try {
      const tipo = await this.lugar.host.cliente.tipo(codigo)
      if (codigo === this.valor('tipo')) this.tipo = tipo
    } catch (erro) {
      this.falta = erro
    }
    this.lugar.desenhar()
  }

  async #retomar(): Promise<void> {
    this.#lido = true
    const { valores, anexos } = lerRascunho(this.#lugarDoRascunho)
    const { respostas = '{}', ...resto } = valores
    this.#valores = resto
    this.#respostas = digitadosDe(JSON.parse(respostas))
    this.envios.retomar(this.valor('tipo'), anexos)
    await this.#trazerTipo()
  }

  #semChave(): void {
    const { chave: _, ...semChave } = this.#valores
    this.#valores = semChave
  }

  #guardar(): void {
    this.#semChave()
    guardarRascunho(this.#lugarDoRascunho, { valores: this.#comRespostas(), anexos: this.envios.recebidos })
  }

  #comRespostas(): Readonly<Record<string, string>> {
    return { ...this.#valores, respostas: JSON.stringify(this.#respostas) }
  }

  #esquecer(): void {
    this.#valores = {}
    this.#respostas = {}
    this.tipo = undefined
    this.erros = []
    this.falha = undefined
    this.recado = ''
    this.envios.retomar('')
    apagarRascunho(this.#lugarDoRascunho)
  }

  get #lugarDoRascunho(): string {
    return `${this.lugar.posto.id}:balcao`
  }
}

function entregaDe({ canal, requerente: { nome, email } }: AberturaNoBalcao): Entrega {
  const { comprovante: t } = textos
  return {
    recebemos: t.recebemos,
    entregue: t.entregue[canal](nome),
    novidades: email ? t.avisaremos(email) : t.semEmail,
    rotulo: t.quem,
    nome,
  }
}
