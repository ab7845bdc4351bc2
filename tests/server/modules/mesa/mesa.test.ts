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
function mesa({ ator }: Pick<Oficial, 'ator'>, desde?: string, em = platform) {
  const lugar = lerLugar(desde)
  const avisos = acompanharMesa(em, entidade, ator, { ...(lugar && { desde: lugar }), sinal: fim.signal, continua: async () => true })
  const proximo = async (): Promise<Aviso> => {
    const { value } = await avisos.next()
    assert.ok(value)
    return value
  }
  const olhados = new Set<string>()
  const nomes = new Set<string>()
  return {
    proximo,
    /** Up to where the series stands. */
    async pronta(): Promise<string> {
      const aviso = await proximo()
      assert.ok(aviso.especie === 'pronto', aviso.especie)
      return aviso.lugar
    },
    /**
     * The next `quantas` changes of versao 1, or of another on, as [protocolo, unidade, versao]; each once, of some protocolos alone where
     * older ones may come again.
     */
    async mudancas(quantas: number, { desde = 1, so }: { desde?: number; so?: string[] } = {}) {
      const vistas = new Map<string, [protocolo: string, unidade: string, versao: number]>()
      while (vistas.size < quantas) {
        const aviso = await proximo()
        if (aviso.especie !== 'mudou' || aviso.versao < desde || (so && !so.includes(aviso.protocolo))) continue
        const { protocolo, unidade, versao } = aviso
        vistas.set(JSON.stringify([protocolo, unidade, versao]), [protocolo, unidade, versao])
      }
      return [...vistas.values()]
    },
    /** Who looks at a protocolo, when that is next told. */
    async presenca(id: string) {
      for (;;) {
        const aviso = await proximo()
        if (aviso.especie !== 'presenca') continue
        olhados.add(aviso.protocolo)
        for (const { nome } of aviso.presentes) nomes.add(nome)
        if (aviso.protocolo === id) return aviso.presentes
      }
    },
    /** The protocolos of which it was ever told who looks, since the series began. */
    olhados: () => [...olhados],
    /** And everybody of whom it was told then. */
    nomes: () => [...nomes],
  }
}

async function um(mudancas: Parameters<typeof por>[0][number] = {}): Promise<string> {
  const [posto] = await por([mudancas])
  assert.ok(posto)
  return posto.id
}

async function olhar(quem: Oficial, id: string, editando = false): Promise<Presencas> {
  return ler(await pedir(quem, 'PUT', `/gestao/protocolos/${id}/presenca`, { body: { editando } }), 200)
}

