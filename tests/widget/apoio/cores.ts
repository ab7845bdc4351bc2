import { contrasteDeLuzes, luz } from '../../support/luz.js'

const pincel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })

/** Contrast of two properties of an element, as the browser resolves and paints them. */
export function contrasteEntre(onde: HTMLElement, frente: string, fundo: string): number {
  return contrasteDeLuzes(luz(pintada(onde, frente)), luz(pintada(onde, fundo)))
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
