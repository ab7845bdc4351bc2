import { css } from 'lit'

/** What a longer form needs: steps, choices, place to drop files, cards to pick from. Beside the common stylesheet, by the same rules. */
export const estiloDeFormulario = css`
:is(#_#_, .protocolo) {
  .passos { display: flex; gap: .375em; & li { flex: 1; block-size: .25em; border-radius: 1em; background: var(--p-linha); } & .feito { background: var(--p-acao); } }

  & :is(input[type=checkbox], input[type=radio], progress) { accent-color: var(--p-acao); }
  textarea.entrada { display: block; line-height: 1.5; resize: vertical; }
  .passou { color: var(--p-erro); font-weight: 600; }
  .com-unidade { display: flex; gap: .5em; align-items: center; }
  .com-erro > .com-unidade .entrada { border-color: var(--p-erro); }
  .exigido { color: var(--p-erro); }
  .pilha-de-opcoes, .lado-a-lado { display: grid; gap: .5em; }
  .lado-a-lado { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr)); gap: .75em; }
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
  .solta {
    display: grid;
    gap: .5em;
    justify-items: center;
    padding: 1.25em;
    text-align: center;
    border: 2px dashed var(--p-borda);
    border-radius: var(--p-raio);
    background: var(--p-fundo-2);
    --p-acao: var(--p-acao-forte);
    & .linha { justify-content: center; }
  }
  .arrastando { border-color: var(--p-acao); background: var(--p-acao-suave); }

  .cartaozinho {
    display: grid;
    gap: .125em;
    inline-size: 100%;
    padding: .875em 1em;
    font: inherit;
    color: inherit;
    text-align: start;
    text-decoration: none;
    background: var(--p-fundo);
    border: 1px solid var(--p-linha);
    border-radius: var(--p-raio);
    cursor: pointer;
    & b { color: var(--p-acao); }
    &:hover { --p-acao: var(--p-acao-forte); border-color: var(--p-acao); background: var(--p-acao-suave); color: inherit; }
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
  :is(#_#_, .protocolo) .envio:has(> .linha:not(.palpite) > :nth-child(2)) { grid-template-columns: minmax(0, 1fr); & > .linha:not(.palpite) { margin-inline-start: -.5em; } }
}
@container (max-width: 20em) {
  :is(#_#_, .protocolo) { .envio { grid-template-columns: minmax(0, 1fr); & .botao { margin: 0 calc(-.5em - 1px); } } }
}
@media (forced-colors: active) {
  :is(#_#_, .protocolo) {
    .opcao:has(:checked) { border: 2px solid Highlight; margin: -1px; }
    .passos li { border: 1px solid; }
    .passos .feito { forced-color-adjust: none; background: Highlight; }
  }
}
`
