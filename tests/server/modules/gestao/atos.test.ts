import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { ConsultaNivel2 } from '../../../../server/contract/consulta.js'
import type { ProtocoloDaGestao } from '../../../../server/contract/gestao.js'
import type { Problema } from '../../../../server/contract/problema.js'
import type { Situacao } from '../../../../server/domain/situacao.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { arquivoDeExemplo, tipoDeExemplo } from '../entidades/arquivo-de-exemplo.js'
import { montarGestao } from './apoio.js'

const clock = fixedClock('2026-11-23T12:00:00Z')
const { platform, entidade, unidade, oficial, pessoa, pedir, postar, abrirComo, enviar, colocar } = await montarGestao({ clock })
const { sql } = platform.db
const exemplo = arquivoDeExemplo()
await importarEntidade(platform, {
  ...exemplo,
  modelos: [{ codigo: 'ciente', nome: 'Ciência', texto: 'Em {hoje}, {unidade} tomou ciência do pedido {numero} de {interessado}.' }],
  tipos: [
    {
      ...tipoDeExemplo('buraco', 'Tapa-buraco'),
      prazo: { dias: 15, contagem: 'corridos', prorrogacao: 10 },
      modelos: [{ codigo: 'vistoria', nome: 'Vistoria', texto: '{tipo}: vistoria até {prazo}.' }],
    },
    { ...tipoDeExemplo('arvore', 'Poda de árvore'), campos: [] },
    { ...tipoDeExemplo('empresa', 'Alvará'), quemPode: 'pessoa-juridica' },
    { ...tipoDeExemplo('denuncia', 'Denúncia'), anonimo: true },
  ],
})
const gestora = await oficial({ obras: 'gestor' }, 'Gestora de Obras')
const atendente = await oficial({ obras: 'atendente' }, 'Atendente de Obras')
const daCamara = await oficial({ camara: 'gestor' }, 'Gestora da Câmara')
const administradora = await oficial({ geral: 'administrador' }, 'Administradora')
type Quem = typeof gestora

async function novo(situacao: Situacao = 'em_andamento', mudancas: object = {}) {
  const dono = await pessoa()
  const aberto = await abrirComo(dono, mudancas)
  await colocar(aberto.id, situacao)
  return { dono, ...aberto }
}

async function ver(id: string, quem: Quem = gestora): Promise<ProtocoloDaGestao> {
  return ler(await pedir(quem, 'GET', `/gestao/protocolos/${id}`), 200)
}

async function mandar(id: string, ato: object, quem: Quem = gestora): Promise<Response> {
  const [linha] = await sql<{ versao: number }[]>`select versao from protocolos where protocolo_id = ${id}`
  return pedir(quem, 'POST', `/gestao/protocolos/${id}/tramites`, { body: { versao: linha?.versao ?? 0, ...ato } })
}

async function fazer(id: string, ato: object, quem: Quem = gestora): Promise<ProtocoloDaGestao> {
  return ler(await mandar(id, ato, quem), 201)
}

async function erros(id: string, ato: object, quem: Quem = gestora): Promise<string[]> {
  const { codigo, campos = [] } = await problemaDe(await mandar(id, ato, quem), 422)
  assert.equal(codigo, 'campos_invalidos')
  return campos.map(({ caminho }) => caminho)
}

/** Of a file or of what refuses it. */
async function status(resposta: Response | Promise<Response>): Promise<number> {
  const recebida = await resposta
  await recebida.arrayBuffer()
  return recebida.status
}

const publico = { texto: 'Segue.', visibilidade: 'publico' }
const privado = { texto: 'Só entre nós.', visibilidade: 'privado' }

