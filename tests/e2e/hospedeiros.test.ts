import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { paginas, paginasDificeis } from '../../demo/paginas.js'
import { casaDaDemo } from '../support/casa.js'
import {
  ajustar,
  type Comparacao,
  caminhos,
  comFonteComum,
  conhecidoEm,
  diferencas,
  fotografar,
  largar,
  letrasMiudas,
  retratar,
  semHash,
  tags,
  transbordos,
} from '../support/hospedeiro.js'
import { focusedHeading } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'

const larguras = [280, 600, 1200]

interface Hospedeiro {
  arquivo: string
  titulo: string
  /** What the tags must withstand there. */
  abusos: readonly string[]
  esperado?: RegExp
  comparacao?: Comparacao
  /** Before the tags can be used. */
  abrir?(page: Page): Promise<void>
  /** What holds only there, once the tags were used. */
  conferir?(visita: Visit): Promise<void>
}

/** In both quirks modes a line with nothing but a badge is as high as the badge, not as text would be. */
const linhasSoDeSelo: Comparacao = { folga: 8 }

const abusosDe: Record<string, Omit<Hospedeiro, 'arquivo' | 'titulo'>> = {
  'wordpress.html': {
    abusos: ['rules of a theme for every form', 'html of 62.5%', 'paragraphs put into the tags', 'pictures put where emoji were'],
    conferir: async ({ page }) => {
      assert.equal(await page.locator('#recent-posts-2 img.emoji').count(), 1, 'what comes into the page is looked through')
      assert.equal(await page.getByText('Dúvidas? Ligue 156 — ou venha.').isVisible(), true, 'the page’s own part stays one')
      assert.equal(await page.getByRole('link', { name: 'Abrir um pedido' }).isVisible(), false)
    },
  },
  'bootstrap3.html': { abusos: ['Bootstrap 3', 'html of 10px'] },
  'iso-8859-1.html': { abusos: ['ISO-8859-1', 'a layout of tables'], comparacao: linhasSoDeSelo },
  'csp.html': { abusos: ["default-src 'none'", 'require-trusted-types-for'] },
  'lateral.html': { abusos: ['a sidebar of 280 px'] },
  'bootstrap5.html': { abusos: ['Bootstrap 5'] },
  'foundation.html': { abusos: ['resets as those of Foundation'] },
  'zerada.html': { abusos: ['* { all: unset }'] },
  'regras.html': {
    abusos: ['html of 62.5%', 'uppercase on body', 'input { border: 5px } by id', 'label { float: left }', 'the tag’s own class names'],
    conferir: async ({ page }) => {
      const doSite = await page.locator('body').evaluate((body) => getComputedStyle(body))
      assert.equal(doSite.textTransform, 'uppercase', 'a class named protocolo is the page’s own affair')
    },
  },
  'rtl.html': { abusos: ['a page from right to left'] },
  'antiga.html': {
    abusos: ['quirks mode', 'a base address elsewhere', 'inside a layout of tables', 'inside a form of the page'],
    comparacao: linhasSoDeSelo,
    conferir: async ({ page }) => {
      assert.equal(await page.evaluate(() => document.compatMode), 'BackCompat')
      const campos = await page
        .locator('#aspnetForm')
        .evaluate((form: HTMLFormElement) => [...form.elements].map((campo) => campo.outerHTML))
      assert.deepEqual(
        campos.filter((campo) => !/__VIEWSTATE|ctl00/.test(campo) && !/type="?button/.test(campo)),
        [],
        'fields that Enter would send with the page’s form',
      )
    },
  },
  'jquery.html': {
    abusos: ['jQuery 1 with plugins over all fields'],
    comparacao: { propriedades: /^(border-.*-(width|style|radius)|padding|margin|font|color|float|text|letter|line)/ },
  },
  'sombra.html': { abusos: ['inside a shadow root of the page'] },
  'dialogo.html': {
    abusos: ['inside a dialog'],
    abrir: (page) => page.getByRole('button', { name: 'Abrir o atendimento' }).click(),
    conferir: async ({ page }) => assert.equal(await page.locator('#janela').evaluate((janela: HTMLDialogElement) => janela.open), true),
  },
  'versoes.html': { abusos: ['two versions of the script', 'the script after the tags'], esperado: /mais de uma vez/ },
}

const hospedeiros: Hospedeiro[] = [...paginas, ...paginasDificeis].flatMap(({ arquivo, titulo }) => {
  const abusos = abusosDe[arquivo]
  return abusos ? [{ arquivo, titulo, ...abusos }] : []
})

describe('on a page that fights back', () => {
  const casa = casaDaDemo()
  /** Where nothing fights: each tag alone, in the same states. */
  let simples: Page

  before(async () => {
    assert.deepEqual(Object.keys(abusosDe).sort(), hospedeiros.map(({ arquivo }) => arquivo).sort(), 'each page is in the demo')
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    const visita = await visit(context, `${casa.server.address}/demo/simples.html`)
    simples = visita.page
    await simples.evaluate(() => {
      const painel = document.createElement('protocolo-painel')
      painel.setAttribute('entidade', 'vila-serena')
      document.querySelector('main')?.append(painel)
    })
    await usar(visita)
  })

  for (const { arquivo, titulo, abusos, esperado, comparacao, abrir, conferir } of hospedeiros) {
    it(`works, and looks as on a plain one: ${titulo} (${abusos.join('; ')})`, { timeout: 300_000 }, async (t) => {
      const context = await casa.browser.newContext({ locale: 'pt-BR' })
      t.after(() => context.close())
      const endereco = `${casa.server.address}/demo/${arquivo}`
      const visita = await visit(context, endereco, esperado ? { expected: esperado } : {})
      t.after(() => visita.complaints.forEach((complaint) => void t.diagnostic(complaint)))
      await abrir?.(visita.page)
      await usar(visita)
      await conferir?.(visita)

      for (const largura of larguras) await conferirNaLargura(visita, arquivo, largura, comparacao)
      await visita.look('em uso')
      await trocarDeTela(visita, endereco)
      assert.deepEqual(visita.complaints, [])
    })
  }

  async function usar({ page }: Visit): Promise<void> {
    const conhecido = conhecidoEm(casa.server.output())
    for (const nome of tags) {
      const tag = page.locator(nome)
      if ((await tag.count()) === 0) continue
      await comFonteComum(tag)
      await caminhos[nome](tag, conhecido)
    }
  }

  async function conferirNaLargura({ page }: Visit, arquivo: string, width: number, comparacao?: Comparacao): Promise<void> {
    for (const uma of [page, simples]) {
      await uma.setViewportSize({ width, height: 800 })
      await largar(uma)
    }
    await fotografar(page, `${arquivo.replace('.html', '')}-${width}`)
    for (const nome of tags) {
      const tag = page.locator(nome)
      if ((await tag.count()) === 0) continue
      const onde = `${nome} at ${width} px`
      assert.deepEqual(await transbordos(tag), [], `${onde} keeps to its width`)
      assert.deepEqual(await letrasMiudas(tag), [], `${onde} is written in 16 px or more`)
      const retrato = await retratar(tag)
      await ajustar(simples.locator(nome), retrato)
      assert.deepEqual(
        diferencas(retrato, await retratar(simples.locator(nome)), comparacao).slice(0, 40),
        [],
        `${onde} is as on the plain page`,
      )
    }
  }

  /** The panel's views are in the hash of the page's own address, whatever the base; Back walks them. */
  async function trocarDeTela({ page }: Visit, endereco: string): Promise<void> {
    const painel = page.locator('protocolo-painel')
    if ((await painel.count()) > 0) {
      await painel.getByRole('button', { name: 'Criar conta', exact: true }).click()
      await focusedHeading(painel, 'Criar conta')
      assert.equal(page.url(), `${endereco}#painel=cadastro`)
      await page.goBack()
      await painel.getByRole('heading', { name: 'Entrar', exact: true }).waitFor()
    }
    assert.equal(semHash(page.url()), endereco, 'nothing leaves the page')
  }
})
