import { css } from 'lit'

/** The administration, beside the common stylesheet and by its rules. */
export const estiloDaAdministracao = css`
:is(#_#_, [slot=protocolo]) {
  .administracao { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; align-items: start; }
  .miolo-da-administracao { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; align-content: start; }
  .partes ul { display: flex; flex-wrap: wrap; gap: .25em; }
  .parte { display: block; padding: .375em .75em; color: var(--p-tinta); text-decoration: none; border-radius: var(--p-raio); &:hover { background: var(--p-fundo-2); color: var(--p-tinta); } &[aria-current] { background: var(--p-acao-suave); color: var(--p-acao-forte); font-weight: 600; } }
  .linhas { display: grid; grid-template-columns: minmax(0, 1fr); & > li { display: flex; flex-wrap: wrap; gap: .25em 1em; align-items: center; padding-block: .5em; border-block-end: 1px solid var(--p-linha); } & > li:first-child { border-block-start: 1px solid var(--p-linha); } & a { text-decoration: none; &:hover { text-decoration: underline; } } & .botao { min-block-size: 2.25em; } }
  .construtor { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5em; align-items: start; & .grade { gap: 1em; } }
  .previa { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em; padding: 1.25em; border: 1px dashed var(--p-borda); border-radius: var(--p-raio); align-content: start; & .nota { font-size: .875em; } & .assunto-do-grupo { font-size: 1.125em; } & .grupo > legend { float: inline-start; } & .documento { padding-block: .5em; border-block-end: 1px solid var(--p-linha); } }
  .linhas > .item { display: grid; grid-template-columns: minmax(0, 1fr); &.com-erro { padding-inline-start: .75em; } &.aberto { padding-block-end: 1em; } &:focus { outline: none; } }
  .cabeca-do-item { display: flex; flex-wrap: wrap; gap: 0 .75em; align-items: center; & .cresce { flex: 1 1 12em; } }
  .botoes-do-item { gap: 0; margin-inline-start: -.5em; & .botao { padding-inline: .5em; min-inline-size: 2.25em; } }
  .dentro-do-item { gap: 1em; padding: 1em; background: var(--p-fundo-2); border-radius: var(--p-raio); --p-acao: var(--p-acao-forte); }
  .diferencas { display: grid; gap: .25em; max-block-size: 20em; position: relative; overflow: auto; font-size: .9375em; font-variant-numeric: tabular-nums; & li { padding-inline-start: 1em; text-indent: -1em; white-space: pre-wrap; } }
  .assunto-do-grupo { font-size: 1.125em; }
  .tirando { background: var(--p-atencao-suave); padding-inline: .75em; }
  .grade-de-campos { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr)); gap: 1.25em; align-items: end; & > .toda-a-linha { grid-column: 1 / -1; } }
  .cor-e-paleta { align-items: end; }
  .paleta { inline-size: 3.5em; block-size: 2.75em; padding: .25em; border: 1px solid var(--p-borda); border-radius: var(--p-raio); background: var(--p-fundo); cursor: pointer; }
  .amostras { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5em; & > li { flex-wrap: nowrap; } & .cresce { flex: 1 1 0; min-inline-size: 0; } }
  .amostra { inline-size: 3.5em; block-size: 2em; flex: none; }
  .pilha-minima { display: grid; grid-template-columns: minmax(0, 1fr); gap: .125em; }
  .mudancas { display: grid; grid-template-columns: minmax(0, 1fr); gap: .125em; margin-block-start: .5em; font-size: .9375em; & dt { font-weight: 600; } & pre { max-block-size: 16em; position: relative; overflow: auto; margin: 0 0 .5em; padding: .5em .75em; border-radius: var(--p-raio); background: var(--p-fundo-2); font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; } }
  .segredo { display: block; padding: .75em 1em; border-radius: var(--p-raio); background: var(--p-fundo); font-weight: 600; overflow-wrap: anywhere; }
}
@container (min-width: 52em) {
  :is(#_#_, [slot=protocolo]) {
    .administracao { grid-template-columns: 13em minmax(0, 1fr); gap: 1.75em; }
    .partes { position: sticky; inset-block-start: 1em; & ul { display: grid; gap: 2px; } }
    .construtor { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
    .previa { position: sticky; inset-block-start: 1em; max-block-size: calc(100vh - 2em); overflow: auto; }
  }
}
@container (max-width: 27em) { :is(#_#_, [slot=protocolo]) .linhas > li > .cresce { flex: 1 1 100%; } }
@media (forced-colors: active) { :is(#_#_, [slot=protocolo]) .parte[aria-current] { outline: 2px solid Highlight; outline-offset: -2px; } }
`
