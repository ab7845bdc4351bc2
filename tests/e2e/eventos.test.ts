import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { cidada, senha, servidores } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { entrarComSenha } from '../support/conta.js'
import { eventos, type Ouvido } from '../support/eventos.js'
import { conhecidoEm } from '../support/hospedeiro.js'
import { abrirNaMesa, ato, botao, enviarAto, escreverDespacho, mesa, receber, sentar } from '../support/mesa.js'
import { focusedHeading, pessoa } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'
import { abrirItbi, consultar } from '../support/walk.js'

/** The first call of a page is sent again with the server's nonce (RFC 9449 §8); a number that is nobody's is not found. */
const expected = /status of 40[14]/

describe('what the tags tell the page', { concurrency: 1 }, () => {
  const casa = casaDaDemo()

  it('goes into a dataLayer by one line of the page, flat, in the order of what happened', { timeout: 240_000 }, async (t) => {
    const visita = await abrir(t, '/demo/simples.html', porNaCamada)
    const { page } = visita
    const recibo = await abrirItbi(visita)
    await consultar(visita, recibo)
    const consulta = page.locator('protocolo-consulta')
    await consulta.getByRole('button', { name: 'Nova consulta' }).click()
    await consulta.getByRole('textbox', { name: 'Número do protocolo' }).fill('PMVS 2026/999999')
    await consulta.getByRole('textbox', { name: 'Número do protocolo' }).press('Enter')
    await consulta.locator('.erros').waitFor()

    const camada: { event: string }[] = await page.evaluate(() => JSON.parse(JSON.stringify(Reflect.get(window, 'dataLayer'))))
    const doPedido = camada.filter(({ event }) => event !== 'protocolo-passo' && event !== 'protocolo-recusado')
    const entidade = 'vila-serena'
    assert.deepEqual(new Set(doPedido.slice(0, 2).map(({ event }) => event)), new Set(['protocolo-pronto']), 'both tags are ready')
    const resto = doPedido.slice(2)
    assert.deepEqual(
      resto.map(({ event }) => event),
      [
        'protocolo-iniciado',
        'protocolo-rascunho',
        'protocolo-aberto',
        'protocolo-consultado',
        'protocolo-tela',
        'protocolo-consultado',
        'protocolo-tela',
        'protocolo-falha',
      ],
    )
    assert.deepEqual(resto[0], { event: 'protocolo-iniciado', entidade, tipo: 'itbi', orgao: 'PMVS' })
    assert.deepEqual(resto[1], { event: 'protocolo-rascunho', entidade, tipo: 'itbi', onde: 'aparelho' })
    assert.deepEqual(resto[2], { event: 'protocolo-aberto', entidade, tipo: 'itbi', orgao: 'PMVS' })
    assert.deepEqual(resto[3], {
      event: 'protocolo-consultado',
      entidade,
      tipo: 'itbi',
      situacao: 'nao_analisado',
      resultado: null,
      nivel: 1,
    })
    assert.deepEqual(resto.at(-1), { event: 'protocolo-falha', entidade, codigo: 'protocolo_nao_encontrado' })
    assert.deepEqual(
      camada.flatMap((um) => ('passo' in um && um.event === 'protocolo-passo' ? [um.passo] : [])),
      ['apresentacao', 'formulario', 'requerente', 'documentos', 'revisao'],
    )
    semNadaDe(camada, [...Object.values(pessoa), recibo.numero, recibo.codigo, ...recibo.respostas])
    assert.deepEqual(visita.complaints, [])
  })

  it('of who is signed in is no more than which view and which act', { timeout: 240_000 }, async (t) => {
    const visita = await abrir(t, '/demo/painel.html')
    const painel = visita.page.locator('protocolo-painel')
    await entrarComSenha(painel, cidada.documento, 'palavra errada')
    await painel.getByRole('alert').waitFor()
    await entrarComSenha(painel, '', senha)
    await painel.getByRole('link', { name: /^Pendências/ }).click()
    await focusedHeading(painel, 'Minhas pendências')
    await visita.page.goBack()
    await painel.getByRole('link', { name: /^Meus processos/ }).click()
    await painel.locator('.processo', { hasText: 'Em andamento' }).getByRole('link').first().click()
    await painel.getByRole('link', { name: /^Mensagens/ }).click()
    await painel.getByLabel('Escrever ao setor').fill('Meu CPF é 123.456.789-09, telefone (19) 99999-0000.')
    await painel.getByRole('button', { name: 'Enviar mensagem' }).click()
    await painel.locator('.conversa').getByText('Meu CPF é').waitFor()
    await painel.getByRole('button', { name: 'Sair' }).click()
    await focusedHeading(painel, 'Entrar')

    assert.deepEqual(
      visita.eventos.map(({ nome, detail }) => [
        nome.replace('protocolo-', ''),
        detail.tela ?? detail.ato ?? detail.aberta ?? detail.codigo,
      ]),
      [
        ['tela', 'entrar'],
        ['pronto', undefined],
        ['falha', 'entrada_recusada'],
        ['sessao', true],
        ['tela', 'inicio'],
        ['tela', 'pendencias'],
        ['tela', 'inicio'],
        ['tela', 'processos'],
        ['tela', 'processo'],
        ['ato', 'mensagem'],
        ['sessao', false],
        ['tela', 'entrar'],
      ],
    )
    semNadaDe(visita.eventos, [cidada.nome, cidada.documento, 'Meu CPF', ...numerosNaPagina(await visita.page.content())])
    assert.deepEqual(visita.complaints, [])
  })

  it('of the desk is which process is open and which act was done, never whose', { timeout: 240_000 }, async (t) => {
    const [atendente] = servidores
    assert.ok(atendente)
    const { numero } = conhecidoEm(casa.server.output())
    const visita = await abrir(t, '/demo/mesa.html')
    await sentar(visita, atendente)
    await abrirNaMesa(visita, numero)
    if (await botao(visita, 'Receber').isVisible()) await receber(visita)
    await botao(visita, 'Despachar').click()
    await ato(visita).waitFor()
    await escreverDespacho(visita, 'Só a equipe lê', `Ligar para Pessoa Exemplo sobre ${numero}.`)
    await enviarAto(visita, 'Registrar despacho')
    await mesa(visita).evaluate((tag) => (tag as HTMLElement & { sair(): Promise<void> }).sair())
    await focusedHeading(mesa(visita), 'Entrar')

    const ditos = visita.eventos.map(({ nome, detail }) =>
      `${nome.replace('protocolo-', '')} ${detail.tela ?? detail.ato ?? detail.aberta ?? ''}`.trim(),
    )
    for (const dito of ['tela processo', 'ato despachar', 'sessao true', 'sessao false'])
      assert.ok(ditos.includes(dito), `${dito} in ${ditos}`)
    semNadaDe(visita.eventos, [numero, atendente.nome, atendente.documento, 'Pessoa Exemplo'])
    assert.deepEqual(visita.complaints, [])
  })

  async function abrir(t: TestContext, caminho: string, antes?: (context: BrowserContext) => Promise<void>): Promise<Visit> {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width: 1200, height: 900 } })
    t.after(() => context.close())
    await antes?.(context)
    const visita = await visit(context, casa.server.address + caminho, { expected })
    t.after(() => visita.complaints.forEach((complaint) => void t.diagnostic(complaint)))
    return visita
  }
})

/** As a page that has a tag manager does it. */
async function porNaCamada(context: BrowserContext): Promise<void> {
  await context.addInitScript((nomes) => {
    const dataLayer: object[] = []
    Reflect.set(window, 'dataLayer', dataLayer)
    for (const nome of nomes) addEventListener(nome, (e) => dataLayer.push({ event: e.type, ...(e as CustomEvent).detail }))
  }, eventos)
}

/** Every number of a protocolo in a page. */
function numerosNaPagina(html: string): string[] {
  return [...html.matchAll(/[A-Z]+ \d{4}\/\d+/g)].map(([numero]) => numero)
}

/** Nothing of these, as it is written nor by its digits alone. */
function semNadaDe(ouvidos: readonly (Ouvido | object)[], proibidos: readonly string[]): void {
  const ditos = JSON.stringify(ouvidos)
  assert.ok(proibidos.length > 0)
  for (const proibido of proibidos) {
    const digitos = proibido.replace(/\D/g, '')
    assert.ok(!ditos.includes(proibido), proibido)
    if (digitos.length > 3) assert.ok(!ditos.replace(/\D/g, '').includes(digitos), `digits of ${proibido}`)
  }
}
