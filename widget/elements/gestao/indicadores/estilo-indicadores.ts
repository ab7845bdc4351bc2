import { css } from 'lit'

/** Numbers and charts, beside the common stylesheet and by its rules. */
export const estiloDosIndicadores = css`
:is(#_#_, [slot=protocolo]) {
  .filtros-dos-indicadores { display: grid; gap: .75em; & .grade { gap: .75em; } & .botao { min-block-size: 2.5em; } }
  .indicadores { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5em; &[aria-busy] { opacity: .6; } }
  .principais {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5em), 1fr));
    border: 1px solid var(--p-linha);
    border-radius: var(--p-raio);
    overflow: hidden;
    & > div { display: grid; align-content: start; gap: .125em; padding: .75em 1em; box-shadow: 1px 1px var(--p-linha); }
    & dt { color: var(--p-tinta-2); font-size: .875em; }
    & dd { font-size: 1.625em; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums; letter-spacing: -.01em; & .secundario { display: block; font-size: .5em; line-height: 1.5; letter-spacing: 0; } }
  }
  .grafico { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em; align-content: start; }
  .lado-a-lado-graficos { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24em), 1fr)); gap: 2em; }
  .grafico .barra { fill: var(--p-acao); }
  .grafico .trilho { fill: var(--p-fundo-2); }
  .colunas {
    display: flex;
    gap: 2px;
    align-items: end;
    & li { flex: 1 1 0; min-inline-size: 0; display: grid; justify-items: stretch; text-align: center; gap: .125em; }
    & svg { display: block; inline-size: 100%; max-inline-size: 3em; justify-self: center; block-size: 9em; border-block-end: 1px solid var(--p-borda); }
    & :is(.valor, .nome-da-coluna) { font-size: .75em; line-height: 1.4; overflow: hidden; white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
    & .nome-da-coluna { color: var(--p-tinta-2); }
    & .valor { min-block-size: 1.4em; }
    &.muitas li:nth-child(even) .nome-da-coluna { visibility: hidden; }
    &.muitas .valor { display: none; }
  }
  .barras { display: grid; gap: .625em; & li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .125em .75em; font-size: .9375em; } & b { font-variant-numeric: tabular-nums; } & svg { grid-column: 1 / -1; display: block; inline-size: 100%; block-size: .625em; border-radius: .25em; } }
  .em-tabela { & .rola { position: relative; overflow-x: auto; margin-block-start: .5em; } }
  .numeros {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: .875em;
    & :is(th, td) { padding: .375em .625em; text-align: end; border-block-end: 1px solid var(--p-linha); font-variant-numeric: tabular-nums; font-weight: 400; vertical-align: top; overflow-wrap: normal; }
    & :is(th:first-child) { text-align: start; padding-inline-start: 0; }
    & thead th { color: var(--p-tinta-2); font-weight: 600; vertical-align: bottom; }
    & tbody th { min-inline-size: 9em; }
  }
}
@container (max-width: 30em) {
  :is(#_#_, [slot=protocolo]) { .colunas .valor { display: none; } .colunas li { & .nome-da-coluna { font-size: .6875em; letter-spacing: -.03em; } } }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) { .grafico { & .barra { fill: CanvasText; } & .trilho { fill: Canvas; } } .principais > div { border: solid; border-width: 0 1px 1px 0; } }
}
@media print {
  :is(#_#_, [slot=protocolo]) { .grafico { break-inside: avoid; & .barra { print-color-adjust: exact; } } }
}
`
