import { expect } from '@open-wc/testing'
import { resolver, sha256 } from '../../../widget/client/prova.js'

async function daPlataforma(texto: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(texto)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const desafio = { algorithm: 'SHA-256', salt: 'sal?expires=1&', maxnumber: 3000, signature: 'assinatura' }

describe('SHA-256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(sha256('')).to.equal('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(sha256('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).to.equal(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
  })

  it('agrees with the platform at every length around the blocks', async () => {
    for (let tamanho = 0; tamanho <= 130; tamanho += 1) {
      const texto = 'x'.repeat(tamanho)
      expect(sha256(texto)).to.equal(await daPlataforma(texto))
    }
  })
})

describe('proof of work', () => {
  it('finds the number and writes the header', async () => {
    const prova = await resolver({ ...desafio, challenge: sha256(`${desafio.salt}2741`) })
    const { number, signature, salt } = JSON.parse(atob(prova))
    expect({ number, signature, salt }).to.deep.equal({ number: 2741, signature: 'assinatura', salt: desafio.salt })
  })

  it('gives up past maxnumber', async () => {
    const erro = await resolver({ ...desafio, maxnumber: 10, challenge: 'nenhum' }).catch((motivo: unknown) => motivo)
    expect(erro).to.be.instanceOf(RangeError)
  })

  it('stops when told to, leaving the page free meanwhile', async () => {
    const controle = new AbortController()
    setTimeout(() => controle.abort(), 20)
    const erro = await resolver({ ...desafio, maxnumber: 1e9, challenge: 'nenhum' }, controle.signal).catch((motivo: unknown) => motivo)
    expect(erro).to.be.instanceOf(DOMException)
  })
})
