import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Runs in the page: what is wrong, one line each. */
const run = `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], preload: false })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html + ' ' + (node.failureSummary ?? ''))))`

/**
 * What axe finds in the whole page against WCAG 2.2 AA and its best practices, as lines to read.
 * It runs in a world of its own beside the page's, which no Content-Security-Policy reaches and which the page does not notice.
 */
export async function axeFindings(devtools: CDPSession): Promise<string[]> {
  const { frameTree } = await devtools.send('Page.getFrameTree')
  const world = { frameId: frameTree.frame.id, worldName: 'axe' }
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', world)
  const there = await devtools.send('Runtime.evaluate', { contextId, expression: 'typeof axe' })
  if (there.result.value === 'undefined') await devtools.send('Runtime.evaluate', { contextId, expression: source })
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
    contextId,
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`)
  return result.value
}

/** The same in a page with JavaScript off, which axe alone gets for the time. It stays off as long as the session is attached. */
export async function axeFindingsWithoutScript(devtools: CDPSession): Promise<string[]> {
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: false })
  const findings = await axeFindings(devtools)
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  return findings
}
