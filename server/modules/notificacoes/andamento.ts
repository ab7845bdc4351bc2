import * as v from 'valibot'
import { type Novidade, regraDeAviso } from '../../domain/aviso.js'
import { diaEm } from '../../domain/prazo.js'
import { aparece } from '../../domain/visibilidade.js'
import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import * as queries from './avisos-queries.js'
import { dever } from './queries.js'

/** Something that happened to a protocolo. */
export interface Andamento {
  protocoloId: string
  /** The especie of the tramite, or what else happened. */
  especie: Novidade
  /** The tramite that tells it. A private despacho is told to nobody outside. */
  tramiteId?: string
  /** Unidades whose boxes are told, where it is not that of the tramite's destino or that which holds it. */
  unidades?: readonly string[]
  /** What it is told once for: whoever may run twice gives it, and the second time owes nothing. */
  vez?: string
  /** `AAAA-MM-DD`, of a deadline that is told of. */
  dia?: string
}

/** Milliseconds for which a box that was told of a protocolo hears no more of it. */
const silencio = 10 * 60_000

/**
 * Owes everybody who is to hear of it their notice, in the transaction of `sql` in which it happens. The first goes at once; what comes
 * within ten minutes after it goes in one e-mail at their end.
 */
export async function avisarAndamento(platform: Platform, sql: Sql, entidade: EntidadeAberta, andamento: Andamento): Promise<void> {
  const { protocoloId, especie, tramiteId = null, vez = null, dia } = andamento
  const regra = regraDeAviso(especie)
  if (!regra.pessoas && !regra.unidade && !regra.responsavel) return
  const situado = await queries.situar(sql, entidade.id, {
    protocoloId,
    tramiteId,
    hoje: diaEm(entidade.arquivo.fuso, platform.clock.now()),
  })
  if (!situado) throw new Error('a notice about a protocolo that does not exist')
  const destinos = [
    ...(regra.pessoas && contavel(situado) ? caixasDasPessoas(situado.pessoas, regra.pessoas) : []).map(aQuem('pessoa')),
    ...(regra.unidade ? caixasDasUnidades(entidade, andamento.unidades ?? [situado.unidadeId]) : []).map(aQuem('unidade')),
    ...(regra.responsavel && situado.responsavel !== null ? [situado.responsavel] : []).map(aQuem('unidade')),
  ]
  if (destinos.length === 0) return
  const avisos = destinos.map((destino) => ({ id: platform.random.id(), ...destino }))
  const dados = { ...(dia !== undefined && { dia }) }
  await queries.deverAvisos(sql, entidade.id, { protocoloId, tramiteId, novidade: especie, dados, vez, avisos }, platform.clock.now())
}

/** Whether the tramite, if one tells it, is in the history as people see it. */
function contavel({ tramite }: queries.Situado): boolean {
  return tramite === null || aparece(tramite)
}

/** The addresses of those who want to hear of `assunto`, each once. A conta silences its own addresses, never somebody else's. */
export function caixasDasPessoas(pessoas: readonly queries.Pessoa[], assunto: keyof queries.Escolhas): string[] {
  const calados = new Set(pessoas.flatMap(({ email, segundo, quer }) => (quer && !quer[assunto] ? [email, segundo] : [])))
  const caixas = pessoas.flatMap(({ email, segundo, quer }) => [email, quer?.copia ? segundo : null])
  return [...new Set(caixas)].filter((caixa) => caixa !== null).filter((caixa) => !calados.has(caixa))
}

function caixasDasUnidades(entidade: EntidadeAberta, ids: readonly string[]): string[] {
  const caixas = ids.flatMap((id) => entidade.unidadesPorId.get(id)?.email?.toLowerCase() ?? [])
  return [...new Set(caixas)]
}

function aQuem(quem: queries.AQuem) {
  return (para: string) => ({ para, aQuem: quem })
}

export const avisosDevidos = v.object({ entidadeId: v.pipe(v.string(), v.uuid()), protocoloId: v.pipe(v.string(), v.uuid()) })

/**
 * Owes one e-mail to each box that waits to hear of a protocolo and has heard nothing of it for ten minutes, and comes back when the next may
 * hear. What comes while an e-mail still waits for the mail server is told in that one. Run twice, it finds nothing the second time.
 */
export async function juntarAvisos(platform: Platform, { entidadeId, protocoloId }: v.InferOutput<typeof avisosDevidos>): Promise<void> {
  await platform.db.transaction(async (sql) => {
    await queries.travarAvisos(sql, protocoloId)
    const agora = platform.clock.now()
    const caixas = await queries.caixasDevidas(sql, entidadeId, protocoloId)
    const esperas: number[] = []
    for (const caixa of caixas) {
      const espera = caixa.ultimo.getTime() + silencio - agora.getTime()
      const porEnviar = await queries.porEnviarA(sql, entidadeId, protocoloId, caixa)
      if (porEnviar !== undefined) await queries.juntarEm(sql, entidadeId, protocoloId, caixa, porEnviar)
      else if (espera > 0) esperas.push(espera)
      else await deverEmail(sql, caixa)
    }
    if (esperas.length > 0) await queries.voltarEm(sql, { entidadeId, protocoloId }, Math.min(...esperas))

    async function deverEmail(tx: Sql, caixa: queries.Caixa) {
      const id = platform.random.id()
      await dever(tx, entidadeId, { id, especie: especiesDeCarta[caixa.aQuem], para: caixa.para, dados: {}, protocoloId }, agora)
      await queries.juntarEm(tx, entidadeId, protocoloId, caixa, id)
    }
  })
}

export const especiesDeCarta = { pessoa: 'andamento', unidade: 'andamento-na-unidade' } as const satisfies Record<queries.AQuem, string>

/** Milliseconds for which it is known what was told. */
const guardarPor = 30 * 24 * 3_600_000

/** Forgets what was told long ago. What is told once is kept, so that it is not told again. */
export async function limparAvisos({ db, clock }: Platform): Promise<void> {
  await queries.apagarContados(db.sql, new Date(clock.now().getTime() - guardarPor))
}
