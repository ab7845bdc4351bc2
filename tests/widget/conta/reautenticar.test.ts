import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { Reautenticacao } from '../../../widget/account/reautenticar.js'
import { ProtocoloElement } from '../../../widget/base/element.js'
import { sessaoDe } from '../../../widget/client/sessao.js'
import { cartao, devolverApi, fingirApi, json, novaEntidade, type Pedido, problema } from '../apoio/api.js'
import { desistir, devolverAutenticador, fingirAutenticador, usar } from '../apoio/autenticador.js'
import { achar, escrever, limpar, por, violacoes } from '../apoio/pagina.js'

/** Some tag with something to confirm. */
class TagDeTeste extends ProtocoloElement {
  readonly reautenticacao = new Reautenticacao(this, sessaoDe(location.origin, this.getAttribute('entidade') ?? ''))

  protected override renderizar() {
    return html`<h2>Dados</h2><button id="mudar">Mudar</button>${this.reautenticacao.renderizar()}`
  }
}
customElements.define('tag-de-teste', TagDeTeste)

const opcoes = (...chaves: string[]) =>
  json({
    desafio: 'd1',
    opcoes: { challenge: 'AAAA', rpId: location.hostname, allowCredentials: chaves.map((id) => ({ id, type: 'public-key' })) },
  })

interface Cena {
  tag: TagDeTeste
  dialogo: HTMLDialogElement
  resposta: Promise<string | undefined>
  enviados(): Pedido[]
}

async function perguntar(rotas: Parameters<typeof fingirApi>[0] = {}): Promise<Cena> {
  const entidade = novaEntidade()
  const pedidos = fingirApi({
    'GET ': () => json({ ...cartao, rpId: location.hostname }),
    'POST /v1/sessoes': () =>
      json({ token: 't', sessao: 's1', nome: 'Pessoa', expiraEm: new Date(Date.now() + 60_000).toISOString() }, 201),
    'POST /v1/sessoes/confirmacoes/opcoes': () => opcoes(),
    'POST /v1/sessoes/confirmacoes': () => json({ confirmacao: 'sou-eu', expiraEm: '' }, 201),
    ...rotas,
  })
  await sessaoDe(location.origin, entidade).abrir('/sessoes', {})
  const tag = por(`<tag-de-teste entidade="${entidade}"></tag-de-teste>`).querySelector<TagDeTeste>('tag-de-teste')
  if (!tag) throw new Error('no tag')
  const mudar = await achar(tag, '#mudar')
  mudar.focus()
  const resposta = tag.reautenticacao.pedir('credenciais')
  const dialogo = await achar<HTMLDialogElement>(tag, 'dialog[open]')
  return { tag, dialogo, resposta, enviados: () => pedidos.filter(({ caminho }) => caminho.startsWith('/v1/sessoes/confirmacoes?')) }
}

const comTexto = (onde: Element, parte: string) => waitUntil(() => onde.textContent?.includes(parte), `no "${parte}"`)
const enviar = (dialogo: Element) => dialogo.querySelector('form')?.requestSubmit()
function botao(dialogo: Element, texto: string): HTMLButtonElement {
  const achado = [...dialogo.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === texto)
  if (!achado) throw new Error(`no ${texto}`)
  return achado
}

