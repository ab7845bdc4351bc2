import * as v from 'valibot'
import { credencialUsada, desafioAssinado } from './passkeys.js'

/** Bounds only: whether it opens anything is told in one way, whatever is wrong with it. */
const texto = v.pipe(v.string(), v.minLength(1), v.maxLength(500))

export const pedidoDeEntrada = v.strictObject({
  /** CPF, CNPJ, usuário or e-mail. */
  login: texto,
  senha: texto,
  /** "Lembrar neste aparelho": 30 days instead of 12 hours. */
  lembrar: v.exactOptional(v.boolean()),
})
export type PedidoDeEntrada = v.InferOutput<typeof pedidoDeEntrada>

export const pedidoDeEntradaComPasskey = v.strictObject({
  desafio: desafioAssinado,
  resposta: credencialUsada,
  lembrar: v.exactOptional(v.boolean()),
})
export type PedidoDeEntradaComPasskey = v.InferOutput<typeof pedidoDeEntradaComPasskey>

export const sessaoAberta = v.object({
  /** Sent as `Authorization: DPoP …`, with a proof made by the key that opened it. Shown once. */
  token: v.string(),
  sessao: v.string(),
  /** Stands for the person and tells nothing of them: the same each time they sign in. */
  conta: v.string(),
  /** ISO 8601, UTC. */
  expiraEm: v.string(),
  nome: v.string(),
})
export type SessaoAberta = v.InferOutput<typeof sessaoAberta>

export const sessaoListada = v.object({
  id: v.string(),
  /** As in "Chrome no Android". */
  aparelho: v.string(),
  criadaEm: v.string(),
  usadaEm: v.string(),
  expiraEm: v.string(),
  /** Whether it is the one that asks. */
  esta: v.boolean(),
})
export type SessaoListada = v.InferOutput<typeof sessaoListada>

/**
 * What is done only by who has just shown again who they are. `gestao`, by passkey, opens the desk to a session that none had opened; `administracao` is one
 * change of who works where, of an API key, or of the whole file. */
export const operacoes = ['credenciais', 'email', 'exportacao', 'exclusao', 'gestao', 'administracao'] as const
export type Operacao = (typeof operacoes)[number]
const operacao = v.picklist(operacoes)

export const operacaoAConfirmar = v.strictObject({ operacao })

/** By password, or by a passkey that signed a challenge made for this operation. */
export const pedidoDeReautenticacao = v.union([
  v.strictObject({ operacao, senha: texto }),
  v.strictObject({ operacao, desafio: desafioAssinado, resposta: credencialUsada }),
])
export type PedidoDeReautenticacao = v.InferOutput<typeof pedidoDeReautenticacao>

export const operacaoConfirmada = v.object({
  /** Sent as `Protocolo-Confirmacao` with that operation: once, in this session. */
  confirmacao: v.string(),
  /** ISO 8601, UTC. */
  expiraEm: v.string(),
})
export type OperacaoConfirmada = v.InferOutput<typeof operacaoConfirmada>
