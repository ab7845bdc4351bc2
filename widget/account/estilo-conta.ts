import { css } from 'lit'

/** What signing in and up need, beside the common stylesheet and by its rules. */
export const estiloDaConta = css`
:is(#_#_, .protocolo) {
  .dito:empty, .recado:empty { position: absolute; }
  .recado { color: var(--p-tinta-2); }
  .ou { display: flex; gap: .75em; align-items: center; color: var(--p-tinta-2); &::before, &::after { content: ""; flex: 1; border-block-start: 1px solid var(--p-linha); } }
  .com-senha {
    position: relative;
    & .entrada { padding-inline-end: 6em; }
    & .botao { position: absolute; inset-inline-end: .25em; inset-block-start: .25em; min-block-size: 2.25em; padding: .125em .75em; font-size: .9375em; }
  }
  .caixa-de-marcar {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 .625em;
    & input { font-size: inherit; inline-size: 1.5em; block-size: 1.5em; margin: 0; }
    & label { font-weight: 600; cursor: pointer; }
    & .ajuda { grid-column: 2; }
  }
  .regras-da-senha {
    display: grid;
    gap: .25em;
    margin-block-start: .25em;
    font-size: .9375em;
    color: var(--p-tinta-2);
    & li { position: relative; padding-inline-start: 1.625em; }
    & li::before { content: ""; position: absolute; inset-inline-start: .125em; inset-block-start: .25em; inline-size: 1em; block-size: 1em; border: 1px solid var(--p-borda); border-radius: 50%; }
    & .vale { color: var(--p-ok); font-weight: 600; }
    & .vale::before { border-color: var(--p-ok); background: var(--p-ok); }
    & .vale::after { content: ""; position: absolute; inset-inline-start: .5em; inset-block-start: .375em; inline-size: .3em; block-size: .55em; border: solid var(--p-fundo); border-width: 0 2px 2px 0; transform: rotate(45deg); }
  }
}
@media (forced-colors: active) {
  :is(#_#_, .protocolo) .regras-da-senha .vale::before { forced-color-adjust: none; background: Highlight; }
}
`
