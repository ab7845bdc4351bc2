import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { ConsultaNivel2 } from '../../../../server/contract/consulta.js'
import type { PaginaDePendencias, Resumo } from '../../../../server/contract/meus.js'
import type { RespostaRecebida } from '../../../../server/contract/pendencias.js'
import { pendenciasDaGestao } from '../../../../server/modules/pendencias/pendencias.js'
import { ProblemError } from '../../../../server/platform/http/problem.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { png } from '../protocolos/apoio.js'
import { endereco, foto, montarPendencias, visita } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarPendencias({ clock })
const { platform, entidade, app, pessoa, pedir, abrirComo, enviar, colocar, contaDe } = casa
const { pedirPendencias, dispensarPendencia, encerrar, comPendencias, ver, responder, comCodigo, abertas, aberta } = casa
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function lista(quem: Pessoa, busca = ''): Promise<PaginaDePendencias> {
  return ler(await pedir(quem, 'GET', `/meus/pendencias?${busca}`), 200)
}

async function quantas(quem: Pessoa): Promise<number> {
  return (await ler<Resumo>(await pedir(quem, 'GET', '/meus/resumo'), 200)).pendencias
}

async function anexo() {
  const { id, sha256 } = await enviar()
  return { id, sha256 }
}

async function baixar(quem: Pessoa, id: string, qual: string): Promise<void> {
  const resposta = await pedir(quem, 'GET', `/protocolos/${id}/anexos/${qual}`)
  assert.equal(resposta.status, 200)
  assert.deepEqual(Buffer.from(await resposta.arrayBuffer()), Buffer.from(png))
}

describe('what waits for a conta', () => {
  it('is each thing that was asked, with its own last day, the soonest first', async () => {
    const { quem, id, numero } = await comPendencias([endereco, foto])
    const { pendencias } = await lista(quem)
    const protocolo = { id, numero, tipo: 'Tapa-buraco', unidade: 'Obras' }
    assert.deepEqual(
      pendencias.map(({ id: _, ...resto }) => resto),
      [
        { ...foto, protocolo, pedidaEm: '2026-11-21T12:00:00.000Z', diasRestantes: 10 },
        { ...endereco, protocolo, pedidaEm: '2026-11-21T12:00:00.000Z', diasRestantes: 12 },
      ],
    )
    assert.equal(await quantas(quem), 2)
  })

  it('is nobody else’s, and gone once it is answered or waived', async () => {
    const { quem, id } = await comPendencias([foto, endereco])
    assert.deepEqual((await lista(await pessoa())).pendencias, [])
    const [primeira, segunda] = await abertas(quem, id)
    await ler(await responder(quem, id, primeira ?? '', { anexos: [await anexo()] }), 201)
    assert.deepEqual(
      (await lista(quem)).pendencias.map((uma) => uma.id),
      [segunda],
    )
    await dispensarPendencia(id, segunda ?? '')
    assert.deepEqual([(await lista(quem)).pendencias, await quantas(quem)], [[], 0])
  })

  it('comes in pages, however many fall on a day, and of however many protocolos', async () => {
    const quem = await pessoa()
    const prazos = Array.from({ length: 12 }, (_, n) => `2026-12-${String(20 - (n % 4)).padStart(2, '0')}`)
    for (let n = 0; n < 2; n++) {
      const { id } = await abrirComo(quem)
      await colocar(id, 'em_andamento')
      await pedirPendencias(id, ...prazos.map((prazo) => ({ ...foto, prazo })))
    }
    const primeira = await lista(quem)
    const segunda = await lista(quem, `depois=${primeira.proximo}`)
    const todas = [...primeira.pendencias, ...segunda.pendencias]
    assert.deepEqual([primeira.pendencias.length, todas.length, segunda.proximo], [20, 24, null])
    assert.equal(new Set(todas.map(({ id }) => id)).size, 24)
    assert.deepEqual(
      todas.map(({ prazo }) => prazo),
      [...prazos, ...prazos].sort(),
    )
    await problemaDe(await pedir(quem, 'GET', '/meus/pendencias?depois=x'), 422)
  })
})

