import type { CampoComErro } from '../../contract/problema.js'
import type { Comprovante, PedidoDeAbertura } from '../../contract/protocolos.js'
import { formatarCodigo, gerarCodigo } from '../../domain/codigo-de-acesso.js'
import { lerDocumento, mascararEmail } from '../../domain/documento.js'
import { contarPrazo, diaEm } from '../../domain/prazo.js'
import { codeOf } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { auditar, type DeOnde } from '../auditoria/auditoria.js'
import { conferirProva, contar, pedirProva, type Quem } from '../desafio/desafio.js'
import type { EntidadeAberta, TipoAberto } from '../entidades/entidade-aberta.js'
import { tipoAberto } from '../entidades/entidades.js'
import { exigirProcuracao } from '../procuracoes/representacao.js'
import { marcaDaProcuracao, quemAge, type Sessao } from '../sessoes/sessoes.js'
import { caixasDoAviso } from './avisos.js'
import { hashDoCodigo } from './codigo.js'
import { anexoParaLer, emitir, paginaDeConsulta, type Rascunho, respostasParaLer } from './comprovante.js'
import { type Conferido, conferirPedido } from './conferencia.js'
import * as queries from './queries.js'
import { abrirSelo, hashDaChave, impressaoDe, selar } from './selo.js'

/** Who opens without a conta. */
const visitante = 'visitante'

/** One request to open, as it came. */
export interface Abertura {
  pedido: PedidoDeAbertura
  /** The Idempotency-Key. */
  chave: string
  /** The header `Protocolo-Prova`. */
  prova: string | undefined
  /** Network address, for counting only. */
  endereco: string
  /** Of who is signed in. */
  sessao?: Sessao | undefined
  /** The official who opens it for somebody else, and how that one came. It shows in no panel of the official's. */
  balcao?: Balcao
}

export interface Balcao {
  contaId: string
  deOnde: DeOnde | undefined
  canal: 'balcao' | 'telefone'
}

/**
 * Opens a protocolo and issues its number. Nobody is refused one (Lei 13.460 art. 11).
 * Repeated with the same key and content it gives the first comprovante again, even when by now the proof is spent or the tipo closed.
 * @throws prova_necessaria, tipo_desconhecido, tipo_fechado, tipo_mudou, campos_invalidos, anexo_desconhecido, chave_reutilizada, pedido_em_curso.
 */
export async function abrirProtocolo(platform: Platform, entidade: EntidadeAberta, abertura: Abertura): Promise<Comprovante> {
  const { pedido, chave, sessao } = abertura
  const por = sessao?.por
  const vez: Vez = {
    sessao: sessaoDe(abertura),
    balcao: abertura.balcao,
    chave,
    hash: hashDaChave(chave),
    impressao: impressaoDe({ ...pedido, canal: abertura.balcao?.canal, procuracao: por?.procuracaoId }),
  }
  try {
    return await tentarAbrir(platform, entidade, abertura, vez)
  } catch (erro) {
    const anterior = erro instanceof ProblemError ? await repetir(platform, entidade, vez) : undefined
    if (anterior) return anterior
    throw erro
  }
}

/** Of whose panel will show it. Who asks anonymously leaves no trace of theirs. */
function sessaoDe({ pedido, sessao, balcao }: Abertura): Sessao | undefined {
  return balcao || ('anonimo' in pedido.requerente && !sessao?.por) ? undefined : sessao
}

/** A request's key, and what tells it from another with the same key. */
interface Vez {
  /** Whose panel will show it. */
  sessao: Sessao | undefined
  balcao: Balcao | undefined
  chave: string
  hash: Buffer
  impressao: Buffer
}

