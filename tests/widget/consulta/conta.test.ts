import { expect, waitUntil } from '@open-wc/testing'
import { type Sessao, sessaoDe } from '../../../widget/client/sessao.js'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import { cartao, devolverApi, fingirApi, json, nivel1, nivel2, novaEntidade, type Pedido } from '../apoio/api.js'
import { achar, escrever, limpar, por, violacoes } from '../apoio/pagina.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

let sessoes = 0
const propria = { id: 'p1', ...nivel1 }

describe('<protocolo-consulta>, signed in', () => {
  let entidade = ''
  let sessao: Sessao

  beforeEach(() => {
    entidade = novaEntidade()
    sessao = sessaoDe(location.origin, entidade)
  })
  afterEach(async () => {
    limpar()
    await sessao.sair()
    devolverApi()
  })

  async function abrir(minhas: object[] = [propria], paginas = ''): Promise<{ tag: HTMLElement; pedidos: Pedido[] }> {
    const pedidos = fingirApi({
      'GET ': () => json(cartao),
      'GET /consulta': () => json(nivel1),
      'POST /v1/sessoes': () => {
        sessoes += 1
        const expiraEm = new Date(Date.now() + 3_600_000).toISOString()
        return json({ token: `t${sessoes}`, sessao: `c${sessoes}`, nome: 'Maria Exemplo da Silva', expiraEm }, 201)
      },
      'DELETE /v1/sessoes/*': () => new Response(null, { status: 204 }),
      'GET /meus/protocolos': () => json({ protocolos: minhas, proximo: null }),
      'GET /protocolos/p1': () => json({ ...nivel2, id: 'p1', acoes: [] }),
      'GET /protocolos/p1/anexos/*': () => new Response('abc'),
      'POST /protocolos/p1/codigo': () => json({ codigoAcesso: 'K7QF-2M9T-XB4H' }),
    })
    const tag = por(`<protocolo-consulta entidade="${entidade}"></protocolo-consulta>${paginas}`).querySelector('protocolo-consulta')
    if (!tag) throw new Error('no tag')
    await achar(tag, 'form')
    return { tag, pedidos }
  }

  async function consultar(tag: HTMLElement): Promise<void> {
    escrever(tag, '[name=numero]', nivel1.numero)
    tag.querySelector('form')?.requestSubmit()
    await achar(tag, '.titulo .numero')
  }

  const entrou = (tag: HTMLElement) => waitUntil(() => tag.textContent?.includes('Você entrou como Maria Exemplo da Silva.'))
  const botao = (tag: HTMLElement, texto: string) =>
    [...tag.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent?.trim() === texto)

  it('brings nothing of a conta where nobody is signed in', async () => {
    const { tag, pedidos } = await abrir()
    await consultar(tag)
    expect(pedidos.map(({ caminho }) => caminho.split('?')[0])).to.deep.equal(['', '/consulta'])
    expect(tag.textContent).to.not.include('Você entrou')
  })

  it('says who it is as soon as they sign in elsewhere on the page, and no more once they left', async () => {
    const { tag } = await abrir()
    await sessao.abrir('/sessoes', {})
    await entrou(tag)
    expect(await violacoes(tag)).to.deep.equal([])
    await sessao.sair()
    await waitUntil(() => !tag.textContent?.includes('Você entrou'))
    await sessao.abrir('/sessoes', {})
    await entrou(tag)
  })

  it('calls the person by the name that they go by now', async () => {
    const { tag } = await abrir()
    await sessao.abrir('/sessoes', {})
    await entrou(tag)
    await sessao.renomear('Alex Exemplo')
    await waitUntil(() => tag.textContent?.includes('Você entrou como Alex Exemplo.'))
  })

  it('opens all of one’s own protocolo without its code', async () => {
    const { tag, pedidos } = await abrir()
    await sessao.abrir('/sessoes', {})
    await consultar(tag)
    await waitUntil(() => tag.textContent?.includes('Este protocolo é seu.'))
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Ver tudo, sem código')?.click()
    await achar(tag, '.andamento')
    await waitUntil(() => document.activeElement?.matches('.titulo'))
    expect(await violacoes(tag)).to.deep.equal([])
    tag.querySelector<HTMLElement>('.enviado summary')?.click()
    ;(await achar(tag, '.arquivo button')).click()
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.startsWith('/protocolos/p1/anexos/')))
    expect(pedidos.at(-1)?.cabecalhos.get('Authorization')).to.match(/^DPoP /)
    botao(tag, 'Trocar código de acesso')?.click()
    await waitUntil(() => tag.querySelector('.troca .botao'))
    tag.querySelector<HTMLElement>('.troca .botao')?.click()
    await waitUntil(() => tag.textContent?.includes('K7QF-2M9T-XB4H'))
  })

  it('leads to it in the panel of the same page', async () => {
    const { tag } = await abrir([propria], '<protocolo-painel></protocolo-painel>')
    Object.assign(document.querySelector('protocolo-painel') ?? {}, { entidade })
    await sessao.abrir('/sessoes', {})
    await consultar(tag)
    await waitUntil(() => botao(tag, 'Ver em Meus processos'))
    expect(botao(tag, 'Ver em Meus processos')?.getAttribute('href')).to.equal('#painel=processo&id=p1')
  })

  it('offers nothing of another’s', async () => {
    const { tag, pedidos } = await abrir([{ ...propria, numero: 'PMVS 2026/5001140' }])
    await sessao.abrir('/sessoes', {})
    await consultar(tag)
    await entrou(tag)
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.startsWith('/meus/protocolos')))
    expect(tag.textContent).to.not.include('Este protocolo é seu')
  })
})
