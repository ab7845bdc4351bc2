import { css } from 'lit'

/** The receipt, on screen and on paper. */
export const estiloDoComprovante = css`
:is(#_#_, [slot=protocolo]) {
  .comprovante { display: grid; gap: 1.25em; justify-items: center; text-align: center; }
  .titulo-do-selo { font-size: 1em; letter-spacing: 0; & .selo { font-size: 1em; border-radius: 1em; } }
  .grande { font-size: 1.75em; line-height: 1.25; font-weight: 700; }
  .codigo { font-size: 1.125em; font-weight: 650; letter-spacing: .08em; }
  .qr { inline-size: 8.5em; block-size: 8.5em; max-inline-size: 100%; background: #fff; fill: #000; border: 1px solid var(--p-linha); border-radius: calc(var(--p-raio) / 2); forced-color-adjust: none; }
  .aviso-do-codigo { max-inline-size: 34em; }
  .acoes-do-recibo { justify-content: center; }
  .recado:empty { display: none; }
  .recebido { align-items: baseline; }
  .conferencia { grid-column: 1 / -1; font-variant-numeric: tabular-nums; font-size: .8125em; }
}
@container (max-width: 27em) {
  :is(#_#_, [slot=protocolo]) {
    .acoes-do-recibo { display: grid; grid-template-columns: minmax(0, 1fr); justify-self: stretch; }
    .grande { font-size: 1.5em; }
  }
}
@container (max-width: 20em) {
  :is(#_#_, [slot=protocolo]) { .grande { font-size: 1.25em; } .titulo-do-selo .selo { font-size: .9375em; } }
}
@media print {
  :is(#_#_, [slot=protocolo]) {
    .comprovante { gap: .5em; & ul { justify-content: center; } }
    .qr { inline-size: 7em; block-size: 7em; }
    .conferencia { break-inside: avoid; }
  }
}
`
