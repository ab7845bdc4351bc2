import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { limparAnexos } from '../../../../server/modules/anexos/anexos.js'
import { fixedClock } from '../../helpers/platform.js'
import { arquivo, montarCasa, pdf, pedidoDeBuraco, png, problema } from '../protocolos/apoio.js'

const clock = fixedClock()
const infectado = Buffer.concat([pdf, Buffer.from('EICAR')])
const casa = await montarCasa({
  clock,
  antivirus: {
    async scan(path) {
      const { readFile } = await import('node:fs/promises')
      return (await readFile(path)).includes('EICAR') ? 'infected' : 'clean'
    },
  },
})
const { platform } = casa
const { sql } = platform.db
const [linha] = await sql<{ id: string }[]>`select entidade_id as id from entidades where codigo = ${arquivo.codigo}`
const entidadeId = linha?.id ?? ''

const zip = Buffer.from(
  'UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAFAAAAYS50eHRQSwECFAMUAAAAAAAAACEAAAAAAAAAAAAAAAAABQAAAAAAAAAAAAAApIEAAAAAYS50eHRQSwUGAAAAAAEAAQAzAAAAIwAAAAAA',
  'base64',
)
const heic = Buffer.concat([Buffer.from('0000001c667479706865696300000000', 'hex'), Buffer.from('mif1heicmiaf'), Buffer.alloc(64)])

function sha256(bytes: Uint8Array) {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A PDF unlike every other. */
let feitos = 0
function outroPdf() {
  return Buffer.concat([pdf, Buffer.from(`% ${feitos++}\n`)])
}

function naEspera(): string[] {
  return readdirSync(join(platform.config.dataDir, 'recebendo'))
}

async function guardado(hash: string): Promise<Buffer | undefined> {
  const bytes = await platform.storage.open(`${entidadeId}/${hash}`)
  return bytes && buffer(bytes)
}

async function linhas(): Promise<number> {
  const [contagem] = await sql`select count(*) as total from anexos`
  return Number(contagem?.total)
}

describe('sending a file', () => {
  it('keeps its bytes under their hash and tells id, hash, size and kind', async () => {
    const resposta = await casa.enviar(png, 'nome=foto.png&tipo=buraco&documento=fotos')
    assert.equal(resposta.status, 201)
    const anexo = await resposta.json()
    assert.match(anexo.id, /^[0-9a-f-]{36}$/)
    assert.deepEqual({ ...anexo, id: '' }, { id: '', nome: 'foto.png', tipo: 'image/png', tamanho: png.length, sha256: sha256(png) })
    assert.deepEqual(await guardado(sha256(png)), png)
    assert.deepEqual(naEspera(), [])
  })

  it('tells the kind by the bytes, whatever the name says', async () => {
    assert.equal((await casa.enviado(png, 'nome=contrato.pdf&tipo=buraco&documento=fotos')).nome, 'contrato.png')
    const foto = await casa.enviado(heic, 'nome=IMG_0001')
    assert.deepEqual([foto.nome, foto.tipo], ['IMG_0001.heic', 'image/heic'])
  })

  it('cleans the name', async () => {
    const nome = encodeURIComponent('../../x\u202E<b>\u0000.pdf')
    assert.equal((await casa.enviado(outroPdf(), `nome=${nome}`)).nome, 'x-b-.pdf')
    assert.equal((await casa.enviado(outroPdf(), '')).nome, 'arquivo.pdf')
  })

  it('refuses a zip posing as a PDF, a kind that the document does not take, and what has no known kind', async () => {
    const antes = await linhas()
    const casos: [bytes: Buffer, busca: string, aceitos: RegExp][] = [
      [zip, 'nome=contrato.pdf&tipo=isencao&documento=renda', /Envie PDF\./],
      [pdf, 'nome=foto.png&tipo=buraco&documento=fotos', /Envie JPG ou PNG\./],
      [Buffer.from('MZ programa'), 'nome=foto.jpg', /PDF, JPG, PNG/],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'nome=a.png', /PDF/],
      [Buffer.from('<html>'), 'nome=a.pdf', /PDF/],
    ]
    for (const [bytes, busca, aceitos] of casos) {
      const resposta = await casa.enviar(bytes, busca)
      assert.equal(resposta.status, 415)
      const recusado = await problema(resposta)
      assert.equal(recusado.codigo, 'arquivo_nao_aceito')
      assert.match(recusado.detail, aceitos)
      assert.equal(await guardado(sha256(bytes)), undefined)
    }
    assert.equal(await linhas(), antes)
    assert.deepEqual(naEspera(), [])
  })

  it('refuses an empty file, one too big and one cut short, and leaves nothing behind', async () => {
    const antes = await linhas()
    const grande = Buffer.concat([pdf, Buffer.alloc(100_001)])
    const casos: [bytes: Buffer, headers: Record<string, string>, status: number, codigo: string][] = [
      [Buffer.alloc(0), {}, 422, 'arquivo_vazio'],
      [grande, {}, 413, 'arquivo_grande'],
      [pdf, { 'Content-Length': '200000' }, 413, 'arquivo_grande'],
      [pdf, { 'Content-Length': String(pdf.length + 1) }, 400, 'arquivo_incompleto'],
    ]
    for (const [bytes, headers, status, codigo] of casos) {
      const resposta = await casa.enviar(bytes, 'nome=a.pdf', headers)
      assert.equal(resposta.status, status)
      assert.equal((await problema(resposta)).codigo, codigo)
    }
    assert.equal(await linhas(), antes)
    assert.deepEqual(naEspera(), [])
  })

  it('notices that the sender went away', async () => {
    const cortado = new ReadableStream({
      start(saida) {
        saida.enqueue(new Uint8Array(pdf))
      },
      pull(saida) {
        saida.error(new Error('gone'))
      },
    })
    const resposta = await casa.pedir('/anexos?nome=a.pdf', { method: 'PUT', body: cortado, ...{ duplex: 'half' } })
    assert.equal((await problema(resposta)).codigo, 'arquivo_incompleto')
    assert.deepEqual(naEspera(), [])
  })

  it('does not keep what the antivirus finds', async () => {
    const resposta = await casa.enviar(infectado)
    assert.equal((await problema(resposta)).codigo, 'arquivo_infectado')
    assert.equal(await guardado(sha256(infectado)), undefined)
  })

  it('knows tipo and document', async () => {
    assert.equal((await problema(await casa.enviar(pdf, 'nome=a.pdf&tipo=nada&documento=x'))).codigo, 'tipo_desconhecido')
    assert.equal((await problema(await casa.enviar(pdf, 'nome=a.pdf&tipo=buraco&documento=x'))).codigo, 'campos_invalidos')
  })

  it('leaves no row when storage fails', async () => {
    const bytes = outroPdf()
    const { put } = platform.storage
    platform.storage.put = () => Promise.reject(new Error('storage is away'))
    try {
      assert.equal((await casa.enviar(bytes)).status, 500)
    } finally {
      platform.storage.put = put
    }
    const sobra = await sql`select 1 from anexos where sha256 = ${sha256(bytes)}`
    assert.equal(sobra.length, 0)
  })
})

