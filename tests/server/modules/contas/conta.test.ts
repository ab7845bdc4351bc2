import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Conta } from '../../../../server/contract/contas.js'
import { ler, montarContas, novoCadastro, problemaDe } from './apoio.js'

const { pessoa, platform } = await montarContas()
const conta = '/v1/conta?entidade=exemplo'

describe('changing one’s own data', () => {
  it('changes what comes, forgets what is empty, and leaves the rest', async () => {
    const { aparelho, token, cadastro } = await pessoa(novoCadastro({ telefone: '(19) 91234-5678', sexo: 'feminino', usuario: 'mudavel' }))
    const mudar = async (body: unknown) => ler<Conta>(await aparelho.pedir('PATCH', conta, { token, body }), 200)
    const { documento, nome, email } = cadastro
    const fixos = {
      documento,
      nome,
      email,
      usuario: 'mudavel',
      telefoneConfirmado: false,
      temSenha: true,
      temFoto: false,
      avisos: { abertura: true, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false },
      pendentes: [],
    }
    assert.deepEqual(await mudar({ nomeSocial: 'Lena', telefone: null }), { ...fixos, nomeSocial: 'Lena', sexo: 'feminino' })
    assert.deepEqual(await mudar({ nomeSocial: '', endereco: { cep: '13900-000', numero: '12' } }), {
      ...fixos,
      sexo: 'feminino',
      endereco: { cep: '13900000', numero: '12' },
    })
    assert.deepEqual(await mudar({ endereco: { uf: 'SP' }, usuario: null, sexo: null }), {
      ...fixos,
      usuario: null,
      endereco: { uf: 'SP' },
    })
  })

  it('refuses what is wrong or taken, and then changes nothing', async () => {
    await pessoa(novoCadastro({ usuario: 'ocupado' }))
    const { aparelho, token } = await pessoa()
    for (const [body, caminho] of [
      [{ nome: '' }, 'nome'],
      [{ usuario: 'Ocupado', nomeSocial: 'Lena' }, 'usuario'],
      [{ endereco: { cep: '1' }, nomeSocial: 'Lena' }, 'endereco.cep'],
    ] as const) {
      const { campos } = await problemaDe(await aparelho.pedir('PATCH', conta, { token, body }), 422)
      assert.deepEqual(
        campos?.map((campo) => campo.caminho),
        [caminho],
      )
    }
    for (const body of [{ documento: '529.982.247-25' }, { email: 'outro@exemplo.br' }, { temSenha: false }]) {
      await problemaDe(await aparelho.pedir('PATCH', conta, { token, body }), 400)
    }
    assert.equal((await ler<Conta>(await aparelho.pedir('GET', conta, { token }), 200)).nomeSocial, undefined)
  })

  it('is noted by the names of what changed, never by what it changed to', async () => {
    const { aparelho, token } = await pessoa()
    await ler(await aparelho.pedir('PATCH', conta, { token, body: { nomeSocial: 'Segredo Exemplo' } }), 200)
    const notas = await platform.db.sql`select dados from auditoria where acao = 'conta.mudar' order by em desc, auditoria_id desc limit 1`
    assert.deepEqual([...notas], [{ dados: { campos: ['nomeSocial'] } }])
  })

  it('of two who want one usuario at once, one gets it', async () => {
    const gente = await Promise.all([pessoa(), pessoa()])
    const respostas = await Promise.all(
      gente.map(({ aparelho, token }) => aparelho.pedir('PATCH', conta, { token, body: { usuario: 'disputado' } })),
    )
    assert.deepEqual(respostas.map(({ status }) => status).sort(), [200, 422])
  })
})
