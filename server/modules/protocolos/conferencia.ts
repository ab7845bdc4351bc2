import type { CampoComErro } from '../../contract/problema.js'
import type { Anexo, PedidoDeAbertura } from '../../contract/protocolos.js'
import { conferirDocumentos, documentosPedidos } from '../../domain/documentos.js'
import { diaEm } from '../../domain/prazo.js'
import type { MotivoDePrioridade } from '../../domain/prioridade.js'
import { type Requerente, validarRequerente } from '../../domain/requerente.js'
import { validarRespostas } from '../../domain/respostas.js'
import type { DocumentoPedido, Respostas, Tipo } from '../../domain/tipo.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { errosDaCiencia } from '../entidades/ciencia.js'
import type { EntidadeAberta, TipoAberto } from '../entidades/entidade-aberta.js'
import * as queries from './queries.js'

/** A request that may be opened. */
export interface Conferido {
  requerente: Requerente
  respostas: Respostas
  prioridade?: MotivoDePrioridade
  anexos: { anexo: Anexo; documento: string }[]
}

/**
 * Checks everything of a request and tells all that is wrong at once.
 * @throws campos_invalidos; anexo_desconhecido when all that is wrong is that files are gone; tipo_mudou when the form filled in was an older one.
 */
export async function conferirPedido(
  platform: Platform,
  entidade: EntidadeAberta,
  tipo: TipoAberto,
  pedido: PedidoDeAbertura,
): Promise<Conferido> {
  const { definicao } = tipo
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  const respostas = validarRespostas(definicao.campos, pedido.respostas, hoje)
  const requerente = validarRequerente(definicao, entidade.arquivo.requerente?.matricula, pedido.requerente)
  const { anexos, sumidos } = await acharAnexos(platform, entidade, pedido)
  const doFormulario = [
    ...(respostas.ok ? [] : respostas.erros),
    ...errosDosDocumentos(entidade, definicao, respostas.ok ? respostas.respostas : undefined, anexos, sumidos),
  ]
  const erros = [
    ...doFormulario,
    ...sumidos,
    ...(requerente.ok ? [] : requerente.erros),
    ...errosDaPrioridade(definicao, pedido),
    ...errosDaCiencia(entidade, pedido.ciencia),
  ]
  if (erros.length > 0 || !respostas.ok || !requerente.ok) {
    const mudou = doFormulario.length > 0 && pedido.versao !== undefined && pedido.versao !== tipo.versao
    const soSumiram = sumidos.length === erros.length
    throw new ProblemError(mudou ? 'tipo_mudou' : soSumiram ? 'anexo_desconhecido' : 'campos_invalidos', { campos: erros })
  }
  const { prioridade } = pedido
  return { requerente: requerente.requerente, respostas: respostas.respostas, ...(prioridade && { prioridade }), anexos }
}

/** The files named in the request that nobody has taken; `sha256` shows that the sender is who uploaded them. */
async function acharAnexos(platform: Platform, entidade: EntidadeAberta, pedido: PedidoDeAbertura) {
  if (pedido.anexos.length === 0) return { anexos: [], sumidos: [] }
  const ids = pedido.anexos.map(({ id }) => id.toLowerCase())
  const soltos = new Map((await queries.buscarSoltos(platform.db.sql, entidade.id, ids)).map((anexo) => [anexo.id, anexo]))
  const anexos: Conferido['anexos'] = []
  const sumidos = new Map<string, CampoComErro>()
  for (const { id, sha256, documento } of pedido.anexos) {
    const anexo = soltos.get(id.toLowerCase())
    if (anexo?.sha256 === sha256) anexos.push({ anexo, documento })
    else sumidos.set(documento, { caminho: `anexos.${documento}`, mensagem: 'Não encontramos este arquivo. Envie-o de novo.' })
    soltos.delete(id.toLowerCase())
  }
  return { anexos, sumidos: [...sumidos.values()] }
}

/** While an answer is wrong it is not known which conditional documents are asked for, so none of those is missed then. */
function errosDosDocumentos(
  entidade: EntidadeAberta,
  tipo: Tipo,
  respostas: Respostas | undefined,
  anexos: Conferido['anexos'],
  sumidos: readonly CampoComErro[],
): CampoComErro[] {
  const pedidos = respostas ? documentosPedidos(tipo, respostas) : tipo.documentos.map(semExigirOCondicional)
  const enviados = anexos.map(({ anexo, documento }) => ({ documento, tamanho: anexo.tamanho, tipo: anexo.tipo }))
  const ditos = new Set(sumidos.map(({ caminho }) => caminho))
  return conferirDocumentos(pedidos, enviados, entidade.limites).filter(({ caminho }) => !ditos.has(caminho))
}

function semExigirOCondicional(pedido: DocumentoPedido): DocumentoPedido {
  return pedido.quando ? { ...pedido, obrigatorio: false } : pedido
}

function errosDaPrioridade(tipo: Tipo, pedido: PedidoDeAbertura): CampoComErro[] {
  if (pedido.prioridade === undefined || tipo.prioridade) return []
  return [{ caminho: 'prioridade', mensagem: 'Este serviço não tem atendimento prioritário. Envie sem esta opção.' }]
}
