import { css } from 'lit'

/** Meus dados, beside the common stylesheets and by their rules. */
export const estiloDosDados = css`
:is(#_#_, [slot=protocolo]) {
  .identidade { display: flex; flex-wrap: wrap; gap: 1em; align-items: center; & > div { flex: 1 1 12em; min-inline-size: 0; } }
  .iniciais { display: grid; place-items: center; font-size: 1.5em; font-weight: 650; inline-size: 2.6667em; block-size: 2.6667em; border-radius: 50%; background: var(--p-acao-suave); color: var(--p-acao-forte); }
  .partes-dos-dados { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr)); gap: .75em; & li { display: grid; } & .cartaozinho { align-content: start; } & .secundario { color: var(--p-tinta-2); } }
  .secao { display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em; & + .secao { padding-block-start: 1.25em; border-block-start: 1px solid var(--p-linha); } & .subtitulo { font-size: 1.0625em; }  & .curta { max-inline-size: none; & .entrada { max-inline-size: 12em; } } }
  .cabeca-da-secao { display: flex; gap: .75em; justify-content: space-between; align-items: baseline; & .botao { flex: none; margin-block: -.75em; } }
  .pendente { display: grid; gap: .5em; padding: .875em 1em; border: 1px solid var(--p-linha); border-radius: var(--p-raio); }
  .arquivo > form { grid-column: 1 / -1; }
  .secao address { display: grid; font-style: normal; }
  .duvidas details { padding-block: .75em; border-block-end: 1px solid var(--p-linha); }
  .itens { display: grid; gap: .25em; list-style: disc; padding-inline-start: 1.25em; }
  .perigo { --p-acao: var(--p-erro); --p-acao-forte: color-mix(in srgb, var(--p-erro) 80%, var(--p-tinta)); --p-acao-suave: var(--p-erro-suave); }
  .secao progress { inline-size: 100%; max-inline-size: 20em; block-size: .5em; }
}
@media (forced-colors: active) { :is(#_#_, [slot=protocolo]) .iniciais { border: 1px solid; } }
`
