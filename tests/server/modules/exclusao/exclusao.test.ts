import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import type { Resumo } from '../../../../server/contract/meus.js'
import type { SessaoAberta } from '../../../../server/contract/sessoes.js'
import type { ContaExcluida } from '../../../../server/contract/titular.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { excluirConta } from '../../../../server/modules/exclusao/exclusao.js'
import { limparEmails, tarefas } from '../../../../server/modules/notificacoes/notificacoes.js'
import { concederVista } from '../../../../server/modules/vistas/vistas.js'
import { criarAutenticador } from '../../helpers/autenticador.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro, problemaDe, senha } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'
import { entradaDe, pagina, passkeysDe } from '../passkeys/apoio.js'
import { png } from '../protocolos/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarMeus({ clock })
const { abrirComo, abrirSemConta, contaDe, correio, enviar, linkDe, listar, novoAparelho, pedidoDe, pedir, pessoa, platform, postar } = casa
const { sql } = platform.db
const entidade = await buscarEntidade(platform, 'exemplo')
assert.ok(entidade)
const conta = '/v1/conta?entidade=exemplo'
const rascunhos = '/v1/entidades/exemplo/meus/rascunhos'
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function excluir(quem: Pessoa): Promise<Response> {
  const headers = { 'Protocolo-Confirmacao': await passkeysDe(quem).confirmar('exclusao') }
  return quem.aparelho.pedir('DELETE', conta, { token: quem.token, headers })
}

const guardarRascunho = ({ aparelho, token }: Pessoa) =>
  aparelho.pedir('PUT', `${rascunhos}/${randomUUID()}`, { token, body: { tipo: 'buraco', dados: {} } })

/** Tables in which something still hangs on a conta. */
async function ondeEsta(contaId: string): Promise<string[]> {
  const colunas = await sql<{ tabela: string; coluna: string }[]>`
    select conrelid::regclass::text as tabela, a.attname as coluna
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.contype = 'f' and k.confrelid in ('contas'::regclass, 'sessoes'::regclass) and a.atttypid = 'uuid'::regtype and a.attname <> 'sessao_id'`
  assert.ok(colunas.length >= 10)
  const achadas: string[] = []
  for (const { tabela, coluna } of [...colunas, { tabela: 'contas', coluna: 'conta_id' }]) {
    const linhas = await sql`select from ${sql(tabela)} where ${sql(coluna)} = ${contaId} limit 1`
    if (linhas.length > 0) achadas.push(tabela)
  }
  return achadas
}

async function trabalharComo(contaId: string): Promise<void> {
  await sql`
    insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
    select entidade_id, ${randomUUID()}, unidade_id, ${contaId}, 'atendente' from unidades join entidades using (entidade_id)
     where entidades.codigo = 'exemplo' and unidades.codigo = 'obras'`
}

