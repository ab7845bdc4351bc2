import * as v from 'valibot'
import { type ArquivoDeEntidade, arquivoDeEntidade } from '../../contract/entidade.js'
import type { CampoComErro } from '../../contract/problema.js'
import { mensagemDe } from '../../platform/http/issues.js'
import { conferirArquivo } from './conferencia.js'

/** The file can't be imported; each of `problemas` says where and why, in pt-BR. */
export class ArquivoInvalido extends Error {
  override name = 'ArquivoInvalido'

  constructor(readonly problemas: readonly CampoComErro[]) {
    super(problemas.map(({ caminho, mensagem }) => (caminho ? `${caminho}: ${mensagem}` : mensagem)).join('\n'))
  }
}

/**
 * Reads the file of an entidade: its shape, then what one part says of another.
 * @param servidor address by which browsers reach this server.
 * @throws ArquivoInvalido with every problem found.
 */
export function lerArquivo(entrada: unknown, servidor: string): { arquivo: ArquivoDeEntidade; avisos: string[] } {
  const lido = v.safeParse(arquivoDeEntidade, entrada, { message: mensagemNoArquivo })
  if (!lido.success) throw new ArquivoInvalido(lido.issues.map((issue) => ({ caminho: caminhoDaIssue(issue), mensagem: issue.message })))
  const { erros, avisos } = conferirArquivo(lido.output, servidor)
  if (erros.length > 0) throw new ArquivoInvalido(erros)
  return { arquivo: lido.output, avisos }
}

const ou = new Intl.ListFormat('pt-BR', { type: 'disjunction' })

/** Whoever writes a file has no list in front of them to choose from: it is told. */
function mensagemNoArquivo(issue: v.BaseIssue<unknown>): string {
  const escolhe = issue.input !== undefined && ['picklist', 'literal', 'variant'].includes(issue.type)
  const opcoes = escolhe ? issue.expected?.match(/"[^"]+"/g) : undefined
  return opcoes ? `use ${ou.format(opcoes)}` : mensagemDe(issue)
}

/** `tipos[itbi].campos[valor].maximo`: an item of a list is called by its own name where it has one. */
function caminhoDaIssue(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((caminho, { key, value, type }) => {
    if (type === 'array') return `${caminho}[${nomeDoItem(value) ?? Number(key) + 1}]`
    return caminho ? `${caminho}.${key}` : String(key)
  }, '')
}

function nomeDoItem(item: unknown): string | undefined {
  for (const nome of ['codigo', 'sigla', 'valor']) {
    const achado = typeof item === 'object' && item !== null ? Reflect.get(item, nome) : undefined
    if (typeof achado === 'string' && achado) return achado
  }
  return undefined
}
