import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { fixedClock } from '../../helpers/platform.js'
import { montarGestao } from './apoio.js'

const clock = fixedClock('2026-11-23T12:00:00Z')
const { platform, oficial, pessoa, pedir, abrirComo, colocar } = await montarGestao({ clock })
const quem = await oficial({ obras: 'gestor', geral: 'administrador' })
const dono = await pessoa()

const textos = [
  '\u0000',
  '\ud800',
  '\u202egnp.exe',
  '\u0007',
  "' or 1=1 --",
  '%_\\',
  '& | ! ( ) <-> :* a:b',
  '😀'.repeat(50),
  'é'.repeat(101),
  '=HYPERLINK("x")',
  '<script>alert(1)</script>',
  'a\r\nSet-Cookie: x',
  '-1',
  '0',
  '1e9',
  '99999999999999999999',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '2999-12-31',
  '1000-01-01',
  '__proto__',
  'constructor',
]
const numeros = [-1, 0, 2 ** 31, 2 ** 53, 1e300, -1e300]

async function novo(): Promise<string> {
  const { id } = await abrirComo(dono)
  await colocar(id, 'em_andamento')
  return id
}

/** Done or refused, and said why: never a failure of ours. */
function exigirResposta({ status }: Response, caso: unknown): void {
  assert.ok(status < 500, `${status} ${JSON.stringify(caso)}`)
}

describe('a filter of the desk', () => {
  const filtros: Record<string, readonly string[]> = {
    '/gestao/fila': ['fila', 'unidade', 'tipo', 'situacao', 'responsavel', 'de', 'ate', 'busca', 'depois', 'limite'],
    '/gestao/fila/contagens': ['unidade'],
    '/gestao/auditoria': ['protocolo', 'quem', 'de', 'ate', 'depois', 'limite'],
    '/gestao/indicadores': ['de', 'ate', 'tipo', 'unidade', 'formato'],
    '/gestao/procuracoes': ['estado', 'depois'],
  }
  for (const [caminho, nomes] of Object.entries(filtros)) {
    it(`of ${caminho} is read or refused, whatever it holds`, async () => {
      for (const nome of nomes)
        for (const texto of textos.filter((um) => um !== '\ud800')) {
          exigirResposta(await pedir(quem, 'GET', `${caminho}?${nome}=${encodeURIComponent(texto)}`), { nome, texto })
        }
    })
  }

  it('with the cursor of another list is refused', async () => {
    for (let n = 0; n < 2; n++) await novo()
    const fila = await (await pedir(quem, 'GET', '/gestao/fila?limite=1')).json()
    assert.equal(typeof fila.proximo, 'string')
    for (const lista of ['auditoria', 'procuracoes', 'fila?fila=encerrados']) {
      const com = `/gestao/${lista}${lista.includes('?') ? '&' : '?'}depois=${fila.proximo}`
      assert.equal((await pedir(quem, 'GET', com)).status, 422, lista)
    }
  })
})

describe('an act of the desk', () => {
  it('with any versao is done or refused', async () => {
    const id = await novo()
    for (const versao of numeros) {
      const body = { acao: 'despachar', versao, texto: 'Certo.', visibilidade: 'publico' }
      exigirResposta(await pedir(quem, 'POST', `/gestao/protocolos/${id}/tramites`, { body }), versao)
      const lote = { acao: 'receber', protocolos: [{ id, versao }] }
      exigirResposta(await pedir(quem, 'POST', '/gestao/lote', { body: lote }), versao)
      const abertura = { canal: 'balcao', tipo: 'buraco', versao, respostas: {}, requerente: { nome: 'A', documento: '1' }, anexos: [] }
      const headers = { 'Idempotency-Key': randomUUID() }
      exigirResposta(await pedir(quem, 'POST', '/gestao/protocolos', { body: abertura, headers }), versao)
    }
  })

  it('with any text or day is done or refused', async () => {
    const id = await novo()
    for (const t of textos) {
      const atos: object[] = [
        { acao: 'despachar', texto: t, visibilidade: 'privado' },
        { acao: 'encaminhar', destino: t, texto: t, visibilidade: 'publico', prazo: t },
        { acao: 'encaminhar', destino: 'obras', texto: t, visibilidade: 'publico', prazo: `${t}T10:00` },
        { acao: 'parar', texto: t, ate: t },
        { acao: 'exigir', texto: t, pendencias: [{ especie: 'informacao', texto: t, prazo: t }] },
        { acao: 'exigir', pendencias: [{ especie: 'correcao', texto: t, prazo: '2026-12-01', alvo: { campo: t, motivo: 'incorreto' } }] },
        { acao: 'reclassificar', texto: t, tipo: t, interessado: { nome: t, documento: t } },
        {
          acao: 'concluir',
          resultado: 'atendido',
          texto: t,
          documento: { anexo: randomUUID(), nome: t, validade: t },
        },
      ]
      for (const ato of atos) {
        const body = { versao: 1_000_000, ...ato }
        exigirResposta(await pedir(quem, 'POST', `/gestao/protocolos/${id}/tramites`, { body }), ato)
      }
      await colocar(id, 'em_andamento')
    }
  })

  it('with any text is done or refused elsewhere too', async () => {
    const id = await novo()
    for (const t of textos) {
      const chave = { 'Idempotency-Key': randomUUID() }
      const pedidos: [string, string, object][] = [
        ['POST', `/gestao/protocolos/${id}/vistas`, { para: { email: t }, nome: t, ate: t, motivo: t }],
        ['POST', `/gestao/protocolos/${id}/vistas`, { para: { documento: '111.444.777-35' }, nome: t, ate: '2026-12-01', motivo: t }],
        ['POST', `/gestao/protocolos/${id}/mensagens`, { texto: t }],
        ['POST', `/gestao/procuracoes/${id}/recusa`, { motivo: t }],
        ['PUT', '/gestao/administracao/lotacoes', { documento: t, unidade: t, papel: 'gestor' }],
        ['PUT', '/gestao/administracao/tipos/x', { codigo: 'x', nome: t }],
        ['PUT', `/gestao/administracao/unidades/x`, { codigo: 'x', nome: t, orgao: 'PME', email: t }],
        ['PUT', '/gestao/administracao/arquivo?simular=1', { codigo: 'exemplo', nome: t }],
        ['POST', '/gestao/administracao/chaves', { nome: t, escopos: ['consulta'] }],
      ]
      for (const [method, path, body] of pedidos) exigirResposta(await pedir(quem, method, path, { body, headers: chave }), { path, t })
      for (const path of [`protocolos/${t}`, `unidades/${t}/pessoas`, `administracao/tipos/${t}`, `protocolos/${id}/anexos/${t}`])
        if (t !== '\ud800') exigirResposta(await pedir(quem, 'GET', `/gestao/${path.split('/').map(encodeURIComponent).join('/')}`), path)
    }
  })

  it('of who made the request is kept as everybody can read it, or refused', async () => {
    const id = await novo()
    const desistir = (texto: string) => pedir(dono, 'POST', `/meus/protocolos/${id}/desistencia`, { body: { texto } })
    for (const texto of ['\u0000', '\u0007', '\ud800']) assert.equal((await desistir(texto)).status, 422, JSON.stringify(texto))
    assert.equal((await desistir('Fiz\r\no \u202eserviço.')).status, 201)
    const [ultimo] = await platform.db.sql`select texto from tramites where protocolo_id = ${id} and especie = 'cancelamento'`
    assert.deepEqual(ultimo, { texto: 'Fiz\no serviço.' })
  })
})
