import type { AtoDaGestao } from '../../contract/gestao.js'
import type { CampoComErro } from '../../contract/problema.js'
import { lerPendencia, lerTexto } from '../../domain/pendencia.js'
import { diaEm } from '../../domain/prazo.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Alvo, Passo } from '../tramitacao/tramitacao.js'
import * as queries from './queries.js'

type Ato<A extends AtoDaGestao['acao']> = Extract<AtoDaGestao, { acao: A }>

/** Asks the requerente for one or several things, in one exigencia. @throws campos_invalidos, at `pendencias.<n>.<campo>`. */
export async function exigir(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  alvo: Alvo,
  { texto, pendencias }: Pick<Ato<'exigir'>, 'texto' | 'pendencias'>,
): Promise<Passo> {
  const enviado = await queries.enviado(sql, entidade.id, alvo.id)
  const meio = {
    hoje: diaEm(entidade.arquivo.fuso, platform.clock.now()),
    respondidos: Object.keys(enviado.respostas).filter((codigo) => enviado.tipo.campos.some((campo) => campo.codigo === codigo)),
    enviados: enviado.anexos.map(({ id }) => id),
  }
  const lidas = pendencias.map((nova) => lerPendencia(nova, meio))
  const motivo = lerTexto(texto ?? '')
  const erros: CampoComErro[] = [
    ...('mensagem' in motivo ? [{ caminho: 'texto', mensagem: motivo.mensagem }] : []),
    ...lidas.flatMap((lida, n) =>
      'erros' in lida ? lida.erros.map(({ caminho, mensagem }) => ({ caminho: `pendencias.${n}.${caminho}`, mensagem })) : [],
    ),
  ]
  if (erros.length > 0 || 'mensagem' in motivo) throw new ProblemError('campos_invalidos', { campos: erros })
  const novas = lidas.flatMap((lida) => ('valor' in lida ? [lida.valor] : []))
  const tramiteId = platform.random.id()
  await queries.inserir(
    sql,
    entidade.id,
    { protocoloId: alvo.id, tramiteId, agora: platform.clock.now() },
    novas.map((nova) => ({
      ...nova,
      id: platform.random.id(),
      alvo: nova.alvo ?? null,
      campo: campoDe(enviado, nova.alvo),
    })),
  )
  const pedidos = novas.map((nova) => nova.texto)
  return {
    id: tramiteId,
    especie: 'exigencia',
    situacao: 'pendente',
    texto: [motivo.valor, ...pedidos].filter(Boolean).join('\n\n'),
    dados: { pendencias: novas.length },
  }
}

function campoDe({ tipo }: queries.Enviado, alvo: queries.Nova['alvo'] | undefined): queries.Nova['campo'] {
  if (!alvo || !('campo' in alvo)) return null
  const campo = tipo.campos.find(({ codigo }) => codigo === alvo.campo)
  if (!campo) return null
  const { quando: _, ...semCondicao } = campo
  return semCondicao
}

/** Waives what was asked; the last one open moves the protocolo on. @throws campos_invalidos, nao_encontrado. */
export async function dispensar(
  platform: Platform,
  sql: Sql,
  entidade: EntidadeAberta,
  alvo: Alvo,
  { texto, pendencia }: Pick<Ato<'dispensar'>, 'texto' | 'pendencia'>,
): Promise<Passo> {
  const motivo = exigirTexto(texto)
  const abertas = await queries.abertas(sql, entidade.id, alvo.id)
  if (!abertas.some(({ id }) => id === pendencia.toLowerCase())) {
    throw new ProblemError('nao_encontrado', { detail: 'Isto já foi respondido, dispensado ou não foi pedido neste processo.' })
  }
  await queries.dispensar(sql, entidade.id, alvo.id, pendencia, platform.clock.now())
  return {
    especie: 'dispensa',
    ...(abertas.length === 1 && { situacao: 'em_andamento' as const }),
    texto: motivo,
    dados: { pendencia },
  }
}

/** Ends what was not answered by its last day, without looking at the merits. @throws campos_invalidos. */
export function encerrarSemResposta({ texto }: Pick<Ato<'encerrar_sem_resposta'>, 'texto'>): Passo {
  return {
    especie: 'encerramento',
    situacao: 'encerrado',
    colunas: { resultado: 'sem_merito' },
    texto: exigirTexto(texto),
    dados: { resultado: 'sem_merito' },
  }
}

function exigirTexto(texto: string): string {
  const lido = lerTexto(texto)
  const mensagem = 'mensagem' in lido ? lido.mensagem : lido.valor === '' ? 'Escreva o motivo.' : undefined
  if (mensagem === undefined && 'valor' in lido) return lido.valor
  throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'texto', mensagem: mensagem ?? '' }] })
}
