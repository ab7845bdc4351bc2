/** Relative luminance of WCAG 2.2, 0 to 1, written apart from the product's own. @param rgb 0 to 255 each */
export function luz(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((canal) => (canal <= 10 ? canal / 3294.6 : ((canal + 14.025) / 269.025) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** @param uma and `outra`: relative luminances */
export function contrasteDeLuzes(uma: number, outra: number): number {
  return (Math.max(uma, outra) + 0.05) / (Math.min(uma, outra) + 0.05)
}
