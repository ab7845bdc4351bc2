import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { criarAparelho } from './helpers/aparelho.js'
import { fixedClock } from './helpers/platform.js'
import { novoCadastro } from './modules/contas/apoio.js'
import { montarMeus } from './modules/meus/apoio.js'
import { passkeysDe } from './modules/passkeys/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { app, pessoa, abrirComo, enviar } = await montarMeus({ clock })

/** Answers whoever asks alike: what they open is open to all, or is opened by something other than a session. */
const semSessao = [
  'GET /',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /protocolo.js',
  'GET /protocolo/:arquivo',
  'GET /v1/entidades/:entidade',
  'GET /v1/entidades/:entidade/tipos',
  'GET /v1/entidades/:entidade/tipos/:codigo',
  'GET /v1/entidades/:entidade/cep/:cep',
  'GET /v1/entidades/:entidade/desafio',
  'PUT /v1/entidades/:entidade/anexos',
  'POST /v1/entidades/:entidade/protocolos',
  'GET /v1/entidades/:entidade/qr',
  'GET /v1/entidades/:entidade/consulta',
  'POST /v1/entidades/:entidade/consulta',
  'POST /v1/entidades/:entidade/consulta/anexos/:id',
  'POST /v1/entidades/:entidade/consulta/comprovante',
  'POST /v1/entidades/:entidade/consulta/codigo',
  'POST /v1/entidades/:entidade/consulta/lembrete',
  'POST /v1/contas',
  'POST /v1/contas/confirmacoes',
  'POST /v1/contas/confirmacoes/:id/envios',
  'POST /v1/senhas/recuperacoes',
  'PUT /v1/senhas',
  'POST /v1/sessoes',
  'POST /v1/sessoes/passkey/opcoes',
  'POST /v1/sessoes/passkey',
  'GET /v1/openapi.json',
  'GET /v1/esquemas/entidade.json',
  'GET /docs',
  'GET /docs/inicio.js',
  'GET /docs/:arquivo',
  'GET /escuro.css',
  'GET /pagina.css',
  'GET /:entidade{[a-z0-9-]+}/tema.css',
  'GET /:entidade{[a-z0-9-]+}',
  'POST /:entidade{[a-z0-9-]+}/consulta',
  'POST /:entidade{[a-z0-9-]+}/consulta/arquivo',
  'POST /:entidade{[a-z0-9-]+}/consulta/comprovante',
]

/** Who asks for what is somebody's. */
const quem = ['ninguem', 'estranho', 'dono', 'outraEntidade', 'semChave', 'vencida'] as const
type Quem = (typeof quem)[number]

type Dono = Awaited<ReturnType<typeof pessoa>>

/** Something of the owner's that a path may name: what stands for each of its parameters. */
const alvos = {
  sessao: async ({ sessao }: Dono) => ({ id: sessao }),
  passkey: async (dono: Dono) => ({ id: (await passkeysDe(dono).registrar()).passkey.id }),
  rascunho: async ({ aparelho, token }: Dono) => {
    const id = randomUUID()
    const body = { tipo: 'buraco', dados: {} }
    assert.equal((await aparelho.pedir('PUT', `/v1/entidades/exemplo/meus/rascunhos/${id}`, { token, body })).status, 200)
    return { id }
  },
  protocolo: async (dono: Dono) => {
    const { id: anexo, sha256 } = await enviar()
    const { id } = await abrirComo(dono, { anexos: [{ id: anexo, sha256, documento: 'fotos' }] })
    return { id, anexo }
  },
}

/**
 * Expected status of each, without a body. `alvo` is what the path names: the owner's, whoever asks. Where it names nothing, a
 * stranger, who is signed in too, gets what is their own.
 */
