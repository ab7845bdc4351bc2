import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { escreverDataHora, nomesDeResultado } from '../../../server/contract/palavras.js'
import type { Cartao } from '../../client/api.js'
import type { Pagina, Processo } from '../../client/meus.js'
import { quando } from '../../parts/andamento.js'
import { seloDeSituacao } from '../../parts/selo.js'
import { atividade } from '../../texts/atividade.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { resultado as tempos } from '../../texts/resultado.pt-BR.js'
import type { Dentro } from './dentro.js'

/** Rows of number, request and status; in a wide tag, columns. */
export function listaDeProcessos(dentro: Dentro, protocolos: readonly Processo[], { fuso }: Cartao): TemplateResult {
  const agora = new Date()
  return html`<ul class="processos" role="list">
    ${repeat(
      protocolos,
      ({ id }) => id,
      ({ id, numero, tipo, unidade, situacao, resultado, atualizadoEm, vistaAte }) => html`<li class="processo">
        ${dentro.ligacao('processo', { id }, html`<span class="numero" translate="no">${numero}</span>`)}
        <div>
          <p lang="pt-BR">${tipo}</p>
          <p class="secundario"><time datetime=${atualizadoEm}>${quando(atualizadoEm, { fuso, agora, textos: tempos })}</time> · ${
            resultado ? nomesDeResultado[resultado] : html`<span lang="pt-BR">${unidade}</span>`
          }</p>
          ${vistaAte ? html`<p class="secundario">${atividade.ate(escreverDataHora(vistaAte, fuso))}</p>` : nothing}
        </div>
        <div>${seloDeSituacao(situacao)}</div>
      </li>`,
    )}
  </ul>`
}

/** Brings the next page of a list, where there is one. */
export function verMais<Nome extends 'lista' | 'pendencias' | 'liberados'>(
  dentro: Dentro,
  nome: Nome,
  buscar: Parameters<typeof dentro.mostrarMais<Nome>>[1],
): TemplateResult | typeof nothing {
  const carga = dentro.carga(nome)
  const pagina: Pagina<unknown> | undefined = carga?.valor
  if (!pagina?.proximo) return nothing
  const indo = carga?.indo
  return html`<div class="linha">
    <button type="button" class="botao botao-fraco ${indo ? 'girando' : ''}" aria-disabled=${indo ? 'true' : nothing} @click=${() => void dentro.mostrarMais(nome, buscar)}>
      ${indo ? textos.carregando : textos.mais}
    </button>
  </div>`
}

/** Said where there is nothing, with what would be there. */
export function nada(titulo: string, ajuda: string, saida: unknown = nothing): TemplateResult {
  return html`<div class="vazio">
    <p><b>${titulo}</b></p>
    <p class="secundario">${ajuda}</p>
    ${saida}
  </div>`
}

/** The same where there is no process yet, with the way to the first. */
export function nadaAinda({ paginas }: Cartao): TemplateResult {
  return nada(
    textos.vazio,
    textos.vazioAjuda,
    paginas.novo ? html`<p><a class="botao" href=${paginas.novo}>${textos.novo}</a></p>` : nothing,
  )
}
