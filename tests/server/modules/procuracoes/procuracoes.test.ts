import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { PaginaDosMeus, ProtocoloDaConta, Resumo } from '../../../../server/contract/meus.js'
import type { Procuracao } from '../../../../server/contract/procuracoes.js'
import type { Comprovante } from '../../../../server/contract/protocolos.js'
import { limparAnexos } from '../../../../server/modules/anexos/anexos.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { excluirConta } from '../../../../server/modules/exclusao/exclusao.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro, problemaDe } from '../contas/apoio.js'
import { montarProcuracoes } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarProcuracoes({ clock })
const { platform, pessoa, pedir, pedidoDe, abrirComo, enviar, contaDe, pedido, pedirPor, aceitar, revogarProcuracao } = casa
const { listarProcuracoes, nomear, agir } = casa
const { sql } = platform.db

const chave = () => ({ 'Idempotency-Key': randomUUID() })
const invalida = (recebido: Response) => problemaDe(recebido, 403).then(({ codigo }) => assert.equal(codigo, 'procuracao_invalida'))
const entrarDeNovo = async ({ aparelho, cadastro }: Awaited<ReturnType<typeof pessoa>>, entidade = 'exemplo') => {
  const body = { login: cadastro.documento, senha: cadastro.senha }
  return ler<{ token: string }>(await aparelho.pedir('POST', `/v1/sessoes?entidade=${entidade}`, { body }), 201)
}
const numerosDe = async (recebido: Response) => (await ler<PaginaDosMeus>(recebido, 200)).protocolos.map(({ id }) => id)

describe('asking for a procuracao', () => {
  it('tells both sides, by name, what it is for and until when, and gives no power yet', async () => {
    const [contadora, empresa] = [
      await pessoa(novoCadastro({ nome: 'Contadora Exemplo' })),
      await pessoa(novoCadastro({ nome: 'Dono Exemplo' })),
    ]
    const pedida = await pedirPor(contadora, empresa, { poderes: ['responder'], nome: 'O dono da loja' })
    const { quemAgePorMim } = await listarProcuracoes(empresa)
    const { porQuemAjo } = await listarProcuracoes(contadora)
    assert.deepEqual(
      [pedida.estado, pedida.emVigor, pedida.poderes, pedida.de, pedida.acoes],
      ['pedida', false, ['acompanhar', 'responder'], '2026-11-21', ['revogar']],
    )
    assert.deepEqual(quemAgePorMim, [{ ...pedida, acoes: ['aceitar', 'recusar'] }])
    assert.deepEqual(porQuemAjo, [pedida])
    assert.equal(pedida.procurador.nome, 'Contadora Exemplo')
    await invalida(await agir(contadora, pedida, 'GET', '/meus/protocolos'))
  })

  it('says the same whether or not the other has a conta, and tells by e-mail only the one that has', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const semConta = { cadastro: novoCadastro() }
    const { outorgante: _, id: _id, ...comConta } = await pedirPor(contadora, empresa)
    const { outorgante: _o, id: _i, ...sem } = await pedirPor(contadora, semConta)
    assert.deepEqual(sem, comConta)
    const avisados =
      await sql`select para from emails where especie = 'procuracao-pedida' and para in (${empresa.cadastro.email}, ${semConta.cadastro.email})`
    assert.deepEqual(
      avisados.map(({ para }) => para),
      [empresa.cadastro.email],
    )
  })

  it('tells everything that is wrong beside its field', async () => {
    const [contadora, outra] = [await pessoa(), await pessoa()]
    const casos: [object, string][] = [
      [{ documento: '111.111.111-11' }, 'documento'],
      [{ documento: contadora.cadastro.documento }, 'documento'],
      [{ nome: ' ' }, 'nome'],
      [{ poderes: [] }, 'poderes'],
      [{ ate: '2026-11-20' }, 'ate'],
      [{ ate: '2026-02-30' }, 'ate'],
      [{ de: '2027-01-02', ate: '2027-01-01' }, 'ate'],
      [{ ate: '2031-11-23' }, 'ate'],
    ]
    for (const [mudanca, caminho] of casos) {
      const { campos } = await problemaDe(await pedir(contadora, 'POST', '/meus/procuracoes', { body: pedido(outra, mudanca) }), 422)
      assert.deepEqual(
        campos?.map((campo) => campo.caminho),
        [caminho],
        JSON.stringify(mudanca),
      )
    }
  })

  it('keeps the signed file for both sides alone, past the day after which loose files go', async () => {
    const [contadora, empresa, estranha] = [await pessoa(), await pessoa(), await pessoa()]
    const { id: anexo, sha256 } = await enviar()
    const { id, temArquivo } = await pedirPor(contadora, empresa, { anexo: { id: anexo, sha256 } })
    assert.equal(temArquivo, true)
    clock.set('2026-11-23T12:00:00Z')
    await limparAnexos(platform)
    clock.set('2026-11-21T12:00:00Z')
    const status = async (quem: typeof contadora) => (await pedir(quem, 'GET', `/meus/procuracoes/${id}/arquivo`)).status
    assert.deepEqual([await status(contadora), await status(empresa), await status(estranha)], [200, 200, 404])
    await problemaDe(
      await pedir(contadora, 'POST', '/meus/procuracoes', { body: pedido(empresa, { anexo: { id: anexo, sha256: '0'.repeat(64) } }) }),
      422,
    )
  })
})

