import { nothing, type TemplateResult } from 'lit'
import { ProtocoloElement } from '../../base/element.js'
import type { TelaDaGestao } from '../../base/eventos.js'
import type { Gestao } from './gestao.js'

/**
 * The desk of the people who answer: queues of protocolos, each one whole, and what may be done with it. Until somebody is signed in, the way in.
 *
 * The session is one for every tag of the page and for other tabs. Where the desk is stands in the page's hash (`#gestao=…`), so
 * that Back and links work. Give it the width of the page: from 52em on, queues stand beside the list.
 *
 * @summary The officials' desk.
 * @tag protocolo-gestao
 * @fires {CustomEvent<{entidade: string, tela: 'fila' | 'processo' | 'balcao' | 'indicadores' | 'administracao' | 'entrar' | 'cadastro' | 'confirmar' | 'recuperar'}>} protocolo-tela - Another view is on screen, or the same of another protocolo: `processo` is one opened.
 * @fires {CustomEvent<{entidade: string, ato: 'receber' | 'atribuir' | 'encaminhar' | 'despachar' | 'exigir' | 'dispensar' | 'parar' | 'retomar' | 'prorrogar' | 'reclassificar' | 'mudar_sigilo' | 'concluir' | 'encerrar_sem_resposta' | 'cancelar' | 'reabrir' | 'arquivar' | 'escrever' | 'conceder_vista', quantos: number}>} protocolo-ato - An act was done, with one protocolo or with several at once.
 * @fires {CustomEvent<{entidade: string, tipo: string, orgao: string}>} protocolo-aberto - A protocolo was opened at the counter, for somebody; its receipt is on screen. Carries no personal data and no number.
 */
export class ProtocoloGestao extends ProtocoloElement {
  #gestao: Gestao | undefined

  protected override get diz(): 'gestao' {
    return 'gestao'
  }

  /**
   * Shows a view; to who is not signed in, first the way in.
   * @throws {ErroDoProtocolo} `tela_desconhecida`, `sem_conexao` …
   */
  abrir(tela: TelaDaGestao = 'fila'): Promise<void> {
    return this.aPedido(() => this.#gestao?.abrir(tela))
  }

  /** Signs out, in every tag of the page and in other tabs. Nothing happens when nobody is signed in. */
  override sair(): Promise<void> {
    return this.aPedido(() => this.#gestao?.sair())
  }

  protected override async carregar(): Promise<void> {
    const { Gestao } = await import('./gestao.js')
    this.#gestao ??= new Gestao(this)
    await this.#gestao.comecar()
  }

  protected override renderizar(): TemplateResult | typeof nothing {
    return this.#gestao?.renderizar() ?? nothing
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-gestao': ProtocoloGestao
  }
}
