import { expect } from '@open-wc/testing'
import { SemConexao } from '../../../widget/client/api.js'
import { palavrasDaFalha } from '../../../widget/parts/falha.js'
import { textos } from '../../../widget/texts/textos.js'

/** As the browser tells it of the device. */
function comInternet(tem: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => tem })
}

const titulo = (erro: unknown) => palavrasDaFalha(erro, textos).titulo

describe('a call that did not get through', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine')
  })

  it('is told as no internet while there is none, and then as internet that is back', () => {
    comInternet(false)
    const erro = new SemConexao('fetch')
    expect(titulo(erro)).to.equal('Você está sem internet')
    comInternet(true)
    expect(titulo(erro)).to.equal('A internet voltou')
  })

  it('is told as of the service when the device was connected', () => {
    comInternet(true)
    expect(titulo(new SemConexao('fetch'))).to.equal('O serviço não respondeu')
  })
})
