import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import type { ConsultaNivel1, ConsultaNivel2 } from '../../../../server/contract/consulta.js'
import { consultarComCodigo, consultarNumero } from '../../../../server/modules/consulta/consulta.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { ProblemError } from '../../../../server/platform/http/problem.js'
import { fixedClock } from '../../helpers/platform.js'
import { caminhos, lerComo, montarCasa, pdf, pedidoDeBuraco, png, problema } from '../protocolos/apoio.js'

const clock = fixedClock('2026-11-20T15:00:00.123Z')
const casa = await montarCasa({ clock })
const { platform } = casa
const { sql } = platform.db

const foto = await casa.enviado(png, `nome=${encodeURIComponent('buraco "fundo" na rua São José.png')}`)
const aberto = await casa.aberto({ ...pedidoDeBuraco, anexos: [{ id: foto.id, sha256: foto.sha256, documento: 'fotos' }] })
const denuncia = await casa.aberto({ ...pedidoDeBuraco, tipo: 'denuncia', respostas: { relato: 'Vi um desvio.' } })
const geral = await casa.aberto({
  ...pedidoDeBuraco,
  tipo: 'alvara',
  respostas: {},
  requerente: { nome: 'Empresa', documento: '12.ABC.345/01DE-35' },
})
const daCamara = await casa.aberto({ ...pedidoDeBuraco, tipo: 'camara', respostas: {} })

const chave = { numero: aberto.numero, codigo: aberto.codigoAcesso }
const inexistente = 'PMT 2026/999999'

function procurar(numero: string, resto: Record<string, string> = {}, headers: Record<string, string> = {}) {
  return casa.pedir(`/consulta?${new URLSearchParams({ numero, ...resto })}`, { headers })
}