describe('what an official asks', () => {
  it('is one exigencia, whatever it asks for; the protocolo waits', async () => {
    const { quem, id } = await comPendencias([foto, endereco, visita])
    const { situacao, tramites, pendencias, acoes } = await ver(quem, id)
    assert.deepEqual([situacao, tramites.filter(({ especie }) => especie === 'exigencia').length, pendencias.length], ['pendente', 1, 3])
    assert.equal(tramites[0]?.texto, [foto, endereco, visita].map(({ texto }) => texto).join('\n\n'))
    assert.ok(acoes.includes('responder'))
  })

  it('is refused with all that is wrong, each under its own, and then nothing changes', async () => {
    const { quem, id } = await comPendencias([])
    const antes = await ver(quem, id)
    const erro = await pedirPendencias(
      id,
      foto,
      { ...foto, texto: ' ', prazo: '2026-11-20' },
      { ...foto, especie: 'correcao' },
      { ...foto, especie: 'correcao', alvo: { campo: 'relato', motivo: 'incompleto' } },
      { ...foto, especie: 'correcao', alvo: { anexo: randomUUID(), motivo: 'incompleto' } },
      { ...foto, alvo: { campo: 'risco', motivo: 'incorreto' } },
    ).catch((motivo: unknown) => motivo)
    assert.ok(erro instanceof ProblemError)
    assert.deepEqual(
      erro.extras.campos?.map(({ caminho }) => caminho),
      ['pendencias.1.texto', 'pendencias.1.prazo', 'pendencias.2.alvo', 'pendencias.3.alvo', 'pendencias.4.alvo', 'pendencias.5.alvo'],
    )
    assert.deepEqual(await ver(quem, id), antes)
  })

  it('may be waived one by one; the last one moves the protocolo on', async () => {
    const { quem, id } = await comPendencias([foto, endereco])
    const [primeira, segunda] = await abertas(quem, id)
    await dispensarPendencia(id, primeira ?? '')
    assert.equal((await ver(quem, id)).situacao, 'pendente')
    await assert.rejects(dispensarPendencia(id, primeira ?? ''), { codigo: 'nao_encontrado' })
    await assert.rejects(dispensarPendencia(id, segunda ?? '', ' '), { codigo: 'campos_invalidos' })
    await dispensarPendencia(id, segunda ?? '')
    assert.equal((await ver(quem, id)).situacao, 'em_andamento')
    const estados = (await pendenciasDaGestao(platform, entidade, id)).map(({ estado }) => estado)
    assert.deepEqual(estados, ['dispensada', 'dispensada'])
  })

  it('ends the protocolo without looking at the merits once its last day has passed, never on it', async () => {
    const { quem, id } = await comPendencias([foto, visita])
    clock.set('2026-12-02T02:59:59Z')
    await assert.rejects(encerrar(id), { codigo: 'acao_indisponivel' })
    clock.set('2026-12-02T03:00:00Z')
    await encerrar(id)
    clock.set('2026-11-21T12:00:00Z')
    const { situacao, resultado, pendencias } = await ver(quem, id)
    assert.deepEqual([situacao, resultado, pendencias, await quantas(quem)], ['encerrado', 'sem_merito', [], 0])
    const estados = (await pendenciasDaGestao(platform, entidade, id)).map(({ estado, vencida }) => [estado, vencida])
    assert.deepEqual(estados, [
      ['encerrada', false],
      ['encerrada', false],
    ])
  })

  it('stays closed when what ended is opened again and something else is asked', async () => {
    const { quem, id } = await comPendencias([foto])
    await sql`update protocolos set situacao = 'cancelado' where protocolo_id = ${id}`
    await colocar(id, 'em_andamento')
    await pedirPendencias(id, visita)
    assert.deepEqual(
      (await ver(quem, id)).pendencias.map(({ texto }) => texto),
      [visita.texto],
    )
  })
})

