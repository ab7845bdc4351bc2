import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { especiesDeTramite } from '../../../server/contract/consulta.js'
import { anexoVisivel, tramitesVisiveis, type Visibilidade } from '../../../server/domain/visibilidade.js'

const tramite = (especie: string, visibilidade: Visibilidade, visibilidadeAnexos = visibilidade) => {
  return { especie, visibilidade, visibilidadeAnexos, texto: 'texto', anexos: ['arquivo'] }
}
const visto = (um: ReturnType<typeof tramite>) => tramitesVisiveis([um]).map(({ texto, anexos }) => ({ texto, anexos }))[0]

describe('what a citizen reads of the history', () => {
  it('shows text and files each by their own visibilidade, whatever happened', () => {
    for (const especie of especiesDeTramite.filter((uma) => uma !== 'atribuicao')) {
      assert.deepEqual(visto(tramite(especie, 'publico')), { texto: 'texto', anexos: ['arquivo'] }, especie)
      assert.deepEqual(visto(tramite(especie, 'publico', 'privado')), { texto: 'texto', anexos: [] }, especie)
      assert.deepEqual(visto(tramite(especie, 'privado', 'publico')), { texto: null, anexos: ['arquivo'] }, especie)
    }
  })
  it('leaves out a despacho of which nothing is public, and tells of anything else that it happened', () => {
    for (const especie of especiesDeTramite.filter((uma) => uma !== 'atribuicao')) {
      const esperado = especie === 'despacho' ? undefined : { texto: null, anexos: [] }
      assert.deepEqual(visto(tramite(especie, 'privado')), esperado, especie)
    }
    assert.equal(visto({ ...tramite('despacho', 'privado', 'publico'), anexos: [] }), undefined, 'public files that there are none of')
  })
  it('never tells to whom a protocolo is assigned', () => {
    assert.deepEqual(tramitesVisiveis([tramite('atribuicao', 'publico')]), [])
    assert.equal(anexoVisivel({ tramite: { especie: 'atribuicao', visibilidadeAnexos: 'publico' } }), false)
  })
  it('opens the files of the opening, and of tramites whose files are public', () => {
    assert.equal(anexoVisivel({ tramite: null }), true)
    assert.equal(anexoVisivel({ tramite: { especie: 'despacho', visibilidadeAnexos: 'publico' } }), true)
    assert.equal(anexoVisivel({ tramite: { especie: 'encerramento', visibilidadeAnexos: 'privado' } }), false)
  })
})
