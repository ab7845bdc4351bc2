import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { pedidosFeitos } from '../../demo/pedidos.js'
import { cidada, senha } from '../../demo/pessoas.js'
import type { ArquivoDeEntidade } from '../../server/contract/entidade.js'
import { casaDaDemo } from '../support/casa.js'
import { pick, press, tabTo, type } from '../support/keyboard.js'
import { focusedHeading } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'

/** The first call of a page, and one after minutes of rest, is sent again with the server's nonce (RFC 9449 §8); a number that is not there answers 404. */
const expected = /status of 40[14]/
const vilaSerena: ArquivoDeEntidade = JSON.parse(readFileSync(new URL('../../demo/entidades/vila-serena.json', import.meta.url), 'utf8'))
const pedidos = pedidosFeitos.filter(({ entidade, de }) => entidade === 'vila-serena' && de === cidada)
const quantos = (qual: (pedido: (typeof pedidos)[number]) => boolean) => pedidos.filter(qual).length

describe('the panel, by keyboard', () => {
  const casa = casaDaDemo()

  it('shows 39 processes, in and out of every filter', { timeout: 240_000 }, async (t) => {
    const { visita, painel } = await aberta(t)
    assert.deepEqual(await contadores(painel), ['39 Todos', '20 Em andamento', '7 Não analisados', '7 Pendentes', '5 Concluídos'])
    const grafico = await painel.getByRole('img').getAttribute('aria-label')
    assert.equal(grafico, '39 processos: 20 em andamento, 7 não analisados, 7 pendentes, 5 concluídos.')
    assert.equal(await painel.locator('.processos .processo').count(), 5)

    await press(painel.getByRole('link', { name: 'Ver todos os processos' }))
    await focusedHeading(painel, 'Meus processos')
    await mostra(painel, 39)
    for (const [nome, total] of [
      ['Pendentes', 7],
      ['Concluídos', 5],
      ['Em andamento', 20],
      ['Não analisados', 7],
      ['Todos', 39],
    ] as const) {
      await press(painel.getByRole('link', { name: new RegExp(`^${total} ${nome}$`) }))
      await painel.locator('.contador[aria-current]', { hasText: nome }).waitFor()
      await mostra(painel, total)
    }
    await visita.look('todos')

    for (const nome of ['Parados', 'Cancelados']) {
      await escolher(painel, { Situação: nome })
      await painel.locator('.vazio', { hasText: 'Nenhum processo com estes filtros.' }).waitFor()
      await painel.locator('.contador[aria-current]', { hasText: `0 ${nome}` }).waitFor()
    }
    await visita.look('nenhum')
    await visita.page.goBack()
    await painel.locator('.contador[aria-current]', { hasText: 'Parados' }).waitFor()
    await press(painel.getByRole('link', { name: /^39 Todos$/ }))
    await mostra(painel, 39)

    await escolher(painel, { Serviço: 'Emissão de ITBI' })
    await mostra(
      painel,
      quantos(({ tipo }) => tipo === 'itbi'),
    )
    await escolher(painel, { Situação: 'Pendentes' })
    await mostra(painel, 2)
    await visita.look('filtros')
    await visita.page.goBack()
    await visita.page.goBack()
    await mostra(painel, 39)

    await escolher(painel, { Órgão: 'C' })
    await mostra(
      painel,
      quantos(({ tipo }) => orgaoDe(tipo) === 'CAMARA'),
    )
    await limpar(painel)

    const haUmMes = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10)
    for (const [campo, total] of [
      ['Abertos até', 5],
      ['Abertos de', 34],
    ] as const) {
      await abrirFiltros(painel)
      await painel.getByLabel(campo).fill(haUmMes)
      await press(painel.getByRole('button', { name: 'Filtrar' }))
      await mostra(painel, total)
      await limpar(painel)
    }

    await type(painel.getByRole('searchbox', { name: 'Palavra ou número' }), 'PODA arvore')
    await visita.page.keyboard.press('Enter')
    await mostra(
      painel,
      quantos(({ tipo }) => tipo === 'poda-arvore'),
    )
    await limpar(painel)
    await mostra(painel, 39)
    assert.deepEqual(visita.complaints, [])
  })

  it('finds any number: one’s own opens, another’s shows what the number alone tells, none says so beside the field', {
    timeout: 120_000,
  }, async (t) => {
    const { visita, painel } = await aberta(t)
    const campo = painel.getByRole('textbox', { name: 'Consultar um número' })
    await tabTo(campo)
    await visita.page.keyboard.press('Enter')
    await painel.getByText('Escreva o número.').waitFor()
    await type(campo, 'PMVS 2026/999999')
    await visita.page.keyboard.press('Enter')
    await painel.getByText('Não encontramos um processo com esse número.').waitFor()
    await campo.and(visita.page.locator(':focus[aria-invalid=true]')).waitFor()
    await visita.look('número que não há')

    const [proprio = '', deOutro = ''] = await Promise.all([
      numeroDe('12345678909', 'buraco'),
      numeroDe('12ABC34501DE35', 'alvara', 'em_andamento'),
    ])
    await type(campo, deOutro)
    await visita.page.keyboard.press('Enter')
    await painel.getByText('Este processo não está na sua conta.').waitFor()
    await visita.look('processo de outra pessoa')
    await type(campo, proprio.toLowerCase().replace(' ', ''))
    await visita.page.keyboard.press('Enter')
    await focusedHeading(painel, proprio)
    await visita.page.goBack()
    await focusedHeading(painel, 'Olá, Pessoa')
    assert.deepEqual(visita.complaints, [])
  })

  it('tells what waits, opens it by its tabs, takes a message, and keeps one that is half written', { timeout: 120_000 }, async (t) => {
    const { visita, painel } = await aberta(t)
    await press(
      painel.getByRole('link', { name: 'Pendências 7 (7 esperam por você)' }).or(painel.locator('.aba', { hasText: 'Pendências' })),
    )
    await focusedHeading(painel, 'Pendências')
    await painel.locator('.pendencia').nth(6).waitFor()
    assert.equal(await painel.locator('.pendencia').count(), 7)
    await visita.look('pendências')
    const itbi = painel.locator('.pendencia', { hasText: 'A matrícula enviada é antiga.' }).first()
    const doProcesso = itbi.getByRole('link', { name: /^PMVS/ })
    const numero = (await doProcesso.textContent()) ?? ''
    await press(doProcesso)
    await focusedHeading(painel, numero)
    await painel.getByText('Falta a sua resposta').waitFor()
    await press(painel.getByRole('link', { name: 'Andamento' }))
    await painel.getByText('Pedimos algo a você').waitFor()
    await press(painel.getByRole('link', { name: 'Documentos' }))
    await painel.getByText('O que foi enviado').waitFor()
    await press(painel.getByRole('link', { name: 'Mensagens' }))
    await painel.locator('.conversa > li').nth(1).waitFor()
    await visita.look('mensagens')

    const campo = painel.getByRole('textbox', { name: 'Escrever ao setor' })
    await type(campo, 'Já pedi a matrícula.')
    await visita.page.reload()
    await painel.locator('.conversa > li').nth(1).waitFor()
    assert.equal(await campo.inputValue(), 'Já pedi a matrícula.')
    await press(painel.getByRole('button', { name: 'Enviar mensagem' }))
    await painel.locator('.conversa').getByText('Já pedi a matrícula.').waitFor()
    assert.equal(await campo.inputValue(), '')
    await visita.look('mensagem enviada')
    await visita.page.reload()
    await painel.locator('.conversa > li').nth(2).waitFor()
    assert.equal(await painel.locator('.conversa > li').count(), 3)
    const avisos = await casa.database.sql`select para from avisos where novidade = 'mensagem_do_requerente'`
    assert.equal(avisos.length, 1)

    await visita.page.goBack()
    await painel.getByText('O que foi enviado').waitFor()
    for (const _ of ['andamento', 'resumo', 'pendências']) await visita.page.goBack()
    await focusedHeading(painel, 'Pendências')
    assert.deepEqual(visita.complaints, [])
  })

  it('lets a process of another be read for as long as the vista lasts, and keeps that it was', { timeout: 120_000 }, async (t) => {
    const { visita, painel } = await aberta(t)
    await press(painel.getByRole('link', { name: 'Liberados' }))
    await focusedHeading(painel, 'Liberados')
    await painel.locator('.processos .processo').nth(1).waitFor()
    await visita.look('liberados')
    const primeiro = painel.locator('.processos a').first()
    const numero = (await primeiro.textContent()) ?? ''
    await press(primeiro)
    await focusedHeading(painel, numero)
    await painel.getByText('Este processo é de outra pessoa.').waitFor()
    assert.equal(await painel.getByRole('button').count(), 1, 'only the way out of the conta')
    await visita.look('processo liberado')
    const vistos = await casa.database.sql`select from auditoria where acao = 'vista.ver'`
    assert.ok(vistos.length > 0)

    await casa.database.sql`update vistas set ate = now() - interval '1 second'`
    await visita.page.reload()
    await painel.getByText('Este protocolo não está na sua conta.').waitFor()
    await press(painel.getByRole('link', { name: 'Liberados' }))
    await painel.getByText('Nenhum processo liberado para você').waitFor()
    assert.deepEqual(visita.complaints, [])
  })

  for (const width of [280, 1200]) {
    it(`holds in ${width} px without scrolling sideways`, { timeout: 120_000 }, async (t) => {
      const { visita, painel } = await aberta(t, width)
      for (const hash of ['inicio', 'processos', 'pendencias', 'liberados', 'dados']) {
        await visita.page.evaluate((tela) => (location.hash = `#painel=${tela}`), hash)
        await painel.locator('.quadro:not(:has(.esqueleto))').waitFor()
        const [inside = 0, outside = 0] = await visita.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
        assert.ok(inside <= outside, `${hash}: ${inside} px in ${outside}`)
        await visita.look(`${hash} em ${width} px`)
      }
      assert.deepEqual(visita.complaints, [])
    })
  }

  /** Signed in as the citizen of the demo. */
  async function aberta(t: { after(fn: () => Promise<void>): void }, width = 900): Promise<{ visita: Visit; painel: Locator }> {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width, height: 900 } })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/painel.html`, { expected })
    const painel = visita.page.locator('protocolo-painel')
    await type(painel.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' }), cidada.documento)
    await type(painel.locator('[name=senhaAtual]'), senha)
    await press(painel.getByRole('button', { name: 'Entrar com senha' }))
    await focusedHeading(painel, 'Olá, Pessoa')
    await painel.locator('.contador').first().waitFor()
    await painel.locator('.processos .processo').first().waitFor()
    return { visita, painel }
  }

  async function numeroDe(documento: string, tipo: string, situacao = 'nao_analisado'): Promise<string> {
    const [achado] = await casa.database.sql<{ numero: string }[]>`
      select p.numero from protocolos p join tipos using (entidade_id, tipo_id)
       where p.requerente_documento = ${documento} and tipos.codigo = ${tipo} and p.situacao = ${situacao}`
    return achado?.numero ?? ''
  }
})

async function contadores(painel: Locator): Promise<string[]> {
  const textos = await painel.locator('.contador').allTextContents()
  return textos.map((um) => um.replace(/\s+/g, ' ').trim())
}

const porPagina = 20

/** The list has so many rows, to its last page; each process once. */
async function mostra(painel: Locator, total: number): Promise<void> {
  await linhas(painel, Math.min(total, porPagina))
  const mais = painel.getByRole('button', { name: 'Mostrar mais' })
  for (let vistas = porPagina; vistas < total; vistas += porPagina) {
    await press(mais)
    await linhas(painel, Math.min(total, vistas + porPagina))
  }
  assert.equal(await mais.count(), 0)
  const ids = await painel.locator('.processos a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  assert.equal(new Set(ids).size, total)
}

async function linhas(painel: Locator, quantas: number): Promise<void> {
  await painel.locator(`.processos:not(:has(> :nth-child(${quantas + 1}))) > :nth-child(${quantas})`).waitFor()
}

async function abrirFiltros(painel: Locator): Promise<void> {
  if ((await painel.locator('details[open]').count()) === 0) await press(painel.locator('summary', { hasText: 'Filtros' }))
}

async function escolher(painel: Locator, escolhas: Record<string, string>): Promise<void> {
  await abrirFiltros(painel)
  for (const [nome, opcao] of Object.entries(escolhas)) await pick(painel.getByRole('combobox', { name: nome }), opcao)
  await press(painel.getByRole('button', { name: 'Filtrar' }))
}

async function limpar(painel: Locator): Promise<void> {
  await press(painel.getByRole('link', { name: 'Limpar filtros' }).first())
}

function orgaoDe(codigo: string): string | undefined {
  const unidade = vilaSerena.tipos.find((tipo) => tipo.codigo === codigo)?.unidade
  return vilaSerena.orgaos.find(({ unidades }) => unidades.some((uma) => uma.codigo === unidade))?.sigla
}
