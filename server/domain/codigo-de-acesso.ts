/** Crockford's base 32: no I, L, O or U, so that nothing is misread on paper. */
const alfabeto = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const tamanho = 12

/** Twelve characters from the first 60 bits of `bytes`. @throws RangeError with fewer than 8 bytes. */
export function gerarCodigo(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError('an access code needs 8 random bytes')
  let bits = 0n
  for (const byte of bytes.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte)
  let codigo = ''
  for (let i = 0; i < tamanho; i++) codigo += alfabeto[Number((bits >> BigInt(59 - 5 * i)) & 31n)]
  return codigo
}

/** `K7QF-2M9T-XB4H`, as printed. */
export function formatarCodigo(codigo: string): string {
  return codigo.match(/.{1,4}/g)?.join('-') ?? ''
}

/** The twelve characters behind what was typed: lower case, spaces and hyphens pass, O reads as 0, I and L as 1. */
export function lerCodigo(texto: string): string | undefined {
  if (texto.length > 100) return undefined
  const lido = texto
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-–—‐]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(lido) ? lido : undefined
}
