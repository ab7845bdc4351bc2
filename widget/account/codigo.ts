import { html, nothing, type TemplateResult } from 'lit'
import { perfil } from '../texts/perfil.pt-BR.js'
import { campoDaConta } from './campo.js'
import type { Ficha } from './ficha.js'

const { codigo: textos } = perfil
/** Seconds before another code is sent. */
const ESPERA = 60

/** A code that was sent to the person. */
export function campoDoCodigo(ficha: Ficha, caminho = 'codigo', rotulo = textos.rotulo, ajuda = textos.ajuda): TemplateResult {
  return html`<div class="curta">
    ${campoDaConta(ficha, caminho, { rotulo, ajuda, obrigatorio: true, inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 20 })}
  </div>`
}

/** The codes in their fields, however they were spaced; undefined when one is not a code, which is then said beside it. */
export function lerCodigos<Caminho extends string>(ficha: Ficha, ...caminhos: Caminho[]): Record<Caminho, string> | undefined {
  const lidos = caminhos.map((caminho) => [caminho, ficha.ler(caminho).replace(/\D/g, '')] as const)
  const errados = lidos.filter(([, codigo]) => codigo.length !== 6)
  if (ficha.recusar(errados.map(([caminho]) => ({ caminho, mensagem: textos.errado })))) return undefined
  return Object.fromEntries(lidos) as Record<Caminho, string>
}

/** Has the code sent again, once enough time went by. */
export function reenvio(ficha: Ficha, reenviar: () => void): TemplateResult {
  const { ocupado, enviadoEm } = ficha.estado
  const faltam = Math.ceil((enviadoEm - Date.now()) / 1000) + ESPERA
  if (faltam > 0) ficha.desenharEmUmSegundo()
  const enviando = ocupado === 'reenviar'
  return html`<button type="button" class="botao botao-fraco ${enviando ? 'girando' : ''}" aria-disabled=${faltam > 0 || enviando ? 'true' : nothing} @click=${() => faltam <= 0 && reenviar()}>
    <span>${enviando ? textos.reenviando : textos.reenviar}${faltam > 0 ? html` <span aria-hidden="true">${textos.em(faltam)}</span>` : nothing}</span>
  </button>`
}
