import { diaEm } from '../../domain/prazo.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { anunciarMudanca, buscarEntidade, type EntidadeAberta, listarEntidades } from '../entidades/entidades.js'
import { avisarAndamento } from '../notificacoes/andamento.js'
import { tramitar } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'

export { type Indisponibilidade, listarIndisponibilidades, registrarIndisponibilidade } from './indisponibilidades.js'

/** Looks after what a day brings, in every entidade, each by its own time zone. Run again, or on two nodes at once, it does nothing twice. */
export async function cuidarDosPrazos(platform: Platform): Promise<void> {
  for (const entidade of await todas(platform)) {
    await retomarParados(platform, entidade)
    await avisarPrazos(platform, entidade)
  }
}

async function todas(platform: Platform): Promise<EntidadeAberta[]> {
  const abertas: EntidadeAberta[] = []
  for (const codigo of await listarEntidades(platform)) {
    const entidade = await buscarEntidade(platform, codigo)
    if (entidade) abertas.push(entidade)
  }
  return abertas
}

const tarefa = { especie: 'tarefa', nome: 'cuidar_dos_prazos' } as const

/** Brings back each parado whose day has come. */
async function retomarParados(platform: Platform, entidade: EntidadeAberta): Promise<void> {
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  for (const protocoloId of await queries.aRetomar(platform.db.sql, entidade.id, hoje)) {
    try {
      await tramitar(platform, entidade, { ator: tarefa, protocoloId, acao: 'retomar' }, (_sql, { paradoAte }) => {
        if (paradoAte === null || paradoAte > hoje) throw new ProblemError('acao_indisponivel')
        return { especie: 'retomada', situacao: 'em_andamento', texto: 'Chegou o dia marcado para retomar.' }
      })
    } catch (erro) {
      // Another node, or somebody, was there first.
      if (!(erro instanceof ProblemError) || erro.codigo !== 'acao_indisponivel') throw erro
    }
  }
}

/** Notices written at a time. */
const porVez = 200

async function avisarPrazos(platform: Platform, entidade: EntidadeAberta): Promise<void> {
  const agora = platform.clock.now()
  const hoje = diaEm(entidade.arquivo.fuso, agora)
  const vistos = new Set<string>()
  for (;;) {
    const achados = await queries.aAvisar(platform.db.sql, entidade.id, hoje, entidade.arquivo.fuso, agora, porVez + vistos.size)
    // Of whom there is no address nothing is owed, and they are found again.
    const novos = achados.filter(({ protocoloId, vez }) => !vistos.has(`${protocoloId} ${vez}`))
    if (novos.length === 0) return
    for (const { protocoloId, especie, dia, vez, unidades } of novos) {
      vistos.add(`${protocoloId} ${vez}`)
      const aviso = { protocoloId, especie, vez, ...(dia !== null && { dia }), ...(unidades && { unidades }) }
      await platform.db.transaction((sql) => avisarAndamento(platform, sql, entidade, aviso))
    }
  }
}

const milissegundosPorDia = 86_400_000
/** Days that count for the usual time, and conclusions without which there is none. */
const janela = 90
const minimo = 5

/** Measures again, in every entidade, how long requests of each tipo took. */
export async function medirTempos(platform: Platform): Promise<void> {
  const desde = new Date(platform.clock.now().getTime() - janela * milissegundosPorDia)
  for (const entidade of await todas(platform)) {
    await platform.db.transaction(async (sql) => {
      const mudou = await queries.medirTempos(sql, entidade.id, entidade.arquivo.fuso, desde, minimo)
      if (mudou) await anunciarMudanca(sql, entidade.codigo)
    })
  }
}
