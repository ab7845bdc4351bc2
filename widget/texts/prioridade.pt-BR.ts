import { nomesDePrioridade } from '../../server/contract/prioridade.js'
import { voz } from './voz.js'

/** Who comes first, as the requerente says it. Other languages follow the same keys. */
export const prioridade = voz('prioridade', nomesDePrioridade)
