import { css } from 'lit'

/** Procurações, beside the common stylesheets and by their rules. */
export const estiloDasProcuracoes = css`
:is(#_#_, [slot=protocolo]) {
  .procuracoes { display: grid; gap: .75em; }
  .procuracao { display: grid; gap: .5em; padding: 1em; border: 1px solid var(--p-linha); border-radius: var(--p-raio); & .linha { gap: .5em; } & .entre > div { min-inline-size: 0; flex: 1 1 12em; } }
  .nome-longo { overflow-wrap: anywhere; }
  .estado { font-weight: 600; font-size: .9375em; padding: .125em .625em; border-radius: 1em; background: var(--p-acao-suave); color: var(--p-tinta); }
  .estado-pedida { background: var(--p-atencao-suave); }
  .estado-aceita, .estado-aprovada { background: var(--p-ok-suave); }
  .poderes { display: grid; gap: .5em; border: 0; padding: 0; margin: 0; min-inline-size: 0; & legend { font-weight: 600; padding: 0; margin-block-end: .5em; } }
  .itens { display: grid; gap: .25em; list-style: disc; padding-inline-start: 1.25em; }
}
@media print, (forced-colors: active) { :is(#_#_, [slot=protocolo]) .estado { border: 1px solid; } }
`
