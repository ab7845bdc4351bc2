import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { type Poder, poderes } from '../../server/domain/procuracao.js'
import { criarAparelho } from './helpers/aparelho.js'
import { fixedClock } from './helpers/platform.js'
import { novoCadastro } from './modules/contas/apoio.js'
import { contatosDe } from './modules/contatos/apoio.js'
import { passkeysDe } from './modules/passkeys/apoio.js'
import { montarProcuracoes } from './modules/procuracoes/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { app, platform, pessoa, abrirComo, enviar, liberar, revogar, pedirPor, nomear, agir, revogarProcuracao } = await montarProcuracoes({
  clock,
})

/** Who asks for what is somebody's. */
const quem = ['ninguem', 'estranho', 'dono', 'outraEntidade', 'semChave', 'vencida'] as const
type Quem = (typeof quem)[number]

type Dono = Awaited<ReturnType<typeof pessoa>>

const rascunho = { tipo: 'buraco', dados: {} }

/** Something of the owner's that a path may name: what stands for each of its parameters. */
const alvos = {
  sessao: async ({ sessao }: Dono) => ({ id: sessao }),
  passkey: async (dono: Dono) => ({ id: (await passkeysDe(dono).registrar()).passkey.id }),
  rascunho: async ({ aparelho, token }: Dono) => {
    const id = randomUUID()
    const path = `/v1/entidades/exemplo/meus/rascunhos/${id}`
    assert.equal((await aparelho.pedir('PUT', path, { token, body: rascunho })).status, 200)
    return { id }
  },
  contato: async (dono: Dono) => {
    const { confirmacao, especie } = await contatosDe(dono).pedir({ especie: 'emailAlternativo', valor: `${randomUUID()}@exemplo.br` })
    return { confirmacao, especie }
  },
  procuracao: async (dono: Dono) => {
    const { id: anexo, sha256 } = await enviar()
    return { id: (await pedirPor(dono, { cadastro: novoCadastro() }, { anexo: { id: anexo, sha256 } })).id }
  },
  protocolo: async (dono: Dono) => {
    const { id: anexo, sha256 } = await enviar()
    const { id } = await abrirComo(dono, { anexos: [{ id: anexo, sha256, documento: 'fotos' }] })
    return { id, anexo, pendencia: randomUUID() }
  },
}

/**
 * Expected status, without a body, of what asks for no session: it is open to all, or opened by something else. Those that open a
 * session want a proof that speaks of none. One that does not serve is refused where it would count.
 */
