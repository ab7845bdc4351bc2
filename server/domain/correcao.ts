import { escreverResposta } from './escrita-das-respostas.js'
import type { AlvoDaPendencia } from './pendencia.js'
import type { Campo, Resposta, Respostas } from './tipo.js'

/** What was given in place of an answer or a file. */
export interface Correcao {
  alvo: AlvoDaPendencia
  valor: Resposta | null
  /** Of the new file. */
  anexoId: string | null
}

/** Answers as they stand once corrected, in that order, and what each was before, the latest first. */
export function corrigirRespostas(
  respostas: Respostas,
  correcoes: readonly Correcao[],
): { atuais: Respostas; antes: ReadonlyMap<string, readonly Resposta[]> } {
  const atuais = { ...respostas }
  const antes = new Map<string, Resposta[]>()
  for (const { alvo, valor } of correcoes) {
    if (!('campo' in alvo) || valor === null) continue
    const anterior = atuais[alvo.campo]
    if (anterior !== undefined) antes.set(alvo.campo, [anterior, ...(antes.get(alvo.campo) ?? [])])
    atuais[alvo.campo] = valor
  }
  return { atuais, antes }
}

/** By the id of each file that was corrected, that of the one which stands in its place: the last, when it was corrected again. */
export function substitutos(correcoes: readonly Correcao[]): ReadonlyMap<string, string> {
  const finais = new Map<string, string>()
  for (const { alvo, anexoId } of correcoes) {
    if (!('anexo' in alvo) || anexoId === null) continue
    for (const [antigo, atual] of finais) if (atual === alvo.anexo) finais.set(antigo, anexoId)
    finais.set(alvo.anexo, anexoId)
  }
  return finais
}

/** What was answered, ready to read, in the order of the form; `antes` of what was corrected, the latest first. */
export function escreverCorrigidas(campos: readonly Campo[], respostas: Respostas, correcoes: readonly Correcao[]) {
  const { atuais, antes } = corrigirRespostas(respostas, correcoes)
  return campos.flatMap((campo) => {
    const atual = atuais[campo.codigo]
    if (atual === undefined) return []
    const anteriores = antes.get(campo.codigo)?.map((resposta) => escreverResposta(campo, resposta))
    const escrita = { campo: campo.codigo, rotulo: campo.rotulo, valor: escreverResposta(campo, atual) }
    return [anteriores ? { ...escrita, antes: anteriores } : escrita]
  })
}
