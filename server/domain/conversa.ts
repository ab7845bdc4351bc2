import { mensagens } from './mensagens.js'
import { maiorMensagem } from './tamanho-da-mensagem.js'
import { contarCaracteres, textoLimpo } from './texto.js'

/** A message as it is kept, or what is wrong with it. */
export function lerMensagem(texto: string): { valor: string } | { mensagem: string } {
  const limpo = textoLimpo(texto, { linhas: true })
  if (limpo === undefined) return { mensagem: mensagens.caractere }
  if (limpo === '') return { mensagem: 'Escreva a mensagem.' }
  return contarCaracteres(limpo) <= maiorMensagem ? { valor: limpo } : { mensagem: `Use no máximo ${maiorMensagem} caracteres.` }
}

/** Longest reason that somebody gives for what they do, in characters. */
const maiorMotivo = 1000

/** A reason as it is kept, or what is wrong with it. */
export function lerMotivo(texto: string): { valor: string } | { mensagem: string } {
  const limpo = textoLimpo(texto, { linhas: true })
  if (limpo === undefined) return { mensagem: mensagens.caractere }
  if (limpo === '') return { mensagem: 'Escreva o motivo.' }
  return contarCaracteres(limpo) <= maiorMotivo ? { valor: limpo } : { mensagem: `Use no máximo ${maiorMotivo} caracteres.` }
}
