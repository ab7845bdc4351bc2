const folga = 1.5

const dizer = (elemento: Element) =>
  `<${elemento.localName} class="${elemento.className}"> ${elemento.textContent?.trim().replace(/\s+/g, ' ').slice(0, 50)}`

const visiveis = (tag: HTMLElement) =>
  [...tag.querySelectorAll<HTMLElement>('.protocolo, .protocolo *:not(option, svg *)')].filter(
    (elemento) => elemento.checkVisibility({ visibilityProperty: true }) && !elemento.closest('.so-leitor'),
  )

/** What stands out of the window to the side, or makes the page scroll there. */
export function foraDaLargura(tag: HTMLElement): string[] {
  const largura = document.documentElement.clientWidth
  const fora = visiveis(tag).filter((elemento) => {
    const { left, right, width } = elemento.getBoundingClientRect()
    return width > 0 && (left < -folga || right > largura + folga) && !rolaPorSi(elemento)
  })
  const pagina =
    document.documentElement.scrollWidth > largura + folga ? [`the page is ${document.documentElement.scrollWidth} px wide`] : []
  return [...pagina, ...fora.map(dizer)]
}

/** In a box that is moved by itself, which WCAG 1.4.10 lets tables and drawings do. */
function rolaPorSi(elemento: Element): boolean {
  for (let caixa = elemento.parentElement; caixa && !caixa.matches('.protocolo'); caixa = caixa.parentElement)
    if (getComputedStyle(caixa).overflowX === 'auto') return true
  return false
}

/** Texts of which a part is hidden by the box around them. */
export function cortados(tag: HTMLElement): string[] {
  return visiveis(tag)
    .filter((elemento) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(elemento)
      if (clipPath !== 'none' || elemento.matches('input, select, textarea, progress, .seletor')) return false
      const naLargura = overflowX === 'hidden' && elemento.scrollWidth > elemento.clientWidth + folga
      const naAltura = overflowY === 'hidden' && elemento.scrollHeight > elemento.clientHeight + folga
      return elemento.clientWidth > 0 && (naLargura || naAltura)
    })
    .map(dizer)
}

/** Animations and transitions that run in the tag. */
export function emMovimento(tag: HTMLElement): string[] {
  return document
    .getAnimations()
    .filter(
      ({ effect, playState }) =>
        playState === 'running' && effect instanceof KeyframeEffect && effect.target && tag.contains(effect.target),
    )
    .map(({ effect }) => (effect instanceof KeyframeEffect && effect.target ? dizer(effect.target) : ''))
}

const focaveis = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/** Stops of the keyboard that come before one above them, that do not show the focus, or that do something just by taking it. */
export function focoErrado(tag: HTMLElement): string[] {
  const raiz = tag.querySelector<HTMLElement>('dialog[open]') ?? tag
  const paradas = [...raiz.querySelectorAll<HTMLElement>(focaveis)].filter(
    (parada) => parada.checkVisibility({ visibilityProperty: true }) && !parada.matches(':disabled, [tabindex="-1"]'),
  )
  const onde = location.href
  // Before any takes the focus, which moves the page.
  const caixas = paradas.map((parada) => parada.getBoundingClientRect())
  let antes: DOMRect | undefined
  return paradas.flatMap((parada, n) => {
    parada.focus()
    const errado: string[] = []
    const caixa = caixas[n] ?? parada.getBoundingClientRect()
    if (antes && caixa.bottom <= antes.top && !flutua(parada)) errado.push('comes after what is below it')
    antes = flutua(parada) ? antes : caixa
    if (document.activeElement !== parada) errado.push('takes no focus')
    else if (![parada, parada.parentElement].some(temContorno)) errado.push('shows no focus')
    if (location.href !== onde) errado.push('goes elsewhere')
    return errado.map((um) => `${dizer(parada)} ${um}`)
  })
}

const temContorno = (elemento: Element | null) => {
  const { outlineStyle = 'none', outlineWidth = '0' } = elemento ? getComputedStyle(elemento) : {}
  return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3
}

const flutua = (elemento: Element) => {
  for (let um: Element | null = elemento; um && !um.matches('.protocolo'); um = um.parentElement)
    if (/sticky|fixed|absolute/.test(getComputedStyle(um).position)) return true
  return false
}
