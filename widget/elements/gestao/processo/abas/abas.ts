import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../../../client/api.js'
import type { ProtocoloDaGestao } from '../../../../client/gestao.js'
import { processoDaGestao as textos } from '../../../../texts/gestao-processo.pt-BR.js'
import type { Partes } from '../../rota.js'
import type { Processo } from '../processo.js'
import { andamentoDaMesa } from './andamento.js'
import { mensagens } from './mensagens.js'
import { pedido } from './pedido.js'
import { pendencias } from './pendencias.js'

const todas = ['pedido', 'andamento', 'pendencias', 'mensagens', 'vistas'] as const
type Aba = (typeof todas)[number]

/** The parts of a processo, one at a time. */
export function corpo(processo: Processo, valor: ProtocoloDaGestao, { aba }: Partes, cartao: Cartao): TemplateResult {
  const abas = todas.filter((uma) => uma !== 'vistas' || valor.acoes.includes('conceder_vista'))
  const atual = abas.find((uma) => uma === aba) ?? 'pedido'
  return html`<nav class="abas nao-imprime" aria-label=${textos.partes}>
      ${abas.map((uma) =>
        processo.lugar.ligacao(
          'processo',
          { id: valor.id, ...(uma !== 'pedido' && { aba: uma }) },
          html`${textos.abas[uma]}${marca(uma, valor)}`,
          { classe: 'aba', atual: uma === atual },
        ),
      )}
    </nav>
    <div class="pilha">${vistas[atual](processo, valor, cartao)}</div>`
}

const vistas: Record<Aba, (processo: Processo, valor: ProtocoloDaGestao, cartao: Cartao) => unknown> = {
  pedido,
  andamento: andamentoDaMesa,
  pendencias,
  mensagens,
  vistas: (processo, valor, cartao) => processo.vistas.renderizar(valor, cartao),
}

function marca(aba: Aba, { pendencias, mensagensNovas }: ProtocoloDaGestao): TemplateResult | typeof nothing {
  const abertas = pendencias.filter(({ estado }) => estado === 'aberta').length
  const quantas = aba === 'mensagens' ? mensagensNovas : aba === 'pendencias' ? abertas : 0
  if (quantas === 0) return nothing
  const dito = aba === 'mensagens' ? textos.novas(quantas) : textos.emAberto(quantas)
  return html` <span class="conta-da-aba" aria-hidden="true">${quantas}</span><span class="so-leitor">(${dito})</span>`
}
