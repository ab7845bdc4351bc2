import '../../base/comum.js'
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import { lerCodigo } from '../../../server/contract/codigo.js'
import {
  type Cartao,
  type ChaveDeConsulta,
  type Cliente,
  type Consulta as Consultado,
  ProblemaDaApi,
  type ProcuraPorNumero,
} from '../../client/api.js'
import { type ErroNoCampo, resumoDeErros } from '../../parts/erros.js'
import { campoDeTexto } from '../../parts/formulario.js'
import { consulta as textos } from '../../texts/consulta.pt-BR.js'
import type { Achado } from './achado.js'
import { entrada } from './entrada.js'
import type { Historico, Tela } from './historico.js'
import type { Presenca } from './presenca.js'
import type { ProtocoloConsulta } from './protocolo-consulta.js'

/** The fields, in the order in which they stand. */
const vazio = { numero: '', orgao: '', ano: '', codigo: '', documento: '' }
/** What the person typed, kept whatever happens. */
export type Digitado = typeof vazio
export type Campo = keyof Digitado
const campos = Object.keys(vazio) as Campo[]
export type Erros = Partial<Record<Campo, string>>
export type Chave = ChaveDeConsulta | ProcuraPorNumero

/** The call on its way; of a download, the id of its file. `mostrar` is one that nobody pressed a button for. */
export type Ocupado = 'mostrar' | 'consultar' | 'ver' | 'comprovante' | 'trocar' | 'lembrete' | (string & {})

export interface Estado {
  tela: Tela
  digitado: Digitado
  erros: Erros
  /** What a call threw that no field can say. */
  falha: unknown
  ocupado: Ocupado | undefined
  /** The protocolo that was found last. */
  achado: Achado | undefined
  /** Whether the tag asks to confirm a new access code, and the code once made. */
  troca: 'perguntar' | { codigo: string } | undefined
  lembreteEnviado: boolean
}

const inicial: Estado = {
  tela: 'entrada',
  digitado: vazio,
  erros: {},
  falha: undefined,
  ocupado: undefined,
  achado: undefined,
  troca: undefined,
  lembreteEnviado: false,
}

/** The state of `<protocolo-consulta>` and the way between its views. What follows the form loads when it is asked for. */
export class Consulta implements ReactiveController {
  readonly textos = textos
  estado = inicial
  /** Who is signed in, or the way in, once the code for that is here. */
  presenca: Presenca | undefined

  #historico: Historico | undefined
  #vistas: typeof import('./vistas.js') | undefined
  /** What the last call threw. */
  recusa: unknown
  /** What was last shown by itself, so that a change of number or entidade is noticed. */
  #mostrado: { cliente: Cliente; numero: string } | undefined

  constructor(readonly host: ProtocoloConsulta) {
    host.addController(this)
    import('./presenca.js').then(({ Presenca }) => (this.presenca = new Presenca(this)), console.debug)
  }

