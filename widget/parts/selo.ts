import { html, type TemplateResult } from 'lit'
import type { Consulta } from '../../server/contract/consulta.js'
import { nomesDeSituacao } from '../../server/contract/palavras.js'

const tons: Readonly<Record<Consulta['situacao'], string>> = {
  nao_analisado: 'selo-neutro',
  em_andamento: '',
  pendente: 'selo-atencao',
  parado: 'selo-pausa',
  encerrado: 'selo-ok',
  cancelado: 'selo-neutro',
}

/** Where a protocolo stands, in a word and a colour. */
export function seloDeSituacao(situacao: Consulta['situacao']): TemplateResult {
  return html`<span class="selo ${tons[situacao]}">${nomesDeSituacao[situacao]}</span>`
}
