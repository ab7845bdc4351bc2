import * as v from 'valibot'
import { especiesDePendencia, motivosDeCorrecao } from '../domain/pendencia.js'
import { acoes, papeis } from '../domain/permissoes.js'
import { motivosDePrioridade } from '../domain/prioridade.js'
import { resultados, situacoes } from '../domain/situacao.js'
import { sigilos } from '../domain/tipo.js'
import { especiesDeTramite } from './consulta.js'
import { avaliacaoSchema } from './desfecho.js'
import { mensagemSchema } from './mensagens.js'
import { anexoSchema } from './protocolos.js'
import { codigo } from './tipo.js'

export { type MudancaDoProtocolo, mudancaDoProtocolo } from './problema.js'
export { especiesDePendencia, motivosDeCorrecao }

const id = v.pipe(v.string(), v.uuid())
/** ISO 8601, UTC. */
const instante = v.string()
/** `AAAA-MM-DD`, in the entidade's time zone. */
const dia = v.string()
const visibilidade = v.picklist(['publico', 'privado'])
const unidadeSchema = v.object({ codigo, nome: v.string(), orgao: v.string() })
const pessoaSchema = v.object({ id, nome: v.string() })

/** What an official is, and where: GET gestao/posto. */
export const postoSchema = v.object({
  id,
  nome: v.string(),
  lotacoes: v.array(v.object({ unidade: unidadeSchema, papel: v.picklist(papeis) })),
  /** Every unidade of the entidade, to which a protocolo can be forwarded, in the file's order. */
  unidades: v.array(unidadeSchema),
  tipos: v.array(v.object({ codigo, nome: v.string() })),
})
export type Posto = v.InferOutput<typeof postoSchema>

/** Who works in a unidade, by name: GET gestao/unidades/{codigo}/pessoas. */
export const pessoasDaUnidade = v.object({ pessoas: v.array(v.object({ ...pessoaSchema.entries, papel: v.picklist(papeis) })) })
export type PessoasDaUnidade = v.InferOutput<typeof pessoasDaUnidade>

/**
 * Queues of the desk. Each holds open protocolos of the unidades in which the official works: `unidade` all of them, `minha` those assigned
 * to them, `vencidos` past their prazo, `semana` due within seven days, `prioridade` with a legal priority, `pendentes` waiting on the
 * citizen, `parados`. `encerrados` are those that ended there.
 */
export const filas = ['unidade', 'minha', 'vencidos', 'semana', 'prioridade', 'pendentes', 'parados', 'encerrados'] as const
export type Fila = (typeof filas)[number]

function filtro(description: string, exemplo?: string) {
  return v.exactOptional(v.pipe(v.string(), v.metadata({ description, ...(exemplo && { examples: [exemplo] }) })))
}

/** GET gestao/fila. Read by `modules/fila`, which tells what is wrong beside each. */
export const filtroDaFila = v.object({
  fila: filtro('Uma das filas; sem isto, `unidade`', 'semana'),
  unidade: filtro('Código de uma unidade em que a pessoa trabalha; sem isto, todas', 'obras'),
  tipo: filtro('Código do serviço', 'buraco'),
  situacao: filtro('Situação', 'pendente'),
  responsavel: filtro('Id de quem responde por ele, ou `ninguem`'),
  de: filtro('Primeiro dia da abertura', '2026-11-01'),
  ate: filtro('Último dia da abertura', '2026-11-30'),
  busca: filtro('Número, nome, CPF ou CNPJ, ou palavras das respostas; com ou sem acentos', 'joao silva'),
  depois: filtro('`proximo` da página anterior'),
  limite: filtro('De 1 a 50; sem isto, 25', '25'),
})
export type FiltroDaFila = v.InferOutput<typeof filtroDaFila>

export const itemDaFila = v.object({
  id,
  numero: v.string(),
  tipo: v.object({ codigo, nome: v.string() }),
  /** Null when the request is anonymous. */
  interessado: v.nullable(v.string()),
  situacao: v.picklist(situacoes),
  sigilo: v.picklist(sigilos),
  prioridade: v.nullable(v.picklist(motivosDePrioridade)),
  unidade: unidadeSchema,
  responsavel: v.nullable(pessoaSchema),
  recebido: v.boolean(),
  prazo: dia,
  /** Negative once past. */
  diasRestantes: v.number(),
  /** By when it is to be back, if it was sent with a prazo. */
  retornoEm: v.nullable(instante),
  abertoEm: instante,
  atualizadoEm: instante,
  /** Messages of the citizen that nobody in the unidade has read. */
  mensagensNovas: v.number(),
  /** To be sent back with whatever is done to it. */
  versao: v.number(),
})
export type ItemDaFila = v.InferOutput<typeof itemDaFila>

export const paginaDaFila = v.object({
  /** By legal priority, then by prazo; `encerrados` by their end, newest first. A search may show less than `limite` and still go on. */
  protocolos: v.array(itemDaFila),
  proximo: v.nullable(v.string()),
})
export type PaginaDaFila = v.InferOutput<typeof paginaDaFila>

