/**
 * The instant at which clocks in `fuso` show `AAAA-MM-DDTHH:MM`, as a form sends it; undefined when it is none. An hour that a change of
 * daylight saving time skips is taken for the one after it; of one that comes twice, the first.
 */
export function lerInstante(fuso: string, texto: string): Date | undefined {
  if (!/^[12]\d{3}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(texto)) return undefined
  const comoUtc = Date.parse(`${texto}:00Z`)
  if (Number.isNaN(comoUtc) || !new Date(comoUtc).toISOString().startsWith(texto)) return undefined
  const adiantado = comoUtc - diferenca(fuso, comoUtc)
  return new Date(comoUtc - diferenca(fuso, adiantado))
}

/** Milliseconds by which clocks in `fuso` are ahead of UTC. */
function diferenca(fuso: string, instante: number): number {
  const partes = new Intl.DateTimeFormat('en-CA', {
    timeZone: fuso,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instante)
  const parte = (nome: Intl.DateTimeFormatPartTypes) => partes.find(({ type }) => type === nome)?.value ?? ''
  const local = Date.parse(`${parte('year')}-${parte('month')}-${parte('day')}T${parte('hour')}:${parte('minute')}:00Z`)
  return local - Math.floor(instante / 60_000) * 60_000
}
