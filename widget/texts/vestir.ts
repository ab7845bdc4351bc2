import { nomearComo } from './nomes.js'
import { fala, type Idioma, type Palavras } from './voz.js'

/** A language: its words, and how it says a sentence that came in pt-BR. */
export interface Lingua {
  idioma: Idioma
  palavras: Palavras
  dizer?: (frase: string) => string
}

let lingua: Lingua = { idioma: 'pt-BR', palavras: {} }
let nomear = nomearComo({})

/**
 * From now on every tag of the page speaks so: with the words of the language, which in pt-BR call things as the entidade does, and with
 * those of the page itself over them.
 */
export function falar(nova: Lingua): void {
  lingua = nova
  nomear = nomearComo([...fala.tags].find(({ cartao }) => cartao?.nomes)?.cartao?.nomes ?? {})
  fala.idioma = lingua.idioma
  fala.vestir = vestir
  fala.dizer = lingua.dizer ?? nomear
  for (const nome of fala.vozes.keys()) vestir(nome)
  for (const tag of fala.tags) tag.soar()
}

function vestir(nome: string): void {
  const textos = fala.vozes.get(nome)
  if (!textos) return
  const daPagina = [...fala.tags].map((tag) => tag.textos?.[nome])
  for (const palavras of [nomear(emPortugues(textos), nome), lingua.palavras[nome], ...daPagina]) fundir(textos, palavras ?? {})
}

const escritos = new WeakMap<object, object>()

/** Texts as they are written. Some belong to two parts, of which one may have been changed before the other came. */
function emPortugues<T extends object>(textos: T): T {
  const guardados = escritos.get(textos) as T | undefined
  if (guardados) return guardados
  const copia = (Array.isArray(textos) ? [...textos] : { ...textos }) as T
  for (const [chave, texto] of Object.entries(textos)) if (texto && typeof texto === 'object') Reflect.set(copia, chave, emPortugues(texto))
  escritos.set(textos, copia)
  return copia
}

/** Puts words in the place of texts; those that have no place there stay out. */
function fundir(textos: object, palavras: object): void {
  for (const [chave, palavra] of Object.entries(palavras)) {
    const texto: unknown = Object.hasOwn(textos, chave) ? Reflect.get(textos, chave) : undefined
    if (palavra && texto && typeof palavra === 'object' && typeof texto === 'object') fundir(texto, palavra)
    else if (typeof palavra === typeof texto) Reflect.set(textos, chave, palavra)
  }
}
