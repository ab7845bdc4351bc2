import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Papel } from '../../../../server/domain/permissoes.js'
import type { Situacao } from '../../../../server/domain/situacao.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import type { Oficial } from '../../../../server/modules/tramitacao/tramitacao.js'
import type { TestPlatformOptions } from '../../helpers/platform.js'
import { novoCadastro } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'

/** {@link montarMeus}, and who answers there. */
export async function montarGestao(opcoes: TestPlatformOptions = {}) {
  const meus = await montarMeus(opcoes)
  const { platform, pessoa, contaDe } = meus
  const { sql } = platform.db
  const achada = await buscarEntidade(platform, 'exemplo')
  assert.ok(achada)
  const entidade = achada

  function unidade(codigo: string): string {
    const id = entidade.unidades.get(codigo)?.id
    assert.ok(id)
    return id
  }

  /** Somebody signed in who works in some unidades, `atendente` unless told. */
  async function oficial(lotacoes: Record<string, Papel>, nome = 'Oficial Exemplo') {
    const quem = await pessoa(novoCadastro({ nome }))
    const contaId = await contaDe(quem)
    for (const [codigo, papel] of Object.entries(lotacoes)) {
      await sql`
        insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
        values (${entidade.id}, ${randomUUID()}, ${unidade(codigo)}, ${contaId}, ${papel})`
    }
    const ator: Oficial = {
      especie: 'oficial',
      contaId,
      nome,
      lotacoes: Object.entries(lotacoes).map(([codigo, papel]) => ({ unidadeId: unidade(codigo), papel })),
    }
    return { ...quem, contaId, ator }
  }

  /** Puts a protocolo where a test begins, behind everybody's back. */
  async function colocar(id: string, situacao: Situacao, { recebido = situacao !== 'nao_analisado' } = {}): Promise<void> {
    const agora = platform.clock.now()
    await sql`
      update protocolos
         set situacao = ${situacao}, resultado = ${situacao === 'encerrado' ? 'atendido' : null}, recebido_em = ${recebido ? agora : null},
             encerrado_em = ${situacao === 'encerrado' || situacao === 'cancelado' ? agora : null}
       where protocolo_id = ${id}`
  }

  return { ...meus, entidade, unidade, oficial, colocar }
}