async function tentarAbrir(platform: Platform, entidade: EntidadeAberta, abertura: Abertura, vez: Vez): Promise<Comprovante> {
  const origem: Quem = { entidade, proposito: 'abertura', endereco: abertura.endereco }
  const prova = abertura.balcao ? undefined : conferirProva(platform, origem, abertura.prova)
  const tipo = tipoAberto(entidade, abertura.pedido.tipo)
  const conferido = await conferirPedido(platform, entidade, tipo, emNomeDe(abertura))
  if (!abertura.balcao) contar(platform, origem)
  const caixas = await caixasDoAviso(platform, conferido.requerente, vez.sessao)
  const rascunho = rascunhar(platform, entidade, tipo, conferido, caixas)
  const linha = linhaDe(platform, entidade, tipo, conferido, { rascunho, caixas, vez })
  const comProva = { ...linha, prova_hash: prova?.hash.toString('hex') ?? null, prova_expira: prova?.expira.toISOString() ?? null }
  const desfecho = await gravar(platform, entidade, vez, comProva).catch((erro: unknown) => {
    throw codeOf(erro) === 'PR001' ? new ProblemError('anexo_desconhecido', { campos: camposDosAnexos(abertura.pedido) }) : erro
  })
  switch (desfecho.estado) {
    case 'novo':
      return emitir(rascunho, desfecho.numero)
    case 'repetido':
      return reemitir(vez.chave, Buffer.from(desfecho.selado, 'hex'), desfecho.numero)
    case 'outro_corpo':
      throw new ProblemError('chave_reutilizada')
    case 'em_curso':
      throw new ProblemError('pedido_em_curso', { headers: { 'Retry-After': '1' } })
    case 'prova_gasta':
      throw pedirProva(platform, origem)
  }
}

/** Who acts for another asks as that one. @throws campos_invalidos when the request speaks of somebody else. */
function emNomeDe({ pedido, sessao }: Abertura): PedidoDeAbertura {
  const outorgante = sessao?.por?.outorgante
  if (!outorgante) return pedido
  const { requerente } = pedido
  if (!('anonimo' in requerente) && lerDocumento(requerente.documento)?.valor === outorgante.documento) {
    return { ...pedido, requerente: { ...requerente, nome: outorgante.nome } }
  }
  const mensagem = `Você está agindo por ${outorgante.nome}: use o CPF ou o CNPJ dessa pessoa.`
  throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'requerente.documento', mensagem }] })
}

/** By procuracao it takes a transaction of its own, in which that is looked at again and noted. */
function gravar(platform: Platform, entidade: EntidadeAberta, { sessao }: Vez, linha: queries.LinhaDeAbertura): Promise<queries.Desfecho> {
  const por = sessao?.por
  if (!por) return queries.abrir(platform.db.hot, linha)
  return platform.db.transaction(async (sql) => {
    await exigirProcuracao(platform, sql, entidade, { ...por, poder: 'abrir' })
    const desfecho = await queries.abrir(sql, linha)
    if (desfecho.estado !== 'novo') return desfecho
    await queries.anotarProcuracao(sql, entidade.id, linha.protocolo_id, por.procuracaoId)
    const dados = marcaDaProcuracao(sessao)
    await auditar(platform, sql, entidade.id, { quem: por.contaId, acao: 'procuracao.abrir', protocoloId: linha.protocolo_id, dados })
    return desfecho
  })
}

function rascunhar(
  platform: Platform,
  entidade: EntidadeAberta,
  tipo: TipoAberto,
  conferido: Conferido,
  [email]: readonly string[],
): Rascunho {
  const { definicao, orgao, unidade } = tipo
  const agora = platform.clock.now()
  return {
    id: platform.random.id(),
    codigoAcesso: formatarCodigo(gerarCodigo(platform.random.bytes(8))),
    abertoEm: agora.toISOString(),
    prazo: contarPrazo(entidade.calendario, diaEm(entidade.arquivo.fuso, agora), definicao.prazo),
    tipo: { codigo: definicao.codigo, nome: definicao.nome },
    orgao: { sigla: orgao.sigla, nome: orgao.nome },
    unidade: { codigo: unidade.codigo, nome: unidade.nome },
    ...(conferido.prioridade && { prioridade: conferido.prioridade }),
    respostas: respostasParaLer(definicao, conferido.respostas),
    anexos: conferido.anexos.map(({ anexo, documento }) => anexoParaLer(definicao, anexo, documento)),
    pagina: paginaDeConsulta(platform, entidade),
    ...(email === undefined ? {} : { email: mascararEmail(email) }),
  }
}

