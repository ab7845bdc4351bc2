import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../server/contract/entidade.js'

/** How to reach the entidade, in a short list; nothing when it gave no way. */
export function contato(cartao: Cartao, titulo: string): TemplateResult | typeof nothing {
  const { telefone, whatsapp, email, horario } = cartao.contato
  const meios = [
    ...(telefone ? [html`<a class="inteiro" href="tel:${soNumeros(telefone)}">${telefone}</a>`] : []),
    ...(whatsapp ? [html`WhatsApp <a class="inteiro" href="https://wa.me/${comPais(whatsapp)}">${whatsapp}</a>`] : []),
    ...(email ? [html`<a href="mailto:${email}">${quebravel(email)}</a>`] : []),
  ]
  if (meios.length === 0) return nothing
  return html`<div class="contato secundario">
    <p>${titulo}</p>
    <ul role="list" aria-label=${titulo}>${[...meios, ...(horario ? [html`<span lang="pt-BR">${horario}</span>`] : [])].map((meio) => html`<li>${meio}</li>`)}</ul>
  </div>`
}

/** An address that is too long for its line breaks after the @. */
export function quebravel(email: string): TemplateResult {
  const lugar = email.lastIndexOf('@') + 1
  return html`${email.slice(0, lugar)}<wbr />${email.slice(lugar)}`
}

export const soNumeros = (texto: string) => texto.replace(/[^\d+]/g, '')
const comPais = (texto: string) =>
  soNumeros(texto)
    .replace(/^(?!\+|55\d{10})/, '55')
    .replace('+', '')
