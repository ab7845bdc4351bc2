import { expect, waitUntil } from '@open-wc/testing'
import { acompanhar, type Mudanca, ritmoPadrao } from '../../../widget/client/ao-vivo.js'
import { type Sessao, sessaoDe } from '../../../widget/client/sessao.js'
import { devolverApi, fingirApi, json, novaEntidade, type Pedido, problema } from '../apoio/api.js'
import { Serie } from '../apoio/serie.js'

const API = 'https://api.example'
const ritmo = { ...ritmoPadrao, comeco: 100, silencio: 200, sono: 20, espera: 5, esperaMaior: 20 }
const mudou = (protocolo: string): Mudanca => ({ protocolo, situacao: 'pendente', versao: 3 })

interface Cena {
  sessao: Sessao
  pedidos: Pedido[]
  ouvidos: (Mudanca | 'recomecar')[]
  /** What has no place in the series. */
  outros: [especie: string, dados: unknown][]
  escutar(): () => void
}

async function entrar(rotas: Parameters<typeof fingirApi>[0]): Promise<Cena> {
  const entidade = novaEntidade()
  const pedidos = fingirApi({
    'POST /v1/sessoes': () =>
      json(
        { token: crypto.randomUUID(), sessao: crypto.randomUUID(), nome: 'P', expiraEm: new Date(Date.now() + 3_600_000).toISOString() },
        201,
      ),
    ...rotas,
  })
  const sessao = sessaoDe(API, entidade)
  await sessao.pronta()
  await sessao.abrir('/sessoes', {})
  const ouvidos: Cena['ouvidos'] = []
  const outros: Cena['outros'] = []
  const ouvinte = {
    mudou: (mudanca: Mudanca) => ouvidos.push(mudanca),
    recomecar: () => ouvidos.push('recomecar'),
    outro: (especie: string, dados: unknown) => outros.push([especie, dados]),
  }
  const escutar = () => acompanhar(sessao, entidade, ouvinte, { ritmo })
  const parar = escutar()
  paradas.push(parar)
  return { sessao, pedidos, ouvidos, outros, escutar }
}

const paradas: (() => void)[] = []
const doLugar = ({ caminho }: Pedido) => new URL(caminho, API).searchParams.get('desde')

