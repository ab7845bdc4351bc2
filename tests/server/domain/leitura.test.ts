import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { escreverData, escreverDinheiro, escreverHora, escreverNumero, escreverTelefone } from '../../../server/domain/escrita.js'
import { lerCep, lerData, lerDinheiro, lerEmail, lerHora, lerNumeroDecimal, lerTelefone } from '../../../server/domain/leitura.js'

type Leitor = (texto: string) => string | number | undefined

const tabela: [string, Leitor, Record<string, string | number | undefined>][] = [
  [
    'lerNumeroDecimal',
    lerNumeroDecimal,
    {
      '12': 12,
      '12,5': 12.5,
      '1.234': 1234,
      '1.234,5': 1234.5,
      '12.5': 12.5,
      '-3': -3,
      '1 234': 1234,
      '1,2,3': undefined,
      '1.23.4': undefined,
      abc: undefined,
      '1e9': undefined,
      '': undefined,
    },
  ],
  [
    'lerDinheiro',
    lerDinheiro,
    {
      'R$ 1.234,56': 123456,
      'r$180.000,00': 18000000,
      '1234': 123400,
      '1234,5': 123450,
      '1.234': 123400,
      '1234.56': 123456,
      '0,07': 7,
      '1,234': undefined,
      '-5': undefined,
      R$: undefined,
      '1.2.3': undefined,
    },
  ],
  [
    'lerTelefone',
    lerTelefone,
    {
      '(19) 99123-4567': '+5519991234567',
      '019 99123 4567': '+5519991234567',
      '+55 19 3861-1234': '+551938611234',
      '5519991234567': '+5519991234567',
      '55991234567': '+5555991234567',
      '+351 912 345 678': '+351912345678',
      '99123-4567': undefined,
      '(19) 1234-5678': undefined,
      '(10) 99123-4567': undefined,
      'ligue já': undefined,
    },
  ],
  [
    'lerData',
    lerData,
    {
      '12/11/2026': '2026-11-12',
      '1/2/2026': '2026-02-01',
      '12112026': '2026-11-12',
      '2026-11-12': '2026-11-12',
      '29/02/2028': '2028-02-29',
      '29/02/2026': undefined,
      '31/04/2026': undefined,
      '12/11/26': undefined,
      '00/01/2026': undefined,
      '12/11/0206': undefined,
      '12/13/2026': undefined,
    },
  ],
  [
    'lerHora',
    lerHora,
    {
      '14:32': '14:32',
      '14h32': '14:32',
      '14h': '14:00',
      '9:05': '09:05',
      '1432': '14:32',
      '8': '08:00',
      '24:00': undefined,
      '12:60': undefined,
      meio: undefined,
    },
  ],
  ['lerCep', lerCep, { '13900-000': '13900000', '13.900-000': '13900000', '1390000': undefined, '13900-00a': undefined }],
  [
    'lerEmail',
    lerEmail,
    {
      ' Helena@Exemplo.BR ': 'Helena@exemplo.br',
      'a.b+c@x.com.br': 'a.b+c@x.com.br',
      'a@b': undefined,
      'a..b@x.com': undefined,
      'a@x..com': undefined,
      'a b@x.com': undefined,
      'a@x.com\nBcc: b@x.com': undefined,
      'a@x.com,b@x.com': undefined,
      '"a"@x.com': undefined,
      'á@x.com': undefined,
    },
  ],
]

for (const [nome, ler, casos] of tabela) {
  describe(nome, () => {
    for (const [texto, lido] of Object.entries(casos)) {
      it(`${lido === undefined ? 'refuses' : 'reads'} ${JSON.stringify(texto)}`, () => assert.equal(ler(texto), lido))
    }
    it('never fails, whatever is typed', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (texto) =>
          ['string', 'number', 'undefined'].includes(typeof ler(texto)),
        ),
      )
    })
  })
}

describe('what is written reads back', () => {
  it('money', () => fc.assert(fc.property(fc.nat(10 ** 12), (centavos) => lerDinheiro(escreverDinheiro(centavos)) === centavos)))
  it('numbers', () => fc.assert(fc.property(fc.integer(), (numero) => lerNumeroDecimal(escreverNumero(numero / 100)) === numero / 100)))
  it('dates, hours and telephones', () => {
    assert.equal(lerData(escreverData('2026-11-12')), '2026-11-12')
    assert.equal(lerHora(escreverHora('09:05')), '09:05')
    assert.equal(lerTelefone(escreverTelefone('+551938611234')), '+551938611234')
  })
})
