import { encode } from 'uqr'

/** Light border that readers need, in modules (ISO/IEC 18004). */
const quietZone = 4
/** Any mask is valid; trying all eight for the prettiest costs seven times as much. */
const maskPattern = 0

/** A QR code as one SVG path of its dark modules, in a square of `lado` units, quiet zone included. */
export function qrPath(text: string): { lado: number; caminho: string } {
  const { size, data } = encode(text, { ecc: 'M', border: quietZone, maskPattern })
  let caminho = ''
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      const start = x
      while (row[x]) x++
      const width = x - start
      caminho += `M${start} ${y}h${width}v1h-${width}z`
    }
  }
  return { lado: size, caminho }
}
