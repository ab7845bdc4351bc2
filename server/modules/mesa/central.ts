import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import * as queries from './queries.js'

/** What a node read at once: every desk that is open here is told of what is its own, and of the place up to which nothing was missed then. */
export type Lote = queries.Leitura

type Receber = (lote: Lote) => void

/** Reads the series of each entidade once for all the desks that are open on this node. */
interface Central {
  /** Hands over every lote read from now on. @returns what ends it. */
  ouvir(entidadeId: string, receber: Receber): Promise<() => void>
}

/** Milliseconds before a reading that failed is tried again. */
const novaTentativa = 1000

export const centralDe = oncePer(criarCentral)

function criarCentral(platform: Platform): Central {
  const leitores = new Map<string, Leitor>()
  let ouvindo: Promise<unknown> | undefined
  return {
    async ouvir(entidadeId, receber) {
      ouvindo ??= platform.db
        .listen(
          'filas',
          (id) => leitores.get(id)?.acordar(),
          () => {
            for (const leitor of leitores.values()) leitor.acordar()
          },
        )
        .catch((error: unknown) => {
          ouvindo = undefined
          throw error
        })
      await ouvindo
      const leitor = leitores.get(entidadeId) ?? criarLeitor(platform, entidadeId)
      leitores.set(entidadeId, leitor)
      leitor.ouvintes.add(receber)
      const parar = () => {
        leitor.ouvintes.delete(receber)
        if (leitor.ouvintes.size === 0 && leitores.get(entidadeId) === leitor) leitores.delete(entidadeId)
      }
      await leitor.pronto.catch((error: unknown) => {
        leitores.delete(entidadeId)
        throw error
      })
      return parar
    },
  }
}

type Leitor = ReturnType<typeof criarLeitor>

function criarLeitor(platform: Platform, entidadeId: string) {
  const ouvintes = new Set<Receber>()
  /** Read already, of transactions that were not all over. */
  let vistos = new Set<number>()
  let marca: string | undefined
  let lendo = false
  let tocou = false

  /** One reading at a time; whoever calls meanwhile has it read once more. */
  async function acordar(): Promise<void> {
    tocou = true
    if (lendo) return
    lendo = true
    try {
      while (tocou && marca !== undefined && ouvintes.size > 0) {
        tocou = false
        await ler(marca)
      }
    } catch (err) {
      platform.log.warn({ err }, 'the changes of the queues were not read')
      setTimeout(acordar, novaTentativa).unref()
    } finally {
      lendo = false
    }
  }

  async function ler(desde: string): Promise<void> {
    const { eventos, ...lugar } = await queries.lerDesde(platform.db.sql, entidadeId, desde)
    const novos = eventos.filter(({ id }) => !vistos.has(id))
    vistos = new Set(eventos.filter(({ transacao }) => BigInt(transacao) >= BigInt(lugar.marca)).map(({ id }) => id))
    marca = lugar.marca
    if (novos.length === 0) return
    for (const receber of ouvintes) receber({ ...lugar, eventos: novos })
  }

  const pronto = queries.lugarAtual(platform.db.sql).then((lugar) => {
    marca = lugar.marca
    if (tocou) void acordar()
  })
  return { ouvintes, pronto, acordar: () => void acordar() }
}
