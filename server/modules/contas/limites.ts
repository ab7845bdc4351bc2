import type { Platform } from '../../platform/platform.js'
import { cobrarProva, contarErro, type Proposito, type Quem, tentativaCustaProva } from '../desafio/desafio.js'
import type { Tentativa } from '../desafio/tentativa.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'

/** Counts one more request of this kind; past the first few, of an address or on one `alvo`, it costs a proof of work. */
export async function pesar(
  platform: Platform,
  entidade: EntidadeAberta,
  proposito: Proposito,
  { endereco, prova }: Tentativa,
  alvo?: string,
) {
  const quem: Quem = { entidade, proposito, endereco }
  if (tentativaCustaProva(platform, quem, alvo)) await cobrarProva(platform, quem, prova)
  contarErro(platform, quem, alvo)
}

/** E-mails that one cause sends to one mailbox in an hour: nobody floods another's, nor guesses codes that went there. */
const porHora = 5

/** Whether one more e-mail of a cause may go, which is then counted. */
export type Contagem = (causa: string) => boolean

/**
 * Counts one more unless that is too many: who only asks, and is refused, does not keep the owner of the mailbox waiting. Made before a
 * transaction, which may run more than once: each cause is counted once.
 */
export function contagem({ limits }: Platform): Contagem {
  const contadas = new Map<string, boolean>()
  return (causa) => {
    const chave = `correio ${causa}`
    const cabe = contadas.get(causa) ?? limits.peek(chave, 3600) < porHora
    if (cabe && !contadas.has(causa)) limits.hit(chave, 3600)
    contadas.set(causa, cabe)
    return cabe
  }
}