describe('deciding on a procuracao', () => {
  it('is for the other conta alone: neither who asked nor a stranger accepts', async () => {
    const [contadora, empresa, estranha] = [await pessoa(), await pessoa(), await pessoa()]
    const { id } = await pedirPor(contadora, empresa)
    assert.equal((await pedir(contadora, 'POST', `/meus/procuracoes/${id}/aceite`)).status, 409)
    for (const path of [`${id}/aceite`, `${id}/recusa`]) {
      assert.equal((await pedir(estranha, 'POST', `/meus/procuracoes/${path}`)).status, 404)
    }
    assert.equal((await pedir(estranha, 'DELETE', `/meus/procuracoes/${id}`)).status, 404)
    assert.equal((await aceitar(empresa, { id })).estado, 'aceita')
    assert.equal((await pedir(empresa, 'POST', `/meus/procuracoes/${id}/aceite`)).status, 409)
  })

  it('that was refused or given up is over', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const recusada = await pedirPor(contadora, empresa)
    const { estado }: Procuracao = await ler(await pedir(empresa, 'POST', `/meus/procuracoes/${recusada.id}/recusa`), 200)
    const desistida = await revogarProcuracao(contadora, await pedirPor(contadora, empresa))
    assert.deepEqual([estado, desistida.estado, desistida.revogadaPor], ['recusada', 'revogada', 'procurador'])
    for (const { id } of [recusada, desistida]) assert.equal((await pedir(empresa, 'POST', `/meus/procuracoes/${id}/aceite`)).status, 409)
  })
})

describe('acting for another', () => {
  it('shows what the other sees, and none of one’s own', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const [meu, dela] = [await abrirComo(contadora), await abrirComo(empresa)]
    const procuracao = await nomear(contadora, empresa)
    assert.deepEqual(await numerosDe(await agir(contadora, procuracao, 'GET', '/meus/protocolos')), [dela.id])
    const { total }: Resumo = await ler(await agir(contadora, procuracao, 'GET', '/meus/resumo'), 200)
    assert.equal(total, 1)
    assert.equal((await agir(contadora, procuracao, 'GET', `/protocolos/${meu.id}`)).status, 404)
    assert.equal((await pedir(contadora, 'GET', `/protocolos/${dela.id}`)).status, 404)
    const visto: ProtocoloDaConta = await ler(await agir(contadora, procuracao, 'GET', `/protocolos/${dela.id}`), 200)
    const porSi: ProtocoloDaConta = await ler(await pedir(empresa, 'GET', `/protocolos/${dela.id}`), 200)
    assert.deepEqual(visto, { ...porSi, acoes: porSi.acoes.filter((acao) => acao !== 'trocar_codigo') })
  })

  it('opens in the other’s name, in their panel, and says in the history by whom', async () => {
    const [contadora, empresa] = [await pessoa(novoCadastro({ nome: 'Contadora Exemplo' })), await pessoa()]
    const procuracao = await nomear(contadora, empresa)
    const headers = chave()
    const abrir = () => agir(contadora, procuracao, 'POST', '/protocolos', { body: pedidoDe(empresa), headers })
    const comprovante: Comprovante = await ler(await abrir(), 201)
    assert.deepEqual(await ler(await abrir(), 201), comprovante)
    const { requerente, tramites }: ProtocoloDaConta = await ler(await pedir(empresa, 'GET', `/protocolos/${comprovante.id}`), 200)
    assert.equal(requerente, empresa.cadastro.nome)
    assert.equal(tramites.at(-1)?.porProcuracao, 'Contadora Exemplo')
    assert.deepEqual(await numerosDe(await pedir(contadora, 'GET', '/meus/protocolos')), [])
    const [nota] = await sql`select quem, dados from auditoria where protocolo_id = ${comprovante.id} and acao = 'procuracao.abrir'`
    assert.deepEqual(nota, {
      quem: await contaDe(contadora),
      dados: { porProcuracao: { procuracao: procuracao.id, nome: 'Contadora Exemplo' } },
    })
    const avisados = await sql`select para from emails where protocolo_id = ${comprovante.id} and especie = 'abertura' order by para`
    assert.deepEqual(avisados.map(({ para }) => para).sort(), [contadora.cadastro.email, empresa.cadastro.email].sort())
  })

  it('opens for the other alone: neither anonymously, nor for a third one, nor for oneself', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const procuracao = await nomear(contadora, empresa)
    for (const mudanca of [
      pedidoDe(contadora),
      pedidoDe({ cadastro: novoCadastro() }),
      { ...pedidoDe(empresa, { tipo: 'denuncia', respostas: {} }), requerente: { anonimo: true } },
    ]) {
      const { campos } = await problemaDe(
        await agir(contadora, procuracao, 'POST', '/protocolos', { body: mudanca, headers: chave() }),
        422,
      )
      assert.deepEqual(
        campos?.map(({ caminho }) => caminho),
        ['requerente.documento'],
      )
    }
  })

  it('notes in the audit who wrote a message, and lets only them repeat it', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const procuracao = await nomear(contadora, empresa)
    const { id } = await abrirComo(empresa)
    const pedidoDeMensagem = { body: { texto: 'Seguem os dados.' }, headers: chave() }
    const [primeira, segunda] = [
      await ler(await agir(contadora, procuracao, 'POST', `/protocolos/${id}/mensagens`, pedidoDeMensagem), 201),
      await ler(await agir(contadora, procuracao, 'POST', `/protocolos/${id}/mensagens`, pedidoDeMensagem), 201),
    ]
    assert.deepEqual(segunda, primeira)
    const notas =
      await sql`select quem, dados->'porProcuracao'->>'procuracao' as por from auditoria where protocolo_id = ${id} and acao = 'protocolo.mensagem'`
    assert.deepEqual([...notas], [{ quem: await contaDe(contadora), por: procuracao.id }])
  })
})

