import type { FaceDaTag } from './manifesto.js'

/** What somebody chose in the configurator. Its address says the same, so that it can be shared. */
export interface Escolha {
  tags: readonly string[]
  entidade: string
  /** By attribute, without those that were left empty. */
  atributos: ReadonlyMap<string, string>
  /** By token, likewise. */
  tokens: ReadonlyMap<string, string>
  /** Texts for the named slots, likewise. */
  slots: ReadonlyMap<string, string>
  versao: Versao
  /** Whether the tags stand in a column narrower than 432 px. */
  estreita: boolean
}

export const versoes = ['nova', 'fixa'] as const
export type Versao = (typeof versoes)[number]

/** A token's name in the address: `--protocolo-cor-acao` is `cor-acao`. */
export function campoDoToken(token: string): string {
  return token.replace('--protocolo-', '')
}

/** A slot's name in the address, apart from the attributes. */
export function campoDoSlot(slot: string): string {
  return `slot-${slot}`
}

/** Where the API is would send elsewhere what people write: a page's author may say it, an address that somebody sends may not. */
export function escolhivel(atributo: string): boolean {
  return atributo !== 'api'
}

/** Functions that colours and measures need. No other is let in: some of them fetch, or read the page. */
const funcoes = /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|calc|min|max|clamp)$/i
const nomeDeFonte = /"[\p{L}\d ._-]*"|'[\p{L}\d ._-]*'/gu

/** Whether it is the value of one declaration: names, numbers, colours and what is reckoned from them. */
function valorDeToken(valor: string): boolean {
  const resto = valor.replace(nomeDeFonte, ' ')
  if (valor.length > 100 || !/^[\w #%.,+*/()-]+$/.test(resto) || resto.includes('/*')) return false
  return emPares(resto) && [...resto.matchAll(/([\w-]+)\(/g)].every(([, nome = '']) => funcoes.test(nome))
}

function emPares(texto: string): boolean {
  const dentro = texto.replace(/[^()]/g, '')
  const menos = dentro.replaceAll('()', '')
  return menos === '' || (menos !== dentro && emPares(menos))
}

/** Reads the address. What it does not say, or says wrongly, is as if it had been left alone. */
export function lerEscolha(manifesto: readonly FaceDaTag[], entidades: readonly string[], busca: URLSearchParams): Escolha {
  const pedidas = busca.getAll('tag')
  const conhecidas = manifesto.map(({ tag }) => tag).filter((tag) => pedidas.includes(tag))
  const tags = conhecidas.length > 0 ? conhecidas : ['protocolo-consulta']
  const escolhidas = manifesto.filter(({ tag }) => tags.includes(tag))
  const ler = (campo: string) => busca.get(campo)?.trim() ?? ''
  const entidade = ler('entidade')
  return {
    tags,
    entidade: entidades.find((uma) => uma === entidade) ?? 'vila-serena',
    atributos: valores(
      nomesDe(escolhidas, 'atributos')
        .filter((nome) => nome !== 'entidade' && escolhivel(nome))
        .map((nome) => [nome, ler(nome)]),
    ),
    tokens: valores(
      nomesDe(escolhidas, 'tokens')
        .map((nome): [string, string] => [nome, ler(campoDoToken(nome))])
        .filter(([, valor]) => valorDeToken(valor)),
    ),
    slots: valores(nomesDe(escolhidas, 'slots').map((nome) => [nome, nome && ler(campoDoSlot(nome))])),
    versao: versoes.find((uma) => uma === ler('versao')) ?? 'nova',
    estreita: ler('estreita') === '1',
  }
}

/** The names of one kind that any of the tags has, each once. */
export function nomesDe(faces: readonly FaceDaTag[], especie: 'atributos' | 'tokens' | 'slots'): string[] {
  return [...new Set(faces.flatMap((face) => face[especie].map(({ nome }) => nome)))]
}

function valores(pares: readonly (readonly [string, string])[]): Map<string, string> {
  return new Map(pares.filter(([, valor]) => valor !== ''))
}