describe('showing again who you are', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverAutenticador()
  })

  it('takes the password where there is no passkey, and gives back the focus', async () => {
    const { tag, dialogo, resposta, enviados } = await perguntar()
    expect(document.activeElement).to.equal(dialogo.querySelector('[name=senha]'))
    expect(dialogo.textContent).to.contain('É para mudar as formas de entrar').and.not.to.contain('Usar chave de acesso')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(dialogo, '[name=senha]', 'cavalo bateria grampo')
    enviar(dialogo)
    expect(await resposta).to.equal('sou-eu')
    expect(enviados().map(({ corpo }) => corpo)).to.deep.equal([{ operacao: 'credenciais', senha: 'cavalo bateria grampo' }])
    expect(document.activeElement?.id).to.equal('mudar')
    await tag.updateComplete
    expect(tag.querySelector('dialog')).to.equal(null)
  })

  it('says beside the field that the password is wrong, and keeps it', async () => {
    const mensagem = 'Esta não é a sua senha.'
    const { tag, dialogo } = await perguntar({
      'POST /v1/sessoes/confirmacoes': () => problema('campos_invalidos', 422, { campos: [{ caminho: 'senha', mensagem }] }),
    })
    enviar(dialogo)
    await comTexto(dialogo, 'Escreva a senha.')
    escrever(dialogo, '[name=senha]', 'errada')
    enviar(dialogo)
    await comTexto(dialogo, mensagem)
    const campo = dialogo.querySelector<HTMLInputElement>('[name=senha]')
    expect(campo?.value).to.equal('errada')
    expect(campo?.getAttribute('aria-invalid')).to.equal('true')
    await waitUntil(() => document.activeElement === campo)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('takes a passkey where there is one', async () => {
    const pedidos = fingirAutenticador({ get: usar })
    const { tag, dialogo, resposta, enviados } = await perguntar({ 'POST /v1/sessoes/confirmacoes/opcoes': () => opcoes('Y2hhdmU') })
    const usarChave = botao(dialogo, 'Usar chave de acesso')
    expect(document.activeElement).to.equal(usarChave)
    expect(await violacoes(tag)).to.deep.equal([])
    usarChave.click()
    usarChave.click()
    expect(await resposta).to.equal('sou-eu')
    expect(pedidos, 'a double tap asks once').to.have.length(1)
    expect(enviados().map(({ corpo }) => corpo)).to.have.length(1)
    expect(enviados()[0]?.corpo).to.deep.include({ operacao: 'credenciais', desafio: 'd1' })
  })

  it('stays calm when the person cancels the passkey, and takes the password all the same', async () => {
    fingirAutenticador({ get: desistir })
    const { tag, dialogo, resposta } = await perguntar({ 'POST /v1/sessoes/confirmacoes/opcoes': () => opcoes('Y2hhdmU') })
    botao(dialogo, 'Usar chave de acesso').click()
    await comTexto(dialogo, 'A chave de acesso não foi usada.')
    expect(dialogo.querySelector('[role=alert], .aviso-erro')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(dialogo, '[name=senha]', 'cavalo bateria grampo')
    enviar(dialogo)
    expect(await resposta).to.equal('sou-eu')
  })

  it('takes the password while a passkey is being asked for', async () => {
    fingirAutenticador({})
    const { dialogo, resposta, enviados } = await perguntar({ 'POST /v1/sessoes/confirmacoes/opcoes': () => opcoes('Y2hhdmU') })
    botao(dialogo, 'Usar chave de acesso').click()
    await comTexto(dialogo, 'Esperando a chave de acesso')
    escrever(dialogo, '[name=senha]', 'cavalo bateria grampo')
    enviar(dialogo)
    expect(await resposta).to.equal('sou-eu')
    expect(enviados()).to.have.length(1)
  })

  for (const [como, desistir] of [
    ['the button', (dialogo: HTMLDialogElement) => botao(dialogo, 'Cancelar').click()],
    ['the Esc key', (dialogo: HTMLDialogElement) => dialogo.requestClose()],
  ] as const) {
    it(`is given up with ${como}, and can be asked again`, async () => {
      const { tag, dialogo, resposta, enviados } = await perguntar()
      expect(await tag.reautenticacao.pedir('email'), 'one question at a time').to.equal(undefined)
      desistir(dialogo)
      expect(await resposta).to.equal(undefined)
      expect(enviados()).to.have.length(0)
      expect(document.activeElement?.id).to.equal('mudar')
      void tag.reautenticacao.pedir('email')
      await comTexto(await achar(tag, 'dialog[open]'), 'É para trocar o e-mail da sua conta.')
    })
  }

  it('says what went wrong with the service, and asks on', async () => {
    let caiu = true
    const { tag, dialogo, resposta } = await perguntar({
      'POST /v1/sessoes/confirmacoes/opcoes': () => problema('erro_interno', 500),
      'POST /v1/sessoes/confirmacoes': () => {
        if (caiu) throw new TypeError('offline')
        return json({ confirmacao: 'sou-eu', expiraEm: '' }, 201)
      },
    })
    escrever(dialogo, '[name=senha]', 'cavalo bateria grampo')
    enviar(dialogo)
    await achar(dialogo, '[role=alert]')
    expect(await violacoes(tag)).to.deep.equal([])
    caiu = false
    enviar(dialogo)
    expect(await resposta).to.equal('sou-eu')
  })
})
