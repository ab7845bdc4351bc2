import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { axeFindings, axeFindingsWithoutScript } from './axe.js'
import { findChromium, flags } from './chromium.js'
import { indevidoEm, type Ouvido, ouvirEventos } from './eventos.js'

/** A page that a person has open, and everything there is to complain about. */
export interface Visit {
  page: Page
  /** Errors and warnings of the console, refused policies, uncaught errors, what axe finds, events that tell too much; nothing, when all is well. */
  complaints: string[]
  /** What the tags told the page. */
  eventos: readonly Ouvido[]
  /** Has axe look at the whole page as it stands. What it finds is told once, with the first step that has it. */
  look(step: string): Promise<void>
}

interface VisitOptions {
  /** Warnings of the console that the page is known for. */
  expected?: RegExp
  /** The context has JavaScript off. */
  withoutScript?: boolean
  /** Nobody listens to what the tags tell: hearing takes memory of the page. */
  unheard?: boolean
  /** What is put in place before the page loads. */
  before?: (page: Page) => Promise<void>
}

export function launchBrowser(...more: string[]): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: set CHROME_PATH, or run npm test, which gets one.')
  return chromium.launch({ executablePath, args: [...flags, ...more] })
}

/** Opens an address in a tab of its own and keeps an eye on it. */
export async function visit(
  context: BrowserContext,
  address: string,
  { expected, withoutScript = false, unheard = false, before }: VisitOptions = {},
): Promise<Visit> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const bad = message.type() === 'error' || message.type() === 'warning'
    if (bad && !expected?.test(message.text())) complaints.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`))
  await page.exposeFunction('refusedByPolicy', (what: string) => complaints.push(`policy: ${what}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      Reflect.get(window, 'refusedByPolicy')(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
    )
  })
  const eventos: Ouvido[] = []
  const ouvir = (ouvido: Ouvido) => {
    eventos.push(ouvido)
    complaints.push(...indevidoEm(ouvido))
  }
  if (!unheard) await ouvirEventos(page, ouvir)
  await before?.(page)
  await page.goto(address)
  const devtools = await context.newCDPSession(page)
  const look = async (step: string) => {
    const findings = await (withoutScript ? axeFindingsWithoutScript(devtools) : axeFindings(devtools))
    const fresh = findings.filter((finding) => !complaints.some((told) => told.endsWith(finding)))
    complaints.push(...fresh.map((finding) => `axe, ${step}: ${finding}`))
  }
  return { page, complaints, eventos, look }
}
