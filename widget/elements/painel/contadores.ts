import { html, nothing, svg, type TemplateResult } from 'lit'
import { nomesDeSituacao } from '../../../server/contract/palavras.js'
import type { Resumo } from '../../client/meus.js'
import { atividade } from '../../texts/atividade.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import type { Dentro } from './dentro.js'

type Situacao = keyof Resumo['porSituacao']

/** In the order of what asks most of the person; those of which there are none, and that are rare, stay out. */
export const ordem: readonly Situacao[] = ['em_andamento', 'nao_analisado', 'pendente', 'encerrado', 'parado', 'cancelado']
const raras: readonly Situacao[] = ['parado', 'cancelado']

/** How many of each situacao, which add up to all; each leads to its own. `atual` is the one on screen, empty for all. */
export function contadores(dentro: Dentro, { total, porSituacao }: Resumo, atual: string | undefined): TemplateResult {
  const mostradas = ordem.filter((situacao) => porSituacao[situacao] > 0 || situacao === atual || !raras.includes(situacao))
  const contador = (situacao: Situacao | undefined, nome: string, quantos: number) => html`<li>
    ${dentro.ligacao('processos', { situacao }, html`<b class=${situacao ? `cor-${situacao}` : ''}>${quantos}</b> <span>${nome}</span>`, {
      classe: 'contador',
      atual: atual === (situacao ?? ''),
    })}
  </li>`
  return html`<nav class="pilha-curta" aria-label=${textos.contadores}>
    <ul class="contadores" role="list">
      ${contador(undefined, textos.todos, total)} ${mostradas.map((situacao) => contador(situacao, nomeDe(situacao, porSituacao), porSituacao[situacao]))}
    </ul>
    ${total > 0 ? barra(porSituacao, total) : nothing}
  </nav>`
}

/** The same in one bar. */
function barra(porSituacao: Resumo['porSituacao'], total: number): TemplateResult {
  let x = 0
  const partes = ordem.map((situacao) => {
    const largura = porSituacao[situacao]
    x += largura
    return largura > 0 ? svg`<rect class="cor-${situacao}" x=${x - largura} width=${largura} height="1"></rect>` : nothing
  })
  const ditas = ordem
    .filter((situacao) => porSituacao[situacao] > 0)
    .map((uma) => `${porSituacao[uma]} ${nomeDe(uma, porSituacao).toLowerCase()}`)
  return html`<svg class="barra nao-imprime" viewBox="0 0 ${total} 1" preserveAspectRatio="none" role="img" aria-label=${atividade.grafico(total, ditas)}>${partes}</svg>`
}

function nomeDe(situacao: Situacao, porSituacao: Resumo['porSituacao']): string {
  return (porSituacao[situacao] === 1 ? nomesDeSituacao : textos.plurais)[situacao]
}
