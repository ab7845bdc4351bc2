import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ConsultaNivel2 } from '../../../../server/contract/consulta.js'
import type { AtoDoRequerente } from '../../../../server/contract/desfecho.js'
import type { ProtocoloDaConta } from '../../../../server/contract/meus.js'
import { avaliacaoDe } from '../../../../server/modules/desfecho/desfecho.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'

const aberto = '2026-11-09T12:00:00Z'
const clock = fixedClock(aberto)
const { platform, pessoa, postar, pedir, abrirComo, enviar, liberar } = await montarMeus({ clock })
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function comProtocolo() {
  clock.set(aberto)
  const quem = await pessoa()
  return { quem, ...(await abrirComo(quem)) }
}

/** One that ended when it was opened: on 2026-11-09, so that an appeal fits until Thursday 2026-11-19. */
async function concluido() {
  const tudo = await comProtocolo()
  await sql`
    update protocolos set situacao = 'encerrado', resultado = 'indeferido', recebido_em = ${clock.now()}, encerrado_em = ${clock.now()}
     where protocolo_id = ${tudo.id}`
  return tudo
}

const fazer = (quem: Pessoa, id: string, qual: string, body: object) => pedir(quem, 'POST', `/meus/protocolos/${id}/${qual}`, { body })
const comCodigo = (chave: { numero: string; codigoAcesso: string }, qual: string, body: object) =>
  postar(`/v1/entidades/exemplo/consulta/${qual}`, { numero: chave.numero, codigo: chave.codigoAcesso, ...body })
const ver = async (quem: Pessoa, id: string) => ler<ProtocoloDaConta>(await pedir(quem, 'GET', `/protocolos/${id}`), 200)
const consultar = async ({ numero, codigoAcesso: codigo }: { numero: string; codigoAcesso: string }) =>
  ler<ConsultaNivel2>(await postar('/v1/entidades/exemplo/consulta', { numero, codigo }), 200)

async function gestao(id: string) {
  const entidade = await buscarEntidade(platform, 'exemplo')
  assert.ok(entidade)
  return avaliacaoDe(platform, entidade, id)
}

describe('the evaluation', () => {
  it('is given once, after the end, and officials read it', async () => {
    const { quem, id, ...chave } = await concluido()
    assert.ok((await ver(quem, id)).acoes.includes('avaliar'))
    const feito: AtoDoRequerente = await ler(await fazer(quem, id, 'avaliacao', { nota: 4, comentario: '  Bom.\r\n' }), 201)
    assert.equal(feito.situacao, 'encerrado')
    assert.ok(!feito.acoes.includes('avaliar'))
    assert.deepEqual(await gestao(id), { nota: 4, comentario: 'Bom.', em: '2026-11-09T12:00:00.000Z' })
    const visto = await ver(quem, id)
    assert.equal(visto.avaliacao, 4)
    assert.ok(!visto.acoes.includes('avaliar'))
    assert.equal((await problemaDe(await fazer(quem, id, 'avaliacao', { nota: 1 }), 409)).codigo, 'acao_indisponivel')
    assert.equal((await problemaDe(await comCodigo(chave, 'avaliacao', { nota: 1 }), 409)).codigo, 'acao_indisponivel')
    assert.equal((await gestao(id))?.nota, 4)
  })

  it('is given once when it comes twice at the same moment', async () => {
    const { quem, id } = await concluido()
    const feitos = await Promise.all([1, 2, 3].map((nota) => fazer(quem, id, 'avaliacao', { nota })))
    assert.deepEqual(feitos.map(({ status }) => status).sort(), [201, 409, 409])
  })

  it('is given with number and code alike, without words too', async () => {
    const { id, ...chave } = await concluido()
    assert.ok((await consultar(chave)).acoes?.includes('avaliar'))
    await ler(await comCodigo(chave, 'avaliacao', { nota: 5, comentario: ' ' }), 201)
    assert.deepEqual((await gestao(id))?.comentario, null)
    assert.equal((await consultar(chave)).avaliacao, 5)
  })

  it('is not given before the end, nor by who only reads it, nor by who has the wrong code', async () => {
    const { quem, id } = await comProtocolo()
    await problemaDe(await fazer(quem, id, 'avaliacao', { nota: 5 }), 409)
    const terminado = await concluido()
    const outra = await pessoa()
    await problemaDe(await fazer(outra, terminado.id, 'avaliacao', { nota: 5 }), 404)
    await liberar(terminado.id, { documento: outra.cadastro.documento })
    await problemaDe(await fazer(outra, terminado.id, 'avaliacao', { nota: 5 }), 404)
    await problemaDe(await comCodigo({ numero: terminado.numero, codigoAcesso: 'AAAA-AAAA-AAAA' }, 'avaliacao', { nota: 5 }), 404)
    assert.equal(await gestao(terminado.id), null)
  })

  it('is nowhere in what who only reads it sees', async () => {
    const { quem, id } = await concluido()
    await ler(await fazer(quem, id, 'avaliacao', { nota: 1, comentario: 'Segredo meu.' }), 201)
    const outra = await pessoa()
    await liberar(id, { documento: outra.cadastro.documento })
    const visto = await ver(outra, id)
    assert.doesNotMatch(JSON.stringify(visto), /Segredo|"avaliacao"/)
    assert.doesNotMatch(JSON.stringify(await ver(quem, id)), /Segredo/)
  })

  for (const corpo of [{}, { nota: 0 }, { nota: 6 }, { nota: 2.5 }, { nota: '5' }, { nota: 5, comentario: 'a'.repeat(2_001) }]) {
    it(`is refused as ${JSON.stringify(corpo).slice(0, 40)}`, async () => {
      const { quem, id } = await concluido()
      const { status } = await fazer(quem, id, 'avaliacao', corpo)
      assert.ok(status === 400 || status === 422)
      assert.equal(await gestao(id), null)
    })
  }
})

