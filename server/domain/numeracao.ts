import { modulo11 } from './modulo11.js'

/** How an orgao writes its numbers: `mascara` as described in contract/entidade. */
export interface Numeracao {
  sigla: string
  mascara: string
  /** First number of each year. */
  inicio?: number
  /** What `{unidade}` stands for. */
  unidade?: number
}

export type Parte =
  | { especie: 'literal'; texto: string }
  | { especie: 'sigla' | 'ano' }
  | { especie: 'unidade'; tamanho: number }
  /** Sizes of the groups that dots keep apart; one group has no dot. */
  | { especie: 'sequencia'; grupos: readonly number[] }
  | { especie: 'dv'; regra: 'nup' | 'modulo11' }

const formaDeParte = /\{(?:(sigla|ano)|unidade(?::(\d{1,2}))?|(sequencia)(?::(\d{1,2}(?:\.\d{1,2})*))?|dv:(nup|modulo11))\}|[^{}]+/gy

/** The pieces of a mask, in order; `undefined` when one is unknown. */
export function partesDaMascara(mascara: string): Parte[] | undefined {
  const partes: Parte[] = []
  let lido = 0
  for (const achado of mascara.matchAll(formaDeParte)) {
    const [texto, simples, tamanho, sequencia, grupos, regra] = achado
    lido += texto.length
    if (simples === 'sigla' || simples === 'ano') partes.push({ especie: simples })
    else if (sequencia) partes.push({ especie: 'sequencia', grupos: (grupos ?? '1').split('.').map(Number) })
    else if (regra === 'nup' || regra === 'modulo11') partes.push({ especie: 'dv', regra })
    else if (texto.startsWith('{')) partes.push({ especie: 'unidade', tamanho: Number(tamanho ?? 1) })
    else partes.push({ especie: 'literal', texto })
  }
  return lido === mascara.length ? partes : undefined
}

/** What is wrong with a mask, in words for who writes the entidade's file; `undefined` when nothing is. */
export function conferirMascara(mascara: string): string | undefined {
  const partes = partesDaMascara(mascara)
  if (!partes) return 'use só {sigla}, {ano}, {sequencia}, {unidade:5}, {dv:nup} ou {dv:modulo11} entre chaves'
  const quantas = (especie: Parte['especie']) => partes.filter((parte) => parte.especie === especie).length
  if (quantas('sequencia') !== 1) return 'a máscara precisa de {sequencia} uma vez'
  if (quantas('ano') !== 1) return 'a máscara precisa de {ano} uma vez: a contagem recomeça a cada ano'
  if (quantas('sigla') > 1 || quantas('unidade') > 1 || quantas('dv') > 1) return 'cada parte da máscara aparece uma vez só'
  const dv = partes.findIndex((parte) => parte.especie === 'dv')
  if (dv >= 0 && dv < partes.findIndex((parte) => parte.especie === 'sequencia')) return 'o dígito vem depois de {sequencia}'
  if (!/^[!-~]+(?: [!-~]+)*$/.test(mascara)) return 'use letras sem acento, números e sinais simples, sem espaços nas pontas'
  if (partes.some((parte) => parte.especie === 'sequencia' && parte.grupos.includes(0)))
    return 'cada grupo de {sequencia} tem ao menos 1 número'
  return mascara.length > 100 || larguraDaSequencia(partes) > 18 ? 'a máscara é longa demais' : undefined
}

/** Like {@link conferirMascara}, for the whole numbering. */
export function conferirNumeracao(numeracao: Numeracao): string | undefined {
  const semUnidade = numeracao.unidade === undefined && /\{unidade/.test(numeracao.mascara)
  return conferirMascara(numeracao.mascara) ?? (semUnidade ? 'diga em "unidade" o número que entra em {unidade}' : undefined)
}

function larguraDaSequencia(partes: readonly Parte[]): number {
  return partes.reduce((total, parte) => (parte.especie === 'sequencia' ? total + soma(parte.grupos) : total), 0)
}

/** Writes a number, as `formatar_numero` does in the database. @throws RangeError when the mask is not one. */
export function formatarNumero(numeracao: Numeracao, ano: number, sequencia: number): string {
  const partes = partesDaMascara(numeracao.mascara)
  if (!partes) throw new RangeError(`unknown part in the number mask ${numeracao.mascara}`)
  let escrito = ''
  for (const parte of partes) escrito += escreverParte(parte, numeracao, ano, sequencia, escrito)
  return escrito
}

function escreverParte(parte: Parte, numeracao: Numeracao, ano: number, sequencia: number, antes: string): string {
  switch (parte.especie) {
    case 'literal':
      return parte.texto
    case 'sigla':
      return numeracao.sigla
    case 'ano':
      return String(ano)
    case 'unidade':
      return String(numeracao.unidade ?? 0).padStart(parte.tamanho, '0')
    case 'sequencia':
      return agrupar(sequencia, parte.grupos)
    case 'dv':
      return digitoVerificador(parte.regra, antes)
  }
}

/** Zero-padded to the sum of the groups; what does not fit stays in the first. */
function agrupar(sequencia: number, grupos: readonly number[]): string {
  let resto = String(sequencia).padStart(soma(grupos), '0')
  const escritos: string[] = []
  for (const grupo of grupos.slice(1).reverse()) {
    escritos.unshift(resto.slice(-grupo))
    resto = resto.slice(0, -grupo)
  }
  return [resto, ...escritos].join('.')
}

/** Over every digit in what stands before it. */
function digitoVerificador(regra: 'nup' | 'modulo11', antes: string): string {
  const digitos = antes.replace(/\D/g, '')
  const primeiro = modulo11(digitos)
  return regra === 'nup' ? primeiro + modulo11(digitos + primeiro) : primeiro
}

/** The check digit of a number; empty when its mask has none. */
export function digitoDoNumero(numeracao: Numeracao, ano: number, sequencia: number): string {
  let escrito = ''
  for (const parte of partesDaMascara(numeracao.mascara) ?? []) {
    const trecho = escreverParte(parte, numeracao, ano, sequencia, escrito)
    if (parte.especie === 'dv') return trecho
    escrito += trecho
  }
  return ''
}

export function soma(numeros: readonly number[]): number {
  return numeros.reduce((total, numero) => total + numero, 0)
}