describe('an answer', () => {
  it('is a tramite with its text and files; the last one moves the protocolo on', async () => {
    const { quem, id } = await comPendencias([foto, endereco])
    const [primeira, segunda] = await abertas(quem, id)
    const enviado = await anexo()
    const recebida: RespostaRecebida = await ler(await responder(quem, id, primeira ?? '', { texto: 'Segue.', anexos: [enviado] }), 201)
    assert.deepEqual(recebida, { pendencia: primeira, em: '2026-11-21T12:00:00.000Z', atrasada: false, restam: 1, situacao: 'pendente' })
    const ultima: RespostaRecebida = await ler(await responder(quem, id, segunda ?? '', { texto: 'Número 40.' }), 201)
    assert.deepEqual([ultima.restam, ultima.situacao], [0, 'em_andamento'])
    const { tramites, situacao, pendencias } = await ver(quem, id)
    const respostas = tramites.filter(({ especie }) => especie === 'resposta')
    assert.deepEqual(new Set(respostas.map(({ texto, anexos }) => `${texto} ${anexos.length}`)), new Set(['Segue. 1', 'Número 40. 0']))
    assert.deepEqual([situacao, pendencias], ['em_andamento', []])
    await baixar(quem, id, enviado.id)
    const [{ quem: autor } = { quem: '' }] =
      await sql`select quem from auditoria where protocolo_id = ${id} and acao = 'protocolo.responder'`
    assert.equal(autor, await contaDe(quem))
  })

  for (const [oque, pendencia, resposta, campo] of [
    ['words where words are asked', endereco, { texto: ' ' }, 'texto'],
    ['a file where a file is asked', foto, { texto: 'Não tenho.' }, 'anexos'],
    ['to say that one has read', visita, { ciencia: false }, 'ciencia'],
  ] as const) {
    it(`needs ${oque}`, async () => {
      const { quem, id } = await comPendencias([pendencia])
      const { codigo, campos } = await problemaDe(await responder(quem, id, await aberta(quem, id), resposta), 422)
      assert.deepEqual([codigo, campos?.map(({ caminho }) => caminho)], ['campos_invalidos', [campo]])
      assert.equal((await ver(quem, id)).situacao, 'pendente')
    })
  }

  it('says that one has read, in the history too', async () => {
    const { quem, id } = await comPendencias([visita])
    await ler(await responder(quem, id, await aberta(quem, id), { ciencia: true }), 201)
    assert.equal((await ver(quem, id)).tramites.find(({ especie }) => especie === 'resposta')?.texto, 'Tomei ciência.')
  })

  it('counts when it is late, for as long as it is waited for, and says so', async () => {
    const { id, numero, codigo } = await comPendencias([endereco])
    clock.set('2026-12-10T12:00:00Z')
    const [{ id: pendencia } = { id: '' }] = await sql`select pendencia_id as id from pendencias where protocolo_id = ${id}`
    const recebida: RespostaRecebida = await ler(
      await comCodigo(`/pendencias/${pendencia}/resposta`, { numero, codigo, texto: 'Número 40.' }),
      201,
    )
    assert.deepEqual([recebida.atrasada, recebida.situacao], [true, 'em_andamento'])
    clock.set('2026-11-21T12:00:00Z')
  })

  it('is kept once however often it is sent; its key serves no other words', async () => {
    const { quem, id } = await comPendencias([endereco, foto])
    const [, pendencia = ''] = await abertas(quem, id)
    const chave = randomUUID()
    const respostas = await Promise.all([1, 2, 3].map(() => responder(quem, id, pendencia, { texto: 'Número 40.' }, chave)))
    const recebidas = await Promise.all(respostas.map((resposta) => ler<RespostaRecebida>(resposta, 201)))
    assert.equal(new Set(recebidas.map(({ em, pendencia }) => `${pendencia} ${em}`)).size, 1)
    assert.equal((await problemaDe(await responder(quem, id, pendencia, { texto: 'Outra.' }, chave), 422)).codigo, 'chave_reutilizada')
    assert.equal((await sql`select from tramites where protocolo_id = ${id} and especie = 'resposta'`).length, 1)
  })

  it('of two sent at once is the first; the other hears that it was answered', async () => {
    const { quem, id } = await comPendencias([endereco, foto])
    const [, pendencia = ''] = await abertas(quem, id)
    const respostas = await Promise.all(['Número 40.', 'Número 41.'].map((texto) => responder(quem, id, pendencia, { texto })))
    assert.deepEqual(respostas.map(({ status }) => status).sort(), [201, 409])
    assert.equal((await sql`select from tramites where protocolo_id = ${id} and especie = 'resposta'`).length, 1)
  })

  it('comes too late once the protocolo moved on or ended', async () => {
    for (const situacao of ['em_andamento', 'encerrado', 'cancelado', 'parado'] as const) {
      const { quem, id } = await comPendencias([endereco])
      const pendencia = await aberta(quem, id)
      await colocar(id, situacao)
      assert.equal((await problemaDe(await responder(quem, id, pendencia, { texto: 'Número 40.' }), 409)).codigo, 'acao_indisponivel')
    }
  })

  it('takes no file of another protocolo, nor one that somebody else sent', async () => {
    const { quem, id } = await comPendencias([foto])
    const pendencia = await aberta(quem, id)
    const deOutro = await anexo()
    await abrirComo(await pessoa(), { anexos: [{ ...deOutro, documento: 'fotos' }] })
    const alheio = await anexo()
    for (const anexos of [
      [deOutro],
      [{ ...alheio, sha256: 'a'.repeat(64) }],
      [{ id: randomUUID(), sha256: 'a'.repeat(64) }],
      [alheio, alheio],
    ]) {
      assert.equal((await problemaDe(await responder(quem, id, pendencia, { anexos }), 422)).codigo, 'anexo_desconhecido')
    }
    assert.equal((await ver(quem, id)).situacao, 'pendente')
  })

  it('is nobody’s to give for another: not a stranger’s, nor of another protocolo of theirs', async () => {
    const { quem, id } = await comPendencias([endereco])
    const pendencia = await aberta(quem, id)
    const outro = await comPendencias([endereco])
    const { quem: estranho } = outro
    for (const [de, protocolo] of [
      [estranho, id],
      [quem, randomUUID()],
      [quem, 'x'],
    ] as const) {
      const { codigo } = await problemaDe(await responder(de, protocolo, pendencia, { texto: 'Número 40.' }), 404)
      assert.equal(codigo, 'protocolo_nao_encontrado')
    }
    for (const alvo of [await aberta(estranho, outro.id), randomUUID(), 'x']) {
      await problemaDe(await responder(quem, id, alvo, { texto: 'Número 40.' }), 409)
    }
    assert.equal((await ver(quem, id)).pendencias.length, 1)
  })
})

