import type { ArquivoDeEntidade } from '../../contract/entidade.js'

/** What an import changed, a line each, in pt-BR. Nothing changed when there is no line. */
export interface Diferenca {
  codigo: string
  nova: boolean
  /** `+ tipo itbi (Emissão de ITBI)`, `~ órgão CAMARA: nome: "…" → "…"`, `- unidade obras (Secretaria de Obras)`. */
  linhas: string[]
  avisos: string[]
}

type Item = Record<string, unknown> & { nome: string }

export function comparar(antes: ArquivoDeEntidade | undefined, depois: ArquivoDeEntidade): string[] {
  if (!antes)
    return [...listas(depois)].flatMap(([nome, itens]) => [...itens].map(([codigo, item]) => `+ ${nome} ${codigo} (${item.nome})`))
  const { orgaos: _o, tipos: _t, ...geralAntes } = antes
  const { orgaos: _p, tipos: _u, ...geralDepois } = depois
  const anteriores = listas(antes)
  return [
    ...mudancas(geralAntes, geralDepois, '').map((linha) => `~ entidade: ${linha}`),
    ...[...listas(depois)].flatMap(([nome, itens]) => compararLista(nome, anteriores.get(nome) ?? new Map(), itens)),
  ]
}

/** The parts that have names of their own. */
function listas({ orgaos, tipos }: ArquivoDeEntidade): Map<string, Map<string, Item>> {
  return new Map([
    ['órgão', new Map(orgaos.map(({ unidades: _, ...orgao }): [string, Item] => [orgao.sigla, orgao]))],
    ['unidade', new Map(orgaos.flatMap(({ sigla, unidades }) => unidades.map((u): [string, Item] => [u.codigo, { ...u, orgao: sigla }])))],
    ['tipo', new Map(tipos.map((tipo): [string, Item] => [tipo.codigo, { ...tipo }]))],
  ])
}

function compararLista(nome: string, antes: Map<string, Item>, depois: Map<string, Item>): string[] {
  const sairam = [...antes].filter(([codigo]) => !depois.has(codigo))
  const entraram = [...depois].filter(([codigo]) => !antes.has(codigo))
  const ficaram = [...antes.keys()].filter((codigo) => depois.has(codigo))
  const ordem = [...depois.keys()].filter((codigo) => antes.has(codigo))
  return [
    ...sairam.map(([codigo, item]) => `- ${nome} ${codigo} (${item.nome})`),
    ...entraram.map(([codigo, item]) => `+ ${nome} ${codigo} (${item.nome})`),
    ...ficaram.flatMap((codigo) => mudancas(antes.get(codigo), depois.get(codigo), '').map((linha) => `~ ${nome} ${codigo}: ${linha}`)),
    ...(ficaram.join() === ordem.join() ? [] : [`~ ${nome}: ordem mudou`]),
  ]
}

function mudancas(antes: unknown, depois: unknown, caminho: string): string[] {
  if (iguais(antes, depois)) return []
  if (antes === undefined && ehObjeto(depois)) return [`${caminho}: entrou`]
  if (depois === undefined && ehObjeto(antes)) return [`${caminho}: saiu`]
  if (!ehObjeto(antes) || !ehObjeto(depois) || Array.isArray(antes) !== Array.isArray(depois)) {
    return [`${caminho}: ${escrever(antes)} → ${escrever(depois)}`]
  }
  const [a, b] = [nomeados(antes), nomeados(depois)]
  if (!a || !b) return [`${caminho}: mudou`]
  const linhas = [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((nome) =>
    mudancas(a[nome], b[nome], Array.isArray(antes) ? `${caminho}[${nome}]` : caminho ? `${caminho}.${nome}` : nome),
  )
  return linhas.length > 0 ? linhas : [`${caminho}: ordem mudou`]
}

/** An object by its keys, a list by the names of its items; nothing for a list without names. */
function nomeados(valor: object): Record<string, unknown> | undefined {
  if (!Array.isArray(valor)) return { ...valor }
  const pares = valor.map((item: unknown) => [nomeDe(item), item] as const)
  return pares.every(([nome]) => nome !== undefined) ? Object.fromEntries(pares) : undefined
}

function nomeDe(item: unknown): string | undefined {
  const nome = ehObjeto(item) ? (Reflect.get(item, 'codigo') ?? Reflect.get(item, 'valor')) : undefined
  return typeof nome === 'string' ? nome : undefined
}

function escrever(valor: unknown): string {
  if (valor === undefined) return '(nada)'
  const texto = JSON.stringify(valor)
  return texto.length > 60 ? `${texto.slice(0, 59)}…` : texto
}

function ehObjeto(valor: unknown): valor is object {
  return typeof valor === 'object' && valor !== null
}

/** The same content; the order of an object's keys says nothing, that of a list does. */
export function iguais(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!ehObjeto(a) || !ehObjeto(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const nomes = Object.keys(a)
  return nomes.length === Object.keys(b).length && nomes.every((nome) => iguais(Reflect.get(a, nome), Reflect.get(b, nome)))
}