describe('deleting one’s own conta', () => {
  it('leaves nothing of who it was, how to get in or what was begun, and says what stays and why', async () => {
    const quem = await pessoa(novoCadastro({ usuario: 'vai.embora', telefone: '(19) 91234-5678' }))
    const id = await contaDe(quem)
    const autenticador = criarAutenticador(pagina)
    await passkeysDe(quem).registrar(autenticador)
    await ler(await guardarRascunho(quem), 200)
    assert.equal((await quem.aparelho.pedir('PUT', '/v1/conta/foto?entidade=exemplo', { token: quem.token, bytes: png })).status, 204)
    const body = { especie: 'emailAlternativo', valor: 'segundo.dela@exemplo.br' }
    await ler(await quem.aparelho.pedir('POST', '/v1/conta/contatos?entidade=exemplo', { token: quem.token, body }), 202)
    await abrirComo(quem)
    const comAlgo = ['confirmacoes', 'contagens_da_conta', 'contas', 'eventos', 'fotos', 'passkeys', 'protocolos', 'rascunhos', 'sessoes']
    assert.deepEqual((await ondeEsta(id)).sort(), comAlgo)

    const { mensagem, ficam } = await ler<ContaExcluida>(await excluir(quem), 200)
    assert.match(mensagem, /excluída/)
    assert.match(ficam.join('\n'), /Lei 8\.159\/1991.*Lei 13\.709\/2018, art\. 16, I.*e-mails/s)
    assert.deepEqual(await ondeEsta(id), [])
    assert.equal((await sql`select from fotos`).length, 0)

    await problemaDe(await quem.aparelho.pedir('GET', conta, { token: quem.token }), 401)
    for (const login of [quem.cadastro.documento, 'vai.embora', quem.cadastro.email]) {
      await problemaDe(await novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body: { login, senha } }), 401)
    }
    await problemaDe(await entradaDe(novoAparelho()).entrar(autenticador), 422)
  })

  it('is told to the e-mail that it had', async () => {
    const quem = await pessoa()
    await ler(await excluir(quem), 200)
    const devido = (await correio()).filter(({ especie, para }) => especie === 'conta-excluida' && para === quem.cadastro.email)
    assert.deepEqual(
      devido.map(({ dados }) => dados),
      [{ em: '2026-11-21T12:00:00.000Z' }],
    )
    const [email] =
      await sql`select entidade_id as "entidadeId", email_id as "emailId" from emails where especie = 'conta-excluida' and para = ${quem.cadastro.email}`
    await tarefas(platform).enviar_email?.(email)
    const [enviado] = await sql`select conteudo from emails where email_id = ${email?.emailId}`
    assert.match(enviado?.conteudo.texto, /foi excluída.*21\/11\/2026.*número e o código de acesso/s)
  })

  it('is noted by whom and of which conta, and what the audit had stays, none of it personal', async () => {
    const quem = await pessoa(novoCadastro({ nome: 'Nome Que Some' }))
    const id = await contaDe(quem)
    await ler(await excluir(quem), 200)
    const notas = await sql`select acao, dados from auditoria where quem = ${id} order by auditoria_id`
    assert.deepEqual(
      notas.map(({ acao }) => acao),
      ['conta.criar', 'conta.excluir'],
    )
    assert.deepEqual(notas.at(-1)?.dados, { conta: id })
    assert.doesNotMatch(JSON.stringify(notas), new RegExp(`Nome|${quem.cadastro.documento}|${quem.cadastro.email}`))
  })

  it('leaves nobody else with less', async () => {
    const [quem, outra] = [await pessoa(), await pessoa()]
    await abrirComo(outra)
    await ler(await guardarRascunho(outra), 200)
    await passkeysDe(outra).registrar()
    const antes = await ondeEsta(await contaDe(outra))
    await ler(await excluir(quem), 200)
    assert.deepEqual(await ondeEsta(await contaDe(outra)), antes)
    assert.equal((await listar(outra)).protocolos.length, 1)
  })

  it('needs a confirmation of its own, and changes nothing without it', async () => {
    const quem = await pessoa()
    const { confirmar } = passkeysDe(quem)
    for (const confirmacao of ['', 'x', await confirmar('exportacao'), await confirmar('credenciais')]) {
      const headers = { 'Protocolo-Confirmacao': confirmacao }
      const recusado = await quem.aparelho.pedir('DELETE', conta, { token: quem.token, headers })
      assert.equal((await problemaDe(recusado, 403)).codigo, 'confirmacao_necessaria')
    }
    await ler(await quem.aparelho.pedir('GET', conta, { token: quem.token }), 200)
  })

  it('is refused to who works in an entidade, or has: they are part of the history of others', async () => {
    const [servidora, antiga, escreveu, liberou] = [await pessoa(), await pessoa(), await pessoa(), await pessoa()]
    await trabalharComo(await contaDe(servidora))
    const { id } = await abrirComo(await pessoa())
    await sql`
      insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, autor_id, visibilidade)
      select entidade_id, protocolo_id, ${randomUUID()}, 'despacho', now(), ${await contaDe(antiga)}, 'publico' from protocolos where protocolo_id = ${id}`
    await sql`
      insert into mensagens (entidade_id, protocolo_id, mensagem_id, de, em, unidade_id, autor_id, texto)
      select entidade_id, protocolo_id, ${randomUUID()}, 'orgao', now(), unidade_id, ${await contaDe(escreveu)}, 'Bom dia.' from protocolos
       where protocolo_id = ${id}`
    const vista = { protocoloId: id, para: { email: 'alguem@exemplo.br' }, ate: clock.now(), dadaPor: await contaDe(liberou) }
    await platform.db.transaction((tx) => concederVista(platform, tx, entidade, vista))
    for (const quem of [servidora, antiga, escreveu, liberou]) {
      const confirmacao = await passkeysDe(quem).confirmar('exclusao')
      for (const _ of [1, 2]) {
        const recusado = await quem.aparelho.pedir('DELETE', conta, {
          token: quem.token,
          headers: { 'Protocolo-Confirmacao': confirmacao },
        })
        assert.equal((await problemaDe(recusado, 409)).codigo, 'conta_de_servidor', 'the confirmation still serves')
      }
      await ler(await quem.aparelho.pedir('GET', conta, { token: quem.token }), 200)
    }
  })
})

