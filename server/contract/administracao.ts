import * as v from 'valibot'
import { papeis } from '../domain/permissoes.js'
import { codigo, tipoSchema } from './tipo.js'

const id = v.pipe(v.string(), v.uuid())
/** ISO 8601, UTC. */
const instante = v.string()
const texto = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** What a file would change, or changed: PUT gestao/administracao/arquivo and the parts of it. */
export const resultadoDaImportacao = v.object({
  /** Whether it was only looked at. */
  simulado: v.boolean(),
  /** Of the file, as it is now: what comes in `ETag`. */
  versao: v.number(),
  /** A line each, as the command line writes them; none when nothing changes. */
  linhas: v.array(v.string()),
  avisos: v.array(v.string()),
  /** Why it would be refused, beside the path of each; only of what was looked at. */
  problemas: v.array(v.object({ caminho: v.string(), mensagem: v.string() })),
})
export type ResultadoDaImportacao = v.InferOutput<typeof resultadoDaImportacao>

/** A tipo as it stands in the file, closed ones too: GET gestao/administracao/tipos/{codigo}. */
export const tipoDoArquivo = v.object({ versao: v.number(), tipo: tipoSchema })
export type TipoDoArquivo = v.InferOutput<typeof tipoDoArquivo>

/** Every tipo in a line, closed ones too: GET gestao/administracao/tipos. `versao` grows with every change of it. */
export const tiposListados = v.object({
  tipos: v.array(v.object({ codigo, nome: v.string(), grupo: v.string(), unidade: codigo, versao: v.number(), fechado: v.boolean() })),
})
export type TiposListados = v.InferOutput<typeof tiposListados>

/** The versions of a tipo, the one in force first: GET gestao/administracao/tipos/{codigo}/versoes. */
export const versoesDoTipo = v.object({
  versoes: v.array(
    v.object({
      versao: v.number(),
      em: instante,
      /** Name of who wrote it, or what else did; null where that is not known. */
      quem: v.nullable(v.string()),
      /** How many open protocolos have it. */
      abertos: v.number(),
    }),
  ),
})
export type VersoesDoTipo = v.InferOutput<typeof versoesDoTipo>

/** A time in which the system was out (Lei 11.419 art. 10 §2). */
const indisponibilidade = v.object({
  id,
  de: instante,
  ate: instante,
  motivo: v.string(),
  /** How many open protocolos had their prazo moved by it. */
  protocolos: v.number(),
})
/** The latest first: GET gestao/administracao/indisponibilidades. */
export const indisponibilidadesListadas = v.object({ indisponibilidades: v.array(indisponibilidade) })
export type IndisponibilidadesListadas = v.InferOutput<typeof indisponibilidadesListadas>
/** What is wrong with one is told beside each by `modules/prazos`. */
export const novaIndisponibilidade = v.strictObject({ de: instante, ate: instante, motivo: v.string() })
export type NovaIndisponibilidade = v.InferOutput<typeof novaIndisponibilidade>
export const indisponibilidadeRegistrada = indisponibilidade

export const lotacaoListada = v.object({ nome: v.string(), documento: v.string(), unidade: codigo, papel: v.picklist(papeis) })
export const lotacoesListadas = v.object({ lotacoes: v.array(lotacaoListada) })
export type LotacoesListadas = v.InferOutput<typeof lotacoesListadas>

/** Whose, by CPF or CNPJ, and in which unidade. */
export const alvoDaLotacao = v.strictObject({ documento: texto, unidade: texto })
export type AlvoDaLotacao = v.InferOutput<typeof alvoDaLotacao>
export const novaLotacao = v.strictObject({ ...alvoDaLotacao.entries, papel: v.picklist(papeis) })
export type NovaLotacao = v.InferOutput<typeof novaLotacao>
export const pessoaDaLotacao = v.object({ nome: v.string() })

/** What a key may read: indicators, and what a number alone shows of a protocolo. */
export const escopos = ['consulta', 'indicadores'] as const
export type Escopo = (typeof escopos)[number]

export const chaveDeApi = v.object({
  id,
  nome: v.string(),
  /** Its first letters. */
  prefixo: v.string(),
  escopos: v.array(v.picklist(escopos)),
  criadaEm: instante,
  usadaEm: v.nullable(instante),
  revogadaEm: v.nullable(instante),
})
export type ChaveDeApi = v.InferOutput<typeof chaveDeApi>
export const chavesDeApi = v.object({ chaves: v.array(chaveDeApi) })

export const pedidoDeChave = v.strictObject({
  nome: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  escopos: v.pipe(v.array(v.picklist(escopos)), v.minLength(1)),
})
export type PedidoDeChave = v.InferOutput<typeof pedidoDeChave>

export const chaveCriada = v.object({
  ...chaveDeApi.entries,
  /** Sent as `Authorization: Bearer …`. Shown once. */
  chave: v.string(),
})
export type ChaveCriada = v.InferOutput<typeof chaveCriada>
