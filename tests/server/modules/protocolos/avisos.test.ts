import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Conta } from '../../../../server/contract/contas.js'
import { ler, novoCadastro, problemaDe } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'

const { abrirComo, abrirSemConta, pessoa, platform } = await montarMeus()
const { sql } = platform.db
const conta = '/v1/conta?entidade=exemplo'
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function escolher({ aparelho, token }: Pessoa, avisos: object): Promise<Conta['avisos']> {
  return (await ler<Conta>(await aparelho.pedir('PATCH', conta, { token, body: { avisos } }), 200)).avisos
}

/** Somebody with a second e-mail, and what they chose. */
async function comSegundo(avisos: object, segundo = 'segundo@exemplo.br') {
  const quem = await pessoa()
  await escolher(quem, avisos)
  await sql`update contas set email_alternativo = ${segundo} where documento = ${quem.cadastro.documento}`
  return quem
}

/** Where the notice of an opening goes, and where its comprovante says so. */
async function avisados(abrir: Promise<{ id: string; email?: string }>) {
  const { id, email } = await abrir
  const emails = await sql<{ para: string }[]>`select para from emails where protocolo_id = ${id} and especie = 'abertura' order by para`
  return { para: emails.map(({ para }) => para), dito: email !== undefined }
}

const todos = { abertura: true, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false }

describe('the choice of notices', () => {
  it('is every notice and no copies, until it is changed, each apart', async () => {
    const quem = await pessoa()
    const { aparelho, token } = quem
    const { avisos } = await ler<Conta>(await aparelho.pedir('GET', conta, { token }), 200)
    assert.deepEqual(avisos, todos)
    assert.deepEqual(await escolher(quem, { copia: true }), { ...todos, copia: true })
    assert.deepEqual(await escolher(quem, { abertura: false }), { ...todos, abertura: false, copia: true })
    assert.deepEqual(await escolher(quem, { mensagem: false }), { ...todos, abertura: false, mensagem: false, copia: true })
    assert.deepEqual((await ler<Conta>(await aparelho.pedir('PATCH', conta, { token, body: { nomeSocial: 'Lena' } }), 200)).avisos, {
      ...todos,
      abertura: false,
      mensagem: false,
      copia: true,
    })
    for (const avisos of [{ seguranca: false }, { abertura: null }, true]) {
      await problemaDe(await aparelho.pedir('PATCH', conta, { token, body: { avisos } }), 400)
    }
    const [nota] = await sql`select dados from auditoria where acao = 'conta.mudar' and dados->'campos' ? 'avisos' limit 1`
    assert.deepEqual(nota?.dados, { campos: ['avisos'] })
  })
})

describe('the notice of an opening while signed in', () => {
  it('goes to the e-mail that was given', async () => {
    const quem = await pessoa()
    assert.deepEqual(await avisados(abrirComo(quem)), { para: [quem.cadastro.email], dito: true })
  })

  it('goes to nobody who does not want it, and the comprovante does not say it does', async () => {
    const quem = await comSegundo({ abertura: false, copia: true })
    assert.deepEqual(await avisados(abrirComo(quem)), { para: [], dito: false })
    const { nome, documento, email } = quem.cadastro
    for (const dada of [email.toUpperCase(), 'Segundo@exemplo.br']) {
      assert.deepEqual(await avisados(abrirComo(quem, { requerente: { nome, documento, email: dada } })), { para: [], dito: false })
    }
  })

  it('goes to somebody else’s address all the same', async () => {
    const quem = await comSegundo({ abertura: false, copia: true })
    const { nome, documento } = novoCadastro()
    const requerente = { nome, documento, email: 'outra@exemplo.br' }
    assert.deepEqual(await avisados(abrirComo(quem, { requerente })), { para: ['outra@exemplo.br'], dito: true })
  })

  it('goes to the second e-mail too, if copies are wanted and there is one, and once to each address', async () => {
    const semCopia = await comSegundo({}, 'a.segundo@exemplo.br')
    assert.deepEqual((await avisados(abrirComo(semCopia))).para, [semCopia.cadastro.email])
    const quem = await comSegundo({ copia: true }, 'a.segundo@exemplo.br')
    assert.deepEqual((await avisados(abrirComo(quem))).para, ['a.segundo@exemplo.br', quem.cadastro.email])
    const { nome, documento } = quem.cadastro
    assert.deepEqual((await avisados(abrirComo(quem, { requerente: { nome, documento, email: 'A.SEGUNDO@exemplo.br' } }))).para, [
      'A.SEGUNDO@exemplo.br',
    ])
    assert.deepEqual((await avisados(abrirComo(quem, { requerente: { nome, documento } }))).para, [])
    const sem = await pessoa()
    await escolher(sem, { copia: true })
    assert.deepEqual((await avisados(abrirComo(sem))).para, [sem.cadastro.email])
  })

  it('goes as ever when one is not signed in, or asks anonymously', async () => {
    const quem = await comSegundo({ abertura: false, copia: true })
    assert.deepEqual((await avisados(abrirSemConta(quem))).para, [quem.cadastro.email])
    assert.deepEqual((await avisados(abrirComo(quem, { tipo: 'denuncia', requerente: { anonimo: true } }))).para, [])
  })
})
