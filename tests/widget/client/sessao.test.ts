import { expect, waitUntil } from '@open-wc/testing'
import { ProblemaDaApi, SemConexao } from '../../../widget/client/api.js'
import { sha256 } from '../../../widget/client/prova.js'
import { type Sessao, sessaoDe } from '../../../widget/client/sessao.js'
import { lerGuardada } from '../../../widget/client/sessao-guardada.js'
import { devolverApi, fingirApi, json, novaEntidade, type Pedido, problema, semConteudo } from '../apoio/api.js'

const API = 'https://api.example'
const desafio = { algorithm: 'SHA-256', salt: 'sal', maxnumber: 100, signature: 'x', challenge: sha256('sal42') }
let tokens = 0

const aberta = () => ({
  token: `token-${++tokens}`,
  sessao: 's1',
  nome: 'Pessoa Exemplo',
  expiraEm: new Date(Date.now() + 3_600_000).toISOString(),
})
const abrir = () => json(aberta(), 201, { 'DPoP-Nonce': 'n1' })

interface Prova {
  cabeca: { typ: string; alg: string; jwk: JsonWebKey }
  corpo: { htm: string; htu: string; jti: string; iat: number; nonce?: string; ath?: string }
  confere: boolean
}

/** The proof of a call, checked against the key that it names. */
async function provaDe({ cabecalhos }: Pedido): Promise<Prova> {
  const [cabeca = '', corpo = '', assinatura = ''] = (cabecalhos.get('DPoP') ?? '').split('.')
  const bytes = (parte: string) => Uint8Array.from(atob(parte.replaceAll('-', '+').replaceAll('_', '/')), (letra) => letra.charCodeAt(0))
  const ler = (parte: string) => JSON.parse(new TextDecoder().decode(bytes(parte)))
  const lida: Prova['cabeca'] = ler(cabeca)
  const chave = await crypto.subtle.importKey('jwk', lida.jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
  const confere = await crypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    chave,
    bytes(assinatura),
    new TextEncoder().encode(`${cabeca}.${corpo}`),
  )
  return { cabeca: lida, corpo: ler(corpo), confere }
}

async function entrar(rotas: Parameters<typeof fingirApi>[0] = {}): Promise<{ sessao: Sessao; pedidos: Pedido[]; nome: string }> {
  const entidade = novaEntidade()
  const pedidos = fingirApi({
    'POST /v1/sessoes': abrir,
    'GET /v1/conta': () => json({}),
    'DELETE /v1/sessoes/s1': () => new Response(null, { status: 204 }),
    ...rotas,
  })
  const sessao = sessaoDe(API, entidade)
  await sessao.pronta()
  await sessao.abrir('/sessoes', { login: 'x', senha: 'y' })
  return { sessao, pedidos, nome: `${API}/v1 ${entidade}` }
}

const erroDe = (promessa: Promise<unknown>) =>
  promessa.then(
    () => undefined,
    (erro: unknown) => erro,
  )

