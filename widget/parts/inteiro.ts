/** A number, a size or a name with its value, its parts never on two lines while they fit on one. */
export function inteiro(texto: string): string {
  return texto.replaceAll(' ', '\u00a0')
}
