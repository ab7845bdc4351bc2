import { nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { ProtocoloElement } from '../../base/element.js'
import type { Consulta } from './consulta.js'

/**
 * Follows a protocolo by its number and, with the access code, shows its history, answers and files.
 *
 * Takes the number from the attribute `numero` or from `?protocolo=` in the page's address, never a code.
 * The browser's Back works between its views; the page's address is never changed.
 *
 * @summary Consults a protocolo.
 * @tag protocolo-consulta
 * @fires {CustomEvent<{entidade: string, tipo: string, situacao: 'nao_analisado' | 'em_andamento' | 'pendente' | 'parado' | 'encerrado' | 'cancelado', resultado: 'deferido' | 'deferido_em_parte' | 'indeferido' | 'sem_merito' | 'atendido' | null, nivel: 1 | 2}>} protocolo-consultado - A protocolo was found and is on screen. Carries no personal data.
 * @fires {CustomEvent<{entidade: string, tela: 'entrada' | 'resultado' | 'lembrete'}>} protocolo-tela - Another view is on screen.
 * @fires {CustomEvent<{entidade: string, ato: 'resposta' | 'mensagem' | 'avaliar' | 'recorrer' | 'desistir', quantos: number}>} protocolo-ato - Who asked answered, wrote, evaluated, appealed or gave up, and it was received.
 */
export class ProtocoloConsulta extends ProtocoloElement {
  static override properties: PropertyDeclarations = { numero: {} }

  /** Number of the protocolo to show at once. */
  declare numero: string

  #consulta: Consulta | undefined

  constructor() {
    super()
    this.numero = ''
  }

  /**
   * Shows a protocolo by its number, as if the person had asked for it. A code is for the person to type.
   * @throws {ErroDoProtocolo} `protocolo_nao_encontrado`, `campo_invalido`, `ocupada`, `sem_conexao` …: the tag shows why
   */
  consultar(numero: string): Promise<void> {
    return this.aPedido(() => this.#consulta?.mostrar(numero))
  }

  protected override async carregar(): Promise<void> {
    const { Consulta } = await import('./consulta.js')
    this.#consulta ??= new Consulta(this)
  }

  protected override renderizar(): TemplateResult | typeof nothing {
    return this.#consulta?.renderizar() ?? nothing
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'protocolo-consulta': ProtocoloConsulta
  }
}