describe('session', () => {
  afterEach(devolverApi)

  it('is one for every tag that asks for the same entidade, whoever opens it', async () => {
    const { sessao } = await entrar()
    expect(sessao.quem).to.include({ id: 's1', nome: 'Pessoa Exemplo' })
    expect(sessaoDe(API, 'uma')).to.equal(sessaoDe(`${API}/`, 'uma'))
    expect(sessaoDe(API, 'uma')).to.not.equal(sessaoDe(API, 'outra'))
  })

  it('signs each call with a key that cannot be taken out, for that call alone', async () => {
    const { sessao, pedidos, nome } = await entrar()
    await sessao.pedir('GET', '/conta')
    const [primeiro, segundo] = pedidos
    if (!primeiro || !segundo) throw new Error('two calls')
    const abertura = await provaDe(primeiro)
    expect(abertura.confere).to.equal(true)
    expect(abertura.cabeca).to.include({ typ: 'dpop+jwt', alg: 'ES256' })
    expect(Object.keys(abertura.cabeca.jwk)).to.have.members(['kty', 'crv', 'x', 'y'])
    expect(abertura.corpo).to.include({ htm: 'POST', htu: `${API}/v1/sessoes` })
    expect(abertura.corpo).to.not.have.property('ath')
    const uso = await provaDe(segundo)
    expect(uso.confere).to.equal(true)
    expect(uso.corpo).to.include({ htm: 'GET', htu: `${API}/v1/conta`, nonce: 'n1' })
    expect(uso.corpo.jti).to.not.equal(abertura.corpo.jti)
    const token = segundo.cabecalhos.get('Authorization')?.replace('DPoP ', '') ?? ''
    const ath = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
    expect(uso.corpo.ath).to.equal(
      btoa(String.fromCharCode(...new Uint8Array(ath)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', ''),
    )
    const guardada = await lerGuardada(nome)
    if (!guardada || guardada === 'sem-guarda') throw new Error('kept')
    expect(guardada.par.privateKey.extractable).to.equal(false)
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).to.not.contain(token)
  })

  it('asks for a nonce before the first calls, once for all of them, and again when it has grown old', async () => {
    let nonces = 0
    const { sessao, pedidos } = await entrar({
      'GET /v1/sessoes/nonce': () => semConteudo({ 'DPoP-Nonce': `n${++nonces}` }),
      'POST /v1/sessoes': () => json(aberta(), 201),
    })
    await Promise.all([sessao.pedir('GET', '/conta'), sessao.pedir('GET', '/conta')])
    const { now } = Date
    Date.now = () => now() + 2 * 60_000
    try {
      await Promise.all([sessao.pedir('GET', '/conta'), sessao.pedir('GET', '/conta')])
    } finally {
      Date.now = now
    }
    const assinados = await Promise.all(pedidos.filter(({ cabecalhos }) => cabecalhos.has('DPoP')).map(provaDe))
    expect(assinados.map(({ corpo }) => corpo.nonce)).to.deep.equal(['n1', 'n1', 'n1', 'n2', 'n2'])
    expect(nonces).to.equal(2)
  })

  it('signs without a nonce where none can be had, and takes the one of the refusal', async () => {
    let idas = 0
    const { pedidos } = await entrar({
      'GET /v1/sessoes/nonce': () => problema('erro_interno', 500),
      'POST /v1/sessoes': () => (++idas === 1 ? problema('nonce_necessario', 401, {}, { 'DPoP-Nonce': 'n2' }) : abrir()),
    })
    const assinados = await Promise.all(pedidos.filter(({ cabecalhos }) => cabecalhos.has('DPoP')).map(provaDe))
    expect(assinados.map(({ corpo }) => corpo.nonce)).to.deep.equal([undefined, 'n2'])
  })

  it('comes back once with the nonce that it was told, and only once', async () => {
    const { sessao, pedidos } = await entrar({
      'GET /v1/conta': () => problema('nonce_necessario', 401, {}, { 'DPoP-Nonce': 'n2' }),
    })
    const erro = await erroDe(sessao.pedir('GET', '/conta'))
    expect(erro).to.be.instanceOf(ProblemaDaApi)
    const idas = await Promise.all(pedidos.slice(1).map(provaDe))
    expect(idas.map(({ corpo }) => corpo.nonce)).to.deep.equal(['n1', 'n2'])
    expect(sessao.quem, 'a nonce is no reason to end').to.not.equal(undefined)
  })

  it('does the proof of work that it is asked for, with a fresh proof of the key', async () => {
    const { pedidos } = await entrar({
      'POST /v1/sessoes': ({ cabecalhos }) =>
        cabecalhos.has('Protocolo-Prova') ? abrir() : problema('prova_necessaria', 428, { desafio }),
    })
    const [uma, outra] = await Promise.all(pedidos.map(provaDe))
    expect(pedidos).to.have.length(2)
    expect(uma?.corpo.jti).to.not.equal(outra?.corpo.jti)
  })

  for (const codigo of ['sessao_encerrada', 'posse_recusada']) {
    it(`is over everywhere when the server says ${codigo}`, async () => {
      const { sessao, nome } = await entrar({ 'GET /v1/conta': () => problema(codigo, 401) })
      let avisos = 0
      sessao.ouvir(() => (avisos += 1))
      const canal = new BroadcastChannel('protocolo-sessao')
      const avisado = new Promise((pronto) => (canal.onmessage = ({ data }) => pronto(data)))
      expect(await erroDe(sessao.pedir('GET', '/conta'))).to.be.instanceOf(ProblemaDaApi)
      expect(sessao.quem).to.equal(undefined)
      expect(avisos).to.equal(1)
      expect(await avisado).to.equal(nome)
      canal.close()
      expect(await lerGuardada(nome)).to.equal(undefined)
    })
  }

  it('signs out on the server, and here even when it cannot be reached', async () => {
    const { sessao, nome, pedidos } = await entrar({ 'DELETE /v1/sessoes/s1': () => Promise.reject(new TypeError('offline')) })
    await sessao.sair()
    expect(sessao.quem).to.equal(undefined)
    expect(await lerGuardada(nome)).to.equal(undefined)
    expect(pedidos.at(-1)).to.include({ metodo: 'DELETE' })
    expect(await erroDe(sessao.pedir('GET', '/conta'))).to.be.instanceOf(ProblemaDaApi)
  })

  it('is taken up from another tab, and left when that tab signs out', async () => {
    const { sessao, nome } = await entrar()
    const guardada = await lerGuardada(nome)
    if (!guardada || guardada === 'sem-guarda') throw new Error('kept')
    const { guardar, apagarGuardada } = await import('../../../widget/client/sessao-guardada.js')
    const canal = new BroadcastChannel('protocolo-sessao')
    await apagarGuardada(nome)
    canal.postMessage(nome)
    await waitUntil(() => sessao.quem === undefined)
    await guardar(nome, { ...guardada, token: 'outro', nome: 'Outra Pessoa' })
    canal.postMessage(nome)
    await waitUntil(() => sessao.quem?.nome === 'Outra Pessoa')
    canal.close()
  })

  it('calls the person by another name without beginning anew, here and in other tabs', async () => {
    const { sessao, nome } = await entrar()
    const ouvidos: string[] = []
    const calar = sessao.ouvir(
      () => ouvidos.push('mudou'),
      () => ouvidos.push(`renomeou: ${sessao.quem?.nome}`),
    )
    const canal = new BroadcastChannel('protocolo-sessao')
    const avisado = new Promise((pronto) => (canal.onmessage = ({ data }) => pronto(data)))
    await sessao.renomear('Alex Exemplo')
    expect(await avisado).to.equal(nome)
    const guardada = await lerGuardada(nome)
    if (!guardada || guardada === 'sem-guarda') throw new Error('kept')
    expect(guardada.nome, 'what another tab reads').to.equal('Alex Exemplo')
    const { guardar } = await import('../../../widget/client/sessao-guardada.js')
    await guardar(nome, { ...guardada, nome: 'Sol Exemplo' })
    canal.postMessage(nome)
    await waitUntil(() => sessao.quem?.nome === 'Sol Exemplo')
    canal.close()
    expect(ouvidos).to.deep.equal(['renomeou: Alex Exemplo', 'renomeou: Sol Exemplo'])
    calar()
    await sessao.renomear('Ninguém Ouve')
    expect(ouvidos).to.have.length(2)
  })

  it('lives in the tab where the browser keeps nothing', async () => {
    const abrirBanco = indexedDB.open.bind(indexedDB)
    indexedDB.open = () => {
      throw new DOMException('', 'SecurityError')
    }
    try {
      const { sessao } = await entrar()
      expect(sessao.quem?.nome).to.equal('Pessoa Exemplo')
      expect((await sessao.pedir('GET', '/conta')).ok).to.equal(true)
    } finally {
      indexedDB.open = abrirBanco
    }
  })

  it('tells a connection that failed from an answer that refuses', async () => {
    const { sessao } = await entrar({ 'GET /v1/conta': () => Promise.reject(new TypeError('offline')) })
    expect(await erroDe(sessao.pedir('GET', '/conta'))).to.be.instanceOf(SemConexao)
    expect(sessao.quem).to.not.equal(undefined)
  })
})
