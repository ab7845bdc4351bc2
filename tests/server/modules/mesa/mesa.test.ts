import assert from 'node:assert/strict'
import { setMaxListeners } from 'node:events'
import { after, describe, it } from 'node:test'
import type { Presencas } from '../../../../server/contract/gestao.js'
import { type Aviso, acompanharMesa, desmarcarPresenca, lerLugar, marcarPresenca } from '../../../../server/modules/mesa/mesa.js'
import { presencasDe } from '../../../../server/modules/mesa/presencas.js'
import { createPlatform } from '../../../../server/platform/create-platform.js'
import { createLog } from '../../../../server/platform/log.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarFila } from '../fila/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, entidade, unidade, oficial, pedir, por } = await montarFila({ clock })
const { sql } = platform.db
const fim = new AbortController()
setMaxListeners(100, fim.signal)
after(() => fim.abort())

type Oficial = Awaited<ReturnType<typeof oficial>>

/** An open desk, from `desde` on. */
function mesa({ ator }: Oficial, desde?: string, em = platform) {
  const lugar = lerLugar(desde)
  const avisos = acompanharMesa(em, entidade, ator, { ...(lugar && { desde: lugar }), sinal: fim.signal, continua: async () => true })
  const proximo = async (): Promise<Aviso> => {
    const { value } = await avisos.next()
    assert.ok(value)
    return value
  }
  return {
    proximo,
    /** Up to where the series stands. */
    async pronta(): Promise<string> {
      const aviso = await proximo()
      assert.ok(aviso.especie === 'pronto', aviso.especie)
      return aviso.lugar
    },
    /** The next `quantas` changes of versao 1, or of another on, as [protocolo, unidade, versao]. */
    async mudancas(quantas: number, { desde = 1 } = {}) {
      const vistas = []
      while (vistas.length < quantas) {
        const aviso = await proximo()
        if (aviso.especie === 'mudou' && aviso.versao >= desde) vistas.push([aviso.protocolo, aviso.unidade, aviso.versao])
      }
      return vistas
    },
    /** Who looks, when that is next told. */
    async presenca(): Promise<Aviso> {
      for (;;) {
        const aviso = await proximo()
        if (aviso.especie === 'presenca') return aviso
      }
    },
  }
}

async function um(mudancas: Parameters<typeof por>[0][number] = {}): Promise<string> {
  const [posto] = await por([mudancas])
  assert.ok(posto)
  return posto.id
}

async function mudar(id: string, em = sql): Promise<void> {
  await em`update protocolos set versao = versao + 1 where protocolo_id = ${id}`
}

