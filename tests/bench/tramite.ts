import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import * as anexos from '../../server/modules/anexos/queries.js'
import * as auditoria from '../../server/modules/auditoria/queries.js'
import * as gestao from '../../server/modules/gestao/queries.js'
import * as mensagens from '../../server/modules/mensagens/queries.js'
import { situar } from '../../server/modules/notificacoes/avisos-queries.js'
import * as pendencias from '../../server/modules/pendencias/queries.js'
import * as tramitacao from '../../server/modules/tramitacao/queries.js'
import { connectTo } from '../../server/platform/client.js'
import { createTestDatabase, type TestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { startServer } from '../support/server.js'
import { begin } from './ends.js'
import { loadProtocolos } from './load.js'
import { type Aparelho, criarAparelho } from './provas.js'
import type { Figure } from './run.js'
import { inTurns, perSecond } from './turns.js'

/** Each is forwarded once. */
const count = 100_000
const seconds = 5
const inFlight = 32
/** As many as the server has for its transactions. */
const connections = 6
/** Requests made ahead of each turn; more than can be answered in it. */
const ahead = 8_000

/**
 * Protocolos forwarded a second over HTTP, each by a request with a proof of its own that is made before the clock starts, and read again as
 * the reply tells them; against the same statements from a bare loop. Boxes of unidades are left out: their mail is no part of either.
 */
export async function tramite(): Promise<Figure> {
  const database = await begin(createTestDatabase(), ({ drop }) => drop())
  const env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' }
  await cli(env, 'entidade', 'importar', 'demo/entidades/vila-serena.json')
  await loadProtocolos(database.sql, count)
  const lugar = await prepare(database.sql)
  const { token, aparelho } = await signedIn(database.sql, lugar.conta)
  const server = await begin(startServer(['dist/server/main.js'], env), ({ stop }) => stop())
  const bare = await begin(Promise.all(Array.from({ length: connections }, () => connectTo(database.url, { max: 1 }))), async (todas) => {
    await Promise.all(todas.map((sql) => sql.end({ timeout: 1 })))
  })
  const ids = await received(database)
  const take = () => {
    const id = ids.pop()
    if (id === undefined) throw new Error('too few protocolos were loaded')
    return id
  }
  const raiz = '/v1/entidades/vila-serena/gestao/protocolos'

  async function ours(): Promise<number> {
    const refused = await fetch(`${server.address}${raiz}/x`, { headers: { authorization: `DPoP ${token}`, dpop: '' } })
    const nonce = refused.headers.get('DPoP-Nonce') ?? ''
    const ready = Array.from({ length: ahead }, () => asked(server.address, `${raiz}/${take()}/tramites`, { aparelho, token, nonce }))
    return perSecond(server.address, {
      seconds,
      connections: inFlight,
      expected: 201,
      next: () => {
        const one = ready.pop()
        if (!one) throw new Error('too few requests were made ahead')
        return one
      },
    })
  }

  const [oursASecond, ceilingASecond] = await inTurns(5, ours, () => forwardedPerSecond(bare, lugar, take))
  return {
    name: 'tramite',
    ratio: oursASecond / ceilingASecond,
    ours: `${oursASecond.toFixed(0)}/s`,
    ceiling: `${ceilingASecond.toFixed(0)}/s`,
  }
}

const texto = 'Peço vistoria no lugar e resposta até o fim da semana.'

function asked(address: string, path: string, { aparelho, token, nonce }: { aparelho: Aparelho; token: string; nonce: string }) {
  const dpop = aparelho.prova({ method: 'POST', htu: address + path, token, nonce })
  return {
    method: 'POST' as const,
    path,
    headers: { authorization: `DPoP ${token}`, dpop, 'content-type': 'application/json' },
    body: JSON.stringify({ acao: 'encaminhar', versao: 1, destino: 'meio-ambiente', texto, visibilidade: 'privado' }),
  }
}

interface Lugar {
  entidade: string
  obras: string
  destino: string
  conta: string
}

/** Somebody who works in obras, without boxes to be told. */
async function prepare(sql: Sql): Promise<Lugar> {
  const conta = randomUUID()
  await sql`insert into contas (conta_id, documento, nome, criada_em) values (${conta}, '52998224725', 'Pessoa Exemplo', now())`
  await sql`update unidades set email = null`
  const [lugar] = await sql<Omit<Lugar, 'conta'>[]>`
    select e.entidade_id as entidade, o.unidade_id as obras, m.unidade_id as destino
      from entidades e
      join unidades o on o.entidade_id = e.entidade_id and o.codigo = 'obras'
      join unidades m on m.entidade_id = e.entidade_id and m.codigo = 'meio-ambiente'
     where e.codigo = 'vila-serena'`
  if (!lugar) throw new Error('no entidade')
  await sql`
    insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
    values (${lugar.entidade}, ${randomUUID()}, ${lugar.obras}, ${conta}, 'gestor')`
  return { ...lugar, conta }
}

/** The ids of all protocolos, once their unidade has received them. */
async function received({ sql }: TestDatabase): Promise<string[]> {
  const reserved = await sql.reserve()
  try {
    await reserved`set session_replication_role = replica`
    await reserved`update protocolos set recebido_em = aberto_em`
    await reserved`set session_replication_role = origin`
  } finally {
    reserved.release()
  }
  await sql`vacuum (analyze) protocolos`
  const linhas = await sql<{ id: string }[]>`select protocolo_id as id from protocolos`
  return linhas.map(({ id }) => id)
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

async function forwardedPerSecond(bare: readonly Sql[], lugar: Lugar, take: () => string): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let done = 0
  const caller = async (sql: Sql) => {
    while (performance.now() < end) {
      await forward(sql, lugar, take())
      done++
    }
  }
  await Promise.all(bare.map(caller))
  return (done * 1000) / (performance.now() - start)
}

/** What the server writes and reads for one request, one statement after another as there. */
async function forward(sql: Sql, { entidade, obras, destino, conta }: Lugar, id: string): Promise<void> {
  const agora = new Date()
  const gravacao = { protocoloId: id, versao: 2, agora }
  const tramiteId = randomUUID()
  await sql`begin`
  await tramitacao.travar(sql, entidade, id)
  await tramitacao.inserirTramites(sql, entidade, gravacao, [
    {
      id: tramiteId,
      especie: 'encaminhamento',
      unidadeId: obras,
      destinoId: destino,
      autorId: conta,
      texto,
      visibilidade: 'privado',
      visibilidadeAnexos: 'privado',
      prazo: null,
      dados: {},
    },
  ])
  await tramitacao.atualizar(sql, entidade, gravacao, {
    situacao: 'em_andamento',
    unidadeId: destino,
    responsavelId: null,
    recebidoEm: null,
  })
  const dados = { tramites: [tramiteId], antes: { unidadeId: obras }, depois: { unidadeId: destino } }
  await auditoria.inserir(sql, entidade, { id: randomUUID(), em: agora, quem: conta, acao: 'protocolo.encaminhar', protocoloId: id, dados })
  await situar(sql, entidade, { protocoloId: id, tramiteId, hoje: agora.toISOString().slice(0, 10) })
  await sql`commit`
  await tramitacao.ler(sql, entidade, id)
  await tramitacao.passouPor(sql, entidade, id, [obras])
  await Promise.all([
    gestao.conteudo(sql, entidade, id),
    gestao.tramites(sql, entidade, id),
    anexos.doProtocolo(sql, entidade, id),
    mensagens.todas(sql, entidade, id),
    pendencias.todas(sql, entidade, id),
    pendencias.correcoes(sql, entidade, id),
  ])
}
