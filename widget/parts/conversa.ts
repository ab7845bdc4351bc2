import { html, type TemplateResult } from 'lit'
import type { Mensagem } from '../../server/contract/mensagens.js'
import { quando } from './andamento.js'

/** `cidadao` is how who writes for the citizen's side is called; `depois`, what stands under a message. */
type Conversa = Parameters<typeof quando>[1] & { cidadao: string; depois?: (mensagem: Mensagem) => unknown }

/** What citizen and unidade wrote to each other, oldest first. */
export function conversa(mensagens: readonly Mensagem[], { cidadao, depois, ...meio }: Conversa): TemplateResult {
  return html`<ol class="conversa" role="list">
    ${mensagens.map(
      (mensagem) => html`<li class="de-${mensagem.de}">
        <p class="secundario"><b>${mensagem.unidade ?? cidadao}</b>\u00a0· <time datetime=${mensagem.em}>${quando(mensagem.em, meio)}</time></p>
        <p class="fala">${mensagem.texto}</p>
        ${depois?.(mensagem)}
      </li>`,
    )}
  </ol>`
}
