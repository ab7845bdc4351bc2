import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PaginaDeProcuracoes, Procuracao } from '../../../../server/contract/procuracoes.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro, problemaDe } from '../contas/apoio.js'
import { montarProcuracoes } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, oficial, pedir, enviar, pedirPor, agir, listarProcuracoes } = await montarProcuracoes({ clock })
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

const fazer = (quem: Pessoa, id: string, que: string, motivo?: string) =>
  pedir(quem, 'POST', `/gestao/procuracoes/${id}/${que}`, motivo === undefined ? {} : { body: { motivo } })

/** Asked for with the signed file, for somebody who has no conta unless told. */
async function comArquivo(procurador: Pessoa, outorgante: Pick<Pessoa, 'cadastro'> = { cadastro: novoCadastro() }): Promise<Procuracao> {
  const { id, sha256 } = await enviar()
  return pedirPor(procurador, outorgante, { anexo: { id, sha256 } })
}

describe('the officials and the procuracoes of their entidade', () => {
  for (const papel of ['gestor', 'administrador'] as const) {
    it(`a ${papel} reads the file, approves, and it is in force; both sides are told`, async () => {
      const [contadora, empresa, quem] = [await pessoa(), await pessoa(), await oficial({ geral: papel })]
      const { id } = await comArquivo(contadora, empresa)
      assert.equal((await pedir(quem, 'GET', `/gestao/procuracoes/${id}/arquivo`)).status, 200)
      const aprovada: Procuracao = await ler(await fazer(quem, id, 'aprovacao'), 200)
      assert.deepEqual([aprovada.estado, aprovada.emVigor, aprovada.acoes], ['aprovada', true, ['revogar']])
      assert.equal((await agir(contadora, { id }, 'GET', '/meus/resumo')).status, 200)
      const avisados =
        await sql`select para from emails where especie = 'procuracao-aceita' and para in (${contadora.cadastro.email}, ${empresa.cadastro.email})`
      assert.equal(avisados.length, 2)
      const [nota] =
        await sql`select quem, dados->>'como' as como from auditoria where acao = 'procuracao.aprovar' and dados->>'procuracao' = ${id}`
      assert.deepEqual(nota, { quem: quem.contaId, como: 'orgao' })
    })
  }

  it('approve nothing without the signed file, and nothing twice', async () => {
    const [contadora, gestora] = [await pessoa(), await oficial({ geral: 'gestor' })]
    const semArquivo = await pedirPor(contadora, { cadastro: novoCadastro() })
    assert.equal((await fazer(gestora, semArquivo.id, 'aprovacao')).status, 409)
    const { id } = await comArquivo(contadora)
    assert.equal((await fazer(gestora, id, 'aprovacao')).status, 200)
    assert.equal((await fazer(gestora, id, 'aprovacao')).status, 409)
  })

  it('refuse and end with a reason, which both sides read, and it stops at once', async () => {
    const [contadora, gestora] = [await pessoa(), await oficial({ geral: 'gestor' })]
    const [recusada, aprovada] = [await comArquivo(contadora), await comArquivo(contadora)]
    for (const [id, que] of [
      [recusada.id, 'recusa'],
      [aprovada.id, 'revogacao'],
    ] as const) {
      const { campos } = await problemaDe(await fazer(gestora, id, que, ' '), 422)
      assert.deepEqual(
        campos?.map(({ caminho }) => caminho),
        ['motivo'],
      )
    }
    assert.equal((await fazer(gestora, recusada.id, 'recusa', 'Sem assinatura.')).status, 200)
    await fazer(gestora, aprovada.id, 'aprovacao')
    assert.equal((await fazer(gestora, aprovada.id, 'revogacao', 'O mandato terminou.')).status, 200)
    await problemaDe(await agir(contadora, aprovada, 'GET', '/meus/resumo'), 403)
    const { porQuemAjo } = await listarProcuracoes(contadora)
    assert.deepEqual(
      porQuemAjo.map(({ estado, motivo }) => [estado, motivo]),
      [
        ['revogada', 'O mandato terminou.'],
        ['recusada', 'Sem assinatura.'],
      ],
    )
  })

  it('list all, or those that wait, newest first, in pages', async () => {
    await sql`delete from anexos where procuracao_id is not null`
    await sql`delete from procuracoes`
    const gestora = await oficial({ geral: 'gestor' })
    const ids: string[] = []
    for (let n = 0; n < 27; n++) ids.push((await pedirPor(await pessoa(), { cadastro: novoCadastro() })).id)
    await fazer(gestora, ids[0] ?? '', 'recusa', 'Sem assinatura.')
    const listar = async (busca: string): Promise<PaginaDeProcuracoes> =>
      ler(await pedir(gestora, 'GET', `/gestao/procuracoes?${busca}`), 200)
    const primeira = await listar('')
    const segunda = await listar(`depois=${primeira.proximo}`)
    assert.deepEqual([primeira.procuracoes.length, segunda.procuracoes.length, segunda.proximo], [25, 2, null])
    const esperando = await listar('estado=pedida')
    assert.ok(!esperando.procuracoes.some(({ id }) => id === ids[0]))
    await problemaDe(await pedir(gestora, 'GET', '/gestao/procuracoes?estado=x'), 422)
  })

  it('approve none in which they stand themselves: another official does', async () => {
    const [gestora, outra] = [await oficial({ geral: 'gestor' }), await oficial({ obras: 'gestor' })]
    const { id } = await comArquivo(gestora, await pessoa())
    const { codigo } = await problemaDe(await fazer(gestora, id, 'aprovacao'), 409)
    assert.equal(codigo, 'acao_indisponivel')
    const { procuracoes }: PaginaDeProcuracoes = await ler(await pedir(gestora, 'GET', '/gestao/procuracoes'), 200)
    assert.deepEqual(procuracoes.find((uma) => uma.id === id)?.acoes, [])
    await problemaDe(await agir(gestora, { id }, 'GET', '/meus/resumo'), 403)
    const dela = await comArquivo(await pessoa(), gestora)
    await problemaDe(await fazer(gestora, dela.id, 'aprovacao'), 409)
    assert.equal((await fazer(outra, id, 'aprovacao')).status, 200)
  })

  it('are not for an atendente, nor with a procuracao in hand, nor found from another entidade', async () => {
    const [contadora, atendente, gestora] = [await pessoa(), await oficial({ geral: 'atendente' }), await oficial({ geral: 'gestor' })]
    const { id } = await comArquivo(contadora)
    for (const [method, path] of [
      ['GET', ''],
      ['GET', `/${id}/arquivo`],
      ['POST', `/${id}/aprovacao`],
    ] as const) {
      const { codigo } = await problemaDe(await pedir(atendente, method, `/gestao/procuracoes${path}`), 403)
      assert.equal(codigo, 'sem_lotacao')
    }
    const { codigo } = await problemaDe(await agir(gestora, { id }, 'GET', '/gestao/procuracoes'), 403)
    assert.equal(codigo, 'procuracao_invalida')
    for (const outro of ['x', gestora.contaId]) assert.equal((await fazer(gestora, outro, 'aprovacao')).status, 404)
  })
})
