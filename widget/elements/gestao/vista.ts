import type { TemplateResult } from 'lit'
import type { ProtocoloElement } from '../../base/element.js'
import type { Cartao } from '../../client/api.js'
import type { Gestao, Posto, Presente } from '../../client/gestao.js'
import type { Sessao } from '../../client/sessao.js'
import type { Partes, TelaDaMesa } from './rota.js'

/** One view of the desk, kept while the person stays signed in. */
export interface Vista {
  /** Its turn on screen, or its part of the hash changed: asks for what it shows. */
  preparar(partes: Partes): void
  renderizar(partes: Partes, cartao: Cartao): TemplateResult
  /** A protocolo changed, here or elsewhere; without an id, anything may have. */
  mudou(id?: string): void
  /** Another view takes its place, or nobody is signed in any more. */
  sair(): void
}

/** What the desk is to its views. */
export interface Lugar {
  readonly host: ProtocoloElement
  readonly sessao: Sessao
  readonly api: Gestao
  /** Who the person is here, and where they work. */
  readonly posto: Posto
  /** A link to a view, followed without leaving the page's own state behind. */
  ligacao(
    tela: TelaDaMesa,
    partes: Readonly<Record<string, string | undefined>>,
    conteudo: unknown,
    extra?: { classe?: string; atual?: boolean },
  ): TemplateResult
  ir(tela: TelaDaMesa, partes?: Readonly<Record<string, string | undefined>>): void
  /** A link back to the queue as it was left. */
  voltar(): TemplateResult
  /** The person changed a protocolo here, of which they need no news. The queue asks for it again. */
  mudei(id: string): void
  /** Who else has a protocolo on screen now: of the one that the person looks at, and of those in the queues of their unidades. */
  presentes(id: string): readonly Presente[]
  desenhar(): void
}
