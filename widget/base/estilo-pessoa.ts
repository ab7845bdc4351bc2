import { css } from 'lit'

/** What is asked of a person wherever it is asked: files, boxes to tick, a new password, the privacy notice. Beside the shared sheets and by the same rules. */
export const estiloDePessoa = css`
:is(#_#_, [slot=protocolo]) {
  .marcar { display: inline-flex; gap: .5em; min-block-size: 1.75em; cursor: pointer; & input { flex: none; font-size: inherit; inline-size: 1.25em; block-size: 1.25em; margin: .125em 0; } }
  .privacidade { padding-block-start: 1.25em; border-block-start: 1px solid var(--p-linha); & > p > a { display: inline-block; } }
  .seletor {
    position: relative;
    overflow: hidden;
    & input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; pointer-events: none; font-size: 0; }
    &:has(:focus-visible) { outline: 3px solid var(--p-foco); outline-offset: 2px; }
  }
  .retrato { inline-size: 4em; block-size: 4em; border-radius: 50%; }
  .endereco-da-conta { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 1.25em 1em; align-items: start; & > * { grid-column: span 6; } }
  .so-com-toque { display: none; }
  .passou { color: var(--p-erro); font-weight: 600; }
  .com-unidade { display: flex; gap: .5em; align-items: center; & span { flex: none; } }
  .com-erro > .com-unidade .entrada { border-color: var(--p-erro); }

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

  .envio {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: .25em .75em;
    align-items: center;
    & > :is(progress, .erro, .palpite) { grid-column: 1 / -1; }
    & .linha { gap: 0; }
    & progress { inline-size: 100%; block-size: .375em; }
    & .palpite { gap: .75em; }
  }
  .nome-do-arquivo { color: var(--p-tinta); }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) .envio:has(> .linha:not(.palpite) > :nth-child(2)) { grid-template-columns: minmax(0, 1fr); & > .linha:not(.palpite) { margin-inline-start: -.5em; } }
}
@container (max-width: 20em) {
  :is(#_#_, [slot=protocolo]) { .envio { grid-template-columns: minmax(0, 1fr); & .botao { margin: 0 calc(-.5em - 1px); } } }
}
@container (min-width: 27em) {
  :is(#_#_, [slot=protocolo]) .endereco-da-conta {
    & > :is(:nth-child(1), :nth-child(2), :nth-child(5), :nth-child(6)) { grid-column: span 3; }
    & > :is(:nth-child(3), :nth-child(7)) { grid-column: span 4; }
    & > :is(:nth-child(4), :nth-child(8)) { grid-column: span 2; }
  }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) .regras-da-senha .vale::before { forced-color-adjust: none; background: Highlight; }
}
@media (any-pointer: coarse) {
  :is(#_#_, [slot=protocolo]) .so-com-toque { display: block; }
}
`