describe('what an official reads of a protocolo', () => {
  it('is all of it: who asks, answers, files, history, what they may do, and templates filled in', async () => {
    const anexo = await enviar()
    const { id, numero, dono } = await novo('em_andamento', { anexos: [{ id: anexo.id, sha256: anexo.sha256, documento: 'fotos' }] })
    const visto = await ver(id)
    const { documento, email } = dono.cadastro
    assert.equal(visto.requerente?.documento?.replace(/\D/g, ''), documento)
    assert.equal(visto.requerente?.email, email)
    assert.deepEqual(visto.respostas, [{ campo: 'risco', rotulo: 'Há risco?', valor: 'Não' }])
    assert.deepEqual(
      visto.anexos.map((um) => [um.id, um.documento]),
      [[anexo.id, 'Fotos']],
    )
    assert.deepEqual(visto.unidade, { codigo: 'obras', nome: 'Obras', orgao: 'PME' })
    assert.deepEqual(
      visto.tramites.map(({ especie }) => especie),
      ['abertura'],
    )
    assert.deepEqual(visto.modelos, [
      { codigo: 'vistoria', nome: 'Vistoria', texto: 'Tapa-buraco: vistoria até 08/12/2026.' },
      { codigo: 'ciente', nome: 'Ciência', texto: `Em 23/11/2026, Obras tomou ciência do pedido ${numero} de Helena Exemplo.` },
    ])
    const ids = (await sql`select prazo from protocolos where protocolo_id = ${id}`)[0]
    assert.equal(visto.prazo, ids?.prazo)
    assert.ok(visto.acoes.includes('concluir'))
    const bytes = await pedir(gestora, 'GET', `/gestao/protocolos/${id}/anexos/${anexo.id}`)
    assert.equal((await bytes.arrayBuffer()).byteLength, anexo.tamanho)
    const comprovante = await pedir(gestora, 'GET', `/gestao/protocolos/${id}/comprovante`)
    assert.match(Buffer.from(await comprovante.arrayBuffer()).toString('latin1'), /^%PDF-/)
  })

  it('comes once: with the same ETag there is nothing new, until something happens', async () => {
    const { id } = await novo()
    const path = `/gestao/protocolos/${id}`
    const etag = (await pedir(gestora, 'GET', path)).headers.get('ETag') ?? ''
    const outraVez = () => pedir(gestora, 'GET', path, { headers: { 'If-None-Match': etag } })
    assert.equal((await outraVez()).status, 304)
    await fazer(id, { acao: 'despachar', ...privado })
    assert.equal((await outraVez()).status, 200)
  })

  it('comes again once a message was read, on either side', async () => {
    const { id, dono } = await novo()
    const path = `/gestao/protocolos/${id}`
    const escrever = (quem: Parameters<typeof pedir>[0], rota: string): Promise<{ id: string }> =>
      pedir(quem, 'POST', `${rota}/mensagens`, { body: { texto: 'Oi.' }, headers: { 'Idempotency-Key': randomUUID() } }).then((resposta) =>
        ler(resposta, 201),
      )
    for (const [autor, leitor] of [
      [
        { quem: dono, rota: `/protocolos/${id}` },
        { quem: gestora, rota: path },
      ],
      [
        { quem: gestora, rota: path },
        { quem: dono, rota: `/protocolos/${id}` },
      ],
    ] as const) {
      const { id: ate } = await escrever(autor.quem, autor.rota)
      const etag = (await pedir(gestora, 'GET', path)).headers.get('ETag') ?? ''
      const outraVez = async () => (await pedir(gestora, 'GET', path, { headers: { 'If-None-Match': etag } })).status
      assert.equal(await outraVez(), 304)
      assert.ok((await pedir(leitor.quem, 'POST', `${leitor.rota}/mensagens/lidas`, { body: { ate } })).ok)
      assert.equal(await outraVez(), 200)
    }
  })

  it('counts the messages that the unidade has not answered', async () => {
    const { id, dono } = await novo()
    assert.equal((await ver(id)).mensagensNovas, 0)
    for (const texto of ['Oi.', 'Alguém?']) {
      await ler(
        await pedir(dono, 'POST', `/protocolos/${id}/mensagens`, { body: { texto }, headers: { 'Idempotency-Key': randomUUID() } }),
        201,
      )
    }
    assert.equal((await ver(id)).mensagensNovas, 2)
  })
})

