import { randomBytes, randomUUID } from 'node:crypto'
import type { LinhaDeAbertura } from '../../server/modules/protocolos/queries.js'
import type { Sql } from '../../server/platform/database.js'

type Ids = Pick<LinhaDeAbertura, 'entidade_id' | 'orgao_id' | 'tipo_id' | 'tipo_versao' | 'unidade_id'>

/** Makes rows as the server hands them to abrir_protocolo, each of a protocolo of its own. */
export async function linhasDeAbertura(sql: Sql, entidade: string, tipo: string): Promise<() => LinhaDeAbertura> {
  const [ids] = await sql<Ids[]>`
    select t.entidade_id, t.tipo_id, t.versao as tipo_versao, u.unidade_id, u.orgao_id
      from entidades e
      join tipos t on t.entidade_id = e.entidade_id and t.codigo = ${tipo}
      join tipos_versoes v on v.entidade_id = t.entidade_id and v.tipo_id = t.tipo_id and v.versao = t.versao
      join unidades u on u.entidade_id = t.entidade_id and u.codigo = v.definicao->>'unidade'
     where e.codigo = ${entidade}`
  if (!ids) throw new Error(`${entidade} has no tipo ${tipo}`)
  const hash = () => randomBytes(32).toString('hex')
  return () => ({
    ...ids,
    protocolo_id: randomUUID(),
    tramite_id: randomUUID(),
    auditoria_id: randomUUID(),
    quem: 'visitante',
    conta_id: null,
    chave_hash: hash(),
    impressao: hash(),
    selado: randomBytes(600).toString('hex'),
    prova_hash: null,
    prova_expira: null,
    agora: new Date().toISOString(),
    ano: 2026,
    inicio: 500100,
    mascara: '{sigla} {ano}/{sequencia}',
    sigla: 'PMVS',
    unidade_numero: 0,
    sigilo: 'publico',
    prioridade: null,
    requerente: { nome: 'Pessoa Exemplo', documento: '52998224725', email: 'pessoa@exemplo.br' },
    respostas: { finalidade: 'Financiamento do imóvel' },
    prazo: '2026-12-31',
    codigo_hash: hash(),
    anexos: [],
    emails: [
      { id: randomUUID(), especie: 'abertura', para: 'pessoa@exemplo.br' },
      { id: randomUUID(), especie: 'nova-abertura', para: 'setor@exemplo.br' },
    ],
  })
}
