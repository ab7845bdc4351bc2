import '../../base/comum.js'
import '../../base/comum-perguntas.js'
import { nothing, type ReactiveController, type TemplateResult } from 'lit'
import { avisar } from '../../base/avisos.js'
import { estiloDeFormulario } from '../../base/estilo-formulario.js'
import { estiloDeLeitura } from '../../base/estilo-leitura.js'
import { type Comprovante, SemConexao } from '../../client/api.js'
import type { FimDoRascunho } from '../../client/rascunho.js'
import { avisoDeFalha, Engano } from '../../parts/falha.js'
import { novo as textos } from '../../texts/novo.pt-BR.js'
import { Catalogo } from './catalogo.js'
import type { ContaDoNovo } from './conta.js'
import { Entrada } from './entrada.js'
import { type Acao, avancar, type Estado, estadoInicial, lugarDoPasso, type Passo, passoAnterior, proximoPasso } from './estado.js'
import { estiloNovo } from './estilo-novo.js'
import { Guarda } from './guarda.js'
import { Historico, type Marca } from './historico.js'
import type { Preenchimento } from './preenchimento.js'
import type { ProtocoloNovo } from './protocolo-novo.js'
import { desenharPasso } from './telas.js'

/** Told above the step until the next one. */
export interface Aviso {
  tom: 'atencao' | 'erro' | 'info'
  texto: string
  /** A way on from here. */
  acao?: { texto: string; fazer(): void }
}

/** What did not come, and where it was asked for: by the button of a tipo, by its codigo; by another; `pagina`, above the step, by the page or by the notice there. */
interface Falta {
  onde: string
  erro: unknown
  tentar?: () => void
}

/** The state of `<protocolo-novo>` and the way between its steps. What follows the presentation loads while it is read. */
export class Novo {
  readonly textos = textos
  readonly guarda: Guarda
  readonly catalogo: Catalogo
  readonly entrada = new Entrada(this)
  estado: Estado = estadoInicial
  aviso: Aviso | undefined
  /** Told beside the button, which keeps the focus and asks again. */
  falta: Falta | undefined
  /** The steps in which people write, once their code is here. */
  preenchimento: Preenchimento | undefined
  /** Who is signed in, once the code for that is here. */
  conta: ContaDoNovo | undefined
  /** The code of the next step is on its way. */
  esperando = false
  readonly #historico: Historico

