import type { Nomes } from '../../server/contract/nomes.js'

/** Languages that the tags speak. */
export type Idioma = 'pt-BR' | 'es' | 'en'

/** Other words for some texts, in the same shape: what stands in a language, whole. */
export type Traducao<T> = T extends string
  ? string
  : T extends (...dados: infer Dados) => string
    ? (...dados: Dados) => string
    : { readonly [chave in keyof T]: Traducao<T[chave]> }

/** The same, of some of them. */
export type Parcial<T> = T extends string | ((...dados: never) => string)
  ? Traducao<T>
  : { readonly [chave in keyof T]?: Parcial<T[chave]> }

/** A tag of the page: what it asks of the words, and how it is told that they have changed. */
export interface Falante {
  readonly idioma: string
  readonly textos: Palavras | undefined
  readonly cartao: { nomes?: Nomes } | undefined
  soar(): void
}

/** Words of each part by its name. */
export type Palavras = { readonly [nome: string]: object | undefined }

/** Every part's texts by its name, and how the page speaks: changed in `vestir.ts` alone, which loads once it is not as written here. */
export const fala: {
  readonly vozes: Map<string, object>
  readonly tags: Set<Falante>
  idioma: Idioma
  vestir?: (nome: string) => void
  dizer?: (frase: string) => string
} = { vozes: new Map(), tags: new Set(), idioma: 'pt-BR' }

/**
 * Texts of one part of the tags, under a name of their own. Whoever has them finds in the same object the words of the page's
 * language, and of the page itself over those.
 * @param textos in pt-BR
 */
export function voz<T extends object>(nome: string, textos: T): T {
  fala.vozes.set(nome, textos)
  fala.vestir?.(nome)
  return textos
}

/** For `lang` and for Intl. */
export function idioma(): Idioma {
  return fala.idioma
}

/** A sentence of the rules that the server shares, which stands in pt-BR, as the page says it. */
export function dizer(frase: string): string {
  return fala.dizer?.(frase) ?? frase
}
