import { mensagens } from './mensagens.js'
import { contarCaracteres, textoLimpo } from './texto.js'

export const maiorDespacho = 20_000

/** A despacho, or the reason of an act, as it is kept, or what is wrong with it. Empty is empty. */
export function lerDespacho(texto: string): { valor: string } | { mensagem: string } {
  const limpo = textoLimpo(texto, { linhas: true })
  if (limpo === undefined) return { mensagem: mensagens.caractere }
  const sobram = contarCaracteres(limpo) - maiorDespacho
  return sobram > 0 ? { mensagem: mensagens.longo(maiorDespacho, sobram) } : { valor: limpo }
}
