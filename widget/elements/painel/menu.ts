import { html, nothing, type TemplateResult } from 'lit'
import type { Resumo } from '../../client/meus.js'
import { agindo } from '../../texts/agindo.pt-BR.js'
import { atividade } from '../../texts/atividade.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import type { Dentro } from './dentro.js'
import type { Rota, TelaDeDentro } from './rota.js'

interface Entrada {
  tela: TelaDeDentro
  texto: string
  /** How many things wait there. */
  esperam?: (resumo: Resumo) => number
  dizer?: (quantas: number) => string
  /** Only of the person's own: not there while they act for another. */
  proprio?: true
}

const entradas: readonly Entrada[] = [
  { tela: 'inicio', texto: textos.processos, esperam: ({ mensagens }) => mensagens, dizer: atividade.novas },
  { tela: 'pendencias', texto: atividade.pendencias, esperam: ({ pendencias }) => pendencias },
  { tela: 'liberados', texto: atividade.liberados, proprio: true },
  { tela: 'procuracoes', texto: agindo.procuracoes },
  { tela: 'dados', texto: textos.dados, proprio: true },
]

/** The parts of the panel, each with what waits there. */
export function menu(dentro: Dentro, rota: Rota): TemplateResult {
  const resumo = dentro.carga('resumo')?.valor
  const atual = entradaDe(dentro, rota)
  return html`<nav class="abas" aria-label=${textos.menu}>
    ${entradas
      .filter(({ proprio }) => !proprio || !dentro.agindo)
      .map(({ tela, texto, esperam, dizer = atividade.esperam }) => {
        const quantas = resumo && esperam ? esperam(resumo) : 0
        return dentro.ligacao(tela, {}, html`${texto}${quantas > 0 ? marca(quantas, dizer(quantas)) : nothing}`, {
          classe: 'aba',
          atual: tela === atual,
        })
      })}
  </nav>`
}

/** A number of things, told in words to who does not see it. */
export function marca(quantas: number, emPalavras: string): TemplateResult {
  return html` <span class="marca" aria-hidden="true">${quantas}</span><span class="so-leitor">${emPalavras}</span>`
}

/** Of the menu, the part that a view belongs to. */
function entradaDe(dentro: Dentro, { tela }: Rota): TelaDeDentro {
  if (tela === 'processo' && dentro.carga('processo')?.valor?.vistaAte) return 'liberados'
  if (tela === 'responder') return 'pendencias'
  return entradas.find((uma) => uma.tela === tela)?.tela ?? 'inicio'
}
