import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { escreverData } from '../../server/contract/palavras.js'
import { root } from '../../server/platform/paths.js'
import { paginaDoGuia, politicaDoGuia } from '../guia/moldura.js'
import { type Criterio, criterios, limites, revisadaEm, type Situacao } from './criterios.js'
import { emTudo, naMesa } from './teclado.js'

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

const nomes: Record<Situacao, string> = {
  testes: 'Atende, com testes',
  parte: 'Testado em parte',
  'sem-teste': 'Feito assim, sem teste',
  pagina: 'É da página do site',
  'nao-se-aplica': 'Não se aplica',
}

/** Under /demo/acessibilidade: what the tests show of WCAG 2.2, and what nobody has shown yet. */
export function rotaDaAcessibilidade() {
  return new Hono().get('/demo/acessibilidade', (c) => c.html(pagina(), 200, { 'Content-Security-Policy': politicaDoGuia }))
}

function pagina() {
  const quantos = (situacao: Situacao) => criterios.filter((um) => um.situacao === situacao).length
  return paginaDoGuia({
    endereco: '/demo/acessibilidade',
    titulo: 'Declaração de acessibilidade',
    folhas: ['temas.css'],
    scripts: [],
    conteudo: html`
<h1>Declaração de acessibilidade</h1>
<p class="lide">Queremos que toda pessoa consiga abrir e acompanhar um pedido. Esta página diz o que já foi verificado, como, e o que ainda falta.</p>
<p>Versão ${version}, revisada em ${escreverData(revisadaEm)}.</p>
<section aria-labelledby="situacao"><h2 id="situacao">Em que pé está</h2>
<p>Medimos pelas Diretrizes WCAG 2.2, níveis A e AA: são ${criterios.length} critérios.</p>
<ul>
<li><strong>${quantos('testes')}</strong> são atendidos, com testes que rodam a cada mudança.</li>
<li><strong>${quantos('parte')}</strong> são testados em parte: falta o juízo de pessoas.</li>
<li><strong>${quantos('sem-teste')}</strong> foram feitos para atender, mas nenhum teste mostra isso.</li>
<li><strong>${quantos('pagina')}</strong> dependem da página em que o componente está.</li>
<li><strong>${quantos('nao-se-aplica')}</strong> não se aplicam.</li>
</ul>
<p>Os testes não acharam descumprimento. Mesmo assim, ainda não declaramos conformidade: os limites abaixo dizem por quê.</p>
</section>
<section aria-labelledby="limites"><h2 id="limites">O que ainda falta</h2>
<ul>${limites.map((limite) => html`<li>${limite}</li>`)}</ul>
</section>
<section aria-labelledby="lei"><h2 id="lei">As normas</h2>
<p>A Lei Brasileira de Inclusão (Lei 13.146/2015, artigo 63) obriga os sites de órgãos públicos a serem acessíveis. O eMAG é o modelo do governo federal para isso.</p>
<p>A norma ABNT NBR 17225, de 2025, diz o mesmo que as WCAG 2.2, arrumado por assunto: teclado, imagens, cabeçalhos, formulários. Quem atende a todos os seus requisitos tem a conformidade regular, que corresponde aos níveis A e AA das WCAG. Atender também às recomendações é a conformidade plena.</p>
<p>Aqui medimos pelos critérios das WCAG. O Ceweb.br publica <a href="https://todosnaweb.ceweb.br/publicacoes/wcag-2-2-abnt-17225">o item da norma que corresponde a cada critério</a>.</p>
</section>
<section aria-labelledby="reclamar"><h2 id="reclamar">Encontrou uma barreira?</h2>
<p>Conte ao órgão, pelos contatos do site dele ou pelos que aparecem no fim de cada consulta: o que você tentou fazer, em que página, com que navegador e programa de apoio.</p>
<p>Se não resolver, procure a ouvidoria do órgão. Ela é obrigada a responder (Lei 13.460/2017).</p>
</section>
<section aria-labelledby="teclado"><h2 id="teclado">Pelo teclado</h2>
${teclas('Em todos os componentes', emTudo)}
<p>Na mesa de atendimento há atalhos de uma tecla. Eles podem ser desligados na lista que a tecla ? abre, e não valem dentro de campos.</p>
${teclas('Na mesa de atendimento', naMesa)}
</section>
<section aria-labelledby="criterios"><h2 id="criterios">Critério por critério</h2>
<div class="rolavel" tabindex="0" role="group" aria-labelledby="criterios">
<table><thead><tr><th scope="col">Critério</th><th scope="col">Nível</th><th scope="col">Situação</th><th scope="col">O que vale</th></tr></thead>
<tbody>${criterios.map(linha)}</tbody></table>
</div></section>`,
  })
}

function linha({ numero, nome, nivel, situacao, frase, provas }: Criterio) {
  return html`<tr><th scope="row">${numero} ${nome}</th><td>${nivel}</td><td>${nomes[situacao]}</td><td>${frase}${
    provas.length === 0
      ? ''
      : html`<details><summary>Testes do ${numero}</summary><ul lang="en">${provas.map(([arquivo, titulo]) => html`<li>${titulo}<br><code>tests/${arquivo}</code></li>`)}</ul></details>`
  }</td></tr>`
}

function teclas(titulo: string, lista: readonly (readonly [string, string])[]) {
  return html`<table><caption>${titulo}</caption><thead><tr><th scope="col">Tecla</th><th scope="col">O que faz</th></tr></thead>
<tbody>${lista.map(([tecla, faz]) => html`<tr><th scope="row"><kbd>${tecla}</kbd></th><td>${faz}</td></tr>`)}</tbody></table>`
}
