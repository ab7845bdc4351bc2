import type { Mensagem, PedidoDeMensagem } from '../../contract/mensagens.js'
import { lerMensagem } from '../../domain/conversa.js'
import { pode } from '../../domain/permissoes.js'
import { ProblemError } from '../../platform/http/problem.js'
import { countOne } from '../../platform/http/rate.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { foraDaConta } from '../meus/fora-da-conta.js'
import { avisarAndamento } from '../notificacoes/andamento.js'
import { exigirRepresentacao } from '../procuracoes/representacao.js'
import { hashDaChave } from '../protocolos/selo.js'
import { marcaDaProcuracao, quemAge, type Sessao } from '../sessoes/sessoes.js'
import { verFatos } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'

/** Messages of a conta, and the seconds within which they are counted: each owes an e-mail. */
const detail = 'Foram muitas mensagens em pouco tempo. O que você escreveu continua aqui. Aguarde e tente de novo.'
const limites = [
  { most: 10, seconds: 600, detail },
  { most: 60, seconds: 86_400, detail },
]

/** What was written about a protocolo, oldest first, for whoever was found to be let into it. */
export async function mensagensDe(platform: Platform, entidade: EntidadeAberta, protocoloId: string): Promise<Mensagem[]> {
  const linhas = await queries.todas(platform.db.sql, entidade.id, protocoloId)
  return linhas.map((linha) => paraLer(entidade, linha))
}

/**
 * Writes to the unidade that holds a protocolo of one's own, which is told by e-mail. Repeated with the same key it gives the same message.
 * @param chave the Idempotency-Key.
 * @throws campos_invalidos, protocolo_nao_encontrado, acao_indisponivel, chave_reutilizada, muitas_tentativas.
 */
export async function enviarMensagem(
  platform: Platform,
  entidade: EntidadeAberta,
  dono: Sessao,
  protocoloId: string,
  pedido: PedidoDeMensagem,
  chave: string,
): Promise<Mensagem> {
  const texto = exigirTexto(pedido)
  const chaveHash = hashDaChave(chave)
  if (!isId(protocoloId)) throw foraDaConta()
  const repetida = await queries.porChave(platform.db.sql, dono, protocoloId, chaveHash)
  if (!repetida) for (const limite of limites) countOne(platform, `mensagens ${quemAge(dono)}`, limite)
  return platform.db.transaction(async (sql) => {
    await exigirRepresentacao(platform, sql, entidade, dono, 'responder')
    const alvo = await queries.travar(sql, dono, protocoloId)
    if (!alvo) throw foraDaConta()
    const anterior = await queries.porChave(sql, dono, protocoloId, chaveHash)
    if (anterior && anterior.texto !== texto) throw new ProblemError('chave_reutilizada')
    if (anterior) return paraLer(entidade, anterior)
    if (!pode('mensagem', await verFatos(platform, sql, entidade, protocoloId), [{ agente: 'requerente' }])) {
      throw new ProblemError('acao_indisponivel', { detail: 'Este processo terminou e não recebe mais mensagens.' })
    }
    const nova = { id: platform.random.id(), protocoloId, texto, chaveHash, agora: platform.clock.now() }
    await queries.gravar(sql, dono, nova)
    await auditar(platform, sql, entidade.id, {
      quem: quemAge(dono),
      acao: 'protocolo.mensagem',
      protocoloId,
      dados: { mensagem: nova.id, ...marcaDaProcuracao(dono) },
    })
    await avisarAndamento(platform, sql, entidade, { protocoloId, especie: 'mensagem_do_requerente' })
    return paraLer(entidade, { ...nova, de: 'cidadao', em: nova.agora, unidadeId: null })
  })
}

function exigirTexto({ texto }: PedidoDeMensagem): string {
  const lida = lerMensagem(texto)
  if ('valor' in lida) return lida.valor
  throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'texto', ...lida }] })
}

function paraLer(entidade: EntidadeAberta, { id, de, em, unidadeId, texto }: queries.Linha): Mensagem {
  const unidade = unidadeId === null ? null : (entidade.unidadesPorId.get(unidadeId)?.nome ?? null)
  return { id, de, em: em.toISOString(), unidade, texto }
}