describe('by number and code', () => {
  it('what is asked is shown and answered, and never by the number alone', async () => {
    const { numero, codigo } = await comPendencias([endereco, foto])
    const nivel2: ConsultaNivel2 = await ler(await comCodigo('', { numero, codigo }), 200)
    assert.deepEqual(
      nivel2.pendencias.map(({ texto }) => texto),
      [foto.texto, endereco.texto],
    )
    const nivel1 = await (await app.request(`/v1/entidades/exemplo/consulta?numero=${encodeURIComponent(numero)}`)).text()
    assert.doesNotMatch(nivel1, /pendencias|Envie a foto/)
    const [primeira, segunda] = nivel2.pendencias
    await ler(await comCodigo(`/pendencias/${primeira?.id}/resposta`, { numero, codigo, anexos: [await anexo()] }), 201)
    const ultima: RespostaRecebida = await ler(
      await comCodigo(`/pendencias/${segunda?.id}/resposta`, { numero, codigo, texto: 'Número 40.' }),
      201,
    )
    assert.deepEqual([ultima.restam, ultima.situacao], [0, 'em_andamento'])
    const autores = await sql`select distinct quem from auditoria where acao = 'protocolo.responder' and quem = 'codigo'`
    assert.equal(autores.length, 1)
  })

  it('a wrong code, another’s code or another entidade’s page opens nothing', async () => {
    const { quem, id, numero, codigo } = await comPendencias([endereco])
    const pendencia = await aberta(quem, id)
    const outro = await comPendencias([endereco])
    const resposta = { texto: 'Número 40.' }
    for (const chave of [
      { numero, codigo: 'K7QF-2M9T-XB4H' },
      { numero, codigo: outro.codigo },
    ]) {
      const { codigo: problema } = await problemaDe(await comCodigo(`/pendencias/${pendencia}/resposta`, { ...chave, ...resposta }), 404)
      assert.equal(problema, 'protocolo_nao_encontrado')
    }
    const deOutra = await comCodigo(`/pendencias/${pendencia}/resposta`, { numero, codigo, ...resposta }, randomUUID(), 'nenhuma')
    assert.equal(deOutra.status, 404)
    await problemaDe(await comCodigo(`/pendencias/${pendencia}/resposta`, { numero: outro.numero, codigo: outro.codigo, ...resposta }), 409)
    assert.equal((await ver(quem, id)).pendencias.length, 1)
  })
})

