import { html } from 'hono/html'
import { lerEscolha } from '../escolha.js'
import type { Html } from '../moldura.js'
import { montarTrecho, type Trecho } from '../trecho.js'

/** What is chosen where nobody chose anything. */
const escolha = lerEscolha([], ['vila-serena'], new URLSearchParams())

/** The example that every page about a kind of site uses. */
export function trechoDaConsulta(endereco: string): Trecho {
  return montarTrecho(escolha, [], { endereco, fixa: undefined })
}

/** Its tag alone. */
export function consultaEm(endereco: string): string {
  return trechoDaConsulta(endereco).corpo
}

/** What is left to see to once the tags are in, whatever the site is made with. */
export function conferir(): Html {
  return html`<section aria-labelledby="conferir">
<h2 id="conferir">Confira na página publicada</h2>
<ul>
<li>Abra a página sem estar na sua conta do site, em uma janela anônima.</li>
<li>O Protocolo só responde aos sites da lista. Peça a quem o administra que acrescente o endereço do seu: na <b>Mesa de atendimento</b>, em <b>Administração</b>, <b>Entidade</b>, <b>Sites</b>. <a href="/demo/problemas#P03">Como saber qual é</a>.</li>
<li>Se nada aparecer, veja <a href="/demo/problemas">Problemas</a>, pelo que acontece na tela.</li>
</ul></section>`
}

/** Where to choose tag, colours and texts before the steps. */
export function antes(): Html {
  return html`<p class="lide">Antes, <a href="/demo/montar">monte o seu código</a>: os exemplos abaixo usam a consulta e a cidade fictícia de Vila Serena.</p>`
}
