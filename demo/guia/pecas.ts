import { html } from 'hono/html'
import type { Html } from './moldura.js'

interface Codigo {
  /** Unique in the page; the button to copy finds the text by it. */
  id: string
  /** What it is, for who does not see it. */
  rotulo: string
  texto: string
}

/** A text to copy. The button works only with its script, which shows it; the text can be selected without. */
export function codigo({ id, rotulo, texto }: Codigo): Html {
  return html`<div class="codigo"><div class="codigo-barra"><span id="${id}-rotulo">${rotulo}</span><button type="button" data-copia="${id}" aria-describedby="${id}-rotulo" hidden>Copiar</button></div><pre tabindex="0" role="region" aria-labelledby="${id}-rotulo"><code id="${id}">${texto}</code></pre></div>`
}

export interface Passo {
  titulo: string
  conteudo: Html
}

/** Numbered steps, each with a heading under the page's own sections. */
export function passos(lista: readonly Passo[]): Html {
  return html`<ol class="passos">${lista.map(({ titulo, conteudo }) => html`<li><h3>${titulo}</h3>${conteudo}</li>`)}</ol>`
}

/** Something to mind on the way. */
export function nota(conteudo: Html): Html {
  return html`<aside class="nota">${conteudo}</aside>`
}

export interface Caminho {
  href: string
  titulo: string
  texto: string
}

/** Ways on, each with a line on what is there. */
export function caminhos(lista: readonly Caminho[]): Html {
  return html`<ul class="caminhos">${lista.map(({ href, titulo, texto }) => html`<li><a href="${href}">${titulo}</a><p>${texto}</p></li>`)}</ul>`
}
