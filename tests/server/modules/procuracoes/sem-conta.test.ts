import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { AchadoDoPainel, PaginaDosMeus, ProtocoloDaConta, Resumo } from '../../../../server/contract/meus.js'
import type { Procuracao } from '../../../../server/contract/procuracoes.js'
import type { Comprovante } from '../../../../server/contract/protocolos.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro } from '../contas/apoio.js'
import { montarProcuracoes } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, pedidoDe, abrirSemConta, enviar, contaDe, pedirPor, agir } = await montarProcuracoes({ clock })
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

const aprovadora = await contaDe(await pessoa())
const chave = () => ({ 'Idempotency-Key': randomUUID() })

/** To act with every power for a CPF of which there is no conta, approved by an official. */
async function aprovada(procurador: Pessoa, outorgante: Pick<Pessoa, 'cadastro'>): Promise<Procuracao> {
  const { id: anexo, sha256 } = await enviar()
  const poderes = ['acompanhar', 'abrir', 'responder', 'recorrer_desistir']
  const procuracao = await pedirPor(procurador, outorgante, { poderes, anexo: { id: anexo, sha256 } })
  await sql`
    update procuracoes set decisao = 'aprovada', decidida_em = ${clock.now()}, decidida_por = ${aprovadora}
     where procuracao_id = ${procuracao.id}`
  return procuracao
}

async function abrirPor(procurador: Pessoa, procuracao: Procuracao, outorgante: Pick<Pessoa, 'cadastro'>): Promise<Comprovante> {
  const { id: anexo, sha256 } = await enviar()
  const body = pedidoDe(outorgante, { anexos: [{ id: anexo, sha256, documento: 'fotos' }] })
  return ler(await agir(procurador, procuracao, 'POST', '/protocolos', { body, headers: chave() }), 201)
}

const idosos = () => ({ cadastro: novoCadastro({ nome: 'Idosa Exemplo' }) })

describe('a procuracao for a CPF without a conta', () => {
  it('shows what it opened itself: neither what another one opened, of the same procurador too, nor what a stranger filed', async () => {
    const outorgante = idosos()
    const [filha, sobrinho] = [await pessoa(), await pessoa()]
    const [daFilha, outraDaFilha, doSobrinho] = [
      await aprovada(filha, outorgante),
      await aprovada(filha, outorgante),
      await aprovada(sobrinho, outorgante),
    ]
    const deEstranho = await abrirSemConta(outorgante)
    const abertos = new Map([
      [daFilha, { quem: filha, ...(await abrirPor(filha, daFilha, outorgante)) }],
      [outraDaFilha, { quem: filha, ...(await abrirPor(filha, outraDaFilha, outorgante)) }],
      [doSobrinho, { quem: sobrinho, ...(await abrirPor(sobrinho, doSobrinho, outorgante)) }],
    ])
    for (const [procuracao, { quem, id }] of abertos) {
      const { protocolos }: PaginaDosMeus = await ler(await agir(quem, procuracao, 'GET', '/meus/protocolos'), 200)
      const { total, porSituacao }: Resumo = await ler(await agir(quem, procuracao, 'GET', '/meus/resumo'), 200)
      assert.deepEqual([protocolos.map((um) => um.id), total, porSituacao.nao_analisado], [[id], 1, 1])
      assert.equal((await agir(quem, procuracao, 'GET', `/protocolos/${id}`)).status, 200)
      const alheios = [deEstranho, ...abertos.values()].filter((um) => um.id !== id)
      for (const alheio of alheios) assert.deepEqual(await tentativas(quem, procuracao, alheio), tentativas404)
    }
  })

  it('does with what it opened whatever its powers allow', async () => {
    const outorgante = idosos()
    const filha = await pessoa()
    const procuracao = await aprovada(filha, outorgante)
    const { id } = await abrirPor(filha, procuracao, outorgante)
    const { anexos }: ProtocoloDaConta = await ler(await agir(filha, procuracao, 'GET', `/protocolos/${id}`), 200)
    assert.equal((await agir(filha, procuracao, 'GET', `/protocolos/${id}/anexos/${anexos[0]?.id}`)).status, 200)
    assert.equal(
      (await agir(filha, procuracao, 'POST', `/protocolos/${id}/mensagens`, { body: { texto: 'Oi.' }, headers: chave() })).status,
      201,
    )
    assert.equal((await agir(filha, procuracao, 'POST', `/meus/protocolos/${id}/desistencia`, { body: {} })).status, 201)
  })

  it('goes on showing that and nothing else of others’ once somebody signs up with the CPF, whose conta is theirs alone', async () => {
    const outorgante = idosos()
    const filha = await pessoa()
    const procuracao = await aprovada(filha, outorgante)
    const { id } = await abrirPor(filha, procuracao, outorgante)
    const deEstranho = await abrirSemConta(outorgante)
    const cadastrado = await pessoa({ ...outorgante.cadastro, email: `${randomUUID()}@exemplo.br` })
    const { protocolos }: PaginaDosMeus = await ler(await agir(filha, procuracao, 'GET', '/meus/protocolos'), 200)
    assert.deepEqual(
      protocolos.map((um) => um.id),
      [id],
    )
    assert.deepEqual(await tentativas(filha, procuracao, deEstranho), tentativas404)
    const semAgir = await cadastrado.aparelho.pedir('GET', `/v1/entidades/exemplo/protocolos/${id}`, { token: cadastrado.token })
    assert.equal(semAgir.status, 404)
  })
})

const tentativas404 = { ver: 404, arquivo: 404, comprovante: 404, mensagem: 404, desistencia: 404, procura: null }

/** Every way to a protocolo. */
async function tentativas(quem: Pessoa, procuracao: Procuracao, { id, numero }: Pick<Comprovante, 'id' | 'numero'>) {
  const [arquivo] = await sql`select anexo_id as id from anexos where protocolo_id = ${id}`
  const status = async (method: string, path: string, body?: object) =>
    (await agir(quem, procuracao, method, path, { body, headers: chave() })).status
  const busca = new URLSearchParams({ numero })
  const achado: AchadoDoPainel = await ler(await agir(quem, procuracao, 'GET', `/meus/procura?${busca}`), 200)
  return {
    ver: await status('GET', `/protocolos/${id}`),
    arquivo: await status('GET', `/protocolos/${id}/anexos/${arquivo?.id ?? randomUUID()}`),
    comprovante: await status('GET', `/protocolos/${id}/comprovante`),
    mensagem: await status('POST', `/protocolos/${id}/mensagens`, { texto: 'Oi.' }),
    desistencia: await status('POST', `/meus/protocolos/${id}/desistencia`, {}),
    procura: achado.id,
  }
}
