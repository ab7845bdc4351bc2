import { html } from 'hono/html'
import { type Html, paginaDoGuia } from '../moldura.js'
import { codigo, nota, passos } from '../pecas.js'
import { lugarDe, scriptMaisNovo } from '../trecho.js'
import { antes, conferir, consultaEm } from './partes.js'

export function paginaDoHtml(endereco: string): Html {
  return paginaDoGuia({
    endereco: '/demo/html',
    titulo: 'HTML simples',
    conteudo: html`
<h1>HTML simples</h1>
${antes()}
${aMao(endereco)} ${noPortal(endereco)} ${conferir()}`,
  })
}

function aMao(endereco: string): Html {
  return html`<section aria-labelledby="mao">
<h2 id="mao">Páginas feitas à mão</h2>
${passos([
  {
    titulo: 'O script, uma vez por página',
    conteudo: html`<p>Dentro do <code>&lt;head&gt;</code>. As regras de estilo guardam o lugar do componente, para que nada pule quando ele chega; elas também podem ir no arquivo de estilo do site.</p>
${codigo({
  id: 'cabeca',
  rotulo: 'No <head>',
  texto: `<style>
${lugarDe({ tags: ['protocolo-consulta'], estreita: false })}
</style>
${scriptMaisNovo(endereco)}`,
})}`,
  },
  {
    titulo: 'O componente, onde ele deve aparecer',
    conteudo: html`<p>O que está dentro dele aparece para quem não tem JavaScript.</p>
${codigo({ id: 'corpo', rotulo: 'No meio da página', texto: consultaEm(endereco) })}`,
  },
  {
    titulo: 'As cores do seu site',
    conteudo: html`<p>No arquivo de estilo. <a href="/demo/montar">Montar o código</a> confere se dá para ler.</p>
${codigo({ id: 'cores', rotulo: 'No arquivo de estilo', texto: 'protocolo-consulta {\n  --protocolo-cor-acao: #00697d;\n  --protocolo-raio: 0;\n}' })}`,
  },
  {
    titulo: 'Saber o que acontece',
    conteudo: html`<p>Os componentes avisam a página do que acontece, sem nenhum dado das pessoas. Serve para contar visitas, por exemplo. Todos os avisos estão na <a href="/demo/referencia">Referência</a>.</p>
${codigo({
  id: 'eventos',
  rotulo: 'Em um script do site',
  texto: `addEventListener('protocolo-aberto', (evento) => console.log('Pedido aberto:', evento.detail.tipo))`,
})}`,
  },
])}
</section>`
}

function noPortal(endereco: string): Html {
  return html`<section aria-labelledby="portal">
<h2 id="portal">Sistemas de portal</h2>
<p>Se o sistema do site deixa colar código HTML com <code>&lt;script&gt;</code>, cole o que <a href="/demo/montar">Montar o código</a> mostra. Se ele retira o script, peça à empresa que o mantém que ponha a linha do script no modelo das páginas; o componente pode continuar no texto.</p>
<p>Se nada disso for possível, ponha um link para a página pronta:</p>
${codigo({ id: 'link', rotulo: 'Um link', texto: `<a href="${endereco}/vila-serena">Protocolo: abrir e consultar pedidos</a>` })}
${nota(html`<p>Não ponha a página pronta dentro de um <code>&lt;iframe&gt;</code>: o servidor recusa, para que nenhum outro site se passe por ela.</p>`)}
</section>`
}
