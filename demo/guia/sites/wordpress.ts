import { html } from 'hono/html'
import { type Html, paginaDoGuia } from '../moldura.js'
import { codigo, nota, passos } from '../pecas.js'
import { enderecoDoScript, lugarDe } from '../trecho.js'
import { antes, conferir, consultaEm, trechoDaConsulta } from './partes.js'

export function paginaDoWordpress(endereco: string): Html {
  return paginaDoGuia({
    endereco: '/demo/wordpress',
    titulo: 'WordPress',
    conteudo: html`
<h1>WordPress</h1>
${antes()}
<p>Há três caminhos. O primeiro é o mais rápido; o segundo serve quando outras pessoas também editam as páginas, ou no editor clássico; o terceiro é para quem cuida do tema.</p>
${noEditor(endereco)} ${comPlugin(endereco)} ${noTema(endereco)} ${asCores()} ${comCache()} ${conferir()}`,
  })
}

function noEditor(endereco: string): Html {
  return html`<section aria-labelledby="editor">
<h2 id="editor">No editor de blocos</h2>
${nota(html`<p>Só quem é administrador ou editor pode salvar este código; em uma rede de sites, só o superadministrador. Quando outra pessoa salva a página, mesmo para mudar outra coisa, o WordPress retira o componente sem avisar: sobram um texto que começa com <code>@media</code> e um link. Com o <a href="#plugin">plugin</a> isso não acontece.</p>`)}
${nota(html`<p>Se o tema é clássico, use um dos outros dois caminhos. O tema é clássico quando em <b>Aparência</b> não há o item <b>Editor</b>. Desde o WordPress 6.5, esses temas põem a lista de módulos do WordPress (import map) no rodapé, e um script no meio da página vem antes dela: em navegadores que não são dos mais novos, outros módulos do site podem parar.</p>`)}
${passos([
  { titulo: 'Abra a página', conteudo: html`<p>No painel, escolha <b>Páginas</b> e abra a página em que o componente deve aparecer.</p>` },
  {
    titulo: 'Insira o bloco “HTML personalizado”',
    conteudo: html`<p>Em uma linha vazia, escreva <kbd>/html</kbd> e escolha <b>HTML personalizado</b>.</p>`,
  },
  {
    titulo: 'Cole o código',
    conteudo: html`<p>A partir do WordPress 7 o bloco se edita em uma janela: cole tudo na aba <b>HTML</b>, e nada nas de CSS e JavaScript.</p>
${codigo({
  id: 'bloco',
  rotulo: 'Bloco HTML personalizado',
  texto: trechoDaConsulta(endereco).inteiro,
})}`,
  },
  {
    titulo: 'Salve e veja a página',
    conteudo: html`<p>A visualização dentro do editor pode não mostrar o componente: confira na página publicada.</p>`,
  },
])}
<h3>No editor clássico</h3>
<p>Cole na aba <b>Texto</b> (<b>Código</b>, em versões novas), com uma linha vazia antes e outra depois, e publique sem passar pela aba <b>Visual</b>: ela apaga o componente, hoje ou na próxima vez que alguém editar a página. O atalho do <a href="#plugin">plugin</a> não se perde.</p>
</section>`
}

function comPlugin(endereco: string): Html {
  return html`<section aria-labelledby="plugin">
<h2 id="plugin">Com um plugin de um arquivo só</h2>
<p>Assim ninguém precisa colar código nas páginas: escreve-se um atalho, e o script só é carregado onde ele está. Serve do WordPress 5.7 e do PHP 5.6 em diante.</p>
${passos([
  {
    titulo: 'Crie o arquivo',
    conteudo: html`<p>No servidor do site, crie <code>wp-content/mu-plugins/protocolo.php</code>. Se a pasta <code>mu-plugins</code> não existe, crie também. O que está nela funciona sem ser ativado.</p>
${codigo({ id: 'mu', rotulo: 'wp-content/mu-plugins/protocolo.php', texto: plugin(endereco) })}`,
  },
  {
    titulo: 'Escreva o atalho na página',
    conteudo: html`<p>Em um bloco <b>Shortcode</b>, ou no texto do editor clássico, escreva o componente e os atributos que quiser. Qualquer pessoa que escreve no site pode fazer isto.</p>
${codigo({ id: 'atalho', rotulo: 'Bloco Shortcode', texto: '[protocolo componente="consulta" entidade="vila-serena"]' })}`,
  },
])}
</section>`
}

