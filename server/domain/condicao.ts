import type { Condicao } from './tipo.js'

/** Whether the answers so far call for what hangs on `condicao`. */
export function visivel(condicao: Condicao | undefined, respostas: Readonly<Record<string, unknown>>): boolean {
  if (!condicao) return true
  const resposta = propria(respostas, condicao.campo)
  const dadas: readonly unknown[] = Array.isArray(resposta) ? resposta : [resposta]
  return condicao.em.some((esperada) => dadas.includes(esperada))
}

/** An answer of the form's own, never what its prototype holds. */
export function propria(respostas: Readonly<Record<string, unknown>>, codigo: string): unknown {
  return Object.hasOwn(respostas, codigo) ? respostas[codigo] : undefined
}
