import { css } from 'lit'

/** What is asked of a person wherever it is asked: files, boxes to tick, the privacy notice. Beside the shared sheets and by the same rules. */
export const estiloDePessoa = css`
:is(#_#_, .protocolo) {
  .marcar { display: inline-flex; gap: .5em; align-items: center; min-block-size: 1.75em; cursor: pointer; & input { flex: none; font-size: inherit; inline-size: 1.25em; block-size: 1.25em; margin: 0; } }
  .privacidade { padding-block-start: 1.25em; border-block-start: 1px solid var(--p-linha); & > p > a { display: inline-block; } }
  .seletor {
    position: relative;
    overflow: hidden;
    & input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; font-size: 0; }
    &:has(:focus-visible) { outline: 3px solid var(--p-acao); outline-offset: 2px; }
  }
  .retrato { inline-size: 4em; block-size: 4em; border-radius: 50%; }
  .endereco-da-conta { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 1.25em 1em; align-items: start; & > * { grid-column: span 6; } }
  .so-com-toque { display: none; }
}
@container (min-width: 27em) {
  :is(#_#_, .protocolo) .endereco-da-conta {
    & > :is(:nth-child(1), :nth-child(2), :nth-child(5), :nth-child(6)) { grid-column: span 3; }
    & > :is(:nth-child(3), :nth-child(7)) { grid-column: span 4; }
    & > :is(:nth-child(4), :nth-child(8)) { grid-column: span 2; }
  }
}
@media (any-pointer: coarse) {
  :is(#_#_, .protocolo) .so-com-toque { display: block; }
}
`
