import { css } from 'lit'

/** A dialog over the page, beside the common stylesheet and by its rules. */
export const estiloDeDialogo = css`
:is(#_#_, [slot=protocolo]) {
  .dialogo {
    inline-size: min(26em, 100% - 2em);
    max-block-size: calc(100dvb - 2em);
    padding: 1.5em;
    color: var(--p-tinta);
    background: var(--p-fundo);
    border: 1px solid var(--p-linha);
    border-radius: calc(var(--p-raio) * 1.5);
    box-shadow: 0 .5em 2em rgb(0 0 0 / .25);
    &::backdrop { background: rgb(10 16 22 / .55); }
  }
}
@media print { :is(#_#_, [slot=protocolo]) .dialogo[open][open] { display: none; } }
@media (max-width: 27em) { :is(#_#_, [slot=protocolo]) .dialogo { padding: 1.25em; } }
`