function linhaDe(
  platform: Platform,
  entidade: EntidadeAberta,
  tipo: TipoAberto,
  conferido: Conferido,
  { rascunho, caixas, vez }: { rascunho: Rascunho; caixas: readonly string[]; vez: Vez },
): Omit<queries.LinhaDeAbertura, 'prova_hash' | 'prova_expira'> {
  const { numeracao } = tipo.orgao
  const { random } = platform
  const destinos = [
    ...caixas.map((para) => ({ especie: 'abertura' as const, para })),
    { especie: 'nova-abertura' as const, para: tipo.unidade.email },
  ]
  return {
    entidade_id: entidade.id,
    protocolo_id: rascunho.id,
    tramite_id: random.id(),
    auditoria_id: random.id(),
    quem: quemDe(vez),
    ...(vez.balcao && { canal: vez.balcao.canal, aberto_por: vez.balcao.contaId, ...vez.balcao.deOnde }),
    conta_id: contaDe(vez) ?? null,
    chave_hash: vez.hash.toString('hex'),
    impressao: vez.impressao.toString('hex'),
    selado: selar(vez.chave, JSON.stringify(rascunho), random.bytes(12)).toString('hex'),
    agora: rascunho.abertoEm,
    orgao_id: tipo.orgao.id,
    ano: Number(diaEm(entidade.arquivo.fuso, new Date(rascunho.abertoEm)).slice(0, 4)),
    inicio: numeracao.inicio ?? 1,
    mascara: numeracao.mascara,
    sigla: tipo.orgao.sigla,
    unidade_numero: numeracao.unidade ?? 0,
    tipo_id: tipo.id,
    tipo_versao: tipo.versao,
    unidade_id: tipo.unidade.id,
    sigilo: tipo.definicao.sigilo ?? 'publico',
    prioridade: conferido.prioridade ?? null,
    requerente: conferido.requerente,
    respostas: conferido.respostas,
    prazo: rascunho.prazo,
    codigo_hash: hashDoCodigo(rascunho.id, rascunho.codigoAcesso).toString('hex'),
    anexos: conferido.anexos.map(({ anexo, documento }) => ({ id: anexo.id, sha256: anexo.sha256, documento })),
    emails: destinos.flatMap(({ especie, para }) => (para === undefined ? [] : [{ id: random.id(), especie, para }])),
  }
}

function quemDe({ sessao, balcao }: Vez): string {
  return balcao?.contaId ?? (sessao ? quemAge(sessao) : visitante)
}

/** The conta whose panel will show it, if there is one. */
function contaDe({ sessao }: Vez): string | undefined {
  return sessao?.por?.procuracaoId === sessao?.contaId ? undefined : sessao?.contaId
}

/** The comprovante that an earlier request with this key and content got. */
async function repetir(platform: Platform, entidade: EntidadeAberta, vez: Vez): Promise<Comprovante | undefined> {
  const anterior = await queries.buscarAnterior(platform.db.sql, entidade.id, quemDe(vez), vez.hash)
  if (!anterior) return undefined
  if (!anterior.impressao.equals(vez.impressao)) throw new ProblemError('chave_reutilizada')
  return reemitir(vez.chave, anterior.selado, anterior.numero)
}

function reemitir(chave: string, selado: Buffer, numero: string): Comprovante {
  const rascunho: Rascunho = JSON.parse(abrirSelo(chave, selado))
  return emitir(rascunho, numero)
}

function camposDosAnexos(pedido: PedidoDeAbertura): CampoComErro[] {
  const documentos = new Set(pedido.anexos.map(({ documento }) => documento))
  return [...documentos].map((documento) => ({ caminho: `anexos.${documento}`, mensagem: 'Envie este arquivo de novo.' }))
}

const guardarChavesPor = 7 * 24 * 3_600_000

/** Forgets the keys of openings older than a week, and with them the sealed replies. */
export async function limparIdempotencias(platform: Platform): Promise<void> {
  await queries.apagarIdempotencias(platform.db.sql, new Date(platform.clock.now().getTime() - guardarChavesPor))
}
