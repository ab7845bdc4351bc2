import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Versao } from '../../../../server/modules/widget/construcao.js'
import { instalacaoDe } from '../../../../server/modules/widget/instalacao.js'
import { rotasDoWidget } from '../../../../server/modules/widget/routes.js'
import { criarVersoes, manterVersao } from '../../../../server/modules/widget/versoes.js'
import { onError } from '../../../../server/platform/http/problem.js'
import type { Platform } from '../../../../server/platform/platform.js'
import { Unavailable } from '../../../../server/platform/unavailable.js'
import { fixedClock, testPlatform } from '../../helpers/platform.js'
import { construir, hashDe } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')

/** A folder of files that several servers have, one after another or at once. */
async function montar() {
  const platform = await testPlatform({ clock, config: { address: 'https://protocolo.exemplo.gov.br' } })
  return {
    platform,
    servir: (construcao: Versao | undefined, outra: Partial<Platform> = {}) => servir({ ...platform, ...outra }, construcao),
  }
}

/** A server with a build, which is kept by the time it answers, unless that fails. */
async function servir(platform: Platform, construcao: Versao | undefined) {
  const versoes = criarVersoes(platform, construcao)
  await versoes.manter().catch(() => undefined)
  const app = rotasDoWidget(platform, versoes)
  app.onError(onError)
  return {
    pedir: async (caminho: string) => {
      const recebido = await app.request(caminho)
      return {
        status: recebido.status,
        guarda: recebido.headers.get('Cache-Control') ?? '',
        headers: recebido.headers,
        texto: await recebido.text(),
      }
    },
  }
}

const primeira = { 'protocolo.js': 'import "./protocolo/a-1.js" // 1.0.0', 'protocolo/a-1.js': 'export const a = 1' }
const segunda = { 'protocolo.js': 'import "./protocolo/a-2.js" // 1.1.0', 'protocolo/a-2.js': 'export const a = 2' }

