import type { CampoComErro } from '../../contract/problema.js'
import { caminhoDe } from './issues.js'
import { ProblemError } from './problem.js'

const deepest = 16
/** NUL can't be stored by PostgreSQL; half of a surrogate pair can't be written as UTF-8. */
const unkeepable = /\0|\p{Surrogate}/u

/** Refuses what no schema asks about: names that touch prototypes, nesting without end, characters that can't be kept. */
export function refuseHostile(value: unknown): void {
  const campos: CampoComErro[] = []
  walk(value, [], campos)
  if (campos.length > 0) throw new ProblemError('campos_invalidos', { campos })
}

function walk(value: unknown, path: string[], campos: CampoComErro[]): void {
  if (path.length > deepest) throw new ProblemError('corpo_invalido')
  if (typeof value === 'string') {
    if (unkeepable.test(value) && campos.length < 50)
      campos.push({ caminho: caminhoDe(path), mensagem: 'Há um caractere que não pode ser guardado. Apague e escreva de novo.' })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__' || unkeepable.test(key)) throw new ProblemError('corpo_invalido')
      walk(item, [...path, key], campos)
    }
  }
}
