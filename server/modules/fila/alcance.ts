import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Oficial } from '../tramitacao/tramitacao.js'
import type { Alcance } from './lugares.js'

/**
 * Whose queues an official looks at: of all the unidades in which they work, or of one of them. An administrador may name any, and is not
 * shown there what is sigiloso.
 * @returns undefined when it is not theirs to look at.
 */
export function alcanceDe(entidade: EntidadeAberta, { contaId, lotacoes }: Oficial, codigo?: string): Alcance | undefined {
  const proprias = [...new Set(lotacoes.map(({ unidadeId }) => unidadeId))]
  const base = { entidadeId: entidade.id, contaId }
  if (codigo === undefined) return { ...base, unidades: proprias, semSigilosos: false }
  const unidade = entidade.unidades.get(codigo)
  if (!unidade) return undefined
  if (proprias.includes(unidade.id)) return { ...base, unidades: [unidade.id], semSigilosos: false }
  const administra = lotacoes.some(({ papel }) => papel === 'administrador')
  return administra ? { ...base, unidades: [unidade.id], semSigilosos: true } : undefined
}
