import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  conferirDigito,
  conferirMascara,
  conferirNumeracao,
  formatarNumero,
  lerNumero,
  modulo11,
  type Numeracao,
} from '../../../server/domain/numero.js'

const prefeitura: Numeracao = { sigla: 'PMP', mascara: '{sigla} {ano}/{sequencia}', inicio: 500100 }
const geral: Numeracao = { sigla: 'PROTOCOLO-GERAL', mascara: '{sequencia:9}.{unidade:5}/{ano}', unidade: 3 }
const federal: Numeracao = { sigla: 'FED', mascara: '{unidade:5}.{sequencia:6}/{ano}-{dv:nup}', unidade: 23037 }
const agua: Numeracao = { sigla: 'SA', mascara: '{ano}.{sequencia:3.3}-{dv:modulo11}' }
const numeracoes = [prefeitura, geral, federal, agua]

describe('modulo11', () => {
  it('gives the two digits of the NUP 23037.001462/2021-65', () => {
    assert.equal(modulo11('230370014622021'), '6')
    assert.equal(modulo11('2303700146220216'), '5')
  })
})

describe('formatarNumero', () => {
  const escritos: [Numeracao, number, number, string][] = [
    [prefeitura, 2023, 500100, 'PMP 2023/500100'],
    [geral, 2020, 114, '000000114.00003/2020'],
    [federal, 2021, 1462, '23037.001462/2021-65'],
    [agua, 2026, 431, `2026.000.431-${modulo11('2026000431')}`],
    [agua, 2026, 1234567, `2026.1234.567-${modulo11('20261234567')}`],
    [{ sigla: 'X', mascara: '{sequencia:1.3.3}/{ano}' }, 2026, 12345678, '12.345.678/2026'],
    [{ sigla: 'X', mascara: 'PROC-{ano}{sequencia:6}' }, 2026, 7, 'PROC-2026000007'],
  ]
  for (const [numeracao, ano, sequencia, esperado] of escritos) {
    it(`writes ${esperado}`, () => assert.equal(formatarNumero(numeracao, ano, sequencia), esperado))
  }
})

describe('lerNumero', () => {
  const igual: [string, string, number, number][] = [
    ['pmp 2023 / 500100', 'PMP', 2023, 500100],
    ['PMP2023500100', 'PMP', 2023, 500100],
    ['PMP-2023-500.100', 'PMP', 2023, 500100],
    ['PMP 2023/0500100', 'PMP', 2023, 500100],
    ['114.3/2020', 'PROTOCOLO-GERAL', 2020, 114],
    ['000000114000032020', 'PROTOCOLO-GERAL', 2020, 114],
    ['protocolo geral 114.3/2020', 'PROTOCOLO-GERAL', 2020, 114],
    ['23037001462202165', 'FED', 2021, 1462],
    ['23037.1462/2021', 'FED', 2021, 1462],
    ['23037.001462/2021-65', 'FED', 2021, 1462],
    ['２３０３７.001462/2021-65', 'FED', 2021, 1462],
    ['2026000431', 'SA', 2026, 431],
    [`2026.431-${modulo11('2026000431')}`, 'SA', 2026, 431],
  ]
  for (const [digitado, sigla, ano, sequencia] of igual) {
    it(`reads ${digitado}`, () => assert.deepEqual(lerNumero(numeracoes, digitado), [{ sigla, ano, sequencia }]))
  }

  it('gives every orgao that the text may mean', () => {
    const outra = { ...prefeitura, sigla: 'CAMARA' }
    assert.deepEqual(
      lerNumero([prefeitura, outra], '2023/500100').map((numero) => numero.sigla),
      ['PMP', 'CAMARA'],
    )
    assert.deepEqual(lerNumero([prefeitura, outra], '2023/500100', { orgao: 'camara' }), [
      { sigla: 'CAMARA', ano: 2023, sequencia: 500100 },
    ])
  })

  it('needs only the sequence when orgao and year are chosen', () => {
    const lido = [{ sigla: 'PMP', ano: 2026, sequencia: 500100 }]
    assert.deepEqual(lerNumero(numeracoes, '500.100', { orgao: 'PMP', ano: '2026' }), lido)
    assert.deepEqual(lerNumero(numeracoes, 'PMP 2026/500100', { orgao: 'PMP', ano: '2026' }), lido)
    assert.deepEqual(lerNumero(numeracoes, '114', { orgao: 'PROTOCOLO-GERAL', ano: '2026' }), [
      { sigla: 'PROTOCOLO-GERAL', ano: 2026, sequencia: 114 },
    ])
    assert.deepEqual(lerNumero(numeracoes, 'PMP 2025/500100', { ano: '2026' }), [])
  })

  for (const texto of [
    '',
    '   ',
    'x',
    '500100',
    'PMP 2023',
    'PMP 2023/',
    'PMP 2023/0',
    'PMP 2023/99999999999',
    '114.4/2020',
    '\0',
    '<b>1</b>',
  ]) {
    it(`finds no number in ${JSON.stringify(texto)}`, () => assert.deepEqual(lerNumero(numeracoes, texto), []))
  }

  it('does not look at more than 100 characters', () => {
    assert.deepEqual(lerNumero(numeracoes, `PMP 2023/500100${' '.repeat(100)}`), [])
  })
})

