import { Readable } from 'node:stream'
import type { LugarNaLista, PaginaDeLiberados } from '../../contract/meus.js'
import type { Anexo } from '../../contract/protocolos.js'
import { diaEm } from '../../domain/prazo.js'
import { countOne } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import { type ZipEntry, zipOf } from '../../platform/zip.js'
import { nomeSeguro } from '../anexos/nome.js'
import { auditar } from '../auditoria/auditoria.js'
import { ConteudoAusente } from '../consulta/documentos.js'
import { verConta } from '../contas/contas.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { abrirFoto, nomeDaFoto } from '../foto/foto.js'
import { abrirAnexoDoPainel, type ProtocoloInteiro, percorrer, verProtocolo } from '../meus/meus.js'
import { listarPasskeys } from '../passkeys/passkeys.js'
import { listarProcuracoes } from '../procuracoes/procuracoes.js'
import { exigirConfirmacao, verConfirmacao } from '../reautenticacao/reautenticacao.js'
import { listarSessoes, type Sessao } from '../sessoes/sessoes.js'
import { listarLiberados } from '../vistas/vistas.js'
import { leiaMe, oQueFaltou } from './leia-me.js'
import * as queries from './queries.js'

/** Copies that one conta may take in an hour. */
const porHora = 5

/**
 * The copy of a person's data (Lei 13.709 arts. 18, II and V, and 19): the conta, and what it has in the entidade where it asks, which
 * answers for that alone. Made as it is read, so it may be of any size.
 * @param confirmacao the header Protocolo-Confirmacao.
 * @throws confirmacao_necessaria, muitas_tentativas.
 */
export async function exportar(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  confirmacao: string | undefined,
): Promise<{ nome: string; bytes: Readable }> {
  await verConfirmacao(platform, sessao, 'exportacao', confirmacao)
  countOne(platform, `exportacao ${sessao.contaId}`, { most: porHora })
  await platform.db.transaction(async (tx) => {
    await exigirConfirmacao(platform, sessao, 'exportacao', confirmacao, tx)
    await auditar(platform, tx, entidade.id, { quem: sessao.contaId, acao: 'conta.exportar' })
  })
  const agora = platform.clock.now()
  const nome = `meus-dados-${entidade.codigo}-${diaEm(entidade.arquivo.fuso, agora)}.zip`
  const bytes = zipOf(arquivos(platform, entidade, sessao, agora), { at: agora })
  bytes.once('error', (err) => platform.log.error({ err }, 'a copy of data broke off'))
  return { nome, bytes }
}

async function* arquivos(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, agora: Date): AsyncGenerator<ZipEntry> {
  const faltaram: string[] = []
  yield texto('leia-me.txt', leiaMe(entidade, agora))
  yield json('conta.json', await reunirConta(platform, entidade, sessao, agora))
  yield* foto(platform, sessao, faltaram)
  const pastas = criarPastas()
  for await (const protocolo of percorrer(platform, sessao)) {
    yield* processo(platform, entidade, sessao, { ...protocolo, pasta: pastas.nomear(protocolo.numero), faltaram })
  }
  if (faltaram.length > 0) yield texto('faltou.txt', oQueFaltou(entidade, faltaram))
}

/** All that stands of the conta itself; passwords and keys are nobody's to read. */
async function reunirConta(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, agora: Date): Promise<object> {
  const { sql } = platform.db
  const [conta, datas, sessoes, passkeys, rascunhos, esperas, lotacoes, registros, liberados, procuracoes] = await Promise.all([
    verConta(platform, sessao),
    queries.datas(sql, sessao),
    listarSessoes(platform, sessao),
    listarPasskeys(platform, sessao),
    queries.rascunhos(sql, sessao),
    queries.esperas(sql, sessao, agora),
    queries.lotacoes(sql, sessao),
    queries.registros(sql, sessao),
    reunirLiberados(platform, entidade, sessao),
    listarProcuracoes(platform, entidade, sessao),
  ])
  const { codigo, nome } = entidade.arquivo
  return {
    entidade: { codigo, nome },
    em: agora,
    conta: { ...conta, ...datas },
    sessoes,
    passkeys,
    rascunhos,
    esperas,
    lotacoes,
    registros,
    liberados,
    procuracoes,
  }
}

/** What others let the conta see now, as its panel lists it. */
async function reunirLiberados(platform: Platform, entidade: EntidadeAberta, sessao: Sessao): Promise<PaginaDeLiberados['protocolos']> {
  const todos: PaginaDeLiberados['protocolos'] = []
  for (let lugar: LugarNaLista = {}; ; ) {
    const { protocolos, proximo } = await listarLiberados(platform, entidade, sessao, lugar)
    todos.push(...protocolos)
    if (proximo === null) return todos
    lugar = { depois: proximo }
  }
}

async function* foto(platform: Platform, sessao: Sessao, faltaram: string[]): AsyncGenerator<ZipEntry> {
  const achada = await abrirFoto(platform, sessao)
  if (!achada) return
  const { foto, bytes } = achada
  const name = nomeDaFoto(foto.tipo)
  if (bytes) yield { name, bytes, compress: false }
  else faltaram.push(name)
}

interface ParaExportar extends ProtocoloInteiro {
  pasta: string
  /** Paths of what storage does not have; grows. */
  faltaram: string[]
}

/** A protocolo as its owner sees it, and the files that they see. */
async function* processo(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  { id, requerente, pasta, faltaram }: ParaExportar,
): AsyncGenerator<ZipEntry> {
  const { protocolo } = await verProtocolo(platform, entidade, sessao, id, undefined)
  if (!protocolo) return
  const { acoes, nivel, ...visto } = protocolo
  const anexos = [...visto.anexos, ...[...visto.tramites, ...visto.mensagens].flatMap((parte) => parte.anexos)]
  const nomeados = anexos.map((anexo, n) => ({ anexo, arquivo: `${String(n + 1).padStart(2, '0')}-${nomeSeguro(anexo.nome)}` }))
  const nomes = nomeados.map(({ anexo, arquivo }) => ({ id: anexo.id, arquivo }))
  yield json(`${pasta}/processo.json`, { ...visto, requerente, arquivos: nomes })
  for (const { anexo, arquivo } of nomeados) {
    const bytes = await abrir(platform, entidade, sessao, id, anexo)
    if (bytes) yield { name: `${pasta}/${arquivo}`, bytes, compress: false }
    else faltaram.push(`${pasta}/${arquivo}`)
  }
}

async function abrir(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  id: string,
  anexo: Anexo,
): Promise<Readable | undefined> {
  try {
    return (await abrirAnexoDoPainel(platform, entidade, sessao, id, anexo.id)).bytes
  } catch (erro) {
    if (erro instanceof ConteudoAusente) return undefined
    throw erro
  }
}

/** Folders by number, no two alike in any file system: signs that can't stand in a name may make two numbers one. */
function criarPastas() {
  const usadas = new Set<string>()
  return {
    nomear(numero: string): string {
      const nome = nomeSeguro(numero.replace(/[/\\]/g, '-'))
      let livre = nome
      for (let n = 2; usadas.has(livre.toLowerCase()); n++) livre = `${nome}-${n}`
      usadas.add(livre.toLowerCase())
      return `processos/${livre}`
    },
  }
}

function texto(name: string, conteudo: string): ZipEntry {
  return { name, bytes: Readable.from([Buffer.from(conteudo)]), compress: true }
}

function json(name: string, conteudo: object): ZipEntry {
  return texto(name, `${JSON.stringify(conteudo, null, 2)}\n`)
}