/** GET gestao/fila/contagens. */
export const filtroDasContagens = v.object({
  unidade: filtro('Código de uma unidade em que a pessoa trabalha; sem isto, todas', 'obras'),
})

/** How many each queue holds: 1000 says that there are as many, or more. */
export const contagensDasFilas = v.object(
  Object.fromEntries(filas.map((fila) => [fila, v.number()])) as Record<Fila, v.NumberSchema<undefined>>,
)
export type ContagensDasFilas = v.InferOutput<typeof contagensDasFilas>

/** What a pendencia of the especie `correcao` is about. */
const alvoDaCorrecao = v.union([
  v.strictObject({ campo: v.string(), motivo: v.picklist(motivosDeCorrecao) }),
  v.strictObject({ anexo: id, motivo: v.picklist(motivosDeCorrecao) }),
])

export const pendenciaDaGestao = v.object({
  id,
  especie: v.picklist(especiesDePendencia),
  texto: v.string(),
  alvo: v.nullable(alvoDaCorrecao),
  /** Last day to answer. */
  prazo: dia,
  criadaEm: instante,
  /** `encerrada`: the protocolo went on, or ended, without it. */
  estado: v.picklist(['aberta', 'respondida', 'dispensada', 'encerrada']),
  /** Past its last day, and open. */
  vencida: v.boolean(),
})
export type PendenciaDaGestao = v.InferOutput<typeof pendenciaDaGestao>

export const tramiteDaGestao = v.object({
  id,
  especie: v.picklist(especiesDeTramite),
  em: instante,
  /** The official, or null: the requerente, or a job. */
  autor: v.nullable(v.string()),
  /** Of what was done in the requerente's name: who did it, and for whom. */
  porProcuracao: v.exactOptional(v.object({ nome: v.string(), de: v.string() })),
  unidade: v.nullable(v.string()),
  destino: v.nullable(v.string()),
  texto: v.nullable(v.string()),
  visibilidade,
  visibilidadeAnexos: visibilidade,
  anexos: v.array(anexoSchema),
  prazo: v.nullable(instante),
  dados: v.record(v.string(), v.unknown()),
})
export type TramiteDaGestao = v.InferOutput<typeof tramiteDaGestao>

/** Everything an official sees of a protocolo: GET gestao/protocolos/{id}. */
export const protocoloDaGestao = v.object({
  ...itemDaFila.entries,
  orgao: v.object({ sigla: v.string(), nome: v.string() }),
  resultado: v.nullable(v.picklist(resultados)),
  canal: v.picklist(['site', 'balcao', 'telefone']),
  recebidoEm: v.nullable(instante),
  prorrogado: v.boolean(),
  paradoAte: v.nullable(dia),
  encerradoEm: v.nullable(instante),
  arquivadoEm: v.nullable(instante),
  /** As told at the opening; null when anonymous. */
  requerente: v.nullable(
    v.object({
      nome: v.string(),
      documento: v.nullable(v.string()),
      email: v.nullable(v.string()),
      telefone: v.nullable(v.string()),
      matricula: v.nullable(v.string()),
    }),
  ),
  /** As they stand now; `antes` is what was told earlier of one that was corrected, the latest first. */
  respostas: v.array(v.object({ campo: v.string(), rotulo: v.string(), valor: v.string(), antes: v.exactOptional(v.array(v.string())) })),
  /** Of the opening; one that was corrected says which file, of a tramite, stands in its place. */
  anexos: v.array(v.object({ ...anexoSchema.entries, documento: v.string(), substituidoPor: v.exactOptional(v.string()) })),
  /** Newest first, private ones too. */
  tramites: v.array(tramiteDaGestao),
  pendencias: v.array(pendenciaDaGestao),
  mensagens: v.array(mensagemSchema),
  /** Despachos that can be started from, with their places filled in. */
  modelos: v.array(v.object({ codigo, nome: v.string(), texto: v.string() })),
  /** What the requerente thought of the service. */
  avaliacao: v.exactOptional(v.nullable(avaliacaoSchema)),
  acoes: v.array(v.picklist(acoes)),
})
export type ProtocoloDaGestao = v.InferOutput<typeof protocoloDaGestao>

/** That one looks at a protocolo, or writes in it: PUT gestao/protocolos/{id}/presenca, told again within 45 s. */
export const pedidoDePresenca = v.strictObject({ editando: v.boolean() })

/** Who else does. The events `presenca` and `presencas` of GET gestao/eventos have it too, with the id in `protocolo`. */
export const presencas = v.object({ presentes: v.array(v.object({ nome: v.string(), editando: v.boolean() })) })
export type Presencas = v.InferOutput<typeof presencas>

/** As the database keeps it. */
const versao = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_147_483_647))
/** Bounds only; what it must hold is told beside the field. */
const texto = v.pipe(v.string(), v.maxLength(20_000))
const anexos = v.exactOptional(
  v.pipe(v.array(v.strictObject({ id, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })), v.maxLength(30)),
)
const despacho = { texto, visibilidade, anexos, visibilidadeAnexos: v.exactOptional(visibilidade) }

