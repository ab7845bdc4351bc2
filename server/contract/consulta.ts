import * as v from 'valibot'
import { acoes } from '../domain/permissoes.js'
import { resultados, situacoes } from '../domain/situacao.js'
import { notas, pedidoDeAvaliacao, pedidoDeDesistencia, pedidoDeRecurso } from './desfecho.js'
import { especiesDeTramite } from './especies.js'
import { mensagemSchema, pedidoDeLeitura, pedidoDeMensagem } from './mensagens.js'
import { pendenciaParaLer, respostaDePendencia } from './pendencias.js'
import { anexoSchema } from './protocolos.js'
import { tempoUsualSchema } from './tipo.js'

export { especiesDeTramite } from './especies.js'

const texto = v.pipe(v.string(), v.maxLength(100))

/** A protocolo by its whole number, or by orgao, year and sequence. Read leniently. */
const procuraPorNumero = v.object({
  numero: texto,
  orgao: v.exactOptional(texto),
  ano: v.exactOptional(texto),
})
export type ProcuraPorNumero = v.InferOutput<typeof procuraPorNumero>

export const chaveDeConsulta = v.strictObject({ ...procuraPorNumero.entries, codigo: texto })
export type ChaveDeConsulta = v.InferOutput<typeof chaveDeConsulta>

/** An answer by who has number and code. */
export const respostaComCodigo = v.strictObject({ ...chaveDeConsulta.entries, ...respostaDePendencia.entries })
export type RespostaComCodigo = v.InferOutput<typeof respostaComCodigo>

/** A message by who has number and code. */
export const mensagemComCodigo = v.strictObject({ ...chaveDeConsulta.entries, ...pedidoDeMensagem.entries })
export type MensagemComCodigo = v.InferOutput<typeof mensagemComCodigo>

export const leituraComCodigo = v.strictObject({ ...chaveDeConsulta.entries, ...pedidoDeLeitura.entries })
export type LeituraComCodigo = v.InferOutput<typeof leituraComCodigo>

/** What the number alone shows: no name, no document, no free text, no file. */
export const consultaNivel1 = v.object({
  nivel: v.literal(1),
  numero: v.string(),
  orgao: v.object({ sigla: v.string(), nome: v.string() }),
  tipo: v.string(),
  codigoDoTipo: v.string(),
  unidade: v.string(),
  situacao: v.picklist(situacoes),
  resultado: v.nullable(v.picklist(resultados)),
  /** ISO 8601, UTC. */
  abertoEm: v.string(),
  atualizadoEm: v.string(),
  encerradoEm: v.nullable(v.string()),
  /** `AAAA-MM-DD`. */
  prazo: v.string(),
  /** From today, in the entidade's time zone, to `prazo`; negative once past. */
  diasRestantes: v.number(),
  /** How long such requests took, once enough were concluded. */
  tempoUsual: v.exactOptional(v.nullable(tempoUsualSchema)),
})
export type ConsultaNivel1 = v.InferOutput<typeof consultaNivel1>

const tramiteSchema = v.object({
  id: v.string(),
  especie: v.picklist(especiesDeTramite),
  /** ISO 8601, UTC. */
  em: v.string(),
  unidade: v.nullable(v.string()),
  destino: v.nullable(v.string()),
  texto: v.nullable(v.string()),
  anexos: v.array(anexoSchema),
  /** Who did it in the requerente's name, by procuracao. */
  porProcuracao: v.exactOptional(v.string()),
})
export type Tramite = v.InferOutput<typeof tramiteSchema>

/** What number and access code show. */
export const consultaNivel2 = v.object({
  ...consultaNivel1.entries,
  nivel: v.literal(2),
  requerente: v.nullable(v.string()),
  /** As they stand now; `antes` is what was told earlier of one that was corrected, the latest first. */
  respostas: v.array(v.object({ rotulo: v.string(), valor: v.string(), antes: v.exactOptional(v.array(v.string())) })),
  /** Of the opening; one that was corrected says which file, of a tramite, stands in its place. */
  anexos: v.array(v.object({ ...anexoSchema.entries, documento: v.string(), substituidoPor: v.exactOptional(v.string()) })),
  /** Newest first; private despachos are not among them. */
  tramites: v.array(tramiteSchema),
  /** What is asked of the requerente and was not answered yet, in the order in which it is due. */
  pendencias: v.array(pendenciaParaLer),
  /** Oldest first. */
  mensagens: v.array(mensagemSchema),
  /** What the requerente may do. */
  acoes: v.exactOptional(v.array(v.picklist(acoes))),
  /** Last day to appeal, `AAAA-MM-DD`, while it can be done. */
  recorrerAte: v.exactOptional(v.nullable(v.string())),
  /** What the requerente gave the service. */
  avaliacao: v.exactOptional(v.nullable(v.picklist(notas))),
  /** The outage that moved `prazo` to the day that it is, from its beginning to its end: ISO 8601, UTC. */
  prazoAdiado: v.exactOptional(v.object({ de: v.string(), ate: v.string() })),
  /** A certidão or alvará that was issued with the conclusion: one of the files of that tramite. */
  documentoEmitido: v.exactOptional(
    v.object({
      anexo: v.string(),
      nome: v.string(),
      /** Last day on which it is good, `AAAA-MM-DD`; null when it does not expire. */
      validade: v.nullable(v.string()),
    }),
  ),
})
export type ConsultaNivel2 = v.InferOutput<typeof consultaNivel2>

export type Consulta = ConsultaNivel1 | ConsultaNivel2

/** "Não sei o número": whose protocolos to send, to the e-mails on file. */
export const pedidoDeLembrete = v.strictObject({ documento: texto })

export const avaliacaoComCodigo = v.strictObject({ ...chaveDeConsulta.entries, ...pedidoDeAvaliacao.entries })
export type AvaliacaoComCodigo = v.InferOutput<typeof avaliacaoComCodigo>
export const recursoComCodigo = v.strictObject({ ...chaveDeConsulta.entries, ...pedidoDeRecurso.entries })
export type RecursoComCodigo = v.InferOutput<typeof recursoComCodigo>
export const desistenciaComCodigo = v.strictObject({ ...chaveDeConsulta.entries, ...pedidoDeDesistencia.entries })
export type DesistenciaComCodigo = v.InferOutput<typeof desistenciaComCodigo>
