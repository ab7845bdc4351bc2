/** In the place of what lit brings for stylesheets: the tags adopt their own (`estilo.ts`), of which they need the text alone. */
export const css = ([cssText]: TemplateStringsArray) => ({ cssText })

/** What lit's elements ask for, who are given no sheets, and pass on, though nothing takes it. */
export const getCompatibleStyle = (folha: unknown) => folha
export const adoptStyles = () => undefined
export const supportsAdoptingStyleSheets = true
export const unsafeCSS = getCompatibleStyle
export const CSSResult = undefined
