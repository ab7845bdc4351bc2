import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PaginaDeLiberados, ProtocoloDaConta } from '../../../../server/contract/meus.js'
import type { VistaDaGestao, VistaPedida, VistasDaGestao, VistasDoInteressado } from '../../../../server/contract/vistas.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, novoCadastro, problemaDe } from '../contas/apoio.js'
import { arquivoDeExemplo, tipoDeExemplo } from '../entidades/arquivo-de-exemplo.js'
import { montarGestao } from '../gestao/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, oficial, pedir, abrirComo, enviar, unidade, trabalhar } = await montarGestao({ clock })
const { sql } = platform.db
const exemplo = arquivoDeExemplo()
await importarEntidade(platform, {
  ...exemplo,
  tipos: [
    ...exemplo.tipos,
    { ...tipoDeExemplo('denuncia', 'Denúncia'), anonimo: true },
    {
      ...tipoDeExemplo('vista-processo', 'Pedido de vista'),
      unidade: 'geral',
      campos: [{ codigo: 'processo', rotulo: 'Processo', especie: 'protocolo', obrigatorio: true }],
      documentos: [],
    },
  ],
})
const gestora = await oficial({ obras: 'gestor', geral: 'gestor' }, 'Gestora Exemplo')
const motivo = 'Mora ao lado da obra.'
type Pessoa = Awaited<ReturnType<typeof pessoa>>

const conceder = (quem: Pessoa, id: string, body: object) =>
  pedir(quem, 'POST', `/gestao/protocolos/${id}/vistas`, { body: { ate: '2026-11-30', motivo, ...body } })
const dar = async (id: string, body: object): Promise<VistaDaGestao> => ler(await conceder(gestora, id, body), 201)
const ver = (quem: Pessoa, id: string) => pedir(quem, 'GET', `/protocolos/${id}`)

/** With two files of the opening, and one that came with a private despacho. */
async function comArquivos(dono: Pessoa) {
  const [um, outro, privado] = [await enviar(), await enviar(), await enviar()]
  const anexos = [um, outro].map(({ id, sha256 }) => ({ id, sha256, documento: 'fotos' }))
  const { id, numero } = await abrirComo(dono, { anexos })
  const tramite = '019ab4c2-0000-7000-8000-0000000000aa'
  await sql`
    insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, visibilidade, visibilidade_anexos)
    select entidade_id, protocolo_id, ${tramite}, 'despacho', ${clock.now()}, 'privado', 'privado' from protocolos where protocolo_id = ${id}`
  await sql`update anexos set protocolo_id = ${id}, tramite_id = ${tramite} where anexo_id = ${privado.id}`
  return { id, numero, um, outro, privado }
}

