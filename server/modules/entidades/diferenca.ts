import type { ArquivoDeEntidade } from '../../contract/entidade.js'
import { type Caminho, frase, fraseDaOrdem, fraseDaParte, type Mudanca, type Parte } from './frases-da-diferenca.js'

/** What an import changed, a sentence each, in pt-BR. Nothing changed when there is none. */
export interface Diferenca {
  codigo: string
  nova: boolean
  /** `Entra o serviço Emissão de ITBI (itbi).`, `Órgão Câmara (CAMARA), nome: de “…” para “…”.` */
  linhas: string[]
  avisos: string[]
}

type Item = Record<string, unknown> & { nome: string }

export function comparar(antes: ArquivoDeEntidade | undefined, depois: ArquivoDeEntidade): string[] {
  if (!antes)
    return [...listas(depois)].flatMap(([parte, itens]) =>
      [...itens].map(([codigo, { nome }]) => fraseDaParte('entra', parte, nome, codigo)),
    )
  const { orgaos: _o, tipos: _t, ...geralAntes } = antes
  const { orgaos: _p, tipos: _u, ...geralDepois } = depois
  const anteriores = listas(antes)
  return [
    ...mudancas(geralAntes, geralDepois).map((mudanca) => frase('Entidade', mudanca)),
    ...[...listas(depois)].flatMap(([parte, itens]) => compararLista(parte, anteriores.get(parte) ?? new Map(), itens)),
  ]
}

/** The parts that have names of their own. */
function listas({ orgaos, tipos }: ArquivoDeEntidade): Map<Parte, Map<string, Item>> {
  return new Map<Parte, Map<string, Item>>([
    ['orgao', new Map(orgaos.map(({ unidades: _, ...orgao }): [string, Item] => [orgao.sigla, orgao]))],
    ['unidade', new Map(orgaos.flatMap(({ sigla, unidades }) => unidades.map((u): [string, Item] => [u.codigo, { ...u, orgao: sigla }])))],
    ['tipo', new Map(tipos.map((tipo): [string, Item] => [tipo.codigo, { ...tipo }]))],
  ])
}

function compararLista(parte: Parte, antes: Map<string, Item>, depois: Map<string, Item>): string[] {
  const sairam = [...antes].filter(([codigo]) => !depois.has(codigo))
  const entraram = [...depois].filter(([codigo]) => !antes.has(codigo))
  const ficaram = [...antes].filter(([codigo]) => depois.has(codigo))
  const ordem = [...depois.keys()].filter((codigo) => antes.has(codigo))
  return [
    ...sairam.map(([codigo, { nome }]) => fraseDaParte('sai', parte, nome, codigo)),
    ...entraram.map(([codigo, { nome }]) => fraseDaParte('entra', parte, nome, codigo)),
    ...ficaram.flatMap(([codigo, item]) =>
      mudancas(item, depois.get(codigo)).map((mudanca) => frase({ parte, nome: item.nome, codigo }, mudanca)),
    ),
    ...(ficaram.map(([codigo]) => codigo).join() === ordem.join() ? [] : [fraseDaOrdem(parte)]),
  ]
}

function mudancas(antes: unknown, depois: unknown, caminho: Caminho = []): Mudanca[] {
  if (iguais(antes, depois)) return []
  if (antes === undefined && ehObjeto(depois)) return [{ caminho, que: 'entrou' }]
  if (depois === undefined && ehObjeto(antes)) return [{ caminho, que: 'saiu' }]
  if (!ehObjeto(antes) || !ehObjeto(depois)) return [{ caminho, que: 'mudou', antes, depois }]
  if (Array.isArray(antes) && Array.isArray(depois)) return mudancasDaLista(antes, depois, caminho)
  const chaves = new Set([...Object.keys(antes), ...Object.keys(depois)])
  return [...chaves].flatMap((chave) => mudancas(Reflect.get(antes, chave), Reflect.get(depois, chave), [...caminho, chave]))
}

/** Item by item where each has a name of its own. */
function mudancasDaLista(antes: readonly unknown[], depois: readonly unknown[], caminho: Caminho): Mudanca[] {
  const [a, b] = [porNome(antes), porNome(depois)]
  if (!a || !b) return [{ caminho, que: 'mudou' }]
  const achadas = [...new Set([...a.keys(), ...b.keys()])].flatMap((nome) =>
    mudancas(a.get(nome), b.get(nome), [...caminho, { item: chamado(a.get(nome) ?? b.get(nome)) ?? nome }]),
  )
  return achadas.length > 0 ? achadas : [{ caminho, que: 'ordem' }]
}

function porNome(lista: readonly unknown[]): Map<string, unknown> | undefined {
  const pares = lista.map((item) => [texto(item, 'codigo', 'valor', 'dia'), item] as const)
  const nomeados = pares.flatMap(([nome, item]) => (nome === undefined ? [] : [[nome, item] as const]))
  return nomeados.length === lista.length ? new Map(nomeados) : undefined
}

function chamado(item: unknown): string | undefined {
  return texto(item, 'rotulo', 'nome')
}

/** The first of some properties that is a text. */
function texto(item: unknown, ...chaves: string[]): string | undefined {
  if (!ehObjeto(item)) return undefined
  return chaves.map((chave): unknown => Reflect.get(item, chave)).find((valor) => typeof valor === 'string')
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
