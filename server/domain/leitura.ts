import type { Dia } from './prazo.js'

/** What people type, read as what is stored. Each answers `undefined` when it can't tell what was meant. */

function compacto(texto: string): string {
  return texto.length > 100 ? '' : texto.normalize('NFKC').replace(/\s/g, '')
}

/** `1.234,5`, `1234,5`, `1.234` (a thousand), `12.5`. */
export function lerNumeroDecimal(texto: string): number | undefined {
  const lido = compacto(texto)
  if (/^-?(\d{1,3}(\.\d{3})+|\d{1,15})(,\d{1,15})?$/.test(lido)) return Number(lido.replaceAll('.', '').replace(',', '.'))
  return /^-?\d{1,15}\.\d{1,15}$/.test(lido) ? Number(lido) : undefined
}

/** `R$ 1.234,56`, `1234,5`, `1234`: in centavos. */
export function lerDinheiro(texto: string): number | undefined {
  const lido = compacto(texto).replace(/^R\$/i, '')
  const partes = /^(\d{1,3}(?:\.\d{3})+|\d{1,13})(?:,(\d{1,2}))?$/.exec(lido) ?? /^(\d{1,13})\.(\d{1,2})$/.exec(lido)
  if (!partes) return undefined
  const centavos = Number((partes[1] ?? '').replaceAll('.', '') + (partes[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(centavos) ? centavos : undefined
}

/** A Brazilian number with its area code, or another country's that starts with `+`: in E.164. */
export function lerTelefone(texto: string): string | undefined {
  const lido = compacto(texto).replace(/[().\-/]/g, '')
  if (/^\+(?!55)[1-9]\d{6,14}$/.test(lido)) return lido
  const nacional = lido
    .replace(/^\+55/, '')
    .replace(/^55(?=\d{10,11}$)/, '')
    .replace(/^0(?=\d{10,11}$)/, '')
  return /^[1-9][1-9](9\d{8}|[2-5]\d{7})$/.test(nacional) ? `+55${nacional}` : undefined
}

/** Whether a phone in E.164 takes texts that cost no more than a text in Brazil does. */
export function ehCelular(telefone: string): boolean {
  return /^\+55\d{2}9\d{8}$/.test(telefone)
}

/** `12/11/2026`, `12112026` or `2026-11-12`. */
export function lerData(texto: string): Dia | undefined {
  const lido = compacto(texto)
  const partes =
    /^(?<dia>\d{1,2})[/.-](?<mes>\d{1,2})[/.-](?<ano>\d{4})$/.exec(lido) ??
    /^(?<dia>\d\d)(?<mes>\d\d)(?<ano>\d{4})$/.exec(lido) ??
    /^(?<ano>\d{4})-(?<mes>\d\d)-(?<dia>\d\d)$/.exec(lido)
  const { dia = '', mes = '', ano = '' } = partes?.groups ?? {}
  const data = `${ano}-${mes.padStart(2, '0')}-${dia.padStart(2, '0')}`
  return diaExiste(data) ? data : undefined
}

function diaExiste(data: string): boolean {
  const instante = new Date(`${data}T00:00:00Z`)
  return data >= '1800' && data < '2300' && !Number.isNaN(instante.getTime()) && instante.toISOString().startsWith(data)
}

/** `14:32`, `14h32`, `14h`, `1432`: as `14:32`. */
export function lerHora(texto: string): string | undefined {
  const partes = /^(\d{1,2})(?:[:h](\d\d)?(?:min|m)?|(\d\d))?$/i.exec(compacto(texto))
  if (!partes) return undefined
  const hora = (partes[1] ?? '').padStart(2, '0')
  const minuto = partes[2] ?? partes[3] ?? '00'
  return hora < '24' && minuto < '60' ? `${hora}:${minuto}` : undefined
}

/** Eight digits. */
export function lerCep(texto: string): string | undefined {
  const lido = compacto(texto).replace(/[.-]/g, '')
  return /^\d{8}$/.test(lido) ? lido : undefined
}

const formaDoNome = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const formaDoDominio = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i

/** An address that mail can be sent to; of a domain, capitals don't count. */
export function lerEmail(texto: string): string | undefined {
  const lido = texto.trim()
  const arroba = lido.lastIndexOf('@')
  const nome = lido.slice(0, arroba)
  const dominio = lido.slice(arroba + 1)
  if (lido.length > 254 || arroba < 1 || nome.length > 64) return undefined
  return formaDoNome.test(nome) && formaDoDominio.test(dominio) ? `${nome}@${dominio.toLowerCase()}` : undefined
}