describe('consulting by number alone', () => {
  it('shows where the protocolo stands, and nothing of whom or what', async () => {
    const resposta = await procurar(aberto.numero)
    assert.equal(resposta.headers.get('Content-Type'), 'application/json')
    const texto = await resposta.text()
    const esperado: ConsultaNivel1 = {
      nivel: 1,
      numero: aberto.numero,
      orgao: { sigla: 'PMT', nome: 'Prefeitura Municipal de Teste' },
      tipo: 'Tapa-buraco',
      codigoDoTipo: 'buraco',
      unidade: 'Secretaria de Obras',
      situacao: 'nao_analisado',
      resultado: null,
      abertoEm: '2026-11-20T15:00:00.123Z',
      atualizadoEm: '2026-11-20T15:00:00.123Z',
      encerradoEm: null,
      prazo: '2026-12-07',
      diasRestantes: 17,
      tempoUsual: null,
    }
    assert.deepEqual(JSON.parse(texto), esperado)
    for (const segredo of ['Helena', '111', 'fundo', 'exemplo.br', foto.id]) assert.ok(!texto.includes(segredo), segredo)
  })

  it('reads the number leniently, and by orgao, year and sequence', async () => {
    const modos: [numero: string, resto?: Record<string, string>][] = [
      ['pmt 2026/500100'],
      ['  PMT2026500100 '],
      ['PMT-2026-500100'],
      ['pmt 2026 0500100'],
      ['500100', { orgao: 'pmt', ano: '2026' }],
      ['1.3/2026', { orgao: 'GERAL' }],
      ['00000000100003/2026'],
    ]
    for (const [numero, resto] of modos) {
      const achado = await lerComo<ConsultaNivel1>(await procurar(numero, resto), 200)
      assert.ok([aberto.numero, geral.numero].includes(achado.numero), numero)
    }
  })

  it('answers 304 until the protocolo or the day changes', async () => {
    const primeira = await procurar(geral.numero)
    const etag = primeira.headers.get('ETag') ?? ''
    const repetida = await procurar(geral.numero, {}, { 'If-None-Match': etag })
    assert.deepEqual([repetida.status, await repetida.text()], [304, ''])
    assert.equal((await procurar(geral.numero, {}, { 'If-None-Match': `W/${etag}` })).status, 304)
    clock.set('2026-11-21T02:59:59Z')
    assert.equal((await procurar(geral.numero, {}, { 'If-None-Match': etag })).status, 304, 'still the 20th in São Paulo')
    clock.set('2026-11-21T03:00:00Z')
    const amanha = await procurar(geral.numero, {}, { 'If-None-Match': etag })
    assert.equal((await lerComo<ConsultaNivel1>(amanha, 200)).diasRestantes, 16)
    clock.set('2026-11-20T15:00:00.123Z')
    await sql`update protocolos set versao = versao + 1 where protocolo_id = ${geral.id}`
    assert.equal((await procurar(geral.numero, {}, { 'If-None-Match': etag })).status, 200)
  })

  it('answers a sigiloso one exactly as one that never was', async () => {
    const [sigiloso, nenhum] = await Promise.all([procurar(denuncia.numero), procurar(inexistente)])
    assert.equal(sigiloso.status, 404)
    assert.deepEqual([...sigiloso.headers], [...nenhum.headers])
    const texto = await sigiloso.text()
    assert.equal(texto, await nenhum.text())
    assert.equal(JSON.parse(texto).codigo, 'protocolo_nao_encontrado')
  })

  it('shows how a number is written when the text is none', async () => {
    for (const numero of ['', 'abc', '12', '🕳️', "' or 1=1 --", '\u0000', 'PMT 2026/', 'x'.repeat(300)]) {
      const resposta = await procurar(numero)
      assert.equal(resposta.status, 422, numero)
      const recusado = await problema(resposta)
      assert.equal(recusado.codigo, 'numero_incompleto')
      assert.deepEqual(caminhos(recusado), ['numero'])
      assert.match(recusado.campos?.[0]?.mensagem ?? '', /PMT 2026\/500100/)
    }
  })

  it('asks for the orgao when two have that number', async () => {
    assert.equal(daCamara.numero, 'CAMARA 2026/500100')
    const resposta = await procurar('2026/500100')
    assert.equal(resposta.status, 409)
    const recusado = await problema(resposta)
    assert.equal(recusado.codigo, 'numero_ambiguo')
    assert.deepEqual(recusado.campos, [{ caminho: 'orgao', mensagem: 'Escolha o órgão: PMT ou CAMARA.' }])
    assert.equal((await lerComo<ConsultaNivel1>(await procurar('2026/500100', { orgao: 'camara' }), 200)).numero, daCamara.numero)
  })
})

