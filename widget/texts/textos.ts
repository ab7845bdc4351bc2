import { ptBR } from './pt-BR.js'

/** Every text of the shared parts. Another language is another object of this type. */
export type Textos = { readonly [chave in keyof typeof ptBR]: string }

export const textos: Textos = ptBR

/** Puts values where a text says `{nome}`. */
export function preencher(texto: string, valores: Record<string, string | number>): string {
  return texto.replace(/\{(\w+)\}/g, (inteiro, nome: string) => String(valores[nome] ?? inteiro))
}
