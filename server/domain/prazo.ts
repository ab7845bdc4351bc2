import type { PrazoDoTipo } from './tipo.js'

/** A day in the entidade's time zone, `AAAA-MM-DD`: days compare as text. */
export type Dia = string

export interface Calendario {
  /** IANA time zone. */
  fuso: string
  /** Weekends and holidays. */
  semTrabalho(dia: Dia): boolean
  /** Days on which the system was out: they count, but no prazo ends on them. */
  indisponivel(dia: Dia): boolean
}

const milissegundosPorDia = 86_400_000
/** Days in which a prazo that is held up has to end. */
const maisAdiante = 366
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
 * when that one has no work, or the system was out on it, the prazo ends on the next where neither is so (Lei 11.419 art. 10 §2, whose rule
 * for the courts is taken here). It lasts until 23:59:59 there (Lei 14.129 art. 8).
 */
export function contarPrazo(calendario: Calendario, inicio: Dia, prazo: PrazoDoTipo): Dia {
  if (prazo.contagem === 'corridos') return fimPossivel(calendario, somarDias(inicio, prazo.dias))
  let dia = inicio
  for (let contados = 0; contados < prazo.dias; contados++) {
    dia = primeiroDia(somarDias(dia, 1), (um) => !calendario.semTrabalho(um))
  }
  return fimPossivel(calendario, dia)
}

/** The first day, from `dia` on, on which a prazo may end. */
export function fimPossivel(calendario: Calendario, dia: Dia): Dia {
  return primeiroDia(dia, (um) => !calendario.semTrabalho(um) && !calendario.indisponivel(um))
}

/** Whether no prazo that ends on `dia`, or is held up until then, waits for more than a year. */
export function temFim(calendario: Calendario, dia: Dia): boolean {
  const serve = (um: Dia) => !calendario.semTrabalho(um) && !calendario.indisponivel(um)
  let seguidos = 0
  for (let n = -maisAdiante; n <= maisAdiante && seguidos <= maisAdiante; n++) seguidos = serve(somarDias(dia, n)) ? 0 : seguidos + 1
  return seguidos <= maisAdiante
}

/** Every day that an outage touches. At midnight it is over before the day begins. */
export function diasTocados(fuso: string, de: Date, ate: Date): Dia[] {
  const primeiro = diaEm(fuso, de)
  const ultimo = diaEm(fuso, new Date(ate.getTime() - 1))
  return Array.from({ length: diasEntre(primeiro, ultimo) + 1 }, (_, n) => somarDias(primeiro, n))
}

function primeiroDia(aPartirDe: Dia, serve: (dia: Dia) => boolean): Dia {
  for (let adiante = 0; adiante <= maisAdiante; adiante++) {
    const dia = somarDias(aPartirDe, adiante)
    if (serve(dia)) return dia
  }
  throw new RangeError('a calendar without a single day of work')
}

/** The instant at which clocks in `fuso` show `AAAA-MM-DDTHH:MM`; undefined where the text is none, or no clock there ever shows it. */
export function instanteEm(fuso: string, texto: string): Date | undefined {
  const mostrado = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(texto) ? Date.parse(`${texto}Z`) : Number.NaN
  if (Number.isNaN(mostrado)) return undefined
  // Twice: the first guess may fall on the other side of a change of the clocks.
  let instante = mostrado
  for (let vez = 0; vez < 2; vez++) instante += mostrado - Date.parse(`${horaEm(fuso, new Date(instante))}Z`)
  return horaEm(fuso, new Date(instante)) === texto ? new Date(instante) : undefined
}

function horaEm(fuso: string, instante: Date): string {
  const hora = new Intl.DateTimeFormat('en-GB', { timeZone: fuso, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instante)
  return `${formatar(fuso, instante)}T${hora}`
}
