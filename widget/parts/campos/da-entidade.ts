import { html, type TemplateResult } from 'lit'

/** The label and the help of a question, which the entidade wrote, as a language of their own (WCAG 3.1.2). */
export function daEntidade({ rotulo, ajuda }: { rotulo: string; ajuda?: string | undefined }): {
  rotulo: TemplateResult
  ajuda?: TemplateResult
} {
  return { rotulo: emPortugues(rotulo), ...(ajuda && { ajuda: emPortugues(ajuda) }) }
}

function emPortugues(texto: string): TemplateResult {
  return html`<span lang="pt-BR">${texto}</span>`
}
