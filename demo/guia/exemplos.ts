import { html } from 'hono/html'
import type { EntidadeDaDemo } from '../entidades.js'
import { type PaginaDoDemo, paginas, paginasDificeis } from '../paginas.js'
import { type Html, paginaDoGuia } from './moldura.js'
import { caminhos } from './pecas.js'

/** Every host page, the pages that the server itself has, and what stands behind them. */
export function paginaDosExemplos(entidades: readonly EntidadeDaDemo[]): Html {
  return paginaDoGuia({
    endereco: '/demo/exemplos',
    titulo: 'Sites de exemplo',
    conteudo: html`
<h1>Sites de exemplo</h1>
<p class="lide">Cada página imita um site que já existe. Tudo nelas é fictício e pode ser mexido à vontade.</p>
<section aria-labelledby="sites">
<h2 id="sites">Sites comuns</h2>
${caminhos(paginas.map(umSite))}
</section>
<section aria-labelledby="dificeis">
<h2 id="dificeis">Sites difíceis</h2>
<p>O que estilos e programas de sites de verdade fazem com tudo o que entra neles.</p>
${caminhos(paginasDificeis.map(umSite))}
</section>
<section aria-labelledby="prontas">
<h2 id="prontas">Páginas prontas</h2>
<p>Quem ainda não pôs o código no próprio site pode usar estas. A consulta funciona também sem JavaScript.</p>
${caminhos(entidades.map(({ codigo, nome }) => ({ href: `/${codigo}`, titulo: nome, texto: descricoes[codigo] ?? '' })))}
</section>
<section aria-labelledby="bastidores">
<h2 id="bastidores">Bastidores</h2>
${caminhos([
  { href: '/demo/correio', titulo: 'Correio', texto: 'Os e-mails que seriam enviados.' },
  { href: '/docs', titulo: 'API', texto: 'Todas as rotas, com exemplos.' },
])}
</section>`,
  })
}

const descricoes: Record<string, string> = {
  'vila-serena': 'Prefeitura com câmara, autarquias e numeração por órgão.',
  'serra-azul': 'Companhia de água, com matrícula do imóvel.',
  'registro-vila-serena': 'Cartório, com balcão e certidões.',
  'registro-2-vila-serena': 'Outro cartório da mesma cidade, com numeração própria.',
  certifica: 'Pedidos de certificado digital.',
}

function umSite({ arquivo, titulo, descricao }: PaginaDoDemo) {
  return { href: `/demo/${arquivo}`, titulo, texto: descricao }
}
