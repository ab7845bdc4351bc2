import { html } from 'hono/html'
import { type Html, paginaDoGuia } from './moldura.js'
import { caminhos, codigo } from './pecas.js'
import type { Trecho } from './trecho.js'

/** The home of the guide: what it is, the code to copy, and the ways on. */
export function paginaInicial({ inteiro }: Trecho): Html {
  return paginaDoGuia({
    endereco: '/demo/',
    titulo: 'Comece aqui',
    conteudo: html`
<h1>Protocolo no seu site</h1>
<p class="lide">O Protocolo recebe e numera pedidos dentro do site que a prefeitura já tem. Quem pede acompanha tudo no mesmo lugar, com ou sem conta.</p>
<section aria-labelledby="agora">
<h2 id="agora">O código, agora</h2>
<p>Este é o da consulta, com os dados da cidade fictícia de Vila Serena. Cole em uma página e veja funcionar: esta demonstração aceita qualquer porta de <code>http://localhost</code>.</p>
<p>Uma página aberta do disco, com <code>file://</code> no endereço, não funciona. Na pasta dela, rode <code>npx http-server -p 9001</code>, ou <code>python3 -m http.server 9001</code>, e abra <code>http://localhost:9001</code>.</p>
${codigo({ id: 'trecho', rotulo: 'Consulta de protocolo', texto: inteiro })}
<p><a class="botao" href="/demo/montar">Montar o meu código</a></p>
<p>Lá você escolhe componentes, cores e textos, vê como ficam em quatro sites e copia o que precisa.</p>
</section>
<section aria-labelledby="por">
<h2 id="por">Pôr no site</h2>
${caminhos([
  { href: '/demo/wordpress', titulo: 'WordPress', texto: 'No editor de blocos, no tema ou com um plugin de um arquivo só.' },
  { href: '/demo/joomla', titulo: 'Joomla', texto: 'O módulo personalizado, os filtros de texto e o modelo do site.' },
  { href: '/demo/drupal', titulo: 'Drupal', texto: 'A biblioteca do tema, o bloco e o formato de texto.' },
  { href: '/demo/html', titulo: 'HTML simples', texto: 'Páginas feitas à mão e sistemas de portal que deixam colar código.' },
])}
</section>
<section aria-labelledby="entender">
<h2 id="entender">Entender e resolver</h2>
${caminhos([
  { href: '/demo/problemas', titulo: 'Problemas', texto: 'Pelo que aparece na tela ou pelo código da mensagem.' },
  { href: '/demo/referencia', titulo: 'Referência', texto: 'Atributos, eventos e métodos de cada componente.' },
  { href: '/demo/temas', titulo: 'Cores e temas', texto: 'Cada cor e medida, com o valor de agora e o contraste.' },
  { href: '/demo/acessibilidade', titulo: 'Acessibilidade', texto: 'O que já foi verificado, como, e o que ainda falta.' },
])}
</section>
<section aria-labelledby="ver">
<h2 id="ver">Ver funcionando</h2>
${caminhos([
  { href: '/demo/exemplos', titulo: 'Sites de exemplo', texto: 'Do portal antigo ao site com regras rígidas de segurança.' },
  { href: '/demo/painel.html', titulo: 'Área do cidadão', texto: 'A conta e os pedidos de uma pessoa.' },
  { href: '/demo/mesa.html', titulo: 'Mesa de atendimento', texto: 'O que vê quem responde aos pedidos.' },
  { href: '/demo/correio', titulo: 'Correio', texto: 'Os e-mails que a demonstração enviaria.' },
])}
</section>`,
  })
}
