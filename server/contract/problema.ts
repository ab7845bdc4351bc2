import * as v from 'valibot'
import { acoes } from '../domain/permissoes.js'
import { especiesDeTramite } from './especies.js'

/** A proof of work to be made: the number up to `maxnumber` for which SHA-256(salt + number) is `challenge`. */
export const desafioSchema = v.object({
  algorithm: v.string(),
  challenge: v.string(),
  salt: v.string(),
  maxnumber: v.number(),
  signature: v.string(),
})
export type Desafio = v.InferOutput<typeof desafioSchema>

/** What happened since the `versao` that came with an act. `autor` is the official, or null. */
export const mudancaDoProtocolo = v.object({
  /** ISO 8601, UTC. */
  em: v.string(),
  especie: v.picklist(especiesDeTramite),
  autor: v.nullable(v.string()),
})
export type MudancaDoProtocolo = v.InferOutput<typeof mudancaDoProtocolo>

/** RFC 9457, with the fields to correct. Its words are for people: in pt-BR, or in Spanish or English where `Accept-Language` asks for them. */
export const problemaSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  /** Stable name of the error, one of the catalogue. */
  codigo: v.string(),
  /** `caminho` in dots: `respostas.inscricao`, `requerente.documento`, `anexos.contrato`. */
  campos: v.exactOptional(v.array(v.object({ caminho: v.string(), mensagem: v.string() }))),
  /** A proof of work to send back in the header `Protocolo-Prova`. */
  desafio: v.exactOptional(desafioSchema),
  /** acao_indisponivel: what whoever asked may do with the protocolo as it is. */
  acoes: v.exactOptional(v.array(v.picklist(acoes))),
  /** processo_mudou: what happened since the versao that came with the act, oldest first. */
  mudancas: v.exactOptional(v.array(mudancaDoProtocolo)),
})
export type Problema = v.InferOutput<typeof problemaSchema>
export type CampoComErro = { caminho: string; mensagem: string }
