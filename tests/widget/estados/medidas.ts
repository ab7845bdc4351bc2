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
