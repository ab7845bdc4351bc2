import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { paginas, paginasDificeis } from '../../../demo/paginas.js'
import { cidada } from '../../../demo/pessoas.js'
import { startDemo } from '../../../demo/start.js'
import { freePort } from '../../support/server.js'
import { createTestDatabase } from '../helpers/platform.js'

const database = await createTestDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'protocolo-demo-'))
const server = await startDemo({
  DATABASE_URL: database.url,
  PROTOCOLO_DADOS: dataDir,
  PORT: String(await freePort()),
  PROTOCOLO_PROVA: '0',
  PROTOCOLO_LOG: 'silent',
})
after(async () => {
  await server.stop()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, server.address), { headers })

describe('the demo', () => {
  it('has a page that leads to every host page, and each is there with its encoding', async () => {
    const index = await (await get('/demo/exemplos')).text()
    for (const { arquivo, charset = 'utf-8' } of [...paginas, ...paginasDificeis]) {
      assert.ok(index.includes(`href="/demo/${arquivo}"`), arquivo)
      const page = await get(`/demo/${arquivo}`)
      assert.equal(page.status, 200)
      assert.equal(page.headers.get('Content-Type'), `text/html; charset=${charset}`)
      const text = new TextDecoder(charset).decode(await page.arrayBuffer())
      assert.match(text, /<html[^>]* lang="(pt-BR|ar)"/)
      assert.ok(!text.includes('\uFFFD'), `${arquivo} is really ${charset}`)
    }
  })

  it('lets the pages of this machine use the API, by both its names and at any port', async () => {
    const { port } = new URL(server.address)
    for (const origin of [`http://localhost:${port}`, `http://127.0.0.1:${port}`, 'http://localhost:9001', 'http://127.0.0.1']) {
      const reply = await get('/v1/entidades/vila-serena', { Origin: origin })
      assert.equal(reply.headers.get('Access-Control-Allow-Origin'), origin)
    }
  })

  it('lets no other page use it, however alike its address, nor one opened from disk', async () => {
    for (const origin of ['http://localhost.exemplo.br', 'http://127.0.0.1.exemplo.br:80', 'http://exemplo.br/http://localhost', 'null']) {
      assert.equal((await get('/v1/entidades/vila-serena', { Origin: origin })).status, 403, origin)
    }
  })

  it('shows the e-mails that were not sent, their markup closed in a frame where nothing runs', async () => {
    assert.match(await (await get('/demo/correio')).text(), /Nenhum e-mail ainda/)
    const asked = await fetch(new URL('/v1/entidades/vila-serena/consulta/lembrete', server.address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ documento: cidada.documento }),
    })
    assert.equal(asked.status, 202)
    const id = await keptEmail()
    const list = await (await get('/demo/correio')).text()
    assert.match(list, new RegExp(`href="/demo/correio/${id}">Seus protocolos</a>`))
    const letter = await get(`/demo/correio/${id}`)
    const text = await letter.text()
    assert.match(text, /<iframe title="Mensagem" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;!doctype html&gt;/)
    assert.match(text, /Encontramos 39 protocolos/)
    assert.match(letter.headers.get('Content-Security-Policy') ?? '', /^default-src 'none'/)
    assert.equal((await get('/demo/correio/00000000-0000-0000-0000-000000000000')).status, 404)
    assert.equal((await get(`/demo/correio/${'-'.repeat(36)}`)).status, 404)
  })

  it('shows the texts that no gateway sent', async () => {
    const cartao: unknown = await (await get('/v1/entidades/vila-serena')).json()
    assert.ok(Reflect.get(Object(cartao), 'sms'))
    await server.platform.sms?.send({ para: '+5519912345678', texto: '012345 é o <seu> código' })
    assert.match(await (await get('/demo/correio')).text(), /012345 é o &lt;seu&gt; código<\/strong>\s*<p>Para \+5519912345678/)
  })
})

/** The id of the first e-mail, once a job has kept it. */
async function keptEmail(): Promise<string> {
  const find = async () => (await database.sql`select email_id as id from emails where conteudo is not null`)[0]?.id
  await database.sql.unsafe(`
    create function avisar_guardado() returns trigger language plpgsql as $$ begin perform pg_notify('guardado', ''); return null; end $$;
    create trigger guardado after update on emails for each row execute function avisar_guardado()`)
  const kept = new EventTarget()
  const { unlisten } = await server.platform.db.listen('guardado', () => kept.dispatchEvent(new Event('email')))
  try {
    const coming = once(kept, 'email')
    return (await find()) ?? (await coming.then(find))
  } finally {
    await unlisten()
  }
}