describe('consulting with number and code', () => {
  it('shows answers, files and history', async () => {
    const achado = await lerComo<ConsultaNivel2>(await casa.postar('/consulta', chave), 200)
    assert.equal(achado.nivel, 2)
    assert.equal(achado.requerente, 'Helena Exemplo')
    assert.deepEqual(achado.respostas, aberto.respostas)
    assert.deepEqual(achado.anexos, aberto.anexos)
    assert.equal(achado.diasRestantes, 17)
    assert.deepEqual(
      achado.tramites.slice(-1).map(({ especie, em, unidade, texto }) => ({ especie, em, unidade, texto })),
      [{ especie: 'abertura', em: '2026-11-20T15:00:00.123Z', unidade: 'Secretaria de Obras', texto: null }],
    )
  })

  it('reads the code leniently', async () => {
    for (const codigo of [
      aberto.codigoAcesso.toLowerCase(),
      aberto.codigoAcesso.replaceAll('-', ' '),
      aberto.codigoAcesso.replaceAll('0', 'o'),
    ]) {
      assert.equal((await casa.postar('/consulta', { ...chave, codigo })).status, 200)
    }
  })

  it('opens a sigiloso one', async () => {
    const resposta = await casa.postar('/consulta', { numero: denuncia.numero, codigo: denuncia.codigoAcesso })
    assert.deepEqual((await lerComo<ConsultaNivel2>(resposta, 200)).respostas, [{ rotulo: 'Relato', valor: 'Vi um desvio.' }])
  })

  it('needs no orgao where the code tells two of the same number apart', async () => {
    const resposta = await casa.postar('/consulta', { numero: '2026/500100', codigo: daCamara.codigoAcesso })
    assert.equal((await lerComo<ConsultaNivel2>(resposta, 200)).numero, daCamara.numero)
  })

  it('says the same of a wrong code, of another protocolo’s code, of no code and of a number that never was', async () => {
    const tentativas = [
      { ...chave, codigo: '0000-0000-0000' },
      { ...chave, codigo: denuncia.codigoAcesso },
      { ...chave, codigo: '' },
      { ...chave, codigo: "' or ''='" },
      { ...chave, codigo: '\u202E🕳️' },
      { ...chave, numero: inexistente },
      { ...chave, numero: denuncia.numero },
    ]
    const textos = new Set<string>()
    for (const tentativa of tentativas) {
      const resposta = await casa.postar('/consulta', tentativa)
      assert.equal(resposta.status, 404)
      textos.add(await resposta.text())
    }
    assert.equal(textos.size, 1)
    assert.match([...textos][0] ?? '', /Não encontramos um protocolo com esse número e esse código\. Confira os dois no comprovante\./)
  })

  it('refuses a body that is something else', async () => {
    for (const corpo of [
      { ...chave, codigo: 'x'.repeat(101) },
      { numero: aberto.numero },
      { ...chave, extra: 1 },
      { ...chave, numero: 7 },
      [],
    ]) {
      const resposta = await casa.postar('/consulta', corpo)
      assert.equal(resposta.status, 400)
      assert.ok(!(await resposta.text()).includes(aberto.codigoAcesso))
    }
  })

  it('is open to other modules as use cases', async () => {
    const entidade = await buscarEntidade(platform, 'teste')
    assert.ok(entidade)
    assert.equal((await consultarNumero(platform, entidade, { numero: aberto.numero })).numero, aberto.numero)
    assert.equal((await consultarComCodigo(platform, entidade, chave)).nivel, 2)
    await assert.rejects(consultarComCodigo(platform, entidade, { ...chave, codigo: 'x' }), ProblemError)
  })

  describe('despachos', async () => {
    const [protocolo] = await sql<{ entidade: string; unidade: string }[]>`
      select entidade_id as entidade, unidade_id as unidade from protocolos where protocolo_id = ${aberto.id}`
    const { entidade = '', unidade = '' } = protocolo ?? {}
    const arquivos = { publico: await despachar('publico', 1), privado: await despachar('privado', 2) }

    async function despachar(visibilidade: 'publico' | 'privado', minuto: number) {
      const tramite = platform.random.id()
      const arquivo = await casa.enviado(Buffer.concat([pdf, Buffer.from(visibilidade)]), `nome=${visibilidade}.pdf`)
      await sql`
        insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, unidade_id, texto, visibilidade, visibilidade_anexos)
        values (${entidade}, ${aberto.id}, ${tramite}, 'despacho', ${new Date(Date.UTC(2026, 10, 20, 16, minuto))}, ${unidade},
                ${`Texto ${visibilidade}.`}, ${visibilidade}, ${visibilidade})`
      await sql`update anexos set protocolo_id = ${aberto.id}, tramite_id = ${tramite}, posicao = 1 where anexo_id = ${arquivo.id}`
      return arquivo
    }

    it('show their text and files when public; of a private one nothing is read', async () => {
      const texto = await (await casa.postar('/consulta', chave)).text()
      const achado: ConsultaNivel2 = JSON.parse(texto)
      const publico = achado.tramites.find((tramite) => tramite.texto === 'Texto publico.')
      assert.deepEqual(publico?.anexos, [arquivos.publico])
      assert.ok(!texto.includes('Texto privado') && !texto.includes(arquivos.privado.id))
      assert.equal(achado.tramites.at(-1)?.especie, 'abertura', 'newest first')
      assert.deepEqual(
        achado.anexos.map(({ id }) => id),
        [foto.id],
      )
    })

    it('give the file of a public one, never that of a private one', async () => {
      const dado = await casa.postar(`/consulta/anexos/${arquivos.publico.id}`, chave)
      assert.equal((await dado.arrayBuffer()).byteLength, arquivos.publico.tamanho)
      const negado = await casa.postar(`/consulta/anexos/${arquivos.privado.id}`, chave)
      assert.equal((await problema(negado)).codigo, 'nao_encontrado')
    })
  })
})