const comSessao: Record<string, { alvo?: keyof typeof alvos } & Record<Quem, number>> = {
  'GET /v1/conta': { ninguem: 401, estranho: 200, dono: 200, outraEntidade: 401, semChave: 401, vencida: 401 },
  'PATCH /v1/conta': { ninguem: 401, estranho: 400, dono: 400, outraEntidade: 401, semChave: 401, vencida: 401 },
  'PUT /v1/conta/senha': { ninguem: 401, estranho: 400, dono: 400, outraEntidade: 401, semChave: 401, vencida: 401 },
  'GET /v1/conta/passkeys': { ninguem: 401, estranho: 200, dono: 200, outraEntidade: 401, semChave: 401, vencida: 401 },
  'POST /v1/conta/passkeys/opcoes': { ninguem: 401, estranho: 200, dono: 200, outraEntidade: 401, semChave: 401, vencida: 401 },
  'POST /v1/conta/passkeys': { ninguem: 401, estranho: 400, dono: 400, outraEntidade: 401, semChave: 401, vencida: 401 },
  'PATCH /v1/conta/passkeys/:id': {
    alvo: 'passkey',
    ninguem: 401,
    estranho: 400,
    dono: 400,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'DELETE /v1/conta/passkeys/:id': {
    alvo: 'passkey',
    ninguem: 401,
    estranho: 404,
    dono: 403,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'POST /v1/sessoes/confirmacoes/opcoes': { ninguem: 401, estranho: 400, dono: 400, outraEntidade: 401, semChave: 401, vencida: 401 },
  'POST /v1/sessoes/confirmacoes': { ninguem: 401, estranho: 400, dono: 400, outraEntidade: 401, semChave: 401, vencida: 401 },
  'GET /v1/sessoes': { ninguem: 401, estranho: 200, dono: 200, outraEntidade: 401, semChave: 401, vencida: 401 },
  'DELETE /v1/sessoes': { ninguem: 401, estranho: 204, dono: 204, outraEntidade: 401, semChave: 401, vencida: 401 },
  'GET /v1/entidades/:entidade/meus/eventos': { ninguem: 401, estranho: 200, dono: 200, outraEntidade: 401, semChave: 401, vencida: 401 },
  'GET /v1/entidades/:entidade/meus/rascunhos': { ninguem: 401, estranho: 200, dono: 200, outraEntidade: 401, semChave: 401, vencida: 401 },
  'GET /v1/entidades/:entidade/meus/rascunhos/:id': {
    alvo: 'rascunho',
    ninguem: 401,
    estranho: 404,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'PUT /v1/entidades/:entidade/meus/rascunhos/:id': {
    alvo: 'rascunho',
    ninguem: 401,
    estranho: 400,
    dono: 400,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'DELETE /v1/entidades/:entidade/meus/rascunhos/:id': {
    alvo: 'rascunho',
    ninguem: 401,
    estranho: 404,
    dono: 204,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'GET /v1/entidades/:entidade/meus/resumo': { ninguem: 401, estranho: 200, dono: 200, outraEntidade: 401, semChave: 401, vencida: 401 },
  'GET /v1/entidades/:entidade/meus/protocolos': {
    ninguem: 401,
    estranho: 200,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'GET /v1/entidades/:entidade/meus/anteriores': {
    ninguem: 401,
    estranho: 200,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'POST /v1/entidades/:entidade/meus/anteriores': {
    ninguem: 401,
    estranho: 200,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'GET /v1/entidades/:entidade/protocolos/:id': {
    alvo: 'protocolo',
    ninguem: 401,
    estranho: 404,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'GET /v1/entidades/:entidade/protocolos/:id/anexos/:anexo': {
    alvo: 'protocolo',
    ninguem: 401,
    estranho: 404,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'GET /v1/entidades/:entidade/protocolos/:id/comprovante': {
    alvo: 'protocolo',
    ninguem: 401,
    estranho: 404,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'POST /v1/entidades/:entidade/protocolos/:id/codigo': {
    alvo: 'protocolo',
    ninguem: 401,
    estranho: 404,
    dono: 200,
    outraEntidade: 401,
    semChave: 401,
    vencida: 401,
  },
  'DELETE /v1/sessoes/:id': { alvo: 'sessao', ninguem: 401, estranho: 404, dono: 204, outraEntidade: 401, semChave: 401, vencida: 401 },
}

const rotas = [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))]

describe('the access matrix', () => {
  it('has every route', () => {
    assert.deepEqual(rotas.sort(), [...semSessao, ...Object.keys(comSessao)].sort())
  })

  for (const [rota, { alvo, ...esperado }] of Object.entries(comSessao)) {
    for (const um of quem) {
      it(`${rota} answers ${esperado[um]} to ${um}`, async () => {
        const [method = '', padrao = ''] = rota.split(' ')
        const dono = await pessoa()
        const path = preencher(padrao, alvo ? await alvos[alvo](dono) : {})
        assert.equal(await pedir(um, method, path, dono), esperado[um])
      })
    }
  }

  it('shows nobody what is another’s', async () => {
    const [dono, estranho] = [
      await pessoa(novoCadastro({ nome: 'Dona Exemplo' })),
      await pessoa(novoCadastro({ nome: 'Estranha Exemplo' })),
    ]
    for (const rota of ['/v1/conta', '/v1/sessoes']) {
      const texto = await (await estranho.aparelho.pedir('GET', `${rota}?entidade=exemplo`, { token: estranho.token })).text()
      assert.doesNotMatch(texto, new RegExp(`Dona|${dono.cadastro.documento}|${dono.cadastro.email}|${dono.sessao}`))
    }
  })
})

function preencher(padrao: string, partes: Record<string, string>): string {
  return padrao.replace(/:(\w+)/g, (inteiro, nome: string) => partes[nome] ?? inteiro)
}

async function pedir(um: Quem, method: string, path: string, dono: Dono): Promise<number> {
  const em = (entidade: string) => (path.includes(':entidade') ? path.replace(':entidade', entidade) : `${path}?entidade=${entidade}`)
  const proprio = em('exemplo')
  const { aparelho, token } = dono
  switch (um) {
    case 'ninguem':
      return (await app.request(proprio, { method })).status
    case 'estranho': {
      const estranho = await pessoa()
      return (await estranho.aparelho.pedir(method, proprio, { token: estranho.token })).status
    }
    case 'dono':
      return (await aparelho.pedir(method, proprio, { token })).status
    case 'outraEntidade':
      return (await aparelho.pedir(method, em('outra'), { token })).status
    case 'semChave':
      return (await criarAparelho(app).pedir(method, proprio, { token })).status
    case 'vencida':
      clock.set('2026-11-22T12:00:00Z')
      try {
        return (await aparelho.pedir(method, proprio, { token })).status
      } finally {
        clock.set('2026-11-21T12:00:00Z')
      }
  }
}
