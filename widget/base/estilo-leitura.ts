import { css } from 'lit'

/** What is read of a protocolo: badge, facts, answers, history, files. Beside the common stylesheet, by the same rules. */
export const estiloDeLeitura = css`
:is(#_#_, [slot=protocolo]) {
  .subtitulo { font-size: 1em; font-weight: 650; line-height: 1.5; &:focus { outline: none; } }
  .ao-alto { align-items: flex-start; }
  .cresce { flex: 1 1 10em; min-inline-size: 0; }
  .com-codigo { align-items: flex-end; & .cresce { flex: 999 1 18em; } & .botao { flex-grow: 1; } }
  .so-impressao { display: none; }
  .aviso-ok { --p-tom: var(--p-ok); background: var(--p-ok-suave); }
  .aviso-info { --p-tom: var(--p-acao-forte); background: var(--p-acao-suave); }
  .contato { line-height: 1.625; & ul { display: flex; flex-wrap: wrap; gap: 0 1.25em; } & a { display: inline-block; } }

  .selo {
    display: inline-flex;
    gap: .45em;
    align-items: center;
    font-weight: 600;
    font-size: .875em;
    line-height: 1.5;
    padding: .125em .75em;
    border-radius: 6em;
    background: var(--p-acao-suave);
    color: var(--p-acao-forte);
    &::before { content: ""; flex: none; inline-size: .55em; block-size: .55em; border-radius: 50%; background: currentColor; }
  }
  .selo-ok { background: var(--p-ok-suave); color: var(--p-ok); }
  .selo-atencao { background: var(--p-atencao-suave); color: var(--p-atencao); }
  .selo-pausa { background: var(--p-pausa-suave); color: var(--p-pausa); }
  .selo-neutro { background: var(--p-fundo-2); color: var(--p-tinta-2); }

  .fatos {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 10em), 1fr));
    gap: 1em;
    padding-block: 1em;
    border-block: 1px solid var(--p-linha);
    & dt { color: var(--p-tinta-2); font-size: .875em; }
    & dd { font-weight: 600; font-variant-numeric: tabular-nums; }
  }
  .respostas {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    & div { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: .125em 1em; padding-block: .625em; border-block-end: 1px solid var(--p-linha); }
    & dt { color: var(--p-tinta-2); }
    & dd { white-space: pre-line; }
  }

  .andamento {
    & > li { position: relative; padding: 0 0 1.25em 1.75em; }
    & > li::before { content: ""; position: absolute; inset-inline-start: .3125em; inset-block-start: .5em; inline-size: .625em; block-size: .625em; border-radius: 50%; background: var(--p-fundo); border: 2px solid var(--p-acao); }
    & > li:first-child::before { background: var(--p-acao); }
    & > li::after { content: ""; position: absolute; inset-inline-start: calc(.625em - 1px); inset-block: 1.375em -.375em; border-inline-start: 2px solid var(--p-linha); }
    & > li:last-child { padding-block-end: 0; &::after { display: none; } }
  }
  .andamento .arquivo { border: 0; padding-block: .5em 0; }
  .inteiro { white-space: nowrap; }
  .atrasado { color: var(--p-erro); font-weight: 600; }
  .fala { white-space: pre-line; margin-block-start: .25em; }

  .conversa { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; & > li { justify-self: start; max-inline-size: min(100%, 34em); padding: .625em 1em .75em; border-radius: var(--p-raio); background: var(--p-fundo-2); } & > .de-cidadao { justify-self: end; background: var(--p-acao-suave); } }

  .arquivos { display: grid; grid-template-columns: minmax(0, 1fr); }
  .arquivo {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: .25em .75em;
    align-items: center;
    padding-block: .75em;
    border-block-end: 1px solid var(--p-linha);
    & > .botao { margin-inline: calc(-.5em - 1px); }
    & progress { grid-column: 1 / -1; inline-size: 100%; block-size: .375em; }
  }
  .codigo-de-acesso { font-size: 1.25em; font-weight: 650; letter-spacing: .08em; }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) { .respostas div { grid-template-columns: minmax(0, 1fr); } .acoes > .botao:not(.botao-texto) { flex-grow: 1; } }
}
@container (max-width: 20em) {
  :is(#_#_, [slot=protocolo]) .arquivo { grid-template-columns: minmax(0, 1fr); & > .botao { justify-self: start; } }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) {
    .selo, .conversa > li { border: 1px solid; }
    .arquivo > .botao { margin: 0; }
    .selo::before, .andamento > li:first-child::before { forced-color-adjust: none; background: Highlight; }
  }
}
@media print {
  :is(#_#_, [slot=protocolo]) {
    & :focus-visible { outline: none; }
    .so-impressao { display: block; }
    .subtitulo { break-after: avoid; }
    .aviso, .selo, .conversa > li { border: 1px solid; }
    .selo::before { display: none; }
    .enviado { &::details-content { content-visibility: visible; } & > summary { list-style: none; } }
    .aviso, .conversa > li, .andamento > li, .arquivo, .respostas div { break-inside: avoid; }
    .andamento > li::before { print-color-adjust: exact; }
  }
}
`
