import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../server/contract/entidade.js'

/** How to reach the entidade, in one line; nothing when it gave no way. */
export function contato(cartao: Cartao, titulo: string): TemplateResult | typeof nothing {
  const { telefone, whatsapp, email, horario } = cartao.contato
  const meios = [
    ...(telefone ? [html`<a class="inteiro" href="tel:${soNumeros(telefone)}">${telefone}</a>`] : []),
    ...(whatsapp ? [html`WhatsApp <a class="inteiro" href="https://wa.me/${comPais(whatsapp)}">${whatsapp}</a>`] : []),
    ...(email ? [html`<a href="mailto:${email}">${email}</a>`] : []),
  ]
  if (meios.length === 0) return nothing
  return html`<p class="secundario">${titulo} ${meios.map((meio, i) => html`${i ? ' · ' : nothing}${meio}`)}${horario ? ` (${horario})` : nothing}</p>`
}

const soNumeros = (texto: string) => texto.replace(/[^\d+]/g, '')
const comPais = (texto: string) =>
  soNumeros(texto)
    .replace(/^(?!\+|55\d{10})/, '55')
    .replace('+', '')
