import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CadastroRecebido } from '../../../../server/contract/contas.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { liberarConta } from '../../../../server/modules/exclusao/liberacao.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro, problemaDe, senha } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'

const clock = fixedClock()
const { abrirComo, cadastrar, codigoDe, correio, listarTudo, novoAparelho, pessoa, platform } = await montarMeus({ clock })
const entidade = await buscarEntidade(platform, 'exemplo')
assert.ok(entidade)
const sessoes = '/v1/sessoes?entidade=exemplo'

describe('releasing a conta', () => {
  it('ends every way in of who made it, tells them, and lets whose CPF it is sign up, who sees nothing of theirs', async () => {
    const estranho = await pessoa(novoCadastro({ usuario: 'estranho' }))
    const { documento, email } = estranho.cadastro
    const { numero } = await abrirComo(estranho)
    assert.deepEqual(await liberarConta(platform, entidade, documento), { desfecho: 'liberada', avisado: 'p•••@exemplo.br' })

    await problemaDe(await estranho.aparelho.pedir('GET', '/v1/conta?entidade=exemplo', { token: estranho.token }), 401)
    for (const login of [documento, email, 'estranho']) {
      await problemaDe(await novoAparelho().pedir('POST', sessoes, { body: { login, senha } }), 401)
    }
    const aviso = (await correio()).at(-1)
    assert.deepEqual([aviso?.especie, aviso?.para], ['conta-liberada', email])

    const { confirmacao }: CadastroRecebido = await cadastrar(novoCadastro({ documento }))
    const dona = { cadastro: estranho.cadastro, aparelho: novoAparelho() }
    const body = { confirmacao, codigo: await codigoDe(confirmacao) }
    const aberta = await ler<typeof estranho>(await dona.aparelho.pedir('POST', '/v1/contas/confirmacoes?entidade=exemplo', { body }), 201)
    assert.deepEqual(await listarTudo({ ...dona, ...aberta }), [])
    const [guardado] = await platform.db.sql`select conta_id from protocolos where numero = ${numero}`
    assert.deepEqual({ ...guardado }, { conta_id: null })
  })

  it('is noted as done by the operator', async () => {
    const { cadastro } = await pessoa()
    await liberarConta(platform, entidade, cadastro.documento)
    const [nota] = await platform.db.sql`select quem, acao from auditoria where acao = 'conta.liberar' order by auditoria_id desc limit 1`
    assert.deepEqual({ ...nota }, { quem: 'cli', acao: 'conta.liberar' })
  })

  it('changes nothing where there is no conta, no CPF, or somebody who works there', async () => {
    const { cadastro } = await pessoa()
    await platform.db.sql`
      insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
      select u.entidade_id, gen_random_uuid(), u.unidade_id, c.conta_id, 'atendente' from unidades u, contas c
       where u.entidade_id = ${entidade.id} and c.documento = ${cadastro.documento} limit 1`
    assert.deepEqual(await liberarConta(platform, entidade, cadastro.documento), { desfecho: 'de_servidor' })
    assert.deepEqual(await liberarConta(platform, entidade, '529.982.247-25'), { desfecho: 'sem_conta' })
    assert.deepEqual(await liberarConta(platform, entidade, cadastro.email), { desfecho: 'documento_invalido' })
    await ler(await novoAparelho().pedir('POST', sessoes, { body: { login: cadastro.documento, senha } }), 201)
  })
})
