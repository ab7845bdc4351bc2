import { type Dia, diaEm } from '../../domain/prazo.js'
import { ProblemError } from '../../platform/http/problem.js'

export interface Periodo {
  de: Dia
  ate: Dia
}

const diaEscrito = /^\d{4}-\d\d-\d\d$/
/** Months that one answer may span. */
const maisMeses = 60

/** The twelve months that end today. */
export function ultimosDozeMeses(fuso: string, agora: Date): Periodo {
  const ate = diaEm(fuso, agora)
  return { de: `${mesAntes(ate.slice(0, 7), 11)}-01`, ate }
}

/** @throws campos_invalidos. */
export function lerPeriodo(fuso: string, agora: Date, { de, ate }: { de?: string; ate?: string }): Periodo {
  const padrao = ultimosDozeMeses(fuso, agora)
  const fim = ate ?? padrao.ate
  const periodo = { de: de ?? `${mesAntes(fim.slice(0, 7), 11)}-01`, ate: fim }
  for (const nome of ['ate', 'de'] as const) if (!existe(periodo[nome])) throw recusa(nome, 'Escreva um dia que existe, como 2026-11-21.')
  if (periodo.de > periodo.ate) throw recusa('de', 'O primeiro dia vem depois do último. Troque um dos dois.')
  if (meses(periodo).length > maisMeses) throw recusa('de', 'O período é longo demais. Escolha até cinco anos.')
  return periodo
}

/** Every month that a period touches, `AAAA-MM`, oldest first. */
export function meses({ de, ate }: Periodo): string[] {
  const [primeiro, ultimo] = [indice(de.slice(0, 7)), indice(ate.slice(0, 7))]
  return Array.from({ length: ultimo - primeiro + 1 }, (_, n) => doIndice(primeiro + n))
}

function mesAntes(mes: string, quantos: number): string {
  return doIndice(indice(mes) - quantos)
}

function indice(mes: string): number {
  return Number(mes.slice(0, 4)) * 12 + Number(mes.slice(5, 7)) - 1
}

function doIndice(n: number): string {
  return `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`
}

/** Whether a text is a day that the calendar has. */
export function existe(dia: string): boolean {
  if (!diaEscrito.test(dia) || dia < '1900' || dia > '2999') return false
  const instante = Date.parse(dia)
  return !Number.isNaN(instante) && new Date(instante).toISOString().startsWith(dia)
}

function recusa(caminho: string, mensagem: string): ProblemError {
  return new ProblemError('campos_invalidos', { campos: [{ caminho, mensagem }] })
}