const semSessao: Record<string, number | (Partial<Record<Quem, number>> & { todos: number })> = {
  'GET /': 200,
  'GET /health/live': 200,
  'GET /health/ready': 200,
  'GET /metrics': 200,
  'GET /protocolo.js': 200,
  'GET /protocolo/:arquivo': 404,
  'GET /:edicao{@[0-9A-Za-z.-]+}/protocolo.js': 200,
  'GET /:edicao{@[0-9A-Za-z.-]+}/protocolo/:arquivo': 404,
  'GET /:edicao{@[0-9A-Za-z.-]+}/integridade.json': 200,
  'GET /:edicao{@[0-9A-Za-z.-]+}/instalar.txt': 200,
  'GET /v1/entidades/:entidade': 200,
  'GET /v1/entidades/:entidade/tipos': 200,
  'GET /v1/entidades/:entidade/tipos/:codigo': 200,
  'GET /v1/entidades/:entidade/cep/:cep': 404,
  'GET /v1/entidades/:entidade/transparencia': 200,
  'GET /v1/entidades/:entidade/gestao/consulta': 401,
  'GET /v1/entidades/:entidade/desafio': 200,
  'PUT /v1/entidades/:entidade/anexos': 422,
  'POST /v1/entidades/:entidade/protocolos': { todos: 400, outraEntidade: 401, semChave: 401, vencida: 401 },
  'GET /v1/entidades/:entidade/qr': 400,
  'GET /v1/entidades/:entidade/consulta': 422,
  'POST /v1/entidades/:entidade/consulta': 400,
  'POST /v1/entidades/:entidade/consulta/anexos/:id': 400,
  'POST /v1/entidades/:entidade/consulta/comprovante': 400,
  'POST /v1/entidades/:entidade/consulta/codigo': 400,
  'POST /v1/entidades/:entidade/consulta/pendencias/:id/resposta': 400,
  'POST /v1/entidades/:entidade/consulta/mensagens': 400,
  'POST /v1/entidades/:entidade/consulta/mensagens/lidas': 400,
  'POST /v1/entidades/:entidade/consulta/avaliacao': 400,
  'POST /v1/entidades/:entidade/consulta/recurso': 400,
  'POST /v1/entidades/:entidade/consulta/desistencia': 400,
  'POST /v1/entidades/:entidade/consulta/lembrete': 400,
  'POST /v1/contas': 400,
  'POST /v1/contas/confirmacoes': 401,
  'POST /v1/contas/confirmacoes/:id/envios': 400,
  'POST /v1/senhas/recuperacoes': 400,
  'PUT /v1/senhas': 400,
  'GET /v1/sessoes/nonce': 204,
  'POST /v1/sessoes': 401,
  'POST /v1/sessoes/passkey/opcoes': 200,
  'POST /v1/sessoes/passkey': 401,
  'GET /v1/openapi.json': 200,
  'GET /v1/esquemas/entidade.json': 200,
  'GET /docs': 200,
  'GET /docs/inicio.js': 200,
  'GET /docs/:arquivo': 404,
  'GET /escuro.css': 200,
  'GET /pagina.css': 200,
  'GET /:entidade{[a-z0-9-]+}/tema.css': 200,
  'GET /:entidade{[a-z0-9-]+}': 200,
  'GET /:entidade{[a-z0-9-]+}/transparencia': 200,
  'GET /:entidade{[a-z0-9-]+}/transparencia.csv': 200,
  'POST /:entidade{[a-z0-9-]+}/consulta': 422,
  'POST /:entidade{[a-z0-9-]+}/consulta/arquivo': 422,
  'POST /:entidade{[a-z0-9-]+}/consulta/comprovante': 422,
}

interface Linha {
  /** What the path names: the owner's, whoever asks. Where it names nothing, a stranger, who is signed in too, gets what is their own. */
  alvo?: keyof typeof alvos
  /** Sent along, where without it nobody would learn whose the thing is. */
  corpo?: object
  estranho: number
  dono: number
}