function noTema(endereco: string): Html {
  return html`<section aria-labelledby="tema">
<h2 id="tema">No tema</h2>
<p>Para quem tem um tema próprio, ou um tema filho. Não mexa em um tema que se atualiza sozinho: a mudança se perde.</p>
${passos([
  {
    titulo: 'Carregue o script',
    conteudo: codigo({
      id: 'functions',
      rotulo: 'functions.php',
      texto: `add_action( 'wp_footer', function () {
${imprimir(endereco)}
}, 100 );`,
    }),
  },
  {
    titulo: 'Ponha o componente no modelo da página',
    conteudo: codigo({ id: 'modelo', rotulo: 'Por exemplo, page-protocolo.php', texto: consultaEm(endereco) }),
  },
])}
<p>No WordPress, use o script “sempre a mais nova”. A versão fixa traz uma lista própria (import map), e o WordPress pode já ter posto a dele na página.</p>
</section>`
}

function asCores(): Html {
  return html`<section aria-labelledby="cores">
<h2 id="cores">As cores do seu site</h2>
<p>Com o plugin ou no tema, elas vão no <b>CSS adicional</b>. Em tema clássico ele fica em <b>Aparência</b>, <b>Personalizar</b>. Nos outros, em <b>Aparência</b>, <b>Editor</b>, <b>Estilos</b>, no menu de três pontos.</p>
${codigo({ id: 'css', rotulo: 'CSS adicional', texto: 'protocolo-consulta {\n  --protocolo-cor-acao: #00697d;\n  --protocolo-raio: 0;\n}' })}
</section>`
}

function comCache(): Html {
  return html`<section aria-labelledby="cache">
<h2 id="cache">Se o site tem plugin de cache ou de desempenho</h2>
<p>Autoptimize, LiteSpeed Cache, WP Rocket e outros juntam, adiam ou reescrevem os scripts. Um script do tipo módulo deixa de funcionar assim.</p>
${passos([
  {
    titulo: 'Exclua o script',
    conteudo: html`<p>Na configuração do plugin, procure os campos em que se excluem scripts e escreva <code>protocolo.js</code> em todos: no de juntar, no de adiar (“defer”) e no de atrasar (“delay”).</p>`,
  },
  { titulo: 'Limpe o cache', conteudo: html`<p>Use o botão do próprio plugin e, se houver, o da hospedagem ou da CDN.</p>` },
])}
</section>`
}

/** In the PHP 5.6 that WordPress took until 6.2: what it cannot read here takes the whole site down. */
function plugin(endereco: string): string {
  return `<?php
/* Plugin Name: Protocolo */
defined( 'ABSPATH' ) || exit;

add_shortcode( 'protocolo', function ( $escolhas ) {
	$escolhas   = (array) $escolhas + array( 'componente' => 'consulta', 'entidade' => 'vila-serena' );
	$componente = $escolhas['componente'];
	if ( ! in_array( $componente, array( 'novo', 'consulta', 'painel', 'gestao' ), true ) ) {
		return '';
	}
	add_action( 'wp_footer', 'protocolo_script', 100 );

	$atributos = '';
	foreach ( array( 'entidade', 'tema', 'nivel', 'idioma', 'tipo', 'orgao', 'numero' ) as $nome ) {
		if ( isset( $escolhas[ $nome ] ) ) {
			$atributos .= sprintf( ' %s="%s"', $nome, esc_attr( $escolhas[ $nome ] ) );
		}
	}
	$pagina = esc_url( '${endereco}/' . $escolhas['entidade'] );
	$lugar  = <<<'HTML'
<style>
${lugarDe({ tags: ['protocolo-novo', 'protocolo-consulta', 'protocolo-painel', 'protocolo-gestao'], estreita: false })}
</style>
HTML;
	return $lugar . sprintf( '<protocolo-%1$s%2$s><a href="%3$s">Protocolo</a></protocolo-%1$s>', $componente, $atributos, $pagina );
} );

function protocolo_script() {
${imprimir(endereco)}
}`
}

/** Last in the page: an import map of WordPress's own stands in the footer of classic themes, and must come before any module. */
function imprimir(endereco: string): string {
  return `	wp_print_script_tag( array( 'type' => 'module', 'async' => true, 'src' => '${enderecoDoScript(endereco)}' ) );`
}
