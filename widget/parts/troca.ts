import { html, nothing, type TemplateResult } from 'lit'
import { resultado } from '../texts/resultado.pt-BR.js'

const textos = resultado.troca

interface Troca {
  trocando: boolean
  trocar: () => void
  desistir: () => void
}

/** Asks before the access code is replaced; it takes the focus (`.troca .botao`). */
export function perguntaDaTroca({ trocando, trocar, desistir }: Troca): TemplateResult {
  return html`<div class="aviso troca nao-imprime" role="group" aria-label=${textos.titulo}>
    <p class="aviso-titulo">${textos.titulo}</p>
    <p>${textos.texto}</p>
    <div class="linha">
      <button type="button" class="botao ${trocando ? 'girando' : ''}" aria-disabled=${trocando ? 'true' : nothing} @click=${trocar}>
        ${trocando ? textos.trocando : textos.confirmar}
      </button>
      <button type="button" class="botao botao-texto" @click=${desistir}>${textos.cancelar}</button>
    </div>
  </div>`
}

/** The new access code, which is not shown again; it takes the focus (`.troca`). `guarde` says what to do with it. */
export function codigoTrocado(codigo: string, guarde: string): TemplateResult {
  return html`<div class="aviso aviso-ok troca" tabindex="-1">
    <p class="aviso-titulo">${textos.feita}</p>
    <p>${textos.novo}</p>
    <p class="codigo-de-acesso numero" translate="no">${codigo}</p>
    <p>${guarde}</p>
  </div>`
}