describe('the protocolos of a conta that was deleted', () => {
  it('stay as they were filed, with their files and history, and open with number and code', async () => {
    const quem = await pessoa()
    const { id: anexo, sha256 } = await enviar()
    const { id, numero, codigoAcesso } = await abrirComo(quem, { anexos: [{ id: anexo, sha256, documento: 'fotos' }] })
    await sql`
      insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, autor_id, texto, visibilidade)
      select entidade_id, protocolo_id, ${randomUUID()}, 'resposta', now(), conta_id, 'Segue a resposta.', 'publico' from protocolos where protocolo_id = ${id}`
    const consultar = async () => ler(await postar('/v1/entidades/exemplo/consulta', { numero, codigo: codigoAcesso }), 200)
    const antes = await consultar()
    await ler(await excluir(quem), 200)
    assert.deepEqual(await consultar(), antes)
    const [guardado] = await sql`select conta_id, requerente->>'documento' as documento from protocolos where protocolo_id = ${id}`
    assert.deepEqual(guardado, { conta_id: null, documento: quem.cadastro.documento })
  })

  it('wait for a new conta with the same documento and e-mail, whose counters are then right', async () => {
    const quem = await pessoa()
    const { id } = await abrirComo(quem)
    await abrirComo(quem)
    await abrirSemConta(quem)
    await sql`update protocolos set situacao = 'em_andamento' where protocolo_id = ${id}`
    await ler(await excluir(quem), 200)
    const estranha = await pessoa({ ...quem.cadastro, email: 'outra.caixa@exemplo.br' })
    assert.equal((await ler<Resumo>(await pedir(estranha, 'GET', '/meus/resumo'), 200)).anteriores, 0)
    await ler(await excluir(estranha), 200)

    const nova = await pessoa(quem.cadastro)
    const resumo = async () => ler<Resumo>(await pedir(nova, 'GET', '/meus/resumo'), 200)
    const vazio = await resumo()
    assert.deepEqual([vazio.total, vazio.anteriores], [0, 3])
    assert.deepEqual(await ler(await pedir(nova, 'POST', '/meus/anteriores'), 200), { total: 3 })
    const { total, porSituacao, anteriores } = await resumo()
    assert.deepEqual([total, porSituacao.nao_analisado, porSituacao.em_andamento, anteriores], [3, 2, 1, 0])
  })
})

