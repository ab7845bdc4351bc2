import { css } from 'lit'

/** Choices to mark, one or many. Beside the common stylesheet, by the same rules. */
export const estiloDeEscolhas = css`
:is(#_#_, [slot=protocolo]) {
  .lado-a-lado { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr)); gap: .75em; }
  .opcao {
    position: relative;
    display: flex;
    gap: .75em;
    align-items: flex-start;
    padding: .8125em .9375em;
    border: 1px solid var(--p-linha);
    border-radius: var(--p-raio);
    background: var(--p-fundo);
    cursor: pointer;
    & input { flex: none; font-size: inherit; inline-size: 1.25em; block-size: 1.25em; margin: .125em 0 0; }
    & b { font-weight: 600; }
    &:hover { border-color: var(--p-borda); }
    &:has(:checked) { border-color: var(--p-acao); box-shadow: inset 0 0 0 1px var(--p-acao); background: var(--p-acao-suave); }
  }
  .opcao-texto { display: grid; gap: .125em; min-inline-size: 0; }
  .com-erro .opcao:not(:has(:checked)) { border-color: var(--p-erro); }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) .opcao:has(:checked) { border: 2px solid Highlight; margin: -1px; }
}
`
