import { html } from 'hono/html'
import type { TelaDaGestao, TelaDoPainel } from '../../widget/base/eventos.js'
import type { Html } from './moldura.js'
import { codigo } from './pecas.js'

/** Views of who is not signed in. */
const daEntrada = { entrar: 'Entrar na conta.', cadastro: 'Criar uma conta.', recuperar: 'Recuperar a senha.' }

/** What `abrir` takes. The compiler asks for every view. */
const doPainel: Record<TelaDoPainel, string> = {
  inicio: 'O começo da área da pessoa.',
  processos: 'Todos os pedidos dela.',
  pendencias: 'O que espera por ela.',
  liberados: 'Pedidos de outras pessoas que ela pode ver.',
  procuracoes: 'Procurações que ela deu e recebeu.',
  dados: 'Os dados da conta.',
  ...daEntrada,
}
const daMesa: Record<TelaDaGestao, string> = {
  fila: 'Os pedidos a atender.',
  balcao: 'Abrir um pedido por quem veio ao balcão.',
  indicadores: 'Números do atendimento.',
  administracao: 'A entidade, as pessoas que atendem e os serviços.',
  ...daEntrada,
}

/** How a page's own script asks the tags for things, words them and listens to them. */
export function porJavaScript(): Html {
  return html`<section aria-labelledby="javascript"><h2 id="javascript">Por JavaScript</h2>
<h3 id="pedir">Pedir algo a um componente</h3>
<p>Os métodos devolvem uma promessa. Quando não dá certo, ela é rejeitada com um <code>ErroDoProtocolo</code>, e o <code>codigo</code> dele diz por quê.</p>
<p>Se o script da página pode rodar antes do nosso, espere pelo componente com <code>customElements.whenDefined</code>.</p>
${codigo({
  id: 'metodo',
  rotulo: 'Abrir o painel em uma tela',
  texto: `customElements.whenDefined('protocolo-painel').then(async () => {
  try {
    await document.querySelector('protocolo-painel').abrir('pendencias')
  } catch (erro) {
    console.log(erro.codigo)
  }
})`,
})}
${telas('telas-do-painel', 'Telas do painel', doPainel)}
${telas('telas-da-mesa', 'Telas da mesa', daMesa)}
<h3 id="trocar-textos">Trocar textos</h3>
<p>Cada parte tem o seu nome, como <code>consulta</code>, e cada texto dela também, como <code>titulo</code>. Estão no código do Protocolo: as partes em <code>widget/texts/vozes.ts</code>, os textos em <code>widget/texts/*.pt-BR.ts</code>. No pacote, são o tipo de <code>textos</code>.</p>
${codigo({
  id: 'textos',
  rotulo: 'Outro título na consulta',
  texto: "document.querySelector('protocolo-consulta').textos = { consulta: { titulo: 'Acompanhe o seu pedido' } }",
})}
<h3 id="contar">Contar o que acontece</h3>
<p>Para o Google Tag Manager, ou outra ferramenta que leia <code>dataLayer</code>:</p>
${codigo({
  id: 'camada',
  rotulo: 'Levar os eventos ao dataLayer',
  texto: `for (const nome of ['protocolo-aberto', 'protocolo-consultado']) addEventListener(nome, (e) => (window.dataLayer ||= []).push({ event: e.type, ...e.detail }))`,
})}
<p><code>protocolo-sessao</code> vem uma vez de cada componente da página. Para contar uma vez só:</p>
${codigo({
  id: 'sessao',
  rotulo: 'Uma entrada na conta, uma vez',
  texto: `let aberta = false
addEventListener('protocolo-sessao', ({ detail }) => {
  if (detail.aberta && !aberta) console.log('Alguém entrou na conta')
  aberta = detail.aberta
})`,
})}</section>`
}

function telas(id: string, titulo: string, nomes: Record<string, string>): Html {
  return html`<h3 id="${id}">${titulo}</h3><dl class="entradas">${Object.entries(nomes).map(([nome, texto]) => html`<div><dt><code>abrir('${nome}')</code></dt><dd>${texto}</dd></div>`)}</dl>`
}
