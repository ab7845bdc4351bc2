import { html, nothing, type TemplateResult } from 'lit'
import type { Avaliacao } from '../../../../server/contract/desfecho.js'
import { escreverData, escreverDataHora, escreverDiasRestantes } from '../../../../server/contract/palavras.js'
import type { Cartao } from '../../../client/api.js'
import type { ProtocoloDaGestao } from '../../../client/gestao.js'
import { titulo } from '../../../parts/titulo.js'
import { atosDaGestao } from '../../../texts/gestao-atos.pt-BR.js'
import { processoDaGestao } from '../../../texts/gestao-processo.pt-BR.js'
import type { Processo } from './processo.js'

const textos = processoDaGestao.fatos

/** The facts of a processo, and its receipt. */
export function ficha(processo: Processo, valor: ProtocoloDaGestao, { fuso }: Cartao): TemplateResult {
  const { host, api } = processo.lugar
  const indo = processo.ocupado === 'comprovante'
  const baixar = () =>
    void processo.baixar('comprovante', `comprovante-${valor.numero.replace(/[^\w-]+/g, '-')}.pdf`, () => api.comprovante(valor.id))
  return html`<section class="ficha">
    ${titulo(host.nivel + 1, processoDaGestao.ficha, 'subtitulo')}
    <dl class="fatos-da-ficha">
      ${prazos(valor, fuso)} ${fato(valor.encerradoEm ? textos.ficouCom : textos.unidade, html`<span lang="pt-BR">${valor.unidade.nome} (${valor.unidade.orgao})</span>`)}
      ${fato(textos.responsavel, responsavel(processo, valor))}
      ${fato(textos.aberto, html`${escreverDataHora(valor.abertoEm, fuso)} <span class="secundario">${processoDaGestao.canal[valor.canal]}</span>`)}
      ${valor.encerradoEm ? fato(valor.situacao === 'cancelado' ? textos.cancelado : textos.encerrado, escreverDataHora(valor.encerradoEm, fuso)) : nothing}
      ${valor.arquivadoEm ? fato(textos.arquivado, escreverDataHora(valor.arquivadoEm, fuso)) : nothing}
      ${fato(textos.sigilo, html`${processoDaGestao.sigilo[valor.sigilo]} <span class="secundario">${processoDaGestao.sigiloAjuda[valor.sigilo]}</span>`)}
      ${valor.avaliacao ? fato(textos.avaliacao, avaliacao(valor.avaliacao)) : nothing}
    </dl>
    <div class="linha nao-imprime">
      ${
        valor.acoes.includes('comprovante')
          ? html`<button type="button" class="botao botao-texto rente ${indo ? 'girando' : ''}" aria-disabled=${indo ? 'true' : nothing} @click=${baixar}>
              ${indo ? host.comuns.baixando : processoDaGestao.comprovante}
            </button>`
          : nothing
      }
      <button type="button" class="botao botao-texto rente" @click=${() => print()}>${processoDaGestao.imprimir}</button>
    </div>
  </section>`
}

function responsavel(processo: Processo, { responsavel, acoes }: ProtocoloDaGestao): TemplateResult {
  return html`${responsavel?.nome ?? html`<span class="secundario">${textos.ninguem}</span>`}
    ${
      acoes.includes('atribuir')
        ? html`<button type="button" class="botao botao-texto na-linha nao-imprime" data-acao="atribuir" aria-label=${responsavel ? textos.trocarResponsavel : nothing} @click=${() => void processo.comecar('atribuir')}>
            ${responsavel ? textos.trocar : atosDaGestao.atos.atribuir.nome}
          </button>`
        : nothing
    }`
}

function avaliacao({ nota, comentario, porProcuracao }: Avaliacao): TemplateResult {
  return html`${textos.nota(nota)}
    ${porProcuracao ? html`<span class="secundario">(${textos.porProcuracao(porProcuracao)})</span>` : nothing}
    ${comentario ? html`<p class="secundario comentario">${comentario}</p>` : nothing}`
}

function prazos({ situacao, prazo, diasRestantes, prorrogado, retornoEm, paradoAte }: ProtocoloDaGestao, fuso: string): unknown {
  if (situacao === 'encerrado' || situacao === 'cancelado') return nothing
  const dias = html`<span class=${diasRestantes < 0 ? 'atrasado' : 'secundario'}>${escreverDiasRestantes(diasRestantes)}</span>`
  return html`${fato(textos.prazo, html`${escreverData(prazo)} ${dias}${prorrogado ? html` <span class="secundario">(${textos.prorrogado})</span>` : nothing}`)}
    ${retornoEm ? fato(textos.retorno, escreverDataHora(retornoEm, fuso)) : nothing}
    ${paradoAte ? fato(textos.paradoAte, escreverData(paradoAte)) : nothing}`
}

export function fato(nome: string, valor: unknown): TemplateResult {
  return html`<div><dt>${nome}</dt><dd>${valor}</dd></div>`
}