describe('a version of the script, at its own address', () => {
  it('is for every site, and may be kept for ever; that of its first number, for minutes', async () => {
    const { pedir } = await (await montar()).servir(construir('1.0.0', primeira))
    for (const [caminho, texto, guarda] of [
      ['/@1.0.0/protocolo.js', primeira['protocolo.js'], /immutable/],
      ['/@1.0.0/protocolo/a-1.js', primeira['protocolo/a-1.js'], /immutable/],
      ['/@1/protocolo.js', primeira['protocolo.js'], /max-age=300/],
      ['/@1/protocolo/a-1.js', primeira['protocolo/a-1.js'], /immutable/],
    ] as const) {
      const recebido = await pedir(caminho)
      assert.equal(recebido.texto, texto, caminho)
      assert.match(recebido.guarda, guarda, caminho)
      assert.equal(recebido.headers.get('Access-Control-Allow-Origin'), '*')
      assert.equal(recebido.headers.get('Content-Type'), 'text/javascript; charset=utf-8')
    }
  })

  it('tells the hash of each of its files', async () => {
    const { pedir } = await (await montar()).servir(construir('1.0.0', primeira))
    const { texto } = await pedir('/@1.0.0/integridade.json')
    assert.deepEqual(JSON.parse(texto), {
      versao: '1.0.0',
      arquivos: { 'protocolo.js': hashDe(primeira['protocolo.js']), 'protocolo/a-1.js': hashDe(primeira['protocolo/a-1.js']) },
    })
    assert.equal((await pedir('/@1/integridade.json')).texto, texto)
  })

  it('stays when the server has a newer one, on this node and on others', async () => {
    const { servir } = await montar()
    await servir(construir('1.0.0', primeira))
    const nova = await servir(construir('1.1.0', segunda))
    const semNada = await servir(undefined)
    for (const { pedir } of [nova, semNada]) {
      assert.equal((await pedir('/@1.0.0/protocolo.js')).texto, primeira['protocolo.js'])
      assert.equal((await pedir('/@1.0.0/protocolo/a-1.js')).texto, primeira['protocolo/a-1.js'])
      assert.equal((await pedir('/@1.1.0/protocolo.js')).texto, segunda['protocolo.js'])
      assert.equal((await pedir('/@1.0.0/protocolo/a-2.js')).status, 404)
      assert.match((await pedir('/@1.0.0/instalar.txt')).texto, /@1\.0\.0\/protocolo\.js/)
    }
    assert.equal((await nova.pedir('/@1/protocolo.js')).texto, segunda['protocolo.js'])
  })

  it('goes on by its first number after the server goes on to another, with the newest of that number', async () => {
    const { servir } = await montar()
    for (const versao of ['1.9.0', '1.10.0', '1.11.0-rc.1', '1.2.0']) await servir(construir(versao, { 'protocolo.js': versao }))
    const { pedir } = await servir(construir('2.0.0', segunda))
    assert.equal((await pedir('/@1/protocolo.js')).texto, '1.10.0')
    assert.equal((await pedir('/@2/protocolo.js')).texto, segunda['protocolo.js'])
    assert.equal((await pedir('/@3/protocolo.js')).status, 404)
  })

  it('gives its parts to a page that began with the script before it was replaced', async () => {
    const { servir } = await montar()
    await servir(construir('1.0.0', primeira))
    const { pedir } = await servir(construir('1.1.0', segunda))
    for (const raiz of ['', '/@1']) {
      assert.equal((await pedir(`${raiz}/protocolo/a-1.js`)).texto, primeira['protocolo/a-1.js'])
      assert.equal((await pedir(`${raiz}/protocolo/a-2.js`)).texto, segunda['protocolo/a-2.js'])
      assert.equal((await pedir(`${raiz}/protocolo/a-3.js`)).status, 404)
    }
  })

  it('is what it was first, though somebody built another under the same number, and the log says so', async () => {
    const { platform, servir } = await montar()
    await servir(construir('1.0.0', primeira))
    const outra = construir('1.0.0', segunda)
    const { pedir } = await servir(outra)
    assert.equal((await pedir('/@1.0.0/protocolo.js')).texto, primeira['protocolo.js'])
    assert.deepEqual(JSON.parse((await pedir('/@1/integridade.json')).texto).arquivos['protocolo.js'], hashDe(primeira['protocolo.js']))
    assert.equal((await pedir('/protocolo.js')).texto, segunda['protocolo.js'])
    const avisos: unknown[] = []
    const log = Object.assign(Object.create(platform.log), { warn: (aviso: unknown) => avisos.push(aviso) })
    await manterVersao({ ...platform, log }, new AbortController().signal, criarVersoes(platform, outra))
    assert.match(String(avisos), /continua com a versão 1\.0\.0/)
  })

  it('answers with the program’s own while what keeps files is away, and says of others that they are', async () => {
    const fora = () => Promise.reject(new Unavailable('away'))
    const { servir } = await montar()
    const { pedir } = await servir(construir('1.0.0', primeira), { storage: { put: fora, open: fora, remove: fora } })
    assert.equal((await pedir('/@1.0.0/protocolo.js')).texto, primeira['protocolo.js'])
    assert.equal((await pedir('/@0.9.0/protocolo.js')).status, 503)
  })

  it('may not be kept by who has it while it cannot be told whether the address served something else first', async () => {
    const fora = () => Promise.reject(new Unavailable('away'))
    const { servir } = await montar()
    await servir(construir('1.0.0', primeira))
    const outra = construir('1.0.0', segunda)
    const { pedir } = await servir(outra, { storage: { put: fora, open: fora, remove: fora } })
    for (const arquivo of ['protocolo.js', 'protocolo/a-2.js', 'integridade.json']) {
      const { status, guarda } = await pedir(`/@1.0.0/${arquivo}`)
      assert.deepEqual({ status, guarda }, { status: 200, guarda: 'no-cache' }, arquivo)
    }
    const deVolta = await servir(outra)
    assert.match((await deVolta.pedir('/@1.0.0/protocolo.js')).guarda, /immutable/)
  })

  it('is refused rather than served with a byte changed', async () => {
    const { platform, servir } = await montar()
    await servir(construir('1.0.0', primeira))
    const arquivo = join(platform.config.storage, 'widget', '1_0_0')
    const guardado = JSON.parse(readFileSync(arquivo, 'utf8'))
    guardado.arquivos['protocolo.js'] = guardado.arquivos['protocolo/a-1.js']
    writeFileSync(arquivo, JSON.stringify(guardado))
    const { pedir } = await servir(construir('1.1.0', segunda))
    assert.equal((await pedir('/@1.0.0/protocolo.js')).status, 500)
    assert.equal((await pedir('/@1.0.0/protocolo/a-1.js')).status, 200)
  })

  it('is not found when there was none, nor is anything beside its files', async () => {
    const { pedir } = await (await montar()).servir(construir('1.0.0', primeira))
    for (const edicao of ['@9.9.9', '@0', '@1.0', '@latest', '@1.0.0.0', '@..%2f..', '@1.0.0%2f..', `@1.0.0-${'a'.repeat(50)}`]) {
      const { status, texto } = await pedir(`/${edicao}/protocolo.js`)
      assert.equal(status, 404, edicao)
      if (!edicao.includes('%2f')) assert.equal(JSON.parse(texto).codigo, 'versao_desconhecida', edicao)
    }
    for (const arquivo of ['..%2fprotocolo.js', '..%2f..%2fpackage.json', '__proto__', 'constructor', 'a-1.js.br']) {
      assert.equal((await pedir(`/@1.0.0/protocolo/${arquivo}`)).status, 404, arquivo)
    }
    assert.equal((await pedir('/@1.0.0/meta.json')).status, 404)
  })

  it('asks no storage again and again for who guesses numbers', async () => {
    const { pedir } = await (await montar()).servir(construir('1.0.0', primeira))
    const respostas = await Promise.all(Array.from({ length: 130 }, (_, n) => pedir(`/@7.0.${n}/protocolo.js`)))
    assert.deepEqual([...new Set(respostas.map(({ status }) => status))].sort(), [404, 429])
    assert.equal((await pedir('/@1.0.0/protocolo.js')).status, 200)
  })
})

