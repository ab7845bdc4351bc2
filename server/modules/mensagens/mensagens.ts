import type { Mensagem, PedidoDeMensagem } from '../../contract/mensagens.js'
import { lerMensagem } from '../../domain/conversa.js'
import { ProblemError } from '../../platform/http/problem.js'
import { countOne } from '../../platform/http/rate.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { anexosSoltos } from '../anexos/anexos.js'
import { auditar } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarAndamento } from '../notificacoes/andamento.js'
import { hashDaChave } from '../protocolos/selo.js'
import { marcaDoAtor, temNasMaos } from '../tramitacao/ator.js'
import { type Ator, travarAlvo, verAlvo } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'

/** Messages of somebody, of an official about one protocolo, and the seconds within which they are counted: each owes an e-mail. */
const detail = 'Foram muitas mensagens em pouco tempo. O que você escreveu continua aqui. Aguarde e tente de novo.'
const limites = [
  { most: 10, seconds: 600, detail },
  { most: 60, seconds: 86_400, detail },
]
/** Files of one message. */
const maisArquivos = 10

/** What was written about a protocolo, oldest first, for whoever was found to be let into it. */
export async function mensagensDe(platform: Platform, entidade: EntidadeAberta, protocoloId: string): Promise<Mensagem[]> {
  const linhas = await queries.todas(platform.db.sql, entidade.id, protocoloId)
  return linhas.map((linha) => paraLer(entidade, linha))
}

/** Changes with each message that is marked as read, of which the `versao` says nothing. */
export function marcasDeLeitura(platform: Platform, entidade: EntidadeAberta, protocoloId: string): Promise<string> {
  return queries.marcasDeLeitura(platform.db.sql, entidade.id, protocoloId)
}

/** The two sides of a conversation: of a job there is none. */
type Autor = Exclude<Ator, { especie: 'tarefa' }>

/** A message as it came. */
export interface Envio {
  protocoloId: string
  pedido: PedidoDeMensagem
  /** The Idempotency-Key. */
  chave: string
}

/**
 * Writes to the other side: a requerente to the unidade that holds the protocolo, which is told by e-mail; an official, for that unidade,
 * to the requerente. Repeated with the same key it gives the same message.
 * @throws campos_invalidos, protocolo_nao_encontrado, anexo_desconhecido, acao_indisponivel, chave_reutilizada, muitas_tentativas.
 */
export async function enviarMensagem(
  platform: Platform,
  entidade: EntidadeAberta,
  autor: Autor,
  { protocoloId, pedido, chave }: Envio,
): Promise<Mensagem> {
  const { texto, anexos } = exigirConteudo(pedido)
  const { contaId } = autor
  const vez = { contaId, chaveHash: hashDaChave(chave) }
  await verAlvo(platform, entidade, autor, protocoloId)
  const repetida = await queries.porChave(platform.db.sql, entidade.id, protocoloId, vez)
  const contadas = autor.especie === 'oficial' ? `${contaId} ${protocoloId}` : (contaId ?? protocoloId)
  if (!repetida) for (const limite of limites) countOne(platform, `mensagens ${contadas}`, limite)
  return platform.db.transaction(async (sql) => {
    const alvo = await travarAlvo(platform, sql, entidade, autor, protocoloId)
    const anterior = await queries.porChave(sql, entidade.id, protocoloId, vez)
    if (anterior && !mesma(anterior, texto, anexos)) throw new ProblemError('chave_reutilizada')
    if (anterior) return paraLer(entidade, anterior)
    const doOrgao = autor.especie === 'oficial'
    if (!alvo.acoes.includes(doOrgao ? 'escrever' : 'mensagem')) {
      throw new ProblemError('acao_indisponivel', { detail: 'Este processo terminou e não recebe mais mensagens.', acoes: alvo.acoes })
    }
    const presos = await anexosSoltos(sql, entidade.id, anexos)
    const unidadeId = doOrgao ? alvo.unidadeId : null
    const procuracaoId = (autor.especie === 'requerente' && autor.procuracaoId) || null
    const nova = { id: platform.random.id(), protocoloId: alvo.id, unidadeId, procuracaoId, texto, agora: platform.clock.now(), ...vez }
    await queries.gravar(sql, entidade.id, nova)
    await queries.prenderAnexos(
      sql,
      entidade.id,
      nova,
      presos.map(({ id }) => id),
    )
    const quem = contaId ?? 'codigo'
    await auditar(platform, sql, entidade.id, {
      quem,
      acao: 'protocolo.mensagem',
      protocoloId: alvo.id,
      ...(autor.especie === 'oficial' && { deOnde: autor.deOnde }),
      dados: { mensagem: nova.id, ...marcaDoAtor(autor) },
    })
    await avisarAndamento(platform, sql, entidade, { protocoloId: alvo.id, especie: doOrgao ? 'mensagem' : 'mensagem_do_requerente' })
    const gravada = await queries.porChave(sql, entidade.id, protocoloId, vez)
    if (!gravada) throw new Error('a message that was just written is gone')
    return paraLer(entidade, gravada)
  })
}

/**
 * Marks what the other side wrote, up to a message, as read. Read marks are no change of the protocolo: nobody who has it open is in the
 * way of them. An official reads for the unidade that holds it: others who see it mark nothing.
 * @returns how many were marked now.
 * @throws protocolo_nao_encontrado.
 */
export async function marcarLidas(
  platform: Platform,
  entidade: EntidadeAberta,
  leitor: Autor,
  protocoloId: string,
  ate: string,
): Promise<{ lidas: number }> {
  const alvo = await verAlvo(platform, entidade, leitor, protocoloId)
  const de = leitor.especie === 'oficial' ? 'cidadao' : 'orgao'
  const dePassagem = leitor.especie === 'oficial' && !temNasMaos(leitor, alvo)
  if (!isId(ate) || dePassagem) return { lidas: 0 }
  const marca = { de, ate, agora: platform.clock.now() } as const
  return { lidas: await platform.db.transaction((sql) => queries.marcarLidas(sql, entidade.id, protocoloId, marca)) }
}

function exigirConteudo({ texto, anexos = [] }: PedidoDeMensagem) {
  const lida = lerMensagem(texto)
  const campos = [
    ...('mensagem' in lida ? [{ caminho: 'texto', mensagem: lida.mensagem }] : []),
    ...(anexos.length > maisArquivos ? [{ caminho: 'anexos', mensagem: `Envie até ${maisArquivos} arquivos.` }] : []),
  ]
  if (campos.length > 0 || 'mensagem' in lida) throw new ProblemError('campos_invalidos', { campos })
  return { texto: lida.valor, anexos }
}

function mesma(anterior: queries.Linha, texto: string, anexos: readonly { id: string }[]): boolean {
  return anterior.texto === texto && anterior.anexos.map(({ id }) => id).join() === anexos.map(({ id }) => id.toLowerCase()).join()
}

function paraLer(entidade: EntidadeAberta, { id, de, em, unidadeId, texto, anexos, lidaEm, procurador }: queries.Linha): Mensagem {
  const unidade = unidadeId === null ? null : (entidade.unidadesPorId.get(unidadeId)?.nome ?? null)
  const escrita = { id, de, em: em.toISOString(), unidade, texto, anexos, lidaEm: lidaEm?.toISOString() ?? null }
  return procurador === null ? escrita : { ...escrita, porProcuracao: procurador }
}
