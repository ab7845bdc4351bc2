import { css } from 'lit'

/** What a longer form needs: cards to pick from. Beside the common stylesheet, by the same rules. */
export const estiloDeFormulario = css`
:is(#_#_, [slot=protocolo]) {
  & :is(input[type=checkbox], input[type=radio], progress) { accent-color: var(--p-acao); }
  textarea.entrada { display: block; line-height: 1.5; resize: vertical; }
  .exigido { color: var(--p-erro); }
  .pilha-de-opcoes { display: grid; gap: .5em; }
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
}
`
