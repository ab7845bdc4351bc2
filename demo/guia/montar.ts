import { html, raw } from 'hono/html'
import { campos } from './campos.js'
import { versoes } from './escolha.js'
import { sobreAsTags } from './frases.js'
import { type Html, paginaDoGuia } from './moldura.js'
import { larguras, type Montagem } from './montagem.js'
import { codigo, nota } from './pecas.js'
import { previas } from './previas.js'
import { politicaInteira, type Trecho } from './trecho.js'

/** The configurator: choices, previews, the code and what it needs. */
export function paginaDeMontar(montagem: Montagem): Html {
  const { trecho } = montagem
  return paginaDoGuia({
    endereco: '/demo/montar',
    titulo: 'Montar o código',
    folhas: ['montar.css'],
    scripts: ['copiar.js', 'montar.js'],
    larga: true,
    conteudo: html`
<h1>Montar o código</h1>
<p class="lide">Escolha o que o seu site terá, veja como fica e copie. O endereço desta página guarda as escolhas: dá para mandar a outra pessoa.</p>
<form id="escolhas" method="get" action="/demo/montar">
<div class="montar">
<div class="montar-escolhas">${oQueMostrar(montagem)} ${campos(montagem)} ${comoCarregar(montagem)}<p class="sem-script"><button class="botao">Atualizar</button></p></div>
<div class="montar-resultado">
<section aria-labelledby="codigo">
<h2 id="codigo">Seu código</h2>
<p>Cole onde o componente deve aparecer. Quem puder separa: o começo vai no <code>&lt;head&gt;</code>, uma vez por página.</p>
${codigo({ id: 'trecho', rotulo: 'Código para a página', texto: trecho.inteiro })}
<p class="estado" id="estado" role="status"></p>
</section>
${comoFica(montagem)} ${politica(trecho)} ${antesDePublicar()}
</div>
</div>
</form>`,
  })
}

function comoFica({ tela, busca }: Montagem): Html {
  return html`<section class="montar-previas" aria-labelledby="previas">
<h2 id="previas">Como fica</h2>
<fieldset class="larguras"><legend>Largura da tela</legend>
${larguras.map((uma) => html`<label class="opcao"><input type="radio" name="tela" value="${uma}"${uma === tela ? raw(' checked') : ''}> <span>${uma} px</span></label>`)}
</fieldset>
<ul class="previas" id="quadros" data-tela="${tela}">
${previas.map(({ nome, titulo }) => quadro(nome, titulo, busca))}
</ul>
</section>`
}

function quadro(nome: string, titulo: string, busca: string): Html {
  const endereco = `/demo/previa/${nome}?${busca}`
  return html`<li><h3>${titulo} <a href="${endereco}" data-previa="/demo/previa/${nome}" aria-label="Abrir ${titulo} sozinha">Abrir</a></h3>
<div class="quadro" tabindex="0" role="region" aria-label="${titulo}"><iframe title="${titulo}" src="${endereco}" data-previa="/demo/previa/${nome}" loading="lazy"></iframe></div></li>`
}

function oQueMostrar({ manifesto, escolha }: Montagem): Html {
  return html`<fieldset><legend>O que mostrar</legend>
${manifesto.map(
  ({
    tag,
  }) => html`<label class="opcao"><input type="checkbox" name="tag" value="${tag}"${escolha.tags.includes(tag) ? raw(' checked') : ''}>
<span><b>${sobreAsTags[tag]?.nome ?? tag}</b><small>${sobreAsTags[tag]?.texto ?? ''}</small></span></label>`,
)}</fieldset>`
}

const nomesDasVersoes = {
  nova: { nome: 'Sempre a mais nova', texto: 'Recomendado. Correções chegam sozinhas, sem mudar o que o seu site usa.' },
  fixa: {
    nome: 'Uma versão fixa, conferida',
    texto:
      'O navegador confere cada arquivo (SRI). O código vai antes de qualquer outro script de módulo; para mudar de versão, copie-o de novo.',
  },
}

function comoCarregar({ escolha }: Montagem): Html {
  return html`<fieldset><legend>Versão do script</legend>
${versoes.map(
  (
    versao,
  ) => html`<label class="opcao"><input type="radio" name="versao" value="${versao}"${versao === escolha.versao ? raw(' checked') : ''}>
<span><b>${nomesDasVersoes[versao].nome}</b><small>${nomesDasVersoes[versao].texto}</small></span></label>`,
)}
<label class="opcao"><input type="checkbox" name="estreita" value="1"${escolha.estreita ? raw(' checked') : ''}>
<span><b>Coluna estreita</b><small>Com menos de 432 px, o componente é mais alto: o lugar guardado para ele também.</small></span></label></fieldset>`
}

function politica({ politica: linhas }: Trecho): Html {
  return html`<section aria-labelledby="csp">
<h2 id="csp">Se o site tem política de segurança (CSP)</h2>
<p>Some estes valores à política que o site já envia. Quem não envia nenhuma não precisa de nada.</p>
<dl class="diretivas" id="diretivas">${linhas.map(({ diretiva, valor, motivo }) => html`<div><dt><code>${diretiva}</code></dt><dd><code data-diretiva="${diretiva}">${valor}</code><br>${motivo}</dd></div>`)}</dl>
<details><summary>A política mais rígida em que este código funciona</summary>
${codigo({ id: 'politica', rotulo: 'Cabeçalho Content-Security-Policy', texto: politicaInteira(linhas) })}
</details></section>`
}

function antesDePublicar(): Html {
  return html`<section aria-labelledby="antes"><h2 id="antes">Antes de publicar</h2>
<ul>
<li>O endereço do seu site, como <code>https://www.suacidade.sp.gov.br</code>, precisa estar em <code>origens</code>, no arquivo da entidade. Sem isso, aparece <a href="/demo/problemas#P03">“Esta página não pode usar este serviço”</a>.</li>
<li>A página precisa abrir com <a href="/demo/problemas#https"><code>https</code></a>: sem ele, ninguém consegue entrar na conta.</li>
<li>Cada página carrega o script <a href="/demo/problemas#P01">uma vez só</a>, mesmo com vários componentes.</li>
</ul>
${nota(html`<p>Algo não apareceu? Veja <a href="/demo/problemas">Problemas</a>, pelo que acontece na tela.</p>`)}</section>`
}
