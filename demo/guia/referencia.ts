import { html } from 'hono/html'
import { frase, sobreAsTags } from './frases.js'
import { comum, type Entrada, type Especie, especies, type FaceDaTag } from './manifesto.js'
import { type Html, paginaDoGuia } from './moldura.js'
import { codigo } from './pecas.js'
import { porJavaScript } from './por-javascript.js'

const nomes: Record<Especie, { titulo: string; id: string }> = {
  atributos: { titulo: 'Atributos', id: 'atributos' },
  propriedades: { titulo: 'Propriedades, por JavaScript', id: 'propriedades' },
  eventos: { titulo: 'Eventos', id: 'eventos' },
  metodos: { titulo: 'Métodos, por JavaScript', id: 'metodos' },
  slots: { titulo: 'O que vai dentro', id: 'slots' },
  tokens: { titulo: 'Cores e medidas', id: 'tokens' },
}

/** The public face of every tag, from the manifest that the build makes of the code itself. */
export function paginaDaReferencia(manifesto: readonly FaceDaTag[]): Html {
  const { todas, proprias } = comum(manifesto)
  const faces = [...proprias, todas]
  return paginaDoGuia({
    endereco: '/demo/referencia',
    titulo: 'Referência',
    conteudo: html`
<h1>Referência</h1>
<p class="lide">Tudo o que os componentes aceitam e avisam. O que está aqui não muda sem uma nova versão principal.</p>
<nav class="sumario" aria-label="Nesta página"><ul><li><a href="#javascript">Por JavaScript</a></li>${faces.map((face) => html`<li><a href="#${face.tag}">${nomeDa(face)}</a><ul>${comAlgo(face).map((especie) => html`<li><a href="#${idDe(face.tag, especie)}">${nomes[especie].titulo}</a></li>`)}</ul></li>`)}</ul></nav>
<section aria-labelledby="ouvir"><h2 id="ouvir">Como se usam</h2>
<p>Atributos vão no HTML. Cores e medidas vão no estilo do site. Eventos sobem até a página, e levam o que interessa em <code>detail</code>.</p>
${codigo({
  id: 'exemplo',
  rotulo: 'Um exemplo de cada',
  texto: `<protocolo-consulta entidade="vila-serena" tema="govbr"></protocolo-consulta>
<style>protocolo-consulta { --protocolo-raio: 0 }</style>
<script>addEventListener('protocolo-consultado', (evento) => console.log(evento.detail.situacao))</script>`,
})}</section>
${porJavaScript()}
${faces.map(umaTag)}`,
  })
}

function umaTag(face: FaceDaTag): Html {
  const sobre = sobreAsTags[face.tag]
  return html`<section aria-labelledby="${face.tag}"><h2 id="${face.tag}">${nomeDa(face)}</h2><p>${sobre ? html`<b>${sobre.nome}.</b> ${sobre.texto} O que vale para todos os componentes está <a href="#todas">mais abaixo</a>.` : 'O que os quatro componentes aceitam e avisam.'}</p>
${comAlgo(face).map((especie) => html`<h3 id="${idDe(face.tag, especie)}">${nomes[especie].titulo}</h3><dl class="entradas">${face[especie].map((entrada) => umaEntrada(face.tag, especie, entrada))}</dl>`)}</section>`
}

function nomeDa({ tag }: FaceDaTag): Html | string {
  return sobreAsTags[tag] ? html`<code>${tag}</code>` : 'Todos os componentes'
}

function umaEntrada(tag: string, especie: Especie, { nome, tipo, padrao }: Entrada): Html {
  return html`<div><dt><code>${nomeEscrito(especie, nome, tipo)}</code>${padrao ? html` <span class="padrao">sem ele: <code>${padrao}</code></span>` : ''}</dt>
<dd>${frase(tag, especie, nome)}${especie === 'eventos' && tipo ? html`<br><code class="detalhe">${detalheDe(tipo)}</code>` : ''}</dd></div>`
}

function nomeEscrito(especie: Especie, nome: string, tipo: string | undefined): string {
  if (especie === 'metodos') return tipo ?? nome
  if (especie === 'slots') return nome === '' ? 'sem nome' : `slot="${nome}"`
  return nome
}

/** Of `CustomEvent<{…}>`, what stands in `detail`. */
function detalheDe(tipo: string): string {
  return `detail: ${/^CustomEvent<(.*)>$/s.exec(tipo)?.[1] ?? tipo}`
}

function comAlgo(face: FaceDaTag): Especie[] {
  return especies.filter((especie) => face[especie].length > 0)
}

function idDe(tag: string, especie: Especie): string {
  return `${tag}-${nomes[especie].id}`
}
