import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lugaresDesconhecidos, lugaresDoModelo, preencherModelo } from '../../../server/domain/modelo.js'

const valores = { interessado: 'Ana {numero}', numero: 'PME 2026/1', tipo: 'Poda', prazo: '1/12', unidade: 'Obras', hoje: '23/11' }

describe('a despacho template', () => {
  it('has its places filled in, each as often as it stands there, and what was put in is left as it is', () => {
    const texto = lugaresDoModelo.map((lugar) => `{${lugar}}`).join(' ')
    assert.equal(preencherModelo(`${texto} {numero}`, valores), 'Ana {numero} PME 2026/1 Poda 1/12 Obras 23/11 PME 2026/1')
  })
  it('names the places that stand for nothing, once each', () => {
    assert.deepEqual(lugaresDesconhecidos('{numero} {nome} {} {nome} {constructor}'), ['nome', '', 'constructor'])
  })
})