  /** Shows the protocolo that the page asks for, without taking the focus from where the person is. */
  hostUpdated(): void {
    const { cliente } = this.host
    const numero = this.host.numero || new URLSearchParams(location.search).get('protocolo')?.slice(0, 100) || ''
    if (this.#mostrado?.cliente === cliente && this.#mostrado.numero === numero) return
    this.#mostrado = { cliente, numero }
    if (!numero) return
    this.mudar({ digitado: { ...vazio, numero } })
    void this.#buscar('mostrar', { numero }).then((feito) => feito && this.mudar({ tela: 'resultado' }))
  }

  renderizar(): TemplateResult | typeof nothing {
    const { cartao } = this.host
    if (!cartao) return nothing
    return html`${this.#naTela(cartao)}${this.presenca?.rodape()}`
  }

  #naTela(cartao: Cartao): TemplateResult {
    const { tela, achado, ocupado } = this.estado
    if (ocupado === 'mostrar') return this.host.esqueleto()
    if (tela === 'resultado' && this.#vistas && achado) return this.#vistas.resultado(achado, cartao)
    if (tela === 'lembrete' && this.#vistas) return this.#vistas.lembrete(this, cartao)
    return entrada(this, cartao)
  }

  /** Whether a short number alone does not say whose it is. */
  get variosOrgaos(): boolean {
    return (this.host.cartao?.orgaos.length ?? 0) > 1
  }

  id(campo: Campo): string {
    return `${this.host.prefixo}-${campo}`
  }

  /** One line to type in, bound to what the person typed. */
  campo(nome: Campo, rotulo: string, extra: Partial<Parameters<typeof campoDeTexto>[0]> = {}): TemplateResult {
    const { digitado, erros } = this.estado
    const mudar = (valor: string) => this.digitar(nome, valor)
    return campoDeTexto({ id: this.id(nome), nome, rotulo, valor: digitado[nome], erro: erros[nome], mudar, ...extra })
  }

  /** The summary of what is wrong in the form on screen. */
  resumo(): TemplateResult | typeof nothing {
    const itens = campos.flatMap((campo): ErroNoCampo[] => {
      const mensagem = this.estado.erros[campo]
      return mensagem ? [{ id: this.id(campo), mensagem }] : []
    })
    return resumoDeErros(textos.erros.titulo, itens)
  }

  digitar(campo: Campo, valor: string): void {
    this.mudar({ digitado: { ...this.estado.digitado, [campo]: valor } })
  }

  /** From the form: by number, or by number and code. */
  async consultar(): Promise<void> {
    const numero = this.estado.digitado.numero.trim()
    const codigo = this.estado.digitado.codigo.trim()
    const ano = this.estado.digitado.ano.trim()
    const { orgao } = this.estado.digitado
    const lido = lerCodigo(codigo)
    this.recusa = undefined
    const erros: Erros = {
      ...(numero ? {} : { numero: textos.erros.numeroFalta }),
      ...(codigo && !lido ? { codigo: textos.erros.codigoErrado } : {}),
      ...(ano && !/^\d{4}$/.test(ano) ? { ano: textos.erros.ano } : {}),
    }
    if (this.recusar(erros)) return
    const chave = { numero, ...(orgao && { orgao }), ...(ano && { ano }), ...(lido && { codigo: lido }) }
    void this.host.anunciar(textos.consultando)
    if (await this.#buscar('consultar', chave)) this.ir('resultado')
    else void this.host.anunciar('')
  }

  /** What the page asks for. @throws what kept it from the screen */
  async mostrar(numero: string): Promise<void> {
    const { mostrar } = await this.#carregarVistas()
    await mostrar(this, numero)
  }

  /** Sends the form again. Its button takes the focus from the one that goes away, and says that it is at work. */
  async enviarDeNovo(enviar: () => Promise<void>): Promise<void> {
    await this.host.focar('form .botao')
    await enviar()
  }

  async naoSeiONumero(): Promise<void> {
    const feito = await this.tentar('mostrar', async () => {
      await this.#carregarVistas()
    })
    if (feito) this.ir('lembrete')
  }

  novaConsulta(): void {
    this.mudar({ digitado: vazio })
    this.ir('entrada')
  }

  ir(tela: Tela): void {
    this.#historico?.ir(this.estado.tela, tela)
    this.#mostrar(tela)
  }

  mudar(mudanca: Partial<Estado>): void {
    this.estado = { ...this.estado, ...mudanca }
    this.host.requestUpdate()
  }

  /** Shows what is wrong; says whether anything is. */
  recusar(erros: Erros, focar = true): boolean {
    this.mudar({ erros, falha: undefined })
    const errado = Object.keys(erros).length > 0
    if (errado && focar) void this.host.focar('.erros')
    return errado
  }

  /**
   * One call at a time. What it throws is shown beside its field, or above everything when it has none.
   * `naoAbre` is what to say beside the code when only the code can be wrong.
   */
  async tentar(ocupado: Ocupado, fazer: () => Promise<void>, naoAbre?: string): Promise<boolean> {
    if (this.estado.ocupado) return false
    this.mudar({ ocupado, erros: {}, falha: undefined })
    try {
      await fazer()
      return true
    } catch (erro) {
      this.recusa = erro
      const vistas = erro instanceof ProblemaDaApi && (await this.#carregarVistas().catch(() => undefined))
      const erros = vistas ? vistas.errosNosCampos(this, erro.problema, ocupado, naoAbre) : {}
      if (!this.recusar(erros, ocupado !== 'mostrar')) this.mudar({ falha: erro })
      return false
    } finally {
      this.mudar({ ocupado: undefined })
    }
  }

  /** Keeps what was found and tells the page and the screen reader. */
  async receber(chave: Chave, consultado: Consultado): Promise<void> {
    const { Achado } = await this.#carregarVistas()
    const { numero } = consultado
    const achado = new Achado(this, 'codigo' in chave ? { numero, codigo: chave.codigo } : { numero }, consultado)
    this.mudar({ achado, digitado: { ...this.estado.digitado, codigo: '' } })
    achado.anunciar()
  }

  #buscar(ocupado: Ocupado, chave: Chave): Promise<boolean> {
    const { cliente } = this.host
    return this.tentar(ocupado, async () => {
      const busca = 'codigo' in chave ? cliente.consultarComCodigo(chave) : cliente.consultar(chave)
      const [consultado] = await Promise.all([busca, this.#carregarVistas()])
      await this.receber(chave, consultado)
    })
  }

  async #carregarVistas(): Promise<typeof import('./vistas.js')> {
    this.#vistas ??= await import('./vistas.js')
    this.#historico ??= new this.#vistas.Historico(this.host, (tela) => this.#mostrar(tela))
    this.host.usarEstilos(...this.#vistas.estilos)
    return this.#vistas
  }

  #mostrar(tela: Tela): void {
    const possivel = tela === 'resultado' ? this.estado.achado : tela === 'lembrete' ? this.#vistas : true
    this.mudar({ tela: possivel ? tela : 'entrada', erros: {}, falha: undefined, troca: undefined, lembreteEnviado: false })
    this.#historico?.contar(this.estado.tela)
    void this.host.focar('.titulo')
  }
}
