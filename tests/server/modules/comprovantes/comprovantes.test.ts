import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { arquivoDeEntidade } from '../../../../server/contract/entidade.js'
import type { ComprovanteDe } from '../../../../server/modules/comprovantes/comprovantes.js'
import { type DadosDoComprovante, gerarComprovantePdf, nomeDoFuso } from '../../../../server/modules/comprovantes/comprovantes.js'
import { openPdf, type Pdf, qrOf, textOf } from '../../../support/pdf.js'
import { fixedClock } from '../../helpers/clock.js'

const arquivo = v.parse(
  arquivoDeEntidade,
  JSON.parse(readFileSync(new URL('../../../../demo/entidades/vila-serena.json', import.meta.url), 'utf8')),
)
const consulta = 'https://protocolo.exemplo.br/vila-serena?protocolo=PMVS+2026%2F500114'
const sha256 = '0123456789abcdef'.repeat(4)

const dados: DadosDoComprovante = {
  id: '019ab4c2-0000-7000-8000-000000000001',
  numero: 'PMVS 2026/500114',
  codigoAcesso: 'K7QF-2M9T-XB4H',
  abertoEm: '2026-11-12T17:32:00.000Z',
  prazo: '2026-12-14',
  tipo: { codigo: 'itbi', nome: 'Emissão de ITBI' },
  orgao: { sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena' },
  unidade: { codigo: 'tributos-imobiliarios', nome: 'Tributos Imobiliários' },
  prioridade: 'idoso_60',
  respostas: [
    { rotulo: 'Inscrição imobiliária', valor: '01.02.003.0004-5' },
    { rotulo: 'Observações', valor: 'Ação já começou: coração, pêssego, órgão' },
  ],
  anexos: [
    { id: 'a', nome: 'contrato assinado.pdf', tipo: 'application/pdf', tamanho: 1258291, sha256, documento: 'Contrato ou escritura' },
  ],
  consulta,
  email: 'h•••@exemplo.br',
}

async function generate(changes: Partial<DadosDoComprovante> = {}, entidade: ComprovanteDe = { arquivo }) {
  const bytes = await buffer(await gerarComprovantePdf({ clock: fixedClock() }, entidade, { ...dados, ...changes }))
  return openPdf(bytes)
}

interface Node {
  role: string
  alt?: string
  children: (Node | { type: string })[]
}

async function structureOf(pdf: Pdf): Promise<Node[]> {
  const tree: Node = await (await pdf.getPage(1)).getStructTree()
  const walk = (node: Node): Node[] => [node, ...node.children.flatMap((child) => ('role' in child ? walk(child) : []))]
  return walk(tree)
}

describe('comprovante em PDF', () => {
  it('tells number, code, moment with its time zone, tipo, orgao, unidade, deadline, priority and the masked e-mail', async () => {
    const text = await textOf(await generate())
    for (const part of [
      'PMVS 2026/500114',
      'K7QF-2M9T-XB4H',
      '12/11/2026, 14h32 (Horário Padrão de Brasília, GMT-3)',
      'Emissão de ITBI',
      'Tributos Imobiliários',
      '14/12/2026',
      'Tenho 60 anos ou mais',
      'h•••@exemplo.br',
      'Ação já começou: coração, pêssego, órgão',
      'Encarregada Exemplo Pereira',
      'Página 1 de 1',
    ]) {
      assert.ok(text.includes(part), part)
    }
  })

  it('calls things as the entidade does, but for what was named by people', async () => {
    const solicitacao = { singular: 'solicitação', plural: 'solicitações', genero: 'f' } as const
    const nomes = { protocolo: solicitacao, processo: solicitacao, pedido: solicitacao }
    const tipo = { codigo: 'copia', nome: 'Cópia de processo' }
    const sua = { arquivo: { ...arquivo, nomes, tipos: arquivo.tipos.map((um, n) => (n === 0 ? { ...um, ...tipo } : um)) } }
    const pdf = await generate({ tipo }, sua)
    const text = (await textOf(pdf)).replace(/\s+/g, ' ')
    for (const part of [
      'Recebemos a sua solicitação',
      'Número da solicitação',
      'você vê tudo sobre a solicitação',
      'Solicitação Cópia de processo',
      'Aberta em 12/11/2026, 14h32',
      'analisar e responder a solicitação (Lei',
      'solicitação PMVS 2026/500114',
    ])
      assert.ok(text.includes(part), `${part} in ${text}`)
    assert.doesNotMatch(text.replace(consulta, ''), /protocolo|pedido/i)
    const { info } = await pdf.getMetadata()
    assert.equal(Object(info).Title, 'Comprovante da solicitação PMVS 2026/500114')
  })

  it('tells each file with its size and whole SHA-256', async () => {
    const text = await textOf(await generate())
    for (const part of ['contrato assinado.pdf', 'Contrato ou escritura · 1,2 MB', sha256]) assert.ok(text.includes(part), part)
  })

  it('goes without the code when nobody told it, and says so', async () => {
    const { codigoAcesso, ...semCodigo } = dados
    const bytes = await buffer(await gerarComprovantePdf({ clock: fixedClock() }, { arquivo }, semCodigo))
    const text = await textOf(await openPdf(bytes))
    assert.ok(codigoAcesso && !text.includes(codigoAcesso))
    assert.match(text, /o código de acesso não aparece aqui/)
    assert.ok(text.includes(dados.numero))
  })

  it('is tagged, in pt-BR, shows its title, and says when it was made', async () => {
    const pdf = await generate()
    const { info } = await pdf.getMetadata()
    const told = new Map(Object.entries(info))
    assert.equal(told.get('Language'), 'pt-BR')
    assert.equal(told.get('PDFFormatVersion'), '1.7')
    assert.equal(told.get('Title'), 'Comprovante do protocolo PMVS 2026/500114')
    assert.equal(told.get('Author'), arquivo.nome)
    assert.equal((await pdf.getMarkInfo())?.Marked, true)
    assert.equal(new Map(Object.entries((await pdf.getViewerPreferences()) ?? {})).get('DisplayDocTitle'), true)
  })

  it('has a structure tree: one H1, H2s, paragraphs, lists, a link and a figure with an alternative', async () => {
    const nodes = await structureOf(await generate())
    const roles = nodes.map(({ role }) => role)
    assert.equal(roles.filter((role) => role === 'H1').length, 1)
    for (const role of ['Document', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Link', 'Figure']) assert.ok(roles.includes(role), role)
    assert.equal(nodes.find(({ role }) => role === 'Figure')?.alt, `Código QR que leva a ${consulta}`)
  })

  it('links to the consult page', async () => {
    const page = await (await generate()).getPage(1)
    const links: { url?: string }[] = await page.getAnnotations()
    assert.deepEqual([...new Set(links.map(({ url }) => url))], [consulta])
  })

  it('has a QR code that leads to the consult page, without the access code', async () => {
    assert.equal(await qrOf(await generate()), consulta)
  })

  it('flows over pages, each with its place', async () => {
    const palavras = Array.from({ length: 3000 }, (_, n) => `palavra${n}`)
    const pdf = await generate({ respostas: [{ rotulo: 'Relato', valor: palavras.join(' ') }] })
    assert.ok(pdf.numPages > 2)
    const found = new Set((await textOf(pdf)).split(/\s+/))
    assert.deepEqual(
      palavras.filter((palavra) => !found.has(palavra)),
      [],
    )
    assert.match(await textOf(pdf), new RegExp(`Página ${pdf.numPages} de ${pdf.numPages}`))
  })

  it('takes any text: emoji, ideographs, direction and joining marks, controls, one endless word', async () => {
    const valor = `👩‍👩‍👧 漢字 \u202Eabc \u0000\u0007 ${'W'.repeat(3000)} café\u0301 שלום`
    const text = await textOf(await generate({ respostas: [{ rotulo: valor.slice(0, 30), valor }] }))
    assert.ok(text.includes('□□'))
    assert.ok(text.includes('abc'))
    assert.ok(!/[\p{Cc}\p{Cf}]/u.test(text))
  })

  it('writes the name on the brand colour in black where white could not be read', async () => {
    const claro = { ...arquivo, tema: { corAcao: '#ffe066' } }
    assert.ok((await textOf(await generate({}, { arquivo: claro }))).includes(arquivo.nome))
  })
})

describe('nomeDoFuso', () => {
  it('says which clock was read', () => {
    assert.match(nomeDoFuso('America/Manaus', '2026-01-12T12:31:00Z'), /Amazonas, GMT-4/)
  })
})
