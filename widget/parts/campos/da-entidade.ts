import { html, type TemplateResult } from 'lit'
import { dizer } from '../../texts/voz.js'
import type { ErroNoCampo } from '../erros.js'

/** The label and the help of a question, which the entidade wrote, as a language of their own (WCAG 3.1.2). */
export function daEntidade({ rotulo, ajuda }: { rotulo: string; ajuda?: string | undefined }): {
  rotulo: TemplateResult
  ajuda?: TemplateResult
} {
  return { rotulo: emPortugues(rotulo), ...(ajuda && { ajuda: emPortugues(ajuda) }) }
}

export function emPortugues(texto: string): TemplateResult {
  return html`<span lang="pt-BR">${texto}</span>`
}

/** A sentence of ours with a name of theirs in it. */
export function comNomeDeles(dizer: (nome: string) => string, nome: string): TemplateResult {
  const [antes, depois] = dizer('\0').split('\0')
  return html`${antes}${emPortugues(nome)}${depois}`
}

/** A line of the list of what is wrong, with the question that it is about: in the words of the entidade, or ours. */
export function erroComRotulo(frase: string, deles: string | undefined, nosso: string | undefined): Omit<ErroNoCampo, 'id'> {
  const mensagem = dizer(frase)
  const rotulo = deles ?? nosso
  if (!rotulo) return { mensagem }
  const dito = deles ? emPortugues(deles) : rotulo
  return rotulo.endsWith('?')
    ? { rotulo: html`${dito} `, mensagem }
    : { rotulo: html`${dito}: `, mensagem: `${mensagem.charAt(0).toLowerCase()}${mensagem.slice(1)}` }
}
