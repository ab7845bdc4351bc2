import type { Dia } from './prazo.js'

const comum = (texto: string) => texto.replace(/[\u00a0\u202f]/g, ' ')

/** Centavos as `R$ 180.000,00`. */
export function escreverDinheiro(centavos: number): string {
  return comum(new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }).format(centavos / 100))
}

export function escreverNumero(numero: number): string {
  return comum(new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 6 }).format(numero))
}

/** `12/11/2026`. */
export function escreverData(dia: Dia): string {
  return dia.split('-').reverse().join('/')
}

/** `14:32` as `14h32`, `09:05` as `9h05`. */
export function escreverHora(hora: string): string {
  return hora.replace(/^0(?=\d)/, '').replace(':', 'h')
}

/** E.164 as `(19) 99123-4567`; another country's comes back as it is. */
export function escreverTelefone(telefone: string): string {
  return telefone.replace(/^\+55(\d\d)(\d{4,5})(\d{4})$/, '($1) $2-$3')
}

export function escreverCep(cep: string): string {
  return cep.replace(/^(\d{5})(\d{3})$/, '$1-$2')
}

/** `20 MB`, `1,2 MB`, `812 bytes`; a MB is 1024 × 1024 bytes. */
export function escreverTamanho(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [divisor, unidade] = bytes < 1024 * 1000 ? [1024, 'KB'] : bytes < 1024 ** 2 * 1000 ? [1024 ** 2, 'MB'] : [1024 ** 3, 'GB']
  const quantia = bytes / divisor
  return `${quantia
    .toFixed(quantia < 10 ? 1 : 0)
    .replace('.0', '')
    .replace('.', ',')} ${unidade}`
}