describe('a kept version that was damaged', () => {
  /** A folder with some versions, one of them changed by `estragar`, and a server of another; what it read of the bad one, and logged. */
  async function comDano(versao: string, estragar: (texto: string) => string) {
    const agora = fixedClock('2026-11-21T12:00:00Z')
    const platform = await testPlatform({ clock: agora, config: { address: 'https://protocolo.exemplo.gov.br' } })
    for (const uma of ['0.7.0', '0.8.0', '1.0.0']) {
      await servir(platform, construir(uma, { 'protocolo.js': uma, [`protocolo/a-${uma.replaceAll('.', '')}.js`]: uma }))
    }
    const chave = `widget/${versao.replaceAll('.', '_')}`
    const arquivo = join(platform.config.storage, chave)
    writeFileSync(arquivo, estragar(readFileSync(arquivo, 'utf8')))
    const lidas: string[] = []
    const registros: unknown[] = []
    const storage = Object.assign(Object.create(platform.storage), {
      open: (qual: string) => {
        lidas.push(qual)
        return platform.storage.open(qual)
      },
    })
    const log = Object.assign(Object.create(platform.log), { error: (registro: unknown) => registros.push(registro) })
    const { pedir } = await servir({ ...platform, storage, log }, construir('2.0.0', segunda))
    return { pedir, agora, registros, leituras: () => lidas.filter((qual) => qual === chave).length }
  }

  it('is as if it had never been to who asks for anything else, is told once, and is not read again for a minute', async () => {
    const { pedir, agora, registros, leituras } = await comDano('0.8.0', (texto) => texto.slice(0, 100))
    for (const caminho of ['/protocolo/nada-XXXX.js', '/@1/protocolo/nada-XXXX.js', '/@0/protocolo/nada-XXXX.js']) {
      assert.equal((await pedir(caminho)).status, 404, caminho)
    }
    assert.equal((await pedir('/protocolo/a-070.js')).texto, '0.7.0')
    assert.equal((await pedir('/@0/protocolo.js')).texto, '0.7.0')
    assert.equal((await pedir('/@0.8.0/protocolo.js')).status, 500)
    assert.deepEqual([leituras(), registros.length], [1, 1])
    agora.set('2026-11-21T12:01:01Z')
    assert.equal((await pedir('/protocolo/nada-XXXX.js')).status, 404)
    assert.deepEqual([leituras(), registros.length], [2, 1])
  })

  it('has none of its number in its place when there is no other', async () => {
    const { pedir } = await comDano('1.0.0', () => '{}')
    const { status, texto } = await pedir('/@1/protocolo.js')
    assert.equal(status, 404)
    assert.equal(JSON.parse(texto).codigo, 'versao_desconhecida')
  })

  it('in one of its files, is without that file', async () => {
    const { pedir, registros } = await comDano('0.8.0', (texto) => {
      const { integridade, arquivos } = JSON.parse(texto)
      return JSON.stringify({ integridade, arquivos: { ...arquivos, 'protocolo/a-080.js': arquivos['protocolo.js'].slice(4) } })
    })
    for (const caminho of ['/protocolo/a-080.js', '/@0/protocolo/a-080.js']) assert.equal((await pedir(caminho)).status, 404, caminho)
    assert.equal((await pedir('/@0/protocolo.js')).texto, '0.8.0')
    assert.equal(registros.length, 1)
  })

  for (const [mudanca, mudar] of [
    ['is of another number', (texto: string) => texto.replace('"versao":"0.8.0"', '"versao":"0.7.0"')],
    ['names files that are none of a script', (texto: string) => texto.replaceAll('protocolo/a-080.js', 'protocolo/</script>.js')],
    ['names files out of their folder', (texto: string) => texto.replaceAll('protocolo/a-080.js', '../a.js')],
  ] as const) {
    it(`is refused when it ${mudanca}`, async () => {
      const { pedir } = await comDano('0.8.0', mudar)
      for (const arquivo of ['protocolo.js', 'integridade.json', 'instalar.txt']) {
        assert.equal((await pedir(`/@0.8.0/${arquivo}`)).status, 500, arquivo)
      }
    })
  }
})

