const pincel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })

/** Contrast of two properties of an element, as the browser resolves and paints them. */
export function contrasteEntre(onde: HTMLElement, frente: string, fundo: string): number {
  const [clara = 0, escura = 0] = [frente, fundo].map((propriedade) => luz(pintada(onde, propriedade))).sort((a, b) => b - a)
  return (clara + 0.05) / (escura + 0.05)
}

/** What the browser paints for a property that holds a colour: red, green, blue. */
export function pintada(onde: HTMLElement, propriedade: string): number[] {
  const sonda = document.createElement('i')
  sonda.style.color = `var(${propriedade})`
  onde.append(sonda)
  const { color } = getComputedStyle(sonda)
  sonda.remove()
  if (!pincel) throw new Error('no canvas')
  pincel.fillStyle = color
  pincel.fillRect(0, 0, 1, 1)
  return [...pincel.getImageData(0, 0, 1, 1).data].slice(0, 3)
}

function luz(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((canal) => (canal / 255 <= 0.04045 ? canal / 255 / 12.92 : ((canal / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
