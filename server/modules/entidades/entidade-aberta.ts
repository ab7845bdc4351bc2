import type { ArquivoDeEntidade, Cartao } from '../../contract/entidade.js'
import type { Numeracao } from '../../domain/numero.js'
import type { Calendario } from '../../domain/prazo.js'

export interface OrgaoAberto {
  id: string
  sigla: string
  nome: string
  numeracao: Numeracao
}

export interface UnidadeAberta {
  id: string
  codigo: string
  nome: string
  email?: string
  orgao: OrgaoAberto
}

export interface TipoAberto {
  id: string
  /** The one in force. */
  versao: number
  definicao: ArquivoDeEntidade['tipos'][number]
  orgao: OrgaoAberto
  unidade: UnidadeAberta
  /** How long such requests took, once enough of them were concluded. */
  tempoUsual: { dias: number; base: number } | null
}

/** An entidade with all that its requests need at hand, kept in memory. Never changed: an import makes a new one. */
export interface EntidadeAberta {
  id: string
  codigo: string
  arquivo: ArquivoDeEntidade
  cartao: Cartao
  /** By sigla, in the file's order. */
  orgaos: ReadonlyMap<string, OrgaoAberto>
  orgaosPorId: ReadonlyMap<string, OrgaoAberto>
  /** By codigo. */
  unidades: ReadonlyMap<string, UnidadeAberta>
  unidadesPorId: ReadonlyMap<string, UnidadeAberta>
  /** By codigo, in the file's order; closed ones too. */
  tipos: ReadonlyMap<string, TipoAberto>
  calendario: Calendario
  /** Bytes a file, and a protocolo at its opening. */
  limites: { tamanho: number; total: number }
}
