import { css } from 'lit'

/** What signing in needs, beside the common stylesheet and by its rules. */
export const estiloDaConta = css`
:is(#_#_, [slot=protocolo]) {
  .dito:empty, .recado:empty { position: absolute; }
  .exigido { color: var(--p-erro); }
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
}
`
