import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { escreverData, escreverDataHora, escreverDiasRestantes } from '../../../../server/contract/palavras.js'
import type { Cartao } from '../../../client/api.js'
import type { ItemDaFila } from '../../../client/gestao.js'
import { quando } from '../../../parts/andamento.js'
import { seloDeSituacao } from '../../../parts/selo.js'
import { fila as textos } from '../../../texts/fila.pt-BR.js'
import { resultado as tempos } from '../../../texts/resultado.pt-BR.js'
import type { Fila } from './fila.js'

/** Due so soon that it stands out, in days. */
const LOGO = 3

/** One protocolo in the table. */
export function linhaDaFila(fila: Fila, item: ItemDaFila, { fuso }: Cartao, agora: Date): TemplateResult {
  const { id, numero, recebido, situacao } = item
  const saiu = fila.lista.sairam.has(id)
  const marcada = fila.selecao.ids.has(id)
  return html`<tr role="row" class="linha-da-tabela linha-da-fila ${marcada ? 'marcada' : ''} ${saiu ? 'saiu' : ''}" data-id=${id}>
    <td role="cell" class="coluna-marca nao-imprime">${saiu ? nothing : marca(fila, item, marcada)}</td>
    <td role="cell" class="coluna-numero">
      ${fila.lugar.ligacao('processo', { id }, html`<span class="numero" translate="no">${numero}</span>`, { classe: 'abre-processo' })}
      ${item.sigilo === 'publico' ? nothing : html`<span class="chapa">${textos[item.sigilo]}</span>`}
      ${saiu ? html`<p class="secundario">${textos.saiu}</p>` : nothing}
    </td>
    <td role="cell" class="coluna-assunto">
      <p lang="pt-BR">${item.tipo.nome}</p>
      <p class="secundario">${item.interessado ?? textos.anonimo}</p>
      ${prioridade(item)} ${mensagens(item)} ${saiu ? nothing : presentes(fila, id)}
    </td>
    <td role="cell" class="coluna-prazo">${prazo(item, fuso, agora)}</td>
    <td role="cell" class="coluna-situacao">
      ${seloDeSituacao(situacao)} ${recebido || terminou(item) ? nothing : html`<p class="secundario">${textos.aReceber}</p>`}
    </td>
    <td role="cell" class="coluna-com"><span class="secundario rotulo-do-cartao">${textos.colunas.responsavel}</span> ${com(fila, item)}</td>
  </tr>`
}

function marca(fila: Fila, { id, numero }: ItemDaFila, marcada: boolean): TemplateResult {
  const marcar = (evento: MouseEvent) => {
    if (evento.target instanceof HTMLInputElement) fila.marcar(id, evento.target.checked, evento.shiftKey)
  }
  return html`<label class="marca-da-linha"
    ><input type="checkbox" aria-label=${textos.selecionar(numero)} .checked=${live(marcada)} @click=${marcar}
  /></label>`
}

function prioridade({ prioridade: motivo }: ItemDaFila): TemplateResult | typeof nothing {
  return motivo ? html`<p class="preferencia"><b aria-hidden="true">★</b> ${textos.prioridade}: ${textos.motivos[motivo]}</p>` : nothing
}

function mensagens({ mensagensNovas }: ItemDaFila): TemplateResult | typeof nothing {
  return mensagensNovas > 0 ? html`<p class="novas"><b aria-hidden="true">✉</b> ${textos.mensagens(mensagensNovas)}</p>` : nothing
}

/** Who else has it open: seen in passing, and too much to be said each time that somebody comes or goes. */
function presentes(fila: Fila, id: string): TemplateResult | typeof nothing {
  const nomes = fila.lugar.presentes(id).map(({ nome }) => nome)
  return nomes.length > 0 ? html`<p class="com-alguem nao-imprime">${textos.comAlguem(nomes)}</p>` : nothing
}

/** Days left in words, by which the colour only goes along; then the day. */
function prazo(item: ItemDaFila, fuso: string, agora: Date): TemplateResult {
  const { diasRestantes, retornoEm } = item
  if (terminou(item)) return html`<p class="secundario">${textos.terminou(quando(item.atualizadoEm, { fuso, agora, textos: tempos }))}</p>`
  const tom = diasRestantes < 0 ? 'atrasado' : diasRestantes <= LOGO ? 'logo' : ''
  return html`<p class=${tom}>${tom === 'atrasado' ? html`<b aria-hidden="true">▲</b> ` : nothing}${escreverDiasRestantes(diasRestantes)}</p>
    <p class="secundario">${escreverData(item.prazo)}</p>
    ${retornoEm ? retorno(retornoEm, fuso, agora) : nothing}`
}

function retorno(em: string, fuso: string, agora: Date): TemplateResult {
  const dia = escreverDataHora(em, fuso)
  return new Date(em) < agora
    ? html`<p class="atrasado"><b aria-hidden="true">▲</b> ${textos.retornoPassou(dia)}</p>`
    : html`<p class="secundario">${textos.retorno(dia)}</p>`
}

function com(fila: Fila, { responsavel, unidade }: ItemDaFila): TemplateResult {
  const eu = responsavel?.id === fila.lugar.posto.id
  const nome = eu ? html`<b>${textos.voce}</b>` : (responsavel?.nome ?? html`<span class="secundario">${textos.semResponsavel}</span>`)
  return html`${nome}${fila.variasUnidades ? html`<p class="secundario" lang="pt-BR">${unidade.nome}</p>` : nothing}`
}

function terminou({ situacao }: ItemDaFila): boolean {
  return situacao === 'encerrado' || situacao === 'cancelado'
}
