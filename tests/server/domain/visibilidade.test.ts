import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { anexoVisivel, tramitesVisiveis } from '../../../server/domain/visibilidade.js'

const tramite = (especie: string, visibilidade: 'publico' | 'privado') => ({ especie, visibilidade, texto: 'texto', anexos: ['arquivo'] })

describe('who sees what without login', () => {
  it('the access code does not show private despachos, and tells of other private tramites only that they happened', () => {
    const publico = tramite('despacho', 'publico')
    assert.deepEqual(tramitesVisiveis([publico, tramite('despacho', 'privado'), tramite('encaminhamento', 'privado')]), [
      publico,
      { ...tramite('encaminhamento', 'privado'), texto: null, anexos: [] },
    ])
  })
  it('the access code shows the files of the opening and of public tramites', () => {
    assert.equal(anexoVisivel({ tramite: null }), true)
    assert.equal(anexoVisivel({ tramite: { visibilidade: 'publico' } }), true)
    assert.equal(anexoVisivel({ tramite: { visibilidade: 'privado' } }), false)
  })
})
