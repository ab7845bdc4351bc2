import { html, nothing, type TemplateResult } from 'lit'
import type { Mensagem } from '../../server/contract/mensagens.js'
import type { Anexo } from '../../server/contract/protocolos.js'
import { resultado as textos } from '../texts/resultado.pt-BR.js'
import { quando } from './andamento.js'

interface Conversa extends Pick<Parameters<typeof quando>[1], 'fuso' | 'agora'> {
  /** How who writes for the citizen's side is called. */
  cidadao: string
  /** Whose messages say when the other side has read them. */
  lado?: Mensagem['de']
  arquivos: (anexos: readonly Anexo[]) => unknown
}

/** What citizen and unidade wrote to each other, oldest first. */
export function conversa(mensagens: readonly Mensagem[], { cidadao, lado, arquivos, ...meio }: Conversa): TemplateResult {
  return html`<ol class="conversa" role="list">
    ${mensagens.map(
      ({ de, em, unidade, texto, anexos, lidaEm }) => html`<li class="de-${de}">
        <p class="secundario">
          <b>${unidade ?? cidadao}</b>\u00a0· <time datetime=${em}>${quando(em, { ...meio, textos })}</time>${de === lado && lidaEm ? `\u00a0· ${textos.lida}` : nothing}
        </p>
        <p class="fala">${texto}</p>
        ${anexos.length > 0 ? arquivos(anexos) : nothing}
      </li>`,
    )}
  </ol>`
}

/** The last message of the unidade, when the citizen has not read it. */
export function ultimaNova(mensagens: readonly Mensagem[]): Mensagem | undefined {
  const ultima = mensagens.findLast(({ de }) => de === 'orgao')
  return ultima?.lidaEm === null ? ultima : undefined
}
