import type { FiltroDosMeus } from '../../contract/meus.js'
import type { CampoComErro } from '../../contract/problema.js'
import { lerNumero } from '../../domain/numero.js'
import { lerDia } from '../../domain/prazo.js'
import { situacoes } from '../../domain/situacao.js'
import { semAcento } from '../../domain/texto.js'
import { noSuchPage, readCursor, writeCursor } from '../../platform/http/cursor.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { type Busca, type Filtro, maisPorPagina, type NomeDeTipo, type Posicao } from './queries.js'

/** A filter as it was read; what is searched for is looked up later. */
export interface FiltroLido extends Omit<Filtro, 'busca'> {
  limite: number
  busca?: string
}

const porPagina = 20
const maiorBusca = 100

/** @throws campos_invalidos with everything that is wrong; an empty filter counts as absent. */
export function lerFiltro(entidade: EntidadeAberta, contaId: string, filtro: FiltroDosMeus): FiltroLido {
  const erros: CampoComErro[] = []
  function ler<T>(campo: keyof FiltroDosMeus, mensagem: string, leitura: (texto: string) => T | undefined): T | undefined {
    const texto = filtro[campo]?.trim()
    if (!texto) return undefined
    const lido = leitura(texto)
    if (lido === undefined) erros.push({ caminho: campo, mensagem })
    return lido
  }
  const situacao = ler('situacao', 'Escolha uma das situações.', (texto) => situacoes.find((nome) => nome === texto))
  const tipoId = ler('tipo', 'Este serviço não existe aqui.', (texto) => entidade.tipos.get(texto)?.id)
  const orgaoId = ler('orgao', 'Este órgão não existe aqui.', (texto) => entidade.orgaos.get(texto)?.id)
  const de = ler('de', 'Confira a data: use ano, mês e dia, como 2026-11-21.', lerDia)
  const ate = ler('ate', 'Confira a data: use ano, mês e dia, como 2026-11-21.', lerDia)
  const busca = ler('busca', `Use no máximo ${maiorBusca} caracteres.`, (texto) => (texto.length <= maiorBusca ? texto : undefined))
  const depois = ler('depois', noSuchPage, (texto) => lerCursor(contaId, texto))
  const limite = ler('limite', `Use de 1 a ${maisPorPagina}.`, lerLimite) ?? porPagina
  if (de && ate && de > ate) erros.push({ caminho: 'ate', mensagem: 'O fim do período vem antes do começo.' })
  if (erros.length > 0) throw new ProblemError('campos_invalidos', { campos: erros })
  return {
    limite,
    ...(situacao && { situacao }),
    ...(tipoId && { tipoId }),
    ...(orgaoId && { orgaoId }),
    ...((de || ate) && { periodo: { fuso: entidade.arquivo.fuso, ...(de && { de }), ...(ate && { ate }) } }),
    ...(busca && { busca }),
    ...(depois && { depois }),
  }
}

/** What a person may mean: words of the name of a tipo, accents or not, or a number, whole or a part of its sequence. */
export function lerBusca(entidade: EntidadeAberta, nomes: readonly NomeDeTipo[], texto: string): Busca {
  const palavras = semAcento(texto).split(/\s+/)
  const orgaos = [...entidade.orgaos.values()]
  const numeros = lerNumero(
    orgaos.map(({ numeracao }) => numeracao),
    texto,
  )
  const digitos = /^0*([1-9]\d{0,9})$/.exec(texto)?.[1]
  return {
    tipos: nomes.filter(({ nome }) => palavras.every((palavra) => semAcento(nome).includes(palavra))),
    numeros: numeros.flatMap(({ sigla, ...lido }) => {
      const orgao = entidade.orgaos.get(sigla)
      return orgao ? [{ orgaoId: orgao.id, ...lido }] : []
    }),
    ...(digitos && { digitos }),
  }
}

/** Where the list goes on. */
export function escreverCursor(contaId: string, { abertoEm, id }: Posicao): string {
  return writeCursor(contaId, [abertoEm, id])
}

function lerCursor(contaId: string, texto: string): Posicao | undefined {
  const [abertoEm, id] = readCursor(contaId, texto) ?? []
  return abertoEm !== undefined && id !== undefined ? { abertoEm, id } : undefined
}

function lerLimite(texto: string): number | undefined {
  const limite = /^\d{1,3}$/.test(texto) ? Number(texto) : 0
  return limite >= 1 && limite <= maisPorPagina ? limite : undefined
}
