/** What the page says of the language around a tag, through shadow hosts; nothing where it says none. */
export function linguaDaPagina(tag: Element): string {
  const raiz = tag.getRootNode()
  return tag.closest<HTMLElement>('[lang]')?.lang ?? (raiz instanceof ShadowRoot ? linguaDaPagina(raiz.host) : '')
}
