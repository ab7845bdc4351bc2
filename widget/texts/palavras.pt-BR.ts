import { palavras as daRegra } from '../../server/contract/palavras.js'
import { voz } from './voz.js'

/** Words that the server says too. Other languages follow the same keys. */
export const palavras = voz('palavras', daRegra)
