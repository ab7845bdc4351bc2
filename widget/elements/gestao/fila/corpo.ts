import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Cartao } from '../../../client/api.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { fila as textos } from '../../../texts/fila.pt-BR.js'
import type { Fila } from './fila.js'
import { emUso, filaDe } from './filtro.js'
import { linhaDaFila } from './linha.js'

/** The list of a queue in whichever state it is. */
export function corpo(fila: Fila, cartao: Cartao): TemplateResult {
  const { lista, lugar } = fila
  const { falha, itens } = lista
  const aviso = falha
    ? avisoDeFalha(falha, { textos: lugar.host.comuns, tentar: () => void (itens ? lista.mais() : lista.recarregar()) })
    : nothing
  if (!itens) return html`${aviso}${falha ? nothing : carregando(fila)}`
  if (itens.length === 0) return html`${aviso}${vazia(fila)}`
  return html`${tabela(fila, cartao)} ${aviso}`
}

/** A table, whose rows become cards in a narrow tag. The roles hold what changing their layout would take away. */
function tabela(fila: Fila, cartao: Cartao): TemplateResult {
  const { itens = [] } = fila.lista
  const { colunas } = textos
  const agora = new Date()
  return html`<table class="tabela" role="table" aria-label=${fila.nome}>
    <thead role="rowgroup">
      <tr role="row" class="linha-da-tabela">
        <th role="columnheader" scope="col" class="coluna-marca nao-imprime">${marcarTodos(fila)}</th>
        <th role="columnheader" scope="col" class="coluna-numero">${colunas.processo}</th>
        <th role="columnheader" scope="col" class="coluna-assunto">${colunas.assunto}</th>
        <th role="columnheader" scope="col" class="coluna-prazo">${colunas.prazo}</th>
        <th role="columnheader" scope="col" class="coluna-situacao">${colunas.situacao}</th>
        <th role="columnheader" scope="col" class="coluna-com">${colunas.responsavel}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        itens,
        ({ id }) => id,
        (item) => linhaDaFila(fila, item, cartao, agora),
      )}
    </tbody>
  </table>`
}

function marcarTodos(fila: Fila): TemplateResult {
  const { lista, selecao } = fila
  const quantos = (lista.itens?.length ?? 0) - lista.sairam.size
  const todos = quantos > 0 && selecao.ids.size >= quantos
  const marcar = ({ target }: Event) => target instanceof HTMLInputElement && fila.marcarTodos(target.checked)
  return html`<label class="marca-da-linha"
    ><input
      type="checkbox"
      aria-label=${textos.selecionarTodos}
      .checked=${live(todos)}
      .indeterminate=${selecao.ids.size > 0 && !todos}
      @change=${marcar}
    /><span class="so-no-cartao" aria-hidden="true">${textos.selecionarTodos}</span></label
  >`
}

/** Brings the next page of the list, where there is one. */
export function maisDaLista(fila: Fila): TemplateResult | typeof nothing {
  if (!fila.lista.temMais) return nothing
  const { indo } = fila.lista
  return html`<button type="button" class="botao botao-fraco ${indo ? 'girando' : ''}" aria-disabled=${indo ? 'true' : nothing} @click=${() => void fila.carregarMais()}>
    ${indo ? textos.carregando : textos.mais}
  </button>`
}

function vazia(fila: Fila): TemplateResult {
  const atual = filaDe(fila.partes)
  const { unidade } = fila.partes
  if (emUso(fila.partes).length > 0) {
    return html`<div class="vazio">
      <p>${textos.nenhum}</p>
      <p>${fila.lugar.ligacao('fila', { fila: atual, unidade }, textos.limpar)}</p>
    </div>`
  }
  return html`<div class="vazio">
    <p>${textos.vazias[atual]}</p>
    ${atual === 'unidade' ? nothing : html`<p>${fila.lugar.ligacao('fila', { unidade }, textos.verUnidade)}</p>`}
  </div>`
}

/** Of the size of the rows that come. */
function carregando(fila: Fila): TemplateResult {
  const linhas = Array.from({ length: 8 })
  return html`<p class="so-leitor">${fila.lugar.host.comuns.carregando}</p>
    <div class="esqueleto linhas-por-vir" aria-hidden="true">${linhas.map(() => html`<i></i>`)}</div>`
}
