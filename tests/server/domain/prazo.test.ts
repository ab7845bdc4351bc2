import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { criarCalendario } from '../../../server/domain/calendario.js'
import { anoEm, contarPrazo, diaEm, diasEntre, diasTocados, instanteEm, somarDias } from '../../../server/domain/prazo.js'

const fuso = 'America/Sao_Paulo'
const calendario = criarCalendario(fuso, [
  { dia: '07-09', nome: 'Revolução Constitucionalista' },
  { dia: '2026-08-14', nome: 'Aniversário da cidade' },
])

describe('diaEm', () => {
  it('is the day in the time zone, to the last second (Lei 14.129 art. 8)', () => {
    assert.equal(diaEm(fuso, new Date('2026-11-13T02:59:59Z')), '2026-11-12')
    assert.equal(diaEm(fuso, new Date('2026-11-13T03:00:00Z')), '2026-11-13')
    assert.equal(diaEm('America/Rio_Branco', new Date('2026-11-13T04:59:59Z')), '2026-11-12')
    assert.equal(anoEm(fuso, new Date('2027-01-01T02:00:00Z')), 2026)
  })
})

describe('contarPrazo', () => {
  const contados: [string, string, number, 'corridos' | 'uteis', string][] = [
    ['leaves out the first day and counts the last', '2026-11-16', 10, 'corridos', '2026-11-26'],
    ['moves from a Saturday to the Monday', '2026-11-12', 2, 'corridos', '2026-11-16'],
    ['moves past a national holiday and the weekend after it', '2026-11-10', 10, 'corridos', '2026-11-23'],
    ['moves past a holiday of the state', '2026-07-08', 1, 'corridos', '2026-07-10'],
    ['moves past a holiday of one year only', '2026-08-13', 1, 'corridos', '2026-08-17'],
    ['does not move in another year', '2028-08-11', 3, 'corridos', '2028-08-14'],
    ['moves past Good Friday', '2026-04-01', 2, 'corridos', '2026-04-06'],
    ['crosses into the next year', '2026-12-15', 30, 'corridos', '2027-01-14'],
    ['counts 29 February', '2028-02-28', 1, 'corridos', '2028-02-29'],
    ['counts only days of work', '2026-11-12', 5, 'uteis', '2026-11-19'],
    ['counts only days of work past a holiday', '2026-11-12', 6, 'uteis', '2026-11-23'],
  ]
  for (const [nome, inicio, dias, contagem, fim] of contados) {
    it(nome, () => assert.equal(contarPrazo(calendario, inicio, { dias, contagem }), fim))
  }

  it('never ends on a day without work, nor before the count, nor long after it', () => {
    const dia = fc.integer({ min: 0, max: 20_000 }).map((dias) => somarDias('2020-01-01', dias))
    fc.assert(
      fc.property(dia, fc.integer({ min: 1, max: 365 }), fc.constantFrom('corridos', 'uteis'), (inicio, dias, contagem) => {
        const fim = contarPrazo(calendario, inicio, { dias, contagem })
        assert.equal(calendario.semTrabalho(fim), false)
        assert.ok(diasEntre(inicio, fim) >= dias)
        if (contagem === 'corridos') assert.ok(diasEntre(inicio, fim) <= dias + 10)
      }),
    )
  })

  const comQueda = (...dias: string[]) => criarCalendario(fuso, [], false, dias)
  const quedas: [string, string[], string, number, 'corridos' | 'uteis', string][] = [
    ['moves past an outage on the last day', ['2026-11-26'], '2026-11-16', 10, 'corridos', '2026-11-27'],
    ['moves past an outage and the weekend after it', ['2026-11-27'], '2026-11-16', 11, 'corridos', '2026-11-30'],
    ['moves past an outage on the Monday after a weekend', ['2026-11-30'], '2026-11-16', 12, 'corridos', '2026-12-01'],
    ['moves past an outage of several days', ['2026-11-26', '2026-11-27', '2026-11-30'], '2026-11-16', 10, 'corridos', '2026-12-01'],
    ['counts a day of an outage that is not the last', ['2026-11-17', '2026-11-18'], '2026-11-16', 5, 'uteis', '2026-11-24'],
    ['moves a count of days of work too', ['2026-11-24'], '2026-11-16', 5, 'uteis', '2026-11-25'],
  ]
  for (const [nome, dias, inicio, quantos, contagem, fim] of quedas) {
    it(nome, () => assert.equal(contarPrazo(comQueda(...dias), inicio, { dias: quantos, contagem }), fim))
  }

  it('never ends on a day of an outage, nor earlier for it, and is the same where none touches its end', () => {
    const inicio = fc.integer({ min: 0, max: 2_000 }).map((dias) => somarDias('2026-01-01', dias))
    const fora = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })
    fc.assert(
      fc.property(inicio, fora, fc.integer({ min: 1, max: 40 }), fc.constantFrom('corridos', 'uteis'), (dia, depois, dias, contagem) => {
        const sem = contarPrazo(comQueda(), dia, { dias, contagem })
        const com = comQueda(...depois.map((n) => somarDias(dia, n)))
        const fim = contarPrazo(com, dia, { dias, contagem })
        assert.equal(com.indisponivel(fim) || com.semTrabalho(fim), false)
        assert.ok(fim >= sem)
        if (!com.indisponivel(sem)) assert.equal(fim, sem)
      }),
    )
  })

  it('says so when a calendar has no day of work', () => {
    assert.throws(
      () => contarPrazo({ fuso, semTrabalho: () => true, indisponivel: () => false }, '2026-01-01', { dias: 1, contagem: 'corridos' }),
      RangeError,
    )
  })
})

