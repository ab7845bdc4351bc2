import type { TemplateResult } from 'lit'
import type { CampoComErro } from '../../../server/contract/problema.js'
import type { Cartao } from '../../client/api.js'
import { novaChave } from '../../client/chave.js'
import { avisoDeFalha } from '../../parts/falha.js'
import type { Recibo } from '../../parts/recibo.js'
import { passos as textos } from '../../texts/novo-passos.pt-BR.js'
import { type Desfecho, enviarPedido, prepararProva, semConta } from './enviar.js'
import { type Passo, passosDe } from './estado.js'
import type { Novo } from './novo.js'
import { errosDoPasso, montarPedido, passoDoCaminho } from './pedido.js'
import type { Preenchimento } from './preenchimento.js'

/** The sending, from the last check to the receipt. A failed one keeps everything. */
export class Abertura {
  enviando = false
  /** What kept the last sending from going through. */
  falha: unknown
  recibo: Recibo | undefined
  readonly #preenchimento: Preenchimento
  readonly #novo: Novo
  #prova: Promise<string | undefined> | undefined

  constructor(preenchimento: Preenchimento) {
    this.#preenchimento = preenchimento
    this.#novo = preenchimento.novo
  }

  /** Does the proof of work and brings the receipt's code while the person reads the review. */
  preparar(): void {
    this.falha = undefined
    this.#prova ??= prepararProva(this.#novo.host.cliente)
    void trazerRecibo().catch((erro: unknown) => console.debug('protocolo: receipt left for the sending', erro))
  }

  esquecer(): void {
    this.recibo = undefined
    this.falha = undefined
    this.#prova = undefined
  }

  async enviar(): Promise<void> {
    const { cartao } = this.#novo.host
    if (this.enviando || !cartao || this.#novo.recusarRepetido() || this.#faltaAlgo(cartao)) return
    this.#mudar(true, undefined)
    void this.#novo.host.anunciar(textos.revisao.enviando)
    try {
      const { Recibo } = await trazerRecibo()
      const desfecho = await this.#pedir(cartao)
      if (desfecho.que === 'aberto') this.#receber(desfecho.comprovante, cartao, Recibo)
      else await this.#tratar(desfecho)
    } catch (erro) {
      this.#mudar(false, erro)
    } finally {
      this.#mudar(false, this.falha)
    }
  }

  /** Nothing opened, and the reason is told beside the button that was pressed. */
  aviso(): TemplateResult | undefined {
    if (this.falha === undefined) return undefined
    return avisoDeFalha(this.falha, { textos: this.#novo.host.comuns, mais: textos.revisao.semPerda })
  }

  /** Goes to the first step that lacks something. */
  #faltaAlgo(cartao: Cartao): boolean {
    const novo = this.#novo
    const meio = this.#preenchimento.meio(cartao)
    for (const passo of passosDe(novo.estado)) {
      const erros = errosDoPasso(novo.estado, passo, meio)
      if (erros.length > 0) return this.#corrigir(passo, erros)
    }
    return (
      this.#preenchimento.envios.emAndamento && this.#corrigir('documentos', [{ caminho: 'anexos', mensagem: textos.documentos.esperando }])
    )
  }

  #corrigir(passo: Passo, erros: readonly CampoComErro[]): true {
    this.#novo.ir(passo, true)
    this.#preenchimento.recusar(erros)
    return true
  }

  /** The key is kept in the draft before anything is sent, so that a repeated sending gives the same protocolo. */
  async #pedir(cartao: Cartao, recusada?: string): Promise<Desfecho> {
    const { estado, guarda, host } = this.#novo
    if (!estado.tipo) throw new TypeError('nothing chosen')
    const pedido = montarPedido(estado, estado.tipo, this.#preenchimento.meio(cartao))
    const chave = guarda.chaveDe(JSON.stringify(pedido), novaChave, recusada)
    this.#novo.guardar(true)
    const prova = await this.#tirarProva()
    const destino = this.#novo.conta?.cliente ?? semConta(host.cliente)
    const desfecho = await enviarPedido(destino, pedido, chave, prova)
    return desfecho.que === 'chave-usada' && !recusada ? this.#pedir(cartao, chave) : desfecho
  }

  /** Each proof is good for one sending: the one made ready, else another. */
  async #tirarProva(): Promise<string | undefined> {
    const pronta = this.#prova
    this.#prova = undefined
    return (await pronta) ?? prepararProva(this.#novo.host.cliente)
  }

  #receber(comprovante: Extract<Desfecho, { que: 'aberto' }>['comprovante'], cartao: Cartao, Tela: typeof Recibo): void {
    const { host } = this.#novo
    const outro = () => void this.#novo.outroPedido()
    const noPainel = this.#novo.conta?.noPainel(comprovante)
    this.recibo = new Tela(host, comprovante, { cartao, textos, nivel: host.nivel, outro, noPainel })
    this.#novo.receber(comprovante)
  }

