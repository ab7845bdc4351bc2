import { html, nothing, type TemplateResult } from 'lit'
import { aviso } from '../../parts/aviso.js'
import { agindo as textos } from '../../texts/agindo.pt-BR.js'
import type { Dentro } from './dentro.js'

/** Above everything: for whom the person acts, and the way back. */
export function barraDeQuemAge(dentro: Dentro): TemplateResult | typeof nothing {
  const { agindo, avisoDeFim } = dentro
  if (!agindo) return avisoDeFim ? aviso({ tom: 'atencao', conteudo: html`<p>${avisoDeFim}</p>` }) : nothing
  return html`<div class="aviso linha entre agindo" role="group" aria-label=${`${textos.barra} ${agindo.nome}`}>
    <p>${textos.barra} <b translate="no">${agindo.nome}</b></p>
    <button type="button" class="botao botao-fraco nao-imprime" @click=${() => void dentro.agirPor(undefined, textos.voltou)}>${textos.voltar}</button>
  </div>`
}
