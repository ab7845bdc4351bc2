import Holidays from 'date-holidays'
import { type Calendario, type Dia, diaDaSemana } from './prazo.js'

export interface Feriado {
  /** `AAAA-MM-DD`, or `MM-DD` for every year. */
  dia: string
  nome: string
}

/** The ones that date-holidays calls bank holidays are Carnival's Monday and Tuesday and Corpus Christi. */
const facultativosFixos = ['10-28']

/**
 * The days of work of an entidade: not weekends, not national holidays, not `feriados` (the state's and the town's own)
 * and, with `facultativos`, not the optional days either (Carnival, Corpus Christi, 28 October).
 * @param indisponiveis days on which the system was out.
 */
export function criarCalendario(
  fuso: string,
  feriados: readonly Feriado[],
  facultativos = false,
  indisponiveis: readonly Dia[] = [],
): Calendario {
  const foraDoAr = new Set(indisponiveis)
  const nacionais = new Holidays('BR', { types: facultativos ? ['public', 'bank'] : ['public'] })
  const proprios = new Set([...feriados.map((feriado) => feriado.dia), ...(facultativos ? facultativosFixos : [])])
  const anos = new Map<number, Set<Dia>>()

  function feriadosNacionais(ano: number): Set<Dia> {
    let dias = anos.get(ano)
    if (!dias) {
      dias = new Set(nacionais.getHolidays(ano).map((feriado) => feriado.date.slice(0, 10)))
      anos.set(ano, dias)
    }
    return dias
  }

  return {
    fuso,
    indisponivel: (dia) => foraDoAr.has(dia),
    semTrabalho(dia) {
      const semana = diaDaSemana(dia)
      if (semana === 0 || semana === 6) return true
      return proprios.has(dia) || proprios.has(dia.slice(5)) || feriadosNacionais(Number(dia.slice(0, 4))).has(dia)
    },
  }
}