describe('a correction', () => {
  it('of an answer shows the one that stands, takes it by the rules of its question, and keeps the earlier ones beside it', async () => {
    const { quem, id } = await comPendencias([{ ...endereco, especie: 'correcao', alvo: { campo: 'risco', motivo: 'incorreto' } }])
    const [pedida] = (await ver(quem, id)).pendencias
    assert.deepEqual(pedida?.correcao && { ...pedida.correcao, campo: undefined }, { motivo: 'incorreto', campo: undefined, valor: 'Não' })
    const { campos } = await problemaDe(await responder(quem, id, pedida?.id ?? '', { valor: 'talvez' }), 422)
    assert.deepEqual(
      campos?.map(({ caminho }) => caminho),
      ['valor'],
    )
    await problemaDe(await responder(quem, id, pedida?.id ?? '', {}), 422)
    await ler(await responder(quem, id, pedida?.id ?? '', { valor: true, texto: 'Piorou.' }), 201)
    const { respostas, tramites } = await ver(quem, id)
    assert.deepEqual(respostas, [{ rotulo: 'Há risco?', valor: 'Sim', antes: ['Não'] }])
    assert.equal(tramites.find(({ especie }) => especie === 'resposta')?.texto, 'Há risco?: Sim\n\nPiorou.')
    const [guardado] = await sql`select respostas from protocolos where protocolo_id = ${id}`
    assert.deepEqual(guardado?.respostas, { risco: false })

    await pedirPendencias(id, { ...endereco, especie: 'correcao', alvo: { campo: 'risco', motivo: 'desatualizado' } })
    const [outra] = (await ver(quem, id)).pendencias
    assert.equal(outra?.correcao && 'valor' in outra.correcao && outra.correcao.valor, 'Sim')
    await ler(await responder(quem, id, outra?.id ?? '', { valor: false }), 201)
    assert.deepEqual((await ver(quem, id)).respostas, [{ rotulo: 'Há risco?', valor: 'Não', antes: ['Sim', 'Não'] }])
  })

  it('of a file takes one file of the kind that was asked for, and both stay to be read', async () => {
    const original = await anexo()
    const quem = await pessoa()
    const { id } = await abrirComo(quem, { anexos: [{ ...original, documento: 'fotos' }] })
    await colocar(id, 'em_andamento')
    await pedirPendencias(id, { ...foto, especie: 'correcao', alvo: { anexo: original.id, motivo: 'incompleto' } })
    const [pedida] = (await ver(quem, id)).pendencias
    const { correcao } = pedida ?? {}
    assert.deepEqual(correcao && 'anexo' in correcao && [correcao.anexo.id, correcao.documento], [original.id, 'Fotos'])
    await problemaDe(await responder(quem, id, pedida?.id ?? '', { anexos: [await anexo(), await anexo()] }), 422)
    const novo = await anexo()
    await ler(await responder(quem, id, pedida?.id ?? '', { anexos: [novo] }), 201)
    const { anexos } = await ver(quem, id)
    assert.deepEqual(
      anexos.map(({ id: qual, substituidoPor }) => [qual, substituidoPor]),
      [[original.id, novo.id]],
    )
    for (const qual of [original.id, novo.id]) await baixar(quem, id, qual)
  })
})
