import type { Operacao } from '../../contract/sessoes.js'
import type { Sql } from '../../platform/database.js'
import type { Sessao } from '../sessoes/sessoes.js'

/** What a challenge serves for. */
export type Uso = 'entrada' | 'registro' | Operacao

export interface Desafio {
  id: string
  desafio: Buffer
  criadoEm: Date
}

export interface PasskeyGuardada {
  id: string
  contaId: string
  rpId: string
  /** Base64url. */
  credencial: string
  /** COSE. */
  chave: Buffer
  contador: number
  sincronizada: boolean
  transportes: string[]
  nome: string
  criadaEm: Date
  usadaEm: Date | null
}

export async function inserirDesafio(
  sql: Sql,
  entidadeId: string,
  { id, desafio, criadoEm, expiraEm, uso, sessao }: Desafio & { expiraEm: Date; uso: Uso; sessao: Sessao | undefined },
): Promise<void> {
  await sql`
    insert into passkeys_desafios (desafio_id, entidade_id, uso, conta_id, sessao_id, desafio, criado_em, expira_em)
    values (${id}, ${entidadeId}, ${uso}, ${sessao?.contaId ?? null}, ${sessao?.id ?? null}, ${desafio}, ${criadoEm}, ${expiraEm})`
}

/** A challenge that nobody can take again, right or wrong as its answer may be. */
export async function tomarDesafio(
  sql: Sql,
  entidadeId: string,
  { id, uso, sessao, agora }: { id: string; uso: Uso; sessao: Sessao | undefined; agora: Date },
): Promise<Desafio | undefined> {
  const [desafio] = await sql<Desafio[]>`
    delete from passkeys_desafios
     where desafio_id = ${id} and entidade_id = ${entidadeId} and uso = ${uso} and sessao_id is not distinct from ${sessao?.id ?? null}
       and expira_em > ${agora}
    returning desafio_id as id, desafio, criado_em as "criadoEm"`
  return desafio
}

export async function apagarDesafios(sql: Sql, agora: Date): Promise<void> {
  await sql`delete from passkeys_desafios where expira_em < ${agora}`
}

/** The user handle of a conta: `novo` unless it has one already. */
export async function usuarioDe(sql: Sql, contaId: string, novo: Buffer): Promise<Buffer | undefined> {
  const [conta] = await sql<{ usuario: Buffer }[]>`
    update contas set passkeys_usuario = coalesce(passkeys_usuario, ${novo}) where conta_id = ${contaId} returning passkeys_usuario as usuario`
  return conta?.usuario
}

export async function daConta(sql: Sql, contaId: string): Promise<PasskeyGuardada[]> {
  return await sql<PasskeyGuardada[]>`
    select passkey_id as id, conta_id as "contaId", rp_id as "rpId", credencial, chave, contador, sincronizada, transportes, nome,
           criada_em as "criadaEm", usada_em as "usadaEm"
      from passkeys where conta_id = ${contaId} order by criada_em, passkey_id`
}

/** The one that an authenticator calls so, of this domain, with the user handle of its conta. */
export async function porCredencial(
  sql: Sql,
  rpId: string,
  credencial: string,
): Promise<(PasskeyGuardada & { usuario: Buffer }) | undefined> {
  const [passkey] = await sql<(PasskeyGuardada & { usuario: Buffer })[]>`
    select passkey_id as id, conta_id as "contaId", rp_id as "rpId", credencial, chave, contador, sincronizada, transportes, passkeys.nome,
           passkeys.criada_em as "criadaEm", usada_em as "usadaEm", passkeys_usuario as usuario
      from passkeys join contas using (conta_id) where credencial = ${credencial} and rp_id = ${rpId}`
  return passkey
}

/** @returns false when the credential is somebody's already. */
export async function inserir(sql: Sql, passkey: PasskeyGuardada): Promise<boolean> {
  const { id, contaId, rpId, credencial, chave, contador, sincronizada, transportes, nome, criadaEm, usadaEm } = passkey
  const { count } = await sql`
    insert into passkeys (conta_id, passkey_id, rp_id, credencial, chave, contador, sincronizada, transportes, nome, criada_em, usada_em)
    values (${contaId}, ${id}, ${rpId}, ${credencial}, ${chave}, ${contador}, ${sincronizada}, ${transportes}, ${nome}, ${criadaEm}, ${usadaEm})
        on conflict (credencial) do nothing`
  return count === 1
}

/**
 * Notes a use. The counter of one that lives on a single device has to have grown since, unless it never counts.
 * @returns whether the use may stand: of two copies that show the same counter only one does.
 */
export async function notarUso(sql: Sql, { contaId, id }: PasskeyGuardada, contador: number, agora: Date): Promise<boolean> {
  const { count } = await sql`
    update passkeys set contador = ${contador}, usada_em = ${agora}
     where conta_id = ${contaId} and passkey_id = ${id}
       and (sincronizada or contador < ${contador} or (contador = 0 and ${contador}::bigint = 0))`
  return count === 1
}

export async function renomear(sql: Sql, contaId: string, id: string, nome: string): Promise<PasskeyGuardada | undefined> {
  const [passkey] = await sql<PasskeyGuardada[]>`
    update passkeys set nome = ${nome} where conta_id = ${contaId} and passkey_id = ${id}
    returning passkey_id as id, conta_id as "contaId", rp_id as "rpId", credencial, chave, contador, sincronizada, transportes, nome,
              criada_em as "criadaEm", usada_em as "usadaEm"`
  return passkey
}

export async function remover(sql: Sql, { contaId, id }: PasskeyGuardada): Promise<void> {
  await sql`delete from passkeys where conta_id = ${contaId} and passkey_id = ${id}`
}
