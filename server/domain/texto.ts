const separadores = /\r\n?|[\u2028\u2029]/g
/** Marks that turn the reading direction around, and the byte order mark: invisible, and able to disguise a text. */
const invisiveis = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const recusados = /[\p{Surrogate}\p{Noncharacter_Code_Point}]|(?![\t\n])\p{Control}/u

/**
 * A text as it may be kept and shown: NFC, trimmed, without bidirectional controls. Without `linhas` it stays on one line.
 * `undefined` when it holds NUL, another control character or half of a surrogate pair.
 */
export function textoLimpo(texto: string, { linhas = false }: { linhas?: boolean } = {}): string | undefined {
  const quebrado = texto.replace(separadores, '\n')
  if (recusados.test(quebrado)) return undefined
  const visivel = quebrado.replace(invisiveis, '')
  return (linhas ? visivel : visivel.replace(/[\t\n]/g, ' ')).normalize('NFC').trim()
}

/** Characters as people count them well enough: code points, as PostgreSQL's `length` does. */
export function contarCaracteres(texto: string): number {
  let total = 0
  for (const _ of texto) total++
  return total
}

/** Lower case and without accents, to compare what people type with what is written. */
export function semAcento(texto: string): string {
  return texto
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