describe('receber and atribuir', () => {
  it('take it up in the unidade, and give it to somebody who works there, or to nobody', async () => {
    const { id } = await novo('nao_analisado')
    const recebido = await fazer(id, { acao: 'receber' }, atendente)
    assert.equal(recebido.situacao, 'em_andamento')
    assert.equal(recebido.recebidoEm, clock.now().toISOString())
    const atribuido = await fazer(id, { acao: 'atribuir', para: gestora.contaId }, atendente)
    assert.deepEqual(atribuido.responsavel, { id: gestora.contaId, nome: 'Gestora de Obras' })
    assert.deepEqual(await erros(id, { acao: 'atribuir', para: gestora.contaId }), ['para'])
    assert.deepEqual(await erros(id, { acao: 'atribuir', para: daCamara.contaId }), ['para'])
    assert.deepEqual(await erros(id, { acao: 'atribuir', para: randomUUID() }), ['para'])
    assert.equal((await fazer(id, { acao: 'atribuir', para: null })).responsavel, null)
  })

  it('are told to officials alone: to whom it was given no citizen reads', async () => {
    const { id, numero, codigoAcesso, dono } = await novo()
    await fazer(id, { acao: 'atribuir', para: gestora.contaId })
    const consulta = await (await postar('/v1/entidades/exemplo/consulta', { numero, codigo: codigoAcesso })).text()
    const painel = await (await pedir(dono, 'GET', `/protocolos/${id}`)).text()
    for (const texto of [consulta, painel]) assert.doesNotMatch(texto, /atribuicao|Gestora/)
  })
})

describe('encaminhar', () => {
  it('sends it to a unidade of any orgao, with nobody in charge and not received; what nobody had received is received first', async () => {
    const { id } = await novo('nao_analisado')
    await sql`update protocolos set responsavel_id = ${gestora.contaId} where protocolo_id = ${id}`
    const enviado = await fazer(id, { acao: 'encaminhar', destino: 'camara', ...publico })
    assert.deepEqual(
      [enviado.unidade.codigo, enviado.responsavel, enviado.recebido, enviado.situacao, enviado.retornoEm],
      ['camara', null, false, 'em_andamento', null],
    )
    assert.deepEqual(
      enviado.tramites.map(({ especie, unidade, destino }) => [especie, unidade, destino]),
      [
        ['encaminhamento', 'Obras', 'Secretaria da Câmara'],
        ['recebimento', 'Obras', null],
        ['abertura', 'Obras', null],
      ],
    )
    assert.deepEqual(enviado.acoes, ['comprovante'], 'it is out of their hands')
    assert.deepEqual((await ver(id, daCamara)).acoes.slice(0, 2), ['receber', 'atribuir'])
  })

  it('with a prazo it is to come back, and once it is back nothing is owed', async () => {
    const { id } = await novo()
    const prazo = '2026-11-27T17:30'
    const { retornoEm, tramites } = await fazer(id, { acao: 'encaminhar', destino: 'camara', ...privado, prazo })
    assert.equal(retornoEm, '2026-11-27T20:30:00.000Z', 'in the time zone of the entidade')
    assert.equal(tramites[0]?.prazo, retornoEm)
    assert.equal((await fazer(id, { acao: 'encaminhar', destino: 'geral', ...privado }, daCamara)).retornoEm, retornoEm, 'on its way')
    const daGeral = await oficial({ geral: 'atendente' })
    assert.equal((await fazer(id, { acao: 'encaminhar', destino: 'obras', ...privado }, daGeral)).retornoEm, null)
  })

  it('wants another unidade that is there, and a prazo to come', async () => {
    const { id } = await novo()
    assert.deepEqual(await erros(id, { acao: 'encaminhar', destino: 'obras', ...publico }), ['destino'])
    assert.deepEqual(await erros(id, { acao: 'encaminhar', destino: 'nenhuma', ...publico, prazo: '2026-11-23T09:00' }), [
      'destino',
      'prazo',
    ])
    for (const prazo of ['2026-11-23T09:00', '2026-02-30T10:00', '2026-11-27', 'amanhã']) {
      assert.deepEqual(await erros(id, { acao: 'encaminhar', destino: 'camara', ...publico, prazo }), ['prazo'], prazo)
    }
    assert.equal((await ver(id)).unidade.codigo, 'obras')
  })

  it('of what is sigiloso shows nothing more to who sent it', async () => {
    const { id } = await novo()
    await sql`update protocolos set sigilo = 'sigiloso' where protocolo_id = ${id}`
    const mandado = await mandar(id, { acao: 'encaminhar', destino: 'camara', ...publico })
    assert.equal(mandado.status, 204)
    await problemaDe(await pedir(gestora, 'GET', `/gestao/protocolos/${id}`), 404)
    assert.equal((await ver(id, daCamara)).unidade.codigo, 'camara')
  })
})