describe('a procuracao', () => {
  it('that is ended by either side stops at once, and a repeated opening with it', async () => {
    for (const lado of ['procurador', 'outorgante'] as const) {
      const [contadora, empresa] = [await pessoa(), await pessoa()]
      const procuracao = await nomear(contadora, empresa)
      const pedidoFeito = { body: pedidoDe(empresa), headers: chave() }
      assert.equal((await agir(contadora, procuracao, 'POST', '/protocolos', pedidoFeito)).status, 201)
      const { estado, revogadaPor } = await revogarProcuracao(lado === 'procurador' ? contadora : empresa, procuracao)
      assert.deepEqual([estado, revogadaPor], ['revogada', lado])
      await invalida(await agir(contadora, procuracao, 'POST', '/protocolos', pedidoFeito))
      await invalida(await agir(contadora, procuracao, 'GET', '/meus/protocolos'))
    }
  })

  it('lasts from its first day to the end of its last, in the entidade’s time zone', async () => {
    const [contadora, empresa] = [await pessoa(), await pessoa()]
    const procuracao = await nomear(contadora, empresa, ['acompanhar'], { de: '2026-11-22', ate: '2026-11-22' })
    const vale = async (instante: string) => {
      clock.set(instante)
      try {
        const { token } = await entrarDeNovo(contadora)
        return (await agir({ ...contadora, token }, procuracao, 'GET', '/meus/resumo')).status
      } finally {
        clock.set('2026-11-21T12:00:00Z')
      }
    }
    assert.deepEqual(
      [
        await vale('2026-11-22T02:59:59Z'),
        await vale('2026-11-22T03:00:00Z'),
        await vale('2026-11-23T02:59:59Z'),
        await vale('2026-11-23T03:00:00Z'),
      ],
      [403, 200, 200, 403],
    )
  })

  it('serves nobody but the one it was given to, and in no other entidade', async () => {
    const [contadora, empresa, estranha] = [await pessoa(), await pessoa(), await pessoa()]
    const procuracao = await nomear(contadora, empresa)
    for (const quem of [estranha, empresa]) await invalida(await agir(quem, procuracao, 'GET', '/meus/protocolos'))
    for (const id of ['x', randomUUID()]) await invalida(await agir(contadora, { id }, 'GET', '/meus/protocolos'))
    const { token } = await entrarDeNovo(contadora, 'outra')
    const headers = { 'Protocolo-Procuracao': procuracao.id }
    await invalida(await contadora.aparelho.pedir('GET', '/v1/entidades/outra/meus/protocolos', { token, headers }))
  })

  it('ends with the conta of either side', async () => {
    for (const lado of ['procurador', 'outorgante'] as const) {
      const [contadora, empresa] = [await pessoa(), await pessoa()]
      const { id } = await nomear(contadora, empresa)
      const entidade = await buscarEntidade(platform, 'exemplo')
      assert.ok(entidade)
      const contaId = await contaDe(lado === 'procurador' ? contadora : empresa)
      await excluirConta(platform, entidade, { contaId }, { quem: contaId })
      const [fim] = await sql`select revogada_por as por from procuracoes where procuracao_id = ${id}`
      assert.equal(fim?.por, 'exclusao')
      if (lado === 'outorgante') await invalida(await agir(contadora, { id }, 'GET', '/meus/protocolos'))
    }
  })
})
