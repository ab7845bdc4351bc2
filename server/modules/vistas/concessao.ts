import type { PedidoDeVista, VistaDaGestao, VistaPedida, VistasDaGestao } from '../../contract/vistas.js'
import { lerMotivo } from '../../domain/conversa.js'
import { lerDocumento } from '../../domain/documento.js'
import { lerEmail } from '../../domain/leitura.js'
import { type CampoComErro, mensagens } from '../../domain/mensagens.js'
import { diaEm, somarDias } from '../../domain/prazo.js'
import { ehDia } from '../../domain/procuracao.js'
import { textoLimpo } from '../../domain/texto.js'
import { anexoVisivel } from '../../domain/visibilidade.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { candidatos } from '../consulta/numero.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarVista } from '../notificacoes/vistas.js'
import { type Alvo, type Oficial, travarAlvo, verAlvo } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'
import { comum, concederVista, type Favorecido } from './vistas.js'

/** Codigo of the tipo by which a citizen asks for a vista, and of the answer that names the process. */
const tipoDoPedido = 'vista-processo'
const campoDoProcesso = 'processo'
/** Longest vista, in days. */
const maiorPrazo = 366

/**
 * An official lets somebody see a protocolo, or some files of it, until the end of a day. Who it is given to, and the interessado, are told.
 * @throws protocolo_nao_encontrado, acao_indisponivel, campos_invalidos; nao_encontrado for a `pedido` that asks for no vista of it.
 */
export async function liberarVista(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  protocoloId: string,
  pedido: PedidoDeVista,
): Promise<VistaDaGestao> {
  const alvo = await exigirQueConceda(platform, entidade, oficial, protocoloId)
  const pedida = pedido.pedido === undefined ? undefined : await acharPedido(platform, entidade, oficial, pedido.pedido)
  if (pedida && pedida.alvo.id !== alvo.id) throw semPedido()
  const lido = await lerConcessao(platform, entidade, alvo, pedido, pedida)
  const { sql } = platform.db
  const ate = await queries.fimDoDia(sql, entidade.arquivo.fuso, lido.ate)
  const avisar = await caixaDe(platform, lido.para, pedida)
  const id = await platform.db.transaction(async (tx) => {
    exigirConcessao(await travarAlvo(platform, tx, entidade, oficial, alvo.id))
    const dada = { protocoloId: alvo.id, ate, dadaPor: oficial.contaId, deOnde: oficial.deOnde }
    return concederVista(platform, tx, entidade, { ...lido, ...dada, ...(avisar && { avisar }) })
  })
  return exigirUma(platform, entidade, alvo.id, id)
}

/** Those of a protocolo that an official may give them of, newest first. @throws protocolo_nao_encontrado, acao_indisponivel. */
export async function listarVistas(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  protocoloId: string,
): Promise<VistasDaGestao> {
  const { id } = await exigirQueConceda(platform, entidade, oficial, protocoloId)
  const [nomes, vistas] = await Promise.all([
    nomesDosArquivos(platform, entidade, id),
    queries.doProtocolo(platform.db.sql, entidade.id, id),
  ])
  return { vistas: vistas.map((vista) => paraLer(platform, vista, nomes)) }
}

/** Ends one at once; who it was given to is told. @throws protocolo_nao_encontrado, acao_indisponivel, nao_encontrado. */
export async function encerrarVista(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  protocoloId: string,
  vistaId: string,
): Promise<VistaDaGestao> {
  const { id: alvo } = await exigirQueConceda(platform, entidade, oficial, protocoloId)
  const [vista] = isId(vistaId) ? await queries.doProtocolo(platform.db.sql, entidade.id, alvo, vistaId) : []
  if (!vista) throw new ProblemError('nao_encontrado', { detail: 'Não encontramos esta liberação.' })
  await platform.db.transaction(async (sql) => {
    exigirConcessao(await travarAlvo(platform, sql, entidade, oficial, alvo))
    if (!(await queries.revogarUma(sql, entidade.id, { id: vista.id, protocoloId: alvo, agora: platform.clock.now() }))) return
    await auditar(platform, sql, entidade.id, {
      quem: oficial.contaId,
      deOnde: oficial.deOnde,
      acao: 'vista.revogar',
      protocoloId: alvo,
      dados: { vistas: [vista.id] },
    })
    if (vista.avisar === null) return
    await avisarVista(platform, sql, entidade, { especie: 'vista-revogada', para: vista.avisar, protocoloId: alvo, dados: {} })
  })
  return exigirUma(platform, entidade, alvo, vista.id)
}

/**
 * Which process a request for a vista is about, and for whom, where the official may give it.
 * @throws nao_encontrado when it asks for no vista, or for one of a process that the official cannot give.
 */
export async function proporVista(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, pedidoId: string): Promise<VistaPedida> {
  const { alvo, para } = await acharPedido(platform, entidade, oficial, pedidoId)
  if (!alvo.acoes.includes('conceder_vista')) throw semPedido()
  return { protocolo: { id: alvo.id, numero: alvo.numero }, para: { documento: para.documento, nome: para.nome } }
}

interface Pedida {
  id: string
  alvo: Alvo
  para: { documento: string; nome: string; email?: string | undefined }
}

async function acharPedido(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, pedidoId: string): Promise<Pedida> {
  const { id } = await verAlvo(platform, entidade, oficial, pedidoId)
  const feito = await queries.pedidoFeito(platform.db.sql, entidade.id, id)
  const numero = feito?.tipo === tipoDoPedido ? feito.respostas[campoDoProcesso] : undefined
  const { documento, nome = '', email } = feito?.requerente ?? {}
  if (typeof numero !== 'string' || documento === undefined) throw semPedido()
  const [achado, outro] = await queries.comNumero(platform.db.sql, entidade.id, lerNumero(entidade, numero))
  if (achado === undefined || outro !== undefined) throw semPedido()
  return { id, alvo: await verAlvo(platform, entidade, oficial, achado), para: { documento, nome, email } }
}

