import { expect, waitUntil } from '@open-wc/testing'
import type { Cartao } from '../../../server/contract/entidade.js'
import { cartao, devolverApi, json, problema } from '../apoio/api.js'
import { escolherArquivo, imagem } from '../apoio/arquivo.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { aberta, abrir, botao, type Cena, type Rotas } from './apoio.js'

const texto = (tag: HTMLElement) => tag.textContent?.replace(/\s+/g, ' ') ?? ''
const comTexto = (tag: HTMLElement, parte: string) => waitUntil(() => texto(tag).includes(parte), `no "${parte}"`)
const recebido = { confirmacao: 'c1', email: 'p•••@exemplo.br', mensagem: 'Enviamos um e-mail.' }

const contas: Rotas = {
  'POST /v1/contas': () => json(recebido, 202),
  'POST /v1/contas/confirmacoes': () => json(aberta('Joana Exemplo'), 201, { 'DPoP-Nonce': 'n1' }),
  'POST /v1/contas/confirmacoes/c1/envios': () => json({ mensagem: 'Enviado.' }, 202),
  'POST /v1/senhas/recuperacoes': () => json({ mensagem: 'Se houver uma conta, o link chega em alguns minutos.' }, 202),
  'PUT /v1/senhas': () => new Response(null, { status: 204 }),
}

async function enviar(tag: HTMLElement): Promise<void> {
  ;(await achar<HTMLFormElement>(tag, 'form')).requestSubmit()
}

async function abrirCadastro(extras: Rotas = {}): Promise<Cena> {
  const cena = await abrir({ ...contas, ...extras })
  botao(cena.tag, 'Criar conta').click()
  await achar(cena.tag, '[name=documento]')
  return cena
}

async function preencher(tag: HTMLElement): Promise<void> {
  escrever(tag, '[name=documento]', '111.444.777-35')
  escrever(tag, '[name=nome]', 'Joana Exemplo')
  escrever(tag, '[name=email]', 'pessoa@exemplo.br')
  escrever(tag, '[name=senha]', 'cavalo bateria grampo')
  ;(await achar<HTMLInputElement>(tag, '[name=ciencia]')).click()
}

async function abrirConfirmacao(extras: Rotas = {}): Promise<Cena> {
  const cena = await abrirCadastro(extras)
  await preencher(cena.tag)
  await enviar(cena.tag)
  await achar(cena.tag, '[name=codigo]')
  return cena
}