describe('an open desk', () => {
  it('is told what changes in the unidades of the official, and in no other', async () => {
    const { pronta, mudancas } = mesa(await oficial({ obras: 'atendente', geral: 'gestor' }))
    await pronta()
    await um({ unidade: 'camara' })
    const [a, b] = [await um(), await um({ unidade: 'geral' })]
    await mudar(a)
    assert.deepEqual(await mudancas(3), [
      [a, 'obras', 1],
      [b, 'geral', 1],
      [a, 'obras', 2],
    ])
  })

  it('is told what leaves its queue and what arrives, each unidade of its own alone', async () => {
    const [obras, geral] = [mesa(await oficial({ obras: 'atendente' })), mesa(await oficial({ geral: 'atendente' }))]
    const id = await um()
    await Promise.all([obras.pronta(), geral.pronta()])
    await sql`update protocolos set unidade_id = ${unidade('geral')}, versao = 2 where protocolo_id = ${id}`
    assert.deepEqual(await obras.mudancas(1, { desde: 2 }), [[id, 'obras', 2]])
    assert.deepEqual(await geral.mudancas(1, { desde: 2 }), [[id, 'geral', 2]])
  })

  it('goes on after a drop from where it was', async () => {
    const quem = await oficial({ obras: 'atendente' })
    const lugar = await mesa(quem).pronta()
    const [a, b] = [await um(), await um()]
    await mudar(a)
    const { pronta, mudancas } = mesa(quem, lugar)
    await pronta()
    assert.deepEqual(
      (await mudancas(2)).sort(),
      [
        [a, 'obras', 2],
        [b, 'obras', 1],
      ].sort(),
    )
  })

  it('misses nothing that a slow transaction changed before the place from which it goes on', async () => {
    const quem = await oficial({ obras: 'atendente' })
    const [lento, rapido] = [await um(), await um()]
    const { promessa: pode, resolver: deixar } = adiado()
    const { promessa: mudou, resolver: avisar } = adiado()
    const lenta = platform.db.transaction(async (tx) => {
      await mudar(lento, tx)
      avisar()
      await pode
    })
    await mudou
    const primeira = mesa(quem)
    await primeira.pronta()
    await mudar(rapido)
    let visto = await primeira.proximo()
    while (visto.especie !== 'mudou' || visto.protocolo !== rapido || visto.versao !== 2) visto = await primeira.proximo()
    deixar()
    await lenta
    assert.deepEqual(await primeira.mudancas(1, { desde: 2 }), [[lento, 'obras', 2]])
    const depois = mesa(quem, visto.lugar)
    await depois.pronta()
    const perdidas = await depois.mudancas(2, { desde: 2 })
    assert.deepEqual(perdidas.map(([id]) => id).sort(), [lento, rapido].sort())
  })

  it('misses nothing of many at once, whatever the order in which they end', async () => {
    const quem = await oficial({ obras: 'atendente' })
    const { pronta, proximo } = mesa(quem)
    await pronta()
    const ids = (await por(Array.from({ length: 40 }, () => ({})))).map(({ id }) => id)
    await Promise.all(ids.map((id) => platform.db.transaction((tx) => mudar(id, tx))))
    const faltam = new Set(ids)
    while (faltam.size > 0) {
      const aviso = await proximo()
      if (aviso.especie === 'mudou' && aviso.versao === 2) faltam.delete(aviso.protocolo)
    }
  })

  it('is to begin again when what it missed is no longer kept, or never was', async () => {
    const quem = await oficial({ obras: 'atendente' })
    const [marca, instante] = (await mesa(quem).pronta()).split('-')
    for (const lugar of [`${marca}-${Number(instante) - 86_400}`, `9${marca}-${instante}`]) {
      assert.equal((await mesa(quem, lugar).proximo()).especie, 'recomece', lugar)
    }
  })

  it('ends when the page closes', async () => {
    const { ator } = await oficial({ obras: 'atendente' })
    const closing = new AbortController()
    const avisos = acompanharMesa(platform, entidade, ator, { sinal: closing.signal, continua: async () => true })
    await avisos.next()
    const proximo = avisos.next()
    closing.abort()
    assert.deepEqual(await proximo, { done: true, value: undefined })
  })

  it('hears of what happens on another node', async () => {
    const outro = await createPlatform({ ...platform.config }, { log: createLog('silent'), clock })
    after(() => outro.close())
    const { pronta, mudancas } = mesa(await oficial({ obras: 'atendente' }), undefined, outro)
    await pronta()
    const id = await um()
    assert.deepEqual(await mudancas(1), [[id, 'obras', 1]])
  })
})

describe('the route of the desk', () => {
  it('is a stream of events that carries no more than ids, the unidade and the versao', async () => {
    const quem = await oficial({ obras: 'atendente' })
    const recebido = await pedir(quem, 'GET', '/gestao/eventos')
    assert.match(recebido.headers.get('Content-Type') ?? '', /^text\/event-stream/)
    const leitor = recebido.body?.getReader()
    const lerParte = async () => new TextDecoder().decode((await leitor?.read())?.value)
    assert.match(await lerParte(), /^event: pronto\ndata: {}\nid: \d+-\d+\n\n$/)
    const id = await um({ nome: 'Nome Secreto', respostas: { relato: 'segredo' } })
    assert.match(
      await lerParte(),
      new RegExp(`^event: mudou\\ndata: {"protocolo":"${id}","unidade":"obras","versao":1}\\nid: \\d+-\\d+\\n\\n$`),
    )
    await leitor?.cancel()
  })

  it('holds twelve open desks of one conta, and says when to come again to one more', async () => {
    const quem = await oficial({ obras: 'atendente' })
    const abertas = []
    for (let vez = 0; vez < 12; vez++) abertas.push(await pedir(quem, 'GET', '/gestao/eventos'))
    const demais = await pedir(quem, 'GET', '/gestao/eventos')
    assert.deepEqual([demais.status, demais.headers.get('Retry-After')], [503, '30'])
    for (const aberta of abertas) await aberta.body?.cancel()
  })
})

