import { escreverResposta, validarCampo } from '../../../server/contract/regras.js'
import type { Campo, EspecieDeCampo } from '../../../server/contract/tipo.js'
import { lerDigitado } from './digitado.js'

const formatadas: readonly EspecieDeCampo[] = ['dinheiro', 'cpf', 'cnpj', 'cpf-ou-cnpj', 'telefone', 'codigo']

/**
 * What was typed, written as people are used to seeing it; as typed while it is not right, so that nothing is lost.
 * For when the person leaves the field, never while they type: the caret stays where they put it.
 */
export function formatar(campo: Campo, texto: string, hoje: string): string {
  if (texto.trim() === '' || !formatadas.includes(campo.especie)) return texto
  const lido = validarCampo(campo, lerDigitado(campo, texto), hoje)
  return 'valor' in lido && lido.valor !== undefined ? escreverResposta(campo, lido.valor) : texto
}
