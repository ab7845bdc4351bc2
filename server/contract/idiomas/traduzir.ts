/**
 * Says in a language what came in pt-BR; a sentence that nobody translated comes back as it is.
 * @param frases where `{}` stands for what changes, in the same order in both; of those that fit, the one that says most itself is taken
 * @param dado says what stands there
 */
export function tradutor(frases: Readonly<Record<string, string>>, dado: (escrito: string) => string): (frase: string) => string {
  const inteiras = new Map(Object.entries(frases))
  const modelos = [...inteiras]
    .filter(([frase]) => frase.includes('{}'))
    .sort(([uma], [outra]) => letrasEm(outra) - letrasEm(uma))
    .map(([frase, dita]) => ({ forma: formaDe(frase), dita }))
  return (frase) => {
    const inteira = inteiras.get(frase)
    if (inteira !== undefined) return inteira
    for (const { forma, dita } of modelos) {
      const partes = forma.exec(frase)
      let i = 0
      if (partes) return dita.replaceAll('{}', () => dado(partes[++i] ?? ''))
    }
    return dado(frase)
  }
}

const letrasEm = (frase: string) => frase.replaceAll('{}', '').length

function formaDe(frase: string): RegExp {
  const letras = frase.split('{}').map((parte) => parte.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${letras.join('(.{1,200}?)')}$`)
}

const modos = {
  en: { local: 'en-GB', dia: 'numeric', mes: 'short', ou: 'or' },
  es: { local: 'es-AR', dia: '2-digit', mes: '2-digit', ou: 'o' },
} as const

/** `AAAA-MM-DD` in another language: `12 Nov 2026`, `12/11/2026`. */
export function escritorDeDatas(idioma: keyof typeof modos): (dia: string) => string {
  const { local, dia: day, mes } = modos[idioma]
  const formato = new Intl.DateTimeFormat(local, { day, month: mes, year: 'numeric', timeZone: 'UTC' })
  return (dia) => formato.format(new Date(dia))
}

/** A count as it is written in a language. */
export function escritorDeContas(idioma: 'pt-BR' | keyof typeof modos, opcoes: Intl.NumberFormatOptions = {}): (n: number) => string {
  const formato = new Intl.NumberFormat(idioma === 'pt-BR' ? idioma : modos[idioma].local, opcoes)
  return (n) => formato.format(n)
}

/** A number as the rules write it, `1.234,5`, in another language. */
function escritorDeNumeros(idioma: keyof typeof modos, opcoes: Intl.NumberFormatOptions = {}): (escrito: string) => string {
  const formato = new Intl.NumberFormat(modos[idioma].local, { maximumFractionDigits: 6, ...opcoes })
  return (escrito) => formato.format(Number(escrito.replaceAll('.', '').replace(',', '.'))).replace(/[\u00a0\u202f]/g, ' ')
}

/** `00/00/0000` is how a code is written, and no day; nor is the 31st of February. */
function ehDia(iso: string): boolean {
  const dia = new Date(iso)
  return !Number.isNaN(dia.getTime()) && dia.toISOString().startsWith(iso)
}

/** Says what the rules wrote inside a sentence: days, amounts, numbers and lists of formats. Anything else stays as it is. */
export function dadosEm(idioma: keyof typeof modos): (escrito: string) => string {
  const data = escritorDeDatas(idioma)
  const numero = escritorDeNumeros(idioma)
  const dinheiro = escritorDeNumeros(idioma, {
    style: 'currency',
    currency: 'BRL',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
  })
  return (escrito) => {
    const quando = /^(\d\d)\/(\d\d)\/(\d{4})(?:, (\d\d?)h(\d\d)?)?$/.exec(escrito)
    if (quando) {
      const [, dia, mes, ano, hora, minuto = '00'] = quando
      const iso = `${ano}-${mes}-${dia}`
      if (!ehDia(iso)) return escrito
      return hora ? `${data(iso)}, ${hora.padStart(2, '0')}:${minuto}` : data(iso)
    }
    const reais = /^R\$ ([\d.]+,\d\d)$/.exec(escrito)
    if (reais?.[1]) return dinheiro(reais[1])
    const medida = /^(\d+(?:\.\d{3})*(?:,\d+)?)( (?:bytes?|KB|MB|GB))?$/.exec(escrito)
    if (medida?.[1] && /[ .,]/.test(escrito)) return numero(medida[1]) + (medida[2] ?? '')
    return /^[A-Z0-9]+(?:, [A-Z0-9]+)* ou [A-Z0-9]+$/.test(escrito)
      ? escrito.replace(/ ou (?=[A-Z0-9]+$)/, ` ${modos[idioma].ou} `)
      : escrito
  }
}