  constructor(readonly host: ProtocoloNovo) {
    this.catalogo = new Catalogo(this)
    this.guarda = new Guarda(
      host,
      (fim) => this.#terminouFora(fim),
      () => this.contarRascunho('aparelho'),
    )
    this.#historico = new Historico(host, host.prefixo, (marca) => this.#voltou(marca))
    host.addController(new DeVolta(() => this.#deVolta()))
    host.usarEstilos(estiloDeFormulario, estiloDeLeitura, estiloNovo)
  }

  async carregar(): Promise<void> {
    const catalogo = this.catalogo.carregar(this.marca)
    // Known before the first view is drawn: what invites to sign in does not come and go.
    await Promise.all([catalogo, this.entrada.olhar(catalogo)])
  }

  /** The step on screen, of how many. */
  get lugar(): { numero: number; total: number } {
    return lugarDoPasso(this.estado)
  }

  /** Where the tag was when the page was last here. */
  get marca(): Marca | undefined {
    return this.#historico.ler()
  }

  /** The page asks for something else. */
  async trocar(): Promise<void> {
    await this.#contarSeFaltar(this.carregar())
  }

  renderizar(): TemplateResult | typeof nothing {
    const { cartao } = this.host
    return cartao ? desenharPasso(this, cartao) : nothing
  }

  /** What the page asks for. @throws what kept it from the screen */
  async abrir(tipo: string): Promise<void> {
    if (this.estado.passo === 'comprovante' || this.preenchimento?.abertura.enviando) throw new Engano('ocupada')
    await this.catalogo.mostrar(tipo)
  }

  async comecar(): Promise<void> {
    if (!(await this.#trazerPreenchimento())) return
    this.preenchimento?.comecar()
    void this.conta?.titular?.preencher()
    this.#emitirInicio()
    this.ir(proximoPasso(this.estado))
  }

  /** Goes on with the draft found, at its step; after a reload, at the one that was on screen. */
  async retomar(passo?: Passo): Promise<void> {
    if (!(await this.#trazerPreenchimento())) return
    const { semArquivos } = this.guarda
    this.preenchimento?.comecar(semArquivos ? [] : this.guarda.encontrado?.anexos)
    const acao = this.guarda.retomar(passo)
    if (!acao) return
    const de = this.estado.passo
    this.fazer(acao)
    void this.conta?.titular?.preencher()
    this.#emitirInicio()
    if (!passo) this.#chegar(de)
    else if (this.estado.passo === 'revisao') this.preenchimento?.abertura.preparar()
    const { retomado, arquivosVencidos } = textos.rascunho
    this.mudar({ aviso: semArquivos ? { tom: 'atencao', texto: `${retomado} ${arquivosVencidos}` } : { tom: 'info', texto: retomado } })
  }

  /** The draft found is not wanted. */
  async recomecar(): Promise<void> {
    this.guarda.descartar()
    await this.comecar()
  }

  /** Nothing of this filing stays on the device; what is on screen does. */
  apagarRascunho(): void {
    const texto = this.conta?.rascunhos?.apagado ?? textos.rascunho.apagado
    this.guarda.apagar()
    this.mudar({ aviso: { tom: 'info', texto } })
    void this.host.focar('.titulo')
  }

  /** What a person does inside a step. */
  fazer(acao: Acao): void {
    this.mudar({ estado: avancar(this.estado, acao) })
    if (acao.que === 'responder' || acao.que === 'identificar') this.guardar()
    if (acao.que === 'dizer-aparelho') this.guardar(true)
  }

  /** Goes to a step as a new entry of the browser's history. */
  ir(passo: Passo, daRevisao = false): void {
    const de = this.estado.passo
    this.fazer({ que: 'ir', passo, daRevisao })
    this.#chegar(de)
  }

  voltar(): void {
    const anterior = passoAnterior(this.estado)
    if (!this.#historico.recuar(anterior)) this.ir(anterior)
  }

  /** Says where the receipt is when this filing was sent elsewhere: sending it here too would open it twice. */
  recusarRepetido(): boolean {
    const { enviadoFora } = this.guarda
    if (enviadoFora) {
      this.#terminouFora('enviado')
      void this.host.focar('.aviso')
    }
    return enviadoFora
  }

  receber(comprovante: Comprovante): void {
    this.guarda.enviado()
    this.mudar({ aviso: undefined, falta: undefined })
    this.fazer({ que: 'receber', comprovante })
    this.#historico.trocar({ passo: 'comprovante', tipo: comprovante.tipo.codigo })
    const { tipo, orgao } = comprovante
    this.host.emitir('protocolo-aberto', { tipo: tipo.codigo, orgao: orgao.sigla })
    void this.host.anunciar('')
    void this.host.focar('.titulo')
  }

  /** To the list, where this tipo leads no further. */
  get outroAssunto(): NonNullable<Aviso['acao']> {
    return { texto: textos.verAssuntos, fazer: () => void this.catalogo.ver('pagina') }
  }

  /** Starts over, from what the page asks for. */
  async outroPedido(): Promise<void> {
    this.#historico.trocar({ passo: 'tipo', tipo: '' })
    await this.#contarSeFaltar(this.catalogo.recarregar())
    await this.host.focar('.titulo')
  }

  /** Whether a step is one in which people write. */
  escrevendo(passo = this.estado.passo): boolean {
    return passo !== 'tipo' && passo !== 'apresentacao' && passo !== 'comprovante'
  }

  guardar(ja = false): void {
    if (!this.escrevendo()) return
    this.guarda.guardar({ estado: this.estado, anexos: this.preenchimento?.envios.recebidos ?? [] }, ja)
  }

  /** The draft is kept from now on. */
  contarRascunho(onde: 'aparelho' | 'conta'): void {
    const { tipo } = this.estado
    if (tipo) this.host.emitir('protocolo-rascunho', { tipo: tipo.codigo, onde })
  }

  /** Beside the button that asked for what did not come. */
  avisoDaFalta(onde: string): TemplateResult | typeof nothing {
    if (this.falta?.onde !== onde) return nothing
    const { erro, tentar } = this.falta
    return avisoDeFalha(erro, { textos: this.host.comuns, ...(tentar && { tentar }) })
  }

  mudar(parte: Partial<Pick<Novo, 'estado' | 'aviso' | 'falta' | 'esperando'>>): void {
    Object.assign(this, parte)
    this.host.requestUpdate()
  }

  /** Brings the code of the steps ahead of need. */
  adiantar(): void {
    setTimeout(() => void trazer().catch((erro: unknown) => console.debug('protocolo: the steps load when asked for', erro)), 500)
  }

  async #contarSeFaltar(vinda: Promise<void>): Promise<void> {
    try {
      await vinda
    } catch (erro) {
      this.mudar({ falta: { onde: 'pagina', erro, tentar: () => void this.outroPedido() } })
    }
  }

  async #trazerPreenchimento(): Promise<boolean> {
    if (this.preenchimento) return true
    this.mudar({ esperando: true, falta: undefined })
    try {
      const { Preenchimento } = await trazer()
      this.preenchimento ??= new Preenchimento(this)
    } catch (erro) {
      avisar('P04', 'uma parte não carregou', erro)
      this.mudar({ falta: { onde: 'comecar', erro: new SemConexao('import', { cause: erro }) } })
    }
    this.mudar({ esperando: false })
    return this.preenchimento !== undefined
  }

  /** A step is on screen that was not. */
  #chegar(de: Passo): void {
    const { tipo, passo } = this.estado
    if (tipo && de !== passo) this.#historico.entrar({ passo: de, tipo: tipo.codigo }, { passo, tipo: tipo.codigo })
    this.#mostrar()
  }

  #mostrar(): void {
    const { tipo, passo } = this.estado
    const { numero, total } = this.lugar
    this.mudar({ aviso: undefined, falta: undefined })
    this.guardar(true)
    if (passo === 'revisao') this.preenchimento?.abertura.preparar()
    if (tipo) this.host.emitir('protocolo-passo', { tipo: passo === 'tipo' ? '' : tipo.codigo, passo, numero, total })
    void this.host.anunciar(textos.passo(numero, total))
    void this.host.focar('.titulo')
  }

  /** The browser's Back or Forward. The receipt stays: its code is shown once. */
  #voltou(marca: Marca): void {
    const { passo, tipo } = this.estado
    if (passo === 'comprovante' || this.preenchimento?.abertura.enviando) return
    if (marca.tipo !== tipo?.codigo || marca.passo === passo) return
    if (marca.passo === 'tipo' ? this.catalogo.tipos.length === 0 : marca.passo !== 'apresentacao' && !this.preenchimento) return
    this.fazer({ que: 'ir', passo: marca.passo })
    this.#mostrar()
  }

  #terminouFora(fim: FimDoRascunho): void {
    const { enviadoEmOutraAba, apagadoEmOutraAba } = textos.rascunho
    const aviso: Aviso =
      fim === 'enviado' ? { tom: 'atencao', texto: enviadoEmOutraAba, acao: this.outroAssunto } : { tom: 'info', texto: apagadoEmOutraAba }
    this.mudar({ aviso })
  }

  /** The connection is back: what did not come may be asked for again. Who is elsewhere on the page finds it waiting, for what comes takes the focus. */
  #deVolta(): void {
    const { tentar } = this.falta ?? {}
    if (!tentar) this.mudar({ falta: undefined })
    else if (document.activeElement === document.body || this.host.recipiente.matches(':focus-within')) tentar()
  }

  #emitirInicio(): void {
    const { tipo } = this.estado
    if (tipo) this.host.emitir('protocolo-iniciado', { tipo: tipo.codigo, orgao: tipo.orgao.sigla })
  }
}

/** While the tag is in the page, hears that the connection is back. */
class DeVolta implements ReactiveController {
  constructor(readonly aoVoltar: () => void) {}

  hostConnected(): void {
    addEventListener('online', this.aoVoltar)
  }

  hostDisconnected(): void {
    removeEventListener('online', this.aoVoltar)
  }
}

function trazer(): Promise<typeof import('./preenchimento.js')> {
  return import('./preenchimento.js')
}
