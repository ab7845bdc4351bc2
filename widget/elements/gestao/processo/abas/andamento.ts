import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../../server/contract/palavras.js'
import type { Cartao } from '../../../../client/api.js'
import type { ProtocoloDaGestao, TramiteDaGestao } from '../../../../client/gestao.js'
import { quando } from '../../../../parts/andamento.js'
import { processoDaGestao } from '../../../../texts/gestao-processo.pt-BR.js'
import { cadeado } from '../leitores.js'
import type { Processo } from '../processo.js'

const textos = processoDaGestao.andamento
const doCidadao: readonly TramiteDaGestao['especie'][] = ['abertura', 'resposta', 'recurso']

/** The whole history, newest first. What only the team sees looks unlike the rest. */
export function andamentoDaMesa(processo: Processo, { tramites }: ProtocoloDaGestao, { fuso }: Cartao): TemplateResult {
  const meio = { fuso, agora: new Date(), textos: processoDaGestao }
  return html`<ol class="andamento" role="list" tabindex="-1">
    ${tramites.map(
      (tramite) => html`<li>
        <p><b>${nomeDe(tramite)}</b></p>
        <p class="secundario">
          <time datetime=${tramite.em}>${quando(tramite.em, meio)}</time>\u00a0· ${quem(tramite)}${tramite.unidade ? html`\u00a0· <span lang="pt-BR">${tramite.unidade}</span>` : nothing}
        </p>
        ${tramite.prazo ? html`<p class="secundario">${textos.prazo(escreverDataHora(tramite.prazo, fuso))}</p>` : nothing} ${texto(tramite)}
        ${arquivos(processo, tramite)}
      </li>`,
    )}
  </ol>`
}

function nomeDe({ especie, destino }: TramiteDaGestao): string {
  const nome = processoDaGestao.tramites[especie]
  return especie === 'encaminhamento' && destino ? processoDaGestao.para(nome, destino) : nome
}

function quem({ autor, porProcuracao, especie, dados }: TramiteDaGestao): string {
  if (porProcuracao) return textos.porProcuracao(porProcuracao.nome, porProcuracao.de)
  return autor ?? (doCidadao.includes(especie) || dados.desistencia === true ? textos.cidadao : textos.tarefa)
}

function texto({ texto, visibilidade }: TramiteDaGestao): TemplateResult | typeof nothing {
  if (!texto) return nothing
  if (visibilidade === 'publico') return html`<p class="fala" lang="pt-BR">${texto}</p>`
  return html`<div class="lacrado">
    <p class="lacre">${cadeado()} ${textos.soEquipe}</p>
    <p class="fala" lang="pt-BR">${texto}</p>
  </div>`
}

function arquivos(processo: Processo, { anexos, visibilidadeAnexos, visibilidade }: TramiteDaGestao): TemplateResult | typeof nothing {
  if (anexos.length === 0) return nothing
  const lista = processo.arquivos(anexos)
  if (visibilidadeAnexos === 'privado')
    return html`<div class="lacrado"><p class="lacre">${cadeado()} ${textos.soEquipeArquivos}</p>${lista}</div>`
  return visibilidade === 'privado' ? html`<p class="secundario">${textos.todosArquivos}</p>${lista}` : lista
}