describe('an appeal', () => {
  it('goes back to the unidade that decided, not received, with thirty days to decide, its words and its file', async () => {
    const { quem, id } = await concluido()
    assert.equal((await ver(quem, id)).recorrerAte, '2026-11-19')
    const { id: anexo, sha256 } = await enviar()
    const feito: AtoDoRequerente = await ler(
      await fazer(quem, id, 'recurso', { texto: 'Não concordo.', anexos: [{ id: anexo, sha256 }] }),
      201,
    )
    assert.equal(feito.situacao, 'em_andamento')
    const visto = await ver(quem, id)
    assert.deepEqual([visto.situacao, visto.resultado, visto.prazo, visto.unidade], ['em_andamento', null, '2026-12-09', 'Obras'])
    assert.deepEqual(visto.recorrerAte, null)
    const [tramite] = visto.tramites
    assert.deepEqual([tramite?.especie, tramite?.texto, tramite?.destino, tramite?.anexos.length], ['recurso', 'Não concordo.', 'Obras', 1])
    const [linha] = await sql`select recebido_em, encerrado_em from protocolos where protocolo_id = ${id}`
    assert.deepEqual({ ...linha }, { recebido_em: null, encerrado_em: null })
    const avisos = await sql`select a_quem from avisos where protocolo_id = ${id} and novidade = 'recurso' order by a_quem`
    assert.deepEqual(
      avisos.map(({ a_quem }) => a_quem),
      ['pessoa', 'unidade'],
    )
    await problemaDe(await fazer(quem, id, 'recurso', { texto: 'De novo.' }), 409)
  })

  for (const [instante, cabe] of [
    ['2026-11-20T02:59:59Z', true],
    ['2026-11-20T03:00:00Z', false],
  ] as const) {
    it(`${cabe ? 'fits to the last second of its last day' : 'fits no more a second later'}, in the entidade's time zone`, async () => {
      const { id: _id, ...chave } = await concluido()
      clock.set(instante)
      assert.equal((await consultar(chave)).recorrerAte ?? null, cabe ? '2026-11-19' : null)
      const { status } = await comCodigo(chave, 'recurso', { texto: 'Não concordo.' })
      assert.equal(status, cabe ? 201 : 409)
    })
  }

  for (const [daEntidade, doTipo, ate] of [
    [undefined, undefined, '2026-11-19'],
    [15, undefined, '2026-11-24'],
    [15, 10, '2026-11-19'],
    [undefined, 20, '2026-11-30'],
  ] as const) {
    it(`has ${doTipo ?? 'no'} days of its tipo and ${daEntidade ?? 'no'} of the entidade: until ${ate}`, async () => {
      const { id, ...chave } = await concluido()
      const dias = doTipo === undefined ? null : sql.json({ dias: doTipo })
      await sql`
        update tipos_versoes v set definicao = definicao - 'recurso' || case when ${dias}::jsonb is null then '{}' else jsonb_build_object('recurso', ${dias}::jsonb) end
          from protocolos p where p.protocolo_id = ${id} and v.tipo_id = p.tipo_id and v.versao = p.tipo_versao`
      const entidade = await buscarEntidade(platform, 'exemplo')
      assert.ok(entidade)
      const { recurso: _, ...semRecurso } = entidade.arquivo
      Object.assign(entidade, { arquivo: daEntidade === undefined ? semRecurso : { ...semRecurso, recurso: { dias: daEntidade } } })
      assert.equal((await consultar(chave)).recorrerAte, ate)
    })
  }

  it('fits not before the end, nor without words, nor with a file that is not there', async () => {
    const { quem, id } = await comProtocolo()
    await problemaDe(await fazer(quem, id, 'recurso', { texto: 'Não concordo.' }), 409)
    const terminado = await concluido()
    const vazio = await problemaDe(await fazer(terminado.quem, terminado.id, 'recurso', { texto: ' \n ' }), 422)
    assert.deepEqual(
      vazio.campos?.map(({ caminho }) => caminho),
      ['texto'],
    )
    const anexos = [{ id: platform.random.id(), sha256: 'a'.repeat(64) }]
    assert.equal(
      (await problemaDe(await fazer(terminado.quem, terminado.id, 'recurso', { texto: 'Não.', anexos }), 422)).codigo,
      'anexo_desconhecido',
    )
    assert.equal((await ver(terminado.quem, terminado.id)).situacao, 'encerrado')
  })

  it('is not for a stranger', async () => {
    const { id } = await concluido()
    await problemaDe(await fazer(await pessoa(), id, 'recurso', { texto: 'Não concordo.' }), 404)
  })
})

