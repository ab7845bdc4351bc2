import { html, type TemplateResult } from 'lit'
import type { Mensagem } from '../../server/contract/mensagens.js'
import { quando } from './andamento.js'

/** `cidadao` is how who writes for the citizen's side is called. */
type Conversa = Parameters<typeof quando>[1] & { cidadao: string }

/** What citizen and unidade wrote to each other, oldest first. */
export function conversa(mensagens: readonly Mensagem[], { cidadao, ...meio }: Conversa): TemplateResult {
  return html`<ol class="conversa" role="list">
    ${mensagens.map(
      ({ de, em, unidade, texto }) => html`<li class="de-${de}">
        <p class="secundario"><b>${unidade ?? cidadao}</b>\u00a0· <time datetime=${em}>${quando(em, meio)}</time></p>
        <p class="fala">${texto}</p>
      </li>`,
    )}
  </ol>`
}
