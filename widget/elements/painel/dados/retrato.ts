import { html } from 'lit'
import type { Dados } from './dados.js'

/** The photo, or the letters of the name in its place. */
export function retrato({ foto }: Dados, nome: string): unknown {
  return foto?.tela ?? html`<span class="iniciais" aria-hidden="true">${iniciais(nome)}</span>`
}

function iniciais(nome: string): string {
  const palavras = nome.trim().split(/\s+/)
  const letras = palavras.length > 1 ? [palavras[0], palavras.at(-1)] : palavras
  return letras.map((palavra) => [...(palavra ?? '')][0]?.toUpperCase()).join('')
}
