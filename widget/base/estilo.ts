import { type CSSResult, css } from 'lit'

/** The tag in the page's layout: a block that fills its line, also in a flex row. */
export const moldura = css`
:host{display:block;flex-grow:1;min-inline-size:0}
:host([hidden]){display:none}
`

/**
 * The one stylesheet. Every rule weighs as much as two ids that need not exist, so that a page's own rules for
 * elements, classes or an id lose; an \`!important\` of the page, as in a contrast bar, wins. The first two rules
 * take away whatever else the page declared. Sizes are in em of the container's own base. Each \`--protocolo-*\` is read
 * here alone, into a \`--p-*\` that the rules use. The colour of action keeps its hue and is darkened, in the dark theme
 * lightened, as far as texts in it and on it need: to a luminance of .18 on white, of .38 on dark.
 */
export const estilo = css`
:is(#_#_, [slot=protocolo]) {
  all: initial;
  direction: ltr;
  display: block;
  position: relative;
  container-type: inline-size;
  contain-intrinsic-inline-size: 17em;
  color-scheme: light;
  --p-fundo: var(--protocolo-cor-fundo, #fff);
  --p-fundo-2: color-mix(in srgb, var(--p-fundo) 95%, var(--p-tinta));
  --p-tinta: var(--protocolo-cor-texto, #1b1f24);
  --p-tinta-2: var(--protocolo-cor-texto-suave, #57606a);
  --p-linha: var(--protocolo-cor-linha, #d5dbe1);
  --p-borda: var(--protocolo-cor-borda, #77828e);
  --p-cor: var(--protocolo-cor-acao, var(--cor-da-entidade, #0b5cad));
  --p-acao: var(--p-cor);
  --p-sobre: #fff;
  --p-foco: var(--protocolo-cor-foco, var(--p-acao));
  --p-acao-forte: color-mix(in srgb, var(--p-acao) 75%, var(--p-tinta));
  --p-acao-suave: color-mix(in srgb, var(--p-acao) var(--p-parte), var(--p-fundo));
  --p-ok: var(--protocolo-cor-sucesso, #17702f);
  --p-ok-suave: color-mix(in srgb, var(--protocolo-cor-sucesso, #0a4) var(--p-parte), var(--p-fundo));
  --p-atencao: var(--protocolo-cor-atencao, #805300);
  --p-atencao-suave: color-mix(in srgb, var(--protocolo-cor-atencao, #fb0) var(--p-parte), var(--p-fundo));
  --p-erro: var(--protocolo-cor-erro, #b42318);
  --p-erro-suave: color-mix(in srgb, var(--protocolo-cor-erro, #f00) var(--p-parte), var(--p-fundo));
  --p-pausa: var(--protocolo-cor-pausa, #5b4bb5);
  --p-pausa-suave: color-mix(in srgb, var(--protocolo-cor-pausa, #60f) var(--p-parte), var(--p-fundo));
  --p-parte: 10%;
  --p-raio: var(--protocolo-raio, .5em);
  --p-raio-do-botao: var(--protocolo-raio-do-botao, var(--p-raio));
  --p-espaco: var(--protocolo-espaco, 1.25em);
  --p-lugar: 37.5em;
  font-family: var(--protocolo-fonte, inherit);
  font-size: var(--protocolo-tamanho, max(16px, 1rem, 1em));
  line-height: 1.5;
  color: var(--p-tinta);
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%;

  &.escuro {
    color-scheme: dark;
    --p-fundo: var(--protocolo-cor-fundo, #171c21);
    --p-tinta: var(--protocolo-cor-texto, #e8edf2);
    --p-tinta-2: var(--protocolo-cor-texto-suave, #a3afbb);
    --p-linha: var(--protocolo-cor-linha, #36404a);
    --p-borda: var(--protocolo-cor-borda, #84909c);
    --p-cor: var(--protocolo-cor-acao, var(--cor-da-entidade, #6cb2ff));
    --p-sobre: #10151a;
    --p-ok: var(--protocolo-cor-sucesso, #6fd08c);
    --p-atencao: var(--protocolo-cor-atencao, #f0c35b);
    --p-erro: var(--protocolo-cor-erro, #ff9d92);
    --p-pausa: var(--protocolo-cor-pausa, #b9adff);
    --p-parte: 15%;
  }

  &.govbr {
    --p-tinta: var(--protocolo-cor-texto, #333);
    --p-tinta-2: var(--protocolo-cor-texto-suave, #555);
    --p-linha: var(--protocolo-cor-linha, #ccc);
    --p-borda: var(--protocolo-cor-borda, #757575);
    --p-cor: var(--protocolo-cor-acao, var(--cor-da-entidade, #1351b4));
    --p-acao-forte: color-mix(in srgb, var(--p-acao) 60%, #071d41);
    --p-ok: var(--protocolo-cor-sucesso, #0c7a1b);
    --p-erro: var(--protocolo-cor-erro, #c2190a);
    --p-raio: var(--protocolo-raio, .25em);
    --p-raio-do-botao: var(--protocolo-raio-do-botao, 6em);
    font-family: var(--protocolo-fonte, Rawline, inherit);
  }

  protocolo-consulta > & { --p-lugar: 31.5em; }

  & *:not(svg, svg *), & *::before, & *::after, & *::marker, & *::placeholder { all: revert; direction: inherit; box-sizing: border-box; }
  & :focus-visible { outline: 3px solid var(--p-foco); outline-offset: 2px; }
  & :is(h1, h2, h3, h4, h5, h6, p, dl, dd, ol, ul, fieldset, legend, figure, form) { margin: 0; padding: 0; border: 0; min-inline-size: 0; list-style: none; }
  & b { font-weight: 650; }
  & a { color: var(--p-acao); text-underline-offset: .15em; &:hover { color: var(--p-acao-forte); text-decoration-thickness: 2px; } }
  & summary { cursor: pointer; color: var(--p-acao); font-weight: 600; min-block-size: 1.5em; border-radius: .25em; padding-inline-start: 1em; text-indent: -1em; &:hover { text-decoration: underline; } }
  & :is(code, .numero) { font: inherit; font-variant-numeric: tabular-nums; letter-spacing: .01em; }

  .quadro {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--p-espaco);
    max-inline-size: var(--protocolo-largura, 48em);
    min-block-size: var(--p-lugar);
    padding: var(--protocolo-recuo, 1.5em);
    background: var(--p-fundo);
    border: var(--protocolo-borda, 1px solid var(--p-linha));
    border-radius: calc(var(--p-raio) * 1.5);
  }
  .pilha { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--p-espaco); }
  .pilha-curta { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em; }
  .linha { display: flex; flex-wrap: wrap; gap: .75em; align-items: center; }
  .entre { justify-content: space-between; }
  .estreita { max-inline-size: 34em; }
  .secundario, .nota, .ajuda { color: var(--p-tinta-2); font-size: .9375em; }
  .secundario, .ajuda { font-weight: 400; }
  .titulo { font-size: 1.375em; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
  .titulo:focus { outline: none; }
  .so-leitor { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .botao {
    overflow-wrap: break-word;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: .5em;
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    min-block-size: 2.75em;
    padding: .5em 1.25em;
    border: 1px solid var(--p-acao);
    border-radius: var(--p-raio-do-botao);
    background: var(--p-acao);
    color: var(--p-sobre);
    cursor: pointer;
    touch-action: manipulation;
    &:hover { background: var(--p-acao-forte); border-color: var(--p-acao-forte); color: var(--p-sobre); }
    &:is(:disabled, [aria-disabled=true]) { opacity: .65; cursor: default; }
  }
  .botao-fraco {
    background: none;
    color: var(--p-acao);
    &:hover { background: var(--p-acao-suave); border-color: var(--p-acao-forte); color: var(--p-acao-forte); }
  }
  .botao-texto {
    background: none;
    border-color: transparent;
    color: var(--p-acao);
    padding-inline: .5em;
    &:hover { background: var(--p-acao-suave); border-color: transparent; color: var(--p-acao-forte); }
  }
  .rente { margin-inline: calc(-.5em - 1px); justify-self: start; }

  .campo { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em; }
  .rotulo { display: block; font-weight: 600; }
  .ajuda { margin-block-end: .125em; }
  .erro { color: var(--p-erro); font-weight: 600; font-size: .9375em; margin-block-end: .125em; }
  .com-erro { border-inline-start: 4px solid var(--p-erro); padding-inline-start: .75em; & > .entrada { border-color: var(--p-erro); } }
  .entrada {
    font: inherit;
    font-variant-numeric: tabular-nums;
    color: inherit;
    background: var(--p-fundo);
    border: 1px solid var(--p-borda);
    border-radius: var(--p-raio);
    inline-size: 100%;
    min-block-size: 2.75em;
    padding: .5em .75em;
    margin: 0;
    &:hover { border-color: var(--p-tinta-2); }
    &:focus-visible { border-color: var(--p-foco); outline-offset: 1px; }
    &::placeholder { color: var(--p-tinta-2); opacity: 1; }
  }
  .curta { max-inline-size: 12em; }
  .recuada { margin-block-start: .75em; }
  .grade { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr)); gap: 1.25em; align-items: end; }

  .aviso {
    --p-tom: var(--p-atencao);
    --p-acao: var(--p-acao-forte);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: .5em;
    padding: 1em;
    border-radius: var(--p-raio);
    background: var(--p-atencao-suave);
    & a { color: inherit; }
  }
  .aviso-titulo { color: var(--p-tom); font-weight: 650; }
  .aviso-erro { --p-tom: var(--p-erro); background: var(--p-erro-suave); }
  .aviso .linha { margin-block-start: .25em; }
  .erros { border: 2px solid var(--p-erro); & ul { display: grid; gap: .25em; } & a { display: inline-block; color: var(--p-erro); font-weight: 600; } }

  .esqueleto {
    display: grid;
    gap: 1.25em;
    & i { display: block; block-size: 2.75em; border-radius: var(--p-raio); background: var(--p-linha); animation: p-respira 1.6s ease-in-out infinite alternate; }
    & .e-titulo { inline-size: 70%; }
    & .e-campo { margin-block-start: 3.5em; }
  }
  .alto { display: grid; gap: 1.25em; align-content: start; min-block-size: 100vh; }
  .girando::before { content: ""; flex: none; inline-size: 1em; block-size: 1em; border-radius: 50%; border: 2px solid; border-inline-end-color: transparent; animation: p-gira .8s linear infinite; }
}

@keyframes p-respira { to { opacity: .45; } }
@keyframes p-gira { to { transform: rotate(1turn); } }

@supports (color: color(from red xyz x y z)) {
  :is(#_#_, [slot=protocolo]) {
    --p-mais: 0;
    --p-vez: min(1, .18/y);
    --p-acao: color(from var(--p-cor) xyz calc(x*var(--p-vez) + .95*var(--p-mais)) calc(y*var(--p-vez) + var(--p-mais)) calc(z*var(--p-vez) + 1.09*var(--p-mais)));
    &.escuro { --p-mais: max(0, (.38 - y)/(1 - y)); --p-vez: (1 - var(--p-mais)); }
  }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) {
    .quadro { min-block-size: calc(var(--p-lugar) + 3.75em); padding: var(--protocolo-recuo, 1.25em); }
  }
}
@container (max-width: 20em) {
  :is(#_#_, [slot=protocolo]) { .quadro { padding: var(--protocolo-recuo, 1em); } }
}
@media (prefers-reduced-motion: reduce) {
  :is(#_#_, [slot=protocolo]) { .esqueleto i, .girando::before { animation: none; } }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) {
    .botao, .aviso { border: 1px solid; }
    .botao:not(.botao-fraco, .botao-texto) { border-width: 3px; }
    .rente { margin: 0; }
    .esqueleto i { border: 1px solid GrayText; }
  }
}
@media print {
  :is(#_#_, [slot=protocolo]):is(*, .escuro) {
    color-scheme: light;
    --p-fundo: #fff;
    --p-tinta: #000;
    --p-tinta-2: #333;
    --p-linha: #999;
    --p-acao: #000;
    --p-ok: #000;
    --p-atencao: #000;
    --p-erro: #000;
    --p-pausa: #000;
    --p-parte: 4%;
    .quadro { border: 0; padding: 0; min-block-size: 0; }
    .botao, .nao-imprime { display: none; }
  }
}
`

const folhas = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>()

/** Adopts a stylesheet into a document or shadow root, once. One sheet is made for each document. */
export function adotar(raiz: Document | ShadowRoot, estilo: CSSResult): void {
  const documento = raiz instanceof Document ? raiz : raiz.ownerDocument
  const feitas = folhas.get(documento) ?? new Map<CSSResult, CSSStyleSheet>()
  folhas.set(documento, feitas)
  const folha = feitas.get(estilo) ?? fazer(documento, estilo)
  feitas.set(estilo, folha)
  if (!raiz.adoptedStyleSheets.includes(folha)) raiz.adoptedStyleSheets.push(folha)
}

function fazer(documento: Document, estilo: CSSResult): CSSStyleSheet {
  const folha = new (documento.defaultView ?? window).CSSStyleSheet()
  folha.replaceSync(estilo.cssText.replaceAll('?', ':is(#_#_,[slot=protocolo])').replaceAll('@(', 'var(--p-'))
  return folha
}
