import { css } from 'lit'

/** The officials' desk, beside the common stylesheet and by its rules. */
export const estiloDaGestao = css`
:is(#_#_, .protocolo) {
  .quadro:has(> .topo-da-mesa) { max-inline-size: none; }
  .topo-da-mesa { display: flex; flex-wrap: wrap; gap: .25em .75em; justify-content: flex-end; align-items: center; padding-block-end: .5em; border-block-end: 1px solid var(--p-linha); & .secundario { flex: 0 1 auto; min-inline-size: 0; } & .botao { min-block-size: 2.25em; } }
  .mesa { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; align-items: start; }
  .lado-da-mesa { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr)); gap: .75em; align-items: end; }
  .miolo-da-mesa { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1em; }
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
  .sem-quebra { flex-wrap: nowrap; gap: .5em; }
  .em-uso { display: flex; flex-wrap: wrap; gap: .375em .5em; align-items: center; }
  .filtro { display: inline-block; padding: .125em .75em; border-radius: 6em; background: var(--p-acao-suave); color: var(--p-acao-forte); font-size: .9375em; text-decoration: none; &:hover { text-decoration: underline; } }
  .novidades:empty { display: none; }
  .chegaram { display: flex; flex-wrap: wrap; gap: 0 .5em; align-items: center; justify-content: center; padding: .125em 1em; border-radius: var(--p-raio); background: var(--p-acao-suave); color: var(--p-acao-forte); font-weight: 600; --p-acao: var(--p-acao-forte); & .botao { min-block-size: 2.25em; text-decoration: underline; } }

  .tabela { display: grid; inline-size: 100%; border-collapse: collapse; border-spacing: 0; font-size: .9375em; & :is(thead, tbody, tr, td, th) { display: block; padding: 0; text-align: start; font-weight: inherit; } & thead th:not(.coluna-marca) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } & thead { padding-block: .25em .5em; } }
  .linha-da-fila {
    --p-tinta-da-borda: transparent;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: .25em .75em;
    padding: .75em .25em .75em .5em;
    border-block-start: 1px solid var(--p-linha);
    box-shadow: inset 3px 0 var(--p-tinta-da-borda);
    & .coluna-numero { grid-column: 2; }
    & .coluna-situacao { grid-area: 1 / 3; text-align: end; }
    & :is(.coluna-assunto, .coluna-prazo, .coluna-com) { grid-column: 2 / -1; }
    & .coluna-prazo { display: flex; flex-wrap: wrap; gap: 0 .5em; }
    & .coluna-com { color: var(--p-tinta-2); }
    & .secundario { font-size: .9375em; }
    &:hover { background: var(--p-fundo-2); }
    &:focus-within { --p-tinta-da-borda: var(--p-acao); }
    &.marcada { background: var(--p-acao-suave); }
    &.saiu { opacity: .6; & .coluna-assunto, & .coluna-prazo { text-decoration: line-through; text-decoration-color: var(--p-linha); } }
  }
  .abre-processo { font-weight: 600; }
  .marca-da-linha { display: inline-flex; gap: .5em; align-items: center; min-inline-size: 1.75em; min-block-size: 1.75em; cursor: pointer; & input { flex: none; font-size: inherit; inline-size: 1.125em; block-size: 1.125em; margin: 0; } }
  .chapa { display: inline-block; margin-inline-start: .25em; padding: 0 .5em; border: 1px solid var(--p-borda); border-radius: var(--p-raio); font-size: .8125em; font-weight: 600; }
  .preferencia { color: var(--p-pausa); font-weight: 600; }
  .novas { color: var(--p-acao-forte); font-weight: 600; }
  .presentes { display: inline-flex; gap: .375em; align-items: center; color: var(--p-ok); font-size: .875em; font-weight: 600; &::before { content: ""; inline-size: .5em; block-size: .5em; border-radius: 50%; background: currentColor; } }
  .logo { color: var(--p-atencao); font-weight: 600; }
  .linhas-por-vir { gap: .5em; & i { block-size: 4.25em; } }
  .vazio { display: grid; gap: .5em; justify-items: center; padding: 2.5em 1em; text-align: center; border: 1px dashed var(--p-linha); border-radius: var(--p-raio); }

  .barra-do-lote { position: sticky; inset-block-end: .5em; z-index: 1; display: flex; flex-wrap: wrap; gap: .5em 1em; justify-content: space-between; align-items: center; padding: .75em 1em; background: var(--p-fundo); border: 1px solid var(--p-acao); border-radius: var(--p-raio); box-shadow: 0 .25em 1em rgb(0 0 0 / .18); & .linha { gap: .5em; } & .botao { min-block-size: 2.5em; } }
  .dialogo-do-lote { inline-size: min(34em, 100% - 2em); }
  .dialogo-dos-atalhos { inline-size: min(30em, 100% - 2em); }
  .alvos { max-block-size: 10em; overflow: auto; margin-block-start: .5em; }
  .recusados { display: grid; gap: .5em; max-block-size: 16em; overflow: auto; }
  .teclas { inline-size: 100%; border-collapse: collapse; & :is(th, td) { padding: .3em .5em .3em 0; text-align: start; border-block-end: 1px solid var(--p-linha); } & td:first-child { white-space: nowrap; } & kbd { display: inline-block; min-inline-size: 1.75em; padding: 0 .375em; text-align: center; font: inherit; font-size: .875em; font-weight: 600; border: 1px solid var(--p-borda); border-radius: .25em; } }
  .marcar { display: inline-flex; gap: .5em; align-items: center; min-block-size: 1.75em; cursor: pointer; & input { flex: none; font-size: inherit; inline-size: 1.25em; block-size: 1.25em; margin: 0; } }
}
@container (min-width: 56em) {
  :is(#_#_, .protocolo) {
    .mesa { grid-template-columns: 15em minmax(0, 1fr); gap: 1.75em; }
    .lado-da-mesa { grid-template-columns: minmax(0, 1fr); gap: 1.25em; position: sticky; inset-block-start: 1em; }
    .filas { display: block; }
    .escolha-de-fila { display: none; }
  }
}
@container (min-width: 44em) {
  :is(#_#_, .protocolo) {
    .so-no-cartao { display: none; }
    .tabela { display: table; & thead { display: table-header-group; } & tbody { display: table-row-group; } & tr { display: table-row; } & :is(th, td) { display: table-cell; vertical-align: top; padding: .625em .75em .625em 0; } & thead th:not(.coluna-marca) { position: static; inline-size: auto; block-size: auto; overflow: visible; clip-path: none; white-space: normal; } & th { color: var(--p-tinta-2); font-weight: 600; font-size: .9375em; } & .coluna-marca { inline-size: 2.25em; padding-inline: .5em .25em; padding-block-start: .5em; } }
    .linha-da-fila { & td { border-block-start: 1px solid var(--p-linha); } & .coluna-situacao { text-align: start; } & .coluna-numero { white-space: nowrap; & p { white-space: normal; } } & .coluna-assunto { inline-size: 40%; } & .coluna-prazo { display: table-cell; } & .coluna-com { color: inherit; } }
  }
}
@media (forced-colors: active) {
  :is(#_#_, .protocolo) {
    .fila[aria-current], .linha-da-fila.marcada { outline: 2px solid Highlight; outline-offset: -2px; }
    .barra-do-lote { border: 2px solid; }
  }
}
@media print {
  :is(#_#_, .protocolo) {
    .tabela { font-size: .75em; & tr { break-inside: avoid; } & thead { display: table-header-group; } }
    .linha-da-fila { box-shadow: none; background: none; & a { color: #000; text-decoration: none; } }
    .novidades { display: none; }
  }
}
`
