import type { TramiteDaGestao } from '../../contract/gestao.js'
import type { Anexo } from '../../contract/protocolos.js'
import type { MotivoDePrioridade } from '../../domain/prioridade.js'
import type { Respostas, Tipo } from '../../domain/tipo.js'
import type { Sql } from '../../platform/database.js'

/** The tipo that it has, in its version. */
export async function tipoDe(sql: Sql, entidadeId: string, { tipoId, tipoVersao }: { tipoId: string; tipoVersao: number }): Promise<Tipo> {
  const [tipo] = await sql<{ definicao: Tipo }[]>`
    select definicao from tipos_versoes where entidade_id = ${entidadeId} and tipo_id = ${tipoId} and versao = ${tipoVersao}`
  if (!tipo) throw new Error('a protocolo of a tipo that does not exist')
  return tipo.definicao
}

/** What a protocolo holds besides what says where it stands. */
export interface Conteudo {
  tipo: Tipo
  /** Whose form was filled in. */
  formulario: Tipo
  prioridade: MotivoDePrioridade | null
  canal: 'site' | 'balcao' | 'telefone'
  atualizadoEm: Date
  respostas: Respostas
  responsavel: { id: string; nome: string } | null
  /** Of the citizen, which nobody in the unidade has read. */
  mensagensNovas: number
}

export async function conteudo(sql: Sql, entidadeId: string, protocoloId: string): Promise<Conteudo> {
  const [achado] = await sql<Conteudo[]>`
    select t.definicao as tipo, coalesce(f.definicao, t.definicao) as formulario, p.prioridade, p.canal, p.atualizado_em as "atualizadoEm",
           p.respostas,
           (select count(*)::int from mensagens m
             where m.entidade_id = p.entidade_id and m.protocolo_id = p.protocolo_id and m.de = 'cidadao' and m.lida_em is null)
             as "mensagensNovas",
           case when c.conta_id is not null then json_build_object('id', c.conta_id, 'nome', c.nome) end as responsavel
      from protocolos p
      join tipos_versoes t on t.entidade_id = p.entidade_id and t.tipo_id = p.tipo_id and t.versao = p.tipo_versao
      left join tipos_versoes f on f.entidade_id = p.entidade_id and f.tipo_id = p.formulario_id and f.versao = p.formulario_versao
      left join contas c on c.conta_id = p.responsavel_id
     where p.entidade_id = ${entidadeId} and p.protocolo_id = ${protocoloId}`
  if (!achado) throw new Error('a protocolo that was just found is gone')
  return achado
}

export interface TramiteGuardado extends Omit<TramiteDaGestao, 'em' | 'prazo' | 'unidade' | 'destino' | 'anexos' | 'porProcuracao'> {
  em: Date
  prazo: Date | null
  unidadeId: string | null
  destinoId: string | null
  procuracao: TramiteDaGestao['porProcuracao'] | null
}

/** Newest first. A requerente who answered is no autor. */
export async function tramites(sql: Sql, entidadeId: string, protocoloId: string): Promise<TramiteGuardado[]> {
  return await sql<TramiteGuardado[]>`
    select t.tramite_id as id, t.especie, t.em, case when t.especie not in ('resposta', 'recurso') then c.nome end as autor,
           t.unidade_id as "unidadeId", t.destino_id as "destinoId", t.texto, t.visibilidade, t.visibilidade_anexos as "visibilidadeAnexos",
           t.prazo, t.dados,
           case when r.procuracao_id is not null then json_build_object('nome', r.procurador_nome, 'de', r.outorgante_nome) end as procuracao
      from tramites t
      left join contas c on c.conta_id = t.autor_id
      left join procuracoes r on r.entidade_id = t.entidade_id and r.procuracao_id = (t.dados->>'procuracao')::uuid
     where t.entidade_id = ${entidadeId} and t.protocolo_id = ${protocoloId}
     order by t.em desc, t.tramite_id desc`
}

/** A file of a protocolo, whoever else may see it. */
export async function anexo(sql: Sql, entidadeId: string, protocoloId: string, anexoId: string): Promise<Anexo | undefined> {
  const [achado] = await sql<Anexo[]>`
    select anexo_id as id, nome, tipo, tamanho, sha256 from anexos
     where entidade_id = ${entidadeId} and protocolo_id = ${protocoloId} and anexo_id = ${anexoId}`
  return achado
}
