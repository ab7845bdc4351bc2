import { waitUntil } from '@open-wc/testing'
import axe from 'axe-core'

const postos = new Set<Element>()

/** Puts HTML in the page, cleared after the test by {@link limpar}. */
export function por(html: string, onde: Element | ShadowRoot = document.body): HTMLElement {
  const caixa = document.createElement('div')
  caixa.innerHTML = html
  onde.append(caixa)
  postos.add(caixa)
  return caixa
}

export function limpar(): void {
  for (const caixa of postos) caixa.remove()
  postos.clear()
}

/** The first match, once it is there. */
export async function achar<T extends HTMLElement = HTMLElement>(onde: ParentNode, seletor: string): Promise<T> {
  await waitUntil(() => onde.querySelector(seletor), `no ${seletor}`)
  const achado = onde.querySelector<T>(seletor)
  if (!achado) throw new Error(seletor)
  return achado
}

export function escrever(onde: ParentNode, seletor: string, valor: string): void {
  const campo = onde.querySelector<HTMLInputElement | HTMLSelectElement>(seletor)
  if (!campo) throw new Error(seletor)
  campo.value = valor
  campo.dispatchEvent(new Event(campo instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
}

/** What axe finds against WCAG 2.2 AA, as lines to read. */
export function violacoes(onde: HTMLElement): Promise<string[]> {
  return rodar(onde, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
}

/** What it finds against colours alone: all that another theme of the same state can change. */
export function violacoesDeCor(onde: HTMLElement): Promise<string[]> {
  return rodar(onde, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } })
}

async function rodar(onde: HTMLElement, opcoes: axe.RunOptions): Promise<string[]> {
  const { violations } = await axe.run(onde, { resultTypes: ['violations'], ...opcoes })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`))
}
