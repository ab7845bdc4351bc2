import { css } from 'lit'

/** The officials' desk, beside the common stylesheet and by its rules. */
export const estiloDaGestao = css`
:is(#_#_, [slot=protocolo]) {
  .quadro:has(> .topo-da-mesa) { max-inline-size: none; }
  .topo-da-mesa { display: flex; flex-wrap: wrap; gap: .25em .75em; justify-content: flex-end; align-items: center; padding-block-end: .5em; border-block-end: 1px solid var(--p-linha); & > a { padding-block: .375em; font-weight: 600; text-decoration: none; &:is(:hover, [aria-current]) { text-decoration: underline; } } & .botao { min-block-size: 2.25em; } }
  .quem { display: flex; gap: .75em; align-items: center; min-inline-size: 0; }
  .mesa { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; align-items: start; }
  .lado-da-mesa { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr)); gap: .75em; align-items: end; }
  .miolo-da-mesa { container: mesa / inline-size; } .miolo-da-mesa > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1em; }
  .unidade-da-mesa { display: grid; font-weight: 650; font-size: 1.125em; line-height: 1.3; & .secundario { font-size: .8125em; } }
  .filas { display: none; & ul { display: grid; gap: 2px; } & li { display: grid; } }
  .fila {
    display: flex;
    gap: .75em;
    justify-content: space-between;
    align-items: baseline;
    padding: .5em .75em;
    color: var(--p-tinta);
    text-decoration: none;
    border-radius: var(--p-raio);
    & b { min-inline-size: 1.5em; text-align: end; font-variant-numeric: tabular-nums; }
    &:hover { background: var(--p-fundo-2); color: var(--p-tinta); }
    &[aria-current] { background: var(--p-acao-suave); color: var(--p-acao-forte); font-weight: 600; }
  }
  .filtros { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; }
  .filtros .grade { grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5em), 1fr)); gap: .75em; }
  .sem-quebra { flex-wrap: nowrap; gap: .5em; }
  .em-uso { display: flex; flex-wrap: wrap; gap: .375em .5em; align-items: center; }
  .filtro { display: inline-block; padding: .125em .75em; border-radius: 6em; background: var(--p-acao-suave); color: var(--p-acao-forte); font-size: .9375em; text-decoration: none; &:hover { text-decoration: underline; } }
  .novidades:not(:has(.chegaram)) { margin-block-start: -1em; }
  .chegaram { display: flex; flex-wrap: wrap; gap: 0 .5em; align-items: center; justify-content: center; padding: .125em 1em; border-radius: var(--p-raio); background: var(--p-acao-suave); color: var(--p-acao-forte); font-weight: 600; --p-acao: var(--p-acao-forte); & .botao { min-block-size: 2.25em; text-decoration: underline; } }

  .tabela { display: grid; font-size: .9375em; & :is(thead, tbody, th, td) { display: block; padding: 0; text-align: start; font-weight: inherit; min-inline-size: 0; } & th { color: var(--p-tinta-2); font-weight: 600; font-size: .9375em; } & thead th:not(.coluna-marca) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } & .secundario { font-size: .9375em; } }
  .linha-da-tabela {
    display: grid;
    grid-template: "marca numero numero" auto "marca assunto assunto" auto "marca prazo prazo" auto "marca situacao com" auto / 1.75em auto minmax(0, 1fr);
    gap: .125em .5em;
    padding: .625em .5em;
    & .coluna-marca { grid-area: marca; }
    & .coluna-numero { grid-area: numero; }
    & .coluna-assunto { grid-area: assunto; }
    & .coluna-prazo { grid-area: prazo; }
    & .coluna-situacao { grid-area: situacao; }
    & .coluna-com { grid-area: com; }
    & .selo { white-space: nowrap; }
  }
  thead .linha-da-tabela { padding-block: .25em .5em; & .coluna-marca { grid-column: 1 / -1; } }
  .linha-da-fila {
    border-block-start: 1px solid var(--p-linha);
    &:hover { background: var(--p-fundo-2); }
    &:focus-within { box-shadow: inset 3px 0 var(--p-acao); }
    &.marcada { background: color-mix(in srgb, var(--p-acao) 4%, var(--p-fundo)); }
    &.saiu { background: var(--p-fundo-2); & :is(.coluna-assunto, .coluna-prazo) { text-decoration: line-through; } }
    & .coluna-prazo { display: flex; flex-wrap: wrap; gap: 0 .5em; align-items: baseline; }
    & .coluna-com { display: flex; flex-wrap: wrap; gap: 0 .5em; align-items: baseline; align-content: start; }
  }
  tbody .linha-da-tabela:last-child { border-block-end: 1px solid var(--p-linha); }
  .abre-processo { display: inline-block; padding-block: .1875em; margin-block: -.1875em; font-weight: 600; text-decoration: none; &:hover { text-decoration: underline; } }
  .pe-da-lista { display: flex; flex-wrap: wrap; gap: .5em 1em; justify-content: space-between; align-items: center; & > :only-child { margin-inline-start: auto; } }
  .marca-da-linha { display: inline-flex; gap: .5em; align-items: center; min-inline-size: 1.75em; min-block-size: 1.75em; cursor: pointer; & input { flex: none; font-size: inherit; inline-size: 1.125em; block-size: 1.125em; margin: 0; } }
  .chapa { display: inline-block; margin-inline-start: .25em; padding: 0 .5em; border: 1px solid var(--p-borda); border-radius: var(--p-raio); font-size: .8125em; font-weight: 600; }
  .preferencia { color: var(--p-pausa); font-weight: 600; }
  .novas { color: var(--p-acao-forte); font-weight: 600; }
  .com-alguem { display: flex; gap: .5em; align-items: baseline; color: var(--p-atencao); font-weight: 600; &::before { content: ""; flex: none; inline-size: .55em; block-size: .55em; border-radius: 50%; background: currentColor; } }
  .logo { color: var(--p-atencao); font-weight: 600; }
  .linhas-por-vir { gap: .5em; & i { block-size: 4.25em; } }
  .vazio { display: grid; gap: .5em; justify-items: center; padding: 2.5em 1em; text-align: center; border: 1px dashed var(--p-linha); border-radius: var(--p-raio); }

  .barra-do-lote { position: sticky; inset-block-end: .5em; z-index: 1; display: flex; flex-wrap: wrap; gap: .5em 1em; justify-content: space-between; align-items: center; padding: .75em 1em; background: var(--p-fundo); border: 1px solid var(--p-acao); border-radius: var(--p-raio); box-shadow: 0 .25em 1em rgb(0 0 0 / .18); & .linha { gap: .5em; } & .botao { min-block-size: 2.5em; padding-inline: .875em; } & .botao-texto { padding-inline: .25em; } }
  .dialogo-do-lote { inline-size: min(34em, 100% - 2em); }
  .dialogo-do-lote .grupo > legend { padding-block-end: .375em; }
  .dialogo-dos-atalhos { inline-size: min(30em, 100% - 2em); }
  .alvos { max-block-size: 10em; position: relative; overflow: auto; margin-block-start: .5em; }
  .recusados { display: grid; gap: .5em; max-block-size: 16em; position: relative; overflow: auto; }
  .teclas { inline-size: 100%; border-collapse: collapse; & :is(th, td) { padding: .3em .5em .3em 0; text-align: start; border-block-end: 1px solid var(--p-linha); } & td:first-child { white-space: nowrap; } & kbd { display: inline-block; min-inline-size: 1.75em; padding: 0 .375em; text-align: center; font: inherit; font-size: .875em; font-weight: 600; border: 1px solid var(--p-borda); border-radius: .25em; } }
  .marcar { display: inline-flex; gap: .5em; min-block-size: 1.75em; cursor: pointer; & input { flex: none; font-size: inherit; inline-size: 1.25em; block-size: 1.25em; margin: .125em 0; } }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) { .topo-da-mesa, .quem { justify-content: space-between; } .quem { flex-grow: 1; } }
}
@container (min-width: 52em) {
  :is(#_#_, [slot=protocolo]) {
    .mesa { grid-template-columns: 15em minmax(0, 1fr); gap: 1.75em; }
    .lado-da-mesa { grid-template-columns: minmax(0, 1fr); gap: 1.25em; position: sticky; inset-block-start: 1em; }
    .filas { display: block; }
    .escolha-de-fila { display: none; }
  }
}
@container mesa (max-width: 24em) {
  :is(#_#_, [slot=protocolo]) {
    .linha-da-tabela { grid-template: "marca numero" auto "marca assunto" auto "marca prazo" auto "marca situacao" auto "marca com" auto / 1.75em minmax(0, 1fr); }
    .linha-da-fila .coluna-situacao { display: flex; flex-wrap: wrap; gap: 0 .5em; align-items: baseline; }
    .filtros > .sem-quebra { flex-wrap: wrap; & .entrada { flex-basis: 100%; text-overflow: ellipsis; } & .botao { flex-grow: 1; } }
  }
}
@container mesa (min-width: 34em) {
  :is(#_#_, [slot=protocolo]) {
    .so-no-cartao, .rotulo-do-cartao { display: none; }
    .tabela thead th:is(.coluna-numero, .coluna-prazo, .coluna-situacao) { position: static; inline-size: auto; block-size: auto; overflow: visible; clip-path: none; white-space: normal; }
    .linha-da-tabela { grid-template: "marca numero prazo situacao" auto "marca assunto prazo situacao" auto "marca assunto prazo com" 1fr / 1.75em minmax(0, 1fr) 9.5em 9.5em; gap: .125em .75em; }
    thead .linha-da-tabela .coluna-marca { grid-area: marca; }
    .linha-da-fila .coluna-prazo { display: block; }
  }
}
@container mesa (min-width: 46em) {
  :is(#_#_, [slot=protocolo]) {
    .tabela thead th.coluna-com { position: static; inline-size: auto; block-size: auto; overflow: visible; clip-path: none; white-space: normal; }
    .linha-da-tabela { grid-template: "marca numero prazo situacao com" auto "marca assunto prazo situacao com" 1fr / 1.75em minmax(0, 1fr) 11.75em 9.5em 10.5em; }
    .linha-da-fila .coluna-com { display: block; }
  }
}
@container mesa (min-width: 62em) {
  :is(#_#_, [slot=protocolo]) {
    .tabela thead th.coluna-assunto { position: static; inline-size: auto; block-size: auto; overflow: visible; clip-path: none; white-space: normal; }
    .linha-da-tabela { grid-template: "marca numero assunto prazo situacao com" auto / 1.75em 12em minmax(0, 1fr) 11em 10em 12em; }
  }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) {
    .fila[aria-current], .linha-da-fila.marcada { outline: 2px solid Highlight; outline-offset: -2px; }
    .barra-do-lote { border: 2px solid; }
    .filtro, .chegaram { border: 1px solid; }
  }
}
@media print {
  :is(#_#_, [slot=protocolo]) {
    .tabela { font-size: .8125em; }
    .linha-da-fila { box-shadow: none; break-inside: avoid; background: none; & a { color: #000; text-decoration: none; } }
    .novidades { display: none; }
  }
}
`
