import { ProblemError } from '../../platform/http/problem.js'

/** Said of another's protocolo as of one that never was. */
export function foraDaConta(): ProblemError {
  return new ProblemError('protocolo_nao_encontrado', { detail: 'Este protocolo não está na sua conta.' })
}