describe('a despacho', () => {
  it('keeps text and files apart: each is read by who may, from every address there is', async () => {
    for (const [visibilidade, visibilidadeAnexos] of [
      ['publico', 'publico'],
      ['publico', 'privado'],
      ['privado', 'publico'],
      ['privado', 'privado'],
    ] as const) {
      const { id, numero, codigoAcesso, dono } = await novo()
      const anexo = await enviar()
      const texto = `Texto ${visibilidade}.`
      const anexos = [{ id: anexo.id, sha256: anexo.sha256 }]
      const { tramites } = await fazer(id, { acao: 'despachar', texto, visibilidade, anexos, visibilidadeAnexos })
      assert.deepEqual([tramites[0]?.texto, tramites[0]?.anexos[0]?.id], [texto, anexo.id], 'the desk reads all of it')
      assert.equal(await status(pedir(gestora, 'GET', `/gestao/protocolos/${id}/anexos/${anexo.id}`)), 200)
      const chave = { numero, codigo: codigoAcesso }
      const leituras = [
        await (await postar('/v1/entidades/exemplo/consulta', chave)).text(),
        await (await pedir(dono, 'GET', `/protocolos/${id}`)).text(),
      ]
      for (const lida of leituras) {
        assert.equal(lida.includes(texto), visibilidade === 'publico')
        assert.equal(lida.includes(anexo.id), visibilidadeAnexos === 'publico')
      }
      const esperado = visibilidadeAnexos === 'publico' ? 200 : 404
      assert.equal(await status(postar(`/v1/entidades/exemplo/consulta/anexos/${anexo.id}`, chave)), esperado)
      assert.equal(await status(pedir(dono, 'GET', `/protocolos/${id}/anexos/${anexo.id}`)), esperado)
      assert.equal(await status(pedir(daCamara, 'GET', `/gestao/protocolos/${id}/anexos/${anexo.id}`)), 404, 'another unidade')
    }
  })

  it('hides its files with its text, unless told', async () => {
    const { id } = await novo()
    const { id: anexo, sha256 } = await enviar()
    const { tramites } = await fazer(id, { acao: 'despachar', ...privado, anexos: [{ id: anexo, sha256 }] })
    assert.equal(tramites[0]?.visibilidadeAnexos, 'privado')
  })

  it('says something', async () => {
    const { id } = await novo()
    for (const texto of ['', ' \n ', 'a\u0007b']) {
      assert.deepEqual(await erros(id, { acao: 'despachar', texto, visibilidade: 'publico' }), ['texto'])
    }
  })
})

