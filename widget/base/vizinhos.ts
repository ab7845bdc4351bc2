import type { ProtocoloElement } from './element.js'
import { enderecoDaApi } from './endereco.js'

/** Another tag of the same entidade on this page. */
export function vizinho(
  tag: 'protocolo-novo' | 'protocolo-painel',
  { entidade }: Pick<ProtocoloElement, 'entidade'>,
): ProtocoloElement | undefined {
  return [...document.querySelectorAll<ProtocoloElement>(tag)].find((outro) => outro.entidade === entidade)
}

/** The address of a hash on this page, also where a `<base>` has addresses begin elsewhere. */
export function nestaPagina(hash: string): string {
  return document.querySelector('base[href]') ? new URL(hash, location.href).href : hash
}

/** Where a hash is understood: on this page, if it has that tag of the same entidade, else on the page that the API serves. */
export function enderecoEm(
  tag: 'protocolo-novo' | 'protocolo-painel',
  { api, entidade }: Pick<ProtocoloElement, 'api' | 'entidade'>,
  hash: string,
): string {
  const raiz = api || enderecoDaApi()
  return vizinho(tag, { entidade }) ? nestaPagina(hash) : new URL(entidade + hash, raiz.endsWith('/') ? raiz : `${raiz}/`).href
}
