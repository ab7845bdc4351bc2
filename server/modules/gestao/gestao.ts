import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { AtoDaGestao, ProtocoloDaGestao } from '../../contract/gestao.js'
import type { Anexo } from '../../contract/protocolos.js'
import { type Correcao, escreverCorrigidas, substitutos } from '../../domain/correcao.js'
import { formatarDocumento } from '../../domain/documento.js'
import { diaEm, diasEntre } from '../../domain/prazo.js'
import type { Tipo } from '../../domain/tipo.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { type AnexoGuardado, anexosDe, chaveDoConteudo } from '../anexos/anexos.js'
import type { DadosDoComprovante } from '../comprovantes/comprovantes.js'
import { ConteudoAusente, comprovanteDe } from '../consulta/documentos.js'
import { avaliacaoDe } from '../desfecho/desfecho.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { unidadeParaLer } from '../lotacoes/lotacoes.js'
import { marcasDeLeitura, mensagensDe } from '../mensagens/mensagens.js'
import { correcoesDe, pendenciasDaGestao } from '../pendencias/pendencias.js'
import { anexoParaLer } from '../protocolos/comprovante.js'
import { type Alvo, type Oficial, tramitar, verAlvo } from '../tramitacao/tramitacao.js'
import { type AtoDe, escritaDe } from './escritas.js'
import { modelosPara } from './modelos.js'
import * as queries from './queries.js'

/**
 * All that an official sees of a protocolo, private despachos and files too, unless the reader has it already.
 * @param conhecida the ETag of what the reader has.
 * @throws protocolo_nao_encontrado for one that they do not see as for one that never was.
 */
export async function verProtocoloDaGestao(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  id: string,
  conhecida?: string,
): Promise<{ etag: string; protocolo?: ProtocoloDaGestao }> {
  const alvo = await verAlvo(platform, entidade, oficial, id)
  const etag = etagDe(platform, entidade, alvo, await marcasDeLeitura(platform, entidade, alvo.id))
  if (conhecida?.includes(etag)) return { etag }
  return { etag, protocolo: await montar(platform, entidade, alvo) }
}

/** Changes with the protocolo, as messages are read, at midnight, when what may be done changes, and with the entidade's despacho templates. */
function etagDe({ clock }: Platform, { arquivo }: EntidadeAberta, { versao, acoes, requerente }: Alvo, lidas: string): string {
  const resto = JSON.stringify([acoes, requerente, lidas, arquivo.modelos, arquivo.tipos.map(({ modelos }) => modelos)])
  const impressao = createHash('sha256').update(resto).digest('base64url').slice(0, 12)
  return `"${versao}-${diaEm(arquivo.fuso, clock.now())}-${impressao}"`
}

async function montar(platform: Platform, entidade: EntidadeAberta, alvo: Alvo): Promise<ProtocoloDaGestao> {
  const { sql } = platform.db
  const [conteudo, tramites, anexos, mensagens, pendencias, correcoes, avaliacao] = await Promise.all([
    queries.conteudo(sql, entidade.id, alvo.id),
    queries.tramites(sql, entidade.id, alvo.id),
    anexosDe(sql, entidade.id, alvo.id),
    mensagensDe(platform, entidade, alvo.id),
    pendenciasDaGestao(platform, entidade, alvo.id),
    correcoesDe(platform, entidade, alvo.id),
    avaliacaoDe(platform, entidade, alvo.id),
  ])
  const agora = platform.clock.now()
  const { tipo, formulario, canal, prioridade, responsavel } = conteudo
  const orgao = entidade.orgaosPorId.get(alvo.orgaoId)
  return {
    id: alvo.id,
    numero: alvo.numero,
    versao: alvo.versao,
    tipo: { codigo: tipo.codigo, nome: tipo.nome },
    orgao: { sigla: orgao?.sigla ?? '', nome: orgao?.nome ?? '' },
    unidade: unidadeDe(entidade, alvo.unidadeId),
    interessado: alvo.requerente.nome ?? null,
    requerente: requerenteParaLer(alvo),
    situacao: alvo.situacao,
    resultado: alvo.resultado,
    sigilo: alvo.sigilo,
    prioridade,
    canal,
    responsavel,
    recebido: alvo.fatos.recebido,
    prorrogado: alvo.fatos.prorrogado,
    prazo: alvo.prazo,
    diasRestantes: diasEntre(diaEm(entidade.arquivo.fuso, agora), alvo.prazo),
    paradoAte: alvo.paradoAte,
    abertoEm: alvo.abertoEm.toISOString(),
    atualizadoEm: conteudo.atualizadoEm.toISOString(),
    recebidoEm: escreverInstante(alvo.recebidoEm),
    retornoEm: escreverInstante(alvo.retornoEm),
    encerradoEm: escreverInstante(alvo.encerradoEm),
    arquivadoEm: escreverInstante(alvo.arquivadoEm),
    respostas: escreverCorrigidas(formulario.campos, conteudo.respostas, correcoes),
    anexos: anexosDaAbertura(formulario, anexos, correcoes),
    tramites: tramites.map((tramite) => tramiteParaLer(entidade, tramite, anexos)),
    pendencias,
    mensagens,
    mensagensNovas: conteudo.mensagensNovas,
    modelos: modelosPara(entidade, alvo, tipo.nome, agora),
    avaliacao,
    acoes: alvo.acoes,
  }
}

