import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as v from 'valibot'
import { problemaSchema } from '../../../../server/contract/problema.js'
import { notFound, onError, ProblemError, problemas, problemResponse } from '../../../../server/platform/http/problem.js'
import { NoSpace, UploadAborted, UploadTooLarge } from '../../../../server/platform/spool.js'
import { Unavailable } from '../../../../server/platform/unavailable.js'

function failing(error: Error) {
  const app = new Hono()
  app.onError(onError)
  app.get('/', () => {
    throw error
  })
  return app.request('/')
}

const coded = (code: string, extra = {}) => Object.assign(new Error('senha=segredo'), { code, ...extra })

describe('a problem', () => {
  it('is problem+json with the catalogue’s words, in Portuguese, never cached', async () => {
    const response = await failing(new ProblemError('tipo_fechado'))
    assert.equal(response.status, 409)
    assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const problem = v.parse(problemaSchema, await response.json())
    assert.equal(problem.type, 'https://protocolo.dev/problemas/tipo_fechado')
    assert.equal(problem.title, problemas.tipo_fechado.title)
    assert.equal(problem.status, 409)
  })

  it('carries fields, puzzle, headers and a sentence of its own', async () => {
    const desafio = { algorithm: 'SHA-256', challenge: 'a', salt: 'b', maxnumber: 1, signature: 'c' }
    const campos = [{ caminho: 'respostas.area', mensagem: 'Use um número.' }]
    const response = await failing(
      new ProblemError('prova_necessaria', { detail: 'Espere.', campos, desafio, headers: { 'Retry-After': '5' } }),
    )
    const problem = v.parse(problemaSchema, await response.json())
    assert.deepEqual([problem.detail, problem.campos, problem.desafio], ['Espere.', campos, desafio])
    assert.equal(response.headers.get('retry-after'), '5')
  })

  it('keeps headers that were set before it', async () => {
    const app = new Hono()
    app.get('/', (c) => {
      c.header('X-Antes', 'sim')
      return problemResponse(c, new ProblemError('nao_encontrado'))
    })
    assert.equal((await app.request('/')).headers.get('x-antes'), 'sim')
  })

  it('has for every codigo a title, a whole sentence and a 4xx or 5xx status', () => {
    for (const [codigo, { status, title, detail }] of Object.entries(problemas)) {
      assert.match(codigo, /^[a-z_]+$/)
      assert.ok(status >= 400 && status < 600)
      assert.match(title, /^[A-ZÀ-Ú].*[^.]$/)
      assert.match(detail, /^[A-ZÀ-Ú].*\.$/)
      assert.doesNotMatch(detail, /JSON|HTTP|token|inválid|erro do usuário/i, `${codigo} speaks plainly`)
    }
  })
})

describe('whatever is thrown becomes a problem', () => {
  const cases: [string, Error, number, string][] = [
    ['an unforeseen error', new Error('senha=segredo'), 500, 'erro_interno'],
    ['the database refusing connections', coded('ECONNREFUSED'), 503, 'indisponivel'],
    ['a connection that closed', coded('CONNECTION_CLOSED'), 503, 'indisponivel'],
    ['a server that shuts down', coded('57P01'), 503, 'indisponivel'],
    ['a socket that is not there', coded('ENOENT', { syscall: 'connect' }), 503, 'indisponivel'],
    ['a file that is not there', coded('ENOENT', { syscall: 'open' }), 500, 'erro_interno'],
    ['a cause deeper down', new Error('fetch failed', { cause: coded('ECONNRESET') }), 503, 'indisponivel'],
    ['a service that is away', new Unavailable('clamd'), 503, 'indisponivel'],
    ['a full disk', coded('ENOSPC'), 507, 'sem_espaco'],
    ['a full disk under the database', coded('53100'), 507, 'sem_espaco'],
    ['a disk that turned read-only', coded('EROFS'), 507, 'sem_espaco'],
    ['no more open files', coded('EMFILE'), 503, 'indisponivel'],
    ['a full disk while receiving', new NoSpace('x'), 507, 'sem_espaco'],
    ['an upload past its limit', new UploadTooLarge('x'), 413, 'arquivo_grande'],
    ['an upload cut short', new UploadAborted('x'), 400, 'arquivo_incompleto'],
    ['a framework’s 413', new HTTPException(413), 413, 'corpo_grande'],
    ['a framework’s 400', new HTTPException(400, { message: 'segredo' }), 400, 'corpo_invalido'],
    ['an SQL error', coded('42P01'), 500, 'erro_interno'],
  ]
  for (const [name, error, status, codigo] of cases) {
    it(`${name}: ${codigo}, without a word of the inside`, async () => {
      const response = await failing(error)
      const text = await response.text()
      assert.equal(response.status, status)
      assert.equal(v.parse(problemaSchema, JSON.parse(text)).codigo, codigo)
      assert.doesNotMatch(text, /segredo|clamd/)
      if (status === 503) assert.ok(Number(response.headers.get('retry-after')) > 0)
    })
  }

  it('a value that does not fit a schema: its fields', async () => {
    const { issues } = v.safeParse(v.object({ nome: v.string() }), {})
    assert.ok(issues)
    const problem = v.parse(problemaSchema, await (await failing(new v.ValiError(issues))).json())
    assert.deepEqual(
      problem.campos?.map((campo) => campo.caminho),
      ['nome'],
    )
  })
})

describe('an address that nothing answers', () => {
  const app = new Hono()
  app.use('*', (_, next) => next())
  app.get('/v1/coisas/:id', (c) => c.text('aqui'))
  app.put('/v1/coisas/:id', (c) => c.text('aqui'))
  app.notFound(notFound(app))

  it('is nao_encontrado', async () => {
    const response = await app.request('/v1/nada')
    assert.equal(response.status, 404)
    assert.equal(v.parse(problemaSchema, await response.json()).codigo, 'nao_encontrado')
  })

  it('is metodo_nao_aceito, with Allow, when it answers to other methods', async () => {
    const response = await app.request('/v1/coisas/1', { method: 'DELETE' })
    assert.equal(response.status, 405)
    assert.equal(response.headers.get('allow'), 'GET, PUT')
    assert.equal(v.parse(problemaSchema, await response.json()).codigo, 'metodo_nao_aceito')
  })
})
