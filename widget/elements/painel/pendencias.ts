import { html, type TemplateResult } from 'lit'
import { escreverData, escreverDiasRestantes } from '../../../server/contract/palavras.js'
import type { Cartao } from '../../client/api.js'
import type { Pendencia } from '../../client/meus.js'
import { contato } from '../../parts/contato.js'
import { titulo } from '../../parts/titulo.js'
import { atividade as textos } from '../../texts/atividade.pt-BR.js'
import { resultado } from '../../texts/resultado.pt-BR.js'
import { daCarga } from './carregando.js'
import type { Dentro } from './dentro.js'
import { nada, verMais } from './lista.js'

/** What waits for the person, the soonest first. */
export function pendencias(dentro: Dentro, cartao: Cartao): TemplateResult {
  return html`<div>${titulo(dentro.painel.host.nivel, textos.minhasPendencias)}<p class="secundario">${textos.pendenciasAjuda}</p></div>
    ${daCarga(dentro, dentro.carga('pendencias'), ({ itens }) =>
      itens.length === 0
        ? nada(textos.nadaEspera, textos.nadaEsperaAjuda)
        : html`<ul class="processos" role="list">${itens.map((uma) => pendencia(dentro, uma))}</ul>
              ${verMais(dentro, 'pendencias', (depois) => dentro.meus.pendencias(depois))} ${contato(cartao, resultado.duvidas)}`,
    )}`
}

function pendencia(dentro: Dentro, { id: qual, protocolo, texto, prazo, diasRestantes }: Pendencia): TemplateResult {
  const { id, numero, tipo, unidade } = protocolo
  return html`<li class="pendencia">
    <div class="linha entre">
      ${dentro.ligacao('processo', { id }, html`<span class="numero" translate="no">${numero}</span>`)}
      <span class="secundario">${textos.responderAte} ${escreverData(prazo)} <span class=${diasRestantes < 0 ? 'atrasado' : ''}>(${escreverDiasRestantes(diasRestantes)})</span></span>
    </div>
    <p lang="pt-BR">${tipo}<span class="secundario">\u00a0· ${unidade}</span></p>
    <p class="pedido" lang="pt-BR">${texto}</p>
    <p>
      ${dentro.ligacao('responder', { id, pendencia: qual }, html`${textos.responder}<span class="so-leitor"> ${numero}: <span lang="pt-BR">${texto}</span></span>`, { classe: 'botao botao-fraco' })}
    </p>
  </li>`
}
