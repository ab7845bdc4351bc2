import { html, nothing, type TemplateResult } from 'lit'
import { atosDaGestao as textos } from '../../../texts/gestao-atos.pt-BR.js'
import type { Ato } from './ato.js'

/** Despachos to start from: each goes in where the cursor is. */
export function modelos(ato: Ato): TemplateResult | typeof nothing {
  const { modelos: prontos } = ato.valor
  if (prontos.length === 0) return nothing
  return html`<details class="modelos">
    <summary>${textos.modelos}</summary>
    <ul role="list">
      ${prontos.map(
        ({ nome, texto }) => html`<li>
          <button type="button" class="modelo" @click=${(evento: Event) => inserir(ato, evento, nome, texto)}>
            <b>${nome}</b><span class="secundario">${texto}</span>
          </button>
        </li>`,
      )}
    </ul>
  </details>`
}

function inserir(ato: Ato, { currentTarget }: Event, nome: string, texto: string): void {
  const { host } = ato.processo.lugar
  const campo = host.recipiente.querySelector<HTMLTextAreaElement>(`#${CSS.escape(ato.id('texto'))}`)
  if (!campo) return
  campo.setRangeText(texto, campo.selectionStart, campo.selectionEnd, 'end')
  ato.por(['texto', campo.value])
  if (currentTarget instanceof Element) currentTarget.closest('details')?.removeAttribute('open')
  campo.focus()
  void host.anunciar(textos.inserido(nome))
}
