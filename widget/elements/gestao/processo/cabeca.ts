import { html, nothing, type TemplateResult } from 'lit'
import { nomesDeResultado } from '../../../../server/contract/palavras.js'
import type { Cartao } from '../../../client/api.js'
import type { ProtocoloDaGestao } from '../../../client/gestao.js'
import { seloDeSituacao } from '../../../parts/selo.js'
import { titulo } from '../../../parts/titulo.js'
import { processoDaGestao as textos } from '../../../texts/gestao-processo.pt-BR.js'
import { acoesDoProcesso } from './acoes.js'
import { cadeado } from './leitores.js'
import type { Processo } from './processo.js'
import { oQueVem } from './seguinte.js'

/** Which processo it is, where it stands, what comes next, and what may be done. */
export function cabeca(processo: Processo, valor: ProtocoloDaGestao, cartao: Cartao): TemplateResult {
  const { lugar } = processo
  return html`<div class="linha entre ao-alto">
      <div class="cresce">
        <p class="secundario" lang="pt-BR">${valor.tipo.nome}</p>
        <div class="linha numero-do-processo">
          ${titulo(lugar.host.nivel, html`<span class="numero" translate="no" data-numero>${valor.numero}</span>`)}
          <button type="button" class="botao botao-texto nao-imprime" aria-label=${textos.copiarNumero} @click=${() => void processo.copiarNumero()}>${textos.copiar}</button>
        </div>
        <p>${valor.interessado ?? textos.fatos.anonimo}</p>
      </div>
      <div class="linha selos">
        ${valor.prioridade ? html`<span class="selo selo-prioridade">${textos.prioridadeLegal(textos.prioridades[valor.prioridade])}</span>` : nothing}
        ${valor.sigilo === 'publico' ? nothing : html`<span class="selo selo-sigilo">${cadeado()} ${textos.sigilo[valor.sigilo]}</span>`}
        ${valor.resultado ? html`<span class="selo selo-neutro">${nomesDeResultado[valor.resultado]}</span>` : nothing} ${seloDeSituacao(valor.situacao)}
      </div>
    </div>
    <div class="quem-mais nao-imprime" role="status">${presentes(processo)}</div>
    <p class="o-que-vem">${oQueVem(valor, lugar.posto, cartao)}</p>
    ${acoesDoProcesso(processo, valor)}`
}

/** What stands in a region as it comes to the page is not read out: the names come into it once it is there. */
function presentes({ presentes: nomes }: Processo): TemplateResult | typeof nothing {
  return nomes.length > 0 ? html`<p class="presentes">${textos.abertos(nomes)}</p>` : nothing
}
