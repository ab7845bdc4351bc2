import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cnpjValido, cpfValido, formatarDocumento, lerDocumento, mascararEmail } from '../../../server/domain/documento.js'

describe('CPF', () => {
  for (const cpf of ['111.444.777-35', '529.982.247-25', '11144477735', ' 111 444 777 35 ']) {
    it(`accepts ${cpf}`, () => assert.equal(cpfValido(cpf), true))
  }
  for (const cpf of ['111.111.111-11', '000.000.000-00', '111.444.777-36', '1114447773', '', 'abc', '111444777350']) {
    it(`refuses "${cpf}"`, () => assert.equal(cpfValido(cpf), false))
  }
  it('keeps leading zeros, which count', () => assert.deepEqual(lerDocumento('000.000.001-91'), { especie: 'cpf', valor: '00000000191' }))
})

describe('CNPJ', () => {
  for (const cnpj of ['12.ABC.345/01DE-35', '12abc34501de35', '00.000.000/0001-91']) {
    it(`accepts ${cnpj}`, () => assert.equal(cnpjValido(cnpj), true))
  }
  for (const cnpj of ['12.ABC.345/01DE-36', '00.000.000/0000-00', '12.abc.345/01D-35', '12.ABÇ.345/01DE-35', '12.ABC.345/01DE-3A']) {
    it(`refuses ${cnpj}`, () => assert.equal(cnpjValido(cnpj), false))
  }
  it('writes letters as capitals', () => assert.equal(lerDocumento('12.abc.345/01de-35')?.valor, '12ABC34501DE35'))
})

describe('a document', () => {
  it('is written with its punctuation', () => {
    assert.equal(formatarDocumento('11144477735'), '111.444.777-35')
    assert.equal(formatarDocumento('12ABC34501DE35'), '12.ABC.345/01DE-35')
  })
  it('with one digit changed is another or none', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.integer({ min: 1, max: 9 }), (posicao, mais) => {
        const cpf = '52998224725'
        const trocado = cpf.slice(0, posicao) + ((Number(cpf[posicao]) + mais) % 10) + cpf.slice(posicao + 1)
        return !cpfValido(trocado)
      }),
    )
  })
  it('reads back what it writes, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texto) => {
        const lido = lerDocumento(texto)
        if (lido) assert.deepEqual(lerDocumento(formatarDocumento(lido.valor)), lido)
      }),
    )
  })
})

describe('a masked e-mail', () => {
  it('shows the first letter and the domain', () => assert.equal(mascararEmail('helena@exemplo.br'), 'h•••@exemplo.br'))
})