/** Expected status of each: 401 to whoever has no session that serves here. */
const comSessao: Record<string, Linha> = {
  'GET /v1/conta': { estranho: 200, dono: 200 },
  'PATCH /v1/conta': { estranho: 400, dono: 400 },
  'DELETE /v1/conta': { estranho: 403, dono: 403 },
  'PUT /v1/conta/senha': { estranho: 400, dono: 400 },
  'GET /v1/conta/exportacao': { estranho: 403, dono: 403 },
  'PUT /v1/conta/foto': { estranho: 422, dono: 422 },
  'GET /v1/conta/foto': { estranho: 404, dono: 404 },
  'DELETE /v1/conta/foto': { estranho: 204, dono: 204 },
  'POST /v1/conta/contatos': { corpo: { especie: 'email', valor: 'outro@exemplo.br' }, estranho: 403, dono: 403 },
  'POST /v1/conta/contatos/:confirmacao': { alvo: 'contato', corpo: { codigo: 'nenhum' }, estranho: 410, dono: 422 },
  'POST /v1/conta/contatos/:confirmacao/envios': { alvo: 'contato', estranho: 410, dono: 202 },
  'DELETE /v1/conta/contatos/:especie': { alvo: 'contato', estranho: 200, dono: 200 },
  'GET /v1/conta/passkeys': { estranho: 200, dono: 200 },
  'POST /v1/conta/passkeys/opcoes': { estranho: 200, dono: 200 },
  'POST /v1/conta/passkeys': { estranho: 400, dono: 400 },
  'PATCH /v1/conta/passkeys/:id': { alvo: 'passkey', corpo: { nome: 'Celular' }, estranho: 404, dono: 200 },
  'DELETE /v1/conta/passkeys/:id': { alvo: 'passkey', estranho: 404, dono: 403 },
  'POST /v1/sessoes/confirmacoes/opcoes': { estranho: 400, dono: 400 },
  'POST /v1/sessoes/confirmacoes': { estranho: 400, dono: 400 },
  'GET /v1/sessoes': { estranho: 200, dono: 200 },
  'DELETE /v1/sessoes': { estranho: 204, dono: 204 },
  'GET /v1/entidades/:entidade/meus/eventos': { estranho: 200, dono: 200 },
  'GET /v1/entidades/:entidade/meus/rascunhos': { estranho: 200, dono: 200 },
  'GET /v1/entidades/:entidade/meus/rascunhos/:id': { alvo: 'rascunho', estranho: 404, dono: 200 },
  // Ids of drafts are each conta's own: a stranger's PUT makes one of theirs.
  'PUT /v1/entidades/:entidade/meus/rascunhos/:id': { alvo: 'rascunho', corpo: rascunho, estranho: 200, dono: 200 },
  'DELETE /v1/entidades/:entidade/meus/rascunhos/:id': { alvo: 'rascunho', estranho: 404, dono: 204 },
  'GET /v1/entidades/:entidade/meus/resumo': { estranho: 200, dono: 200 },
  'GET /v1/entidades/:entidade/meus/protocolos': { estranho: 200, dono: 200 },
  'POST /v1/entidades/:entidade/meus/anteriores': { estranho: 200, dono: 200 },
  'GET /v1/entidades/:entidade/protocolos/:id': { alvo: 'protocolo', estranho: 404, dono: 200 },
  'GET /v1/entidades/:entidade/protocolos/:id/anexos/:anexo': { alvo: 'protocolo', estranho: 404, dono: 200 },
  'GET /v1/entidades/:entidade/protocolos/:id/comprovante': { alvo: 'protocolo', estranho: 404, dono: 200 },
  'POST /v1/entidades/:entidade/protocolos/:id/codigo': { alvo: 'protocolo', estranho: 404, dono: 200 },
  'POST /v1/entidades/:entidade/protocolos/:id/mensagens': { alvo: 'protocolo', estranho: 400, dono: 400 },
  'POST /v1/entidades/:entidade/protocolos/:id/mensagens/lidas': { alvo: 'protocolo', estranho: 400, dono: 400 },
  'POST /v1/entidades/:entidade/meus/protocolos/:id/pendencias/:pendencia/resposta': { alvo: 'protocolo', estranho: 400, dono: 400 },
  'POST /v1/entidades/:entidade/meus/protocolos/:id/avaliacao': { alvo: 'protocolo', corpo: { nota: 5 }, estranho: 404, dono: 409 },
  'POST /v1/entidades/:entidade/meus/protocolos/:id/recurso': {
    alvo: 'protocolo',
    corpo: { texto: 'Não concordo.' },
    estranho: 404,
    dono: 409,
  },
  'POST /v1/entidades/:entidade/meus/protocolos/:id/desistencia': { alvo: 'protocolo', corpo: {}, estranho: 404, dono: 201 },
  'GET /v1/entidades/:entidade/meus/pendencias': { estranho: 200, dono: 200 },
  'GET /v1/entidades/:entidade/meus/liberados': { estranho: 200, dono: 200 },
  'GET /v1/entidades/:entidade/meus/procura': { estranho: 400, dono: 400 },
  'GET /v1/entidades/:entidade/meus/procuracoes': { estranho: 200, dono: 200 },
  'POST /v1/entidades/:entidade/meus/procuracoes': { estranho: 400, dono: 400 },
  // Whom one asks to act for accepts or refuses; who asked does neither.
  'POST /v1/entidades/:entidade/meus/procuracoes/:id/aceite': { alvo: 'procuracao', estranho: 404, dono: 409 },
  'POST /v1/entidades/:entidade/meus/procuracoes/:id/recusa': { alvo: 'procuracao', estranho: 404, dono: 409 },
  'DELETE /v1/entidades/:entidade/meus/procuracoes/:id': { alvo: 'procuracao', estranho: 404, dono: 200 },
  'GET /v1/entidades/:entidade/meus/procuracoes/:id/arquivo': { alvo: 'procuracao', estranho: 404, dono: 200 },
  'GET /v1/entidades/:entidade/gestao/posto': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/fila': { estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/lote': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/fila/contagens': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/eventos': { estranho: 403, dono: 403 },
  'PUT /v1/entidades/:entidade/gestao/protocolos/:id/presenca': { alvo: 'protocolo', corpo: { editando: false }, estranho: 403, dono: 403 },
  'DELETE /v1/entidades/:entidade/gestao/protocolos/:id/presenca': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/auditoria': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/auditoria/integridade': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/protocolos/:id/auditoria': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/indicadores': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/arquivo': { estranho: 403, dono: 403 },
  'PUT /v1/entidades/:entidade/gestao/administracao/arquivo': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/tipos': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/tipos/:codigo': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/tipos/:codigo/versoes': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/tipos/:codigo/versoes/:versao': { estranho: 403, dono: 403 },
  'PUT /v1/entidades/:entidade/gestao/administracao/tipos/:codigo': { estranho: 403, dono: 403 },
  'DELETE /v1/entidades/:entidade/gestao/administracao/tipos/:codigo': { estranho: 403, dono: 403 },
  'PUT /v1/entidades/:entidade/gestao/administracao/calendario': { estranho: 403, dono: 403 },
  'PUT /v1/entidades/:entidade/gestao/administracao/unidades/:codigo': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/lotacoes': { estranho: 403, dono: 403 },
  'PUT /v1/entidades/:entidade/gestao/administracao/lotacoes': { estranho: 403, dono: 403 },
  'DELETE /v1/entidades/:entidade/gestao/administracao/lotacoes': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/chaves': { estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/administracao/chaves': { estranho: 403, dono: 403 },
  'DELETE /v1/entidades/:entidade/gestao/administracao/chaves/:id': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/administracao/indisponibilidades': { estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/administracao/indisponibilidades': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/unidades/:codigo/pessoas': { estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/protocolos': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/meus/protocolos/:id/vistas': { alvo: 'protocolo', estranho: 404, dono: 200 },
  'GET /v1/entidades/:entidade/gestao/protocolos/:id/vistas': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/protocolos/:id/vistas': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'DELETE /v1/entidades/:entidade/gestao/protocolos/:id/vistas/:vista': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/protocolos/:id/vista-pedida': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/procuracoes': { estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/procuracoes/:id/arquivo': { alvo: 'procuracao', estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/procuracoes/:id/aprovacao': { alvo: 'procuracao', estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/procuracoes/:id/recusa': { alvo: 'procuracao', estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/procuracoes/:id/revogacao': { alvo: 'procuracao', estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/protocolos/:id': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/protocolos/:id/anexos/:anexo': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'GET /v1/entidades/:entidade/gestao/protocolos/:id/comprovante': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/protocolos/:id/mensagens': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/protocolos/:id/mensagens/lidas': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'POST /v1/entidades/:entidade/gestao/protocolos/:id/tramites': { alvo: 'protocolo', estranho: 403, dono: 403 },
  'DELETE /v1/sessoes/:id': { alvo: 'sessao', estranho: 404, dono: 204 },
}

/** What may be done for another, and the power that it takes. Whatever else wants a session refuses who names a procuracao. */
const porProcuracao: Record<string, Poder> = {
  'POST /v1/entidades/:entidade/protocolos': 'abrir',
  'GET /v1/entidades/:entidade/meus/eventos': 'acompanhar',
  'GET /v1/entidades/:entidade/meus/resumo': 'acompanhar',
  'GET /v1/entidades/:entidade/meus/protocolos': 'acompanhar',
  'GET /v1/entidades/:entidade/meus/pendencias': 'acompanhar',
  'GET /v1/entidades/:entidade/meus/procura': 'acompanhar',
  'GET /v1/entidades/:entidade/protocolos/:id': 'acompanhar',
  'GET /v1/entidades/:entidade/protocolos/:id/anexos/:anexo': 'acompanhar',
  'GET /v1/entidades/:entidade/protocolos/:id/comprovante': 'acompanhar',
  'POST /v1/entidades/:entidade/protocolos/:id/mensagens': 'responder',
  'POST /v1/entidades/:entidade/protocolos/:id/mensagens/lidas': 'acompanhar',
  'GET /v1/entidades/:entidade/meus/protocolos/:id/vistas': 'acompanhar',
  'POST /v1/entidades/:entidade/meus/protocolos/:id/pendencias/:pendencia/resposta': 'responder',
  'POST /v1/entidades/:entidade/meus/protocolos/:id/avaliacao': 'responder',
  'POST /v1/entidades/:entidade/meus/protocolos/:id/recurso': 'recorrer_desistir',
  'POST /v1/entidades/:entidade/meus/protocolos/:id/desistencia': 'recorrer_desistir',
}

const rotas = [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))]

