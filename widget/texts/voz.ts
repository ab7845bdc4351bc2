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

type Palavras = Readonly<Record<string, object>>

const vozes = new Map<string, { textos: object; ptBR?: object }>()
const ouvintes = new Set<() => void>()
let dicionario: Palavras = {}
let daPagina: Palavras = {}
let falado: Idioma = 'pt-BR'
let traduzir: ((frase: string) => string) | undefined
let nomear: (<T>(textos: T) => T) | undefined

/**
 * Texts of one part of the tags, under a name of their own. Whoever has them finds in the same object the words of the page's
 * language, and of the page itself over those.
 * @param textos in pt-BR
 */
export function voz<T extends object>(nome: string, textos: T): T {
  vozes.set(nome, { textos })
  vestir(nome)
  return textos
}

/** For `lang` and for Intl. */
export function idioma(): Idioma {
  return falado
}

/**
 * From now on every tag of the page speaks so.
 * @param palavras of each part by name; none for pt-BR
 * @param frases says in that language a sentence that came in pt-BR
 */
export function falar(novo: Idioma, palavras: Palavras, frases?: (frase: string) => string): void {
  falado = novo
  dicionario = palavras
  traduzir = frases
  vestirTodas()
}

/** From now on the texts in pt-BR name things as the entidade does. */
export function chamar(comoAEntidade: typeof nomear): void {
  nomear = comoAEntidade
  vestirTodas()
}

/** A sentence of the rules that the server shares, which stands in pt-BR, as the page says it. */
export function dizer(frase: string): string {
  return traduzir ? traduzir(frase) : nomear ? nomear(frase) : frase
}

/** Words of the page's own, over those of any language. They count for every tag of the page. */
export function sobrepor(palavras: Palavras): void {
  daPagina = palavras
  vestirTodas()
}

/** Is told when the words have changed. @returns what ends it */
export function ouvirVoz(ouvinte: () => void): () => void {
  ouvintes.add(ouvinte)
  return () => ouvintes.delete(ouvinte)
}

function vestirTodas(): void {
  for (const nome of vozes.keys()) vestir(nome)
  for (const ouvinte of ouvintes) ouvinte()
}

function vestir(nome: string): void {
  const uma = vozes.get(nome)
  const outras = [dicionario[nome], daPagina[nome]]
  if (!uma || !(uma.ptBR || nomear || outras.some(Boolean))) return
  uma.ptBR ??= fundir({}, uma.textos, true)
  for (const palavras of [nomear ? nomear(uma.ptBR) : uma.ptBR, ...outras]) fundir(uma.textos, palavras ?? {})
}

/** Puts words in the place of texts. @param novas also those that have no place there */
function fundir(textos: object, palavras: object, novas = false): object {
  for (const [chave, palavra] of Object.entries(palavras)) {
    const texto: unknown = Object.hasOwn(textos, chave) ? Reflect.get(textos, chave) : undefined
    if (palavra && typeof palavra === 'object' && (novas || typeof texto === 'object'))
      Reflect.set(textos, chave, fundir(texto ?? {}, palavra, novas))
    else if (novas || typeof palavra === typeof texto) Reflect.set(textos, chave, palavra)
  }
  return textos
}