describe('diasTocados', () => {
  it('has every day that is touched, by the time zone, and not the one at whose midnight it was over', () => {
    assert.deepEqual(diasTocados(fuso, new Date('2026-11-24T02:59:59Z'), new Date('2026-11-24T03:00:00Z')), ['2026-11-23'])
    assert.deepEqual(diasTocados(fuso, new Date('2026-11-24T02:59:59Z'), new Date('2026-11-25T03:00:01Z')), [
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ])
  })
})

describe('instanteEm', () => {
  it('is the instant at which clocks there show it', () => {
    assert.deepEqual(instanteEm(fuso, '2026-11-24T14:30'), new Date('2026-11-24T17:30:00Z'))
    assert.deepEqual(instanteEm('America/Rio_Branco', '2026-11-24T23:59'), new Date('2026-11-25T04:59:00Z'))
    assert.deepEqual(instanteEm(fuso, '2018-11-04T01:00'), new Date('2018-11-04T03:00:00Z'))
  })
  it('is none for what is no instant, or that no clock there ever showed', () => {
    for (const texto of ['', 'ontem', '2026-11-24', '2026-13-01T10:00', '2026-02-30T10:00', '2026-11-24T25:00', '2018-11-04T00:30'])
      assert.equal(instanteEm(fuso, texto), undefined, texto)
  })
})

describe('criarCalendario', () => {
  it('counts optional days as work unless the entidade says otherwise', () => {
    const comFacultativos = criarCalendario(fuso, [], true)
    for (const dia of ['2026-02-16', '2026-02-17', '2026-06-04', '2026-10-28']) {
      assert.equal(calendario.semTrabalho(dia), false, dia)
      assert.equal(comFacultativos.semTrabalho(dia), true, dia)
    }
  })
  it('knows the national holidays of every year', () => {
    for (const dia of [
      '2026-01-01',
      '2026-04-21',
      '2026-05-01',
      '2026-09-07',
      '2026-10-12',
      '2026-11-02',
      '2026-11-20',
      '2026-12-25',
      '2031-05-01',
    ]) {
      assert.equal(calendario.semTrabalho(dia), true, dia)
    }
  })
})

describe('diasEntre', () => {
  it('is negative once past', () => {
    assert.equal(diasEntre('2026-11-21', '2026-12-12'), 21)
    assert.equal(diasEntre('2026-11-21', '2026-11-20'), -1)
  })
})
