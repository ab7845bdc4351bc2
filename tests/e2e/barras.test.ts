import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { Locator } from 'playwright-core'
import { casaDaDemo } from '../support/casa.js'
import { caminhos, conhecidoEm, fotografar, largar, tags, transbordos } from '../support/hospedeiro.js'
import { contrasteDeLuzes, luz } from '../support/luz.js'
import { type Visit, visit } from '../support/visit.js'

describe('the accessibility bars of public sites', () => {
  const casa = casaDaDemo()

  for (const nome of tags)
    it(`a sign-language translator gets every text of ${nome}`, { timeout: 180_000 }, async (t) => {
      const { page } = await emUso(t)
      const tag = page.locator(nome)
      await largar(page)
      const perdidos: string[] = []
      for (const texto of await textosDe(tag)) {
        const ponto = await tag.evaluate(mostrarTexto, texto)
        await page.mouse.move(ponto.x, ponto.y)
        const captado = await page.locator('#captado').textContent()
        if (captado !== texto.proprio) perdidos.push(`${texto.proprio} (got: ${captado})`)
      }
      assert.deepEqual(perdidos, [])
    })

  it('high contrast reaches all of every tag, and errors and the focus stay in sight', { timeout: 180_000 }, async (t) => {
    const { page, ...visita } = await emUso(t)
    await page.getByRole('button', { name: 'Alto contraste' }).click()
    for (const nome of tags) {
      const tag = page.locator(nome)
      const cores = await tag.evaluate((element) =>
        [...element.querySelectorAll('.protocolo *:not(svg, svg *)')].map((um) => {
          const { color, backgroundColor } = getComputedStyle(um)
          return `${color} on ${backgroundColor}`
        }),
      )
      assert.deepEqual([...new Set(cores)], ['rgb(255, 255, 0) on rgb(0, 0, 0)'], nome)
      for (const borda of await bordas(tag.locator('.com-erro')))
        assert.ok(borda.largura >= 3 && borda.contraste >= 3, `${nome}: the mark of an error at ${borda.contraste.toFixed(2)}:1`)
      const campo = tag.locator('input, summary, button').last()
      await campo.focus()
      await page.keyboard.press('Shift+Tab')
      const foco = await tag.locator(':focus-visible').evaluate((um) => {
        const { outlineColor, outlineWidth, outlineStyle } = getComputedStyle(um)
        return { outlineColor, outlineWidth, outlineStyle }
      })
      assert.deepEqual([foco.outlineStyle, foco.outlineWidth], ['solid', '3px'])
      assert.ok(contrasteComPreto(foco.outlineColor) >= 3, `${nome}: the focus at ${contrasteComPreto(foco.outlineColor).toFixed(2)}:1`)
    }
    await fotografar(page, 'contraste')
    assert.deepEqual(visita.complaints, [])
  })

  for (const onde of ['body', 'html'] as const)
    it(`letters twice as large on ${onde} are twice as large in every tag, and nothing overflows`, { timeout: 180_000 }, async (t) => {
      const { page, ...visita } = await emUso(t)
      const antes = await Promise.all(tags.map((nome) => tamanhos(page.locator(nome))))
      if (onde === 'body') for (let vez = 0; vez < 10; vez++) await page.getByRole('button', { name: 'A+' }).click()
      else await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      const depois = await Promise.all(tags.map((nome) => tamanhos(page.locator(nome))))
      assert.deepEqual(
        depois,
        antes.map((todos) => todos.map((tamanho) => tamanho * 2)),
      )
      for (const width of [320, 600, 1200]) {
        await page.setViewportSize({ width, height: 800 })
        for (const nome of tags) assert.deepEqual(await transbordos(page.locator(nome)), [], `${nome} at ${width} px`)
        await fotografar(page, `letra-${onde}-${width}`)
      }
      await visita.look('letra maior')
      assert.deepEqual(visita.complaints, [])
    })

  async function emUso(t: TestContext): Promise<Visit> {
    const context = await casa.browser.newContext({ locale: 'pt-BR' })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/barras.html`)
    for (const nome of tags) await caminhos[nome](visita.page.locator(nome), conhecidoEm(casa.server.output()))
    return visita
  }
})

interface Texto {
  /** Which of the tag's elements, in the order of the tree. */
  elemento: number
  /** Which of its nodes. */
  no: number
  /** The element's own text, as a translator reads it. */
  proprio: string
}

/** Every text that can be seen in the tag; those of lists to open are drawn by the system. */
function textosDe(tag: Locator): Promise<Texto[]> {
  return tag.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('.protocolo *:not(option, svg *)')].flatMap((um, elemento) => {
      if (um.closest('.so-leitor') || !um.checkVisibility()) return []
      const textos = [...um.childNodes].filter((no) => no.nodeType === 3)
      const proprio = textos
        .map(({ textContent }) => textContent)
        .join('')
        .replace(/\s+/g, ' ')
        .trim()
      const no = [...um.childNodes].findIndex((filho) => filho.nodeType === 3 && filho.textContent?.trim())
      return no < 0 ? [] : [{ elemento, no, proprio }]
    }),
  )
}

/** Brings a text into sight. @returns a point on it */
function mostrarTexto(element: Element, { elemento, no }: Texto): { x: number; y: number } {
  const um = element.querySelectorAll('.protocolo *:not(option, svg *)')[elemento]
  um?.scrollIntoView({ block: 'center' })
  const trecho = document.createRange()
  const texto = um?.childNodes[no]
  if (texto) trecho.selectNodeContents(texto)
  const [linha] = [...trecho.getClientRects()].filter(({ width }) => width > 1)
  return linha ? { x: linha.x + Math.min(linha.width / 2, 12), y: linha.y + linha.height / 2 } : { x: 0, y: 0 }
}

/** Sizes of every text of the tag, in px. */
function tamanhos(tag: Locator): Promise<number[]> {
  return tag.evaluate((element) =>
    [...element.querySelectorAll('.protocolo :is(p, label, legend, input:not([type=file]), button, h2, h3, dt, dd, a)')].map((um) =>
      Number.parseFloat(getComputedStyle(um).fontSize),
    ),
  )
}

async function bordas(campos: Locator): Promise<{ largura: number; contraste: number }[]> {
  const todas = await campos.evaluateAll((elements) =>
    elements.map((um) => {
      const { borderInlineStartWidth, borderInlineStartColor } = getComputedStyle(um)
      return { largura: Number.parseFloat(borderInlineStartWidth), cor: borderInlineStartColor }
    }),
  )
  return todas.map(({ largura, cor }) => ({ largura, contraste: contrasteComPreto(cor) }))
}

/** WCAG 2.2, relative luminance: of an `rgb(…)`, or of the `color(xyz-d65 …)` that a colour of action is, whose second part it is. */
function contrasteComPreto(cor: string): number {
  const [, y] = /^color\(xyz-d65 \S+ (\S+)/.exec(cor) ?? []
  return contrasteDeLuzes(y ? Number(y) : luz((cor.match(/[\d.]+/g) ?? []).map(Number)), 0)
}
