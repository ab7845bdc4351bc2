import { expect, waitUntil } from '@open-wc/testing'
import { cartao, devolverApi, json, type Pedido, problema } from '../apoio/api.js'
import { desistir, devolverAutenticador, esperar, fingirAutenticador, usar } from '../apoio/autenticador.js'
import { achar, limpar, violacoes } from '../apoio/pagina.js'
import { aberta, abrir, botao, entrar, type Rotas } from './apoio.js'

const texto = (tag: HTMLElement) => tag.textContent?.replace(/\s+/g, ' ') ?? ''
const comTexto = (tag: HTMLElement, parte: string) => waitUntil(() => texto(tag).includes(parte), `no "${parte}"`)
const aqui = { 'GET ': () => json({ ...cartao, rpId: location.hostname }) }

/** A server that gives challenges d1, d2 … and opens a session for whoever signs one. */
function comPasskeys(extras: Rotas = {}): Rotas {
  let desafios = 0
  return {
    ...aqui,
    'POST /v1/sessoes/passkey/opcoes': () => {
      desafios += 1
      return json({ desafio: `d${desafios}`, opcoes: { challenge: 'AAAA', rpId: location.hostname, allowCredentials: [] } })
    },
    'POST /v1/sessoes/passkey': () => json(aberta(), 201, { 'DPoP-Nonce': 'n1' }),
    ...extras,
  }
}

const entradas = (pedidos: Pedido[]) => pedidos.filter(({ caminho }) => caminho.startsWith('/v1/sessoes/passkey?'))
const sugestoes = (pedidos: CredentialRequestOptions[]) => pedidos.filter(({ mediation }) => mediation === 'conditional')

/** Clocks that are set for a minute or more ring only when told that the time has passed. */
function adiarRelogios() {
  const { setTimeout } = window
  const { now } = Date
  const adiados: { em: number; tocar: () => void }[] = []
  let passado = 0
  window.setTimeout = ((tocar: () => void, espera = 0) => {
    if (espera < 60_000) return setTimeout(tocar, espera)
    return adiados.push({ em: passado + espera, tocar })
  }) as typeof window.setTimeout
  Date.now = () => now() + passado
  return {
    passar(tempo: number) {
      passado += tempo
      for (const { em, tocar } of adiados) if (em <= passado) tocar()
    },
    devolver() {
      window.setTimeout = setTimeout
      Date.now = now
    },
  }
}

