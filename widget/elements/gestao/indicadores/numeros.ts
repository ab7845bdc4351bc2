import type { Indicadores, Medidas } from '../../../client/indicadores.js'
import { indicadores as textos } from '../../../texts/indicadores.pt-BR.js'

export const medidas = ['abertos', 'concluidos', 'noPrazo', 'diasMediana', 'avaliacaoMedia'] as const
export type Medida = (typeof medidas)[number]

const numero = new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 1 })
const nota = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const mesInteiro = new Intl.DateTimeFormat('pt-BR', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const mesCurto = new Intl.DateTimeFormat('pt-BR', { month: 'short', timeZone: 'UTC' })

/** A measure as people read it; a dash for what there is none of. */
export function escrever(medida: Medida, valor: number | null): string {
  if (valor === null) return textos.semNumero
  if (medida === 'noPrazo') return textos.porCento(numero.format(valor))
  if (medida === 'diasMediana') return textos.dias(numero.format(valor), valor === 1)
  return medida === 'avaliacaoMedia' ? nota.format(valor) : numero.format(valor)
}

/** `2026-11` as novembro de 2026. */
export function escreverMes(mes: string): string {
  return mesInteiro.format(new Date(`${mes}-01`))
}

/** `2026-11` as nov. */
export function escreverMesCurto(mes: string): string {
  return mesCurto.format(new Date(`${mes}-01`)).replace('.', '')
}

/** A whole period in a sentence. @param dia writes a day */
export function resumir({ de, ate, total }: Indicadores, dia: (dia: string) => string): string {
  const inicio = textos.resumo(dia(de), dia(ate))
  const { abertos, concluidos, noPrazo, diasMediana } = total
  if (!abertos && !concluidos) return inicio + textos.nada
  const partes = [
    textos.abertos(numero.format(abertos ?? 0), abertos === 1),
    textos.concluidos(numero.format(concluidos ?? 0), concluidos === 1),
    noPrazo === null ? '' : textos.noPrazo(numero.format(noPrazo)),
    diasMediana === null ? '.' : textos.metade(numero.format(diasMediana), diasMediana === 1),
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
