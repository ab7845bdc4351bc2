import { createBell } from '../../platform/bell.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { type Oficial, verAlvo } from '../tramitacao/tramitacao.js'
import { centralDe, type Lote } from './central.js'
import { type Olhado, type Presente, presencasDe } from './presencas.js'
import * as queries from './queries.js'

export type { Presente } from './presencas.js'

/**
 * What an open desk is told: that something changed in the queue of one of its unidades, or in a protocolo that is open on it; who else looks
 * at one of these, of all of them as the series begins; where in the series it stands; or that too much was missed to catch up.
 */
export type Aviso =
  | { especie: 'mudou'; lugar: string; protocolo: string; unidade: string; versao: number }
  | ({ especie: 'presenca' } & PresencaEmUm)
  | { especie: 'presencas'; protocolos: PresencaEmUm[] }
  | { especie: 'pronto' | 'recomece'; lugar: string }
  | { especie: 'pulso' }

interface PresencaEmUm {
  protocolo: string
  presentes: Presente[]
}

/** Milliseconds between signs of life: less than proxies wait, and how late an ended session or lotacao is noticed. */
const entrePulsos = 25_000
/** Missed changes that are told one by one. */
const maisPerdidos = 1000
/** Tellings that may wait for a page to read them. */
const maisPorLer = 1000
/** Seconds for which one may be away: events are kept for an hour more, so none of a slow transaction is gone before. */
const maiorAusencia = 23 * 3600
const guardarPor = 24 * 3_600_000
/** Milliseconds after which a presence that is not told again is forgotten. */
const presencaVale = 45_000

export interface Acompanhamento {
  /** The last place that the page was told of; without it the series begins now. */
  desde?: queries.Lugar
  /** Ends it. */
  sinal: AbortSignal
  /** Asked at each sign of life; when it is false the series ends. */
  continua: () => Promise<boolean>
}

/**
 * Everything that changes in the queues of an official's unidades, arrivals and departures too, and in what they have open elsewhere and may
 * still see, from `desde` on and as long as the desk is open. None is missed, in whatever order transactions end; one may come twice.
 */
export async function* acompanharMesa(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  { desde, sinal, continua }: Acompanhamento,
): AsyncGenerator<Aviso> {
  const campainha = createBell<Toque>()
  let porLer = 0
  const parar = await ouvirTudo(platform, entidade, oficial, (toque) => ++porLer <= maisPorLer && campainha.ring(toque))
  const fim = () => campainha.ring('fim')
  sinal.addEventListener('abort', fim)
  try {
    let { lugar, ...perdido } = await comecar(platform, entidade, oficial, desde)
    yield { especie: perdido.demais ? 'recomece' : 'pronto', lugar: escreverLugar(desde && perdido.eventos.length > 0 ? desde : lugar) }
    yield* contar(platform, entidade, oficial, { ...lugar, eventos: perdido.eventos }, desde ?? lugar)
    yield { especie: 'presencas', protocolos: await presencasNosSeus(platform, entidade, oficial) }
    while (!sinal.aborted) {
      const toques = await campainha.wait()
      // Whoever reads so slowly is let go, and comes back to the place where they are.
      if (porLer > maisPorLer) return
      porLer = 0
      const olhados = new Map<string, Olhado>()
      for (const toque of toques) {
        if (toque === 'fim') return
        if (toque === 'pulso') {
          if (!(await continua())) return
          yield { especie: 'pulso' }
        } else if ('olhado' in toque) {
          olhados.set(toque.olhado.protocoloId, toque.olhado)
        } else {
          yield* contar(platform, entidade, oficial, toque, lugar)
          lugar = toque
        }
      }
      // However often it changed meanwhile, it is told once.
      for (const olhado of olhados.values()) {
        if (await enxergaOlhado(platform, entidade, oficial, olhado)) {
          yield { especie: 'presenca', ...presencaEm(platform, entidade, oficial, olhado) }
        }
      }
    }
  } finally {
    sinal.removeEventListener('abort', fim)
    parar()
  }
}

type Toque = Lote | { olhado: Olhado } | 'pulso' | 'fim'

async function ouvirTudo(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, tocar: (toque: Toque) => unknown) {
  const pararCentral = await centralDe(platform).ouvir(entidade.id, tocar)
  const pararPresencas = await presencasDe(platform)
    .ouvir(entidade.id, (olhado) => ehSeu(platform, entidade, oficial, olhado) && tocar({ olhado }))
    .catch((error: unknown) => {
      pararCentral()
      throw error
    })
  const pulso = setInterval(tocar, entrePulsos, 'pulso')
  pulso.unref()
  return () => {
    clearInterval(pulso)
    pararCentral()
    pararPresencas()
  }
}

/** Where the series stands, and what was missed since `desde`. */
async function comecar(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  desde: queries.Lugar | undefined,
): Promise<{ lugar: queries.Lugar; eventos: queries.Evento[]; demais: boolean }> {
  const { sql } = platform.db
  const agora = await queries.lugarAtual(sql)
  if (!desde) return { lugar: agora, eventos: [], demais: false }
  const fora = agora.instante - desde.instante > maiorAusencia || BigInt(desde.marca) > BigInt(agora.marca)
  if (fora) return { lugar: agora, eventos: [], demais: true }
  const protocolos = presencasDe(platform).olhadosPor(entidade.id, oficial.contaId)
  const seus = { entidadeId: entidade.id, unidades: unidadesDe(oficial), protocolos }
  const { eventos, ...lugar } = await queries.lerDosSeus(sql, seus, desde.marca, maisPerdidos + 1)
  const demais = eventos.length > maisPerdidos
  return { lugar, eventos: demais ? [] : eventos, demais }
}