describe('giving it up', () => {
  it('ends it as cancelado, with its reason in the history, and tells the unidade', async () => {
    const { quem, id } = await comProtocolo()
    const feito: AtoDoRequerente = await ler(await fazer(quem, id, 'desistencia', { texto: 'Já resolvi.' }), 201)
    assert.equal(feito.situacao, 'cancelado')
    assert.ok(!feito.acoes.includes('mensagem'))
    const [tramite] = (await ver(quem, id)).tramites
    assert.deepEqual([tramite?.especie, tramite?.texto], ['cancelamento', 'Já resolvi.'])
    const avisos = await sql`select a_quem from avisos where protocolo_id = ${id} order by a_quem`
    assert.deepEqual(
      avisos.map(({ a_quem }) => a_quem),
      ['pessoa', 'unidade'],
    )
    await problemaDe(await fazer(quem, id, 'desistencia', {}), 409)
  })

  it('is done with number and code alike, and without a reason', async () => {
    const { id: _id, quem: _quem, ...chave } = await comProtocolo()
    await ler(await comCodigo(chave, 'desistencia', {}), 201)
    const visto = await consultar(chave)
    assert.deepEqual([visto.situacao, visto.tramites[0]?.texto], ['cancelado', 'Quem fez o pedido desistiu dele.'])
  })

  it('is not for a stranger, nor after the end', async () => {
    const { id } = await comProtocolo()
    await problemaDe(await fazer(await pessoa(), id, 'desistencia', {}), 404)
    const terminado = await concluido()
    await problemaDe(await fazer(terminado.quem, terminado.id, 'desistencia', {}), 409)
  })
})
