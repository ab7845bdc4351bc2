/** JSON with the keys of every object in order (RFC 8785 in spirit: the input came from JSON, so numbers and texts are already plain). */
export function canonico(valor: unknown): string {
  if (Array.isArray(valor)) return `[${valor.map(canonico).join(',')}]`
  if (valor === null || typeof valor !== 'object') return JSON.stringify(valor) ?? 'null'
  const pares = Object.entries(valor)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pares.map(([k, v]) => `${JSON.stringify(k)}:${canonico(v)}`).join(',')}}`
}
