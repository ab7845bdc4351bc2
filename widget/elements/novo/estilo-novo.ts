import { css } from 'lit'

/** What only this tag needs until the form begins, beside the shared sheets and by the same rules. */
export const estiloNovo = css`
:is(#_#_, [slot=protocolo]) {
  .cabecalho { display: grid; gap: .25em; }
  .passos { display: flex; gap: .375em; & li { flex: 1; block-size: .25em; border-radius: 1em; background: var(--p-linha); } & .feito { background: var(--p-acao); } }
  .titulo { scroll-margin-block: 6em; }
  .aviso-do-passo:empty { display: none; }
  .ao-fim { margin-inline-start: auto; }
  .pontos {
    display: grid;
    gap: .375em;
    & li { position: relative; padding-inline-start: 1.125em; }
    & li::before { content: ""; position: absolute; inset-inline-start: .125em; inset-block-start: .6em; inline-size: .4em; block-size: .4em; border-radius: 50%; background: var(--p-acao); }
  }
  .resumo { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .fatos .custo { grid-column: 1 / -1; & dd { font-weight: 400; } }
  .alterar { white-space: normal; text-align: start; font: inherit; font-weight: 600; font-size: .9375em; line-height: 1.5; min-block-size: 1.75em; padding: .125em .375em; margin: -.125em -.375em; border: 0; border-radius: var(--p-raio); cursor: pointer; }
  .rodape-do-rascunho { display: flex; flex-wrap: wrap; gap: .25em 1em; justify-content: space-between; align-items: center; padding-block-start: .75em; border-block-start: 1px solid var(--p-linha); }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) { .acoes .ao-fim { margin: 0; } .resumo { -webkit-line-clamp: 4; } }
}
@media (forced-colors: active) {
  :is(#_#_, [slot=protocolo]) {
    .alterar { text-decoration: underline; }
    .passos li { border: 1px solid; }
    .passos .feito, .pontos li::before { forced-color-adjust: none; background: Highlight; }
  }
}
@media print { :is(#_#_, [slot=protocolo]) .alterar { display: none; } }
`