/** What of a lote is the official's. Only the last carries the new place: whoever is cut off before it starts again from the one before. */
async function* contar(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  { eventos, ...lugar }: Lote,
  antes: queries.Lugar,
): AsyncGenerator<Aviso> {
  const seus = [...(await eventosSeus(platform, entidade, oficial, eventos))]
  for (const [n, { unidadeId, protocolo, versao }] of seus.entries()) {
    const unidade = entidade.unidadesPorId.get(unidadeId)?.codigo ?? ''
    yield { especie: 'mudou', lugar: escreverLugar(n === seus.length - 1 ? lugar : antes), protocolo, unidade, versao }
    presencasDe(platform).repetir(entidade.id, protocolo)
  }
}

/** The last of each protocolo in each unidade of theirs; and of what they have open elsewhere, as long as they see it. */
async function eventosSeus(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, eventos: readonly queries.Evento[]) {
  const unidades = unidadesDe(oficial)
  const seus = new Map<string, queries.Evento>()
  const alheios = new Map<string, queries.Evento>()
  for (const evento of eventos) {
    if (unidades.includes(evento.unidadeId)) seus.set(`${evento.unidadeId} ${evento.protocolo}`, evento)
    else if (presencasDe(platform).olha(entidade.id, evento.protocolo, oficial.contaId)) alheios.set(evento.protocolo, evento)
  }
  for (const { protocolo, versao } of [...seus.values()]) if (versao === alheios.get(protocolo)?.versao) alheios.delete(protocolo)
  for (const [protocolo, evento] of alheios) {
    if (await enxerga(platform, entidade, oficial, protocolo)) seus.set(protocolo, evento)
  }
  return seus.values()
}

/** Of a unidade of theirs, or open on their desk. */
function ehSeu(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, { protocoloId, unidadeId }: Olhado): boolean {
  return unidadesDe(oficial).includes(unidadeId) || presencasDe(platform).olha(entidade.id, protocoloId, oficial.contaId)
}

/** Only who sees the protocolo now is told, whatever they saw when they opened it. What a unidade of theirs holds is theirs to see. */
async function enxergaOlhado(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, olhado: Olhado): Promise<boolean> {
  if (!ehSeu(platform, entidade, oficial, olhado)) return false
  return unidadesDe(oficial).includes(olhado.unidadeId) || enxerga(platform, entidade, oficial, olhado.protocoloId)
}

function presencaEm(platform: Platform, entidade: EntidadeAberta, { contaId }: Oficial, { protocoloId }: Olhado): PresencaEmUm {
  return { protocolo: protocoloId, presentes: presencasDe(platform).outros(entidade.id, protocoloId, contaId) }
}

/** Who else looks at what is theirs, now. */
async function presencasNosSeus(platform: Platform, entidade: EntidadeAberta, oficial: Oficial): Promise<PresencaEmUm[]> {
  const presencas: PresencaEmUm[] = []
  for (const olhado of await presencasDe(platform).olhados(entidade.id)) {
    const presenca = presencaEm(platform, entidade, oficial, olhado)
    if (presenca.presentes.length > 0 && (await enxergaOlhado(platform, entidade, oficial, olhado))) presencas.push(presenca)
  }
  return presencas
}

async function enxerga(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, protocoloId: string): Promise<boolean> {
  try {
    await verAlvo(platform, entidade, oficial, protocoloId)
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.codigo === 'protocolo_nao_encontrado') return false
    throw error
  }
}

function unidadesDe({ lotacoes }: Oficial): string[] {
  return lotacoes.map(({ unidadeId }) => unidadeId)
}

/** One device of an official, before a protocolo. */
export interface Olhar {
  sessaoId: string
  protocoloId: string
}

/**
 * Keeps that an official looks at a protocolo, or writes in it; forgotten after 45 s unless told again.
 * @returns who else does.
 * @throws protocolo_nao_encontrado.
 */
export async function marcarPresenca(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  { sessaoId, protocoloId }: Olhar,
  editando: boolean,
): Promise<{ presentes: Presente[] }> {
  await verAlvo(platform, entidade, oficial, protocoloId)
  const presencas = presencasDe(platform)
  const ate = platform.clock.now().getTime() + presencaVale
  const { contaId, nome } = oficial
  await presencas.marcar({ entidadeId: entidade.id, protocoloId, sessaoId, contaId, nome, editando, ate })
  return { presentes: presencas.outros(entidade.id, protocoloId, contaId) }
}

/** Forgets it at once. Says nothing of a protocolo that they do not see, or that never was. */
export async function desmarcarPresenca(
  platform: Platform,
  entidade: EntidadeAberta,
  { contaId, nome }: Oficial,
  { sessaoId, protocoloId }: Olhar,
): Promise<void> {
  const presencas = presencasDe(platform)
  if (!presencas.olha(entidade.id, protocoloId, contaId)) return
  await presencas.desmarcar({ entidadeId: entidade.id, protocoloId, sessaoId, contaId, nome, editando: false, ate: 0 })
}

/** `marca-instante`, as the ids of events. */
export function escreverLugar({ marca, instante }: queries.Lugar): string {
  return `${marca}-${instante}`
}

/** @returns undefined for what is no place. */
export function lerLugar(texto: string | undefined): queries.Lugar | undefined {
  const [, marca, instante] = /^(\d{1,18})-(\d{1,12})$/.exec(texto ?? '') ?? []
  return marca !== undefined && instante !== undefined ? { marca, instante: Number(instante) } : undefined
}

/** Forgets what changed more than a day ago. */
export async function limparEventosDasFilas(platform: Platform): Promise<void> {
  await queries.apagarVelhos(platform.db.sql, new Date(platform.clock.now().getTime() - guardarPor))
}
