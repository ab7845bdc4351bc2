export type Visibilidade = 'publico' | 'privado'

interface TramiteGuardado<A> {
  especie: string
  /** Of its text. */
  visibilidade: Visibilidade
  visibilidadeAnexos: Visibilidade
  texto: string | null
  anexos: readonly A[]
}

/**
 * The history as the citizen reads it, by whatever way: text and files each by their own visibilidade. To whom it is assigned is not told,
 * and a despacho of which nothing is public is left out; of any other tramite it is told that it happened.
 */
export function tramitesVisiveis<A, T extends TramiteGuardado<A>>(tramites: readonly T[]): T[] {
  return tramites.filter(aparece).map((tramite) => ({
    ...tramite,
    texto: tramite.visibilidade === 'publico' ? tramite.texto : null,
    anexos: tramite.visibilidadeAnexos === 'publico' ? tramite.anexos : [],
  }))
}

/** Whether the citizen is told that it happened. */
export function aparece({ especie, visibilidade, visibilidadeAnexos, anexos }: Omit<TramiteGuardado<unknown>, 'texto'>): boolean {
  if (especie === 'atribuicao') return false
  if (especie !== 'despacho') return true
  return visibilidade === 'publico' || (visibilidadeAnexos === 'publico' && anexos.length > 0)
}

/** Files of the opening are the requerente's own; the others follow the tramite they came with. */
export function anexoVisivel({ tramite }: { tramite: { especie: string; visibilidadeAnexos: Visibilidade } | null }): boolean {
  return tramite === null || (tramite.visibilidadeAnexos === 'publico' && tramite.especie !== 'atribuicao')
}
