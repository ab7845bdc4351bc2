import { html, nothing, type TemplateResult } from 'lit'
import { passos } from '../../parts/passos.js'
import { titulo } from '../../parts/titulo.js'
import { lugarDoPasso } from './estado.js'
import type { Cena } from './vista.js'

/** Where the person is, and the heading that takes the focus. */
export function cabecalho({ estado, textos, nivel }: Cena, tituloDoPasso: string | TemplateResult): TemplateResult {
  const { numero, total } = lugarDoPasso(estado)
  const assunto = estado.passo === 'tipo' || estado.passo === 'apresentacao' ? undefined : estado.tipo?.nome
  return html`<div class="cabecalho">${passos(numero, total, textos.passo(numero, total), assunto)}${titulo(nivel, tituloDoPasso)}</div>`
}

/** The ways out of a step. Who came from the review to change something goes back to it. */
export function acoes({ textos, estado }: Cena, voltar: () => void, continuar: string = textos.continuar): TemplateResult {
  return html`<div class="linha entre acoes">
    ${estado.daRevisao ? nothing : html`<button type="button" class="botao botao-texto rente" @click=${voltar}>${textos.voltar}</button>`}
    <button type="submit" class="botao ao-fim">${estado.daRevisao ? textos.voltarARevisao : continuar}</button>
  </div>`
}
