import type { RespostaDePendencia, RespostaRecebida } from '../../contract/pendencias.js'
import type { Anexo } from '../../contract/protocolos.js'
import { escreverResposta } from '../../domain/escrita-das-respostas.js'
import { diaEm } from '../../domain/prazo.js'
import { lerRespostaDaPendencia, type RespostaLida } from '../../domain/resposta-de-pendencia.js'
import { type DocumentoPedido, formatos } from '../../domain/tipo.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { anexosSoltos } from '../anexos/anexos.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { hashDaChave, impressaoDe } from '../protocolos/selo.js'
import { type Ator, type Passo, tramitar, verAlvo } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'

/** An answer, as it came. */
export interface Resposta {
  protocoloId: string
  pendenciaId: string
  resposta: RespostaDePendencia
  /** The Idempotency-Key. */
  chave: string
}

type Requerente = Extract<Ator, { especie: 'requerente' }>

/**
 * Answers a pendencia, late or not, in a tramite of its own; the last one open moves the protocolo on.
 * Repeated with the same key and content it gives the same reply.
 * @throws protocolo_nao_encontrado, nao_encontrado, campos_invalidos, anexo_desconhecido, acao_indisponivel, chave_reutilizada.
 */
export async function responderPendencia(
  platform: Platform,
  entidade: EntidadeAberta,
  ator: Requerente,
  resposta: Resposta,
): Promise<RespostaRecebida> {
  const vez = { hash: hashDaChave(resposta.chave), impressao: impressaoDe({ pendencia: resposta.pendenciaId, ...resposta.resposta }) }
  await verAlvo(platform, entidade, ator, resposta.protocoloId)
  const anterior = await repetida(platform, entidade, resposta.protocoloId, vez)
  if (anterior) return anterior
  try {
    await gravar(platform, entidade, ator, resposta, vez)
  } catch (erro) {
    const simultanea = erro instanceof ProblemError ? await repetida(platform, entidade, resposta.protocoloId, vez) : undefined
    if (!simultanea) throw erro
  }
  const feita = await repetida(platform, entidade, resposta.protocoloId, vez)
  if (!feita) throw new Error('an answer that was just kept is gone')
  return feita
}

interface Vez {
  hash: Buffer
  impressao: Buffer
}

async function repetida(
  { db }: Platform,
  entidade: EntidadeAberta,
  protocoloId: string,
  { hash, impressao }: Vez,
): Promise<RespostaRecebida | undefined> {
  const feita = await queries.porChave(db.sql, entidade.id, protocoloId, hash)
  if (!feita) return undefined
  if (!feita.impressao.equals(impressao)) throw new ProblemError('chave_reutilizada')
  const { id, respondidaEm, prazo, restam, situacao } = feita
  const atrasada = diaEm(entidade.arquivo.fuso, respondidaEm) > prazo
  return { pendencia: id, em: respondidaEm.toISOString(), atrasada, restam, situacao }
}

async function gravar(platform: Platform, entidade: EntidadeAberta, ator: Requerente, resposta: Resposta, vez: Vez): Promise<void> {
  const { protocoloId, pendenciaId } = resposta
  await tramitar(platform, entidade, { ator, protocoloId, acao: 'responder' }, async (sql) => {
    const { pendencia, restam } = await acharAberta(sql, entidade, protocoloId, pendenciaId)
    const anexos = await anexosSoltos(sql, entidade.id, resposta.resposta.anexos ?? [])
    const lida = ler(platform, entidade, pendencia, resposta.resposta, anexos)
    const tramiteId = platform.random.id()
    const agora = platform.clock.now()
    const { hash: chaveHash, impressao } = vez
    await queries.responder(sql, entidade.id, protocoloId, {
      pendenciaId: pendencia.id,
      tramiteId,
      valor: lida.valor,
      chaveHash,
      impressao,
      agora,
    })
    const [novo] = anexos
    if (novo && pendencia.anexo) await queries.nomearCorrigido(sql, entidade.id, novo.id, pendencia.documento)
    return {
      id: tramiteId,
      especie: 'resposta',
      ...(restam === 0 && { situacao: 'em_andamento' }),
      texto: textoDaResposta(pendencia, lida),
      anexos: anexos.map(({ id, sha256 }) => ({ id, sha256 })),
      dados: { pendencia: pendencia.id },
    } satisfies Passo
  })
}

/** The pendencia that is answered, and how many besides it are open. */
async function acharAberta(
  sql: Sql,
  entidade: EntidadeAberta,
  protocoloId: string,
  pendenciaId: string,
): Promise<{ pendencia: queries.Aberta; restam: number }> {
  const abertas = isId(pendenciaId) ? await queries.abertas(sql, entidade.id, protocoloId) : []
  const pendencia = abertas.find(({ id }) => id === pendenciaId.toLowerCase())
  if (pendencia) return { pendencia, restam: abertas.length - 1 }
  throw new ProblemError('acao_indisponivel', { detail: 'Isto já foi respondido ou não é mais preciso. Recarregue a página para ver.' })
}

const qualquer: DocumentoPedido = { codigo: 'resposta', nome: 'Resposta', formatos }

function ler(
  platform: Platform,
  entidade: EntidadeAberta,
  pendencia: queries.Aberta,
  resposta: RespostaDePendencia,
  anexos: readonly Anexo[],
): RespostaLida {
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  const documento = pendencia.tipo.documentos.find(({ codigo }) => codigo === pendencia.documento) ?? qualquer
  const lida = lerRespostaDaPendencia(pendencia, { ...resposta, anexos }, { hoje, limites: entidade.limites, documento })
  if ('resposta' in lida) return lida.resposta
  throw new ProblemError('campos_invalidos', { campos: lida.erros })
}

/** What the history shows: the new value or the acknowledgement in words, then what was written. */
function textoDaResposta({ especie, campo }: queries.Aberta, { texto, valor }: RespostaLida): string | null {
  if (especie === 'ciencia') return 'Tomei ciência.'
  if (!campo || valor === undefined) return texto
  const corrigido = `${campo.rotulo}: ${escreverResposta(campo, valor)}`
  return texto === null ? corrigido : `${corrigido}\n\n${texto}`
}
