let endereco: string | undefined

/**
 * Where the API is for tags that do not say, from now on: the address of the server, or nothing when nobody knows. Told by the script
 * tag's own address, and by a page that has the script in a bundle of its own.
 */
export function apiEm(url: string): void {
  endereco = url
}

/** Where the API is for tags that do not say. */
export function enderecoDaApi(): string {
  return endereco ?? location.origin
}
