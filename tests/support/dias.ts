/** `AAAA-MM-DD`, so many days from now. */
export function daquiA(dias: number): string {
  return new Date(Date.now() + dias * 86_400_000).toISOString().slice(0, 10)
}
