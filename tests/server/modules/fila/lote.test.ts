import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { DesfechoDoLote } from '../../../../server/contract/gestao.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarFila } from './apoio.js'

const { platform, oficial, pedir, por, tudo } = await montarFila({ clock: fixedClock('2026-11-21T12:00:00Z') })
const { sql } = platform.db
const eu = await oficial({ obras: 'atendente' }, 'Eu Exemplo')
const colega = await oficial({ obras: 'atendente' }, 'Colega Exemplo')
const destino = await oficial({ geral: 'atendente' }, 'Destino Exemplo')

const pedirLote = (body: object) => pedir(eu, 'POST', '/gestao/lote', { body })
const fazer = async (body: object): Promise<DesfechoDoLote> => ler(await pedirLote(body), 200)
const alvo = ({ id }: { id: string }, versao = 1) => ({ id, versao })

describe('several at once', () => {
  it('are done one by one, and each that is refused says why', async () => {
    const [bom, mudado, terminado, alheio] = await por([{}, {}, { situacao: 'encerrado' }, { unidade: 'camara' }])
    assert.ok(bom && mudado && terminado && alheio)
    await ler(
      await pedir(colega, 'POST', '/gestao/lote', { body: { acao: 'atribuir', para: eu.contaId, protocolos: [alvo(mudado)] } }),
      200,
    )
    const nenhum = { id: randomUUID() }
    const { feitos, recusados } = await fazer({
      acao: 'atribuir',
      para: colega.contaId,
      protocolos: [alvo(mudado), alvo(bom), alvo(terminado), alvo(alheio), alvo(nenhum)],
    })
    assert.deepEqual(feitos, [bom.id])
    assert.deepEqual(
      recusados.map(({ id, numero, codigo }) => [id, numero, codigo]),
      [
        [mudado.id, mudado.numero, 'processo_mudou'],
        [terminado.id, terminado.numero, 'acao_indisponivel'],
        [alheio.id, null, 'protocolo_nao_encontrado'],
        [nenhum.id, null, 'protocolo_nao_encontrado'],
      ],
    )
    assert.equal(recusados[2]?.detalhe, recusados[3]?.detalhe)
    const [item] = (await tudo(eu)).filter(({ id }) => id === bom.id)
    assert.deepEqual([item?.responsavel?.nome, item?.versao], ['Colega Exemplo', 2])
  })

  it('are received, and forwarded with what is written once for all', async () => {
    const postos = await por([{ situacao: 'nao_analisado' }, { situacao: 'nao_analisado' }])
    assert.equal((await fazer({ acao: 'receber', protocolos: postos.map((um) => alvo(um)) })).feitos.length, 2)
    const pedido = { acao: 'encaminhar', destino: 'geral', texto: 'Para vistoria.', visibilidade: 'privado' }
    const { feitos, recusados } = await fazer({ ...pedido, protocolos: postos.map((um) => alvo(um, 2)) })
    assert.deepEqual([feitos.length, recusados], [2, []])
    const chegados = (await tudo(destino)).map(({ id }) => id)
    for (const { id } of postos) assert.ok(chegados.includes(id))
    const textos = await sql<{ texto: string; visibilidade: string }[]>`
      select texto, visibilidade from tramites where especie = 'encaminhamento' and protocolo_id = any (${postos.map(({ id }) => id)}::uuid[])`
    assert.deepEqual([...textos], Array(2).fill({ texto: 'Para vistoria.', visibilidade: 'privado' }))
  })

  it('are none when the same field is wrong for all, which is told beside it', async () => {
    const [um, dois] = await por([{}, {}])
    assert.ok(um && dois)
    const pedido = { acao: 'encaminhar', destino: 'nenhuma', texto: 'Para vistoria.', visibilidade: 'publico' }
    const { codigo, campos } = await problemaDe(await pedirLote({ ...pedido, protocolos: [alvo(um), alvo(dois)] }), 422)
    assert.deepEqual([codigo, campos?.map(({ caminho }) => caminho)], ['campos_invalidos', ['destino']])
  })

  it('that are named twice are done once', async () => {
    const [um] = await por([{}])
    assert.ok(um)
    assert.deepEqual(await fazer({ acao: 'atribuir', para: eu.contaId, protocolos: [alvo(um), alvo(um)] }), {
      feitos: [um.id],
      recusados: [],
    })
  })
})
