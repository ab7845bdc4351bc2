import { createBell } from '../../platform/bell.js'
import type { Platform } from '../../platform/platform.js'
import type { Dono } from '../sessoes/sessoes.js'
import { escutaDe } from './escuta.js'
import * as queries from './queries.js'

/** What an open page is told: that a protocolo changed; where in the series it stands; or that too much was missed to catch up. */
export type Aviso =
  | { especie: 'mudou'; id: number; protocolo: string; situacao: string; versao: number }
  | { especie: 'pronto' | 'recomece'; id: number }
  | { especie: 'pulso' }

/** Milliseconds between signs of life: less than proxies wait, and how late an ended session is noticed. */
const entrePulsos = 25_000
/** Events read at once. */
const porVez = 100
/** Milliseconds for which events are kept. */
const guardarPor = 24 * 3_600_000

export interface Acompanhamento {
  /** The last event that the page was told of; without it the series begins now. */
  desde?: number
  /** Ends it. */
  sinal: AbortSignal
  /** Asked at each sign of life, and when a procuracao by which one acts was ended; when it is false the series ends. */
  continua: () => Promise<boolean>
}

/**
 * Everything that changes in the protocolos of a conta, or of whom it acts for, from `desde` on and as long as the page is open. None is missed, in whatever
 * order transactions end; one protocolo that changed often in between comes once.
 */
export async function* acompanhar(platform: Platform, dono: Dono, { desde, sinal, continua }: Acompanhamento): AsyncGenerator<Aviso> {
  const { sql } = platform.db
  const campainha = createBell<'pulso' | 'mudanca' | 'procuracao'>()
  const tocar = () => campainha.ring('mudanca')
  const escuta = escutaDe(platform)
  const parar = await escuta.ouvir(dono.contaId, tocar)
  const pararDeAgir = dono.por && (await escuta.ouvir(dono.por.procuracaoId, () => campainha.ring('procuracao')))
  const pulso = setInterval(() => campainha.ring('pulso'), entrePulsos)
  pulso.unref()
  sinal.addEventListener('abort', tocar)
  try {
    const ultimo = await queries.ultimo(sql, dono)
    const perdeu = desde !== undefined && desde !== ultimo && !(await queries.existe(sql, dono, desde))
    let lido = desde === undefined || perdeu ? ultimo : desde
    yield { especie: perdeu ? 'recomece' : 'pronto', id: lido }
    while (!sinal.aborted) {
      const eventos = await queries.depoisDe(sql, dono, lido, porVez)
      for (const evento of eventos) {
        lido = evento.id
        yield { especie: 'mudou', ...evento }
      }
      if (eventos.length === porVez) continue
      const toques = await campainha.wait()
      if (toques.some((toque) => toque !== 'mudanca') && !(await continua())) return
      if (!toques.includes('mudanca')) yield { especie: 'pulso' }
    }
  } finally {
    clearInterval(pulso)
    parar()
    pararDeAgir?.()
  }
}

/** Forgets what changed more than a day ago. */
export async function limparEventos(platform: Platform): Promise<void> {
  await queries.apagarVelhos(platform.db.sql, new Date(platform.clock.now().getTime() - guardarPor))
}
