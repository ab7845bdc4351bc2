import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { focusedHeading } from './steps.js'

export const tags = ['protocolo-consulta', 'protocolo-novo', 'protocolo-painel'] as const
export type Tag = (typeof tags)[number]

/** A protocolo of the demo that opens with its code. */
export interface Conhecido {
  numero: string
  codigo: string
}

/** How a tag looks and where its parts are: one line for each element and pseudo-element, in the order of the tree. */
export interface Retrato {
  largura: number
  /** Of the text around the tag, from which its own follows. */
  letra: number
  tema: string
  partes: readonly Parte[]
}

interface Parte {
  nome: string
  /** Every computed property that CSS itself knows. */
  estilo: Record<string, string>
  /** From the container's corner: x, y, width, height, in px. */
  lugar: readonly number[]
}

/** The demo's first protocolo of Vila Serena whose code is printed at the start. */
export function conhecidoEm(saida: string): Conhecido {
  const [, numero = '', codigo = ''] = /(PMVS \S+)\s+(DEM\S+)/.exec(saida) ?? []
  return { numero, codigo }
}

/** Each tag of the page to where there is most to see of it: a result, a form sent empty, the sign-in sent empty. */
export const caminhos: Record<Tag, (tag: Locator, conhecido: Conhecido) => Promise<void>> = {
  async 'protocolo-consulta'(tag, { numero, codigo }) {
    await tag.getByRole('textbox', { name: 'Número do protocolo' }).fill(numero)
    await tag.getByRole('textbox', { name: 'Código de acesso' }).fill(codigo)
    await tag.getByRole('textbox', { name: 'Código de acesso' }).press('Enter')
    await focusedHeading(tag, numero)
    await tag.getByRole('heading', { name: 'Andamento', exact: true }).waitFor()
  },

  async 'protocolo-novo'(tag) {
    await tag.getByRole('searchbox', { name: 'Procurar assunto' }).fill('asfalto')
    await tag.getByRole('searchbox', { name: 'Procurar assunto' }).press('Enter')
    await tag.getByRole('button', { name: 'Tapa-buraco' }).click()
    await focusedHeading(tag, 'Tapa-buraco')
    await tag.getByRole('button', { name: 'Começar', exact: true }).click()
    await focusedHeading(tag, 'Sobre o pedido')
    await tag.getByRole('radio', { name: 'Escrever o endereço', exact: true }).check()
    await tag.getByRole('button', { name: 'Continuar', exact: true }).click()
    await seguirErro(tag)
  },

  async 'protocolo-painel'(tag) {
    await tag.getByRole('heading', { name: 'Entrar', exact: true }).waitFor()
    await tag.getByRole('button', { name: /^Entrar( com senha)?$/ }).click()
    await seguirErro(tag)
  },
}

/** From the summary of what is wrong to the first field in it. */
async function seguirErro(tag: Locator): Promise<void> {
  const resumo = tag.locator('.erros')
  await resumo.and(tag.page().locator(':focus')).waitFor()
  await resumo.getByRole('link').first().click()
  await tag.locator(':is(input, select, textarea):focus').waitFor()
}

/** Neither the focus nor the mouse on any part of the page, to compare what does not depend on them. */
export async function largar(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    let focado = document.activeElement
    while (focado?.shadowRoot?.activeElement) focado = focado.shadowRoot.activeElement
    if (focado instanceof HTMLElement) focado.blur()
  })
}

/** The same font in every page, so that texts break alike. */
export async function comFonteComum(tag: Locator): Promise<void> {
  await tag.evaluate((element: HTMLElement) => element.style.setProperty('--protocolo-fonte', 'Arial'))
}

/** As one text from the browser: value by value it would take a minute. */
export async function retratar(tag: Locator): Promise<Retrato> {
  const escrito = await tag.evaluate((element: HTMLElement): string => {
    const recipiente = element.querySelector<HTMLElement>('.protocolo')
    if (!recipiente) throw new Error('the tag is not drawn')
    // How long ago something was depends on when it is asked.
    for (const hora of recipiente.querySelectorAll('time'))
      for (const [n, no] of [...hora.childNodes].entries()) no.nodeValue = n === 0 ? 'há 10 minutos' : ''
    const canto = recipiente.getBoundingClientRect()
    const elementos = [recipiente, ...recipiente.querySelectorAll('*:not(svg, svg *, wbr, .uniforme-moldura)')]
    const retrato: Retrato = {
      largura: canto.width,
      letra: Number.parseFloat(getComputedStyle(element).fontSize),
      tema: element.getAttribute('tema') ?? '',
      partes: elementos.flatMap((parte) =>
        ['', '::before', '::after'].flatMap((pseudo) => {
          const estilo = getComputedStyle(parte, pseudo || null)
          if (pseudo && estilo.content === 'none') return []
          const caixa = parte.getBoundingClientRect()
          return {
            nome: [parte.localName, ...parte.classList].join('.') + pseudo,
            estilo: Object.fromEntries(
              [...estilo].filter((uma) => !uma.startsWith('--')).map((propriedade) => [propriedade, estilo.getPropertyValue(propriedade)]),
            ),
            lugar: [...(caixa.height ? [caixa.x - canto.x, caixa.y - canto.y] : [0, 0]), caixa.width, caixa.height],
          }
        }),
      ),
    }
    return JSON.stringify(retrato)
  })
  return JSON.parse(escrito)
}

