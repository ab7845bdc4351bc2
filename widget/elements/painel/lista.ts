import { html, nothing, type TemplateResult } from 'lit'
import { nomesDeResultado } from '../../../server/contract/palavras.js'
import type { Cartao } from '../../client/api.js'
import type { PaginaDosMeus } from '../../client/meus.js'
import { quando } from '../../parts/andamento.js'
import { seloDeSituacao } from '../../parts/selo.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { resultado as tempos } from '../../texts/resultado.pt-BR.js'
import type { Dentro } from './dentro.js'

/** Rows of number, request and status; in a wide tag, columns. */
export function listaDeProcessos(dentro: Dentro, protocolos: PaginaDosMeus['protocolos'], { fuso }: Cartao): TemplateResult {
  const agora = new Date()
  return html`<div>
    <div class="processo cabeca" aria-hidden="true"><span>${textos.numero}</span><span>${textos.solicitacao}</span><span>${textos.situacao}</span></div>
    <ul class="processos" role="list">
      ${protocolos.map(
        ({ id, numero, tipo, unidade, situacao, resultado, atualizadoEm }) => html`<li class="processo">
          ${dentro.ligacao('processo', { id }, html`<span class="numero" translate="no">${numero}</span>`)}
          <div>
            <p>${tipo}</p>
            <p class="secundario"><time datetime=${atualizadoEm}>${quando(atualizadoEm, { fuso, agora, textos: tempos })}</time> · ${
              resultado ? nomesDeResultado[resultado] : unidade
            }</p>
          </div>
          <div>${seloDeSituacao(situacao)}</div>
        </li>`,
      )}
    </ul>
  </div>`
}

/** Said where there is nothing at all yet, with the way to the first. */
export function nadaAinda({ paginas }: Cartao): TemplateResult {
  return html`<div class="vazio">
    <p><b>${textos.vazio}</b></p>
    <p class="secundario">${textos.vazioAjuda}</p>
    ${paginas.novo ? html`<p><a class="botao" href=${paginas.novo}>${textos.novo}</a></p>` : nothing}
  </div>`
}
