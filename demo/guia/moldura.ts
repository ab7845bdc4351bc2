import { html, raw } from 'hono/html'

/** A piece of page, its texts escaped. */
export type Html = ReturnType<typeof html>

interface PaginaDoGuia {
  /** Its own address, as the menu has it. */
  endereco: string
  titulo: string
  conteudo: Html
  /** Style sheets beside the common one, and scripts in place of the one that copies, by their names in publico/ or whole. */
  folhas?: readonly string[]
  scripts?: readonly string[]
  /** Whether the menu stays closed also where there is room beside the page. */
  larga?: boolean
}

/** Scripts and styles are files; texts never become markup. */
export const politicaDoGuia = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

interface GrupoDoMenu {
  nome: string
  paginas: readonly { endereco: string; nome: string }[]
}

const menu: readonly GrupoDoMenu[] = [
  {
    nome: 'Pôr no site',
    paginas: [
      { endereco: '/demo/', nome: 'Comece aqui' },
      { endereco: '/demo/montar', nome: 'Montar o código' },
      { endereco: '/demo/wordpress', nome: 'WordPress' },
      { endereco: '/demo/joomla', nome: 'Joomla' },
      { endereco: '/demo/drupal', nome: 'Drupal' },
      { endereco: '/demo/html', nome: 'HTML simples' },
    ],
  },
  {
    nome: 'Entender e resolver',
    paginas: [
      { endereco: '/demo/problemas', nome: 'Problemas' },
      { endereco: '/demo/referencia', nome: 'Referência' },
      { endereco: '/demo/temas', nome: 'Cores e temas' },
    ],
  },
  {
    nome: 'Ver funcionando',
    paginas: [
      { endereco: '/demo/exemplos', nome: 'Sites de exemplo' },
      { endereco: '/demo/correio', nome: 'Correio da demonstração' },
      { endereco: '/docs', nome: 'API' },
    ],
  },
]

/** A page of the guide: the menu beside or above, and its contents. */
export function paginaDoGuia({ endereco, titulo, conteudo, folhas = [], scripts = ['copiar.js'], larga = false }: PaginaDoGuia): Html {
  return html`${raw('<!doctype html>')}
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titulo} · Guia do Protocolo</title>
${['guia.css', ...folhas].map((folha) => html`<link rel="stylesheet" href="/demo/guia/${folha}">`)}
${scripts.map((script) => html`<script type="module" src="${script.startsWith('/') ? script : `/demo/guia/${script}`}"></script>`)}
</head>
<body${larga ? raw(' class="larga"') : ''}>
<a class="pular" href="#conteudo">Ir para o conteúdo</a>
<header class="topo">
<a class="marca" href="/demo/"><b>Protocolo</b> <span>Guia para sites</span></a>
<button type="button" class="abre-menu" popovertarget="menu">Menu</button>
</header>
<nav id="menu" aria-label="Guia" popover>
${menu.map(({ nome, paginas }, n) => html`<p id="menu-${n}">${nome}</p><ul aria-labelledby="menu-${n}">${paginas.map((pagina) => item(pagina, endereco))}</ul>`)}
</nav>
<main id="conteudo" tabindex="-1">
${conteudo}
</main>
<footer class="rodape"><p>Demonstração do Protocolo. As entidades, as pessoas e os pedidos são fictícios.</p></footer>
</body>
</html>`
}

function item({ endereco, nome }: { endereco: string; nome: string }, atual: string): Html {
  return html`<li><a href="${endereco}"${endereco === atual ? raw(' aria-current="page"') : ''}>${nome}</a></li>`
}