describe('the access matrix', () => {
  it('has every route', () => {
    assert.deepEqual(rotas.sort(), Object.keys({ ...semSessao, ...comSessao }).sort())
  })

  for (const [rota, { alvo, corpo, ...comUma }] of Object.entries(comSessao)) {
    const esperado: Record<Quem, number> = { ninguem: 401, outraEntidade: 401, semChave: 401, vencida: 401, ...comUma }
    for (const um of quem) {
      it(`${rota} answers ${esperado[um]} to ${um}`, async () => {
        const [method = '', padrao = ''] = rota.split(' ')
        const dono = await pessoa()
        const path = preencher(padrao, alvo ? await alvos[alvo](dono) : {})
        assert.equal(await pedir(um, method, path, dono, corpo), esperado[um])
      })
    }
  }

  for (const [rota, status] of Object.entries(semSessao)) {
    const { todos, ...menos } = typeof status === 'number' ? { todos: status } : status
    const esperado: Partial<Record<Quem, number>> = menos
    it(`${rota} answers ${todos} to everybody${Object.entries(menos)
      .map(([um, outro]) => `, save ${outro} to ${um}`)
      .join('')}`, async () => {
      const [method = '', padrao = ''] = rota.split(' ')
      const dono = await pessoa()
      const path = preencher(padrao.replace(/\{.*?\}/, ''), { codigo: 'buraco', edicao: '@1' })
      for (const um of quem) assert.equal(await pedir(um, method, path, dono), esperado[um] ?? todos, um)
    })
  }

  for (const rota of new Set([...Object.keys(comSessao), ...Object.keys(porProcuracao)])) {
    const poder = porProcuracao[rota]
    it(`${rota} ${poder ? `takes the power ${poder} of a procuracao in force` : 'lets nobody in by procuracao'}`, async () => {
      const { alvo } = comSessao[rota] ?? {}
      const [dono, procurador] = [await pessoa(), await pessoa()]
      const [method = '', padrao = ''] = rota.split(' ')
      const path = preencher(padrao.replace('/v1/entidades/:entidade', ''), alvo ? await alvos[alvo](dono) : {})
      const recusa = async (concedidos: readonly Poder[], antes?: (procuracao: { id: string }) => Promise<unknown>) => {
        const procuracao = await nomear(procurador, dono, concedidos)
        await antes?.(procuracao)
        return agirEm(procurador, procuracao, method, path)
      }
      assert.equal(await recusa(poderes), poder === undefined)
      const sem = poderes.filter((um) => um !== poder && (poder !== 'acompanhar' || um === 'abrir'))
      assert.equal(await recusa(sem), true)
      assert.equal(await recusa(poderes, (procuracao) => revogarProcuracao(dono, procuracao)), true)
    })
  }

  for (const [situacao, vale] of [
    ['in force', true],
    ['over since a second ago', false],
    ['revoked', false],
  ] as const) {
    it(`${vale ? 'lets a vista' : 'lets no vista that is'} ${situacao} ${vale ? 'read, and nothing else' : 'do anything'}`, async () => {
      const [dono, favorecido] = [await pessoa(), await pessoa()]
      const { id, anexo } = await alvos.protocolo(dono)
      const { documento } = favorecido.cadastro
      await liberar(id, { documento }, new Date(clock.now().getTime() + 60_000))
      if (situacao === 'revoked') await revogar(id, { documento })
      if (situacao === 'over since a second ago')
        await platform.db.sql`update vistas set ate = ${new Date(clock.now().getTime() - 1000)} where protocolo_id = ${id}`
      const headers = { 'Idempotency-Key': randomUUID() }
      const status = async (method: string, path: string, body?: object) => {
        const pedido = { token: favorecido.token, headers, ...(body && { body }) }
        const recebido = await favorecido.aparelho.pedir(method, `/v1/entidades/exemplo/protocolos/${id}${path}`, pedido)
        await recebido.arrayBuffer()
        return recebido.status
      }
      assert.deepEqual([await status('GET', ''), await status('GET', `/anexos/${anexo}`)], vale ? [200, 200] : [404, 404])
      assert.deepEqual(
        [await status('GET', '/comprovante'), await status('POST', '/codigo'), await status('POST', '/mensagens', { texto: 'Oi' })],
        [404, 404, 404],
      )
    })
  }

  it('shows nobody what is another’s', async () => {
    const [dono, estranho] = [
      await pessoa(novoCadastro({ nome: 'Dona Exemplo' })),
      await pessoa(novoCadastro({ nome: 'Estranha Exemplo' })),
    ]
    const alvosDoDono = await Promise.all(Object.values(alvos).map((criar) => criar(dono)))
    const ids = alvosDoDono.flatMap((partes) => Object.values(partes))
    const segredos = new RegExp(['Dona', dono.cadastro.documento, dono.cadastro.email, ...ids].join('|'))
    const rotasDeTodos = Object.entries(comSessao).filter(
      ([rota, { alvo }]) => rota.startsWith('GET') && !alvo && !rota.endsWith('/eventos'),
    )
    for (const [rota] of rotasDeTodos) {
      const path = preencher(rota.slice(4), { entidade: 'exemplo' })
      const resposta = await estranho.aparelho.pedir('GET', `${path}?entidade=exemplo`, { token: estranho.token })
      assert.doesNotMatch(await resposta.text(), segredos, rota)
    }
  })
})

