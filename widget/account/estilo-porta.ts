import { css } from 'lit'

/** The dialog to sign in, beside the common stylesheets and by their rules: as wide as it can, its own container, and its way out stays in sight. */
export const estiloDaPorta = css`
:is(#_#_, [slot=protocolo]) {
  .porta {
    container-type: inline-size;
    inline-size: min(32em, 100% - 1em);
    max-block-size: calc(100dvb - 1em);
    max-inline-size: none;
    padding: 0;
    overflow: hidden;
    &[open] { display: flex; flex-direction: column; }
  }
  .porta-topo { display: flex; justify-content: end; padding: .375em .5em 0; }
  .porta-corpo { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; overflow-y: auto; overscroll-behavior: contain; padding: 0 1.5em 1.5em; }
}
@container (max-width: 27em) { :is(#_#_, [slot=protocolo]) .porta-corpo { padding: 0 1em 1.25em; } }
`
