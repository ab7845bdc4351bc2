import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PessoasDaUnidade, Posto } from '../../../../server/contract/gestao.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { darLotacao, listarLotacoes, tirarLotacao } from '../../../../server/modules/lotacoes/lotacoes.js'
import { criarAparelho } from '../../helpers/aparelho.js'
import { ler, novoCadastro, problemaDe } from '../contas/apoio.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'
import { montarFila } from '../fila/apoio.js'
import { entradaDe, passkeysDe } from '../passkeys/apoio.js'

const { platform, app, entidade, oficial, pessoa, pedir, contaDe, por } = await montarFila()
const { sql } = platform.db
const posto = '/gestao/posto'

describe('the desk', () => {
  it('tells an official where they work, as what, and where to they may forward', async () => {
    const quem = await oficial({ obras: 'gestor', camara: 'atendente' }, 'Gestora Exemplo')
    const visto: Posto = await ler(await pedir(quem, 'GET', posto), 200)
    assert.deepEqual(visto, {
      id: quem.contaId,
      nome: 'Gestora Exemplo',
      lotacoes: [
        { unidade: { codigo: 'obras', nome: 'Obras', orgao: 'PME' }, papel: 'gestor' },
        { unidade: { codigo: 'camara', nome: 'Secretaria da Câmara', orgao: 'CAMARA' }, papel: 'atendente' },
      ],
      unidades: [
        { codigo: 'geral', nome: 'Protocolo Geral', orgao: 'PME' },
        { codigo: 'obras', nome: 'Obras', orgao: 'PME' },
        { codigo: 'camara', nome: 'Secretaria da Câmara', orgao: 'CAMARA' },
      ],
      tipos: [
        { codigo: 'buraco', nome: 'Tapa-buraco' },
        { codigo: 'arvore', nome: 'Poda de árvore' },
        { codigo: 'denuncia', nome: 'Denúncia' },
      ],
    })
  })

  it('lists who works in a unidade, by name', async () => {
    const zelia = await oficial({ geral: 'gestor' }, 'Zélia Exemplo')
    const ana = await oficial({ geral: 'atendente' }, 'Ana Exemplo')
    const { pessoas }: PessoasDaUnidade = await ler(await pedir(ana, 'GET', '/gestao/unidades/geral/pessoas'), 200)
    assert.deepEqual(pessoas, [
      { id: ana.contaId, nome: 'Ana Exemplo', papel: 'atendente' },
      { id: zelia.contaId, nome: 'Zélia Exemplo', papel: 'gestor' },
    ])
    await problemaDe(await pedir(ana, 'GET', '/gestao/unidades/nenhuma/pessoas'), 404)
  })

  it('is closed to who works nowhere in the entidade, alike for what is there and what is not', async () => {
    const ninguem = await pessoa()
    const recusas = await Promise.all(
      [posto, '/gestao/unidades/geral/pessoas', '/gestao/unidades/nenhuma/pessoas'].map(async (path) =>
        problemaDe(await pedir(ninguem, 'GET', path), 403),
      ),
    )
    assert.deepEqual(new Set(recusas.map(({ codigo }) => codigo)), new Set(['sem_lotacao']))
  })

  it('opens and closes as lotacoes come and go, on this node at once', async () => {
    const quem = await pessoa(novoCadastro({ nome: 'Nova Exemplo' }))
    const { documento } = quem.cadastro
    assert.deepEqual(await darLotacao(platform, entidade, { documento, unidade: 'obras', papel: 'atendente' }), { nome: 'Nova Exemplo' })
    await ler(await pedir(quem, 'GET', posto), 200)
    await darLotacao(platform, entidade, { documento, unidade: 'obras', papel: 'gestor' })
    const { lotacoes }: Posto = await ler(await pedir(quem, 'GET', posto), 200)
    assert.deepEqual(
      lotacoes.map(({ papel }) => papel),
      ['gestor'],
      'one papel in each unidade',
    )
    assert.ok((await listarLotacoes(platform, entidade)).some((uma) => uma.documento === documento && uma.papel === 'gestor'))
    assert.deepEqual(await tirarLotacao(platform, entidade, { documento, unidade: 'obras' }), { nome: 'Nova Exemplo' })
    await problemaDe(await pedir(quem, 'GET', posto), 403)
    assert.equal(await tirarLotacao(platform, entidade, { documento, unidade: 'obras' }), 'sem_lotacao')
  })

  it('goes back to the queue of the unidade with what the person answered for there, and nothing else changes hands', async () => {
    const [quem, outro] = [await oficial({ obras: 'atendente', geral: 'atendente' }), await oficial({ obras: 'atendente' })]
    const [aberto, parado, terminado, alheio, noutra] = await por([
      { responsavel: quem.contaId },
      { responsavel: quem.contaId, situacao: 'parado' },
      { responsavel: quem.contaId, situacao: 'encerrado' },
      { responsavel: outro.contaId },
      { responsavel: quem.contaId, unidade: 'geral' },
    ])
    const deOnde = { endereco: '203.0.113.7', aparelho: 'Chrome no Android' }
    const autor = { quem: outro.contaId, deOnde }
    await tirarLotacao(platform, entidade, { documento: quem.cadastro.documento, unidade: 'obras' }, autor)
    const responsavel = async (um: { id: string } | undefined) =>
      (await sql`select responsavel_id from protocolos where protocolo_id = ${um?.id ?? ''}`)[0]?.responsavel_id
    assert.deepEqual(await Promise.all([aberto, parado, terminado, alheio, noutra].map(responsavel)), [
      null,
      null,
      quem.contaId,
      outro.contaId,
      quem.contaId,
    ])
    for (const { id } of [aberto, parado].filter((um) => um !== undefined)) {
      const [tramite] = await sql`select especie, dados from tramites where protocolo_id = ${id}`
      assert.deepEqual(tramite, { especie: 'atribuicao', dados: { de: quem.contaId, para: null } })
      const [nota] = await sql`select quem, acao, endereco, aparelho, dados->'antes' as antes from auditoria where protocolo_id = ${id}`
      assert.deepEqual(nota, { quem: outro.contaId, acao: 'protocolo.atribuir', ...deOnde, antes: { responsavelId: quem.contaId } })
    }
    const [nota] = await sql`select dados from auditoria where acao = 'lotacao.tirar' and dados->>'conta' = ${quem.contaId}`
    assert.equal(nota?.dados.devolvidos, 2)
  })

  it('says why nobody was made to work anywhere', async () => {
    const { documento } = novoCadastro()
    const dar = (pedido: object) => darLotacao(platform, entidade, { documento, unidade: 'obras', papel: 'gestor', ...pedido })
    assert.equal(await dar({}), 'sem_conta')
    assert.equal(await dar({ documento: '123' }), 'documento_invalido')
    assert.equal(await dar({ unidade: 'nenhuma' }), 'sem_unidade')
  })

  it('hears from other nodes that a lotacao ended', async () => {
    const quem = await oficial({ obras: 'gestor' })
    await ler(await pedir(quem, 'GET', posto), 200)
    const contaId = await contaDe(quem)
    const avisado = new Promise<void>((resolve) => {
      void platform.db
        .listen('lotacoes', (conta) => conta === contaId && resolve())
        .then(() => platform.db.sql`delete from lotacoes where conta_id = ${contaId}`)
    })
    await avisado
    await problemaDe(await pedir(quem, 'GET', posto), 403)
  })
})

