import { html } from 'hono/html'
import { codigos } from './codigos.js'
import { type Html, paginaDoGuia } from './moldura.js'
import { type Sintoma, sintomas } from './sintomas.js'

/** What to do, by what is seen on the screen and by the code of the console's message. */
export function paginaDosProblemas(endereco: string): Html {
  const grupos = sintomas(endereco)
  return paginaDoGuia({
    endereco: '/demo/problemas',
    titulo: 'Problemas',
    conteudo: html`
<h1>Problemas</h1>
<p class="lide">Procure pelo que aparece na tela. Ou abra o console do navegador: as nossas mensagens terminam com um código, como <code>[protocolo P03]</code>.</p>
<p>Para abrir o console, aperte <kbd>F12</kbd> e escolha <b>Console</b>. No Mac é <kbd>Option+Command+J</kbd> no Chrome.</p>
<nav class="sumario" aria-label="Nesta página"><ul>
${grupos.map(({ nome, id, sintomas: lista }) => html`<li><a href="#${id}">${nome}</a><ul>${lista.map((um) => html`<li><a href="#${um.id}">${um.titulo}</a></li>`)}</ul></li>`)}
<li><a href="#codigos">Códigos do console</a><ul>${Object.entries(codigos).map(([codigo, { titulo }]) => html`<li><a href="#${codigo}">${codigo}: ${titulo}</a></li>`)}</ul></li>
</ul></nav>
${grupos.map(({ nome, id, sintomas: lista }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${nome}</h2>${lista.map(umSintoma)}</section>`)}
<section aria-labelledby="codigos"><h2 id="codigos">Códigos do console</h2>
${Object.entries(codigos).map(([codigo, { titulo, causa, solucao }]) => html`<section class="sintoma" aria-labelledby="${codigo}"><h3 id="${codigo}"><span class="selo">${codigo}</span> ${titulo}</h3><p>${causa}</p>${solucao}</section>`)}
</section>`,
  })
}

function umSintoma({ id, titulo, passos }: Sintoma): Html {
  return html`<section class="sintoma" aria-labelledby="${id}"><h3 id="${id}">${titulo}</h3><ul>${passos.map((passo) => html`<li>${passo}</li>`)}</ul></section>`
}
