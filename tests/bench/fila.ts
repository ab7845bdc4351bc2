import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { createTestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { startServer } from '../support/server.js'
import { begin } from './ends.js'
import { first, loadProtocolos } from './load.js'
import { criarAparelho } from './provas.js'
import type { Figure } from './run.js'
import { inTurns, perSecond } from './turns.js'

const count = 1_000_000
/** Every tenth is open, all in one unidade: 100,000. */
const openIn = 10
const seconds = 5
/** Proofs made ahead of each turn; more than can be answered in it. */
const proofs = 40_000
const path = '/v1/entidades/vila-serena/gestao/fila'
const query = '?fila=unidade&unidade=obras'

/**
 * First pages a second of the queue of a unidade with 100,000 open protocolos among 1,000,000, for an official who is signed in: each request
 * with a proof of its own, made before the clock starts. Against a bare server doing the same query for whoever asks.
 */
export async function fila(): Promise<Figure> {
  const database = await begin(createTestDatabase(), ({ drop }) => drop())
  const env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' }
  await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
  await loadProtocolos(database.sql, count, { openIn, days: 60 })
  await withPriorities(database.sql)
  const conta = await official(database.sql)
  const { token, aparelho } = await signedIn(database.sql, conta)
  const server = await begin(startServer(['dist/server/main.js'], env), ({ stop }) => stop())
  const bare = await begin(startServer(['--import', 'tsx', 'tests/bench/bare-fila.ts'], { ...env, CONTA: conta }), ({ stop }) => stop())

  async function ours(): Promise<number> {
    const refused = await fetch(server.address + path, { headers: { authorization: `DPoP ${token}`, dpop: '' } })
    const nonce = refused.headers.get('DPoP-Nonce') ?? ''
    const ready = Array.from({ length: proofs }, () => aparelho.prova({ method: 'GET', htu: server.address + path, token, nonce }))
    return perSecond(server.address, {
      seconds,
      next: () => {
        const dpop = ready.pop()
        if (!dpop) throw new Error('too few proofs were made ahead')
        return { path: path + query, headers: { authorization: `DPoP ${token}`, dpop } }
      },
    })
  }

  const ceiling = () => perSecond(bare.address, { seconds, next: () => ({ path: path + query }) })
  await samePage(server.address, bare.address, token, aparelho)
  const [oursASecond, ceilingASecond] = await inTurns(5, ours, ceiling)
  return {
    name: 'fila',
    ratio: oursASecond / ceilingASecond,
    ours: `${oursASecond.toFixed(0)}/s`,
    ceiling: `${ceilingASecond.toFixed(0)}/s`,
  }
}

/** Both answer the same protocolos, a whole page of them. */
async function samePage(ours: string, bare: string, token: string, aparelho: ReturnType<typeof criarAparelho>): Promise<void> {
  const refused = await fetch(ours + path, { headers: { authorization: `DPoP ${token}`, dpop: '' } })
  const dpop = aparelho.prova({ method: 'GET', htu: ours + path, token, nonce: refused.headers.get('DPoP-Nonce') ?? '' })
  const [one, other] = await Promise.all([
    fetch(ours + path + query, { headers: { authorization: `DPoP ${token}`, dpop } }),
    fetch(bare + path + query),
  ])
  const [{ protocolos }, expected] = [await one.json(), await other.json()]
  if (protocolos?.length !== 25 || JSON.stringify(protocolos) !== JSON.stringify(expected.protocolos))
    throw new Error(`the pages differ: ${JSON.stringify(protocolos)?.slice(0, 200)}`)
}

/** Every twentieth of those that are open. */
async function withPriorities(sql: Sql): Promise<void> {
  await sql`
    update protocolos set prioridade = (array['idoso_80', 'idoso_60', 'gestante'])[1 + sequencia % 3]
     where situacao = 'em_andamento' and (sequencia - ${first}::int) % ${openIn * 20}::int = 0`
  await sql`vacuum (analyze) protocolos`
}

/** @returns a conta that works in the unidade. */
async function official(sql: Sql): Promise<string> {
  const conta = randomUUID()
  await sql`
    insert into contas (conta_id, documento, nome, email, criada_em) values (${conta}, '52998224725', 'Pessoa Exemplo', 'pessoa@exemplo.br', now())`
  await sql`
    insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
    select entidade_id, ${randomUUID()}, unidade_id, ${conta}, 'atendente' from unidades join entidades e using (entidade_id)
     where e.codigo = 'vila-serena' and unidades.codigo = 'obras'`
  return conta
}

/** A session as signing in with a passkey leaves it. */
async function signedIn(sql: Sql, conta: string) {
  const aparelho = criarAparelho()
  const token = randomBytes(32).toString('base64url')
  await sql`
    insert into sessoes (conta_id, sessao_id, entidade_id, token_hash, chave, aparelho, lembrar, criada_em, usada_em, expira_em, passkey_em)
    select ${conta}, ${randomUUID()}, entidade_id, ${createHash('sha256').update(token).digest()}, ${sql.json({ ...aparelho.jwk })}, 'bench', true,
           now(), now(), now() + interval '30 days', now()
      from entidades where codigo = 'vila-serena'`
  return { token, aparelho }
}
