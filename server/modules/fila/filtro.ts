import { type Fila, type FiltroDaFila, filas } from '../../contract/gestao.js'
import type { CampoComErro } from '../../contract/problema.js'
import { lerDia } from '../../domain/prazo.js'
import { situacoes } from '../../domain/situacao.js'
import { noSuchPage, readCursor, writeCursor } from '../../platform/http/cursor.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Oficial } from '../tramitacao/tramitacao.js'
import { alcanceDe } from './alcance.js'
import type { Alcance, Filtro, Posicao } from './lugares.js'
import { maisPorPagina } from './queries.js'

/** A filter as it was read; what is searched for is looked up later. */
export interface FiltroLido {
  alcance: Alcance
  filtro: Filtro
  limite: number
  busca?: string
}

const porPagina = 25
const maiorBusca = 100
const dataErrada = 'Confira a data: use ano, mês e dia, como 2026-11-21.'
export const unidadeAlheia = 'Escolha uma unidade em que você trabalha.'

/** @throws campos_invalidos with everything that is wrong; an empty filter counts as absent. */
export function lerFiltro(entidade: EntidadeAberta, oficial: Oficial, pedido: FiltroDaFila): FiltroLido {
  const erros: CampoComErro[] = []
  function ler<T>(campo: keyof FiltroDaFila, mensagem: string, leitura: (texto: string) => T | undefined): T | undefined {
    const texto = pedido[campo]?.trim()
    if (!texto) return undefined
    const lido = leitura(texto)
    if (lido === undefined) erros.push({ caminho: campo, mensagem })
    return lido
  }
  const fila = ler('fila', 'Escolha uma das filas.', (texto) => filas.find((nome) => nome === texto)) ?? 'unidade'
  const deUma = ler('unidade', unidadeAlheia, (texto) => alcanceDe(entidade, oficial, texto))
  const tipoId = ler('tipo', 'Este serviço não existe aqui.', (texto) => entidade.tipos.get(texto)?.id)
  const situacao = ler('situacao', 'Escolha uma das situações.', (texto) => situacoes.find((nome) => nome === texto))
  const responsavel = ler('responsavel', 'Escolha uma pessoa, ou ninguém.', (texto) =>
    texto === 'ninguem' || isId(texto) ? texto : undefined,
  )
  const de = ler('de', dataErrada, lerDia)
  const ate = ler('ate', dataErrada, lerDia)
  const busca = ler('busca', `Use no máximo ${maiorBusca} caracteres.`, (texto) => (texto.length <= maiorBusca ? texto : undefined))
  const depois = ler('depois', noSuchPage, (texto) => lerCursor(oficial.contaId, fila, texto))
  const limite = ler('limite', `Use de 1 a ${maisPorPagina}.`, lerLimite) ?? porPagina
  if (de && ate && de > ate) erros.push({ caminho: 'ate', mensagem: 'O fim do período vem antes do começo.' })
  const alcance = deUma ?? alcanceDe(entidade, oficial)
  if (erros.length > 0 || !alcance) throw new ProblemError('campos_invalidos', { campos: erros })
  return {
    alcance,
    limite,
    filtro: {
      fila,
      ...(tipoId && { tipoId }),
      ...(situacao && { situacao }),
      ...(responsavel && { responsavelId: responsavel === 'ninguem' ? null : responsavel }),
      ...((de || ate) && { periodo: { fuso: entidade.arquivo.fuso, ...(de && { de }), ...(ate && { ate }) } }),
      ...(depois && { depois }),
    },
    ...(busca && { busca }),
  }
}

/** Where a queue goes on. */
export function escreverCursor(contaId: string, fila: Fila, { precedencia, quando, id }: Posicao): string {
  return writeCursor(donoDoCursor(contaId, fila, precedencia), [quando, id])
}

/** A cursor fits the precedencia that it was written for, and no other. */
function lerCursor(contaId: string, fila: Fila, texto: string): Posicao | undefined {
  for (const precedencia of [0, 1, 2]) {
    const [quando, id] = readCursor(donoDoCursor(contaId, fila, precedencia), texto) ?? []
    const doTipo = quando !== undefined && quando.includes('T') === (fila === 'encerrados')
    if (doTipo && id !== undefined) return { precedencia, quando, id }
  }
  return undefined
}

/** Queues of open protocolos go on in each other; those that ended have another order. */
function donoDoCursor(contaId: string, fila: Fila, precedencia: number): string {
  return `${contaId} ${fila === 'encerrados' ? 'encerrados' : 'abertos'} ${precedencia}`
}

function lerLimite(texto: string): number | undefined {
  const limite = /^\d{1,3}$/.test(texto) ? Number(texto) : 0
  return limite >= 1 && limite <= maisPorPagina ? limite : undefined
}
