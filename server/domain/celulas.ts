/** Least count that is published: a smaller one may point at a person. */
export const menorContagem = 5

/**
 * The counts of a table that may be published: null for those that stay hidden. A count of 1 to 4 does; and, so that the hidden ones can't be
 * found by taking the others from the total, further ones, smallest first, until at least two are hidden and they make {@link menorContagem}
 * together. 0 shows: there is nobody behind it.
 */
export function proteger(contagens: readonly number[]): (number | null)[] {
  const ordem = contagens.map((contagem, i) => ({ contagem, i })).sort((a, b) => a.contagem - b.contagem)
  const comGente = ordem.filter(({ contagem }) => contagem > 0)
  const escondidas = new Set<number>()
  let soma = 0
  for (const { contagem, i } of comGente) {
    const bastam = escondidas.size === 0 || (escondidas.size > 1 && soma >= menorContagem)
    if (contagem >= menorContagem && bastam) break
    escondidas.add(i)
    soma += contagem
  }
  return contagens.map((contagem, i) => (escondidas.has(i) ? null : contagem))
}