describe('a file of the protocolo', () => {
  it('comes to be saved, and never to run', async () => {
    const resposta = await casa.postar(`/consulta/anexos/${foto.id}`, chave)
    assert.equal(resposta.status, 200)
    assert.equal(resposta.headers.get('Content-Type'), 'image/png')
    assert.equal(resposta.headers.get('Content-Length'), String(png.length))
    assert.equal(resposta.headers.get('X-Content-Type-Options'), 'nosniff')
    assert.match(resposta.headers.get('Content-Security-Policy') ?? '', /^sandbox/)
    assert.equal(
      resposta.headers.get('Content-Disposition'),
      `attachment; filename="buraco -fundo- na rua Sao Jose.png"; filename*=UTF-8''buraco%20-fundo-%20na%20rua%20S%C3%A3o%20Jos%C3%A9.png`,
    )
    assert.deepEqual(Buffer.from(await resposta.arrayBuffer()), png)
  })

  it('needs number and code, and belongs to that protocolo', async () => {
    assert.equal((await casa.postar(`/consulta/anexos/${foto.id}`, { ...chave, codigo: 'x' })).status, 404)
    const alheia = { numero: denuncia.numero, codigo: denuncia.codigoAcesso }
    for (const id of [foto.id, 'x', "' or 1=1", '00000000-0000-0000-0000-000000000000']) {
      const resposta = await casa.postar(`/consulta/anexos/${encodeURIComponent(id)}`, id === foto.id ? alheia : chave)
      assert.equal((await problema(resposta)).codigo, 'nao_encontrado')
    }
  })
})

describe('the comprovante again', () => {
  it('is a PDF', async () => {
    const resposta = await casa.postar('/consulta/comprovante', chave)
    assert.equal(resposta.status, 200)
    assert.equal(resposta.headers.get('Content-Type'), 'application/pdf')
    assert.match(resposta.headers.get('Content-Disposition') ?? '', /filename="comprovante PMT 2026-500100\.pdf"/)
    assert.ok(resposta.body)
    const bytes = await buffer(Readable.from(resposta.body))
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  })
})

