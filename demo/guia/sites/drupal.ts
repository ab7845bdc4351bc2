import { html } from 'hono/html'
import { type Html, paginaDoGuia } from '../moldura.js'
import { codigo, nota, passos } from '../pecas.js'
import { enderecoDoScript } from '../trecho.js'
import { antes, conferir, consultaEm } from './partes.js'

export function paginaDoDrupal(endereco: string): Html {
  return paginaDoGuia({
    endereco: '/demo/drupal',
    titulo: 'Drupal',
    conteudo: html`
<h1>Drupal</h1>
${antes()}
<p>O script entra como biblioteca do tema e o componente em um bloco. Vale para Drupal 10 e 11. Entre parênteses está o nome em inglês, porque a tradução dos menus varia.</p>
${aBiblioteca(endereco)} ${oFormato()} ${oBloco(endereco)} ${noModelo(endereco)} ${conferir()}`,
  })
}

function aBiblioteca(endereco: string): Html {
  return html`<section aria-labelledby="biblioteca">
<h2 id="biblioteca">O script, como biblioteca do tema</h2>
<p>Nos exemplos, o tema do site se chama <code>meu_tema</code>.</p>
${passos([
  {
    titulo: 'Declare a biblioteca',
    conteudo: codigo({
      id: 'libraries',
      rotulo: 'meu_tema.libraries.yml',
      texto: `protocolo:
  header: true
  js:
    ${enderecoDoScript(endereco)}:
      type: external
      minified: true
      attributes:
        type: module
        async: true`,
    }),
  },
  {
    titulo: 'Carregue em todas as páginas',
    conteudo: codigo({ id: 'info', rotulo: 'meu_tema.info.yml', texto: 'libraries:\n  - meu_tema/protocolo' }),
  },
  {
    titulo: 'Limpe os caches',
    conteudo: html`<p>Em <b>Configuração</b>, <b>Desempenho</b> (Performance), escolha <b>Limpar todos os caches</b>. Na linha de comando é <code>drush cr</code>.</p>`,
  },
])}
</section>`
}

function oFormato(): Html {
  return html`<section aria-labelledby="formato">
<h2 id="formato">Um formato de texto que não apague o componente</h2>
${nota(html`<p>Os formatos “HTML básico” e “HTML restrito” retiram o código que não conhecem. No “HTML completo” quem o apaga é o editor, CKEditor 5, assim que o texto é aberto nele. Não mexa neles: crie um só para isto.</p>`)}
${passos([
  {
    titulo: 'Crie o formato',
    conteudo: html`<p>Em <b>Configuração</b>, <b>Formatos de texto e editores</b> (Text formats and editors), escolha <b>Adicionar formato de texto</b>. Dê o nome “Código”.</p>`,
  },
  {
    titulo: 'Deixe só para administradores',
    conteudo: html`<p>Em <b>Papéis</b> (Roles), marque apenas <b>Administrador</b>. Quem usa este formato pode pôr qualquer código no site.</p>`,
  },
  {
    titulo: 'Sem editor e sem filtros',
    conteudo: html`<p>Em <b>Editor de texto</b> (Text editor), escolha <b>Nenhum</b>. Não marque nenhum filtro. Salve.</p>`,
  },
])}
</section>`
}

function oBloco(endereco: string): Html {
  return html`<section aria-labelledby="bloco">
<h2 id="bloco">O componente, em um bloco</h2>
${passos([
  {
    titulo: 'Crie o bloco',
    conteudo: html`<p>Em <b>Conteúdo</b>, aba <b>Blocos</b> (Blocks), escolha <b>Adicionar bloco de conteúdo</b>. Em versões antes da 10.1, isto fica em <b>Estrutura</b>, <b>Layout de blocos</b>.</p>`,
  },
  {
    titulo: 'Cole o componente',
    conteudo: html`<p>No corpo do bloco, escolha o formato de texto <b>Código</b> e cole:</p>
${codigo({ id: 'bloco-codigo', rotulo: 'Corpo do bloco', texto: consultaEm(endereco) })}`,
  },
  {
    titulo: 'Ponha o bloco na página',
    conteudo: html`<p>Em <b>Estrutura</b>, <b>Layout de blocos</b> (Block layout), posicione o bloco na região que quiser.</p>`,
  },
])}
</section>`
}

function noModelo(endereco: string): Html {
  return html`<section aria-labelledby="modelo">
<h2 id="modelo">Ou em um modelo Twig do tema</h2>
<p>Assim o script só é carregado onde o componente está; tire então a biblioteca do <code>meu_tema.info.yml</code>.</p>
${codigo({ id: 'twig', rotulo: 'Um modelo .html.twig', texto: `{{ attach_library('meu_tema/protocolo') }}\n${consultaEm(endereco)}` })}
</section>`
}