describe('reclassificar and mudar_sigilo', () => {
  it('change the tipo: number, unidade and prazo stay, and what was answered is read by its own form', async () => {
    const { id, numero, codigoAcesso } = await novo()
    const antes = await ver(id)
    const depois = await fazer(id, { acao: 'reclassificar', texto: 'É poda.', tipo: 'arvore' })
    assert.equal(depois.tipo.codigo, 'arvore')
    assert.deepEqual(
      [depois.numero, depois.prazo, depois.unidade, depois.respostas],
      [antes.numero, antes.prazo, antes.unidade, antes.respostas],
    )
    assert.deepEqual(depois.tramites[0]?.dados, { tipo: { de: 'buraco', para: 'arvore' } })
    const consulta: ConsultaNivel2 = await ler(await postar('/v1/entidades/exemplo/consulta', { numero, codigo: codigoAcesso }), 200)
    assert.deepEqual([consulta.tipo, consulta.respostas], ['Poda de árvore', [{ rotulo: 'Há risco?', valor: 'Não' }]])
    const volta = await fazer(id, { acao: 'reclassificar', texto: 'Não é.', tipo: 'buraco' })
    assert.deepEqual(volta.respostas, antes.respostas)
    const [linha] = await sql`select formulario_id, tipo_versao from protocolos where protocolo_id = ${id}`
    assert.equal(linha?.formulario_id, null)
  })

  it('change the interessado, whose name and document are checked; a citizen reads neither the old one nor the new', async () => {
    const { id, numero, codigoAcesso } = await novo()
    const interessado = { nome: 'Marta Exemplo', documento: '111.444.777-35' }
    const { requerente, tramites } = await fazer(id, { acao: 'reclassificar', texto: 'A dona é outra.', interessado })
    assert.deepEqual([requerente?.nome, requerente?.documento], ['Marta Exemplo', '111.444.777-35'])
    assert.match(JSON.stringify(tramites[0]?.dados), /"para":\{"nome":"Marta Exemplo","documento":"11144477735"\}/)
    const [nota] = await sql`select dados from auditoria where protocolo_id = ${id} and acao = 'protocolo.reclassificar'`
    assert.doesNotMatch(JSON.stringify(nota), /Marta|11144477735/)
    const { tramites: lidos } = await ler<ConsultaNivel2>(
      await postar('/v1/entidades/exemplo/consulta', { numero, codigo: codigoAcesso }),
      200,
    )
    assert.doesNotMatch(JSON.stringify(lidos), /Marta/)
    assert.deepEqual(await erros(id, { acao: 'reclassificar', texto: 'x', interessado: { nome: '', documento: '111.444.777-36' } }), [
      'interessado.nome',
      'interessado.documento',
    ])
    assert.deepEqual(await erros(id, { acao: 'reclassificar', texto: 'x', tipo: 'empresa', interessado }), ['interessado.documento'])
  })

  it('leave who asked without a name without one', async () => {
    const { id } = await novo('em_andamento', { tipo: 'denuncia', requerente: { anonimo: true } })
    const interessado = { nome: 'Marta Exemplo', documento: '111.444.777-35' }
    assert.deepEqual(await erros(id, { acao: 'reclassificar', texto: 'x', interessado }), ['interessado'])
  })

  it('want something that changes, and why', async () => {
    const { id } = await novo()
    assert.deepEqual(await erros(id, { acao: 'reclassificar', texto: '' }), ['texto', 'tipo'])
    assert.deepEqual(await erros(id, { acao: 'reclassificar', texto: 'x', tipo: 'buraco' }), ['tipo'])
    assert.deepEqual(await erros(id, { acao: 'reclassificar', texto: 'x', tipo: 'nenhum' }), ['tipo'])
    assert.deepEqual(await erros(id, { acao: 'mudar_sigilo', texto: 'x', sigilo: 'publico' }), ['sigilo'])
  })

  it('make it restrito, and the number alone opens nothing any more', async () => {
    const { id, numero } = await novo()
    const consultar = () => pedir(gestora, 'GET', `/consulta?numero=${encodeURIComponent(numero)}`)
    assert.equal((await consultar()).status, 200)
    const { sigilo, tramites } = await fazer(id, { acao: 'mudar_sigilo', texto: 'Há dados de saúde.', sigilo: 'restrito' })
    assert.equal(sigilo, 'restrito')
    assert.deepEqual(tramites[0]?.dados, { sigilo: { de: 'publico', para: 'restrito' } })
    assert.equal((await consultar()).status, 404)
  })
})

