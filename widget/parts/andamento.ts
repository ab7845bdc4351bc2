import { html, nothing, type TemplateResult } from 'lit'
import type { Tramite } from '../../server/contract/consulta.js'
import { escreverDataHora, escreverTramite } from '../../server/contract/palavras.js'
import type { Anexo } from '../../server/contract/protocolos.js'

interface Andamento {
  /** IANA time zone of the entidade. */
  fuso: string
  agora: Date
  textos: { hoje: string; ontem: string; porProcuracao(nome: string): string }
  arquivos: (anexos: readonly Anexo[]) => unknown
}

/** The history of a protocolo, newest first. */
export function andamento(tramites: readonly Tramite[], meio: Andamento): TemplateResult {
  return html`<ol class="andamento" role="list">
    ${tramites.map(
      (tramite) => html`<li>
        <p><b>${escreverTramite(tramite)}</b></p>
        <p class="secundario"><time datetime=${tramite.em}>${quando(tramite.em, meio)}</time>${tramite.unidade ? html`\u00a0· <span lang="pt-BR">${tramite.unidade}</span>` : nothing}</p>
        ${tramite.porProcuracao ? html`<p class="secundario">${meio.textos.porProcuracao(tramite.porProcuracao)}</p>` : nothing}
        ${tramite.texto ? html`<p class="fala" lang="pt-BR">${tramite.texto}</p>` : nothing}
        ${tramite.anexos.length > 0 ? meio.arquivos(tramite.anexos) : nothing}
      </li>`,
    )}
  </ol>`
}

/** `hoje, 9h10`, `ontem, 9h10`, `13/11, 8h05`; the year only when it is another. */
export function quando(
  iso: string,
  { fuso, agora, textos }: Pick<Andamento, 'fuso' | 'agora'> & { textos: Omit<Andamento['textos'], 'porProcuracao'> },
): string {
  const [dia = '', hora = ''] = escreverDataHora(iso, fuso).split(', ')
  const diaDe = (instante: Date) => escreverDataHora(instante.toISOString(), fuso).split(', ')[0] ?? ''
  const hoje = diaDe(agora)
  if (dia === hoje) return `${textos.hoje}, ${hora}`
  if (dia === diaDe(new Date(agora.getTime() - 86_400_000))) return `${textos.ontem}, ${hora}`
  return `${dia.slice(-4) === hoje.slice(-4) ? dia.replace(/.\d{4}$/, '') : dia}, ${hora}`
}
