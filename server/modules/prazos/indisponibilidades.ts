import type { CampoComErro } from '../../contract/problema.js'
import { type Calendario, type Dia, diaEm, diasTocados, fimPossivel, temFim } from '../../domain/prazo.js'
import { codeOf } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { auditar, type DeOnde } from '../auditoria/auditoria.js'
import { anunciarMudanca, type EntidadeAberta } from '../entidades/entidades.js'
import * as queries from './queries.js'

export interface Indisponibilidade {
  id: string
  de: Date
  ate: Date
  motivo: string
  /** How many open protocolos had their prazo moved by it. */
  protocolos: number
}

/** An outage, as an official tells of it. */
export interface NovaIndisponibilidade {
  de: Date
  ate: Date
  motivo: string
  /** As the audit tells it: the id of a conta, or `cli`. */
  quem: string
  deOnde?: DeOnde | undefined
}

const milissegundosPorDia = 86_400_000
/** Days that one may last: a mistyped year must not move every prazo. */
const maiorDuracao = 60
const maiorMotivo = 500

/** All that were registered, newest first. */
export function listarIndisponibilidades({ db }: Platform, entidade: EntidadeAberta): Promise<Indisponibilidade[]> {
  return queries.indisponibilidades(db.sql, entidade.id)
}

/**
 * Registers that the system was out. Every open prazo that ends on a day that it touches, of protocolos and of what was asked of people, ends
 * on the next day of work on which the system was not out (Lei 11.419 art. 10 §2), and so does every one that is counted from now on.
 * All in one transaction, with one audit entry; open pages are told.
 * @throws campos_invalidos beside `de`, `ate` or `motivo`; also where the same was registered before.
 */
export async function registrarIndisponibilidade(
  platform: Platform,
  entidade: EntidadeAberta,
  { de, ate, motivo, quem, deOnde }: NovaIndisponibilidade,
): Promise<Indisponibilidade> {
  const agora = platform.clock.now()
  const campos = conferir(agora, { de, ate, motivo })
  if (campos.length > 0) throw new ProblemError('campos_invalidos', { campos })
  const id = platform.random.id()
  try {
    return await platform.db.transaction(async (sql) => {
      const dias = diasTocados(entidade.arquivo.fuso, de, ate)
      const calendario = comQueda(entidade, dias)
      if (!temFim(calendario, diaEm(entidade.arquivo.fuso, de))) throw new ProblemError('campos_invalidos', { campos: [semFim] })
      await queries.inserirIndisponibilidade(sql, entidade.id, { id, de, ate, motivo: motivo.trim() }, agora)
      const protocolos = await queries.adiar(sql, entidade.id, mudancas(calendario, dias), agora)
      await queries.contarAdiados(sql, entidade.id, id, protocolos)
      const dados = { de: de.toISOString(), ate: ate.toISOString(), motivo: motivo.trim(), protocolos }
      await auditar(platform, sql, entidade.id, { quem, deOnde, acao: 'indisponibilidade.registrar', dados })
      await anunciarMudanca(sql, entidade.codigo)
      return { id, de, ate, motivo: motivo.trim(), protocolos }
    })
  } catch (erro) {
    if (codeOf(erro) !== '23505') throw erro
    throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'de', mensagem: 'Esta indisponibilidade já está registrada.' }] })
  }
}

function conferir(agora: Date, { de, ate, motivo }: Pick<NovaIndisponibilidade, 'de' | 'ate' | 'motivo'>): CampoComErro[] {
  const campos: CampoComErro[] = []
  if (Number.isNaN(de.getTime())) campos.push({ caminho: 'de', mensagem: 'Diga quando começou, com dia e hora.' })
  if (Number.isNaN(ate.getTime())) campos.push({ caminho: 'ate', mensagem: 'Diga quando terminou, com dia e hora.' })
  else if (ate <= de) campos.push({ caminho: 'ate', mensagem: 'O fim vem depois do começo.' })
  else if (ate.getTime() - de.getTime() > maiorDuracao * milissegundosPorDia)
    campos.push({ caminho: 'ate', mensagem: `Registre no máximo ${maiorDuracao} dias de cada vez.` })
  if (Math.abs(de.getTime() - agora.getTime()) > 366 * milissegundosPorDia) campos.push({ caminho: 'de', mensagem: 'Confira o ano.' })
  if (motivo.trim() === '') campos.push({ caminho: 'motivo', mensagem: 'Conte o que aconteceu.' })
  if (motivo.length > maiorMotivo) campos.push({ caminho: 'motivo', mensagem: `Escreva no máximo ${maiorMotivo} caracteres.` })
  return campos
}

const semFim = { caminho: 'ate', mensagem: 'Com esta, um prazo teria de esperar mais de um ano para terminar. Confira os dias.' }

function comQueda({ calendario }: EntidadeAberta, dias: readonly Dia[]): Calendario {
  return { ...calendario, indisponivel: (dia) => dias.includes(dia) || calendario.indisponivel(dia) }
}

/** Where what ends on each of the days ends from now on. */
function mudancas(calendario: Calendario, dias: readonly Dia[]): { de: Dia; para: Dia }[] {
  return dias.map((de) => ({ de, para: fimPossivel(calendario, de) }))
}
