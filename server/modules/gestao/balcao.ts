import type { AberturaNoBalcao } from '../../contract/gestao.js'
import type { Comprovante } from '../../contract/protocolos.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { abrirProtocolo } from '../protocolos/protocolos.js'
import type { Oficial } from '../tramitacao/tramitacao.js'

interface Atendimento {
  pedido: AberturaNoBalcao
  /** The Idempotency-Key. */
  chave: string
  /** Network address of the official. */
  endereco: string
}

/**
 * Opens a protocolo for somebody at the counter or on the phone, who is told of it where they leave an e-mail. Whoever attends reads them the
 * privacy notice in force.
 * @throws as `abrirProtocolo`.
 */
export function abrirNoBalcao(
  platform: Platform,
  entidade: EntidadeAberta,
  { contaId, deOnde }: Oficial,
  { pedido: { canal, ...pedido }, chave, endereco }: Atendimento,
): Promise<Comprovante> {
  return abrirProtocolo(platform, entidade, {
    pedido: { ...pedido, ciencia: entidade.arquivo.avisoDePrivacidade.versao },
    chave,
    prova: undefined,
    endereco,
    balcao: { contaId, deOnde, canal },
  })
}
