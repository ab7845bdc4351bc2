import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import { paginaDoGuia } from './guia/moldura.js'
import { politicaRigida } from './paginas.js'
import { cores, medidas, type Par, pares, type Token, temas } from './tokens.js'

const nomes = { claro: 'Claro', govbr: 'gov.br', escuro: 'Escuro' } as const

/** Under /demo/temas: every token with the value that it has now in each theme, and the contrast of every pair of colours. */
export function rotasDosTemas() {
  return new Hono().get('/demo/temas', (c) => c.html(pagina(), 200, { 'Content-Security-Policy': politicaRigida }))
}

function pagina() {
  return paginaDoGuia({
    endereco: '/demo/temas',
    titulo: 'Cores e temas',
    folhas: ['temas.css'],
    scripts: ['temas.js', '/protocolo.js'],
    conteudo: html`
<h1>Cores e temas</h1>
<p class="lide">O componente já vem com cores que se leem bem. Mude só o que o seu site pedir, em uma regra de CSS:</p>
<pre tabindex="0"><code>protocolo-consulta { --protocolo-cor-acao: #00697d; --protocolo-raio: 0 }</code></pre>
<p>Os valores desta página são lidos agora do próprio componente, em cada tema.</p>
<p><label for="cor">Experimente uma cor da ação</label> <input id="cor" type="color" value="#0b5cad" aria-describedby="cor-ajuda"></p>
<p class="secundario" id="cor-ajuda">Uma cor clara demais é escurecida até dar para ler; no tema escuro, é clareada. O tema <code>auto</code> usa o claro ou o escuro, como o aparelho pedir.</p>
<section aria-labelledby="exemplos"><h2 id="exemplos">Em cada tema</h2>
<div class="exemplos">${temas.map(exemplo)}</div></section>
<section><h2 id="das-cores">Cores</h2>${tabela('das-cores', cores, 'data-cor')}</section>
<section><h2 id="das-medidas">Letras e medidas</h2>${tabela('das-medidas', medidas, 'data-medida')}</section>
<section><h2 id="dos-contrastes">Contraste</h2>
<p>A norma pede ao menos 4,5 para textos, e 3 para bordas de campos e foco.</p>
${rolavel(
  'dos-contrastes',
  html`<table><thead><tr><th scope="col">Onde</th><th scope="col">Mínimo</th>${titulos()}</tr></thead>
<tbody>${pares.map(linhaDoPar)}</tbody></table>`,
)}</section>`,
  })
}

function exemplo(tema: (typeof temas)[number]) {
  return html`<div><h3>${nomes[tema]}</h3><protocolo-consulta entidade="serra-azul" tema="${tema}" nivel="4"></protocolo-consulta></div>`
}

function tabela(id: string, tokens: readonly Token[], marca: 'data-cor' | 'data-medida') {
  return rolavel(
    id,
    html`<table><thead><tr><th scope="col">Nome</th><th scope="col">Para quê</th>${titulos()}</tr></thead>
<tbody>${tokens.map(
      ({ nome, para, le, em }) =>
        html`<tr><th scope="row"><code>${nome}</code></th><td>${para}</td>${temas.map((tema) => html`<td ${raw(marca)}="${le}" data-tema="${tema}" data-em="${em ?? ''}"></td>`)}</tr>`,
    )}</tbody></table>`,
  )
}

function linhaDoPar({ frente, fundo, minimo, onde }: Par) {
  const celula = (tema: string) => html`<td data-frente="${frente}" data-fundo="${fundo}" data-minimo="${minimo}" data-tema="${tema}"></td>`
  return html`<tr><th scope="row">${onde}</th><td>${String(minimo).replace('.', ',')}</td>${temas.map(celula)}</tr>`
}

const titulos = () => temas.map((tema) => html`<th scope="col">${nomes[tema]}</th>`)

/** A table that is wider than the window is moved inside its box, by keyboard too. */
function rolavel(titulo: string, conteudo: ReturnType<typeof html>) {
  return html`<div class="rolavel" tabindex="0" role="group" aria-labelledby="${titulo}">${conteudo}</div>`
}
