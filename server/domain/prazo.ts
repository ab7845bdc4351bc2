import type { PrazoDoTipo } from './tipo.js'

/** A day in the entidade's time zone, `AAAA-MM-DD`: days compare as text. */
export type Dia = string

export interface Calendario {
  /** IANA time zone. */
  fuso: string
  /** Weekends and holidays. */
  semTrabalho(dia: Dia): boolean
}

const milissegundosPorDia = 86_400_000
const formatadores = new Map<string, Intl.DateTimeFormat>()

/** The last answer per time zone, good for one second: formatting costs more than all else that a consult does here. */
const ultimos = new Map<string, { segundo: number; dia: Dia }>()

/** The day that `instante` falls on in `fuso`. */
export function diaEm(fuso: string, instante: Date): Dia {
  const segundo = Math.floor(instante.getTime() / 1000)
  const ultimo = ultimos.get(fuso)
  if (ultimo?.segundo === segundo) return ultimo.dia
  const dia = formatar(fuso, instante)
  ultimos.set(fuso, { segundo, dia })
  return dia
}

function formatar(fuso: string, instante: Date): Dia {
  let formatador = formatadores.get(fuso)
  if (!formatador) {
    formatador = new Intl.DateTimeFormat('en-CA', { timeZone: fuso, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatadores.set(fuso, formatador)
  }
  return formatador.format(instante)
}

/** A day that the calendar has, `AAAA-MM-DD`. */
export function lerDia(texto: string): Dia | undefined {
  const instante = /^[12]\d{3}-\d\d-\d\d$/.test(texto) ? Date.parse(texto) : Number.NaN
  return Number.isNaN(instante) || !new Date(instante).toISOString().startsWith(texto) ? undefined : texto
}

export function anoEm(fuso: string, instante: Date): number {
  return Number(diaEm(fuso, instante).slice(0, 4))
}

/** From `a` to `b`; negative when `b` comes first. */
export function diasEntre(a: Dia, b: Dia): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / milissegundosPorDia)
}

export function somarDias(dia: Dia, dias: number): Dia {
  return new Date(Date.parse(dia) + dias * milissegundosPorDia).toISOString().slice(0, 10)
}

/** 0 is Sunday. */
export function diaDaSemana(dia: Dia): number {
  return new Date(Date.parse(dia)).getUTCDay()
}

/**
 * Last day of a prazo that starts on `inicio` (Lei 9.784 art. 66): the first day is left out and the last one counts;
 * when that one has no work, the prazo ends on the next that has. It lasts until 23:59:59 there (Lei 14.129 art. 8).
 */
export function contarPrazo(calendario: Calendario, inicio: Dia, prazo: PrazoDoTipo): Dia {
  if (prazo.contagem === 'corridos') return proximoComTrabalho(calendario, somarDias(inicio, prazo.dias))
  let dia = inicio
  for (let contados = 0; contados < prazo.dias; contados++) dia = proximoComTrabalho(calendario, somarDias(dia, 1))
  return dia
}

function proximoComTrabalho(calendario: Calendario, aPartirDe: Dia): Dia {
  for (let adiante = 0; adiante <= 366; adiante++) {
    const dia = somarDias(aPartirDe, adiante)
    if (!calendario.semTrabalho(dia)) return dia
  }
  throw new RangeError('a calendar without a single day of work')
}
