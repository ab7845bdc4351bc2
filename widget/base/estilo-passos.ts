import { css } from 'lit'

/** What the steps in which people write need, beside the shared sheets and by the same rules. */
export const estiloDosPassos = css`
:is(#_#_, [slot=protocolo]) {
  .campo, .documento { scroll-margin-block: 6em; }
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
  .sem-quebra { flex-wrap: nowrap; }
  :is(input, select).entrada:not([type=search]) { max-inline-size: 34em; }
  input.entrada[size] { inline-size: auto; max-inline-size: 100%; justify-self: start; }
  .grupo > legend { float: inline-start; }
  .grupo > :is(.endereco, .pilha) { margin-block-start: .5em; }
  .assunto-do-grupo { font-size: 1.125em; }
  .pilha > .pilha + .pilha { padding-block-start: 1.25em; border-block-start: 1px solid var(--p-linha); }
  .endereco { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 1.25em 1em; align-items: start; & > * { grid-column: span 6; } }
  .posicao { display: grid; gap: .75em; padding: 1em; border-radius: var(--p-raio); background: var(--p-fundo-2); --p-acao: var(--p-acao-forte); }
  .medida { font-weight: 600; color: var(--p-ok); }
  .revisao { & dd { display: flex; gap: .25em 1em; justify-content: space-between; align-items: flex-start; } & .valor { min-inline-size: 0; } & .alterar { flex: none; } }

  .documento { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em; padding-block: .75em; border-block-end: 1px solid var(--p-linha); &:first-child { padding-block-start: 0; } & .botao-texto { margin: -.625em calc(-.5em - 1px) -.625em 0; } }
  .documento.com-erro { position: relative; border-inline-start: 0; padding-inline-start: 1em; &::before { content: ""; position: absolute; inset: .75em auto .75em 0; border-inline-start: 4px solid var(--p-erro); } }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) .sem-quebra { flex-wrap: wrap; gap: 0; & .seletor { margin: 0 calc(-.5em - 1px); } & .cresce { flex-basis: 100%; } }
}
@container (max-width: 20em) {
  :is(#_#_, [slot=protocolo]) {
    input.entrada[size] { inline-size: 100%; }
    .revisao dd { display: grid; justify-items: start; }
    .documento .envio .botao-texto { margin-inline: calc(-.5em - 1px); }
  }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) .documento .botao-texto.botao { margin: 0; }
}
@media print { :is(#_#_, [slot=protocolo]) .solta { display: none; } }
@container (min-width: 27em) {
  :is(#_#_, [slot=protocolo]) .endereco {
    & > :nth-child(2) { grid-column: span 4; }
    & > :nth-child(3) { grid-column: span 2; }
    & > :is(:nth-child(4), :nth-child(5)) { grid-column: span 3; }
    & > :nth-child(6) { grid-column: span 4; }
    & > :nth-child(7) { grid-column: span 2; }
  }
}
`
