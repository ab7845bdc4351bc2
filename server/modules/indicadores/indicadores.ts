import type { FiltroDosIndicadores, Indicadores, Medidas } from '../../contract/indicadores.js'
import { menorContagem, proteger } from '../../domain/celulas.js'
import { ProblemError } from '../../platform/http/problem.js'
import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { lerPeriodo, meses, type Periodo, ultimosDozeMeses } from './periodo.js'
import * as queries from './queries.js'

/** Whose numbers somebody sees: of the unidades with these ids, or of all. */
export type Alcance = readonly string[] | 'todas'

/** Milliseconds for which what is published is not counted again. */
const validade = 10 * 60_000

/**
 * What an entidade did in a period, counted now.
 * @throws campos_invalidos for a wrong day, or a tipo or unidade that is not there or out of reach.
 */
export async function contarIndicadores(
  platform: Platform,
  entidade: EntidadeAberta,
  alcance: Alcance,
  filtro: FiltroDosIndicadores,
): Promise<Indicadores> {
  const periodo = lerPeriodo(entidade.arquivo.fuso, platform.clock.now(), filtro)
  const tipo = filtro.tipo === undefined ? undefined : entidade.tipos.get(filtro.tipo)
  if (filtro.tipo !== undefined && !tipo) throw recusa('tipo', 'Este serviço não existe aqui.')
  return contar(platform, entidade, periodo, { tipo: tipo?.id ?? null, unidades: unidadesDe(entidade, alcance, filtro.unidade) })
}

function unidadesDe(entidade: EntidadeAberta, alcance: Alcance, codigo: string | undefined): readonly string[] | null {
  if (codigo === undefined) return alcance === 'todas' ? null : alcance
  const unidade = entidade.unidades.get(codigo)
  if (unidade && (alcance === 'todas' || alcance.includes(unidade.id))) return [unidade.id]
  throw recusa('unidade', 'Este setor não existe aqui, ou não é um dos seus.')
}

interface Publicado {
  ate: number
  indicadores: Promise<Indicadores>
}

const publicadosEm = oncePer((_platform: Platform) => new Map<string, Publicado>())

/**
 * What anybody may see of the last twelve months: no count behind which a person might be found. Counted at most every ten minutes on each
 * node, however often it is asked for.
 */
export function indicadoresPublicos(platform: Platform, entidade: EntidadeAberta): Promise<Indicadores> {
  const agora = platform.clock.now()
  const daqui = publicadosEm(platform)
  const guardado = daqui.get(entidade.id)
  if (guardado && guardado.ate > agora.getTime()) return guardado.indicadores
  const periodo = ultimosDozeMeses(entidade.arquivo.fuso, agora)
  const indicadores = contar(platform, entidade, periodo, { tipo: null, unidades: null }, menorContagem).then(publicar)
  daqui.set(entidade.id, { ate: agora.getTime() + validade, indicadores })
  indicadores.catch(() => daqui.delete(entidade.id))
  return indicadores
}

/** @param menosAvaliacoes without which a mean is not told */
async function contar(
  platform: Platform,
  entidade: EntidadeAberta,
  periodo: Periodo,
  parte: Pick<queries.Recorte, 'tipo' | 'unidades'>,
  menosAvaliacoes = 1,
): Promise<Indicadores> {
  const recorte = { fuso: entidade.arquivo.fuso, ...periodo, ...parte }
  // A connection of its own: what takes longer than a read of the desk holds up nobody behind it.
  const [abertos, concluidos, avaliados] = await platform.db.transaction(async (sql) => [
    await queries.abertos(sql, entidade.id, recorte),
    await queries.concluidos(sql, entidade.id, recorte),
    (await queries.avaliados(sql, entidade.id, recorte)).filter(({ avaliacoes }) => avaliacoes >= menosAvaliacoes),
  ])
  const medir = (chave: Partial<queries.Abertos>) => ({
    ...medidasDe(abertos.find(igual(chave)), concluidos.find(igual(chave))),
    avaliacaoMedia: avaliados.find(igual(chave))?.media ?? null,
  })
  const nomeados = <T extends { id: string; codigo: string; nome: string }>(itens: readonly T[], chave: 'tipo' | 'unidade') =>
    itens.map(({ id, codigo, nome }) => ({ codigo, nome, ...medir({ [chave]: id }) })).filter(temAlgo)
  const tipos = [...entidade.tipos.values()].map(({ id, definicao: { codigo, nome } }) => ({ id, codigo, nome }))
  return {
    ...periodo,
    em: platform.clock.now().toISOString(),
    total: medir({}),
    porTipo: nomeados(tipos, 'tipo'),
    porUnidade: nomeados([...entidade.unidades.values()], 'unidade'),
    porMes: meses(periodo).map((mes) => ({ mes, ...medir({ mes }) })),
  }
}

function igual({ tipo = null, unidade = null, mes = null }: Partial<queries.Abertos>) {
  return (linha: Pick<queries.Abertos, 'tipo' | 'unidade' | 'mes'>) => linha.tipo === tipo && linha.unidade === unidade && linha.mes === mes
}

function medidasDe(abertos: queries.Abertos | undefined, concluidos: queries.Concluidos | undefined): Omit<Medidas, 'avaliacaoMedia'> {
  const total = concluidos?.concluidos ?? 0
  return {
    abertos: abertos?.abertos ?? 0,
    concluidos: total,
    noPrazo: concluidos && total > 0 ? arredondar((concluidos.noPrazo * 100) / total) : null,
    diasMediana: concluidos && total > 0 ? concluidos.diasMediana : null,
  }
}

function temAlgo({ abertos, concluidos, avaliacaoMedia }: Medidas): boolean {
  return abertos !== 0 || concluidos !== 0 || avaliacaoMedia !== null
}

/** To one place. */
function arredondar(n: number): number {
  return Math.round(n * 10) / 10
}

/** Hides what a person might be found behind; each table by itself, as its total shows. */
function publicar({ total, porTipo, porUnidade, porMes, ...resto }: Indicadores): Indicadores {
  const [soTotal = total] = publicarLista([total])
  return { ...resto, total: soTotal, porTipo: publicarLista(porTipo), porUnidade: publicarLista(porUnidade), porMes: publicarLista(porMes) }
}

function publicarLista<T extends Medidas>(linhas: readonly T[]): T[] {
  const abertos = proteger(linhas.map((linha) => linha.abertos ?? 0))
  const concluidos = proteger(linhas.map((linha) => linha.concluidos ?? 0))
  return linhas.map((linha, i) => {
    const contados = concluidos[i] ?? null
    const bastam = contados !== null && contados >= menorContagem
    return {
      ...linha,
      abertos: abertos[i] ?? null,
      concluidos: contados,
      noPrazo: bastam && linha.noPrazo !== null ? Math.round(linha.noPrazo) : null,
      diasMediana: bastam ? linha.diasMediana : null,
    }
  })
}

function recusa(caminho: string, mensagem: string): ProblemError {
  return new ProblemError('campos_invalidos', { campos: [{ caminho, mensagem }] })
}
