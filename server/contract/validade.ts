import { escreverData } from './palavras.js'

/** Until when an issued document is good, without a full stop. @param validade, hoje `AAAA-MM-DD`; without `validade` it does not expire. */
export function escreverValidade(validade: string | null, hoje: string): string {
  if (validade === null) return 'Sem data para vencer'
  return `${validade < hoje ? 'Valeu' : 'Vale'} até ${escreverData(validade)}`
}