describe('cleaning up', () => {
  it('removes after a day what no protocolo took, bytes and all, and nothing else', async () => {
    clock.set('2026-11-21T12:00:00Z')
    const [solto, usado, repetido] = [outroPdf(), png, outroPdf()]
    await casa.enviado(solto)
    await casa.enviado(repetido)
    const foto = await casa.enviado(usado)
    await casa.aberto({ ...pedidoDeBuraco, anexos: [{ id: foto.id, sha256: foto.sha256, documento: 'fotos' }] })
    clock.set('2026-11-22T11:00:00Z')
    await limparAnexos(platform)
    assert.ok(await guardado(sha256(solto)), 'not a day yet')
    const novo = await casa.enviado(repetido)
    clock.set('2026-11-22T12:00:01Z')
    await limparAnexos(platform)
    assert.equal(await guardado(sha256(solto)), undefined)
    assert.deepEqual(await guardado(sha256(usado)), usado)
    assert.deepEqual(await guardado(sha256(repetido)), repetido, 'another row still needs it')
    const restam = await sql`select anexo_id as id from anexos where protocolo_id is null`
    assert.deepEqual([...restam], [{ id: novo.id }])
  })

  it('does not lose the bytes of the same content sent again meanwhile', async () => {
    for (let vez = 0; vez < 10; vez++) {
      clock.set('2026-12-01T12:00:00Z')
      const bytes = outroPdf()
      await casa.enviado(bytes)
      clock.set('2026-12-03T12:00:00Z')
      await Promise.all([limparAnexos(platform), casa.enviado(bytes)])
      assert.deepEqual(await guardado(sha256(bytes)), bytes)
    }
  })

  it('and an opening that takes the file at that moment agree on who got it', async () => {
    for (let vez = 0; vez < 10; vez++) {
      clock.set('2026-12-05T12:00:00Z')
      const bytes = Buffer.concat([png, Buffer.from(String(vez))])
      const { id } = await casa.enviado(bytes)
      clock.set('2026-12-07T12:00:00Z')
      const pedido = { ...pedidoDeBuraco, anexos: [{ id, sha256: sha256(bytes), documento: 'fotos' }] }
      const [resposta] = await Promise.all([casa.abrir(pedido), limparAnexos(platform)])
      const existe = (await guardado(sha256(bytes))) !== undefined
      assert.equal(existe, resposta.status === 201)
      if (!existe) assert.equal((await problema(resposta)).codigo, 'anexo_desconhecido')
    }
  })
})
