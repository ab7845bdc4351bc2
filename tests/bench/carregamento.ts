import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { createTestDatabase } from '../server/helpers/database.js'
import { cli } from '../support/cli.js'
import { startServer } from '../support/server.js'
import { launchBrowser } from '../support/visit.js'
import { begin } from './ends.js'
import { first, loadProtocolos, year } from './load.js'
import { type Conteudo, type Site, servirSite } from './pagina-comum.js'
import type { Figure } from './run.js'
import { inTurns, median } from './turns.js'

/** A phone: a processor four times slower than this one, 1.6 Mbit/s, 150 ms to any server, and nothing in its cache. */
const lentidao = 4
const rede = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const numero = `PMVS ${year}/${first}`
const rodadas = 9

interface Carga {
  /** Milliseconds from the start of the navigation until a number can be typed and sent. */
  usavel: number
  /** The longest task of the main thread, in milliseconds; 0 when none took 50. */
  tarefa: number
  /** Sum of the layout shifts. */
  deslocamento: number
  pedidos: number
  bytes: number
}

/** Time until a number can be consulted on a phone: our tag against a form written by hand in the same page, which asks the same API. */
export async function carregamento(): Promise<Figure> {
  const folder = await begin(mkdtempSync(join(tmpdir(), 'protocolo-carga-')), (path) => rmSync(path, { recursive: true, force: true }))
  const database = await begin(createTestDatabase(), ({ drop }) => drop())
  const site: { address: string } & Partial<Site> = { address: '' }
  const env = { DATABASE_URL: database.url, PROTOCOLO_LIMITES: '0' }
  const server = await begin(startServer(['dist/server/main.js'], env), ({ stop }) => stop())
  Object.assign(site, await begin(servirSite(server.address), ({ stop }) => stop()))
  await cli(env, 'entidade', 'importar', entidadeDe(site.address, folder))
  await loadProtocolos(database.sql, 1)
  const browser = await begin(launchBrowser(), (opened) => opened.close())

  const cargas: Record<string, Carga[]> = {}
  const medir = (pagina: 'comum' | 'nua', conteudo: Conteudo) => async () => {
    const carga = await carregar(browser, `${site.address}/${pagina}/${conteudo}`, conteudo)
    cargas[`${pagina} ${conteudo}`] = [...(cargas[`${pagina} ${conteudo}`] ?? []), carga]
    return carga.usavel
  }
  const [ours, plain] = await inTurns(rodadas, medir('comum', 'etiqueta'), medir('comum', 'formulario'))
  const [naNua, planaNaNua] = await inTurns(3, medir('nua', 'etiqueta'), medir('nua', 'formulario'))
  console.log(`carregamento, the tag: ${escrever(cargas['comum etiqueta'])}`)
  console.log(`carregamento, the form: ${escrever(cargas['comum formulario'])}`)
  console.log(`carregamento in a page of nothing else: ratio=${(naNua / planaNaNua).toFixed(2)} ours=${ms(naNua)} plain=${ms(planaNaNua)}`)
  return { name: 'carregamento', ratio: ours / plain, ours: ms(ours), ceiling: ms(plain), named: 'plain' }
}

function entidadeDe(origem: string, folder: string): string {
  const arquivo = JSON.parse(readFileSync('demo/entidades/vila-serena.json', 'utf8'))
  const path = join(folder, 'vila-serena.json')
  writeFileSync(path, JSON.stringify({ ...arquivo, origens: [origem] }))
  return path
}

/** Opens a page as a phone would, and sees that a number can indeed be consulted. */
async function carregar(browser: Browser, address: string, conteudo: Conteudo): Promise<Carga> {
  const context = await browser.newContext({ locale: 'pt-BR', viewport: { width: 412, height: 915 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', rede)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: lentidao })
    const vistos = { pedidos: 0, bytes: 0 }
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      vistos.pedidos += 1
      vistos.bytes += encodedDataLength
    })
    await page.addInitScript({ content: vigia(conteudo) })
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => Reflect.get(window, 'usavel') > 0)
    await page.waitForLoadState('networkidle')
    const medido = await page.evaluate(() => ({
      usavel: Number(Reflect.get(window, 'usavel')),
      tarefa: Number(Reflect.get(window, 'tarefa')),
      deslocamento: Number(Reflect.get(window, 'deslocamento')),
    }))
    await page.locator('form [name=numero]').fill(numero)
    await page.locator('form [name=numero]').press('Enter')
    await page.getByText(numero).and(page.locator(':visible')).first().waitFor()
    return { ...medido, ...vistos }
  } finally {
    await context.close()
  }
}

/**
 * In the page: notes the first frame in which the field is there and the form has its handler, and what the load cost. Lit draws a form
 * together with its handler.
 */
const vigia = (conteudo: Conteudo) => `
  Object.assign(window, { usavel: 0, tarefa: 0, deslocamento: 0 })
  requestAnimationFrame(function olhar() {
    const form = document.querySelector('${conteudo === 'etiqueta' ? 'protocolo-consulta .protocolo form' : '#consulta'}')
    const atende = ${conteudo === 'etiqueta'} || form?.onsubmit
    if (atende && form?.querySelector('[name=numero]')?.getClientRects().length) usavel = performance.now()
    else requestAnimationFrame(olhar)
  })
  new PerformanceObserver((lista) => {
    for (const { duration } of lista.getEntries()) tarefa = Math.max(tarefa, duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((lista) => {
    for (const { value } of lista.getEntries()) deslocamento += value
  }).observe({ type: 'layout-shift', buffered: true })`

function escrever(cargas: readonly Carga[] = []): string {
  const do1 = (parte: keyof Carga) => median(cargas.map((carga) => carga[parte]))
  return `usable at ${ms(do1('usavel'))}, longest task ${ms(do1('tarefa'))}, layout shift ${do1('deslocamento').toFixed(3)}, ${do1('pedidos')} requests, ${(do1('bytes') / 1000).toFixed(1)} kB`
}

function ms(tempo: number): string {
  return `${tempo.toFixed(0)}ms`
}
