import * as v from 'valibot'
import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import { contatoPorEnviar, segredosDo } from '../confirmacoes/confirmacoes.js'
import { entidadePorId } from './de-quem.js'
import * as queries from './queries.js'

export const textoDevido = v.object({ confirmacao: v.pipe(v.string(), v.uuid()), envio: v.number() })
type TextoDevido = v.InferOutput<typeof textoDevido>

/** Owes a text with the code of one sending, in the transaction of `sql`. */
export async function deverTexto(sql: Sql, texto: TextoDevido): Promise<void> {
  await queries.deverTexto(sql, texto)
}

/**
 * Sends it, unless its code serves no more. Number and code are read now: they stand in no job and no log.
 * @throws when the gateway is away or taken out of the configuration: the job is tried again until the code expires.
 */
export async function enviarTexto(platform: Platform, { confirmacao, envio }: TextoDevido): Promise<void> {
  const contato = await contatoPorEnviar(platform, confirmacao, envio)
  if (!contato) return
  if (!platform.sms) throw new Error('there is no SMS gateway')
  const { arquivo } = await entidadePorId(platform, contato.entidadeId)
  const { codigo } = await segredosDo(platform, confirmacao, envio)
  const texto = `${codigo} é o seu código para confirmar este telefone. Não passe a ninguém. ${arquivo.nome}`
  const desfecho = await platform.sms.send({ para: contato.valor, texto })
  if (desfecho === 'refused') platform.log.warn({ confirmacao }, 'the SMS gateway refused a text')
}
