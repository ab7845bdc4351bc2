import { expect } from '@open-wc/testing'
import { criarCliente, ProblemaDaApi, SemConexao } from '../../../widget/client/api.js'
import { sha256 } from '../../../widget/client/prova.js'
import { semConta } from '../../../widget/elements/novo/enviar.js'
import { cartao, devolverApi, fingirApi, json, nivel1, novaEntidade, problema } from '../apoio/api.js'

const cliente = () => criarCliente('https://api.example', novaEntidade())
const desafio = { algorithm: 'SHA-256', salt: 'sal', maxnumber: 100, signature: 'x', challenge: sha256('sal42') }

async function erroDe(promessa: Promise<unknown>): Promise<unknown> {
  return promessa.then(
    () => undefined,
    (erro: unknown) => erro,
  )
}

describe('API client', () => {
  afterEach(devolverApi)

  it('asks for the card once, however many tags want it, and again after a failure', async () => {
    const pedidos = fingirApi({ 'GET ': () => (pedidos.length === 1 ? problema('erro_interno', 500) : json(cartao)) })
    const entidade = novaEntidade()
    const um = criarCliente('https://api.example', entidade)
    expect(await erroDe(um.cartao())).to.be.instanceOf(ProblemaDaApi)
    const outro = criarCliente('https://api.example/', entidade)
    await Promise.all([um.cartao(), outro.cartao(), um.cartao()])
    expect(pedidos).to.have.length(2)
  })

  it('keeps an address that has a path', async () => {
    let url = ''
    window.fetch = async (pedido) => {
      url = String(pedido)
      return json(cartao)
    }
    await criarCliente('https://www.example/servicos/protocolo', 'vila-serena').cartao()
    expect(url).to.equal('https://www.example/servicos/protocolo/v1/entidades/vila-serena')
  })

  it('pays for the proof of work that it is asked for', async () => {
    const pedidos = fingirApi({
      'GET /consulta': ({ cabecalhos }) =>
        cabecalhos.has('Protocolo-Prova') ? json(nivel1) : problema('prova_necessaria', 428, { desafio }),
    })
    expect(await cliente().consultar({ numero: '1' })).to.deep.equal(nivel1)
    const prova = pedidos[1]?.cabecalhos.get('Protocolo-Prova') ?? ''
    expect(JSON.parse(atob(prova)).number).to.equal(42)
  })

  it('does not pay for ever', async () => {
    const pedidos = fingirApi({ 'GET /consulta': () => problema('prova_necessaria', 428, { desafio }) })
    expect(await erroDe(cliente().consultar({ numero: '1' }))).to.be.instanceOf(ProblemaDaApi)
    expect(pedidos).to.have.length(3)
  })

  it('waits and repeats while the service is away, a few times', async () => {
    const pedidos = fingirApi({ 'GET /consulta': () => problema('indisponivel', 503, {}, { 'Retry-After': '0' }) })
    expect(await erroDe(cliente().consultar({ numero: '1' }))).to.be.instanceOf(ProblemaDaApi)
    expect(pedidos).to.have.length(4)
  })

  it('does not make people wait longer than they would', async () => {
    const pedidos = fingirApi({ 'GET /consulta': () => problema('indisponivel', 503, {}, { 'Retry-After': '60' }) })
    await erroDe(cliente().consultar({ numero: '1' }))
    expect(pedidos).to.have.length(1)
  })

  it('repeats a filing still being registered with the same key', async () => {
    const pedidos = fingirApi({
      'POST /protocolos': () => (pedidos.length < 3 ? problema('pedido_em_curso', 409, {}, { 'Retry-After': '0' }) : json({ numero: '1' })),
    })
    await semConta(cliente()).abrir({ tipo: 'x', respostas: {}, requerente: { anonimo: true }, anexos: [], ciencia: '1' }, 'chave', 'prova')
    expect(pedidos.map(({ cabecalhos }) => cabecalhos.get('Idempotency-Key'))).to.deep.equal(['chave', 'chave', 'chave'])
    expect(pedidos[0]?.cabecalhos.get('Protocolo-Prova')).to.equal('prova')
  })

  it('never puts an access code in an address', async () => {
    const pedidos = fingirApi({ 'POST /consulta': () => json(nivel1) })
    await cliente().consultarComCodigo({ numero: '1', codigo: 'K7QF2M9TXB4H' })
    expect(pedidos[0]?.caminho).to.equal('/consulta')
    expect(pedidos[0]?.corpo).to.deep.equal({ numero: '1', codigo: 'K7QF2M9TXB4H' })
  })

  it('tells no network, and an answer of something in between, from a refusal', async () => {
    window.fetch = async () => {
      throw new TypeError('Failed to fetch')
    }
    expect(await erroDe(cliente().tipos())).to.be.instanceOf(SemConexao)
    fingirApi({ 'GET /tipos': () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }) })
    expect(await erroDe(cliente().tipos())).to.be.instanceOf(SemConexao)
    fingirApi({ 'GET /tipos': () => new Response('<h1>Login</h1>', { headers: { 'Content-Type': 'text/html' } }) })
    expect(await erroDe(cliente().tipos())).to.be.instanceOf(SemConexao)
  })
})
