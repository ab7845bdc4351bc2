import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Comprovante } from '../../../../server/contract/protocolos.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro } from '../contas/apoio.js'
import { montarProcuracoes } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarProcuracoes({ clock })
const { platform, pessoa, pedidoDe, abrirComo, contaDe, pedirPor, nomear, agir, revogarProcuracao } = casa
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

/** An open page of who acts for another. `proximo` is undefined once the series is over. */
async function pagina(procurador: Pessoa, procuracao: { id: string }) {
  const recebido = await agir(procurador, procuracao, 'GET', '/meus/eventos')
  assert.equal(recebido.status, 200)
  const leitor = recebido.body?.getReader()
  let texto = ''
  async function proximo(): Promise<{ especie: string; protocolo?: string } | undefined> {
    for (;;) {
      const [bloco, ...resto] = texto.split('\n\n')
      if (resto.length > 0) {
        texto = resto.join('\n\n')
        const especie = /^event: (\w+)$/m.exec(bloco ?? '')?.[1]
        if (especie) return { especie, ...JSON.parse(/^data: (.*)$/m.exec(bloco ?? '')?.[1] ?? '{}') }
        continue
      }
      const { value, done } = (await leitor?.read()) ?? { done: true }
      if (done) return undefined
      texto += new TextDecoder().decode(value)
    }
  }
  assert.equal((await proximo())?.especie, 'pronto')
  return { proximo, fechar: () => leitor?.cancel() }
}

const mudar = (id: string) => sql`update protocolos set versao = versao + 1 where protocolo_id = ${id}`

describe('the live changes of whom one acts for', () => {
  it('are told to who acts, and one’s own are not', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const procuracao = await nomear(contadora, empresa)
    const { proximo, fechar } = await pagina(contadora, procuracao)
    await abrirComo(contadora)
    const { id } = await abrirComo(empresa)
    const { especie, protocolo } = (await proximo()) ?? {}
    assert.deepEqual([especie, protocolo], ['mudou', id])
    await fechar()
  })

  it('end the moment the procuracao does, by either side and with the conta, without one more being told', async () => {
    for (const fim of ['outorgante', 'procurador', 'exclusao'] as const) {
      const [contadora, empresa] = [await pessoa(), await pessoa()]
      const procuracao = await nomear(contadora, empresa)
      const { id } = await abrirComo(empresa)
      const { proximo } = await pagina(contadora, procuracao)
      if (fim === 'exclusao')
        await sql`update procuracoes set revogada_em = now(), revogada_por = 'exclusao' where procuracao_id = ${procuracao.id}`
      else await revogarProcuracao(fim === 'outorgante' ? empresa : contadora, procuracao)
      await mudar(id)
      assert.equal(await proximo(), undefined, fim)
      assert.equal((await agir(contadora, procuracao, 'GET', '/meus/eventos')).status, 403)
    }
  })

  it('end with the last day of the procuracao', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const procuracao = await nomear(contadora, empresa, ['acompanhar'], { ate: '2026-11-21' })
    const { id } = await abrirComo(empresa)
    const { proximo } = await pagina(contadora, procuracao)
    clock.set('2026-11-22T03:00:00Z')
    try {
      await mudar(id)
      assert.equal(await proximo(), undefined)
    } finally {
      clock.set('2026-11-21T12:00:00Z')
    }
  })

  it('are heard for a CPF without a conta too: those of what the same procuracao opened', async () => {
    const aprovadora = await contaDe(await pessoa())
    const outorgante = { cadastro: novoCadastro() }
    const aprovar = async (quem: Pessoa) => {
      const procuracao = await pedirPor(quem, outorgante, { poderes: ['acompanhar', 'abrir'] })
      await sql`
        update procuracoes set decisao = 'aprovada', decidida_em = ${clock.now()}, decidida_por = ${aprovadora}
         where procuracao_id = ${procuracao.id}`
      return procuracao
    }
    const [filha, sobrinho] = [await pessoa(), await pessoa()]
    const [dela, dele] = [await aprovar(filha), await aprovar(sobrinho)]
    const abrir = async (quem: Pessoa, procuracao: { id: string }): Promise<Comprovante> =>
      ler(
        await agir(quem, procuracao, 'POST', '/protocolos', {
          body: pedidoDe(outorgante),
          headers: { 'Idempotency-Key': randomUUID() },
        }),
        201,
      )
    const { proximo, fechar } = await pagina(filha, dela)
    await abrir(sobrinho, dele)
    const { id } = await abrir(filha, dela)
    assert.deepEqual([(await proximo())?.protocolo, id], [id, id])
    await mudar(id)
    assert.equal((await proximo())?.protocolo, id)
    await fechar()
  })
})