function lerNumero(entidade: EntidadeAberta, numero: string) {
  try {
    return candidatos(entidade, { numero })
  } catch (erro) {
    if (erro instanceof ProblemError) return []
    throw erro
  }
}

function semPedido(): ProblemError {
  return new ProblemError('nao_encontrado', { detail: 'Este pedido não é de vista, ou é de um processo que você não pode liberar.' })
}

async function exigirQueConceda(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, protocoloId: string): Promise<Alvo> {
  return exigirConcessao(await verAlvo(platform, entidade, oficial, protocoloId))
}

function exigirConcessao(alvo: Alvo): Alvo {
  if (!alvo.acoes.includes('conceder_vista')) throw new ProblemError('acao_indisponivel', { acoes: alvo.acoes })
  return alvo
}

interface Lida {
  para: Favorecido
  nome: string
  /** Day. */
  ate: string
  motivo: string
  anexos?: readonly string[]
  pedidoId?: string
}

async function lerConcessao(
  platform: Platform,
  entidade: EntidadeAberta,
  alvo: Alvo,
  { para, nome = '', documentos, ate, motivo }: PedidoDeVista,
  pedida: Pedida | undefined,
): Promise<Lida> {
  const favorecido = pedida ? { documento: pedida.para.documento } : lerFavorecido(para)
  const lidoMotivo = lerMotivo(motivo)
  const arquivos = documentos && (await visiveis(platform, entidade, alvo.id, documentos))
  const erros: CampoComErro[] = [
    ...('mensagem' in favorecido ? [{ caminho: 'para', mensagem: favorecido.mensagem }] : []),
    ...errosDoDia(ate, diaEm(entidade.arquivo.fuso, platform.clock.now())),
    ...('mensagem' in lidoMotivo ? [{ caminho: 'motivo', mensagem: lidoMotivo.mensagem }] : []),
    ...(arquivos && (arquivos.length === 0 || arquivos.length < new Set(documentos).size)
      ? [
          {
            caminho: 'documentos',
            mensagem: arquivos.length === 0 ? 'Escolha ao menos um documento.' : 'Um dos documentos não pode ser liberado.',
          },
        ]
      : []),
  ]
  if (erros.length > 0 || 'mensagem' in favorecido || !('valor' in lidoMotivo))
    throw new ProblemError('campos_invalidos', { campos: erros })
  return {
    para: favorecido,
    nome: (textoLimpo(nome) || pedida?.para.nome || '').slice(0, 200),
    ate,
    motivo: lidoMotivo.valor,
    ...(arquivos && { anexos: arquivos }),
    ...(pedida && { pedidoId: pedida.id }),
  }
}

function lerFavorecido(para: PedidoDeVista['para']): Favorecido | { mensagem: string } {
  if (!para) return { mensagem: 'Diga para quem é: o CPF, o CNPJ ou o e-mail.' }
  if ('documento' in para) {
    const documento = lerDocumento(para.documento)?.valor
    return documento ? { documento } : { mensagem: mensagens.documento(para.documento) }
  }
  const email = lerEmail(para.email)
  return email ? { email } : { mensagem: mensagens.email }
}

function errosDoDia(ate: string, hoje: string): CampoComErro[] {
  if (!ehDia(ate)) return [{ caminho: 'ate', mensagem: 'Escolha até que dia vale.' }]
  if (ate < hoje) return [{ caminho: 'ate', mensagem: 'Este dia já passou. Escolha outro.' }]
  return ate > somarDias(hoje, maiorPrazo) ? [{ caminho: 'ate', mensagem: 'Escolha um dia dentro de um ano.' }] : []
}

/** Of some files of a protocolo, those that a vista may open: never a private one. */
async function visiveis(platform: Platform, entidade: EntidadeAberta, protocoloId: string, ids: readonly string[]): Promise<string[]> {
  const pedidos = new Set(ids)
  const arquivos = await queries.arquivos(platform.db.sql, entidade.id, protocoloId)
  return arquivos.filter((arquivo) => pedidos.has(arquivo.id) && anexoVisivel(arquivo)).map(({ id }) => id)
}

/** Where it is told: the e-mail it is given to, else that of the conta with the documento, else the one in the request. */
async function caixaDe({ db }: Platform, para: Favorecido, pedida: Pedida | undefined): Promise<string | undefined> {
  if ('email' in para) return para.email
  return (await queries.emailDoDocumento(db.sql, para.documento)) ?? pedida?.para.email
}

async function nomesDosArquivos({ db }: Platform, { id }: EntidadeAberta, protocoloId: string): Promise<Map<string, string>> {
  const arquivos = await queries.arquivos(db.sql, id, protocoloId)
  return new Map(arquivos.map((arquivo) => [arquivo.id, arquivo.nome]))
}

async function exigirUma(platform: Platform, entidade: EntidadeAberta, protocoloId: string, vistaId: string): Promise<VistaDaGestao> {
  const [vista] = await queries.doProtocolo(platform.db.sql, entidade.id, protocoloId, vistaId)
  if (!vista) throw new Error('a vista that was just written is gone')
  return paraLer(platform, vista, await nomesDosArquivos(platform, entidade, protocoloId))
}

function paraLer({ clock }: Platform, vista: queries.Concedida, nomes: ReadonlyMap<string, string>): VistaDaGestao {
  const { dadaPor, motivo, pedido, totalDeOlhadas } = vista
  return { ...comum(vista, nomes, clock.now()), dadaPor, motivo, pedido, olhadas: totalDeOlhadas }
}
