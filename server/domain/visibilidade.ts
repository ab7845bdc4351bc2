export type Visibilidade = 'publico' | 'privado'

interface TramiteGuardado<A> {
  especie: string
  visibilidade: Visibilidade
  texto: string | null
  anexos: readonly A[]
}

/**
 * The history as number and access code show it. A private despacho is left out; of any other private tramite
 * it is told that it happened, without its text and files.
 */
export function tramitesVisiveis<A, T extends TramiteGuardado<A>>(tramites: readonly T[]): T[] {
  return tramites
    .filter((tramite) => tramite.visibilidade === 'publico' || tramite.especie !== 'despacho')
    .map((tramite) => (tramite.visibilidade === 'publico' ? tramite : { ...tramite, texto: null, anexos: [] }))
}

/** Files of the opening are the requerente's own; the others follow the tramite they came with. */
export function anexoVisivel(anexo: { tramite: { visibilidade: Visibilidade } | null }): boolean {
  return anexo.tramite === null || anexo.tramite.visibilidade === 'publico'
}
