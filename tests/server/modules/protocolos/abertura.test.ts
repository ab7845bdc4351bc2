import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Comprovante } from '../../../../server/contract/protocolos.js'
import { qrPath } from '../../../../server/platform/qr.js'
import { fixedClock } from '../../helpers/platform.js'
import { caminhos, lerComo, montarCasa, pdf, pedidoDeBuraco, png, problema } from './apoio.js'

const clock = fixedClock('2026-11-20T15:04:05.678Z')
const casa = await montarCasa({ clock })

describe('opening a protocolo', () => {
  it('gives a comprovante with number, code, deadline and where to follow it', async () => {
    const comprovante = await casa.aberto()
    assert.match(comprovante.numero, /^PMT 2026\/5001\d\d$/)
    assert.match(comprovante.codigoAcesso, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    assert.equal(comprovante.abertoEm, '2026-11-20T15:04:05.678Z')
    assert.equal(comprovante.prazo, '2026-12-07', '15 days from Friday 20 November end on Saturday 5 December, so on Monday')
    assert.deepEqual(comprovante.tipo, { codigo: 'buraco', nome: 'Tapa-buraco' })
    assert.deepEqual(comprovante.unidade, { codigo: 'obras', nome: 'Secretaria de Obras' })
    assert.deepEqual(comprovante.respostas, [{ rotulo: 'O que aconteceu', valor: 'Buraco fundo perto da escola.' }])
    assert.equal(comprovante.email, 'H•••@exemplo.br')
    const consulta = new URL(comprovante.consulta)
    assert.equal(consulta.origin + consulta.pathname, 'https://www.teste.exemplo.br/acompanhe')
    assert.deepEqual(Object.fromEntries(consulta.searchParams), { menu: '1', protocolo: comprovante.numero })
    assert.ok(!comprovante.consulta.includes(comprovante.codigoAcesso))
  })

  it('draws the QR code of the page where a number is followed, apart from the comprovante', async () => {
    const { numero, consulta } = await casa.aberto()
    const resposta = await casa.pedir(`/qr?${new URLSearchParams({ numero })}`)
    assert.equal(resposta.status, 200)
    assert.deepEqual(await resposta.json(), qrPath(consulta))
    assert.equal((await casa.pedir(`/qr?numero=${'9'.repeat(61)}`)).status, 400)
  })

  it('keeps protocolo, first tramite, audit entry and e-mails, and of the code only a hash', async () => {
    const { id, numero, codigoAcesso } = await casa.aberto()
    const { sql } = casa.platform.db
    const [protocolo] = await sql`select * from protocolos where protocolo_id = ${id}`
    assert.equal(protocolo?.situacao, 'nao_analisado')
    assert.equal(protocolo?.requerente_documento, '11144477735')
    assert.equal(protocolo?.requerente_email, 'helena@exemplo.br')
    assert.equal(protocolo?.versao, 1)
    const esperado = createHash('sha256')
      .update(Buffer.from(id.replaceAll('-', ''), 'hex'))
      .update(codigoAcesso.replaceAll('-', ''))
      .digest()
    assert.deepEqual(protocolo?.codigo_hash, esperado)
    const tramites = await sql`select especie, visibilidade from tramites where protocolo_id = ${id}`
    assert.deepEqual([...tramites], [{ especie: 'abertura', visibilidade: 'publico' }])
    const auditoria = await sql`select acao, quem, dados from auditoria where protocolo_id = ${id}`
    assert.deepEqual([...auditoria], [{ acao: 'protocolo.abrir', quem: 'visitante', dados: { numero } }])
    const emails = await sql`select email_id, especie, para, dados from emails where protocolo_id = ${id} order by especie`
    assert.deepEqual(
      emails.map(({ especie, para, dados }) => ({ especie, para: para.toLowerCase(), dados })),
      [
        { especie: 'abertura', para: 'helena@exemplo.br', dados: {} },
        { especie: 'nova-abertura', para: 'obras@teste.exemplo.br', dados: {} },
      ],
    )
    const jobs = await sql`
      select j.payload->>'emailId' as id from graphile_worker._private_jobs j
       where j.payload->>'emailId' = any(${emails.map(({ email_id }) => email_id)})`
    assert.equal(jobs.length, 2)
    const [achados] = await sql`
      select (select count(*) from idempotencias i where encode(i.selado, 'escape') like ${`%${codigoAcesso}%`}) as selados,
             (select count(*) from graphile_worker._private_jobs where payload::text like ${`%${codigoAcesso}%`}) as jobs`
    assert.deepEqual(achados, { selados: 0, jobs: 0 })
  })

  it('takes an anonymous denúncia, and only where the tipo allows it', async () => {
    const denuncia = { ...pedidoDeBuraco, tipo: 'denuncia', respostas: { relato: 'Vi.' }, requerente: { anonimo: true } }
    const { id, email } = await casa.aberto(denuncia)
    assert.equal(email, undefined)
    const [protocolo] = await casa.platform.db.sql`
      select sigilo, requerente, requerente_nome, requerente_documento, requerente_email from protocolos where protocolo_id = ${id}`
    assert.deepEqual(protocolo, {
      sigilo: 'sigiloso',
      requerente: {},
      requerente_nome: null,
      requerente_documento: null,
      requerente_email: null,
    })
    const recusado = await problema(await casa.abrir({ ...pedidoDeBuraco, requerente: { anonimo: true } }))
    assert.equal(recusado.codigo, 'campos_invalidos')
    assert.deepEqual(caminhos(recusado), ['requerente'])
  })

  it('asks a company for its CNPJ, letters included', async () => {
    const alvara = { ...pedidoDeBuraco, tipo: 'alvara', respostas: {} }
    const recusado = await problema(await casa.abrir(alvara))
    assert.deepEqual(caminhos(recusado), ['requerente.documento'])
    assert.match(recusado.campos?.[0]?.mensagem ?? '', /CNPJ/)
    const { numero } = await casa.aberto({ ...alvara, requerente: { nome: 'Empresa Exemplo', documento: '12.ABC.345/01DE-35' } })
    assert.equal(numero, '000000001.00003/2026')
  })

  it('keeps the mark of priority where the tipo asks for it, and refuses it elsewhere', async () => {
    const anexo = await casa.enviado(pdf, 'nome=renda.pdf&tipo=isencao&documento=renda')
    const isencao = {
      ...pedidoDeBuraco,
      tipo: 'isencao',
      respostas: { motivo: 'aposentado', renda: 150000 },
      prioridade: 'idoso_80',
      anexos: [{ id: anexo.id, sha256: anexo.sha256, documento: 'renda' }],
    }
    const comprovante = await casa.aberto(isencao)
    assert.equal(comprovante.prioridade, 'idoso_80')
    assert.deepEqual(comprovante.anexos, [{ ...anexo, documento: 'Comprovante de renda' }])
    const recusado = await problema(await casa.abrir({ ...pedidoDeBuraco, prioridade: 'gestante' }))
    assert.deepEqual(caminhos(recusado), ['prioridade'])
  })

  it('tells everything that is wrong at once, beside each field', async () => {
    const resposta = await casa.abrir({
      tipo: 'isencao',
      respostas: { motivo: 'outro', renda: 'muita' },
      requerente: { nome: '', documento: '123', email: 'x', telefone: '1' },
      anexos: [],
      ciencia: '2020-1',
    })
    assert.equal(resposta.status, 422)
    const recusado = await problema(resposta)
    assert.equal(recusado.codigo, 'campos_invalidos')
    assert.deepEqual(caminhos(recusado), [
      'anexos.renda',
      'ciencia',
      'requerente.documento',
      'requerente.email',
      'requerente.nome',
      'requerente.telefone',
      'respostas.motivo',
      'respostas.renda',
    ])
  })

  it('misses a conditional document only when its condition holds', async () => {
    const isencao = { ...pedidoDeBuraco, tipo: 'isencao', respostas: { motivo: 'pcd', renda: 1 } }
    assert.deepEqual(caminhos(await problema(await casa.abrir(isencao))), ['anexos.laudo', 'anexos.renda'])
  })

  it('refuses an unknown tipo and a closed one, in the words of the entidade', async () => {
    assert.equal((await problema(await casa.abrir({ ...pedidoDeBuraco, tipo: 'nao-existe' }))).codigo, 'tipo_desconhecido')
    const fechado = await casa.abrir({ ...pedidoDeBuraco, tipo: 'fechado', respostas: {} })
    assert.equal(fechado.status, 409)
    assert.equal((await problema(fechado)).detail, 'As inscrições terminaram em 30 de outubro.')
  })

  it('accepts answers to an older form that still fit, and says that the form changed when they do not', async () => {
    await casa.aberto({ ...pedidoDeBuraco, versao: 99 })
    const mudou = await casa.abrir({ ...pedidoDeBuraco, versao: 99, respostas: { onde: 'Rua A' } })
    assert.equal(mudou.status, 409)
    const recusado = await problema(mudou)
    assert.equal(recusado.codigo, 'tipo_mudou')
    assert.ok(caminhos(recusado).includes('respostas.descricao'))
    assert.equal((await problema(await casa.abrir({ ...pedidoDeBuraco, versao: 1, respostas: {} }))).codigo, 'campos_invalidos')
  })

  it('numbers by the year of the entidade, until the last second of 31 December in São Paulo', async () => {
    clock.set('2027-01-01T02:59:59Z')
    assert.match((await casa.aberto()).numero, /^PMT 2026\//)
    clock.set('2027-01-01T03:00:00Z')
    assert.equal((await casa.aberto()).numero, 'PMT 2027/500100')
    clock.set('2026-11-20T15:04:05.678Z')
  })

  describe('with files', () => {
    it('attaches them in order, each once', async () => {
      const fotos = [await casa.enviado(png, 'nome=a.png'), await casa.enviado(png, 'nome=b.png')]
      const pedido = { ...pedidoDeBuraco, anexos: fotos.map(({ id, sha256 }) => ({ id, sha256, documento: 'fotos' })) }
      const { anexos } = await casa.aberto(pedido)
      assert.deepEqual(
        anexos.map(({ nome, documento }) => [nome, documento]),
        [
          ['a.png', 'Fotos do lugar'],
          ['b.png', 'Fotos do lugar'],
        ],
      )
      const denovo = await problema(await casa.abrir(pedido))
      assert.equal(denovo.codigo, 'anexo_desconhecido')
      assert.deepEqual(caminhos(denovo), ['anexos.fotos'])
    })

    it('refuses a file of unknown id, of another hash, named twice, of a kind or document not asked for, or too many', async () => {
      const foto = await casa.enviado(png)
      const recibo = await casa.enviado(pdf)
      const casos: [anexos: { id: string; sha256: string; documento: string }[], codigo: string, caminho: string][] = [
        [[{ id: randomUUID(), sha256: foto.sha256, documento: 'fotos' }], 'anexo_desconhecido', 'anexos.fotos'],
        [[{ id: foto.id, sha256: recibo.sha256, documento: 'fotos' }], 'anexo_desconhecido', 'anexos.fotos'],
        [
          [
            { ...so(foto), documento: 'fotos' },
            { ...so(foto), documento: 'fotos' },
          ],
          'anexo_desconhecido',
          'anexos.fotos',
        ],
        [[{ ...so(recibo), documento: 'fotos' }], 'campos_invalidos', 'anexos.fotos'],
        [[{ ...so(foto), documento: 'outro' }], 'campos_invalidos', 'anexos'],
      ]
      for (const [anexos, codigo, caminho] of casos) {
        const recusado = await problema(await casa.abrir({ ...pedidoDeBuraco, anexos }))
        assert.equal(recusado.codigo, codigo)
        assert.deepEqual(caminhos(recusado), [caminho])
      }
      await casa.aberto({ ...pedidoDeBuraco, anexos: [{ ...so(foto), documento: 'fotos' }] })
    })

    it('gives a file to one of two openings that want it at the same time', async () => {
      const foto = await casa.enviado(png)
      const pedido = { ...pedidoDeBuraco, anexos: [{ ...so(foto), documento: 'fotos' }] }
      const status = (await Promise.all([casa.abrir(pedido), casa.abrir(pedido)])).map((r) => r.status)
      assert.deepEqual(status.sort(), [201, 422])
    })
  })

  describe('sent again', () => {
    it('gives the identical reply, and opens one protocolo', async () => {
      const headers = { 'Idempotency-Key': randomUUID() }
      const foto = await casa.enviado(png)
      const pedido = { ...pedidoDeBuraco, anexos: [{ ...so(foto), documento: 'fotos' }] }
      const primeira = await casa.abrir(pedido, headers)
      clock.set('2026-11-21T10:00:00Z')
      const trocado = Object.fromEntries(Object.entries(pedido).reverse())
      const segunda = await casa.abrir(trocado, headers)
      clock.set('2026-11-20T15:04:05.678Z')
      assert.equal(segunda.status, 201)
      assert.equal(await segunda.text(), await primeira.text())
    })

    it('with another content under the same key is refused', async () => {
      const headers = { 'Idempotency-Key': randomUUID() }
      await casa.aberto(pedidoDeBuraco, headers)
      const outro = await casa.abrir({ ...pedidoDeBuraco, respostas: { descricao: 'Outro buraco.' } }, headers)
      assert.equal(outro.status, 422)
      assert.equal((await problema(outro)).codigo, 'chave_reutilizada')
    })

    it('twice at the same moment opens one protocolo', async () => {
      const headers = { 'Idempotency-Key': randomUUID() }
      const antes = await contar()
      const respostas = await Promise.all([casa.abrir(pedidoDeBuraco, headers), casa.abrir(pedidoDeBuraco, headers)])
      const certas = respostas.filter(({ status }) => status === 201)
      assert.ok(certas.length >= 1)
      for (const r of respostas.filter(({ status }) => status !== 201)) assert.equal((await problema(r)).codigo, 'pedido_em_curso')
      const numeros = await Promise.all(certas.map(async (r) => (await lerComo<Comprovante>(r, 201)).numero))
      assert.equal(new Set(numeros).size, 1)
      assert.equal(await contar(), antes + 1)
    })

    it('while the first still runs on another node is told to wait', async () => {
      const chave = randomUUID()
      const hash = createHash('sha256').update(chave).digest('hex')
      const [entidade] = await casa.platform.db.sql`select entidade_id from entidades`
      await casa.platform.db.transaction(async (sql) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${`${entidade?.entidade_id}visitante${hash}`}, 0))`
        const resposta = await casa.abrir(pedidoDeBuraco, { 'Idempotency-Key': chave })
        assert.equal(resposta.status, 409)
        assert.equal(resposta.headers.get('Retry-After'), '1')
        assert.equal((await problema(resposta)).codigo, 'pedido_em_curso')
      })
      await casa.aberto(pedidoDeBuraco, { 'Idempotency-Key': chave })
    })

    it('needs a key that nobody else would choose', async () => {
      assert.equal((await problema(await casa.postar('/protocolos', pedidoDeBuraco))).codigo, 'chave_ausente')
      assert.equal((await problema(await casa.abrir(pedidoDeBuraco, { 'Idempotency-Key': '1' }))).codigo, 'chave_ausente')
    })
  })

  it('numbers 50 at once without a gap', async () => {
    clock.set('2028-05-05T12:00:00Z')
    const abertos = await Promise.all(Array.from({ length: 50 }, () => casa.aberto()))
    const sequencias = abertos.map(({ numero }) => Number(numero.split('/')[1])).sort((a, b) => a - b)
    assert.deepEqual(
      sequencias,
      Array.from({ length: 50 }, (_, i) => 500100 + i),
    )
    clock.set('2026-11-20T15:04:05.678Z')
  })

  it('leaves nothing behind, no number either, when one step fails', async () => {
    clock.set('2029-05-05T12:00:00Z')
    const foto = await casa.enviado(png)
    const pedido = { ...pedidoDeBuraco, anexos: [{ ...so(foto), documento: 'fotos' }] }
    const respostas = await Promise.all([casa.abrir(pedido), casa.abrir(pedido), casa.abrir()])
    assert.deepEqual(respostas.map(({ status }) => status).sort(), [201, 201, 422])
    const numeros = await casa.platform.db.sql`select sequencia from protocolos where ano = 2029 order by sequencia`
    assert.deepEqual(
      numeros.map(({ sequencia }) => sequencia),
      [500100, 500101],
    )
    clock.set('2026-11-20T15:04:05.678Z')
  })

  describe('with hostile text', () => {
    const textos = [
      ['markup', '<script>alert(1)</script>'],
      ['an SQL injection', "'); drop table protocolos; --"],
      ['emoji', 'Buraco 🕳️ na 👨‍👩‍👧 rua'],
      ['a JSON escape', '\\u0000 "}]'],
    ] as const
    for (const [nome, descricao] of textos) {
      it(`keeps ${nome} as the text it is`, async () => {
        const { id, respostas } = await casa.aberto({ ...pedidoDeBuraco, respostas: { descricao } })
        assert.equal(respostas[0]?.valor, descricao)
        const [guardado] = await casa.platform.db.sql`select respostas from protocolos where protocolo_id = ${id}`
        assert.deepEqual(guardado?.respostas, { descricao })
      })
    }

    it('takes direction marks away', async () => {
      const { respostas } = await casa.aberto({ ...pedidoDeBuraco, respostas: { descricao: 'abc\u202Edef\u200F' } })
      assert.equal(respostas[0]?.valor, 'abcdef')
    })

    it('refuses NUL, lone surrogates, overlong texts and wrong kinds beside the field', async () => {
      for (const descricao of ['a\u0000b', 'a\uD800b', 'x'.repeat(501), 7, ['a'], { a: 1 }, null]) {
        const resposta = await casa.abrir({ ...pedidoDeBuraco, respostas: { descricao } })
        assert.equal(resposta.status, 422)
        assert.deepEqual(caminhos(await problema(resposta)), ['respostas.descricao'])
      }
    })

    it('refuses answers to questions that nobody asked, prototypes included', async () => {
      assert.deepEqual(
        caminhos(await problema(await casa.abrir({ ...pedidoDeBuraco, respostas: { ...pedidoDeBuraco.respostas, x: 1 } }))),
        ['respostas'],
      )
      const corpo = JSON.stringify(pedidoDeBuraco).replace('"descricao"', '"__proto__":{"a":1},"descricao"')
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }
      assert.equal((await casa.pedir('/protocolos', { method: 'POST', headers, body: corpo })).status, 400)
    })

    it('refuses what is no JSON, or no request at all', async () => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }
      for (const corpo of ['{', '', 'null', '[]', '"x"', '{"tipo":"buraco"}']) {
        const resposta = await casa.pedir('/protocolos', { method: 'POST', headers, body: corpo })
        assert.ok([400, 422].includes(resposta.status), corpo)
        await problema(resposta)
      }
    })
  })

  async function contar() {
    const [linha] = await casa.platform.db.sql`select count(*) as total from protocolos`
    return Number(linha?.total)
  }
})

function so({ id, sha256 }: { id: string; sha256: string }) {
  return { id, sha256 }
}
