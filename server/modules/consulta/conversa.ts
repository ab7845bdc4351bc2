import type { LeituraComCodigo, MensagemComCodigo, RespostaComCodigo } from '../../contract/consulta.js'
import type { Mensagem } from '../../contract/mensagens.js'
import type { RespostaRecebida } from '../../contract/pendencias.js'
import type { Platform } from '../../platform/platform.js'
import type { Tentativa } from '../desafio/tentativa.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { enviarMensagem, marcarLidas } from '../mensagens/mensagens.js'
import { responderPendencia } from '../pendencias/respostas.js'
import { conferirChave } from './consulta.js'

/** Who has number and code stands for the requerente, without a conta. */
const requerente = { especie: 'requerente', contaId: null } as const

/** What the other side may repeat, and who asks. */
interface Vez {
  /** The Idempotency-Key. */
  idempotencia: string
  tentativa: Tentativa
}

/** Answers what was asked, by number and code. @throws as `conferirChave` and `responderPendencia`. */
export async function responderComCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  pendenciaId: string,
  { numero, orgao, ano, codigo, ...resposta }: RespostaComCodigo,
  { idempotencia, tentativa }: Vez,
): Promise<RespostaRecebida> {
  const chave = { numero, codigo, ...(orgao !== undefined && { orgao }), ...(ano !== undefined && { ano }) }
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return responderPendencia(platform, entidade, requerente, { protocoloId: id, pendenciaId, resposta, chave: idempotencia })
}

/** Writes to the unidade, by number and code. @throws as `conferirChave` and `enviarMensagem`. */
export async function escreverComCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  { numero, orgao, ano, codigo, ...pedido }: MensagemComCodigo,
  { idempotencia, tentativa }: Vez,
): Promise<Mensagem> {
  const chave = { numero, codigo, ...(orgao !== undefined && { orgao }), ...(ano !== undefined && { ano }) }
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return enviarMensagem(platform, entidade, requerente, { protocoloId: id, pedido, chave: idempotencia })
}

/** Marks what the unidade wrote, up to a message, as read. @throws as `conferirChave`. */
export async function lerComCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  { ate, ...chave }: LeituraComCodigo,
  tentativa: Tentativa,
): Promise<{ lidas: number }> {
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return marcarLidas(platform, entidade, requerente, id, ate)
}
