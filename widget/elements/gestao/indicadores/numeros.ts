import type { Indicadores, Medidas } from '../../../client/indicadores.js'
import { indicadores as textos } from '../../../texts/indicadores.pt-BR.js'
import { idioma } from '../../../texts/voz.js'

export const medidas = ['abertos', 'concluidos', 'noPrazo', 'diasMediana', 'avaliacaoMedia'] as const
export type Medida = (typeof medidas)[number]

const numero = (valor: number) => new Intl.NumberFormat(idioma(), { maximumFractionDigits: 1 }).format(valor)
const nota = (valor: number) => new Intl.NumberFormat(idioma(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(valor)

/** A measure as people read it, without what it is of; a dash for what there is none of. */
export function escreverNumero(medida: Medida, valor: number | null): string {
  if (valor === null) return textos.semNumero
  if (medida === 'noPrazo') return textos.porCento(numero(valor))
  return medida === 'avaliacaoMedia' ? nota(valor) : numero(valor)
}

/** The same, with what it is of. */
export function escrever(medida: Medida, valor: number | null): string {
  const escrito = escreverNumero(medida, valor)
  return medida === 'diasMediana' && valor !== null ? textos.dias(escrito, valor === 1) : escrito
}

/** `2026-11` as novembro de 2026. */
export function escreverMes(mes: string): string {
  return formatarMes(mes, { month: 'long', year: 'numeric' })
}

/** `2026-11` as nov. */
export function escreverMesCurto(mes: string): string {
  return formatarMes(mes, { month: 'short' }).replace('.', '')
}

function formatarMes(mes: string, partes: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(idioma(), { ...partes, timeZone: 'UTC' }).format(new Date(`${mes}-01`))
}

/** A whole period in a sentence. @param dia writes a day */
export function resumir({ de, ate, total }: Indicadores, dia: (dia: string) => string): string {
  const inicio = textos.resumo(dia(de), dia(ate))
  const { abertos, concluidos, noPrazo, diasMediana } = total
  if (!abertos && !concluidos) return inicio + textos.nada
  const partes = [
    textos.abertos(numero(abertos ?? 0), abertos === 1),
    textos.concluidos(numero(concluidos ?? 0), concluidos === 1),
    noPrazo === null ? '' : textos.noPrazo(numero(noPrazo)),
    diasMediana === null ? '.' : textos.metade(numero(diasMediana), diasMediana === 1),
  ]
  return inicio + partes.join('')
}

export type Linha = Medidas & { nome: string; curto?: string }

/** What a chart shows, in a sentence: its largest, and its smallest where another. */
export function resumirGrafico(linhas: readonly Linha[], medida: Medida): string {
  const comNumero = linhas.flatMap((linha) => {
    const valor = linha[medida]
    return valor === null ? [] : [{ nome: linha.nome, valor }]
  })
  const ordenadas = comNumero.toSorted((a, b) => b.valor - a.valor)
  const [maior] = ordenadas
  const menor = ordenadas.at(-1)
  if (!maior || !menor) return textos.vazio
  const nome = textos.medidas[medida]
  if (ordenadas.length === 1) return textos.um(nome, maior.nome, escrever(medida, maior.valor))
  const outro = menor.valor < maior.valor ? textos.menor(menor.nome, escrever(medida, menor.valor)) : ''
  return `${textos.maior(nome, maior.nome, escrever(medida, maior.valor))}${outro}.`
}
