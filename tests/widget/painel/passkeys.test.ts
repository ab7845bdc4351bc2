import { expect, waitUntil } from '@open-wc/testing'
import type { PasskeyListada } from '../../../server/contract/passkeys.js'
import { cartao, devolverApi, json, type Pedido, problema } from '../apoio/api.js'
import { criar, desistir, devolverAutenticador, fingirAutenticador } from '../apoio/autenticador.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { aberta, abrir, abrirDentro, botao, entrar, type Rotas } from './apoio.js'

const texto = (tag: HTMLElement) => tag.textContent?.replace(/\s+/g, ' ') ?? ''
const comTexto = (tag: HTMLElement, parte: string) => waitUntil(() => texto(tag).includes(parte), `no "${parte}"`)
const celular: PasskeyListada = {
  id: 'k1',
  nome: 'Chrome no Android',
  rpId: location.hostname,
  sincronizada: true,
  criadaEm: '2026-11-12T17:32:00Z',
  usadaEm: '2026-11-21T12:10:00Z',
}
const registro = () =>
  json({
    desafio: 'd1',
    opcoes: {
      challenge: 'AAAA',
      rp: { id: location.hostname, name: 'Vila Serena' },
      user: { id: 'AAAA', name: 'p', displayName: 'P' },
      pubKeyCredParams: [],
    },
  })

/** A conta with these passkeys, on a page of their domain; what is made and removed shows. */
function conta(passkeys: PasskeyListada[] = [], extras: Rotas = {}): Rotas {
  return {
    'GET ': () => json({ ...cartao, rpId: location.hostname }),
    'POST /v1/sessoes': () => json({ ...aberta(), conta: crypto.randomUUID() }, 201, { 'DPoP-Nonce': 'n1' }),
    'POST /v1/sessoes/passkey/opcoes': () => json({ desafio: 'd0', opcoes: { challenge: 'AAAA' } }),
    'POST /v1/sessoes/confirmacoes/opcoes': () => json({ desafio: 'd0', opcoes: { challenge: 'AAAA', allowCredentials: [] } }),
    'POST /v1/sessoes/confirmacoes': () => json({ confirmacao: 'sou-eu', expiraEm: '' }, 201),
    'GET /v1/conta/passkeys': () => json({ passkeys }),
    'POST /v1/conta/passkeys/opcoes': registro,
    'POST /v1/conta/passkeys': () => {
      passkeys.push({ ...celular, id: `k${passkeys.length + 1}` })
      return json(passkeys.at(-1), 201)
    },
    'DELETE /v1/conta/passkeys/k1': () => {
      passkeys.shift()
      return new Response(null, { status: 204 })
    },
    'PATCH /v1/conta/passkeys/k1': ({ corpo }) => {
      Object.assign(passkeys[0] ?? {}, corpo)
      return json(passkeys[0])
    },
    ...extras,
  }
}

const feitas = (pedidos: Pedido[]) =>
  pedidos.filter(({ metodo, caminho }) => metodo === 'POST' && caminho.startsWith('/v1/conta/passkeys?'))
const confirmar = async (tag: HTMLElement) => {
  const dialogo = await achar(tag, 'dialog[open]')
  escrever(dialogo, '[name=senha]', 'cavalo bateria grampo')
  dialogo.querySelector('form')?.requestSubmit()
}

