/** What tags extend where there is no DOM, so that a server that renders pages may import them; they do nothing there. */
export class HTMLElement {}

/** Nothing is registered there either. */
export const customElements = undefined
