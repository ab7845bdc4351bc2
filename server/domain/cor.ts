/** Colours go in and come out as `#rrggbb`. */

/** Least contrast between a text and what lies under it: WCAG 2.2 §1.4.3 where that is light; on dark, §1.4.6, or thin letters fade. */
const [noClaro, noEscuro] = [4.5, 7]

/** The background of the light and of the dark theme. */
export const fundoClaro = '#ffffff'
export const fundoEscuro = '#171c21'

/** How much lighter or darker each try is, of the whole way. */
const passo = 0.005

/** The nearest to a colour in which text on `fundo`, or text in `fundo` on it, can be read: itself, or one moved away from `fundo`. On dark it shines before it pales. @param minimo less, for what is no text */
export function legivel(cor: string, fundo: string, minimo: number = menorContraste(fundo)): string {
  const luzDoFundo = luz(canais(fundo))
  const claro = ehClaro(fundo)
  const dados = canais(cor)
  const brilho = 255 / Math.max(1, ...dados) - 1
  for (let parte = 0; parte < 1; parte += passo) {
    const escala = claro ? 1 - parte : 1 + brilho * Math.min(1, 2 * parte)
    const branco = claro ? 0 : Math.max(0, 2 * parte - 1)
    const tentativa = dados.map((canal) => Math.round(canal * escala * (1 - branco) + 255 * branco))
    if (contrasteDeLuzes(luz(tentativa), luzDoFundo) >= minimo) return escrever(tentativa)
  }
  return claro ? '#000000' : '#ffffff'
}

/** Between two colours: 1, where they are as light, to 21. */
export function contraste(uma: string, outra: string): number {
  return contrasteDeLuzes(luz(canais(uma)), luz(canais(outra)))
}

/** That a text needs on `fundo`. */
export function menorContraste(fundo: string): number {
  return ehClaro(fundo) ? noClaro : noEscuro
}

function ehClaro(cor: string): boolean {
  return luz(canais(cor)) > 0.5
}

/** Black or white, whichever reads better on `cor`. */
export function tintaSobre(cor: string): string {
  const luzDaCor = luz(canais(cor))
  return contrasteDeLuzes(luzDaCor, 0) > contrasteDeLuzes(luzDaCor, 1) ? '#000000' : '#ffffff'
}

function canais(cor: string): number[] {
  return [1, 3, 5].map((i) => Number.parseInt(cor.slice(i, i + 2), 16))
}

function escrever(rgb: readonly number[]): string {
  return `#${rgb.map((canal) => canal.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance, 0 to 1. */
function luz(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((canal) => (canal / 255 <= 0.04045 ? canal / 255 / 12.92 : ((canal / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrasteDeLuzes(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