function preencher(padrao: string, partes: Record<string, string>): string {
  return padrao.replace(/:(\w+)/g, (inteiro, nome: string) => partes[nome] ?? inteiro)
}

/** @returns whether the procuracao was refused, as official or as requerente. */
async function agirEm(quem: Dono, procuracao: { id: string }, method: string, path: string): Promise<boolean> {
  const headers = { 'Protocolo-Procuracao': procuracao.id }
  const recebido = path.startsWith('/v1/')
    ? await quem.aparelho.pedir(method, `${path}?entidade=exemplo`, { token: quem.token, headers })
    : await agir(quem, procuracao, method, path)
  if (recebido.status !== 403) await recebido.body?.cancel()
  return recebido.status === 403 && (await recebido.json()).codigo === 'procuracao_invalida'
}

async function pedir(um: Quem, method: string, path: string, dono: Dono, body?: object): Promise<number> {
  const em = (entidade: string) => (path.includes(':entidade') ? path.replace(':entidade', entidade) : `${path}?entidade=${entidade}`)
  const proprio = em('exemplo')
  const { aparelho, token } = dono
  switch (um) {
    case 'ninguem':
      return (await app.request(proprio, { method })).status
    case 'estranho': {
      const estranho = await pessoa()
      return (await estranho.aparelho.pedir(method, proprio, { token: estranho.token, body })).status
    }
    case 'dono':
      return (await aparelho.pedir(method, proprio, { token, body })).status
    case 'outraEntidade':
      return (await aparelho.pedir(method, em('outra'), { token, body })).status
    case 'semChave':
      return (await criarAparelho(app).pedir(method, proprio, { token, body })).status
    case 'vencida':
      clock.set('2026-11-22T12:00:00Z')
      try {
        return (await aparelho.pedir(method, proprio, { token, body })).status
      } finally {
        clock.set('2026-11-21T12:00:00Z')
      }
  }
}
