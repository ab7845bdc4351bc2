import { html, nothing, type TemplateResult } from 'lit'
import type { Porta } from '../../account/porta.js'
import { avisar } from '../../base/avisos.js'
import { SemConexao } from '../../client/api.js'
import { convite as textos } from '../../texts/novo-convite.pt-BR.js'
import type { Novo } from './novo.js'

/** Who is signed in, and the way in for who is not. Opening a request needs no conta: what serves who has one loads on its own. */
export class Entrada {
  /** Somebody is signed in, or is about to be known. */
  alguem = false
  #porta: Porta | undefined
  #deixarDeOlhar: (() => void) | undefined

  constructor(readonly novo: Novo) {}

  /**
   * Brings the conta once somebody is signed in, or a draft of a conta is asked for.
   * @param catalogo what the conta builds on
   * @returns once it is known whether somebody is
   */
  async olhar(catalogo: Promise<void>): Promise<void> {
    const trazer = () => void catalogo.then(() => this.#trazerConta()).catch(semConta)
    try {
      const { aoEntrar } = await import('../../client/presenca.js')
      this.#deixarDeOlhar?.()
      const { parar, sabido } = aoEntrar(this.novo.host, () => {
        this.notar(true)
        trazer()
      })
      this.#deixarDeOlhar = parar
      if (location.hash.includes('rascunho=')) trazer()
      await sabido
    } catch (erro) {
      semConta(erro)
    }
  }

  notar(alguem: boolean): void {
    this.alguem = alguem
    this.novo.host.requestUpdate()
  }

  /** For who is not signed in, where it spares them typing. */
  convite(): TemplateResult | typeof nothing {
    if (this.alguem || this.novo.aviso?.acao) return nothing
    return html`<p class="secundario">
      ${textos.texto} <button type="button" class="botao-texto alterar" @click=${() => void this.abrir()}>${textos.entrar}</button>
    </p>
    ${this.novo.avisoDaFalta('entrar')}`
  }

  /** Opens the dialog to sign in. */
  async abrir(): Promise<void> {
    const { novo } = this
    novo.mudar({ falta: undefined })
    try {
      const { Porta } = await import('../../account/porta.js')
      this.#porta ??= new Porta(novo.host)
      await this.#porta.abrir()
    } catch (erro) {
      avisar('P04', 'uma parte não carregou', erro)
      novo.mudar({ falta: { onde: 'entrar', erro: new SemConexao('import', { cause: erro }) } })
    }
  }

  renderizar(): TemplateResult | typeof nothing {
    return this.#porta?.renderizar() ?? nothing
  }

  async #trazerConta(): Promise<void> {
    const { novo } = this
    const { ContaDoNovo } = await import('./conta.js')
    novo.conta ??= new ContaDoNovo(novo)
    novo.conta.olhar()
  }
}

function semConta(erro: unknown): void {
  console.debug('protocolo: who is signed in is not known here', erro)
}