describe('a new access code', () => {
  const trocar = (numero: string, codigo: string, chave: string = randomUUID()) =>
    casa.postar('/consulta/codigo', { numero, codigo }, { 'Idempotency-Key': chave })
  const trocado = async (numero: string, codigo: string, chave?: string) =>
    (await lerComo<{ codigoAcesso: string }>(await trocar(numero, codigo, chave), 200)).codigoAcesso
  const rastro = (id: string) => sql`
    select versao, (select count(*) from auditoria a where a.protocolo_id = p.protocolo_id and acao = 'protocolo.trocar_codigo') as trocas
      from protocolos p where protocolo_id = ${id}`

  it('replaces the old one at once, and is written down', async () => {
    const { numero, codigoAcesso, id } = await casa.aberto()
    const novo = await trocado(numero, codigoAcesso)
    assert.notEqual(novo, codigoAcesso)
    assert.equal((await casa.postar('/consulta', { numero, codigo: codigoAcesso })).status, 404)
    assert.equal((await casa.postar('/consulta', { numero, codigo: novo })).status, 200)
    assert.deepEqual([...(await rastro(id))], [{ versao: 2, trocas: 1 }])
  })

  it('is told again to who repeats the request, however the old code is written, and made once', async () => {
    const { numero, codigoAcesso, id } = await casa.aberto()
    const chave = randomUUID()
    const novo = await trocado(numero, codigoAcesso, chave)
    assert.equal(await trocado(numero, codigoAcesso, chave), novo)
    assert.equal(await trocado(numero, codigoAcesso.toLowerCase().replaceAll('-', ' '), chave), novo)
    assert.deepEqual([...(await rastro(id))], [{ versao: 2, trocas: 1 }])
  })

  it('is told to nobody with the old code and another key, nor once it was replaced itself', async () => {
    const { numero, codigoAcesso } = await casa.aberto()
    const chave = randomUUID()
    const novo = await trocado(numero, codigoAcesso, chave)
    assert.equal((await trocar(numero, codigoAcesso)).status, 404)
    const terceiro = await trocado(numero, novo, chave)
    assert.equal(new Set([codigoAcesso, novo, terceiro]).size, 3)
    assert.equal((await trocar(numero, codigoAcesso, chave)).status, 404)
  })

  it('differs from one protocolo to the next under the same key', async () => {
    const [um, outro] = [await casa.aberto(), await casa.aberto()]
    const chave = randomUUID()
    assert.notEqual(await trocado(um.numero, um.codigoAcesso, chave), await trocado(outro.numero, outro.codigoAcesso, chave))
  })

  it('needs an Idempotency-Key, as opening does', async () => {
    const { numero, codigoAcesso: codigo } = await casa.aberto()
    const sem = await casa.postar('/consulta/codigo', { numero, codigo })
    assert.equal(sem.status, 400)
    assert.equal((await problema(sem)).codigo, 'chave_ausente')
    assert.equal((await casa.postar('/consulta', { numero, codigo })).status, 200)
  })

  it('is given to one of two who ask at the same moment', async () => {
    const { numero, codigoAcesso } = await casa.aberto()
    const respostas = await Promise.all([trocar(numero, codigoAcesso), trocar(numero, codigoAcesso)])
    assert.deepEqual(respostas.map(({ status }) => status).sort(), [200, 404])
  })

  it('is the same for two at the same moment with the same key', async () => {
    const { numero, codigoAcesso, id } = await casa.aberto()
    const chave = randomUUID()
    const [um, outro] = await Promise.all([trocado(numero, codigoAcesso, chave), trocado(numero, codigoAcesso, chave)])
    assert.equal(um, outro)
    assert.deepEqual([...(await rastro(id))], [{ versao: 2, trocas: 1 }])
  })
})

describe('"Não sei o número"', () => {
  it('says and does the same whether or not there are protocolos', async () => {
    const antes = await lembretes()
    const [com, sem] = [
      await casa.postar('/consulta/lembrete', { documento: '111.444.777-35' }),
      await casa.postar('/consulta/lembrete', { documento: '529.982.247-25' }),
    ]
    assert.deepEqual([com.status, sem.status], [202, 202])
    assert.equal(await com.text(), await sem.text())
    const novos = (await lembretes()).slice(antes.length)
    assert.deepEqual(
      novos.map(({ documento }) => documento),
      ['11144477735', '52998224725'],
    )
  })

  it('asks to correct a document that can’t be', async () => {
    for (const documento of ['', '111', '111.444.777-36', "' or 1=1"]) {
      const resposta = await casa.postar('/consulta/lembrete', { documento })
      assert.equal(resposta.status, 422)
      assert.deepEqual(caminhos(await problema(resposta)), ['documento'])
    }
  })

  async function lembretes() {
    return await sql<{ documento: string }[]>`
      select j.payload->>'documento' as documento
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'enviar_lembrete' order by j.id`
  }
})
