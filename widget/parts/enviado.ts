import { html, nothing, type TemplateResult } from 'lit'
import type { ConsultaNivel2 } from '../../server/contract/consulta.js'
import type { Anexo } from '../../server/contract/protocolos.js'
import { resultado as textos } from '../texts/resultado.pt-BR.js'

/** What was answered, as it stands; of what was corrected, also what it was before. */
export function respostasDadas(respostas: ConsultaNivel2['respostas']): TemplateResult {
  return html`<dl class="respostas">
    ${respostas.map(
      ({ rotulo, valor, antes = [] }) => html`<div>
        <dt lang="pt-BR">${rotulo}</dt>
        <dd><span lang="pt-BR">${valor}</span>${antes.length > 0 ? html`<p class="secundario">${textos.antes(antes)}</p>` : nothing}</dd>
      </div>`,
    )}
  </dl>`
}

/** The files of the opening, each by what it was asked as; in place of one that was corrected the new one, and then the earlier. */
export function arquivosEnviados({ anexos, tramites }: Pick<ConsultaNivel2, 'anexos' | 'tramites'>): (Anexo & { titulo: string })[] {
  const novos = tramites.flatMap((tramite) => tramite.anexos)
  return anexos.flatMap(({ documento, substituidoPor, ...anexo }) => {
    const atual = novos.find(({ id }) => id === substituidoPor)
    if (!atual) return [{ ...anexo, titulo: documento }]
    return [
      { ...atual, titulo: documento },
      { ...anexo, titulo: textos.anterior(documento) },
    ]
  })
}