describe('the check digit', () => {
  it('when wrong gives no number, and can be told from no number at all', () => {
    assert.deepEqual(lerNumero(numeracoes, '23037.001462/2021-66'), [])
    assert.equal(conferirDigito(numeracoes, '23037.001462/2021-66'), false)
    assert.equal(conferirDigito(numeracoes, '23037.001462/2021-65'), true)
    assert.equal(conferirDigito(numeracoes, '23037.001462/2021'), undefined)
    assert.equal(conferirDigito(numeracoes, 'nada disso'), undefined)
    assert.equal(conferirDigito(numeracoes, '431-0', { orgao: 'SA', ano: '2026' }), modulo11('2026000431') === '0')
  })
})

describe('masks', () => {
  const sigla = fc.constantFrom('PMP', 'SAE-2', 'PROTOCOLO-GERAL')
  const largura = fc.integer({ min: 1, max: 9 })
  const grupos = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }).map((tamanhos) => tamanhos.join('.'))
  const sequencia = fc.oneof(
    fc.constant('{sequencia}'),
    largura.map((n) => `{sequencia:${n}}`),
    grupos.map((n) => `{sequencia:${n}}`),
  )
  const dv = fc.constantFrom('', '-{dv:nup}', '-{dv:modulo11}')
  const mascara = fc.oneof(
    fc.tuple(sequencia, dv).map(([s, d]) => `{sigla} {ano}/${s}${d}`),
    fc.tuple(sequencia, dv).map(([s, d]) => `{ano}.${s}${d}`),
    fc.tuple(sequencia, dv).map(([s, d]) => `${s}.{unidade:5}/{ano}${d}`),
    fc.tuple(sequencia, dv).map(([s, d]) => `{unidade}-${s}/{ano}${d}`),
  )
  const numeracao = fc.record({ sigla, mascara, unidade: fc.nat(99999) })
  const ano = fc.integer({ min: 1990, max: 2199 })
  const numero = fc.integer({ min: 1, max: 2_147_483_647 })

  it('write numbers that read back as just themselves', () => {
    fc.assert(
      fc.property(numeracao, ano, numero, (de, ano, sequencia) => {
        assert.equal(conferirNumeracao(de), undefined)
        const lidos = lerNumero([de], formatarNumero(de, ano, sequencia))
        assert.deepEqual(lidos, [{ sigla: de.sigla, ano, sequencia }])
      }),
    )
  })

  it('read back numbers typed in another case, with other separators or without padding', () => {
    const separador = fc.constantFrom(' ', '-', '/', '.', ' / ', '  ', ' - ')
    fc.assert(
      fc.property(numeracao, ano, numero, separador, (de, ano, sequencia, separador) => {
        const escrito = formatarNumero(de, ano, sequencia)
        const inclui = (texto: string) =>
          assert.ok(
            lerNumero([de], texto).some((lido) => lido.ano === ano && lido.sequencia === sequencia),
            `${texto} for ${escrito}`,
          )
        inclui(escrito.toLowerCase())
        inclui(escrito.replace(/[ ./-]+/g, separador))
        inclui(` ${escrito} `)
        inclui(escrito.replace(/^[A-Z]+(-[A-Z0-9]+)* /, ''))
        if (!/\d\.\d/.test(de.mascara)) inclui(escrito.replace(/(^|[ ./-])0+(?=\d+[./-])/g, '$1'))
      }),
    )
  })

  it('never make reading fail or hang, whatever is typed', () => {
    const digitos = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', ' ', '.', '/', 'P', 'M'), maxLength: 100 })
    fc.assert(
      fc.property(fc.array(numeracao, { maxLength: 4 }), fc.oneof(digitos, fc.string({ unit: 'binary' })), (numeracoes, texto) => {
        for (const lido of lerNumero(numeracoes, texto)) assert.ok(Number.isSafeInteger(lido.sequencia) && lido.sequencia > 0)
      }),
    )
  })

  const erradas: [string, RegExp][] = [
    ['{ano}', /sequencia/],
    ['{sequencia}', /ano/],
    ['{ano}{sequencia}{sequencia}', /uma vez/],
    ['{ano}/{sequencia}{mes}', /chaves/],
    ['{ano}/{sequencia', /chaves/],
    ['{dv:nup}{ano}/{sequencia}', /depois/],
    ['{ano}/{sequencia:0}', /ao menos 1/],
    ['Nº {ano}/{sequencia}', /sem acento/],
    [' {ano}/{sequencia}', /pontas/],
    ['{ano}/{sequencia:99}', /longa/],
  ]
  for (const [mascara, dito] of erradas) {
    it(`refuse ${mascara}`, () => assert.match(conferirMascara(mascara) ?? '', dito))
  }
  it('that write the unidade need to know it', () => {
    assert.match(conferirNumeracao({ sigla: 'X', mascara: '{unidade:5}.{sequencia}/{ano}' }) ?? '', /unidade/)
    assert.equal(conferirNumeracao(geral), undefined)
  })
})
