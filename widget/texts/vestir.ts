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
  nomear = nomearComo([...fala.tags].find(({ cartao }) => cartao?.palavras)?.cartao?.palavras ?? {})
  fala.idioma = lingua.idioma
  fala.vestir = vestir
  fala.dizer = lingua.dizer ?? nomear
  for (const nome of fala.vozes.keys()) vestir(nome)
  for (const tag of fala.tags) tag.soar()
}

function vestir(nome: string): void {
  const uma = fala.vozes.get(nome)
  if (!uma) return
  uma.ptBR ??= fundir({}, uma.textos, true)
  const daPagina = [...fala.tags].map(({ textos }) => textos?.[nome])
  for (const palavras of [nomear(uma.ptBR, nome), lingua.palavras[nome], ...daPagina]) fundir(uma.textos, palavras ?? {})
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
