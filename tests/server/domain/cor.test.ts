import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { contraste as contrasteEntre, fundoClaro, fundoEscuro, legivel, menorContraste, tintaSobre } from '../../../server/domain/cor.js'
import { contrasteDeLuzes, luz } from '../../support/luz.js'

const cores = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

const luzDe = (cor: string) => luz((cor.slice(1).match(/../g) ?? []).map((canal) => Number.parseInt(canal, 16)))
const contraste = (a: string, b: string) => contrasteDeLuzes(luzDe(a), luzDe(b))

describe('colours of an entidade', () => {
  it('are used as they are where they can be read', () => {
    assert.equal(legivel('#0b5cad', fundoClaro), '#0b5cad')
    assert.equal(legivel('#9cc4ff', fundoEscuro), '#9cc4ff')
  })

  it('are moved until they can be, whatever they are', () => {
    fc.assert(fc.property(cores, (cor) => contraste(legivel(cor, fundoClaro), fundoClaro) >= 4.5))
    fc.assert(fc.property(cores, (cor) => contraste(legivel(cor, fundoEscuro), fundoEscuro) >= 7))
  })

  it('are moved no further than they need: a step back, and they could not be read', () => {
    const passoAtras = (cor: string, escala: number) =>
      `#${[1, 3, 5]
        .map((i) =>
          Math.min(255, Math.ceil(Number.parseInt(cor.slice(i, i + 2), 16) * escala + 1))
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`
    fc.assert(
      fc.property(cores, (cor) => {
        const proxima = legivel(cor, fundoClaro)
        return proxima === cor || contraste(passoAtras(proxima, 1.015), fundoClaro) < 4.5
      }),
    )
  })

  it('keep their hue on dark, as long as it shines enough', () => {
    assert.equal(legivel('#00697d', fundoEscuro), '#00b5d8')
  })

  it('have a contrast with each other, and each background asks for its own', () => {
    assert.equal(contrasteEntre('#000000', '#ffffff'), 21)
    assert.equal(contrasteEntre('#ffffff', '#ffffff'), 1)
    fc.assert(fc.property(cores, cores, (uma, outra) => Math.abs(contrasteEntre(uma, outra) - contraste(uma, outra)) < 0.05))
    assert.deepEqual([fundoClaro, fundoEscuro].map(menorContraste), [4.5, 7])
  })

  it('take black or white ink, whichever reads better', () => {
    fc.assert(fc.property(cores, (cor) => contraste(tintaSobre(cor), cor) >= 4.49))
    assert.equal(tintaSobre('#ffff00'), '#000000')
    assert.equal(tintaSobre('#0b5cab'), '#ffffff')
  })
})
