import { css } from 'lit'

/** The panel of who is signed in, beside the common stylesheet and by its rules. */
export const estiloDoPainel = css`
:is(#_#_, [slot=protocolo]) {
  .topo-do-painel { display: flex; flex-flow: row-reverse wrap; gap: .25em 1em; align-items: end; border-block-end: 1px solid var(--p-linha); & .abas { border: 0; margin-inline-end: auto; } }
  .agindo { display: flex; border-inline-start: .25em solid var(--p-atencao); }
  .quem { display: flex; gap: .75em; align-items: center; min-inline-size: 0; & span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; } }
  .abas { display: flex; flex-wrap: wrap; gap: .25em; border-block-end: 1px solid var(--p-linha); }
  .aba {
    padding: .625em .75em;
    font-weight: 600;
    color: var(--p-tinta-2);
    text-decoration: none;
    border-block-end: 3px solid transparent;
    &:hover { color: var(--p-acao-forte); background: var(--p-acao-suave); }
    &[aria-current] { color: var(--p-acao); border-color: var(--p-acao); }
  }
  .cartoes-do-painel { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr)); gap: .75em; }
  .sem-quebra { flex-wrap: nowrap; gap: .5em; }
  .estreitas { grid-template-columns: repeat(auto-fit, minmax(min(100%, 9em), 1fr)); }
  .com-erro .entrada { border-color: var(--p-erro); }

  .marca { display: inline-block; min-inline-size: 1.5em; padding-inline: .375em; margin-inline-start: .125em; border-radius: 1em; background: var(--p-erro); color: var(--p-fundo); font-size: .8125em; line-height: 1.5; text-align: center; font-variant-numeric: tabular-nums; }
  .contadores {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: .5em;
    & li { display: grid; }
    & > :first-child:nth-last-child(odd) { grid-column: 1 / -1; }
  }
  .contador {
    display: grid;
    align-content: start;
    padding: .625em .75em;
    color: var(--p-tinta);
    text-decoration: none;
    border: 1px solid var(--p-linha);
    border-radius: var(--p-raio);
    & b { display: flex; gap: .25em; align-items: center; justify-content: space-between; font-size: 1.75em; line-height: 1.1; font-variant-numeric: tabular-nums; }
    & b[class^=cor]::after { content: ""; inline-size: .375em; block-size: .375em; border-radius: 50%; background: var(--cor, var(--p-acao)); }
    & span { font-size: .9375em; }
    &:hover { border-color: var(--p-acao); background: var(--p-acao-suave); color: var(--p-tinta); }
    &[aria-current] { border-color: var(--p-acao); box-shadow: inset 0 0 0 1px var(--p-acao); background: var(--p-acao-suave); }
  }
  .barra { display: block; inline-size: 100%; block-size: .625em; border-radius: 1em; & rect { fill: var(--cor, var(--p-acao)); } }
  .cor-nao_analisado { --cor: var(--p-borda); }
  .cor-pendente { --cor: var(--p-atencao); }
  .cor-parado { --cor: var(--p-pausa); }
  .cor-encerrado { --cor: var(--p-ok); }
  .cor-cancelado { --cor: var(--p-linha); }

  .processo {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: .25em 1em;
    align-items: start;
    padding-block: .75em;
    border-block-end: 1px solid var(--p-linha);
    & > a { font-weight: 600; justify-self: start; }
  }
  .pendencia { display: grid; gap: .375em; padding-block: 1em; border-block-end: 1px solid var(--p-linha); & a { font-weight: 600; } & .linha { gap: 0 1em; } }
  .pedido { white-space: pre-line; padding: .625em .875em; border-radius: var(--p-raio); background: var(--p-atencao-suave); }
  .achado { padding: 1em; border: 1px solid var(--p-linha); border-radius: var(--p-raio); & .fatos { border: 0; padding-block: .25em; } }
  .vazio { display: grid; gap: .5em; justify-items: center; padding: 2em 1em; text-align: center; border: 1px dashed var(--p-linha); border-radius: var(--p-raio); }
}
@container (min-width: 34em) {
  :is(#_#_, [slot=protocolo]) {
    .processo { grid-template-columns: minmax(0, 11em) minmax(0, 1fr) minmax(0, 9.5em); }
    .contadores { grid-auto-flow: column; grid-template-columns: none; grid-auto-columns: minmax(0, 1fr); & > :first-child:nth-last-child(odd) { grid-column: auto; } }
    .contadores:has(> :nth-child(6)) { grid-auto-flow: row; grid-template-columns: repeat(3, minmax(0, 1fr)); & > :first-child:nth-last-child(7) { grid-column: 1 / -1; } }
  }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) .aba { padding-inline: .5em; }
}
@container (min-width: 34em) and (max-width: 42em) {
  :is(#_#_, [slot=protocolo]) .contador { padding-inline: .5em; & span { font-size: .8125em; } }
}
@container (max-width: 20em) {
  :is(#_#_, [slot=protocolo]) {
    .contadores { grid-template-columns: minmax(0, 1fr); }
    .contador { display: flex; gap: .5em; align-items: baseline; padding-block: .5em; & b { font-size: 1.25em; min-inline-size: 2.25em; } }
    .abas { display: grid; grid-template-columns: auto auto; gap: 0; }
    .aba { padding-inline: .125em; font-size: .9375em; overflow-wrap: break-word; }
    .sem-quebra { display: grid; grid-template-columns: minmax(0, 1fr); }
  }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) { .contador[aria-current] { outline: 3px solid Highlight; } .aba:not([aria-current]) { border-color: Canvas; } .marca, .pedido, .barra { border: 1px solid; } .contador b::after { forced-color-adjust: none; } }
}
`
