/** The characters that a TrueType font can draw, from its `cmap` table (OpenType 1.9, subtable formats 4 and 12). */
export function caracteresDaFonte(fonte: Buffer): (codigo: number) => boolean {
  const faixas = subtabelas(fonte).flatMap((inicio) => faixasDe(fonte, inicio))
  return (codigo) => faixas.some(([de, ate]) => codigo >= de && codigo <= ate)
}

type Faixa = readonly [de: number, ate: number]

function subtabelas(fonte: Buffer): number[] {
  const tabelas = Array.from({ length: fonte.readUInt16BE(4) }, (_, i) => 12 + 16 * i)
  const registro = tabelas.find((em) => fonte.toString('latin1', em, em + 4) === 'cmap')
  if (registro === undefined) throw new Error('a font without a cmap table')
  const cmap = fonte.readUInt32BE(registro + 8)
  return Array.from({ length: fonte.readUInt16BE(cmap + 2) }, (_, i) => cmap + fonte.readUInt32BE(cmap + 4 + 8 * i + 4))
}

function faixasDe(fonte: Buffer, inicio: number): Faixa[] {
  const formato = fonte.readUInt16BE(inicio)
  if (formato === 12) {
    return Array.from({ length: fonte.readUInt32BE(inicio + 12) }, (_, i) => {
      const grupo = inicio + 16 + 12 * i
      return [fonte.readUInt32BE(grupo), fonte.readUInt32BE(grupo + 4)] as const
    })
  }
  if (formato !== 4) return []
  const dobro = fonte.readUInt16BE(inicio + 6)
  return Array.from({ length: dobro / 2 }, (_, i) => {
    const fim = inicio + 14 + 2 * i
    return [fonte.readUInt16BE(fim + dobro + 2), fonte.readUInt16BE(fim)] as const
  }).filter(([de]) => de !== 0xffff)
}

/** What steers the drawing of other characters and is nothing by itself: joiners, variation selectors, direction marks. */
const invisiveis = /[\p{Cf}\p{Variation_Selector}]/gu
const controles = /[\p{Cc}\p{Cs}]/gu

/** The same text with a box in the place of each character that the font lacks, so that nothing vanishes unseen. */
export function escrevivel(texto: string, tem: (codigo: number) => boolean): string {
  const limpo = texto
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(controles, (sinal) => (sinal === '\n' ? sinal : ''))
    .replace(invisiveis, '')
  return Array.from(limpo, (letra) => (letra === '\n' || tem(letra.codePointAt(0) ?? 0) ? letra : '□')).join('')
}
