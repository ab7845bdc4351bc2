import { html, type TemplateResult } from 'lit'
import { conta as textos } from '../texts/conta.pt-BR.js'
import type { Conta } from './conta.js'

/** The way back to signing in. */
export function voltar(conta: Conta): TemplateResult {
  return html`<button type="button" class="botao botao-texto rente" @click=${() => conta.casa.mostrar('entrar')}>${textos.voltar}</button>`
}
