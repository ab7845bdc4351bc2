import type { CampoComErro } from '../../contract/problema.js'
import { lerDespacho } from '../../domain/despacho.js'
import { ProblemError } from '../../platform/http/problem.js'

/** @throws campos_invalidos, beside one field. */
export function recusar(caminho: string, mensagem: string): never {
  throw new ProblemError('campos_invalidos', { campos: [{ caminho, mensagem }] })
}

/** @throws campos_invalidos, unless there is nothing wrong. */
export function recusarTodos(campos: readonly (CampoComErro | undefined)[]): void {
  const erros = campos.filter((campo) => campo !== undefined)
  if (erros.length > 0) throw new ProblemError('campos_invalidos', { campos: erros })
}

/** What is wrong with a text, if anything is. @param vazio what to say where one is needed and there is none. */
export function erroDoTexto(texto: string, vazio?: string): CampoComErro | undefined {
  const lido = lerDespacho(texto)
  if ('mensagem' in lido) return { caminho: 'texto', mensagem: lido.mensagem }
  return lido.valor === '' && vazio !== undefined ? { caminho: 'texto', mensagem: vazio } : undefined
}

/** As it is kept, once {@link erroDoTexto} found nothing wrong with it. */
export function textoDe(texto: string): string {
  const lido = lerDespacho(texto)
  return 'valor' in lido ? lido.valor : ''
}