describe('who looks at a protocolo', () => {
  const olhar = async (quem: Oficial, id: string, editando = false): Promise<Presencas> =>
    ler(await pedir(quem, 'PUT', `/gestao/protocolos/${id}/presenca`, { body: { editando } }), 200)
  const deixar = async (quem: Oficial, id: string) =>
    assert.equal((await pedir(quem, 'DELETE', `/gestao/protocolos/${id}/presenca`)).status, 204)

  it('is told to the others who do, and not to themselves', async () => {
    const [ana, bia] = [await oficial({ obras: 'atendente' }, 'Ana'), await oficial({ obras: 'gestor' }, 'Bia')]
    const id = await um()
    assert.deepEqual(await olhar(ana, id), { presentes: [] })
    assert.deepEqual(await olhar(bia, id, true), { presentes: [{ nome: 'Ana', editando: false }] })
    assert.deepEqual(await olhar(ana, id), { presentes: [{ nome: 'Bia', editando: true }] })
    await deixar(bia, id)
    assert.deepEqual(await olhar(ana, id), { presentes: [] })
  })

  it('is forgotten 45 s after it was last told', async () => {
    const [ana, bia] = [await oficial({ obras: 'atendente' }, 'Ana'), await oficial({ obras: 'gestor' }, 'Bia')]
    const id = await um()
    await olhar(ana, id)
    clock.set('2026-11-21T12:00:44Z')
    assert.deepEqual(await olhar(bia, id), { presentes: [{ nome: 'Ana', editando: false }] })
    clock.set('2026-11-21T12:00:45Z')
    assert.deepEqual(await olhar(bia, id), { presentes: [] })
    clock.set('2026-11-21T12:00:00Z')
  })

  it('comes to open desks when it changes, and only of what is open on them', async () => {
    const [ana, bia] = [await oficial({ obras: 'atendente' }, 'Ana'), await oficial({ obras: 'gestor' }, 'Bia')]
    const [id, outro] = [await um(), await um()]
    const { pronta, presenca } = mesa(ana)
    await pronta()
    await olhar(ana, id)
    await olhar(bia, outro)
    await olhar(bia, id)
    assert.deepEqual(await presenca(), { especie: 'presenca', protocolo: id, presentes: [{ nome: 'Bia', editando: false }] })
    await olhar(bia, id)
    await olhar(bia, id, true)
    assert.deepEqual(await presenca(), { especie: 'presenca', protocolo: id, presentes: [{ nome: 'Bia', editando: true }] })
    clock.set('2026-11-21T12:00:30Z')
    await olhar(ana, id)
    clock.set('2026-11-21T12:00:50Z')
    presencasDe(platform).esquecer()
    assert.deepEqual(await presenca(), { especie: 'presenca', protocolo: id, presentes: [] })
    clock.set('2026-11-21T12:00:00Z')
  })

  it('is known on every node', async () => {
    const outro = await createPlatform({ ...platform.config }, { log: createLog('silent'), clock })
    after(() => outro.close())
    const [ana, bia] = [await oficial({ obras: 'atendente' }, 'Ana'), await oficial({ obras: 'gestor' }, 'Bia')]
    const id = await um()
    const { pronta, presenca } = mesa(ana, undefined, outro)
    await pronta()
    await marcarPresenca(outro, entidade, ana.ator, { sessaoId: ana.sessao, protocoloId: id }, false)
    await olhar(bia, id)
    assert.deepEqual(await presenca(), { especie: 'presenca', protocolo: id, presentes: [{ nome: 'Bia', editando: false }] })
    await deixar(bia, id)
    assert.deepEqual(await presenca(), { especie: 'presenca', protocolo: id, presentes: [] })
    await desmarcarPresenca(outro, entidade, ana.ator, { sessaoId: ana.sessao, protocoloId: id })
  })

  it('is told to nobody who does not see the protocolo, even if they did a moment ago', async () => {
    const [ana, bia, estranho] = [
      await oficial({ obras: 'atendente' }, 'Ana'),
      await oficial({ geral: 'gestor' }, 'Bia'),
      await oficial({ camara: 'gestor' }, 'Estranho'),
    ]
    const [id, aberto] = [await um(), await um()]
    await problemaDe(await pedir(estranho, 'PUT', `/gestao/protocolos/${id}/presenca`, { body: { editando: false } }), 404)
    await problemaDe(await pedir(estranho, 'PUT', '/gestao/protocolos/nenhum/presenca', { body: { editando: false } }), 404)
    const { pronta, presenca } = mesa(ana)
    await pronta()
    await olhar(ana, id)
    await olhar(ana, aberto)
    await sql`update protocolos set unidade_id = ${unidade('geral')}, sigilo = 'sigiloso' where protocolo_id = ${id}`
    await olhar(bia, id)
    await olhar(await oficial({ obras: 'gestor' }, 'Caio'), aberto)
    assert.deepEqual(await presenca(), { especie: 'presenca', protocolo: aberto, presentes: [{ nome: 'Caio', editando: false }] })
  })
})

function adiado() {
  let resolver: () => void = () => undefined
  const promessa = new Promise<void>((resolve) => (resolver = resolve))
  return { promessa, resolver: () => resolver() }
}