describe('signing in with a passkey', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverAutenticador()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('is offered above the password', async () => {
    fingirAutenticador({})
    const { tag } = await abrir(comPasskeys())
    const chave = botao(tag, 'Entrar com chave de acesso')
    const senha = botao(tag, 'Entrar com senha')
    expect(chave.compareDocumentPosition(senha)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('is not offered on a page of another domain, where the password serves', async () => {
    const pedidos = fingirAutenticador({ autofill: true })
    const { tag } = await abrir({ 'GET ': () => json({ ...cartao, rpId: 'outro.example' }) })
    expect(texto(tag)).not.to.contain('chave de acesso')
    await entrar(tag)
    expect(pedidos).to.have.length(0)
  })

  it('opens the session by the button, remembered when asked', async () => {
    fingirAutenticador({ get: usar })
    const { tag, pedidos } = await abrir(comPasskeys())
    ;(await achar(tag, '[id$=lembrar]')).click()
    botao(tag, 'Entrar com chave de acesso').click()
    await comTexto(tag, 'Olá, Pessoa')
    expect(entradas(pedidos)).to.have.length(1)
    expect(entradas(pedidos)[0]?.corpo).to.deep.include({ desafio: 'd1', lembrar: true })
    await waitUntil(() => document.activeElement?.classList.contains('titulo'))
  })

  it('asks once, however often the button is tapped', async () => {
    const pedidos = fingirAutenticador({})
    const { tag } = await abrir(comPasskeys())
    const chave = botao(tag, 'Entrar com chave de acesso')
    chave.click()
    chave.click()
    await comTexto(tag, 'Esperando a chave de acesso')
    chave.click()
    await waitUntil(() => pedidos.length > 0)
    await tag.updateComplete
    expect(pedidos).to.have.length(1)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('stays calm when the person cancels, and can be tried again', async () => {
    let desiste = true
    fingirAutenticador({ get: () => (desiste ? desistir() : usar()) })
    const { tag } = await abrir(comPasskeys())
    botao(tag, 'Entrar com chave de acesso').click()
    await comTexto(tag, 'A chave de acesso não foi usada.')
    expect(tag.querySelector('[role=alert], .aviso-erro')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
    desiste = false
    botao(tag, 'Entrar com chave de acesso').click()
    await comTexto(tag, 'Olá, Pessoa')
  })

  it('tells calmly of a passkey that the conta no longer has', async () => {
    fingirAutenticador({ get: usar })
    const { tag } = await abrir(comPasskeys({ 'POST /v1/sessoes/passkey': () => problema('passkey_recusada', 422) }))
    botao(tag, 'Entrar com chave de acesso').click()
    await comTexto(tag, 'não vale mais para esta conta')
    expect(tag.querySelector('[role=alert], .aviso-erro')).to.equal(null)
  })

  it('asks the server again when the challenge came too late', async () => {
    fingirAutenticador({ get: usar })
    let tarde = true
    const { tag, pedidos } = await abrir(
      comPasskeys({
        'POST /v1/sessoes/passkey': () => (tarde ? problema('desafio_vencido', 410) : json(aberta(), 201, { 'DPoP-Nonce': 'n1' })),
      }),
    )
    botao(tag, 'Entrar com chave de acesso').click()
    await comTexto(tag, 'O tempo para usar a chave de acesso acabou.')
    tarde = false
    botao(tag, 'Entrar com chave de acesso').click()
    await comTexto(tag, 'Olá, Pessoa')
    expect(entradas(pedidos).map(({ corpo }) => corpo)).to.have.nested.property('[1].desafio', 'd2')
  })

  it('offers to try the passkey again when the service was out of reach', async () => {
    fingirAutenticador({ get: usar })
    let fora = true
    const { tag } = await abrir(
      comPasskeys({
        'POST /v1/sessoes/passkey': () => {
          if (fora) throw new TypeError('offline')
          return json(aberta(), 201, { 'DPoP-Nonce': 'n1' })
        },
      }),
    )
    botao(tag, 'Entrar com chave de acesso').click()
    await achar(tag, '[role=alert]')
    fora = false
    botao(tag, 'Tentar de novo').click()
    await comTexto(tag, 'Olá, Pessoa')
  })

  it('works where the browser keeps nothing, for as long as the tab is open', async () => {
    fingirAutenticador({ get: usar })
    const abrirBanco = indexedDB.open
    indexedDB.open = () => {
      throw new DOMException('private window', 'InvalidStateError')
    }
    try {
      const { tag } = await abrir(comPasskeys())
      botao(tag, 'Entrar com chave de acesso').click()
      await comTexto(tag, 'Olá, Pessoa')
    } finally {
      indexedDB.open = abrirBanco
    }
  })
})

describe('passkeys among what the browser suggests', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverAutenticador()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('open the session when one is chosen', async () => {
    fingirAutenticador({ get: usar, autofill: true })
    const { tag, pedidos } = await abrir(comPasskeys())
    await comTexto(tag, 'Olá, Pessoa')
    expect(entradas(pedidos)).to.have.length(1)
  })

  it('give way to the button, with the same challenge, and come back after', async () => {
    const pedidos = fingirAutenticador({ get: (pedido) => (pedido.mediation ? esperar(pedido) : desistir()), autofill: true })
    const { tag, pedidos: chamadas } = await abrir(comPasskeys())
    await waitUntil(() => sugestoes(pedidos).length === 1)
    botao(tag, 'Entrar com chave de acesso').click()
    await comTexto(tag, 'A chave de acesso não foi usada.')
    await waitUntil(() => sugestoes(pedidos).length === 2)
    expect(pedidos[0]?.signal?.aborted, 'what waited was taken back').to.equal(true)
    expect(pedidos.map(({ mediation }) => mediation)).to.deep.equal(['conditional', undefined, 'conditional'])
    expect(chamadas.filter(({ caminho }) => caminho.includes('opcoes'))).to.have.length(1)
  })

  it('are asked for no longer once the form is gone, and again when it is back', async () => {
    const pedidos = fingirAutenticador({ autofill: true })
    const { tag } = await abrir(comPasskeys())
    await waitUntil(() => sugestoes(pedidos).length === 1)
    botao(tag, 'Esqueci a senha').click()
    await waitUntil(() => pedidos[0]?.signal?.aborted)
    botao(tag, 'Voltar para a entrada').click()
    await waitUntil(() => sugestoes(pedidos).length === 2)
    tag.remove()
    await waitUntil(() => pedidos[1]?.signal?.aborted)
  })

  it('are asked for no longer once somebody signed in with the password', async () => {
    const pedidos = fingirAutenticador({ autofill: true })
    const { tag } = await abrir(comPasskeys())
    await waitUntil(() => sugestoes(pedidos).length === 1)
    await entrar(tag)
    await waitUntil(() => pedidos[0]?.signal?.aborted)
  })

  it('are left to a second tag of the page, which asks last', async () => {
    const pedidos = fingirAutenticador({ autofill: true })
    await abrir(comPasskeys())
    await waitUntil(() => sugestoes(pedidos).length === 1)
    await abrir(comPasskeys())
    await waitUntil(() => sugestoes(pedidos).length === 2)
    expect(pedidos.map(({ signal }) => signal?.aborted)).to.deep.equal([true, false])
  })

  it('get a new challenge before the one they have is too old', async () => {
    const relogio = adiarRelogios()
    try {
      const pedidos = fingirAutenticador({ autofill: true })
      const { pedidos: chamadas } = await abrir(comPasskeys())
      await waitUntil(() => sugestoes(pedidos).length === 1)
      relogio.passar(5 * 60_000)
      await waitUntil(() => sugestoes(pedidos).length === 2)
      expect(pedidos[0]?.signal?.aborted).to.equal(true)
      expect(chamadas.filter(({ caminho }) => caminho.includes('opcoes'))).to.have.length(2)
    } finally {
      relogio.devolver()
    }
  })

  it('stop after some refusals in a row', async () => {
    const pedidos = fingirAutenticador({ get: desistir, autofill: true })
    const { tag } = await abrir(comPasskeys())
    await waitUntil(() => sugestoes(pedidos).length === 5)
    await entrar(tag)
    expect(sugestoes(pedidos)).to.have.length(5)
  })

  it('leave the password alone where the server gives no challenge', async () => {
    fingirAutenticador({ autofill: true })
    const { tag } = await abrir(comPasskeys({ 'POST /v1/sessoes/passkey/opcoes': () => problema('erro_interno', 500) }))
    await entrar(tag)
  })
})
