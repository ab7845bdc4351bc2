export interface Documento {
  especie: 'cpf' | 'cnpj'
  /** 11 digits, or `[0-9A-Z]{12}[0-9]{2}`. */
  valor: string
}

/** Weights `pesos` from the right, starting at 2; a character is worth its ASCII code − 48 (IN RFB 2.229/2024). */
function digito(base: string, ciclo: number): string {
  let soma = 0
  for (let i = 0; i < base.length; i++) soma += (base.charCodeAt(base.length - 1 - i) - 48) * ((i % ciclo) + 2)
  const resto = soma % 11
  return resto < 2 ? '0' : String(11 - resto)
}

function confere(valor: string, ciclo: number): boolean {
  const base = valor.slice(0, -2)
  const primeiro = digito(base, ciclo)
  return valor === base + primeiro + digito(base + primeiro, ciclo) && !/^(.)\1*$/.test(valor)
}

/** What people put between the characters of a document is left out; letters become capitals. */
function limpo(texto: string): string {
  return texto.length > 100 ? '' : texto.replace(/[\s./-]/g, '').toUpperCase()
}

export function cpfValido(texto: string): boolean {
  const valor = limpo(texto)
  return /^\d{11}$/.test(valor) && confere(valor, 10)
}

/** Letters are accepted in the first twelve positions, as issued since July 2026. */
export function cnpjValido(texto: string): boolean {
  const valor = limpo(texto)
  return /^[0-9A-Z]{12}\d{2}$/.test(valor) && confere(valor, 8)
}

/** A CPF or CNPJ with or without punctuation; `undefined` when it is neither. */
export function lerDocumento(texto: string): Documento | undefined {
  if (cpfValido(texto)) return { especie: 'cpf', valor: limpo(texto) }
  if (cnpjValido(texto)) return { especie: 'cnpj', valor: limpo(texto) }
  return undefined
}

/** `111.444.777-35`, `12.ABC.345/01DE-35`; anything else comes back as it is. */
export function formatarDocumento(valor: string): string {
  return valor.length === 11
    ? valor.replace(/^(...)(...)(...)(..)$/, '$1.$2.$3-$4')
    : valor.replace(/^(..)(...)(...)(....)(..)$/, '$1.$2.$3/$4-$5')
}

/** `•••.444.777-••`, as public registers show a CPF; a CNPJ, which is public, whole. */
export function mascararDocumento(valor: string): string {
  const escrito = formatarDocumento(valor)
  return valor.length === 11 ? `•••${escrito.slice(3, -2)}••` : escrito
}

/** `(19) •••••-5678` of E.164; of another country, its first and last digits. */
export function mascararTelefone(telefone: string): string {
  const [, ddd, numero = ''] = /^\+55(..)(.+)$/.exec(telefone) ?? []
  return ddd ? `(${ddd}) ${'•'.repeat(numero.length - 4)}-${numero.slice(-4)}` : `${telefone.slice(0, 3)}•••${telefone.slice(-2)}`
}

/** `h•••@exemplo.br`: enough to recognise one's own address, not to learn another's. */
export function mascararEmail(email: string): string {
  const arroba = email.lastIndexOf('@')
  return `${[...email.slice(0, arroba)][0] ?? ''}•••${email.slice(arroba)}`
}
