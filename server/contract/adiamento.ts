import { escreverData, escreverDataHora } from './palavras.js'

/** Why a prazo is later than it was: the system was out from one instant to another (Lei 11.419 art. 10 §2). */
export function escreverAdiamento({ de, ate }: { de: string; ate: string }, prazo: string, fuso: string): string {
  const [primeiro, ultimo] = [de, ate].map((instante) => escreverDataHora(instante, fuso).split(', ')[0])
  const quando = primeiro === ultimo ? `em ${primeiro}` : `de ${primeiro} a ${ultimo}`
  return `O sistema ficou fora do ar ${quando}; por isso o prazo passou para ${escreverData(prazo)}.`
}
