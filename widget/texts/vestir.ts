import { fala, type Idioma } from './voz.js'

type Palavras = Readonly<Record<string, object>>

/** A language: its words, of each part by name, and how it says a sentence that came in pt-BR. */
export interface Lingua {
  idioma: Idioma
  palavras: Palavras
  dizer?: (frase: string) => string
}

/** The texts of a part in pt-BR, or a sentence, with the entidade's own words. */
export type ComoAEntidade = <T>(textos: T, nome?: string) => T

let lingua: Lingua = { idioma: 'pt-BR', palavras: {} }
let daPagina: Palavras = {}
let nomear: ComoAEntidade | undefined

/** From now on every tag of the page speaks so. */
export function falar(nova: Lingua): void {
  lingua = nova
  vestirTodas()
}

/** Words of the page's own, over those of any language. They count for every tag of the page. */
export function sobrepor(palavras: Palavras): void {
  daPagina = palavras
  vestirTodas()
}

/** From now on the texts in pt-BR name things as the entidade does. */
export function nomearComo(comoAEntidade: ComoAEntidade): void {
  nomear = comoAEntidade
  vestirTodas()
}

function vestirTodas(): void {
  fala.idioma = lingua.idioma
  fala.vestir = vestir
  fala.dizer = lingua.dizer ?? ((frase) => (nomear ? nomear(frase) : frase))
  for (const nome of fala.vozes.keys()) vestir(nome)
  for (const tag of fala.tags) tag.soar()
}

function vestir(nome: string): void {
  const uma = fala.vozes.get(nome)
  if (!uma) return
  uma.ptBR ??= fundir({}, uma.textos, true)
  for (const palavras of [nomear ? nomear(uma.ptBR, nome) : uma.ptBR, lingua.palavras[nome], daPagina[nome]])
    fundir(uma.textos, palavras ?? {})
}

/** Puts words in the place of texts. @param novas also those that have no place there */
function fundir(textos: object, palavras: object, novas = false): object {
  for (const [chave, palavra] of Object.entries(palavras)) {
    const texto: unknown = Object.hasOwn(textos, chave) ? Reflect.get(textos, chave) : undefined
    if (palavra && typeof palavra === 'object' && (novas || typeof texto === 'object'))
      Reflect.set(textos, chave, fundir(texto ?? (Array.isArray(palavra) ? [] : {}), palavra, novas))
    else if (novas || typeof palavra === typeof texto) Reflect.set(textos, chave, palavra)
  }
  return textos
}