describe('giving a vista', () => {
  it('to a CPF opens the whole file to the end of its last day, tells who it is given to, and is listed', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    const vista = await dar(id, { para: { documento: vizinha.cadastro.documento }, nome: 'Vizinha Exemplo' })
    assert.deepEqual(
      [vista.estado, vista.ate, vista.dadaPor, vista.documentos],
      ['em_vigor', '2026-12-01T03:00:00.000Z', 'Gestora Exemplo', null],
    )
    assert.equal((await ver(vizinha, id)).status, 200)
    const { vistas }: VistasDaGestao = await ler(await pedir(gestora, 'GET', `/gestao/protocolos/${id}/vistas`), 200)
    assert.deepEqual(vistas, [{ ...vista, olhadas: 1 }])
    await trabalhar('enviar_email')
    const [carta] = await sql<
      { texto: string }[]
    >`select conteudo->>'texto' as texto from emails where especie = 'vista-concedida' and para = ${vizinha.cadastro.email}`
    assert.match(carta?.texto ?? '', /foi liberado|pode ler o processo/)
    assert.doesNotMatch(carta?.texto ?? '', new RegExp(`${dono.cadastro.nome}|${motivo}`))
  })

  it('to some files opens those and what the number tells, and nothing else', async () => {
    const [dono, vizinha] = [await pessoa(novoCadastro({ nome: 'Dona Exemplo' })), await pessoa()]
    const { id, um, outro } = await comArquivos(dono)
    await dar(id, { para: { email: vizinha.cadastro.email }, documentos: [um.id] })
    const visto: ProtocoloDaConta = await ler(await ver(vizinha, id), 200)
    assert.deepEqual(
      [visto.soDocumentos, visto.requerente, visto.respostas, visto.tramites, visto.mensagens, visto.anexos.map((anexo) => anexo.id)],
      [true, null, [], [], [], [um.id]],
    )
    const baixar = async (anexo: string) => (await pedir(vizinha, 'GET', `/protocolos/${id}/anexos/${anexo}`)).status
    assert.deepEqual([await baixar(um.id), await baixar(outro.id)], [200, 404])
  })

  it('to the whole file wins over one to some, and several to some add up', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa()]
    const { id, um, outro } = await comArquivos(dono)
    const para = { documento: vizinha.cadastro.documento }
    await dar(id, { para, documentos: [um.id], ate: '2026-12-10' })
    await dar(id, { para, documentos: [outro.id] })
    const soma: ProtocoloDaConta = await ler(await ver(vizinha, id), 200)
    assert.deepEqual(soma.anexos.map((anexo) => anexo.id).sort(), [um.id, outro.id].sort())
    for (const { id: anexo } of [um, outro]) assert.equal((await pedir(vizinha, 'GET', `/protocolos/${id}/anexos/${anexo}`)).status, 200)
    await dar(id, { para })
    const inteiro: ProtocoloDaConta = await ler(await ver(vizinha, id), 200)
    assert.deepEqual([inteiro.soDocumentos, inteiro.requerente], [undefined, dono.cadastro.nome])
  })

  it('never opens what is private, chosen or not', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa()]
    const { id, privado } = await comArquivos(dono)
    const para = { documento: vizinha.cadastro.documento }
    const { campos } = await problemaDe(await conceder(gestora, id, { para, documentos: [privado.id] }), 422)
    assert.deepEqual(
      campos?.map(({ caminho }) => caminho),
      ['documentos'],
    )
    await dar(id, { para })
    assert.equal((await pedir(vizinha, 'GET', `/protocolos/${id}/anexos/${privado.id}`)).status, 404)
  })

  it('tells everything that is wrong beside its field', async () => {
    const { id } = await abrirComo(await pessoa())
    const para = { documento: novoCadastro().documento }
    const casos: [object, string][] = [
      [{}, 'para'],
      [{ para: { documento: '123' } }, 'para'],
      [{ para: { email: 'x' } }, 'para'],
      [{ para, ate: '2026-11-20' }, 'ate'],
      [{ para, ate: '2026-02-30' }, 'ate'],
      [{ para, ate: '2028-01-01' }, 'ate'],
      [{ para, motivo: ' ' }, 'motivo'],
      [{ para, documentos: [] }, 'documentos'],
    ]
    for (const [body, caminho] of casos) {
      const { campos } = await problemaDe(await conceder(gestora, id, body), 422)
      assert.deepEqual(
        campos?.map((campo) => campo.caminho),
        [caminho],
        JSON.stringify(body),
      )
    }
  })

  it('is for a gestor of the unidade that holds it: an atendente may not, and one of another unidade finds nothing', async () => {
    const { id } = await abrirComo(await pessoa())
    const para = { documento: novoCadastro().documento }
    const [atendente, daCamara] = [await oficial({ obras: 'atendente' }), await oficial({ camara: 'gestor' })]
    assert.equal((await conceder(atendente, id, { para })).status, 409)
    assert.equal((await pedir(atendente, 'GET', `/gestao/protocolos/${id}/vistas`)).status, 409)
    assert.equal((await conceder(daCamara, id, { para })).status, 404)
    for (const path of ['vistas', 'vista-pedida'])
      assert.equal((await pedir(daCamara, 'GET', `/gestao/protocolos/${id}/${path}`)).status, 404)
  })
})

