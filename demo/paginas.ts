import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { root } from '../server/platform/paths.js'

const pasta = join(root, 'demo', 'paginas')

export interface PaginaDoDemo {
  arquivo: string
  titulo: string
  /** What it is for, as a webmaster would want to know. */
  descricao: string
  charset?: string
  csp?: string
}

/** Nothing but what the tags need, and Trusted Types: what a careful administrator would allow. */
export const politicaRigida = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ')

export const paginas: readonly PaginaDoDemo[] = [
  { arquivo: 'simples.html', titulo: 'Página simples', descricao: 'HTML puro, quase sem estilo: o caso mais comum em sites antigos.' },
  {
    arquivo: 'wordpress.html',
    titulo: 'Tema de WordPress',
    descricao: 'Menu, barra lateral e regras de estilo que mexem em todo formulário.',
  },
  { arquivo: 'bootstrap3.html', titulo: 'Bootstrap 3', descricao: 'O arcabouço de muitos portais, com fonte de 62,5% e colunas.' },
  {
    arquivo: 'iso-8859-1.html',
    titulo: 'Página em ISO-8859-1',
    descricao: 'Acentos em codificação antiga, com layout de tabela.',
    charset: 'iso-8859-1',
  },
  {
    arquivo: 'csp.html',
    titulo: 'Política de segurança rígida',
    descricao: 'CSP sem nada em linha e com Trusted Types.',
    csp: politicaRigida,
  },
  { arquivo: 'lateral.html', titulo: 'Coluna de 280 px', descricao: 'A consulta e a abertura dentro de uma barra lateral estreita.' },
  {
    arquivo: 'duas.html',
    titulo: 'Dois componentes e o script repetido',
    descricao: 'Abertura e consulta juntas, com o script colado duas vezes.',
  },
  {
    arquivo: 'painel.html',
    titulo: 'Área do cidadão',
    descricao: 'Conta, entrada e painel com todos os pedidos, sob a política de segurança rígida.',
    csp: politicaRigida,
  },
  {
    arquivo: 'mesa.html',
    titulo: 'Mesa de atendimento',
    descricao: 'A intranet de quem responde: filas, despachos, prazos e mensagens, sob a política de segurança rígida.',
    csp: politicaRigida,
  },
]

/** Pages that fight back: what a site's styles, scripts and markup do to whatever is put into it. */
export const paginasDificeis: readonly PaginaDoDemo[] = [
  { arquivo: 'bootstrap5.html', titulo: 'Bootstrap 5', descricao: 'A versão nova do arcabouço, com cartões e colunas.' },
  { arquivo: 'foundation.html', titulo: 'Estilos no jeito do Foundation', descricao: 'Campos, botões e textos redesenhados um a um.' },
  { arquivo: 'zerada.html', titulo: 'Página que apaga todo estilo', descricao: 'Uma regra que tira o desenho de tudo, até dos campos.' },
  {
    arquivo: 'regras.html',
    titulo: 'Regras para todo formulário',
    descricao: 'Letra de 62,5%, tudo em maiúsculas, bordas grossas por id, rótulos soltos à esquerda e classes com os mesmos nomes.',
  },
  { arquivo: 'rtl.html', titulo: 'Página da direita para a esquerda', descricao: 'Site em árabe, com os formulários em português.' },
  {
    arquivo: 'antiga.html',
    titulo: 'Portal antigo',
    descricao: 'Sem doctype, com layout de tabela, um formulário em volta de tudo e endereço de base de outro site.',
  },
  {
    arquivo: 'jquery.html',
    titulo: 'jQuery 1 e complementos',
    descricao: 'Complementos que põem molduras em todo campo e ouvem tudo o que se digita e envia.',
  },
  { arquivo: 'sombra.html', titulo: 'Dentro de um bloco fechado', descricao: 'Os componentes no shadow root de um componente do site.' },
  { arquivo: 'dialogo.html', titulo: 'Dentro de uma janela', descricao: 'Os componentes em uma janela que abre sobre a página.' },
  {
    arquivo: 'versoes.html',
    titulo: 'Duas versões do script',
    descricao: 'O script no fim da página, e outra versão dele vinda de outro endereço.',
  },
  {
    arquivo: 'pjax.html',
    titulo: 'Site que troca de página sem recarregar',
    descricao: 'Cada clique troca só o miolo, como Turbo e pjax.',
  },
  {
    arquivo: 'barras.html',
    titulo: 'Barras de acessibilidade',
    descricao: 'Alto contraste, letra maior e captura de textos como a dos tradutores de Libras.',
  },
]

/** Where the links inside the pages above lead. */
const outrasPaginas: readonly PaginaDoDemo[] = [
  { arquivo: 'pjax-noticia.html', titulo: 'Notícia', descricao: 'A página para a qual se troca.' },
]

const bibliotecas = new Map([
  ['estilo/bootstrap.css', 'bootstrap-3/dist/css/bootstrap.min.css'],
  ['estilo/bootstrap5.css', 'bootstrap-5/dist/css/bootstrap.min.css'],
  ['script/jquery.js', 'jquery-1/dist/jquery.min.js'],
])

const tiposDeMidia = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' }

/** Host pages under /demo/, as webmasters would have written them. */
export function rotasDasPaginas() {
  return (
    new Hono()
      .get('/favicon.ico', (c) => c.body(null, 204))
      .get('/demo/estilo/:folha{[a-z0-9-]+\\.css}', (c) => parteDaPagina('estilo', c.req.param('folha'), tiposDeMidia.css))
      .get('/demo/script/:script{[a-z0-9-]+\\.js}', (c) => parteDaPagina('script', c.req.param('script'), tiposDeMidia.js))
      // The same files at another address are to a browser another version of the script.
      // Where a script is, its API is.
      .get('/demo/outra-versao/v1/*', (c) => c.redirect(c.req.path.replace('/demo/outra-versao', '')))
      .get('/demo/outra-versao/:caminho{(protocolo/)?[A-Za-z0-9_-]+\\.js}', (c) =>
        arquivoOuNada(join(root, 'dist', 'widget', c.req.param('caminho')), { 'Content-Type': tiposDeMidia.js }),
      )
      .get('/demo/:arquivo{[a-z0-9-]+\\.html}', async (c) => {
        const pagina = [...paginas, ...paginasDificeis, ...outrasPaginas].find(({ arquivo }) => arquivo === c.req.param('arquivo'))
        if (!pagina) return c.notFound()
        return arquivoOuNada(join(pasta, pagina.arquivo), {
          'Content-Type': `text/html; charset=${pagina.charset ?? 'utf-8'}`,
          // The host page decides: the server's own strict policy is not for pages that show what hosts really do.
          'Content-Security-Policy': pagina.csp ?? "frame-ancestors 'self'",
        })
      })
  )
}

function parteDaPagina(de: 'estilo' | 'script', nome: string, tipo: string): Promise<Response> {
  const biblioteca = bibliotecas.get(`${de}/${nome}`)
  return arquivoOuNada(biblioteca ? join(root, 'node_modules', biblioteca) : join(pasta, nome), { 'Content-Type': tipo })
}

async function arquivoOuNada(caminho: string, headers: Record<string, string>): Promise<Response> {
  const bytes = await readFile(caminho).catch(() => undefined)
  return bytes ? new Response(bytes, { headers: { ...headers, 'Cache-Control': 'no-cache' } }) : new Response(null, { status: 404 })
}
