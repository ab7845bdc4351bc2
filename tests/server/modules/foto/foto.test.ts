import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import type { Conta } from '../../../../server/contract/contas.js'
import { maiorFoto } from '../../../../server/contract/titular.js'
import { limparFotos } from '../../../../server/modules/foto/foto.js'
import type { Storage } from '../../../../server/platform/storage.js'
import { folderStorage } from '../../../../server/platform/storage-folder.js'
import { fixedClock, testPlatform } from '../../helpers/platform.js'
import { ler, montarContas, problemaDe } from '../contas/apoio.js'
import { pdf, png } from '../protocolos/apoio.js'

const { config } = await testPlatform()
const pasta = join(config.dataDir, 'fotos-de-teste')
const guardados = folderStorage(pasta)
/** What the storage does instead, for one test. */
let falha: Partial<Storage> = {}
const storage: Storage = {
  put: (...dados) => (falha.put ?? guardados.put)(...dados),
  open: (chave) => (falha.open ?? guardados.open)(chave),
  remove: (chave) => (falha.remove ?? guardados.remove)(chave),
}
const clock = fixedClock('2026-11-21T12:00:00Z')
const { pessoa, platform } = await montarContas({ clock, storage })
const { sql } = platform.db
const foto = '/v1/conta/foto?entidade=exemplo'
type Pessoa = Awaited<ReturnType<typeof pessoa>>

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
const webp = Buffer.from('524946461a000000574542505650384c0d0000002f00000010071011118888fe0700', 'hex')

const por = ({ aparelho, token }: Pessoa, bytes: Uint8Array, headers = {}) => aparelho.pedir('PUT', foto, { token, bytes, headers })
const ver = ({ aparelho, token }: Pessoa) => aparelho.pedir('GET', foto, { token })
const tirar = ({ aparelho, token }: Pessoa) => aparelho.pedir('DELETE', foto, { token })
const noArmazem = () => (existsSync(join(pasta, 'fotos')) ? readdirSync(join(pasta, 'fotos')) : [])
const linhas = async () => (await sql<{ foto_id: string }[]>`select foto_id from fotos`).map(({ foto_id }) => foto_id)

/** That each photo in storage has its row, and each row its photo. */
async function nadaSobra() {
  assert.deepEqual(noArmazem().sort(), (await linhas()).sort())
}

describe('the photo of who is signed in', () => {
  it('is kept and shown as it came, its kind told by its bytes, never to run as a page', async () => {
    for (const [bytes, tipo, nome] of [
      [jpeg, 'image/jpeg', 'foto.jpg'],
      [png, 'image/png', 'foto.png'],
      [webp, 'image/webp', 'foto.webp'],
    ] as const) {
      const quem = await pessoa()
      assert.equal((await por(quem, bytes, { 'Content-Type': 'text/html' })).status, 204)
      const vista = await ver(quem)
      assert.equal(vista.status, 200)
      assert.equal(vista.headers.get('Content-Type'), tipo)
      assert.equal(vista.headers.get('Cache-Control'), 'private, no-store')
      assert.equal(vista.headers.get('X-Content-Type-Options'), 'nosniff')
      assert.match(vista.headers.get('Content-Security-Policy') ?? '', /^sandbox; default-src 'none'/)
      assert.match(vista.headers.get('Content-Disposition') ?? '', new RegExp(`filename="${nome}"`))
      assert.deepEqual(Buffer.from(await vista.arrayBuffer()), bytes)
    }
  })

  it('is told of by the conta, and is nobody else’s', async () => {
    const [dono, estranho] = [await pessoa(), await pessoa()]
    const temFoto = async ({ aparelho, token }: Pessoa) =>
      (await ler<Conta>(await aparelho.pedir('GET', '/v1/conta?entidade=exemplo', { token }), 200)).temFoto
    assert.equal(await temFoto(dono), false)
    assert.equal((await por(dono, png)).status, 204)
    assert.deepEqual([await temFoto(dono), await temFoto(estranho)], [true, false])
    await problemaDe(await ver(estranho), 404)
  })

  it('gives way to the next one, and goes when it is removed, as often as that is asked', async () => {
    const quem = await pessoa()
    const antes = noArmazem().length
    assert.equal((await por(quem, png)).status, 204)
    assert.equal((await por(quem, jpeg)).status, 204)
    assert.deepEqual(Buffer.from(await (await ver(quem)).arrayBuffer()), jpeg)
    assert.equal(noArmazem().length, antes + 1)
    for (const _ of [1, 2]) assert.equal((await tirar(quem)).status, 204)
    await problemaDe(await ver(quem), 404)
    assert.equal(noArmazem().length, antes)
    const acoes = await sql`select acao, dados from auditoria where acao like 'foto.%' order by em desc, auditoria_id desc limit 3`
    assert.deepEqual(
      acoes.map(({ acao, dados }) => [acao, dados]),
      [
        ['foto.remover', {}],
        ['foto.trocar', {}],
        ['foto.trocar', {}],
      ],
    )
  })

  it('is refused when it is no photo, empty, too big or cut short, and then the one there was stays', async () => {
    const quem = await pessoa()
    assert.equal((await por(quem, png)).status, 204)
    const casos: [bytes: Buffer, headers: Record<string, string>, status: number, codigo: string][] = [
      [pdf, { 'Content-Type': 'image/png' }, 415, 'arquivo_nao_aceito'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), {}, 415, 'arquivo_nao_aceito'],
      [Buffer.from('GIF89a'), {}, 415, 'arquivo_nao_aceito'],
      [Buffer.alloc(0), {}, 422, 'arquivo_vazio'],
      [Buffer.concat([png, randomBytes(maiorFoto)]), {}, 413, 'arquivo_grande'],
      [png, { 'Content-Length': String(maiorFoto + 1) }, 413, 'arquivo_grande'],
      [png, { 'Content-Length': String(png.length + 1) }, 400, 'arquivo_incompleto'],
    ]
    for (const [bytes, headers, status, codigo] of casos) {
      assert.equal((await problemaDe(await por(quem, bytes, headers), status)).codigo, codigo)
    }
    assert.deepEqual(Buffer.from(await (await ver(quem)).arrayBuffer()), png)
    await nadaSobra()
    assert.deepEqual(readdirSync(join(platform.config.dataDir, 'recebendo')), [])
  })

  it('of several sent at once is one of them, and the others leave nothing', async () => {
    const quem = await pessoa()
    await ver(quem)
    const respostas = await Promise.all([png, jpeg, webp, png].map((bytes) => por(quem, bytes)))
    assert.deepEqual(
      respostas.map(({ status }) => status),
      [204, 204, 204, 204],
    )
    const vista = Buffer.from(await (await ver(quem)).arrayBuffer())
    assert.ok([png, jpeg, webp].some((bytes) => bytes.equals(vista)))
    await nadaSobra()
  })
})

