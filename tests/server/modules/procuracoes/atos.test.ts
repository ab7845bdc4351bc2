import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { ProtocoloDaGestao } from '../../../../server/contract/gestao.js'
import type { ProtocoloDaConta } from '../../../../server/contract/meus.js'
import type { Poder } from '../../../../server/contract/procuracoes.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro, problemaDe } from '../contas/apoio.js'
import { montarProcuracoes } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarProcuracoes({ clock })
const { platform, pessoa, pedir, abrirComo, colocar, contaDe, oficial, nomear, agir, revogarProcuracao } = casa
const { sql } = platform.db

const contadora = await pessoa(novoCadastro({ nome: 'Contadora Exemplo' }))
const gestora = await oficial({ obras: 'gestor' })
const chave = () => ({ 'Idempotency-Key': randomUUID() })
const exigir = (id: string, versao: number) =>
  pedir(gestora, 'POST', `/gestao/protocolos/${id}/tramites`, {
    body: {
      acao: 'exigir',
      versao,
      pendencias: [{ especie: 'informacao', texto: 'Em que número?', prazo: '2026-12-03' }],
    },
  })

interface Ato {
  nome: string
  acao: ProtocoloDaConta['acoes'][number]
  poder: Poder
  situacao: 'em_andamento' | 'pendente' | 'encerrado'
  rota(pendencia: string): string
  corpo: object
  /** Of the tramite that it leaves; none where it leaves none. */
  especie?: string
}

const atos: Ato[] = [
  {
    nome: 'gives up',
    acao: 'desistir',
    poder: 'recorrer_desistir',
    situacao: 'em_andamento',
    rota: () => '/desistencia',
    corpo: {},
    especie: 'cancelamento',
  },
  {
    nome: 'appeals',
    acao: 'recorrer',
    poder: 'recorrer_desistir',
    situacao: 'encerrado',
    rota: () => '/recurso',
    corpo: { texto: 'O buraco continua.' },
    especie: 'recurso',
  },
  { nome: 'evaluates', acao: 'avaliar', poder: 'responder', situacao: 'encerrado', rota: () => '/avaliacao', corpo: { nota: 4 } },
  {
    nome: 'answers',
    acao: 'responder',
    poder: 'responder',
    situacao: 'pendente',
    rota: (pendencia) => `/pendencias/${pendencia}/resposta`,
    corpo: { texto: 'No 40.' },
    especie: 'resposta',
  },
]

async function comProtocolo(situacao: Ato['situacao']) {
  const empresa = await pessoa(novoCadastro({ nome: 'Empresa Exemplo' }))
  const { id } = await abrirComo(empresa)
  await colocar(id, situacao === 'pendente' ? 'em_andamento' : situacao)
  if (situacao === 'pendente') {
    const { versao }: ProtocoloDaGestao = await ler(await pedir(gestora, 'GET', `/gestao/protocolos/${id}`), 200)
    await ler(await exigir(id, versao), 201)
  }
  const { pendencias, acoes }: ProtocoloDaConta = await ler(await pedir(empresa, 'GET', `/protocolos/${id}`), 200)
  return { empresa, id, acoes, pendencia: pendencias[0]?.id ?? '' }
}

const vistoPor = async (procuracao: { id: string }, id: string): Promise<ProtocoloDaConta> =>
  ler(await agir(contadora, procuracao, 'GET', `/protocolos/${id}`), 200)
const naMesa = async (id: string): Promise<ProtocoloDaGestao> => ler(await pedir(gestora, 'GET', `/gestao/protocolos/${id}`), 200)

