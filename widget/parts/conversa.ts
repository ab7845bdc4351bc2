import { html, nothing, type TemplateResult } from 'lit'
import type { Mensagem } from '../../server/contract/mensagens.js'
import { quando } from './andamento.js'

type Conversa = Omit<Parameters<typeof quando>[1], 'textos'> & {
  textos: Parameters<typeof quando>[1]['textos'] & { porProcuracao(nome: string): string }
  /** How who writes for the citizen's side is called. */
  cidadao: string
  /** Said of the messages of a side, once the other has read them. */
  lida?: { de: Mensagem['de']; texto: string }
  /** What stands under a message. */
  depois?: (mensagem: Mensagem) => unknown
}

/** What citizen and unidade wrote to each other, oldest first. */
export function conversa(mensagens: readonly Mensagem[], { cidadao, lida, depois, ...meio }: Conversa): TemplateResult {
  return html`<ol class="conversa" role="list">
    ${mensagens.map((mensagem) => {
      const { de, em, unidade, texto, lidaEm, porProcuracao } = mensagem
      return html`<li class="de-${de}">
        <p class="secundario">
          <b lang=${unidade ? 'pt-BR' : nothing}>${unidade ?? (porProcuracao ? meio.textos.porProcuracao(porProcuracao) : cidadao)}</b>\u00a0· <time datetime=${em}>${quando(em, meio)}</time>${de === lida?.de && lidaEm ? `\u00a0· ${lida.texto}` : nothing}
        </p>
        <p class="fala" lang="pt-BR">${texto}</p>
        ${depois?.(mensagem)}
      </li>`
    })}
  </ol>`
}

/** The last message of the unidade, when the citizen has not read it. */
export function ultimaNova(mensagens: readonly Mensagem[]): Mensagem | undefined {
  const ultima = mensagens.findLast(({ de }) => de === 'orgao')
  return ultima?.lidaEm === null ? ultima : undefined
}