export const novaPendencia = v.strictObject({
  especie: v.picklist(especiesDePendencia),
  texto,
  prazo: dia,
  alvo: v.exactOptional(alvoDaCorrecao),
})
export type NovaPendencia = v.InferOutput<typeof novaPendencia>

/**
 * One act of an official: POST gestao/protocolos/{id}/tramites → 201 ProtocoloDaGestao. `versao` is that of what was read.
 * 409 processo_mudou says in `mudancas` what happened since; 409 acao_indisponivel which `acoes` are there.
 */
export const atoDaGestao = v.variant('acao', [
  v.strictObject({ acao: v.literal('receber'), versao }),
  v.strictObject({ acao: v.literal('atribuir'), versao, para: v.nullable(id) }),
  v.strictObject({
    acao: v.literal('encaminhar'),
    versao,
    destino: codigo,
    ...despacho,
    /** By when it is to be back: day and hour in the entidade's time zone, `AAAA-MM-DDTHH:MM`. */
    prazo: v.exactOptional(v.string()),
  }),
  v.strictObject({ acao: v.literal('despachar'), versao, ...despacho }),
  v.strictObject({
    acao: v.literal('reclassificar'),
    versao,
    texto,
    tipo: v.exactOptional(codigo),
    interessado: v.exactOptional(v.strictObject({ nome: v.string(), documento: v.string() })),
  }),
  v.strictObject({ acao: v.literal('mudar_sigilo'), versao, texto, sigilo: v.picklist(sigilos) }),
  v.strictObject({
    acao: v.literal('exigir'),
    versao,
    texto: v.exactOptional(texto),
    pendencias: v.pipe(v.array(novaPendencia), v.minLength(1), v.maxLength(20)),
  }),
  v.strictObject({ acao: v.literal('dispensar'), versao, pendencia: id, texto }),
  v.strictObject({ acao: v.literal('parar'), versao, texto, ate: dia }),
  v.strictObject({ acao: v.literal('retomar'), versao, texto: v.exactOptional(texto) }),
  v.strictObject({ acao: v.literal('prorrogar'), versao, texto }),
  v.strictObject({
    acao: v.literal('concluir'),
    versao,
    resultado: v.picklist(resultados),
    texto,
    anexos,
    /** A certidão or alvará that is issued with it: one of `anexos`. */
    documento: v.exactOptional(v.strictObject({ anexo: id, nome: v.string(), validade: v.nullable(dia) })),
  }),
  v.strictObject({ acao: v.literal('encerrar_sem_resposta'), versao, texto }),
  v.strictObject({ acao: v.literal('cancelar'), versao, texto }),
  v.strictObject({ acao: v.literal('reabrir'), versao, texto }),
  v.strictObject({ acao: v.literal('arquivar'), versao, texto: v.exactOptional(texto) }),
])
export type AtoDaGestao = v.InferOutput<typeof atoDaGestao>

const alvosDoLote = v.pipe(v.array(v.strictObject({ id, versao })), v.minLength(1), v.maxLength(100))

/** The same done to several: POST gestao/lote. Each alone; what failed for one changes nothing for the others. */
export const pedidoEmLote = v.variant('acao', [
  v.strictObject({ acao: v.literal('receber'), protocolos: alvosDoLote }),
  v.strictObject({ acao: v.literal('atribuir'), protocolos: alvosDoLote, para: v.nullable(id) }),
  v.strictObject({
    acao: v.literal('encaminhar'),
    protocolos: alvosDoLote,
    destino: codigo,
    texto,
    visibilidade,
    prazo: v.exactOptional(v.string()),
  }),
])
export type PedidoEmLote = v.InferOutput<typeof pedidoEmLote>

export const desfechoDoLote = v.object({
  feitos: v.array(id),
  recusados: v.array(v.object({ id, numero: v.nullable(v.string()), codigo: v.string(), detalhe: v.string() })),
})
export type DesfechoDoLote = v.InferOutput<typeof desfechoDoLote>

/** An opening for somebody at the counter or on the phone: POST gestao/protocolos, Idempotency-Key → 201 Comprovante. */
export const aberturaNoBalcao = v.strictObject({
  canal: v.picklist(['balcao', 'telefone']),
  tipo: codigo,
  versao: v.exactOptional(versao),
  respostas: v.record(v.string(), v.unknown()),
  requerente: v.strictObject({
    nome: v.string(),
    documento: v.string(),
    matricula: v.exactOptional(v.string()),
    telefone: v.exactOptional(v.string()),
    email: v.exactOptional(v.string()),
  }),
  prioridade: v.exactOptional(v.picklist(motivosDePrioridade)),
  anexos: v.pipe(
    v.array(v.strictObject({ id, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), documento: codigo })),
    v.maxLength(100),
  ),
})
export type AberturaNoBalcao = v.InferOutput<typeof aberturaNoBalcao>