describe('the offer of a passkey', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverAutenticador()
    localStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('comes after a password sign-in, and makes a passkey with no further question', async () => {
    fingirAutenticador({ create: criar })
    const { tag, pedidos } = await abrirDentro(conta())
    await comTexto(tag, 'Entre mais rápido da próxima vez')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Criar chave de acesso').click()
    await comTexto(tag, 'Da próxima vez, entre com ela.')
    expect(feitas(pedidos)).to.have.length(1)
    expect(feitas(pedidos)[0]?.corpo).to.have.property('desafio', 'd1')
    expect(document.activeElement?.classList.contains('titulo')).to.equal(true)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('comes too where the panel opens for who signed in elsewhere', async () => {
    fingirAutenticador({ proprio: false })
    const { tag, entidade } = await abrirDentro(conta())
    await achar(tag, '.processos .processo')
    tag.remove()
    fingirAutenticador({})
    const outra = await abrir(conta(), '', entidade)
    await comTexto(outra.tag, 'Entre mais rápido da próxima vez')
  })

  it('is made once for each conta and device, whatever the answer', async () => {
    fingirAutenticador({})
    const mesma = { 'POST /v1/sessoes': () => json({ ...aberta(), conta: 'sempre-a-mesma' }, 201, { 'DPoP-Nonce': 'n1' }) }
    const { tag, entidade } = await abrirDentro(conta([], mesma))
    await comTexto(tag, 'Entre mais rápido da próxima vez')
    botao(tag, 'Agora não').click()
    await waitUntil(() => !texto(tag).includes('Entre mais rápido'))
    await waitUntil(() => document.activeElement?.classList.contains('titulo'))
    botao(tag, 'Sair').click()
    await achar(tag, '[name=login]')
    tag.remove()
    const outra = await abrir(conta([], mesma), '', entidade)
    await entrar(outra.tag)
    await achar(outra.tag, '.processos .processo')
    expect(texto(outra.tag)).not.to.contain('Entre mais rápido')
    expect(outra.pedidos.some(({ caminho }) => caminho.startsWith('/v1/conta/passkeys'))).to.equal(false)
  })

  it('stays, calmly, when the person cancels', async () => {
    fingirAutenticador({ create: desistir })
    const { tag } = await abrirDentro(conta())
    await comTexto(tag, 'Entre mais rápido da próxima vez')
    botao(tag, 'Criar chave de acesso').click()
    await comTexto(tag, 'A chave de acesso não foi usada.')
    expect(tag.querySelector('[role=alert]')).to.equal(null)
    expect(botao(tag, 'Agora não')).to.be.instanceOf(HTMLElement)
  })

  for (const [quando, rotas, autenticador] of [
    ['who has a passkey', conta([celular]), {}],
    ['a device that keeps none', conta(), { proprio: false }],
    ['a page of another domain', { ...conta(), 'GET ': () => json({ ...cartao, rpId: 'outro.example' }) }, {}],
  ] as const) {
    it(`spares ${quando}`, async () => {
      fingirAutenticador(autenticador)
      const { tag } = await abrirDentro(rotas)
      await achar(tag, '.processos .processo')
      expect(texto(tag)).not.to.contain('Entre mais rápido')
    })
  }
})

describe('the passkeys of a conta', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverAutenticador()
    localStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('are listed with their use, where they serve and how far they go', async () => {
    fingirAutenticador({})
    const passkeys = [celular, { ...celular, id: 'k2', nome: 'Pendrive', sincronizada: false, usadaEm: null, rpId: 'antigo.example' }]
    const { tag } = await abrirDentro(conta(passkeys), '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Pendrive')
    expect(texto(tag))
      .to.contain('Criada em 12/11/2026 · Último uso: 21/11/2026')
      .and.to.contain('Vale em mais de um aparelho seu')
      .and.to.contain('Nunca usada')
      .and.to.contain('Vale só no aparelho em que foi criada · Serve em antigo.example')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('are made, after showing who one is, and the new one shows', async () => {
    fingirAutenticador({ create: criar })
    const { tag, pedidos } = await abrirDentro(conta([celular]), '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Chrome no Android')
    botao(tag, 'Criar chave de acesso').click()
    await confirmar(tag)
    await waitUntil(() => tag.querySelectorAll('.chaves .arquivo').length === 2)
    expect(feitas(pedidos)[0]?.cabecalhos.get('Protocolo-Confirmacao')).to.equal('sou-eu')
  })

  it('are not made when the person gives up showing who they are', async () => {
    fingirAutenticador({ create: criar })
    const { tag, pedidos } = await abrirDentro(conta([celular]), '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Chrome no Android')
    const criacao = botao(tag, 'Criar chave de acesso')
    criacao.focus()
    criacao.click()
    await achar(tag, 'dialog[open]')
    botao(tag, 'Cancelar').click()
    await waitUntil(() => document.activeElement === criacao)
    expect(feitas(pedidos)).to.have.length(0)
  })

  it('say it when the device has one already', async () => {
    fingirAutenticador({ create: () => Promise.reject(new DOMException('', 'InvalidStateError')) })
    const { tag } = await abrirDentro(conta([celular]), '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Chrome no Android')
    botao(tag, 'Criar chave de acesso').click()
    await confirmar(tag)
    await comTexto(tag, 'Este aparelho já guarda uma chave de acesso desta conta.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('are renamed where they stand', async () => {
    fingirAutenticador({})
    const { tag, pedidos } = await abrirDentro(conta([{ ...celular }]), '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Chrome no Android')
    botao(tag, 'Mudar nome').click()
    const campo = await achar<HTMLInputElement>(tag, '[name=nome]')
    await waitUntil(() => document.activeElement === campo)
    expect(campo.value).to.equal('Chrome no Android')
    escrever(tag, '[name=nome]', ' ')
    campo.form?.requestSubmit()
    await comTexto(tag, 'Escreva um nome.')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=nome]', 'Celular')
    campo.form?.requestSubmit()
    await waitUntil(() => document.activeElement?.getAttribute('aria-label') === 'Mudar nome de Celular')
    expect(pedidos.find(({ metodo }) => metodo === 'PATCH')?.corpo).to.deep.equal({ nome: 'Celular' })
  })

  it('are removed, after showing who one is', async () => {
    fingirAutenticador({})
    const { tag, pedidos } = await abrirDentro(conta([celular]), '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Chrome no Android')
    botao(tag, 'Remover').click()
    await comTexto(await achar(tag, 'dialog[open]'), 'remover a chave de acesso “Chrome no Android”')
    await confirmar(tag)
    await comTexto(tag, 'Você ainda não tem nenhuma.')
    await waitUntil(() => document.activeElement?.textContent === 'Chaves de acesso')
    expect(pedidos.find(({ metodo }) => metodo === 'DELETE')?.cabecalhos.get('Protocolo-Confirmacao')).to.equal('sou-eu')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('keep the last way in, and say why', async () => {
    fingirAutenticador({})
    const recusa = () => problema('ultima_entrada', 409, { title: 'Este é o seu único jeito de entrar', detail: 'Antes, crie uma senha.' })
    const { tag } = await abrirDentro(conta([celular], { 'DELETE /v1/conta/passkeys/k1': recusa }), '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Chrome no Android')
    botao(tag, 'Remover').click()
    await confirmar(tag)
    await comTexto(tag, 'Antes, crie uma senha.')
    expect(texto(tag)).to.contain('Chrome no Android')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('cannot be made on a page of another domain, which says where they can', async () => {
    const { tag } = await abrirDentro(
      { ...conta(), 'GET ': () => json({ ...cartao, rpId: 'outro.example' }) },
      '#painel=dados&parte=seguranca',
    )
    await comTexto(tag, 'abra a sua conta em outro.example')
    expect(await violacoes(tag)).to.deep.equal([])
  })
})
