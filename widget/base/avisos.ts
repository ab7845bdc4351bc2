/**
 * What the tags warn of in the browser's console, for who keeps the page. Each ends with a code, which the guide for
 * webmasters explains; a code keeps its meaning for ever.
 *
 * - `P01` the page loads the script more than once
 * - `P02` the tag says no entidade, or one that is not there
 * - `P03` the entidade does not know the page's site
 * - `P04` a part of the tag did not load
 * - `P05` a tipo, or the list of them, did not load
 * - `P06` a receipt was not downloaded
 * - `P07` the photo given when signing up was not kept
 * - `P08` neither the tag nor the page says where the server is, or what they say is no address
 */
export type CodigoDeAviso = 'P01' | 'P02' | 'P03' | 'P04' | 'P05' | 'P06' | 'P07' | 'P08'

/** @param causa the error behind it, if any */
export function avisar(codigo: CodigoDeAviso, texto: string, ...causa: unknown[]): void {
  console.warn(`${texto} [protocolo ${codigo}]`, ...causa)
}