describe('parar, retomar and prorrogar', () => {
  it('stop it until a day to come, with the reason, and take it up again', async () => {
    const { id } = await novo()
    assert.deepEqual(await erros(id, { acao: 'parar', texto: '', ate: '2026-11-23' }), ['texto', 'ate'])
    assert.deepEqual(await erros(id, { acao: 'parar', texto: 'x', ate: '2026-02-30' }), ['ate'])
    const parado = await fazer(id, { acao: 'parar', texto: 'Falta verba.', ate: '2026-12-01' })
    assert.deepEqual([parado.situacao, parado.paradoAte], ['parado', '2026-12-01'])
    const retomado = await fazer(id, { acao: 'retomar' })
    assert.deepEqual([retomado.situacao, retomado.paradoAte], ['em_andamento', null])
  })

  it('extend the prazo once, by the days of the tipo, from its last day; by 30 where the tipo says nothing', async () => {
    for (const [tipo, esperado] of [
      ['buraco', '2026-12-18'],
      ['arvore', '2027-01-07'],
    ] as const) {
      const { id } = await novo('em_andamento', { tipo, ...(tipo === 'arvore' && { respostas: {} }) })
      assert.equal((await ver(id)).prazo, '2026-12-08')
      assert.deepEqual(await erros(id, { acao: 'prorrogar', texto: ' ' }), ['texto'])
      const { prazo, prorrogado, acoes, tramites } = await fazer(id, { acao: 'prorrogar', texto: 'Chove há um mês.' })
      assert.deepEqual([prazo, prorrogado, acoes.includes('prorrogar')], [esperado, true, false])
      assert.deepEqual(tramites[0]?.dados, { de: '2026-12-08', para: esperado })
      const outra = await problemaDe(await mandar(id, { acao: 'prorrogar', texto: 'De novo.' }), 409)
      assert.equal(outra.codigo, 'acao_indisponivel')
    }
  })
})

