import { html } from 'hono/html'
import { type Html, paginaDoGuia } from '../moldura.js'
import { codigo, nota, passos } from '../pecas.js'
import { enderecoDoScript } from '../trecho.js'
import { antes, conferir, consultaEm } from './partes.js'

export function paginaDoJoomla(endereco: string): Html {
  return paginaDoGuia({
    endereco: '/demo/joomla',
    titulo: 'Joomla',
    conteudo: html`
<h1>Joomla</h1>
${antes()}
<p>O script vai no modelo do site e o componente em um módulo. Vale para Joomla 4, 5 e 6. Entre parênteses está o nome em inglês, porque a tradução dos menus varia.</p>
${oScript(endereco)} ${oModulo(endereco)} ${emArtigo()} ${conferir()}`,
  })
}

function oScript(endereco: string): Html {
  return html`<section aria-labelledby="script">
<h2 id="script">O script, no modelo do site</h2>
${passos([
  {
    titulo: 'Abra o modelo',
    conteudo: html`<p>Em <b>Sistema</b>, escolha <b>Modelos do site</b> (Site Templates) e abra o modelo em uso. Prefira um modelo filho (Child Template): o original perde a mudança quando se atualiza. Isso vale também para o Cassiopeia Extended, que vem com o Joomla 6.</p>`,
  },
  {
    titulo: 'Em um modelo filho, copie o index.php',
    conteudo: html`<p>O Joomla cria o modelo filho sem esse arquivo. No servidor do site, copie <code>index.php</code> da pasta do modelo original para a do filho, como de <code>templates/cassiopeia</code> para <code>templates/cassiopeia_filho</code>.</p>`,
  },
  {
    titulo: 'Edite o index.php',
    conteudo: html`<p>Logo depois da linha que começa com <code>defined('_JEXEC')</code>, acrescente:</p>
${codigo({
  id: 'modelo',
  rotulo: 'index.php do modelo',
  texto: `$this->getWebAssetManager()->registerAndUseScript(
    'protocolo',
    '${enderecoDoScript(endereco)}',
    [],
    ['type' => 'module', 'async' => true]
);`,
})}`,
  },
  {
    titulo: 'Salve',
    conteudo: html`<p>O script passa a valer em todas as páginas. Ele é pequeno, e só carrega o resto onde há um componente.</p>`,
  },
])}
</section>`
}

function oModulo(endereco: string): Html {
  return html`<section aria-labelledby="modulo">
<h2 id="modulo">O componente, em um módulo</h2>
${nota(html`<p>Faça isto com um usuário do grupo <b>Super Usuários</b> (Super Users). Para os outros, os <b>filtros de texto</b> retiram o componente ao salvar.</p>`)}
${passos([
  {
    titulo: 'Troque o editor da sua conta',
    conteudo: html`<p>Abra o seu perfil (Edit Account), aba <b>Configurações básicas</b> (Basic Settings), e em <b>Editor</b> escolha <b>Nenhum</b> (None) ou <b>CodeMirror</b>. O editor visual, TinyMCE, apaga o que não conhece.</p>`,
  },
  {
    titulo: 'Crie o módulo',
    conteudo: html`<p>Em <b>Conteúdo</b>, <b>Módulos do site</b> (Site Modules), escolha <b>Novo</b> e o tipo <b>Personalizado</b> (Custom).</p>`,
  },
  {
    titulo: 'Cole o componente',
    conteudo: codigo({ id: 'modulo-codigo', rotulo: 'Módulo personalizado', texto: consultaEm(endereco) }),
  },
  {
    titulo: 'Escolha onde ele aparece',
    conteudo: html`<p>Escolha a <b>posição</b> do módulo e, na aba <b>Atribuição de menu</b> (Menu Assignment), as páginas. Salve.</p>`,
  },
])}
</section>`
}

function emArtigo(): Html {
  return html`<section aria-labelledby="artigo">
<h2 id="artigo">Dentro de um artigo</h2>
<p>Também dá, com os mesmos cuidados: Super Usuário e editor <b>Nenhum</b>. Quem abrir o artigo depois no editor visual e salvar apaga o componente.</p>
<p>Por isso é mais seguro criar o módulo acima e chamá-lo no artigo: escreva <code>{loadmoduleid 123}</code>, com o número do módulo.</p>
<p>Os filtros ficam em <b>Sistema</b>, <b>Configuração global</b> (Global Configuration), aba <b>Filtros de texto</b> (Text Filters). Não os desligue para grupos em que muita gente escreve.</p>
</section>`
}
