import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describe, it } from 'node:test'
import { ConfigError, readConfig, settingsToNote } from '../../../server/platform/config.js'

describe('configuration', () => {
  it('has a default for every setting', () => {
    assert.deepEqual(readConfig({}), {
      port: 8787,
      address: 'http://localhost:8787',
      dataDir: resolve('dados'),
      storage: resolve('dados/anexos'),
      sender: 'Protocolo <nao-responda@localhost>',
      proxies: 0,
      proofOfWork: 40000,
      limits: true,
      logLevel: 'info',
    })
  })

  it('takes an empty setting as absent', () => {
    assert.deepEqual(readConfig({ DATABASE_URL: '', PORT: ' ', SMTP_URL: '' }), readConfig({}))
  })

  it('reads every setting', () => {
    const config = readConfig({
      DATABASE_URL: 'postgres://protocolo:segredo@banco:5432/protocolo',
      PORT: '80',
      PROTOCOLO_ENDERECO: 'https://protocolo.exemplo.gov.br/',
      PROTOCOLO_DADOS: '/var/lib/protocolo',
      PROTOCOLO_ANEXOS: 's3://anexos/vila-serena?endpoint=http://127.0.0.1:4568&region=sa-east-1',
      AWS_ACCESS_KEY_ID: 'chave',
      AWS_SECRET_ACCESS_KEY: 'segredo',
      SMTP_URL: 'smtps://usuario:senha@correio:465',
      PROTOCOLO_REMETENTE: 'Protocolo <protocolo@exemplo.gov.br>',
      CLAMD: '/run/clamd.sock',
      PROTOCOLO_CEP: 'https://viacep.com.br/ws/',
      PROTOCOLO_SMS: 'https://usuario:senha@sms.exemplo.br/enviar/',
      PROTOCOLO_PROXY: '2',
      PROTOCOLO_PROVA: '0',
      PROTOCOLO_LIMITES: '0',
      PROTOCOLO_LOG: 'warn',
    })
    assert.equal(config.address, 'https://protocolo.exemplo.gov.br')
    assert.equal(config.storage, 's3://anexos/vila-serena?endpoint=http://127.0.0.1:4568&region=sa-east-1')
    assert.deepEqual(config.s3, { accessKeyId: 'chave', secretAccessKey: 'segredo' })
    assert.equal(config.cep, 'https://viacep.com.br/ws')
    assert.equal(config.sms, 'https://usuario:senha@sms.exemplo.br/enviar/')
    assert.deepEqual([config.port, config.proxies, config.proofOfWork, config.limits], [80, 2, 0, false])
  })

  it('accepts a socket folder in DATABASE_URL', () => {
    const url = 'postgres://protocolo:segredo@%2Frun%2Fpostgresql:5432/protocolo'
    assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url)
  })

  const wrong: [setting: string, value: string, env?: Record<string, string>][] = [
    ['DATABASE_URL', 'mysql://u:segredo@banco/x'],
    ['DATABASE_URL', 'segredo'],
    ['PORT', 'oitenta segredo'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PROTOCOLO_ENDERECO', 'protocolo.segredo.gov.br'],
    ['PROTOCOLO_ENDERECO', 'ftp://segredo'],
    ['PROTOCOLO_ENDERECO', 'https://www.exemplo.gov.br/segredo'],
    ['PROTOCOLO_ENDERECO', 'https://www.exemplo.gov.br/?segredo'],
    ['PROTOCOLO_ENDERECO', 'https://www.exemplo.gov.br/#segredo'],
    ['PROTOCOLO_ENDERECO', 'https://usuario:segredo@www.exemplo.gov.br'],
    ['PROTOCOLO_DADOS', 'da\ndos'],
    ['PROTOCOLO_ANEXOS', 's3://'],
    ['PROTOCOLO_ANEXOS', 'ftp://segredo/x'],
    ['PROTOCOLO_ANEXOS', 's3://balde/x?endpoint=segredo'],
    ['AWS_ACCESS_KEY_ID', '', { PROTOCOLO_ANEXOS: 's3://balde' }],
    ['AWS_SECRET_ACCESS_KEY', '', { PROTOCOLO_ANEXOS: 's3://balde', AWS_ACCESS_KEY_ID: 'chave' }],
    ['SMTP_URL', 'segredo@correio'],
    ['PROTOCOLO_REMETENTE', 'segredo'],
    ['PROTOCOLO_REMETENTE', 'a@b.br\r\nBcc: segredo@c.br'],
    ['CLAMD', 'segredo'],
    ['PROTOCOLO_CEP', 'viacep segredo'],
    ['PROTOCOLO_SMS', 'ftp://segredo'],
    ['PROTOCOLO_PROXY', '11'],
    ['PROTOCOLO_PROVA', '1.5'],
    ['PROTOCOLO_LIMITES', 'sim segredo'],
    ['PROTOCOLO_LOG', 'verbose segredo'],
  ]
  for (const [setting, value, env] of wrong) {
    it(`refuses ${setting}=${JSON.stringify(value)} in one line that names it and does not show it`, () => {
      assert.throws(
        () => readConfig({ ...env, [setting]: value }),
        (error: unknown) => {
          assert.ok(error instanceof ConfigError)
          assert.match(error.message, new RegExp(`^${setting}: [^\\n]+\\.$`))
          assert.doesNotMatch(error.message, /segredo/)
          return true
        },
      )
    })
  }
})

describe('settingsToNote', () => {
  const smtp = { SMTP_URL: 'smtp://correio.exemplo.br' }
  for (const [env, noted] of [
    [{}, ['SMTP_URL']],
    [smtp, []],
    [{ ...smtp, PROTOCOLO_ENDERECO: 'https://protocolo.exemplo.br' }, []],
    [{ PROTOCOLO_ENDERECO: 'http://protocolo.exemplo.br' }, ['SMTP_URL', 'PROTOCOLO_ENDERECO']],
  ] as const) {
    it(`of ${JSON.stringify(env)} names ${noted.join(' and ') || 'nothing'}`, () => {
      const notes = settingsToNote(readConfig(env))
      assert.deepEqual(
        notes.map((note) => note.split(':')[0]),
        noted,
      )
    })
  }
})
