import { html, type TemplateResult } from 'lit'
import { contato } from '../../../parts/contato.js'
import { dados as textos } from '../../../texts/dados.pt-BR.js'
import { duvidas as perguntas } from '../../../texts/duvidas.pt-BR.js'
import type { VistaDosDados } from './dados.js'

/** Questions and answers about the conta, and who else can help. */
export function duvidas({ cartao }: VistaDosDados): TemplateResult {
  return html`<div class="duvidas">
      ${perguntas.map(
        ({ pergunta, respostas }) => html`<details>
          <summary>${pergunta}</summary>
          <div class="pilha-curta recuada">${respostas.map((resposta) => html`<p>${resposta}</p>`)}</div>
        </details>`,
      )}
    </div>
    ${contato(cartao, textos.duvidas.ajuda)}`
}
