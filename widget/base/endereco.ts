let endereco: string | undefined

/** Told by the entry, whose own address ends where the API begins. */
export function apiEm(url: string): void {
  endereco = url
}

/** Where the API is for tags that do not say. */
export function enderecoDaApi(): string {
  return endereco ?? location.origin
}