function esconder(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('live changes', () => {
  afterEach(() => {
    for (const parar of paradas.splice(0)) parar()
    Reflect.deleteProperty(document, 'hidden')
    devolverApi()
  })

  it('pass on what has no place in the series, and come back to the place where they were', async () => {
    const serie = new Serie()
    const { pedidos, outros } = await entrar({ 'GET /meus/eventos': serie.rota() })
    await waitUntil(() => serie.aberta)
    serie.pedaco('event: presenca\ndata: {"protocolo":"p1"}\n\n')
    await waitUntil(() => outros.length === 1)
    expect(outros).to.deep.equal([['presenca', { protocolo: 'p1' }]])
    serie.cair()
    await waitUntil(() => pedidos.filter((pedido) => doLugar(pedido) === '7').length === 1)
  })

  it('come with the proof of the session, however their bytes are cut', async () => {
    const serie = new Serie()
    const { ouvidos } = await entrar({ 'GET /meus/eventos': serie.rota() })
    await waitUntil(() => ouvidos.length === 1)
    expect(ouvidos, 'what changed before is asked for').to.deep.equal(['recomecar'])
    expect(serie.pedidos[0]?.cabecalhos.get('DPoP')).to.match(/^\S+\.\S+\.\S+$/)
    expect(serie.pedidos[0]?.cabecalhos.get('Authorization')).to.match(/^DPoP /)
    serie.pedaco('event: mudou\ndata: {"protocolo":"p1","situ')
    serie.pedaco('acao":"pendente","versao":3}\nid: 8\n\n: pulso\n\nevent: mudou\n')
    serie.pedaco('data: {"protocolo":"p2","situacao":"pendente","versao":3}\nid: 9\n\n')
    await waitUntil(() => ouvidos.length === 3)
    expect(ouvidos.slice(1)).to.deep.equal([mudou('p1'), mudou('p2')])
  })

  it('go on from the last one heard after a drop, and after a silence', async () => {
    const serie = new Serie()
    const { ouvidos } = await entrar({ 'GET /meus/eventos': serie.rota() })
    await waitUntil(() => ouvidos.length === 1)
    serie.dizer('mudou', 8, mudou('p1'))
    await waitUntil(() => ouvidos.length === 2)
    serie.cair()
    await waitUntil(() => serie.pedidos.length === 2)
    expect(serie.pedidos.map(doLugar)).to.deep.equal([null, '8'])
    await waitUntil(() => serie.pedidos.length === 3, 'no sign of life for too long')
    expect(ouvidos, 'nothing is asked for again').to.have.length(2)
  })

  it('start over when the server says that too much was missed', async () => {
    const serie = new Serie()
    const { ouvidos } = await entrar({ 'GET /meus/eventos': serie.rota() })
    await waitUntil(() => ouvidos.length === 1)
    serie.dizer('recomece', 90)
    await waitUntil(() => ouvidos.length === 2)
    expect(ouvidos).to.deep.equal(['recomecar', 'recomecar'])
  })

  for (const { onde, rota } of [
    { onde: 'a proxy holds the series back', rota: () => new Serie().rota('') },
    { onde: 'the server has no room', rota: () => () => problema('indisponivel', 503, {}, { 'Retry-After': '30' }) },
  ]) {
    it(`are asked for every so often where ${onde}`, async () => {
      const { ouvidos, pedidos } = await entrar({ 'GET /meus/eventos': rota() })
      await waitUntil(() => ouvidos.length >= 2)
      expect(ouvidos).to.not.include.members([mudou('p1')])
      expect(
        pedidos.filter(({ caminho }) => caminho.startsWith('/meus/eventos')).length,
        'and the series is tried again',
      ).to.be.greaterThan(1)
    })
  }

  it('wait while there is no connection', async () => {
    const serie = new Serie()
    let voltou = false
    const { ouvidos, pedidos } = await entrar({
      'GET /meus/eventos': (pedido) => (voltou ? serie.rota()(pedido) : Promise.reject(new TypeError('offline'))),
    })
    await waitUntil(() => pedidos.length >= 4)
    expect(ouvidos).to.deep.equal([])
    voltou = true
    await waitUntil(() => serie.aberta)
  })

  it('rest while the page is long out of sight, and catch up when it is back', async () => {
    const serie = new Serie()
    const { ouvidos } = await entrar({ 'GET /meus/eventos': serie.rota() })
    await waitUntil(() => ouvidos.length === 1)
    esconder(true)
    await waitUntil(() => !serie.aberta)
    esconder(false)
    await waitUntil(() => serie.aberta)
    expect(serie.pedidos.map(doLugar)).to.deep.equal([null, '7'])
    expect(ouvidos.at(-1)).to.equal('recomecar')
  })

  it('are read once for all tags of a page, until the last is gone', async () => {
    const serie = new Serie()
    const { ouvidos, escutar } = await entrar({ 'GET /meus/eventos': serie.rota() })
    const parar = escutar()
    await waitUntil(() => ouvidos.length > 0)
    expect(serie.pedidos).to.have.length(1)
    parar()
    for (const outra of paradas.splice(0)) outra()
    await waitUntil(() => !serie.aberta)
  })

  it('are told by the tab that reads them to the others', async () => {
    const { ouvidos, sessao } = await entrar({ 'GET /meus/eventos': () => Promise.reject(new TypeError('offline')) })
    const outra = new BroadcastChannel(`protocolo-ao-vivo meus ${sessao.quem?.id}`)
    outra.postMessage({ id: '12', mudanca: mudou('p9') })
    await waitUntil(() => ouvidos.length === 1)
    expect(ouvidos).to.deep.equal([mudou('p9')])
    outra.close()
  })

  it('stop at sign-out', async () => {
    const serie = new Serie()
    const { sessao } = await entrar({
      'GET /meus/eventos': serie.rota(),
      'DELETE /v1/sessoes/s1': () => new Response(null, { status: 204 }),
    })
    await waitUntil(() => serie.aberta)
    await sessao.sair()
    await waitUntil(() => !serie.aberta)
    expect(serie.pedidos).to.have.length(1)
  })
})