/** Gives the tag of the plain page what the page around it gives the other: room and the size of the text. */
export async function ajustar(tag: Locator, { largura, letra, tema }: Retrato): Promise<void> {
  await tag.evaluate(
    (element: HTMLElement, [width, fontSize, atributo]) => {
      Object.assign(element.style, { width: `${width}px`, fontSize: `${fontSize}px` })
      if (atributo) element.setAttribute('tema', atributo)
      else element.removeAttribute('tema')
    },
    [largura, letra, tema] as const,
  )
}

/** How a page is compared with the plain one. */
export interface Comparacao {
  /** The only properties that are compared, without places: where the page puts elements of its own among ours. */
  propriedades?: RegExp
  /** How much a part may be elsewhere or of another size, in px; pages begin at fractions of a pixel. */
  folga?: number
}

/** What is not as on the plain page, one line each. */
export function diferencas(aqui: Retrato, simples: Retrato, { propriedades, folga = 1 }: Comparacao = {}): string[] {
  if (aqui.partes.length !== simples.partes.length) return [`${aqui.partes.length} parts here, ${simples.partes.length} on the plain page`]
  return aqui.partes.flatMap(({ nome, estilo, lugar }, n) => {
    const outra = simples.partes[n]
    if (!outra) return []
    const outras = Object.keys({ ...estilo, ...outra.estilo })
      .filter((uma) => propriedades?.test(uma) ?? true)
      .filter((uma) => !igual(estilo[uma], outra.estilo[uma], folga))
    const noLugar = propriedades || lugar.every((valor, i) => Math.abs(valor - (outra.lugar[i] ?? 0)) <= folga)
    return [
      ...outras.map((uma) => `${nome} ${uma}: ${estilo[uma]} (plain page: ${outra.estilo[uma]})`),
      ...(noLugar ? [] : [`${nome} at ${lugar} (plain page: ${outra.lugar})`]),
    ]
  })
}

/** The same but for some pixels where both are long, and for fractions of one where they are not: a border is never twice as thick. */
function igual(um = '', outro = '', folga = 1): boolean {
  if (um === outro) return true
  const numeros = (valor: string) => valor.match(/-?\d+(\.\d+)?(?=px)/g)?.map(Number) ?? []
  const sem = (valor: string) => valor.replace(/-?\d+(\.\d+)?px/g, 'px')
  const perto = (numero: number, n: number) => {
    const par = numeros(outro)[n] ?? Number.NaN
    return Math.abs(numero - par) <= (Math.min(Math.abs(numero), Math.abs(par)) < 20 ? 0.1 : folga)
  }
  return sem(um) === sem(outro) && numeros(um).every(perto)
}

/** Parts of the tag that stand out of it to the side, or that must be scrolled to the side. */
export function transbordos(tag: Locator): Promise<string[]> {
  return tag.evaluate((element: HTMLElement) => {
    const recipiente = element.querySelector<HTMLElement>('.protocolo')
    const limites = recipiente?.getBoundingClientRect()
    if (!recipiente || !limites) return ['the tag is not drawn']
    const partes = [...recipiente.querySelectorAll<HTMLElement>('*:not(option)')].filter((parte) => {
      const caixa = parte.getBoundingClientRect()
      if (caixa.width === 0 || parte.matches('.so-leitor')) return false
      return caixa.left < limites.left - 1 || caixa.right > limites.right + 1
    })
    const rola = recipiente.scrollWidth > recipiente.clientWidth + 1
    return [
      ...(rola ? [`${recipiente.scrollWidth} in ${recipiente.clientWidth} px`] : []),
      ...partes.map((parte) => `<${parte.localName} class="${parte.className}"> ${parte.textContent?.trim().slice(0, 40)}`),
    ]
  })
}

/** What people type into, press or read above a field, in letters under 16 px. */
export function letrasMiudas(tag: Locator): Promise<string[]> {
  return tag.evaluate((element: HTMLElement) =>
    [
      ...element.querySelectorAll<HTMLElement>(
        '.protocolo :is(input:not([type=file]), select, textarea, .botao:not(.botao-texto), .rotulo)',
      ),
    ]
      .filter((controle) => controle.checkVisibility() && Number.parseFloat(getComputedStyle(controle).fontSize) < 16)
      .map((controle) => `<${controle.localName} class="${controle.className}"> ${getComputedStyle(controle).fontSize}`),
  )
}

/** Keeps a picture of the whole page for review, in the folder that `PROTOCOLO_FOTOS` names; none, when it names none. */
export async function fotografar(page: Page, nome: string): Promise<void> {
  const pasta = process.env.PROTOCOLO_FOTOS
  if (!pasta) return
  mkdirSync(pasta, { recursive: true })
  await page.screenshot({ path: join(pasta, `${nome}.png`), fullPage: true })
}

/** The page's address without what comes after `#`. */
export function semHash(address: string): string {
  const [antes = ''] = address.split('#')
  assert.ok(antes)
  return antes
}
