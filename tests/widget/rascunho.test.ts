import { expect } from '@open-wc/testing'
import { chaveDoEnvio, limparVencidos, RascunhoNoAparelho, somar, VALIDADE } from '../../widget/client/rascunho.js'

const conteudo = { passo: 'formulario', respostas: { rua: 'Rua A' }, anexos: [] }
const chave = 'protocolo:rascunho:e:t'

describe('a draft on the device', () => {
  afterEach(() => localStorage.clear())

  it('comes back as it was kept, with when', () => {
    expect(new RascunhoNoAparelho('e', 't', () => 5).gravar(conteudo)).to.equal(true)
    expect(new RascunhoNoAparelho('e', 't', () => 6).ler()).to.deep.equal({ ...conteudo, formato: 1, gravadoEm: 5 })
  })

  it('belongs to one tipo of one entidade', () => {
    new RascunhoNoAparelho('e', 't').gravar(conteudo)
    expect(new RascunhoNoAparelho('e', 'outro').ler()).to.equal(undefined)
    expect(new RascunhoNoAparelho('outra', 't').ler()).to.equal(undefined)
  })

  it('is gone after thirty days', () => {
    new RascunhoNoAparelho('e', 't', () => 0).gravar(conteudo)
    expect(new RascunhoNoAparelho('e', 't', () => VALIDADE - 1).ler()).to.be.an('object')
    expect(new RascunhoNoAparelho('e', 't', () => VALIDADE).ler()).to.equal(undefined)
  })

  it('is swept away once past its time or unreadable, and nothing else of the page is', () => {
    new RascunhoNoAparelho('e', 't', () => 0).gravar(conteudo)
    new RascunhoNoAparelho('e', 'novo', () => VALIDADE).gravar(conteudo)
    localStorage.setItem('protocolo:rascunho:e:torto', '{')
    localStorage.setItem('da-pagina', 'x')
    limparVencidos(VALIDADE)
    expect(Object.keys(localStorage).sort()).to.deep.equal(['da-pagina', 'protocolo:rascunho:e:novo'])
  })

  for (const [que, texto] of [
    ['JSON cut short', '{"formato":1,'],
    ['another shape', '{"formato":1,"gravadoEm":1}'],
    ['another format', JSON.stringify({ ...conteudo, formato: 2, gravadoEm: Date.now() })],
    ['files without an id', JSON.stringify({ ...conteudo, formato: 1, gravadoEm: Date.now(), anexos: [{}] })],
  ] as const) {
    it(`is not read from ${que}`, () => {
      localStorage.setItem(chave, texto)
      expect(new RascunhoNoAparelho('e', 't').ler()).to.equal(undefined)
    })
  }

  it('is not kept, and breaks nothing, where storage is refused', () => {
    const descritor = Object.getOwnPropertyDescriptor(window, 'localStorage')
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('refused', 'SecurityError')
      },
    })
    const rascunho = new RascunhoNoAparelho('e', 't')
    expect(rascunho.gravar(conteudo)).to.equal(false)
    expect(rascunho.ler()).to.equal(undefined)
    rascunho.encerrar('enviado')
    limparVencidos()
    if (descritor) Object.defineProperty(window, 'localStorage', descritor)
  })

  it('tells the other tag of the page that it was sent', () => {
    const um = new RascunhoNoAparelho('e', 't')
    const outro = new RascunhoNoAparelho('e', 't')
    const ouvidos: string[] = []
    const parar = outro.observar((fim) => ouvidos.push(fim))
    um.gravar(conteudo)
    outro.gravar(conteudo)
    um.encerrar('enviado')
    um.encerrar('enviado')
    parar()
    expect(ouvidos).to.deep.equal(['enviado'])
    expect(localStorage.getItem(chave)).to.equal(null)
  })

  it('hears from another tab that it was sent or erased, once', () => {
    const rascunho = new RascunhoNoAparelho('e', 't')
    const ouvidos: string[] = []
    const parar = rascunho.observar((fim) => ouvidos.push(fim))
    const deOutraAba = (newValue: string | null) => dispatchEvent(new StorageEvent('storage', { key: chave, newValue }))
    deOutraAba(null)
    rascunho.gravar(conteudo)
    deOutraAba(JSON.stringify({ ...conteudo, formato: 1, gravadoEm: 1 }))
    deOutraAba('{"fim":"enviado"}')
    deOutraAba(null)
    rascunho.gravar(conteudo)
    deOutraAba(null)
    parar()
    rascunho.gravar(conteudo)
    deOutraAba(null)
    expect(ouvidos).to.deep.equal(['enviado', 'apagado'])
  })
})

describe('the key of a sending', () => {
  it('stays while the body does, and changes with it', () => {
    let feitas = 0
    const nova = () => `k${++feitas}`
    const um = chaveDoEnvio(undefined, '{"a":1}', nova)
    expect(chaveDoEnvio(um, '{"a":1}', nova)).to.equal(um)
    expect(chaveDoEnvio(um, '{"a":2}', nova).chave).to.equal('k2')
  })

  it('is kept with a sum too short to tell what the body held', () => {
    expect(somar('')).to.equal(0x811c9dc5)
    expect(somar('x'.repeat(10_000))).to.be.below(2 ** 32)
  })
})