function unidadeDe(entidade: EntidadeAberta, id: string): ProtocoloDaGestao['unidade'] {
  const unidade = entidade.unidadesPorId.get(id)
  return unidade ? unidadeParaLer(unidade) : { codigo: '', nome: '', orgao: '' }
}

function requerenteParaLer({ requerente }: Alvo): ProtocoloDaGestao['requerente'] {
  const { nome, documento, email = null, telefone = null, matricula = null } = requerente
  if (nome === undefined) return null
  return { nome, documento: documento === undefined ? null : formatarDocumento(documento), email, telefone, matricula }
}

function anexosDaAbertura(formulario: Tipo, anexos: readonly AnexoGuardado[], correcoes: readonly Correcao[]): ProtocoloDaGestao['anexos'] {
  const novos = substitutos(correcoes)
  return anexos
    .filter(({ daAbertura }) => daAbertura)
    .map((anexo) => {
      const substituidoPor = novos.get(anexo.id)
      return { ...anexoParaLer(formulario, anexo, anexo.documento ?? ''), ...(substituidoPor !== undefined && { substituidoPor }) }
    })
}

function tramiteParaLer(
  entidade: EntidadeAberta,
  { unidadeId, destinoId, em, prazo, procuracao, ...tramite }: queries.TramiteGuardado,
  anexos: readonly AnexoGuardado[],
): ProtocoloDaGestao['tramites'][number] {
  const nome = (id: string | null) => (id === null ? null : (entidade.unidadesPorId.get(id)?.nome ?? null))
  return {
    ...tramite,
    ...(procuracao && { porProcuracao: procuracao }),
    em: em.toISOString(),
    prazo: escreverInstante(prazo),
    unidade: nome(unidadeId),
    destino: nome(destinoId),
    anexos: anexos
      .filter(({ tramiteId }) => tramiteId === tramite.id)
      .map(({ id, nome, tipo, tamanho, sha256 }) => ({ id, nome, tipo, tamanho, sha256 })),
  }
}

function escreverInstante(instante: Date | null): string | null {
  return instante?.toISOString() ?? null
}

/**
 * Does one act of an official.
 * @returns the protocolo as it is then; undefined when it went where they do not see it any more, as a sigiloso one that they forwarded.
 * @throws as `tramitar`; campos_invalidos.
 */
export async function praticar(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  protocoloId: string,
  ato: AtoDaGestao,
): Promise<ProtocoloDaGestao | undefined> {
  await escreverAto(platform, entidade, oficial, protocoloId, ato.acao, ato)
  try {
    return (await verProtocoloDaGestao(platform, entidade, oficial, protocoloId)).protocolo
  } catch (erro) {
    if (erro instanceof ProblemError && erro.codigo === 'protocolo_nao_encontrado') return undefined
    throw erro
  }
}

/** The same for who does several, and reads none of them. @throws as {@link praticar}. */
export async function escreverAto<A extends AtoDaGestao['acao']>(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  protocoloId: string,
  acao: A,
  ato: AtoDe<A>,
): Promise<void> {
  const escrita = escritaDe(acao)
  await tramitar(platform, entidade, { ator: oficial, protocoloId, acao, versao: ato.versao }, (sql, alvo) =>
    escrita({ platform, sql, entidade, oficial, alvo }, ato),
  )
}

/** A file of a protocolo, private ones too. @throws protocolo_nao_encontrado, nao_encontrado, ConteudoAusente. */
export async function abrirAnexoDaGestao(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  id: string,
  anexoId: string,
): Promise<{ anexo: Anexo; bytes: Readable }> {
  await verAlvo(platform, entidade, oficial, id)
  const anexo = isId(anexoId) ? await queries.anexo(platform.db.sql, entidade.id, id, anexoId) : undefined
  if (!anexo) throw new ProblemError('nao_encontrado', { detail: 'Não encontramos esse arquivo neste processo.' })
  const bytes = await platform.storage.open(chaveDoConteudo(entidade.id, anexo.sha256))
  if (!bytes) throw new ConteudoAusente(`the content of anexo ${anexo.id} is missing from storage`)
  return { anexo, bytes }
}

/** Without the access code, of which only the hash is kept. @throws protocolo_nao_encontrado. */
export async function comprovanteDaGestao(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  id: string,
): Promise<DadosDoComprovante> {
  await verAlvo(platform, entidade, oficial, id)
  return comprovanteDe(platform, entidade, id)
}
