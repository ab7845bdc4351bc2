import { html, nothing, type TemplateResult } from 'lit'
import { ProblemaDaApi } from '../../client/api.js'
import type { Carga, Dentro } from './dentro.js'

/** What came, else that it is on its way, with what went wrong above. */
export function daCarga<T>({ painel }: Dentro, carga: Carga<T> | undefined, desenhar: (valor: T) => unknown): TemplateResult {
  const { valor, falha } = carga ?? {}
  const mais = falha instanceof ProblemaDaApi ? falha.problema.campos?.map(({ mensagem }) => mensagem).join(' ') : undefined
  return html`${falha ? painel.falta(falha, mais) : nothing}${
    valor !== undefined
      ? desenhar(valor)
      : falha
        ? nothing
        : html`<p class="so-leitor">${painel.host.comuns.carregando}</p><div class="esqueleto" aria-hidden="true"><i></i><i></i><i></i></div>`
  }`
}