describe('concluir and what comes after', () => {
  it('needs a resultado and a reasoned despacho, and may issue a document, which the citizen has', async () => {
    const { id, numero, codigoAcesso, dono } = await novo()
    const { id: anexo, sha256 } = await enviar()
    const anexos = [{ id: anexo, sha256 }]
    const documento = { anexo, nome: 'Certidão de obra', validade: '2027-11-23' }
    assert.deepEqual(await erros(id, { acao: 'concluir', resultado: 'deferido', texto: '' }), ['texto'])
    assert.deepEqual(
      await erros(id, {
        acao: 'concluir',
        resultado: 'deferido',
        texto: 'x',
        documento: { ...documento, nome: '', validade: '2026-11-22' },
      }),
      ['documento.nome', 'documento.anexo', 'documento.validade'],
    )
    const feito = await fazer(id, { acao: 'concluir', resultado: 'deferido', texto: 'Buraco fechado.', anexos, documento })
    assert.deepEqual([feito.situacao, feito.resultado, feito.encerradoEm], ['encerrado', 'deferido', clock.now().toISOString()])
    const chave = { numero, codigo: codigoAcesso }
    for (const lido of [
      await ler<ConsultaNivel2>(await postar('/v1/entidades/exemplo/consulta', chave), 200),
      await ler<ConsultaNivel2>(await pedir(dono, 'GET', `/protocolos/${id}`), 200),
    ]) {
      assert.deepEqual(lido.documentoEmitido, documento)
      assert.equal(lido.tramites[0]?.texto, 'Buraco fechado.')
    }
    assert.equal(await status(pedir(dono, 'GET', `/protocolos/${id}/anexos/${anexo}`)), 200)
    const reaberto = await fazer(id, { acao: 'reabrir', texto: 'O buraco voltou.' })
    assert.deepEqual([reaberto.situacao, reaberto.resultado, reaberto.encerradoEm], ['em_andamento', null, null])
    const aberto: ConsultaNivel2 = await ler(await postar('/v1/entidades/exemplo/consulta', chave), 200)
    assert.equal(aberto.documentoEmitido, undefined)
  })

  it('is not for an atendente, nor for what nobody received', async () => {
    const ato = { acao: 'concluir', resultado: 'atendido', texto: 'Feito.' }
    const { id } = await novo()
    assert.equal((await problemaDe(await mandar(id, ato, atendente), 409)).codigo, 'acao_indisponivel')
    await colocar(id, 'em_andamento', { recebido: false })
    await problemaDe(await mandar(id, ato), 409)
  })

  it('an administrador cancels from anywhere, and who holds it puts it away, once', async () => {
    const { id } = await novo('pendente')
    assert.deepEqual(await erros(id, { acao: 'cancelar', texto: '' }, administradora), ['texto'])
    const cancelado = await fazer(id, { acao: 'cancelar', texto: 'Duplicado.' }, administradora)
    assert.equal(cancelado.situacao, 'cancelado')
    assert.equal((await fazer(id, { acao: 'arquivar' })).arquivadoEm, clock.now().toISOString())
    await problemaDe(await mandar(id, { acao: 'arquivar' }), 409)
  })
})

describe('two officials at once', () => {
  it('cannot overwrite each other: one of them is told what happened, and by whom', async () => {
    const { id } = await novo()
    const { versao } = await ver(id)
    const feitos = await Promise.all([
      mandar(id, { acao: 'encaminhar', destino: 'camara', ...publico, versao }, gestora),
      mandar(id, { acao: 'despachar', ...publico, versao }, atendente),
    ])
    assert.deepEqual(feitos.map(({ status }) => status).sort(), [201, 409])
    const recusado = feitos.find(({ status }) => status === 409)
    const problema: Problema = JSON.parse((await recusado?.text()) ?? '')
    const venceu = feitos[0]?.status === 201 ? 'Gestora de Obras' : 'Atendente de Obras'
    assert.equal(problema.codigo, 'processo_mudou')
    assert.deepEqual(new Set(problema.mudancas?.map(({ autor }) => autor)), new Set([venceu]))
  })

  it('stay out of the way of a citizen who writes meanwhile', async () => {
    const { id, dono } = await novo()
    const { versao } = await ver(id)
    const headers = { 'Idempotency-Key': randomUUID() }
    await ler(await pedir(dono, 'POST', `/protocolos/${id}/mensagens`, { body: { texto: 'Oi.' }, headers }), 201)
    await fazer(id, { acao: 'despachar', ...publico, versao })
  })
})

describe('what is done at the desk', () => {
  it('is audited with who, from where, before and after', async () => {
    const { id } = await novo()
    await fazer(id, { acao: 'encaminhar', destino: 'camara', ...privado })
    const [nota] = await sql`select quem, aparelho, dados from auditoria where protocolo_id = ${id} and acao = 'protocolo.encaminhar'`
    assert.equal(nota?.quem, gestora.contaId)
    assert.equal(nota?.aparelho, 'Chrome no Android')
    assert.deepEqual([nota?.dados.antes.unidadeId, nota?.dados.depois.unidadeId], [unidade('obras'), entidade.unidades.get('camara')?.id])
    assert.doesNotMatch(JSON.stringify(nota), /Só entre nós/)
  })
})