describe('a photo that storage', () => {
  it('does not take leaves no trace, and the one there was stays', async () => {
    const quem = await pessoa()
    assert.equal((await por(quem, png)).status, 204)
    falha = { put: () => Promise.reject(new Error('storage is away')) }
    await problemaDe(await por(quem, jpeg), 500)
    falha = {}
    assert.deepEqual(Buffer.from(await (await ver(quem)).arrayBuffer()), png)
    await nadaSobra()
  })

  it('does not let go is removed a day later, and whoever replaced it does not notice', async () => {
    const quem = await pessoa()
    assert.equal((await por(quem, png)).status, 204)
    falha = { remove: () => Promise.reject(new Error('storage is away')) }
    assert.equal((await por(quem, jpeg)).status, 204)
    falha = {}
    const antes = noArmazem().length
    await limparFotos(platform)
    assert.equal(noArmazem().length, antes)
    clock.set('2026-11-22T12:00:01Z')
    await limparFotos(platform)
    clock.set('2026-11-21T12:00:00Z')
    assert.equal(noArmazem().length, antes - 1)
    assert.deepEqual(Buffer.from(await (await ver(quem)).arrayBuffer()), jpeg)
    await nadaSobra()
  })

  it('opens for who asks only about it is closed, as nobody reads it', async () => {
    const quem = await pessoa()
    assert.equal((await por(quem, png)).status, 204)
    const abertas: (Readable | undefined)[] = []
    falha = {
      async open(chave) {
        const bytes = await guardados.open(chave)
        abertas.push(bytes)
        return bytes
      },
    }
    const { status, headers } = await quem.aparelho.pedir('HEAD', foto, { token: quem.token })
    falha = {}
    assert.deepEqual([status, headers.get('Content-Type')], [200, 'image/png'])
    assert.deepEqual(
      abertas.map((bytes) => bytes?.destroyed),
      [true],
    )
  })

  it('has lost is as if there were none', async () => {
    const quem = await pessoa()
    assert.equal((await por(quem, png)).status, 204)
    falha = { open: async () => undefined }
    await problemaDe(await ver(quem), 404)
    falha = {}
  })
})

describe('sending photos', () => {
  it('is bounded in the hour', async () => {
    const { pessoa } = await montarContas({ config: { limits: true } })
    const quem = await pessoa()
    for (let n = 0; n < 20; n++) assert.equal((await por(quem, png)).status, 204)
    assert.equal((await problemaDe(await por(quem, png), 429)).codigo, 'muitas_tentativas')
  })
})