describe('signing up', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('asks only for what is starred, each with a hint', async () => {
    const { tag } = await abrirCadastro()
    const exigidos = [...tag.querySelectorAll<HTMLInputElement>('[aria-required=true], [required]')].map(({ name }) => name)
    expect(exigidos).to.have.members(['documento', 'nome', 'email', 'senha', 'ciencia'])
    for (const campo of tag.querySelectorAll('input.entrada')) expect(campo.getAttribute('aria-describedby'), campo.id).to.be.a('string')
    expect((await achar<HTMLInputElement>(tag, '[name=senha]')).autocomplete).to.equal('new-password')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('ticks the rules of the password as they hold', async () => {
    const { tag } = await abrirCadastro()
    const valem = () => [...tag.querySelectorAll('.regras-da-senha .vale')].length
    expect(valem()).to.equal(0)
    escrever(tag, '[name=nome]', 'Joana Exemplo')
    escrever(tag, '[name=senha]', 'joana')
    await tag.updateComplete
    expect(valem()).to.equal(0)
    escrever(tag, '[name=senha]', 'joana bateria')
    await tag.updateComplete
    expect(valem()).to.equal(1)
    escrever(tag, '[name=senha]', 'cavalo bateria')
    await tag.updateComplete
    expect(valem()).to.equal(2)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says beside each field what to correct, opens what is folded, and sends nothing', async () => {
    const { tag, pedidos } = await abrirCadastro()
    escrever(tag, '[name=documento]', '111.444.777-36')
    escrever(tag, '[name="endereco.cep"]', '123')
    await enviar(tag)
    const erros = await achar(tag, '.erros')
    await waitUntil(() => document.activeElement === erros)
    expect(texto(tag)).to.contain('CPF ou CNPJ: este CPF não confere').and.to.contain('Marque que você leu como')
    const endereco = (await achar(tag, '[name="endereco.cep"]')).closest('details')
    expect(endereco?.open).to.equal(true)
    expect(pedidos.some(({ metodo }) => metodo === 'POST')).to.equal(false)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('shows what the server refuses beside its field, with everything as it was typed', async () => {
    const mensagem = 'Este nome de usuário já está em uso.'
    const { tag } = await abrirCadastro({
      'POST /v1/contas': () => problema('campos_invalidos', 422, { campos: [{ caminho: 'usuario', mensagem }] }),
    })
    await preencher(tag)
    escrever(tag, '[name=usuario]', 'joana')
    await enviar(tag)
    await comTexto(tag, mensagem)
    expect((await achar<HTMLInputElement>(tag, '[name=senha]')).value).to.equal('cavalo bateria grampo')
    expect((await achar(tag, '[name=usuario]')).closest('details')?.open).to.equal(true)
    await enviar(tag)
  })

  it('sends what was filled in, and asks for the code', async () => {
    const { tag, pedidos } = await abrirConfirmacao()
    const pedido = pedidos.find(({ metodo }) => metodo === 'POST')
    expect(pedido?.caminho).to.match(/^\/v1\/contas\?entidade=/)
    expect(pedido?.corpo).to.deep.equal({
      documento: '111.444.777-35',
      nome: 'Joana Exemplo',
      email: 'pessoa@exemplo.br',
      senha: 'cavalo bateria grampo',
      ciencia: '1',
    })
    expect((await achar<HTMLInputElement>(tag, '[name=codigo]')).autocomplete).to.equal('one-time-code')
    expect(texto(tag)).to.contain('p•••@exemplo.br').and.to.contain('caixa de spam')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('stars what the entidade requires, has it in view, and asks for it', async () => {
    const exige: Cartao['cadastro']['exige'] = ['sexo', 'telefone', 'endereco']
    const { tag, pedidos } = await abrirCadastro({ 'GET ': () => json({ ...cartao, cadastro: { exige } }) })
    const exigidos = [...tag.querySelectorAll<HTMLInputElement>('details[open] [aria-required=true]')].map(({ id }) =>
      id.replace(/^.*?-\d+-/, ''),
    )
    expect(exigidos).to.have.members([
      'sexo',
      'telefone',
      ...['cep', 'logradouro', 'bairro', 'municipio', 'uf'].map((parte) => `endereco-${parte}`),
    ])
    await preencher(tag)
    await enviar(tag)
    await comTexto(tag, 'Celular: preencha este campo.')
    expect(texto(tag)).to.contain('Sexo: escolha uma opção.').and.to.contain('Nome da rua: escreva a rua ou avenida.')
    expect(pedidos.some(({ metodo }) => metodo === 'POST')).to.equal(false)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('takes a second e-mail, and an address of which the CEP fills what it knows', async () => {
    const { tag, pedidos } = await abrirCadastro({
      'GET /cep/13900000': () =>
        json({ cep: '13900000', logradouro: 'Rua das Flores', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP', ibge: '3500000' }),
    })
    await preencher(tag)
    escrever(tag, '[name=emailAlternativo]', 'outra@exemplo.br')
    escrever(tag, '[name="endereco.cep"]', '13900000')
    await comTexto(tag, 'Endereço preenchido')
    await enviar(tag)
    await achar(tag, '[name=codigo]')
    const corpo = pedidos.find(({ metodo }) => metodo === 'POST')?.corpo
    expect(corpo).to.deep.include({
      emailAlternativo: 'outra@exemplo.br',
      endereco: { cep: '13900000', logradouro: 'Rua das Flores', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP' },
    })
  })

  it('keeps a photo in the page until there is a conta to put it in', async () => {
    const { tag, pedidos } = await abrirCadastro({ 'PUT /v1/conta/foto': () => new Response(null, { status: 204 }) })
    await preencher(tag)
    escolherArquivo(tag, await imagem(60, 40))
    await achar(tag, 'canvas')
    expect(await violacoes(tag)).to.deep.equal([])
    await enviar(tag)
    await achar(tag, '[name=codigo]')
    expect(pedidos.some(({ metodo }) => metodo === 'PUT')).to.equal(false)
    escrever(tag, '[name=codigo]', '012345')
    await enviar(tag)
    await waitUntil(() => pedidos.some(({ metodo, caminho }) => metodo === 'PUT' && caminho.startsWith('/v1/conta/foto')))
    await comTexto(tag, 'Olá, Joana')
  })

  it('enters with the code, however it is spaced', async () => {
    const { tag, pedidos } = await abrirConfirmacao()
    escrever(tag, '[name=codigo]', ' 012 345')
    await enviar(tag)
    await comTexto(tag, 'Olá, Joana')
    const pedido = pedidos.find(({ caminho }) => caminho.startsWith('/v1/contas/confirmacoes?'))
    expect(pedido?.corpo).to.deep.equal({ confirmacao: 'c1', codigo: '012345', lembrar: false })
    expect(location.hash).to.equal('#painel=inicio')
  })

  it('says when the code is refused, and waits before another is sent', async () => {
    const { tag } = await abrirConfirmacao({
      'POST /v1/contas/confirmacoes': () => problema('codigo_recusado', 422, { title: 'Este código não confere' }),
    })
    escrever(tag, '[name=codigo]', '12345')
    await enviar(tag)
    await comTexto(tag, 'O código tem 6 números.')
    escrever(tag, '[name=codigo]', '123456')
    await enviar(tag)
    await comTexto(tag, 'Este código não confere')
    expect(texto(tag)).to.match(/Enviar de novo em \d+ s/)
    const segundos = [...tag.querySelectorAll('button [aria-hidden=true]')].map(({ textContent }) => textContent)
    expect(segundos.join(), 'nobody hears the seconds go by').to.match(/^em \d+\ss$/)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('corrects a mistyped e-mail', async () => {
    const { tag, pedidos } = await abrirConfirmacao()
    botao(tag, 'Corrigir o e-mail').click()
    const campo = await achar<HTMLInputElement>(tag, '[name=email]')
    await waitUntil(() => document.activeElement === campo)
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=email]', 'certa@exemplo.br')
    campo.form?.requestSubmit()
    await comTexto(tag, 'Enviamos um código para certa@exemplo.br.')
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ email: 'certa@exemplo.br' })
  })

  it('by the link of the e-mail waits for a tap', async () => {
    const { tag, pedidos } = await abrir(contas, '#confirmar=c1.abc_DEF-1')
    await comTexto(tag, 'Confirmar o cadastro')
    await waitUntil(() => document.activeElement?.textContent === 'Confirmar o cadastro', 'wherever in the page the panel is')
    expect(pedidos.some(({ metodo }) => metodo === 'POST')).to.equal(false)
    expect(await violacoes(tag)).to.deep.equal([])
    await enviar(tag)
    await comTexto(tag, 'Olá, Joana')
    expect(pedidos.find(({ metodo }) => metodo === 'POST')?.corpo).to.deep.equal({ link: 'c1.abc_DEF-1', lembrar: false })
    expect(location.hash, 'the link does not stay in the address').to.equal('#painel=inicio')
  })

  it('by a link that is over offers to sign up again', async () => {
    const vencida = () => problema('confirmacao_vencida', 410, { title: 'Este código ou link não vale mais' })
    const { tag } = await abrir({ ...contas, 'POST /v1/contas/confirmacoes': vencida }, '#confirmar=c1.abc')
    await enviar(tag)
    await comTexto(tag, 'Este código ou link não vale mais')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Criar a conta de novo').click()
    await achar(tag, '[name=documento]')
  })
})

describe('recovering', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('says the same whoever asks', async () => {
    const { tag } = await abrir(contas)
    botao(tag, 'Esqueci a senha').click()
    await achar(tag, '[name=documento]')
    expect(await violacoes(tag)).to.deep.equal([])
    await enviar(tag)
    await achar(tag, '.erros')
    escrever(tag, '[name=documento]', '11144477735')
    escrever(tag, '[name=email]', 'pessoa@exemplo.br')
    await enviar(tag)
    await comTexto(tag, 'Se houver uma conta')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('sets a new password by the link, after a tap, and asks to sign in', async () => {
    const { tag, pedidos } = await abrir(contas, '#senha=c1.abc')
    escrever(await achar(tag, 'form'), '[name=senha]', 'curta')
    await enviar(tag)
    await comTexto(tag, 'Use 8 caracteres ou mais')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=senha]', 'cavalo bateria grampo')
    await enviar(tag)
    await comTexto(tag, 'Senha trocada')
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ link: 'c1.abc', senha: 'cavalo bateria grampo' })
    expect(location.hash).to.equal('#painel=entrar')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('leads from the browser’s Back to the view before, with what was typed', async () => {
    const { tag } = await abrir(contas)
    escrever(tag, '[name=login]', 'joana')
    botao(tag, 'Criar conta').click()
    await achar(tag, '[name=documento]')
    escrever(tag, '[name=nome]', 'Joana')
    history.back()
    expect((await achar<HTMLInputElement>(tag, '[name=login]')).value).to.equal('joana')
    history.forward()
    expect((await achar<HTMLInputElement>(tag, '[name=nome]')).value).to.equal('Joana')
  })
})
