/**
 * Check digit: weights 2, 3, 4… from the right, without cycling; 11 − (sum mod 11), of which the units digit is kept.
 * The rule of the federal NUP (Portaria MJ/MP 11/2019), and `digito_modulo11` in the database.
 */
export function modulo11(digitos: string): string {
  let soma = 0
  for (let i = 0; i < digitos.length; i++) soma += Number(digitos[digitos.length - 1 - i]) * (i + 2)
  return String(11 - (soma % 11)).slice(-1)
}
