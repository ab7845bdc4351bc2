import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../server/platform/paths.js'

/** One thing of a tag's public face. Its description is written for developers; people read `frases.ts`. */
export interface Entrada {
  nome: string
  /** Of an attribute or property, as TypeScript writes it; of an event, what it carries. */
  tipo?: string
  padrao?: string
}

/** The kinds of things that a tag shows to pages, in the order of the reference. */
export const especies = ['atributos', 'propriedades', 'eventos', 'metodos', 'slots', 'tokens'] as const
export type Especie = (typeof especies)[number]

export type FaceDaTag = { tag: string } & Record<Especie, readonly Entrada[]>

interface Declaracao {
  tagName?: string
  attributes?: Membro[]
  members?: (Membro & { kind: string; privacy?: string; static?: boolean; attribute?: string; parameters?: Membro[] })[]
  events?: Membro[]
  slots?: Membro[]
  cssProperties?: Membro[]
}

interface Membro {
  name: string
  type?: { text: string }
  default?: string
  description?: string
}

interface Manifesto {
  modules: { declarations: Declaracao[] }[]
}

/** The tags that people look for first come first. */
const ordem = ['protocolo-novo', 'protocolo-consulta', 'protocolo-painel', 'protocolo-gestao']

/** The public face of every tag, as the build wrote it down. */
export function lerManifesto(arquivo = join(root, 'dist', 'custom-elements.json')): FaceDaTag[] {
  const { modules }: Manifesto = JSON.parse(readFileSync(arquivo, 'utf8'))
  return modules
    .flatMap(({ declarations }) => declarations)
    .flatMap((declaracao) => (declaracao.tagName ? [face(declaracao.tagName, declaracao)] : []))
    .sort((uma, outra) => ordem.indexOf(uma.tag) - ordem.indexOf(outra.tag))
}

function face(tag: string, { attributes = [], members = [], events = [], slots = [], cssProperties = [] }: Declaracao): FaceDaTag {
  const publicos = members.filter((membro) => membro.privacy !== 'protected' && membro.privacy !== 'private' && !membro.static)
  const deAtributo = new Set(attributes.map(({ name }) => name))
  return {
    tag,
    atributos: attributes.map(entrada),
    propriedades: publicos.filter(({ kind, name, attribute }) => kind === 'field' && !attribute && !deAtributo.has(name)).map(entrada),
    eventos: events.map(entrada),
    metodos: publicos
      .filter(({ kind }) => kind === 'method')
      .map(({ name, parameters = [] }) => ({ nome: name, tipo: `${name}(${parameters.map((parametro) => parametro.name).join(', ')})` })),
    slots: slots.map(entrada),
    tokens: cssProperties.map(entrada),
  }
}

function entrada({ name, type, default: padrao }: Membro): Entrada {
  return { nome: name, ...(type && { tipo: type.text }), ...(padrao && padrao !== "''" && { padrao }) }
}