describe('who acts for another', () => {
  for (const { nome, acao, poder, situacao, rota, corpo, especie } of atos) {
    it(`${nome} with the power ${poder}, and it is told by whom: to the citizen, in the audit and at the desk`, async () => {
      const { empresa, id, pendencia } = await comProtocolo(situacao)
      const procuracao = await nomear(contadora, empresa, [poder])
      assert.ok((await vistoPor(procuracao, id)).acoes.includes(acao))
      const pedido = { body: corpo, headers: chave() }
      await ler(await agir(contadora, procuracao, 'POST', `/meus/protocolos/${id}${rota(pendencia)}`, pedido), 201)
      const [nota] = await sql`
        select quem, dados->'porProcuracao'->>'procuracao' as por from auditoria where protocolo_id = ${id} and acao = ${`protocolo.${acao}`}`
      assert.deepEqual(nota, { quem: await contaDe(contadora), por: procuracao.id })
      const { tramites, avaliacao } = await naMesa(id)
      if (especie === undefined) {
        assert.equal(avaliacao?.porProcuracao, 'Contadora Exemplo')
        return
      }
      const visto: ProtocoloDaConta = await ler(await pedir(empresa, 'GET', `/protocolos/${id}`), 200)
      assert.deepEqual([visto.tramites[0]?.especie, visto.tramites[0]?.porProcuracao], [especie, 'Contadora Exemplo'])
      assert.deepEqual(
        [tramites[0]?.especie, tramites[0]?.porProcuracao, tramites[0]?.autor],
        [especie, { nome: 'Contadora Exemplo', de: 'Empresa Exemplo' }, null],
      )
    })

    it(`is not offered to ${acao} without the power ${poder}, and does it neither so nor by a procuracao that ended`, async () => {
      const { empresa, id, acoes, pendencia } = await comProtocolo(situacao)
      assert.ok(acoes.includes(acao))
      const outros = (['acompanhar', 'abrir', 'responder', 'recorrer_desistir'] as const).filter((um) => um !== poder)
      const semPoder = await nomear(contadora, empresa, outros)
      assert.ok(!(await vistoPor(semPoder, id)).acoes.includes(acao))
      const finda = await nomear(contadora, empresa, [poder])
      await revogarProcuracao(empresa, finda)
      for (const procuracao of [semPoder, finda]) {
        const recebido = await agir(contadora, procuracao, 'POST', `/meus/protocolos/${id}${rota(pendencia)}`, {
          body: corpo,
          headers: chave(),
        })
        assert.equal((await problemaDe(recebido, 403)).codigo, 'procuracao_invalida')
      }
      const depois: ProtocoloDaConta = await ler(await pedir(empresa, 'GET', `/protocolos/${id}`), 200)
      assert.deepEqual([depois.situacao, depois.avaliacao, depois.acoes], [situacao, null, acoes])
    })
  }

  it('gives one evaluation for the other, not one besides', async () => {
    const { empresa, id } = await comProtocolo('encerrado')
    const procuracao = await nomear(contadora, empresa)
    const avaliar = { body: { nota: 2 } }
    const feitas = await Promise.all([
      agir(contadora, procuracao, 'POST', `/meus/protocolos/${id}/avaliacao`, avaliar),
      pedir(empresa, 'POST', `/meus/protocolos/${id}/avaliacao`, avaliar),
    ])
    assert.deepEqual(feitas.map(({ status }) => status).sort(), [201, 409])
  })

  it('writes messages that say by whom, to both sides, and repeated give the same', async () => {
    const { empresa, id } = await comProtocolo('em_andamento')
    const procuracao = await nomear(contadora, empresa, ['responder'])
    const pedido = { body: { texto: 'Seguem os dados.' }, headers: chave() }
    const enviar = () => agir(contadora, procuracao, 'POST', `/protocolos/${id}/mensagens`, pedido)
    const enviada = await ler<{ porProcuracao?: string }>(await enviar(), 201)
    assert.equal(enviada.porProcuracao, 'Contadora Exemplo')
    assert.deepEqual(await ler(await enviar(), 201), enviada)
    await ler(await pedir(empresa, 'POST', `/protocolos/${id}/mensagens`, { body: { texto: 'Por mim.' }, headers: chave() }), 201)
    const doCidadao: ProtocoloDaConta = await ler(await pedir(empresa, 'GET', `/protocolos/${id}`), 200)
    for (const { mensagens } of [doCidadao, await naMesa(id)]) {
      assert.deepEqual(
        mensagens.map(({ texto, porProcuracao }) => [texto, porProcuracao]),
        [
          ['Seguem os dados.', 'Contadora Exemplo'],
          ['Por mim.', undefined],
        ],
      )
    }
  })
})
