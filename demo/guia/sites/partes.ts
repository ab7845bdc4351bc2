import { html } from 'hono/html'
import type { Html } from '../moldura.js'

/** The example that every page about a kind of site uses. */
export function consultaEm(endereco: string): string {
  return `<protocolo-consulta entidade="vila-serena">
  <a href="${endereco}/vila-serena">Consultar protocolo</a>
</protocolo-consulta>`
}

/** What is left to see to once the tags are in, whatever the site is made with. */
export function conferir(): Html {
  return html`<section aria-labelledby="conferir">
<h2 id="conferir">Confira na página publicada</h2>
<ul>
<li>Abra a página sem estar na sua conta do site, em uma janela anônima.</li>
<li>O endereço do seu site precisa estar em <code>origens</code>, no arquivo da entidade. <a href="/demo/problemas#P03">Como saber qual é</a>.</li>
<li>Se nada aparecer, veja <a href="/demo/problemas">Problemas</a>, pelo que acontece na tela.</li>
</ul></section>`
}

/** Where to choose tag, colours and texts before the steps. */
export function antes(): Html {
  return html`<p class="lide">Antes, <a href="/demo/montar">monte o seu código</a>: os exemplos abaixo usam a consulta e a cidade fictícia de Vila Serena.</p>`
}
