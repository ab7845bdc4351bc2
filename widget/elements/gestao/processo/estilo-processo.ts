import { css } from 'lit'

/** The officials' page of one processo, beside the shared sheets and by their rules. */
export const estiloDoProcesso = css`
:is(#_#_, [slot=protocolo]) {
  .processo-da-mesa { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5em; }
  .alto-do-processo, .corpo { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1em; align-content: start; }
  .lado { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; align-content: start; }
  .numero-do-processo { gap: 0 .75em; & .botao { min-block-size: 2em; padding: .125em .25em; margin-inline: calc(-.25em - 1px); } }
  .alto-do-processo .cresce { flex: 1 1 18em; }
  .selos { gap: .5em; }
  .selo-prioridade { background: var(--p-tinta); color: var(--p-fundo); &::before { display: none; } }
  .selo-sigilo { background: var(--p-pausa-suave); color: var(--p-pausa); &::before { display: none; } }
  .selo-vencida { background: var(--p-erro-suave); color: var(--p-erro); }
  .o-que-vem { font-size: 1.0625em; }
  .quem-mais:empty { margin-block-start: -1em; }
  .presentes { display: flex; gap: .5em; align-items: baseline; padding: .5em .875em; border-radius: var(--p-raio); background: var(--p-atencao-suave); color: var(--p-atencao); font-weight: 600; &::before { content: ""; flex: none; inline-size: .55em; block-size: .55em; border-radius: 50%; background: currentColor; } }

  .mais-acoes { position: relative; & > summary { list-style: none; text-indent: 0; &::-webkit-details-marker { display: none; } &::after { content: ""; inline-size: .4em; block-size: .4em; border: solid; border-width: 0 2px 2px 0; rotate: 45deg; translate: 0 -.15em; } } &[open] > summary { background: var(--p-acao-suave); } }
  .menu-de-acoes { position: absolute; z-index: 2; inset-block-start: calc(100% + .25em); inset-inline-start: 0; display: grid; gap: .75em; inline-size: max-content; max-inline-size: min(20em, 85cqi); padding: .75em; background: var(--p-fundo); border: 1px solid var(--p-linha); border-radius: var(--p-raio); box-shadow: 0 .5em 1.5em rgb(0 0 0 / .18); & > div { display: grid; } & .secundario { font-size: .8125em; padding-inline: .5em; } }
  .item-do-menu { font: inherit; text-align: start; padding: .5em; border: 0; border-radius: calc(var(--p-raio) / 2); background: none; color: var(--p-tinta); cursor: pointer; &:hover { background: var(--p-acao-suave); color: var(--p-acao-forte); } }

  .abas { display: flex; flex-wrap: wrap; gap: .25em; border-block-end: 1px solid var(--p-linha); }
  .aba { padding: .625em .75em; font-weight: 600; color: var(--p-tinta-2); text-decoration: none; border-block-end: 3px solid transparent; &:hover { color: var(--p-acao-forte); background: var(--p-acao-suave); } &[aria-current] { color: var(--p-acao); border-color: var(--p-acao); } }
  .conta-da-aba { display: inline-block; min-inline-size: 1.5em; padding-inline: .375em; border-radius: 1em; background: var(--p-acao-forte); color: var(--p-sobre); font-size: .8125em; line-height: 1.5; text-align: center; font-variant-numeric: tabular-nums; }

  .ficha > .linha { gap: 0 1em; }
  .ficha { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; padding: 1.25em; border: 1px solid var(--p-linha); border-radius: var(--p-raio); }
  .fatos-da-ficha { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr)); gap: .875em 1.25em; & dt { color: var(--p-tinta-2); font-size: .875em; } & dd { font-weight: 600; font-variant-numeric: tabular-nums; & .secundario { font-size: .875em; } & .comentario { white-space: pre-line; overflow-wrap: anywhere; } } }

  .ato { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1em; padding: 1.25em; border: 1px solid var(--p-acao); border-radius: var(--p-raio); background: var(--p-fundo); box-shadow: 0 .25em 1.25em rgb(0 0 0 / .08); scroll-margin-block: 1em; & .subtitulo { font-size: 1.125em; } }
  .na-linha { min-block-size: 1.75em; padding: 0 .25em; margin-inline: calc(-.25em - 1px); font-size: .9375em; }
  .acoes-do-processo { gap: .5em; & > .botao { padding-inline: 1em; } }
  .fecha-o-ato { margin: -.5em -.5em -.5em 0; }
  .sem-quebra { flex-wrap: nowrap; }
  .ato .grupo > legend { padding-block-end: .375em; }
  .ato .com-erro .entrada { border-color: var(--p-erro); }
  .recuo { padding-inline-start: 1em; border-inline-start: 3px solid var(--p-linha); }
  .nota-do-ato, .resumo-do-ato { display: grid; gap: .25em; padding: .875em 1em; border-radius: var(--p-raio); background: var(--p-fundo-2); }
  .resumo-do-ato { & ul { display: grid; gap: .25em; font-weight: 600; } }
  .cadeado { inline-size: .95em; block-size: .95em; fill: currentColor; vertical-align: -.1em; }
  .lacrado { padding: .75em 1em; border: 1px dashed var(--p-pausa); border-radius: var(--p-raio); background: var(--p-pausa-suave); --p-acao: var(--p-acao-forte); & .entrada { border-color: var(--p-pausa); } & .secundario, & .nota, & .ajuda { color: var(--p-tinta); } }
  .andamento .lacrado { margin-block-start: .375em; padding-block: .5em .75em; }
  .lacre { color: var(--p-pausa); font-weight: 650; font-size: .9375em; }
  .andamento:focus { outline: none; }
  .modelos { margin-block-end: .25em; & summary { justify-self: start; font-size: .9375em; } & ul { display: grid; gap: .25em; max-block-size: 14em; position: relative; overflow: auto; padding: .5em; margin-block-start: .25em; border: 1px solid var(--p-linha); border-radius: var(--p-raio); background: var(--p-fundo); } }
  .modelo { display: grid; inline-size: 100%; gap: .125em; padding: .5em; font: inherit; color: inherit; text-align: start; border: 0; border-radius: calc(var(--p-raio) / 2); background: none; cursor: pointer; & span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; } &:hover { background: var(--p-acao-suave); } }
  .unidades { display: grid; gap: .75em; max-block-size: 18em; position: relative; overflow: auto; padding: .25em; margin: -.25em; & > div { display: grid; gap: .375em; } & .opcao { padding: .5em .75em; } & .opcao b { font-weight: 400; } }
  .pendencia-nova + .pendencia-nova { padding-block-start: 1.25em; border-block-start: 1px solid var(--p-linha); }
  .pedido { margin: 0; padding: .625em .875em; border-radius: var(--p-raio); background: var(--p-atencao-suave); }

  .processo-da-mesa .conversa { & > .de-cidadao { justify-self: start; background: var(--p-fundo-2); } & > .de-orgao { justify-self: end; background: var(--p-acao-suave); --p-acao: var(--p-acao-forte); } }
  .processo-da-mesa .conversa .arquivo { border: 0; padding-block: .25em 0; }
  .processo-da-mesa .respostas dd { white-space: normal; }
  .resposta-velha { display: block; white-space: pre-line; }
  .lista-de-pendencias, .lista-de-vistas { display: grid; grid-template-columns: minmax(0, 1fr); }
  .pendencia-da-mesa, .vista-da-mesa { display: grid; grid-template-columns: minmax(0, 1fr); gap: .25em; padding-block: 1em; border-block-end: 1px solid var(--p-linha); &:first-child { padding-block-start: 0; } }
}
@container (max-width: 34em) {
  :is(#_#_, [slot=protocolo]) {
    .acoes-do-processo { position: relative; }
    .mais-acoes { position: static; }
    .menu-de-acoes { inset-inline: 0; inline-size: auto; max-inline-size: none; }
  }
}
@container (min-width: 60em) {
  :is(#_#_, [slot=protocolo]) {
    .processo-da-mesa { grid-template: "alto lado" auto "corpo lado" 1fr / minmax(0, 1fr) 20em; gap: 1.5em 2em; &:has(.ato) { grid-template-columns: minmax(0, 1fr) 28em; } }
    .alto-do-processo { grid-area: alto; }
    .corpo { grid-area: corpo; }
    .lado { grid-area: lado; }
    .fatos-da-ficha { grid-template-columns: minmax(0, 1fr); }
    .ato { position: sticky; inset-block-start: 1em; max-block-size: calc(100vh - 2em); overflow: auto; overscroll-behavior: contain; scroll-padding-block-end: 7em; &:has(.mudanca) { scroll-padding-block-end: 20em; } & .pe-do-ato { position: sticky; inset-block-end: -1.25em; z-index: 1; margin: 0 -1.25em -1.25em; padding: .75em 1.25em 1em; background: var(--p-fundo); border-block-start: 1px solid var(--p-linha); } }
  }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) {
    .aba { padding-inline: .5em; }
    .acoes-do-processo { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); & > .botao { padding-inline: .5em; } }
    .ato, .ficha { padding: 1em; }
    .fatos-da-ficha { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
}
@container (max-width: 20em) {
  :is(#_#_, [slot=protocolo]) { .acoes-do-processo { grid-template-columns: minmax(0, 1fr); } .fatos-da-ficha { grid-template-columns: minmax(0, 1fr); } .abas { display: grid; grid-template-columns: auto auto; gap: 0; } .aba { padding-inline: .25em; } }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) { .lacrado { border: 2px dashed; } .item-do-menu:hover, .aba[aria-current] { outline: 2px solid Highlight; } .aba:not([aria-current]) { border-color: Canvas; } .na-linha { margin: 0; } .conta-da-aba, .presentes, .nota-do-ato, .resumo-do-ato, .pedido { border: 1px solid; } }
}
@media print {
  :is(#_#_, [slot=protocolo]) { .ficha { border: 0; padding: 0; } .processo-da-mesa { display: block; & > * { margin-block-end: 1em; } } .lacrado { background: none; } .selo-prioridade { background: none; color: inherit; } }
}
`
