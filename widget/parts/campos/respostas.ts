import { visivel } from '../../../server/contract/regras.js'
import type { Campo, Respostas } from '../../../server/contract/tipo.js'
import { type Digitados, lerDigitado, lerDigitados } from './digitado.js'

/** The campos on screen: those whose condition holds by what is answered on screen. */
export function camposVisiveis(campos: readonly Campo[], digitados: Digitados): Campo[] {
  const dadas: Respostas = {}
  return campos.filter((campo) => {
    if (!visivel(campo.quando, dadas)) return false
    const resposta = lerDigitado(campo, digitados[campo.codigo])
    if (resposta !== undefined) dadas[campo.codigo] = resposta
    return true
  })
}

/** Answers as they would be sent. Those to questions that went away are kept, but not sent. */
export function respostasDigitadas(campos: readonly Campo[], digitados: Digitados): Respostas {
  return lerDigitados(camposVisiveis(campos, digitados), digitados)
}

/** Neighbours of one group, together. */
export function agrupar(campos: readonly Campo[]): { nome?: string; campos: Campo[] }[] {
  const grupos: { nome?: string; campos: Campo[] }[] = []
  for (const campo of campos) {
    const ultimo = grupos.at(-1)
    if (ultimo && ultimo.nome === campo.grupo) ultimo.campos.push(campo)
    else grupos.push({ campos: [campo], ...(campo.grupo && { nome: campo.grupo }) })
  }
  return grupos
}
