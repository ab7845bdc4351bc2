import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Cartao } from '../../server/contract/entidade.js'
import { ciencia as textos } from '../texts/ciencia.pt-BR.js'
import { quebravel, soNumeros } from './contato.js'
import { titulo } from './titulo.js'

interface Caixa {
  id: string
  erro: string | undefined
  marcada: boolean
  /** Beside the box, when it is not about the person's own data. */
  rotulo?: string
  mudar: (marcada: boolean) => void
}

/** The privacy notice and the box that it was read. Acknowledged, not consented to: the legal basis is the public competence (Lei 13.709 art. 23). */
export function ciencia(cartao: Cartao, nivel: number, caixa: Caixa): TemplateResult {
  return html`<section class="pilha-curta privacidade">
    ${titulo(nivel, textos.titulo, 'subtitulo')} ${avisoDePrivacidade(cartao)} ${marcar(caixa)}
  </section>`
}

/** How the entidade uses personal data, and who answers for that. */
export function avisoDePrivacidade({ avisoDePrivacidade: aviso, encarregado }: Cartao): TemplateResult {
  const [resumo, ...resto] = aviso.texto.split(/\n+/).filter(Boolean)
  return html`<p lang="pt-BR">${resumo}</p>
    ${resto.length > 0 ? html`<details><summary>${textos.resto}</summary><div class="pilha-curta recuada" lang="pt-BR">${resto.map((parte) => html`<p>${parte}</p>`)}</div></details>` : nothing}
    ${aviso.endereco ? html`<p><a href=${aviso.endereco} target="_blank" rel="noopener">${textos.completa}</a></p>` : nothing}
    <div class="contato secundario">
      <p>${textos.encarregado} ${encarregado.nome}</p>
      <ul role="list">
        <li><a href="mailto:${encarregado.email}">${quebravel(encarregado.email)}</a></li>
        ${encarregado.telefone ? html`<li><a class="inteiro" href="tel:${soNumeros(encarregado.telefone)}">${encarregado.telefone}</a></li>` : nothing}
      </ul>
    </div>`
}

function marcar({ id, erro, marcada, rotulo = textos.marcar, mudar }: Caixa): TemplateResult {
  const ler = (evento: Event) => evento.target instanceof HTMLInputElement && mudar(evento.target.checked)
  return html`<div class="campo ${erro ? 'com-erro' : ''}">
    ${erro ? html`<p class="erro" id="${id}-erro">${erro}</p>` : nothing}
    <label class="opcao"
      ><input
        type="checkbox"
        id=${id}
        name="ciencia"
        required
        .checked=${live(marcada)}
        aria-invalid=${erro ? 'true' : nothing}
        aria-describedby=${erro ? `${id}-erro` : nothing}
        @change=${ler}
      /><span class="opcao-texto"><span>${rotulo}<span class="exigido" aria-hidden="true"> *</span></span></span></label
    >
  </div>`
}