describe('where a passkey is wanted', async () => {
  await importarEntidade(platform, arquivoDeExemplo({ codigo: 'exigente', gestao: {} }))
  const quem = await oficial({ obras: 'gestor' })
  await platform.db.sql`
    insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
    select entidade_id, gen_random_uuid(), unidade_id, ${quem.contaId}, 'gestor' from unidades u join entidades e using (entidade_id)
     where e.codigo = 'exigente' and u.codigo = 'obras'`
  const em = '/v1/entidades/exigente/gestao/posto'
  const { autenticador } = await passkeysDe(quem, 'exemplo').registrar()

  async function entrarComSenha() {
    const aparelho = criarAparelho(app)
    const body = { login: quem.cadastro.documento, senha: quem.cadastro.senha }
    const aberta: { token: string } = await ler(await aparelho.pedir('POST', '/v1/sessoes?entidade=exigente', { body }), 201)
    return { aparelho, token: aberta.token }
  }

  it('a session opened by password is told to use one, and one opened by passkey is let in', async () => {
    const { aparelho, token } = await entrarComSenha()
    assert.equal((await problemaDe(await aparelho.pedir('GET', em, { token }), 403)).codigo, 'passkey_necessaria')
    const outro = criarAparelho(app)
    const { token: comPasskey } = await ler<{ token: string }>(await entradaDe(outro, 'exigente').entrar(autenticador), 201)
    await ler(await outro.pedir('GET', em, { token: comPasskey }), 200)
  })

  it('showing a passkey in the session opens it too; the password again does not', async () => {
    const entrada = await entrarComSenha()
    const { pedir, confirmar } = passkeysDe(entrada, 'exigente')
    await confirmar('gestao')
    await problemaDe(await entrada.aparelho.pedir('GET', em, { token: entrada.token }), 403)
    const { desafio, opcoes } = await ler<{ desafio: string; opcoes: { challenge: string } }>(
      await pedir('POST', '/v1/sessoes/confirmacoes/opcoes', { operacao: 'gestao' }),
      200,
    )
    const resposta = autenticador.usar(opcoes)
    await ler(await pedir('POST', '/v1/sessoes/confirmacoes', { operacao: 'gestao', desafio, resposta }), 201)
    await ler(await entrada.aparelho.pedir('GET', em, { token: entrada.token }), 200)
  })
})