async function agir(quem: Oficial, id: string, ato: object): Promise<void> {
  await ler(await pedir(quem, 'POST', `/gestao/protocolos/${id}/tramites`, { body: ato }), 201)
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
      (await mudancas(2, { so: [a, b] })).sort(),
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
    const perdidas = await depois.mudancas(2, { desde: 2, so: [lento, rapido] })
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

  it('goes on with what is open on it after that went to another unidade', async () => {
    const [ana, bia] = [await oficial({ obras: 'gestor' }, 'Ana'), await oficial({ geral: 'gestor' }, 'Bia')]
    const id = await um()
    await olhar(ana, id)
    const { pronta, mudancas } = mesa(ana)
    const lugar = await pronta()
    await agir(ana, id, { acao: 'encaminhar', versao: 1, destino: 'geral', texto: '', visibilidade: 'publico' })
    assert.deepEqual(await mudancas(1, { desde: 2, so: [id] }), [[id, 'obras', 2]])
    await agir(bia, id, { acao: 'receber', versao: 2 })
    assert.deepEqual(await mudancas(1, { desde: 3, so: [id] }), [[id, 'geral', 3]])
    const perdidas = await mesa(ana, lugar).mudancas(2, { desde: 2, so: [id] })
    assert.deepEqual(perdidas.map(([, unidade, versao]) => `${unidade} ${versao}`).sort(), ['geral 3', 'obras 2'])
  })

  it('is told nothing of what is open on it once it may not be seen any more, nor of what is not open', async () => {
    const ana = await oficial({ obras: 'gestor' }, 'Ana')
    const [secreto, fechado] = [await um(), await um()]
    await olhar(ana, secreto)
    const { pronta, mudancas } = mesa(ana)
    const lugar = await pronta()
    for (const id of [secreto, fechado]) {
      await agir(ana, id, { acao: 'encaminhar', versao: 1, destino: 'geral', texto: '', visibilidade: 'publico' })
    }
    await mudancas(2, { desde: 2, so: [secreto, fechado] })
    await sql`update protocolos set sigilo = 'sigiloso', versao = 3 where protocolo_id = ${secreto}`
    await mudar(fechado)
    const marco = await um()
    assert.deepEqual(await mudancas(1, { desde: 1, so: [secreto, fechado, marco] }), [[marco, 'obras', 1]])
    const perdidas = await mesa(ana, lugar).mudancas(3, { so: [secreto, fechado, marco] })
    assert.deepEqual(
      perdidas.filter(([, , versao]) => versao > 2),
      [],
    )
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
    for (const especie of ['pronto', 'presencas']) assert.equal((await avisos.next()).value?.especie, especie)
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
    assert.equal(await lerParte(), 'event: presencas\ndata: {"protocolos":[]}\n\n')
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

  it('comes to the desks of the unidade that holds it when it changes, and to no others', async () => {
    const [ana, bia, caio] = [
      await oficial({ obras: 'atendente' }, 'Ana'),
      await oficial({ obras: 'gestor', geral: 'gestor' }, 'Bia'),
      await oficial({ geral: 'gestor' }, 'Caio'),
    ]
    const [id, alheio] = [await um(), await um({ unidade: 'geral', sigilo: 'sigiloso' })]
    const [deAna, deCaio] = [mesa(ana), mesa(caio)]
    await Promise.all([deAna.pronta(), deCaio.pronta()])
    await olhar(bia, alheio)
    await olhar(bia, id)
    assert.deepEqual(await deAna.presenca(id), [{ nome: 'Bia', editando: false }])
    assert.deepEqual(await deCaio.presenca(alheio), [{ nome: 'Bia', editando: false }])
    await olhar(bia, id, true)
    assert.deepEqual(await deAna.presenca(id), [{ nome: 'Bia', editando: true }])
    clock.set('2026-11-21T12:00:50Z')
    presencasDe(platform).esquecer()
    assert.deepEqual(await deAna.presenca(id), [])
    assert.deepEqual(await deCaio.presenca(alheio), [])
    clock.set('2026-11-21T12:00:00Z')
    const deles = (dita: typeof deAna) => dita.olhados().filter((olhado) => [id, alheio].includes(olhado))
    assert.deepEqual([deles(deAna), deles(deCaio)], [[id], [alheio]])
  })

  it('is told whole as the series begins, of what each may see', async () => {
    const [ana, bia] = [await oficial({ obras: 'atendente' }, 'Ana'), await oficial({ obras: 'gestor', camara: 'gestor' }, 'Bia')]
    const [id, proprio, alheio] = [await um(), await um(), await um({ unidade: 'camara' })]
    await olhar(bia, id)
    await olhar(bia, alheio)
    await olhar(ana, proprio)
    const { proximo, pronta } = mesa(ana)
    await pronta()
    let aviso = await proximo()
    while (aviso.especie !== 'presencas') aviso = await proximo()
    const vistos = aviso.protocolos.filter(({ protocolo }) => [id, proprio, alheio].includes(protocolo))
    assert.deepEqual(vistos, [{ protocolo: id, presentes: [{ nome: 'Bia', editando: false }] }])
  })

  it('comes along when the protocolo arrives in another unidade', async () => {
    const [ana, bia] = [await oficial({ obras: 'atendente' }, 'Ana'), await oficial({ geral: 'gestor' }, 'Bia')]
    const id = await um()
    const { pronta, presenca } = mesa(bia)
    await pronta()
    await olhar(ana, id)
    await agir(ana, id, { acao: 'encaminhar', versao: 1, destino: 'geral', texto: '', visibilidade: 'publico' })
    assert.deepEqual(await presenca(id), [{ nome: 'Ana', editando: false }])
  })

  it('is known on every node', async () => {
    const outro = await createPlatform({ ...platform.config }, { log: createLog('silent'), clock })
    after(() => outro.close())
    const [ana, bia] = [await oficial({ obras: 'atendente' }, 'Ana'), await oficial({ obras: 'gestor' }, 'Bia')]
    const id = await um()
    const { pronta, presenca } = mesa(ana, undefined, outro)
    await pronta()
    await marcarPresenca(outro, entidade, ana.ator, { sessaoId: ana.sessao, protocoloId: id }, false)
    await presenca(id)
    await olhar(bia, id)
    assert.deepEqual(await presenca(id), [{ nome: 'Bia', editando: false }])
    await deixar(bia, id)
    assert.deepEqual(await presenca(id), [])
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
    const { pronta, presenca, nomes } = mesa(ana)
    await pronta()
    await olhar(ana, id)
    await olhar(ana, aberto)
    await sql`update protocolos set unidade_id = ${unidade('geral')}, sigilo = 'sigiloso' where protocolo_id = ${id}`
    await olhar(bia, id)
    await olhar(await oficial({ obras: 'gestor' }, 'Caio'), aberto)
    let presentes = await presenca(aberto)
    while (presentes.length === 0) presentes = await presenca(aberto)
    assert.deepEqual(presentes, [{ nome: 'Caio', editando: false }])
    assert.ok(!nomes().includes('Bia'))
  })
})

describe('two hundred officials on one queue', () => {
  it('each hear of all the others, and the database is asked where things are far less often than they are told', {
    timeout: 60_000,
  }, async () => {
    const quantos = 200
    const { ator } = await oficial({ obras: 'atendente' })
    const pessoas = Array.from({ length: quantos }, (_, n) => ({ ...ator, contaId: platform.random.id(), nome: `Pessoa ${n}` }))
    const ids = (await por(Array.from({ length: quantos }, () => ({})))).map(({ id }) => id)
    let consultas = 0
    const contada = new Proxy(sql, {
      apply(alvo, isto, pedido) {
        consultas++
        return Reflect.apply(alvo, isto, pedido)
      },
    })
    const vigiada = { ...platform, db: { ...platform.db, sql: contada } }
    const mesas = pessoas.map((pessoa) => mesa({ ator: pessoa }, undefined, vigiada))
    await Promise.all(mesas.map(({ pronta }) => pronta()))
    const presencas = presencasDe(vigiada)
    const ate = clock.now().getTime() + 45_000
    const antes = consultas
    const chegaram = Promise.all(
      mesas.map(async ({ proximo }) => {
        const faltam = new Set(ids)
        while (faltam.size > 0) {
          const aviso = await proximo()
          if (aviso.especie === 'presenca') faltam.delete(aviso.protocolo)
          if (aviso.especie === 'presencas') for (const { protocolo } of aviso.protocolos) faltam.delete(protocolo)
        }
      }),
    )
    await Promise.all(
      pessoas.map(({ contaId, nome }, n) =>
        presencas.marcar({ entidadeId: entidade.id, protocoloId: ids[n] ?? '', sessaoId: contaId, contaId, nome, editando: false, ate }),
      ),
    )
    await chegaram
    // One NOTIFY for each arrival, and a few looks at where they are: not one for each of 200 desks.
    assert.ok(consultas - antes < 4 * quantos, `${consultas - antes} queries`)
  })
})

function adiado() {
  let resolver: () => void = () => undefined
  const promessa = new Promise<void>((resolve) => (resolver = resolve))
  return { promessa, resolver: () => resolver() }
}
