import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { lerInstante } from '../../../server/domain/instante.js'

describe('a day and hour, as a form sends them', () => {
  it('are those that clocks show in the time zone', () => {
    for (const [fuso, texto, esperado] of [
      ['America/Sao_Paulo', '2026-11-27T17:30', '2026-11-27T20:30:00.000Z'],
      ['America/Sao_Paulo', '2018-12-01T10:00', '2018-12-01T12:00:00.000Z'],
      ['America/Manaus', '2026-11-27T23:59', '2026-11-28T03:59:00.000Z'],
      ['America/Noronha', '2026-01-01T00:00', '2026-01-01T02:00:00.000Z'],
      ['UTC', '2026-01-01T00:00', '2026-01-01T00:00:00.000Z'],
    ] as const) {
      assert.equal(lerInstante(fuso, texto)?.toISOString(), esperado, `${texto} in ${fuso}`)
    }
  })
  it('come back as they were written', () => {
    const fusos = fc.constantFrom('America/Sao_Paulo', 'America/Rio_Branco', 'America/Noronha')
    const minutos = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 })
    fc.assert(
      fc.property(fusos, minutos, (fuso, minuto) => {
        const texto = new Date(minuto * 60_000).toISOString().slice(0, 16)
        const relogio = new Intl.DateTimeFormat('sv-SE', { timeZone: fuso, dateStyle: 'short', timeStyle: 'short' })
        return relogio.format(lerInstante(fuso, texto)).replace(' ', 'T') === texto
      }),
    )
  })
  it('are nothing when they are not on the calendar or the clock', () => {
    for (const texto of [
      '',
      '2026-11-27',
      '2026-02-30T10:00',
      '2026-11-27T24:00',
      '2026-11-27T10:60',
      '27/11/2026 10:00',
      '2026-11-27T10:00:00Z',
    ]) {
      assert.equal(lerInstante('America/Sao_Paulo', texto), undefined, texto)
    }
  })
})
