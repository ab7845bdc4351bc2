import type { BaseIssue } from 'valibot'
import type { CampoComErro } from '../../contract/problema.js'

const mostTold = 50
const plainSegment = /^[\w-]{1,60}$/

type Issue = BaseIssue<unknown>

/** Sentences for valibot's own checks; a schema's own message comes before these. None repeats what was sent. */
export function mensagemDe(issue: Issue): string {
  if (issue.expected === 'never') return 'Este campo não é esperado aqui.'
  if (issue.input === undefined) return 'Falta preencher este campo.'
  const sentence = sentences[issue.type]
  return typeof sentence === 'function' ? sentence(issue) : (sentence ?? 'Confira este campo.')
}

const format = 'Confira o formato deste campo.'
const choice = 'Escolha uma das opções.'

const sentences: Record<string, string | ((issue: Issue) => string)> = {
  string: 'Este campo precisa ser um texto.',
  number: 'Este campo precisa ser um número.',
  boolean: 'Responda sim ou não.',
  array: 'Este campo precisa ser uma lista.',
  integer: 'Use um número inteiro.',
  finite: 'Use um número menor.',
  picklist: choice,
  literal: choice,
  variant: choice,
  regex: format,
  uuid: format,
  url: format,
  email: 'Confira o e-mail.',
  iso_date: 'Confira a data.',
  min_value: (issue) => `Use ${requirementOf(issue)} ou mais.`,
  max_value: (issue) => `Use ${requirementOf(issue)} ou menos.`,
  min_length: (issue) => (Array.isArray(issue.input) ? `Inclua ao menos ${requirementOf(issue)}.` : `Use ao menos ${characters(issue)}.`),
  max_length: (issue) => (Array.isArray(issue.input) ? `Inclua no máximo ${requirementOf(issue)}.` : `Use no máximo ${characters(issue)}.`),
}

function requirementOf(issue: Issue): string {
  return 'requirement' in issue && typeof issue.requirement === 'number' ? issue.requirement.toLocaleString('pt-BR') : 'o valor permitido'
}

function characters(issue: Issue): string {
  const count = requirementOf(issue)
  return count === '1' ? 'um caractere' : `${count} caracteres`
}

/** One line a field. */
export function camposDe(issues: readonly Issue[]): CampoComErro[] {
  const byPath = new Map<string, string>()
  for (const issue of issues.slice(0, mostTold)) {
    const caminho = caminhoDe((issue.path ?? []).map((item) => item.key))
    if (!byPath.has(caminho)) byPath.set(caminho, issue.message)
  }
  return [...byPath].map(([caminho, mensagem]) => ({ caminho, mensagem }))
}

/** Names joined by dots; a name that no schema would have is not repeated. */
export function caminhoDe(keys: readonly unknown[]): string {
  return keys.map((key) => (plainSegment.test(String(key)) ? String(key) : '?')).join('.')
}
