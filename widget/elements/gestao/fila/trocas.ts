import { html, nothing, type TemplateResult } from 'lit'
import { fila as textos } from '../../../texts/fila.pt-BR.js'
import { gestao } from '../../../texts/gestao.pt-BR.js'
import type { Fila } from './fila.js'
import { filaDe, filas } from './filtro.js'

/** Counted no further than this by the API. */
const MUITOS = 1000

/** Of which unidade the queues are, for who works in several; else its name. */
export function trocaDeUnidade(fila: Fila): TemplateResult {
  const { lotacoes } = fila.lugar.posto
  const unidades = [...new Map(lotacoes.map(({ unidade }) => [unidade.codigo, unidade])).values()]
  const [unica] = unidades
  if (unidades.length === 1 && unica)
    return html`<p class="unidade-da-mesa" lang="pt-BR">${unica.nome}<span class="secundario">${unica.orgao}</span></p>`
  const id = `${fila.lugar.host.prefixo}-unidade`
  const trocar = ({ target }: Event) =>
    target instanceof HTMLSelectElement && fila.irPara({ unidade: target.value || undefined, responsavel: undefined })
  return html`<div class="campo">
    <label class="rotulo" for=${id}>${textos.unidade}</label>
    <select class="entrada" id=${id} name="unidade" @change=${trocar}>
      <option value="" .selected=${!fila.partes.unidade}>${textos.todas}</option>
      ${unidades.map(({ codigo, nome, orgao }) => html`<option lang="pt-BR" value=${codigo} .selected=${fila.partes.unidade === codigo}>${nome} (${orgao})</option>`)}
    </select>
  </div>`
}

/** The queues with how many each holds: a list of links, and in a narrow tag a choice. */
export function trocaDeFila(fila: Fila): TemplateResult {
  const atual = filaDe(fila.partes)
  const id = `${fila.lugar.host.prefixo}-fila`
  const nomes = { ...gestao.filas, ...(fila.variasUnidades && { unidade: gestao.unidades }) }
  const quantos = (uma: (typeof filas)[number]) => (fila.contagens ? numero(fila.contagens[uma]) : undefined)
  const trocar = ({ target }: Event) => target instanceof HTMLSelectElement && fila.irPara({ fila: target.value })
  return html`<nav class="filas" aria-label=${textos.filas}>
      <ul role="list">
        ${filas.map(
          (uma) => html`<li>
            ${fila.lugar.ligacao(
              'fila',
              { ...fila.partes, fila: uma },
              html`<span>${nomes[uma]}</span> <b class=${uma === 'vencidos' && fila.contagens?.vencidos ? 'atrasado' : ''}>${quantos(uma) ?? nothing}</b>`,
              { classe: 'fila', atual: uma === atual },
            )}
          </li>`,
        )}
      </ul>
    </nav>
    <div class="campo escolha-de-fila">
      <label class="rotulo" for=${id}>${textos.filaAtual}</label>
      <select class="entrada" id=${id} name="fila" @change=${trocar}>
        ${filas.map((uma) => {
          const total = quantos(uma)
          return html`<option value=${uma} .selected=${uma === atual}>${nomes[uma]}${total === undefined ? nothing : ` (${total})`}</option>`
        })}
      </select>
    </div>`
}

function numero(quantos: number): string {
  return quantos >= MUITOS ? `${MUITOS - 1}+` : String(quantos)
}