describe('ending a vista', () => {
  it('stops it at once, tells who had it, once, and stands in the list', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa()]
    const { id } = await abrirComo(dono)
    const vista = await dar(id, { para: { documento: vizinha.cadastro.documento } })
    const encerrar = () => pedir(gestora, 'DELETE', `/gestao/protocolos/${id}/vistas/${vista.id}`)
    for (const _ of ['once', 'again']) assert.equal((await ler<VistaDaGestao>(await encerrar(), 200)).estado, 'revogada')
    assert.equal((await ver(vizinha, id)).status, 404)
    const { protocolos }: PaginaDeLiberados = await ler(await pedir(vizinha, 'GET', '/meus/liberados'), 200)
    assert.deepEqual(protocolos, [])
    const notas =
      await sql`select acao, endereco from auditoria where protocolo_id = ${id} and acao in ('vista.conceder', 'vista.revogar') order by auditoria_id`
    assert.deepEqual(
      notas.map(({ acao, endereco }) => [acao, endereco]),
      [
        ['vista.conceder', 'local'],
        ['vista.revogar', 'local'],
      ],
    )
    const avisos = await sql`select para from emails where especie = 'vista-revogada' and protocolo_id = ${id}`
    assert.deepEqual(
      avisos.map(({ para }) => para),
      [vizinha.cadastro.email],
    )
  })

  it('is of the protocolo that is named: another’s vista is not found there', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa()]
    const [um, outro] = [await abrirComo(dono), await abrirComo(dono)]
    const { id } = await dar(um.id, { para: { documento: vizinha.cadastro.documento } })
    for (const vista of [id, 'x'])
      assert.equal((await pedir(gestora, 'DELETE', `/gestao/protocolos/${outro.id}/vistas/${vista}`)).status, 404)
  })
})

describe('a vista that a citizen asked for', () => {
  it('is proposed to who may give it, and goes to who asked, with their e-mail', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa(novoCadastro({ nome: 'Vizinha Exemplo' }))]
    const { id, numero } = await abrirComo(dono)
    const { id: pedido } = await abrirComo(vizinha, { tipo: 'vista-processo', respostas: { processo: numero } })
    const proposta: VistaPedida = await ler(await pedir(gestora, 'GET', `/gestao/protocolos/${pedido}/vista-pedida`), 200)
    assert.deepEqual(proposta, { protocolo: { id, numero }, para: { documento: vizinha.cadastro.documento, nome: 'Vizinha Exemplo' } })
    const vista = await dar(id, { pedido })
    assert.deepEqual([vista.documento, vista.nome, vista.pedido], [vizinha.cadastro.documento, 'Vizinha Exemplo', pedido])
    assert.equal((await ver(vizinha, id)).status, 200)
  })

  it('is not proposed for another tipo, for a number that is none, or to who may not give it', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa()]
    const { id, numero } = await abrirComo(dono)
    const { id: deNenhum } = await abrirComo(vizinha, { tipo: 'vista-processo', respostas: { processo: 'PME 2026/99999' } })
    const { id: pedido } = await abrirComo(vizinha, { tipo: 'vista-processo', respostas: { processo: numero } })
    const propor = async (quem: Pessoa, de: string) => (await pedir(quem, 'GET', `/gestao/protocolos/${de}/vista-pedida`)).status
    assert.deepEqual([await propor(gestora, id), await propor(gestora, deNenhum)], [404, 404])
    assert.equal(await propor(await oficial({ geral: 'gestor' }), pedido), 404)
    const { id: outro } = await abrirComo(dono)
    assert.equal((await conceder(gestora, outro, { pedido })).status, 404)
    assert.ok(unidade('geral'))
  })
})

describe('who may see a process, as its interessado reads it', () => {
  it('has each vista, masked, with every look, and is for them alone', async () => {
    const [dono, vizinha] = [await pessoa(), await pessoa()]
    const { id, um } = await comArquivos(dono)
    await dar(id, { para: { documento: vizinha.cadastro.documento }, nome: 'Vizinha Exemplo' })
    clock.set('2026-11-21T12:10:00Z')
    await ver(vizinha, id)
    await pedir(vizinha, 'GET', `/protocolos/${id}/anexos/${um.id}`)
    clock.set('2026-11-21T12:00:00Z')
    const { vistas }: VistasDoInteressado = await ler(await pedir(dono, 'GET', `/meus/protocolos/${id}/vistas`), 200)
    const [vista] = vistas
    assert.equal(vistas.length, 1)
    const doc = vizinha.cadastro.documento
    assert.deepEqual(
      [vista?.nome, vista?.documento, vista?.email],
      ['Vizinha Exemplo', `•••.${doc.slice(3, 6)}.${doc.slice(6, 9)}-••`, null],
    )
    assert.deepEqual([vista?.totalDeOlhadas, vista?.olhadas.map(({ arquivo }) => arquivo).sort()], [2, ['foto.png', null].sort()])
    assert.equal((await pedir(vizinha, 'GET', `/meus/protocolos/${id}/vistas`)).status, 404)
  })
})
