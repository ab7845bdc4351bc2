import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type HostSite, serveSite } from '../support/host-site.js'
import type { RunningServer } from '../support/server.js'
import { startForSite } from '../support/servidor.js'
import { launchBrowser, visit } from '../support/visit.js'

/** What a project that uses the package has installed besides it. */
const doProjeto = ['vite', 'react', 'react-dom', '@types/react', '@types/react-dom', 'typescript']
const midias: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }

describe('the package, installed from its tarball', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'protocolo-pacote-'))
  let server: RunningServer
  let site: HostSite
  let browser: Browser
  let raizDoSite = ''

  before(async () => {
    instalar(pasta)
    site = await serveSite((path) => arquivoDe(raizDoSite, path.replace(/\?.*/, ''), server.address))
    server = await startForSite(`http://localhost:${site.port}`)
    browser = await launchBrowser()
  })
  after(async () => {
    await browser?.close()
    await server?.stop()
    site?.close()
    rmSync(pasta, { recursive: true, force: true })
  })

  it('is importable in Node, where there is no DOM', () => {
    const programa = `const tudo = await import('protocolo'); console.log(Object.keys(tudo).join())`
    const dito = execFileSync(process.execPath, ['--input-type=module', '--eval', programa], { cwd: pasta, encoding: 'utf8' })
    assert.equal(dito, 'apiEm\n')
  })

  it('has types, manifests and editors’ data where its package.json says', () => {
    const instalado = join(pasta, 'node_modules', 'protocolo')
    const { exports, types, customElements, 'web-types': webTypes, unpkg, jsdelivr } = lerPacote(instalado)
    const daEntrada = Object.values(exports).flatMap((dita) => (typeof dita === 'string' ? [dita] : Object.values<string>(dita)))
    for (const caminho of [...daEntrada, types, customElements, webTypes, unpkg, jsdelivr]) {
      assert.ok(existsSync(join(instalado, caminho)), caminho)
    }
    assert.ok(!existsSync(join(instalado, 'types', 'server', 'modules')), 'the server’s own types stay at home')
  })

  it('draws its tags on a plain page, which says where the server is', { timeout: 120_000 }, async (t) => {
    const page = await abrir(t, join(pasta, 'pagina'))
    await consultar(page)
  })

  it('draws them in a Vite project, built and typed', { timeout: 120_000 }, async (t) => {
    const page = await abrir(t, construir(join(pasta, 'vite'), server.address))
    await page.getByRole('heading', { name: 'Acompanhe o seu pedido' }).waitFor()
    await consultar(page)
  })

  it('draws them on a React 19 page, built and typed', { timeout: 120_000 }, async (t) => {
    const page = await abrir(t, construir(join(pasta, 'react'), server.address))
    await page.getByRole('heading', { name: 'Acompanhe o seu pedido' }).waitFor()
    assert.equal(await page.locator('protocolo-consulta').getAttribute('class'), 'coluna')
    await consultar(page)
    await page.getByRole('button', { name: 'Consultar outro' }).click()
    await page.locator('output').getByText('outro: protocolo_nao_encontrado').waitFor()
  })

  async function abrir(t: TestContext, raiz: string): Promise<Page> {
    raizDoSite = raiz
    const context = await browser.newContext({ locale: 'pt-BR' })
    const { page, complaints } = await visit(context, `http://localhost:${site.port}/`, { expected: /status of 404/ })
    t.after(async () => {
      await context.close()
      assert.deepEqual(complaints, [])
    })
    return page
  }
})

/** Packs what is built, installs it as anybody would, and puts the projects beside. */
function instalar(pasta: string): void {
  rodar('.', 'npm', 'run', '--silent', 'types')
  const [{ filename }] = JSON.parse(rodar('.', 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', pasta))
  writeFileSync(join(pasta, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  rodar(
    pasta,
    'npm',
    'install',
    '--ignore-scripts',
    '--omit=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    join(pasta, filename),
  )
  for (const nome of doProjeto) {
    const aqui = join(pasta, 'node_modules', nome)
    mkdirSync(dirname(aqui), { recursive: true })
    if (!existsSync(aqui)) symlinkSync(resolve('node_modules', nome), aqui, 'junction')
  }
  cpSync('tests/e2e/projetos', pasta, { recursive: true })
}

/** Types, then the bundle. @returns the folder to serve */
function construir(projeto: string, api: string): string {
  writeFileSync(join(projeto, '.env'), `VITE_API=${api}\n`)
  rodar(projeto, process.execPath, resolve('node_modules/typescript/bin/tsc'), '--noEmit', '-p', '.')
  rodar(projeto, process.execPath, resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn')
  return join(projeto, 'dist')
}

function rodar(cwd: string, programa: string, ...args: string[]): string {
  return execFileSync(programa, args, { cwd, encoding: 'utf8' })
}

interface Campos {
  exports: Record<string, string | Record<string, string>>
  types: string
  customElements: string
  'web-types': string
  unpkg: string
  jsdelivr: string
}

function lerPacote(pasta: string): Campos {
  return JSON.parse(readFileSync(join(pasta, 'package.json'), 'utf8'))
}

/** A file of the page's own, or of what is installed; `%VITE_API%` becomes the server's address, as Vite does it. */
function arquivoDe(raiz: string, caminho: string, api: string) {
  const arquivo = join(caminho.startsWith('/node_modules/') ? dirname(raiz) : raiz, caminho === '/' ? 'index.html' : caminho)
  if (!existsSync(arquivo) || !statSync(arquivo).isFile()) return undefined
  return {
    body: readFileSync(arquivo, 'utf8').replaceAll('%VITE_API%', api),
    headers: { 'Content-Type': midias[extname(arquivo)] ?? 'text/plain' },
  }
}

/** Asks for a number that there is none of; the page hears so. */
async function consultar(page: Page): Promise<void> {
  const numero = page.locator('protocolo-consulta').getByRole('textbox', { name: 'Número do protocolo' })
  await numero.fill('PMVS 2026/999999')
  await numero.press('Enter')
  await page.locator('output').getByText('protocolo_nao_encontrado').waitFor()
}