describe('what a page pastes to hold to a version', () => {
  it('has every file’s hash, and the policy has that of the import map', async () => {
    const { pedir } = await (await montar()).servir(construir('1.0.0', primeira))
    const { texto, headers } = await pedir('/@1.0.0/instalar.txt')
    assert.match(headers.get('Content-Type') ?? '', /^text\/plain/)
    const [, mapa = ''] = /<script type="importmap">(.*)<\/script>/.exec(texto) ?? []
    const base = 'https://protocolo.exemplo.gov.br/@1.0.0/'
    assert.deepEqual(JSON.parse(mapa), { integrity: { [`${base}protocolo/a-1.js`]: hashDe(primeira['protocolo/a-1.js']) } })
    assert.ok(
      texto.includes(`<script type="module" async src="${base}protocolo.js" integrity="${hashDe(primeira['protocolo.js'])}" crossorigin>`),
    )
    const hash = createHash('sha256').update(mapa).digest('base64')
    assert.ok(texto.includes(`script-src 'sha256-${hash}' ${base};`))
  })

  it('stays one element, whatever the names of its files', () => {
    const arquivos = { 'protocolo.js': hashDe('a'), 'protocolo/</script><script>alert(1)</script>.js': hashDe('b') }
    const { html, hashDoMapa } = instalacaoDe('https://protocolo.exemplo.gov.br', { versao: '1.0.0', arquivos })
    assert.equal(html.match(/<\/?script/g)?.length, 4)
    const [, mapa = ''] = /<script type="importmap">(.*)<\/script>\n/.exec(html) ?? []
    assert.ok(Object.keys(JSON.parse(mapa).integrity)[0]?.endsWith('/protocolo/</script><script>alert(1)</script>.js'))
    assert.equal(hashDoMapa, `'sha256-${createHash('sha256').update(mapa).digest('base64')}'`)
  })
})