  async #tratar(desfecho: Exclude<Desfecho, { que: 'aberto' }>): Promise<void> {
    const novo = this.#novo
    switch (desfecho.que) {
      case 'corrigir': {
        await this.#atualizarCartao()
        this.#perderArquivos(desfecho.erros)
        const passo = passosDe(novo.estado).find((passo) => desfecho.erros.some(({ caminho }) => passoDoCaminho(caminho) === passo))
        this.#corrigir(
          passo ?? 'formulario',
          desfecho.erros.filter(({ caminho }) => passoDoCaminho(caminho) === passo),
        )
        return
      }
      case 'arquivos-sumiram':
        this.#preenchimento.envios.perder(desfecho.documentos, textos.documentos.enviarDeNovo)
        novo.ir('documentos', true)
        novo.mudar({ aviso: { tom: 'atencao', texto: textos.erros.anexoSumiu } })
        return
      case 'tipo-mudou':
        await this.#atualizarTipo(desfecho.erros)
        return
      case 'tipo-fechado':
        novo.mudar({ aviso: { tom: 'atencao', texto: `${desfecho.porque} ${textos.erros.respostasGuardadas}`, acao: novo.outroAssunto } })
        await novo.host.focar('.aviso')
        return
      default:
        this.#mudar(false, desfecho.que === 'falha' ? desfecho.erro : undefined)
    }
  }

  /** What only the server found wrong may come of a card that changed meanwhile: a new privacy notice is to be read. */
  async #atualizarCartao(): Promise<void> {
    const { host } = this.#novo
    const lido = host.cartao?.avisoDePrivacidade.versao
    host.cartao = await host.cliente.cartao(true).catch(() => host.cartao)
    if (host.cartao?.avisoDePrivacidade.versao !== lido) this.#novo.fazer({ que: 'identificar', dados: { ciencia: false } })
  }

  /** The form changed meanwhile: the new one, with what was answered, at the first thing that it lacks. */
  async #atualizarTipo(erros: readonly CampoComErro[]): Promise<void> {
    const novo = this.#novo
    const { tipo } = novo.estado
    if (!tipo || !novo.host.cartao) return
    novo.fazer({ que: 'escolher', tipo: await novo.host.cliente.tipo(tipo.codigo) })
    this.#perderArquivos(erros)
    if (!this.#faltaAlgo(novo.host.cartao)) this.#novo.ir('revisao')
    novo.mudar({ aviso: { tom: 'atencao', texto: textos.erros.tipoMudou } })
  }

  /** What the server says of files that break no rule here: it does not have them any more. */
  #perderArquivos(erros: readonly CampoComErro[]): void {
    const { cartao } = this.#novo.host
    const proprios = cartao ? errosDoPasso(this.#novo.estado, 'documentos', this.#preenchimento.meio(cartao)) : []
    for (const { caminho, mensagem } of erros) {
      const [raiz, documento] = caminho.split('.')
      const nosso = proprios.some((erro) => erro.caminho === caminho)
      if (raiz === 'anexos' && documento && !nosso) this.#preenchimento.envios.perder([documento], mensagem)
    }
  }

  #mudar(enviando: boolean, falha: unknown): void {
    this.enviando = enviando
    this.falha = falha
    this.#novo.host.requestUpdate()
  }
}

function trazerRecibo(): Promise<typeof import('../../parts/recibo.js')> {
  return import('../../parts/recibo.js')
}
