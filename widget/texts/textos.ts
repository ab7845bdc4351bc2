import { ptBR } from './pt-BR.js'

/** Every text of the shared parts. Another language is another object of this type. */
export type Textos = { readonly [chave in keyof typeof ptBR]: string }

export const textos: Textos = ptBR
