import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { createTestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { startServer } from '../support/server.js'
import { loadProtocolos } from './load.js'
import { criarAparelho } from './provas.js'
import type { Figure } from './run.js'
import { inTurns, perSecond } from './turns.js'

const count = 1_000_000
/** Every hundredth is of the citizen: 10,000. */
const oneIn = 100
const seconds = 5
/** Proofs made ahead of each turn; more than can be answered in it. */
const proofs = 40_000
const paths = ['/v1/entidades/vila-serena/meus/protocolos', '/v1/entidades/vila-serena/meus/resumo'] as const

/**
 * First pages and counters a second, by turns, of a signed-in citizen with 10,000 protocolos among 1,000,000: each request with a proof of
 * its own, made before the clock starts. Against a bare server doing the same two queries for whoever asks.
 */
export async function painel(): Promise<Figure> {
  const database = await createTestDatabase()
  const env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' }
  await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
  await loadProtocolos(database.sql, count)
  const conta = await someoneWithMany(database.sql)
  const { token, aparelho } = await signedIn(database.sql, conta)
  const server = await startServer(['dist/server/main.js'], env)
  const bare = await startServer(['--import', 'tsx', 'tests/bench/bare-painel.ts'], { ...env, CONTA: conta })

  async function ours(): Promise<number> {
    const refused = await fetch(server.address + paths[0], { headers: { authorization: `DPoP ${token}`, dpop: '' } })
    const nonce = refused.headers.get('DPoP-Nonce') ?? ''
    const ready = Array.from({ length: proofs }, (_, n) => {
      const path = paths[n % 2] ?? paths[0]
      return { path, dpop: aparelho.prova({ method: 'GET', htu: server.address + path, token, nonce }) }
    })
    return perSecond(server.address, {
      seconds,
      next: () => {
        const one = ready.pop()
        if (!one) throw new Error('too few proofs were made ahead')
        return { path: one.path, headers: { authorization: `DPoP ${token}`, dpop: one.dpop } }
      },
    })
  }

  let asked = 0
  const ceiling = () => perSecond(bare.address, { seconds, next: () => ({ path: paths[asked++ % 2] ?? paths[0] }) })

  try {
    const [oursASecond, ceilingASecond] = await inTurns(5, ours, ceiling)
    return {
      name: 'painel',
      ratio: oursASecond / ceilingASecond,
      ours: `${oursASecond.toFixed(0)}/s`,
      ceiling: `${ceilingASecond.toFixed(0)}/s`,
    }
  } finally {
    await bare.stop()
    await server.stop()
    await database.drop()
  }
}

/** @returns a conta whose protocolos stand in every situacao. */
async function someoneWithMany(sql: Sql): Promise<string> {
  const conta = randomUUID()
  await sql`
    insert into contas (conta_id, documento, nome, email, criada_em) values (${conta}, '52998224725', 'Pessoa Exemplo', 'pessoa@exemplo.br', now())`
  await sql`
    update protocolos set conta_id = ${conta}, situacao = (array['nao_analisado', 'em_andamento', 'pendente', 'parado', 'cancelado'])[1 + sequencia / ${oneIn} % 5]
     where sequencia % ${oneIn} = 0`
  await sql`vacuum (analyze) protocolos`
  return conta
}

/** A session as signing in leaves it. */
async function signedIn(sql: Sql, conta: string) {
  const aparelho = criarAparelho()
  const token = randomBytes(32).toString('base64url')
  await sql`
    insert into sessoes (conta_id, sessao_id, entidade_id, token_hash, chave, aparelho, lembrar, criada_em, usada_em, expira_em)
    select ${conta}, ${randomUUID()}, entidade_id, ${createHash('sha256').update(token).digest()}, ${sql.json({ ...aparelho.jwk })}, 'bench', true,
           now(), now(), now() + interval '30 days'
      from entidades where codigo = 'vila-serena'`
  return { token, aparelho }
}
