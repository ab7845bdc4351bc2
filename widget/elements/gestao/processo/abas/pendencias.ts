import { html, nothing, type TemplateResult } from 'lit'
import { escreverData, escreverDataHora } from '../../../../../server/contract/palavras.js'
import type { Cartao } from '../../../../client/api.js'
import type { PendenciaDaGestao, ProtocoloDaGestao } from '../../../../client/gestao.js'
import { comNomeDeles } from '../../../../parts/campos/da-entidade.js'
import { processoDaGestao } from '../../../../texts/gestao-processo.pt-BR.js'
import type { Processo } from '../processo.js'

const textos = processoDaGestao.pendencias
const tons: Record<PendenciaDaGestao['estado'], string> = {
  aberta: 'selo-atencao',
  respondida: 'selo-ok',
  dispensada: 'selo-neutro',
  encerrada: 'selo-neutro',
}

/** What was asked of who made the request, the open ones first. */
export function pendencias(processo: Processo, valor: ProtocoloDaGestao, { fuso }: Cartao): TemplateResult {
  const { pendencias, acoes } = valor
  const ordem = [...pendencias].sort((uma, outra) => Number(outra.estado === 'aberta') - Number(uma.estado === 'aberta'))
  return html`${
    ordem.length > 0
      ? html`<ul class="lista-de-pendencias" role="list">${ordem.map((uma) => pendencia(processo, valor, uma, fuso))}</ul>`
      : html`<p class="secundario">${textos.vazio}</p>`
  }
    ${
      acoes.includes('exigir')
        ? html`<div class="linha nao-imprime"><button type="button" class="botao botao-fraco" @click=${() => void processo.comecar('exigir')}>${textos.pedir}</button></div>`
        : nothing
    }`
}

function pendencia(processo: Processo, valor: ProtocoloDaGestao, uma: PendenciaDaGestao, fuso: string): TemplateResult {
  const { id, especie, texto, estado, vencida, prazo, criadaEm, alvo } = uma
  const dispensavel = estado === 'aberta' && valor.acoes.includes('dispensar')
  return html`<li class="pendencia-da-mesa">
    <div class="linha entre">
      <b>${textos.especies[especie]}</b>
      <span class="selo ${vencida ? 'selo-vencida' : tons[estado]}">${vencida ? textos.vencida : textos.estados[estado]}</span>
    </div>
    ${alvo ? html`<p>${comNomeDeles((nome) => textos.corrigir(nome, textos.motivos[alvo.motivo]), nomeDoAlvo(valor, alvo))}</p>` : nothing}
    <p class="fala" lang="pt-BR">${texto}</p>
    <p class="secundario">${textos.pedida(escreverDataHora(criadaEm, fuso).split(',')[0] ?? '')}\u00a0· ${textos.ate(escreverData(prazo))}</p>
    ${
      dispensavel
        ? html`<div class="nao-imprime">
            <button
              type="button"
              class="botao botao-texto rente"
              data-acao="dispensar"
              aria-label=${textos.dispensarQual(texto)}
              @click=${() => void processo.comecar('dispensar', id)}
            >
              ${textos.dispensar}
            </button>
          </div>`
        : nothing
    }
  </li>`
}

function nomeDoAlvo({ respostas, anexos }: ProtocoloDaGestao, alvo: NonNullable<PendenciaDaGestao['alvo']>): string {
  const nome =
    'campo' in alvo ? respostas.find(({ campo }) => campo === alvo.campo)?.rotulo : anexos.find(({ id }) => id === alvo.anexo)?.documento
  return nome ?? ''
}