describe('what comes while a conta is being deleted', () => {
  /** Connections on which a statement waits for another's lock. */
  async function esperando(): Promise<number[]> {
    const linhas = await platform.db.transaction(
      (tx) => tx<{ pid: number }[]>`
        select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return linhas.map(({ pid }) => pid)
  }

  /** Connections on which everybody's statements stand in line. */
  async function deTodos(): Promise<number[]> {
    const linhas = await Promise.all([sql, platform.db.hot].map((um) => um<{ pid: number }[]>`select pg_backend_pid() as pid`))
    return linhas.flat().map(({ pid }) => pid)
  }

  /** The answer to what is asked once the conta is held and before it is gone; nobody else waits for it. */
  async function durante(quem: Pessoa, pedir: () => Promise<Response>): Promise<{ status: number; codigo: string; sobrou: string[] }> {
    assert.ok(entidade)
    const contaId = await contaDe(quem)
    const comuns = await deTodos()
    let resposta: Promise<Response> | undefined
    await excluirConta(
      platform,
      entidade,
      { contaId },
      {
        quem: 'teste',
        conferir: async () => {
          resposta ??= pedir()
          let quemEspera: number[] = []
          while (quemEspera.length === 0) {
            await turn()
            quemEspera = await esperando()
          }
          assert.deepEqual(
            quemEspera.filter((pid) => comuns.includes(pid)),
            [],
          )
        },
      },
    )
    assert.ok(resposta)
    const recebido = await resposta
    const { codigo } = JSON.parse(await recebido.text())
    return { status: recebido.status, codigo, sobrou: await ondeEsta(contaId) }
  }

  const recusada = { status: 401, codigo: 'sessao_encerrada', sobrou: [] }

  it('is refused when it is a second tap', async () => {
    const quem = await pessoa()
    const headers = { 'Protocolo-Confirmacao': await passkeysDe(quem).confirmar('exclusao') }
    assert.deepEqual(await durante(quem, () => quem.aparelho.pedir('DELETE', conta, { token: quem.token, headers })), recusada)
    assert.equal((await correio()).filter(({ especie, para }) => especie === 'conta-excluida' && para === quem.cadastro.email).length, 1)
  })

  it('is refused when it is a draft', async () => {
    const quem = await pessoa()
    assert.deepEqual(await durante(quem, () => guardarRascunho(quem)), recusada)
  })

  it('is refused when it is a passkey that is begun', async () => {
    const quem = await pessoa()
    assert.deepEqual(
      await durante(quem, () => quem.aparelho.pedir('POST', '/v1/conta/passkeys/opcoes?entidade=exemplo', { token: quem.token })),
      recusada,
    )
  })

  it('is refused when it is an opening, which can be sent again without a conta', async () => {
    const quem = await pessoa()
    const headers = { 'Idempotency-Key': randomUUID() }
    const abrir = () => pedir(quem, 'POST', '/protocolos', { body: pedidoDe(quem), headers })
    assert.deepEqual(await durante(quem, abrir), recusada)
    assert.equal((await postar('/v1/entidades/exemplo/protocolos', pedidoDe(quem), headers)).status, 201)
  })

  it('is refused when it is a sign-in', async () => {
    const quem = await pessoa()
    const body = { login: quem.cadastro.documento, senha }
    const entrar = () => novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body })
    assert.deepEqual(await durante(quem, entrar), { status: 401, codigo: 'entrada_recusada', sobrou: [] })
  })

  it('is refused when it is a new password by the link of a recovery, and no e-mail says that there is one', async () => {
    const quem = await pessoa()
    const { documento, email } = quem.cadastro
    await ler(await postar('/v1/senhas/recuperacoes?entidade=exemplo', { documento, email }), 202)
    await casa.trabalhar()
    const link = await linkDe((await correio()).at(-1)?.dados.confirmacao ?? '')
    const trocar = () => novoAparelho().pedir('PUT', '/v1/senhas?entidade=exemplo', { body: { link, senha: 'girassol canivete' } })
    assert.deepEqual(await durante(quem, trocar), { status: 410, codigo: 'confirmacao_vencida', sobrou: [] })
    assert.equal((await correio()).filter(({ especie, para }) => especie === 'senha-trocada' && para === email).length, 0)
  })

  it('is refused when it is a photo, which leaves nothing', async () => {
    const quem = await pessoa()
    assert.deepEqual(
      await durante(quem, () => quem.aparelho.pedir('PUT', '/v1/conta/foto?entidade=exemplo', { token: quem.token, bytes: png })),
      recusada,
    )
    assert.equal((await sql`select from fotos`).length, 0)
  })

  it('of many at once leaves the conta gone, and every opening that was taken of no conta', async () => {
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    const headers = { 'Protocolo-Confirmacao': await passkeysDe(quem).confirmar('exclusao') }
    const entrada = { login: quem.cadastro.documento, senha }
    const respostas = await Promise.all([
      ...[1, 2, 3].map(() => pedir(quem, 'POST', '/protocolos', { body: pedidoDe(quem), headers: { 'Idempotency-Key': randomUUID() } })),
      quem.aparelho.pedir('DELETE', conta, { token: quem.token, headers }),
      guardarRascunho(quem),
      quem.aparelho.pedir('DELETE', conta, { token: quem.token, headers }),
      novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body: entrada }),
      guardarRascunho(quem),
    ])
    const estados = respostas.map(({ status }) => status)
    assert.deepEqual(
      estados.filter((status) => ![200, 201, 401].includes(status)),
      [],
    )
    assert.deepEqual(await ondeEsta(contaId), [])
    const [abertos] = await sql`
      select count(*)::int as total from protocolos where requerente_documento = ${quem.cadastro.documento} and conta_id is null`
    assert.equal(abertos?.total, estados.slice(0, 3).filter((status) => status === 201).length)
  })
})

describe('deleting a conta for another reason', () => {
  it('is told by whom it was done', async () => {
    assert.ok(entidade)
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    await excluirConta(platform, entidade, { contaId }, { quem: 'cli' })
    assert.deepEqual(await ondeEsta(contaId), [])
    const [nota] = await sql`select quem, dados from auditoria where acao = 'conta.excluir' and dados->>'conta' = ${contaId}`
    assert.deepEqual(nota, { quem: 'cli', dados: { conta: contaId } })
    await assert.rejects(excluirConta(platform, entidade, { contaId }, { quem: 'cli' }), /sessao_encerrada/)
  })

  it('is undone by whatever must hold and does not', async () => {
    assert.ok(entidade)
    const quem = await pessoa()
    const contaId = await contaDe(quem)
    const conferir = () => Promise.reject(new Error('not this one'))
    await assert.rejects(excluirConta(platform, entidade, { contaId }, { quem: 'cli', conferir }), /not this one/)
    const aberta: SessaoAberta = await ler(
      await novoAparelho().pedir('POST', '/v1/sessoes?entidade=exemplo', { body: { login: quem.cadastro.documento, senha } }),
      201,
    )
    assert.ok(aberta.token)
  })
})

describe('e-mails about contas', () => {
  it('are forgotten after 30 days; those of a protocolo stay with it', async () => {
    const quem = await pessoa()
    const { id } = await abrirComo(quem)
    const restam = async () => {
      const deContas = await sql`select from emails where para = ${quem.cadastro.email} and protocolo_id is null`
      const doProtocolo = await sql`select from emails where protocolo_id = ${id}`
      return [deContas.length, doProtocolo.length]
    }
    clock.set('2026-12-21T11:59:59Z')
    await limparEmails(platform)
    assert.deepEqual(await restam(), [1, 2])
    clock.set('2026-12-21T12:00:01Z')
    await limparEmails(platform)
    assert.deepEqual(await restam(), [0, 2])
    clock.set('2026-11-21T12:00:00Z')
  })
})
