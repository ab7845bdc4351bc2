import '../base/comum.js'
import '../base/comum-arquivos.js'
import type { ReactiveController, TemplateResult } from 'lit'
import type { Cartao } from '../../server/contract/entidade.js'
import type { Qr } from '../../server/contract/protocolos.js'
import { avisar } from '../base/avisos.js'
import type { ProtocoloElement } from '../base/element.js'
import { estiloDoComprovante } from '../base/estilo-comprovante.js'
import { type Comprovante, emJson, lerJson, pedir } from '../client/api.js'
import { baixar } from '../client/baixar.js'
import type { TextosDosPassos } from '../texts/novo-passos.pt-BR.js'
import { comprovanteNaTela, type Entrega } from './comprovante.js'

type Hospedeiro = Pick<ProtocoloElement, 'addController' | 'requestUpdate' | 'usarEstilos' | 'cliente' | 'anunciar' | 'recipiente'>

interface Meio {
  cartao: Cartao
  textos: TextosDosPassos
  nivel: number
  outro(): void
  /** The way to it in the panel of who is signed in. */
  noPainel: unknown
  entrega?: Entrega
}

/** The receipt and what can be done with it. Its code comes before the sending, so that it cannot fail to show. */
export class Recibo implements ReactiveController {
  readonly #host: Hospedeiro
  readonly #comprovante: Comprovante
  readonly #meio: Meio
  #baixando = false
  #recado = ''
  /** Not here yet, or null where it can't be had: number and code say the same. */
  #qr: Qr | null | undefined

  constructor(host: Hospedeiro, comprovante: Comprovante, meio: Meio) {
    this.#host = host
    this.#comprovante = comprovante
    this.#meio = meio
    host.usarEstilos(estiloDoComprovante)
    host.addController(this)
    void this.#buscarQr()
  }

  hostDisconnected(): void {
    this.#recado = ''
  }

  desenhar(): TemplateResult {
    return comprovanteNaTela({
      ...this.#meio,
      comprovante: this.#comprovante,
      qr: this.#qr,
      baixando: this.#baixando,
      recado: this.#recado,
      baixar: () => void this.#baixar(),
      copiar: () => void this.#copiar(),
    })
  }

  async #buscarQr(): Promise<void> {
    try {
      const { numero } = this.#comprovante
      this.#qr = await lerJson<Qr>(await pedir(`${this.#host.cliente.raiz}/qr?${new URLSearchParams({ numero })}`))
    } catch (erro) {
      console.debug('protocolo: no QR code', erro)
      this.#qr = null
    }
    this.#host.requestUpdate()
  }

  async #baixar(): Promise<void> {
    if (this.#baixando) return
    const { numero, codigoAcesso } = this.#comprovante
    const { comprovante: textos } = this.#meio.textos
    this.#baixando = true
    this.#dizer('')
    try {
      const chave = { numero, codigo: codigoAcesso }
      baixar(
        await (await pedir(`${this.#host.cliente.raiz}/consulta/comprovante`, emJson(chave))).blob(),
        `comprovante-${numero.replace(/[^0-9A-Za-z]+/g, '-')}.pdf`,
      )
    } catch (erro) {
      avisar('P06', 'o comprovante não foi baixado', erro)
      this.#dizer(textos.naoBaixou)
    } finally {
      this.#baixando = false
      this.#host.requestUpdate()
    }
  }

  async #copiar(): Promise<void> {
    const { comprovante: textos } = this.#meio.textos
    try {
      await navigator.clipboard.writeText(this.#comprovante.numero)
      this.#dizer(textos.copiado)
    } catch (erro) {
      console.debug('protocolo: clipboard refused', erro)
      this.#dizer(this.#copiarSelecao() ? textos.copiado : textos.naoCopiou)
    }
  }

  /** Pages without TLS have no clipboard, and still have the selection's own copy. */
  #copiarSelecao(): boolean {
    const numero = this.#host.recipiente.querySelector('[data-numero]')
    if (numero) getSelection()?.selectAllChildren(numero)
    return document.execCommand('copy')
  }

  #dizer(recado: string): void {
    this.#recado = recado
    if (recado) this.#host.anunciar(recado)
    this.#host.requestUpdate()
  }
}
