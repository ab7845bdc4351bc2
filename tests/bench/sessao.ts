import { verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buscarEntidade, importarEntidade } from '../../server/modules/entidades/entidades.js'
import { conferirSessao, type PedidoComProva } from '../../server/modules/sessoes/guarda.js'
import { abrirSessao } from '../../server/modules/sessoes/sessoes.js'
import { readConfig } from '../../server/platform/config.js'
import { createPlatform } from '../../server/platform/create-platform.js'
import { createTestDatabase } from '../server/helpers/database.js'
import { type Aparelho, criarAparelho } from './provas.js'
import type { Figure } from './run.js'
import { inTurns } from './turns.js'

const sessions = 100
const proofs = 20_000

/** Requests a second of which the guard finds out who makes them, each with a proof of its own, against verifying the signatures alone. */
export async function sessao(): Promise<Figure> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-bench-'))
  const platform = await createPlatform({ ...readConfig({ DATABASE_URL: database.url, PROTOCOLO_DADOS: dataDir, PROTOCOLO_LOG: 'warn' }) })
  try {
    await importarEntidade(platform, JSON.parse(readFileSync('demo/entidades/vila-serena.json', 'utf8')))
    const entidade = await buscarEntidade(platform, 'vila-serena')
    if (!entidade) throw new Error('no entidade')
    const contaId = platform.random.id()
    await database.sql`insert into contas (conta_id, documento, nome, criada_em) values (${contaId}, '52998224725', 'Pessoa Exemplo', now())`
    const abertas = await Promise.all(
      Array.from({ length: sessions }, async () => {
        const aparelho = criarAparelho()
        const { token } = await abrirSessao(
          platform,
          entidade,
          contaId,
          { chave: aparelho.jwk, userAgent: '', endereco: '127.0.0.1' },
          true,
        )
        return { aparelho, token }
      }),
    )
    const path = '/v1/entidades/vila-serena/meus/resumo'
    const host = new URL(platform.config.address).host

    /** Fresh each time: a proof passes once. */
    const pedidos = (): (PedidoComProva & { aparelho: Aparelho })[] => {
      const nonce = platform.dpop.nonce()
      return Array.from({ length: proofs / sessions }, () => abertas).flatMap((todas) =>
        todas.map(({ aparelho, token }) => {
          const dpop = aparelho.prova({ method: 'GET', htu: platform.config.address + path, token, nonce })
          return { method: 'GET', path, host, authorization: `DPoP ${token}`, dpop, endereco: '127.0.0.1', aparelho }
        }),
      )
    }

    const guard = async () => {
      const prontos = pedidos()
      const start = performance.now()
      for (const pedido of prontos) await conferirSessao(platform, entidade, pedido)
      return (proofs * 1000) / (performance.now() - start)
    }

    const verifyAlone = async () => {
      const prontos = pedidos().map(({ dpop, aparelho }) => {
        const fim = dpop.lastIndexOf('.')
        return { key: aparelho.publica, signed: Buffer.from(dpop.slice(0, fim)), signature: Buffer.from(dpop.slice(fim + 1), 'base64url') }
      })
      const start = performance.now()
      for (const { key, signed, signature } of prontos) {
        if (!verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)) throw new Error('a good signature was refused')
      }
      return (proofs * 1000) / (performance.now() - start)
    }

    const [ours, ceiling] = await inTurns(5, guard, verifyAlone)
    return { name: 'sessao', ratio: ours / ceiling, ours: `${ours.toFixed(0)}/s`, ceiling: `${ceiling.toFixed(0)}/s` }
  } finally {
    await platform.close()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
