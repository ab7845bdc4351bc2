import { expect, waitUntil } from '@open-wc/testing'
import type { Conta } from '../../../server/contract/contas.js'
import { sessaoDe } from '../../../widget/client/sessao.js'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import type { ProtocoloNovo } from '../../../widget/elements/novo/protocolo-novo.js'
import { cartao, devolverApi, fingirApi, json, nivel1, novaEntidade, type Pedido, problema, semConteudo } from '../apoio/api.js'
import { devolverAutenticador, fingirAutenticador, usar } from '../apoio/autenticador.js'
import { achar, escrever, limpar, por, violacoes } from '../apoio/pagina.js'
import { apertar, ateOFormulario, botao, campoDe, denuncia, itbi, preencher, preencherFormulario, type Rotas } from '../novo/apoio.js'

if (!customElements.get('protocolo-consulta')) customElements.define('protocolo-consulta', ProtocoloConsulta)

const titular: Conta = {
  documento: '11144477735',
  nome: 'Joana Exemplo Prado',
  email: 'joana@exemplo.br',
  usuario: null,
  telefoneConfirmado: false,
  temSenha: true,
  temFoto: false,
  avisos: { abertura: true, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false },
  pendentes: [],
}
const aberta = () =>
  json(
    {
      token: crypto.randomUUID(),
      sessao: crypto.randomUUID(),
      conta: 'c1',
      nome: titular.nome,
      expiraEm: new Date(Date.now() + 60_000).toISOString(),
    },
    201,
  )
const tipos = [itbi, denuncia].map(({ documentos, ...tipo }) => ({
  ...tipo,
  documentos: documentos.map(({ nome }) => ({ nome, obrigatorio: true })),
}))

interface Cena {
  novo: ProtocoloNovo
  consulta: ProtocoloConsulta
  pedidos: Pedido[]
  entidade: string
}

async function pagina(rotas: Rotas = {}, em = (tags: string) => tags): Promise<Cena> {
  const entidade = novaEntidade()
  const pedidos = fingirApi({
    'GET ': () => json(cartao),
    'GET /tipos': () => json({ tipos }),
    'GET /tipos/itbi': () => json(itbi),
    'GET /tipos/denuncia': () => json(denuncia),
    'GET /desafio': () => problema('fora', 500),
    'GET /consulta': () => json(nivel1),
    'POST /v1/sessoes': aberta,
    'DELETE /v1/sessoes/*': () => semConteudo(),
    'GET /v1/conta': () => json(titular),
    'GET /meus/rascunhos': () => json({ rascunhos: [] }),
    'GET /meus/protocolos': () => json({ protocolos: [], proximo: null }),
    'PUT /meus/rascunhos/*': () => json({ id: 'r1', tipo: { codigo: 'itbi', nome: 'ITBI' }, atualizadoEm: '2026-11-21T12:00:00Z' }),
    'POST /v1/contas': () => json({ confirmacao: 'c1', email: 'j•••@exemplo.br', mensagem: 'Enviamos.' }, 202),
    'POST /v1/contas/confirmacoes': aberta,
    'POST /v1/senhas/recuperacoes': () => json({ mensagem: 'O link chega em alguns minutos.' }, 202),
    ...rotas,
  })
  const tags = `<protocolo-novo entidade="${entidade}"></protocolo-novo><protocolo-consulta entidade="${entidade}"></protocolo-consulta>`
  const caixa = por(em(tags))
  const novo = await achar<ProtocoloNovo>(caixa, 'protocolo-novo')
  const consulta = await achar<ProtocoloConsulta>(caixa, 'protocolo-consulta')
  await Promise.all([novo, consulta].map((tag) => achar(tag, '.quadro:not([aria-busy])')))
  await comBotao(consulta, 'Entrar')
  return { novo, consulta, pedidos, entidade }
}

const comTexto = (onde: Element, parte: string) => waitUntil(() => onde.textContent?.includes(parte), `no "${parte}"`)
const comBotao = (onde: Element, texto: string) =>
  waitUntil(() => [...onde.querySelectorAll('button')].some(({ textContent }) => textContent?.trim() === texto), `no button "${texto}"`)
const emFoco = (onde: Element, titulo: string) =>
  waitUntil(
    () =>
      onde.contains(document.activeElement) && document.activeElement?.matches('.titulo') && document.activeElement.textContent === titulo,
    `the focus never came to "${titulo}"`,
  )

async function abrirPorta(tag: HTMLElement): Promise<HTMLDialogElement> {
  const entrar = botao(tag, 'Entrar')
  entrar.focus()
  entrar.click()
  const dialogo = await achar<HTMLDialogElement>(tag, 'dialog:modal')
  await emFoco(dialogo, 'Entrar')
  return dialogo
}

async function irPara(dialogo: HTMLElement, ligacao: string, titulo: string): Promise<void> {
  botao(dialogo, ligacao).click()
  await emFoco(dialogo, titulo)
}

const enviar = (dialogo: HTMLElement) => dialogo.querySelector('form')?.requestSubmit()

function preencherCadastro(dialogo: HTMLElement): void {
  escrever(dialogo, '[name=documento]', '111.444.777-35')
  escrever(dialogo, '[name=nome]', titular.nome)
  escrever(dialogo, '[name=email]', 'joana@exemplo.br')
  escrever(dialogo, '[name=senha]', 'cavalo bateria grampo')
  dialogo.querySelector<HTMLElement>('[name=ciencia]')?.click()
}

async function cadastrar(dialogo: HTMLElement): Promise<void> {
  await irPara(dialogo, 'Criar conta', 'Criar conta')
  preencherCadastro(dialogo)
  enviar(dialogo)
  await emFoco(dialogo, 'Confirme o seu e-mail')
}

async function entrarComSenha(dialogo: HTMLElement): Promise<void> {
  escrever(dialogo, '[name=login]', 'joana')
  escrever(dialogo, '[name=senhaAtual]', 'cavalo bateria grampo')
  enviar(dialogo)
}

describe('the way in, without leaving the page', () => {
  let cena: Cena | undefined

  afterEach(async () => {
    limpar()
    if (cena) await sessaoDe(location.origin, cena.entidade).sair()
    cena = undefined
    devolverApi()
    devolverAutenticador()
    localStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  const abrir = async (...preparo: Parameters<typeof pagina>) => (cena = await pagina(...preparo))

  it('opens at the form to sign in and closes where the focus was, asking for nothing on the way', async () => {
    const { novo, pedidos } = await abrir()
    const antes = pedidos.length
    const dialogo = await abrirPorta(novo)
    expect(await violacoes(novo)).to.deep.equal([])
    botao(dialogo, 'Fechar').click()
    await waitUntil(() => !novo.querySelector('dialog'))
    expect(document.activeElement).to.equal(botao(novo, 'Entrar'))
    expect(pedidos.length).to.equal(antes)
  })

  it('closes as the browser’s own Esc does, and keeps what was typed, save passwords', async () => {
    const { consulta } = await abrir()
    const dialogo = await abrirPorta(consulta)
    escrever(dialogo, '[name=login]', 'joana')
    escrever(dialogo, '[name=senhaAtual]', 'segredo')
    dialogo.close()
    await waitUntil(() => !consulta.querySelector('dialog'))
    const outra = await abrirPorta(consulta)
    expect((await achar<HTMLInputElement>(outra, '[name=login]')).value).to.equal('joana')
    expect((await achar<HTMLInputElement>(outra, '[name=senhaAtual]')).value).to.equal('')
  })

  it('holds every view, each without barriers', async () => {
    const { consulta } = await abrir()
    const dialogo = await abrirPorta(consulta)
    enviar(dialogo)
    await waitUntil(() => document.activeElement === dialogo.querySelector('.erros'))
    expect(await violacoes(consulta)).to.deep.equal([])
    await irPara(dialogo, 'Esqueci a senha', 'Esqueci a senha')
    expect(await violacoes(consulta)).to.deep.equal([])
    escrever(dialogo, '[name=documento]', '111.444.777-35')
    escrever(dialogo, '[name=email]', 'joana@exemplo.br')
    enviar(dialogo)
    await comTexto(dialogo, 'O link chega em alguns minutos.')
    expect(await violacoes(consulta)).to.deep.equal([])
    await irPara(dialogo, 'Voltar para a entrada', 'Entrar')
    await cadastrar(dialogo)
    expect(await violacoes(consulta)).to.deep.equal([])
  })

  it('signs up beside a request that is being written, and then fills in who asks', async () => {
    const { novo, pedidos } = await abrir()
    await ateOFormulario(novo)
    await preencherFormulario(novo)
    await comTexto(novo, 'Já tem conta?')
    await preencher(novo, 'E-mail', 'daqui@exemplo.br')
    const dialogo = await abrirPorta(novo)
    await cadastrar(dialogo)
    escrever(dialogo, '[name=codigo]', '012 345')
    enviar(dialogo)
    await emFoco(novo, 'Quem está pedindo')
    await comTexto(await achar(novo, '[role=status]'), `Você entrou como ${titular.nome}.`)
    await comTexto(await achar(novo, '.titular'), titular.nome)
    expect(novo.querySelector('dialog')).to.equal(null)
    expect(campoDe(novo, 'E-mail').value).to.equal('daqui@exemplo.br')
    expect(novo.textContent).to.not.include('Já tem conta?')
    expect(pedidos.find(({ caminho }) => caminho.startsWith('/v1/contas/confirmacoes?'))?.corpo).to.deep.include({ codigo: '012345' })
    expect(await violacoes(novo)).to.deep.equal([])
  })

  it('opens where the code is waited for, once one was sent', async () => {
    const { consulta } = await abrir()
    const dialogo = await abrirPorta(consulta)
    await cadastrar(dialogo)
    botao(dialogo, 'Fechar').click()
    await waitUntil(() => !consulta.querySelector('dialog'))
    botao(consulta, 'Entrar').click()
    await emFoco(await achar(consulta, 'dialog:modal'), 'Confirme o seu e-mail')
  })

  it('shows in every tag of the page at once', async () => {
    const { novo, consulta } = await abrir()
    await entrarComSenha(await abrirPorta(consulta))
    await emFoco(consulta, 'Consultar protocolo')
    for (const tag of [novo, consulta]) {
      await comTexto(await achar(tag, '.quadro'), `Você entrou como ${titular.nome}.`)
      expect(tag.querySelector('dialog')).to.equal(null)
      expect([...tag.querySelectorAll('button')].map(({ textContent }) => textContent?.trim())).to.not.include('Entrar')
    }
  })

  it('closes when they sign in elsewhere, and is offered again once they left', async () => {
    const { novo, consulta, entidade } = await abrir()
    await abrirPorta(novo)
    const sessao = sessaoDe(location.origin, entidade)
    await sessao.abrir('/sessoes', {})
    await emFoco(novo, 'O que você precisa?')
    expect(novo.querySelector('dialog')).to.equal(null)
    await comTexto(await achar(consulta, '.quadro'), 'Você entrou como')
    await sessao.sair()
    await comBotao(novo, 'Entrar')
    await comBotao(consulta, 'Entrar')
    await abrirPorta(consulta)
  })

  it('takes a passkey, and stops asking for one when it closes', async () => {
    const { hostname: rpId } = location
    const usadas = fingirAutenticador({ autofill: true })
    const { novo } = await abrir({
      'GET ': () => json({ ...cartao, rpId }),
      'POST /v1/sessoes/passkey/opcoes': () => json({ desafio: 'd1', opcoes: { challenge: 'AAAA', rpId } }),
      'POST /v1/sessoes/passkey': aberta,
    })
    const dialogo = await abrirPorta(novo)
    await waitUntil(() => usadas.some(({ mediation }) => mediation === 'conditional'))
    botao(dialogo, 'Fechar').click()
    await waitUntil(() => usadas.at(-1)?.signal?.aborted)
    fingirAutenticador({ get: usar })
    botao(await abrirPorta(novo), 'Entrar com chave de acesso').click()
    await emFoco(novo, 'O que você precisa?')
  })

  it('opens from the notice that a session ended, which then goes away', async () => {
    const { novo, entidade } = await abrir()
    const sessao = sessaoDe(location.origin, entidade)
    await sessao.abrir('/sessoes', {})
    await comTexto(novo, 'Você entrou como')
    await ateOFormulario(novo)
    await preencher(novo, 'Inscrição', '1234')
    await sessao.sair()
    await comTexto(novo, 'Sua sessão terminou.')
    const dialogo = await abrirPorta(novo)
    await entrarComSenha(dialogo)
    await emFoco(novo, 'Sobre o pedido')
    await waitUntil(() => !novo.textContent?.includes('Sua sessão terminou.'))
    expect(campoDe(novo, 'Inscrição').value).to.equal('12.34')
    expect(location.hash).to.equal('')
  })

  it('has in sight what failed, with everything as it was typed', async () => {
    const { consulta } = await abrir({ 'POST /v1/contas': () => problema('erro_interno', 500, { title: 'Algo deu errado' }) })
    const dialogo = await abrirPorta(consulta)
    await irPara(dialogo, 'Criar conta', 'Criar conta')
    preencherCadastro(dialogo)
    const criar = botao(dialogo, 'Criar conta')
    criar.scrollIntoView()
    criar.click()
    const falha = await achar(dialogo, '[role=alert]')
    await waitUntil(() => falha.getBoundingClientRect().top >= dialogo.getBoundingClientRect().top, 'it stays out of sight')
    expect(await violacoes(consulta)).to.deep.equal([])
    expect((await achar<HTMLInputElement>(dialogo, '[name=senha]')).value).to.equal('cavalo bateria grampo')
  })

  it('says calmly where the page is not safe to sign in', async () => {
    const { consulta } = await abrir()
    const dialogo = await abrirPorta(consulta)
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })
    try {
      await entrarComSenha(dialogo)
      await comTexto(dialogo, 'só dá para entrar em páginas que começam com https')
    } finally {
      Reflect.deleteProperty(crypto, 'subtle')
    }
    expect(await violacoes(consulta)).to.deep.equal([])
  })

  it('stands over a dialog of the page’s own, which stays open', async () => {
    const { novo } = await abrir({}, (tags) => `<dialog class="do-site" aria-label="Serviços">${tags}</dialog>`)
    const doSite = novo.closest<HTMLDialogElement>('dialog.do-site')
    let fechados = 0
    doSite?.addEventListener('close', () => (fechados += 1))
    doSite?.showModal()
    const dialogo = await abrirPorta(novo)
    botao(dialogo, 'Fechar').click()
    await waitUntil(() => !novo.querySelector('dialog'))
    expect(doSite?.open).to.equal(true)
    expect(fechados).to.equal(0)
    expect(document.activeElement).to.equal(botao(novo, 'Entrar'))
  })

  it('has ids of its own in each tag', async () => {
    const { novo, consulta } = await abrir()
    await apertar(novo, 'Entrar')
    await apertar(consulta, 'Entrar')
    for (const tag of [novo, consulta]) {
      const dialogo = await achar(tag, 'dialog:modal')
      botao(dialogo, 'Criar conta').click()
      await achar(dialogo, '[name=documento]')
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.filter((id, vez) => ids.indexOf(id) !== vez)).to.deep.equal([])
  })

  it('goes with its tag', async () => {
    const { novo } = await abrir()
    await abrirPorta(novo)
    const lugar = novo.parentElement
    novo.remove()
    lugar?.append(novo)
    await novo.updateComplete
    expect(novo.querySelector('dialog')).to.equal(null)
    await abrirPorta(novo)
  })

  it('is not offered to who asks without a name', async () => {
    const { novo } = await abrir()
    await apertar(novo, 'Denúncia')
    await apertar(novo, 'Começar')
    await achar(novo, 'textarea')
    await preencher(novo, 'Relato', 'Foi assim.')
    novo.querySelector('form')?.requestSubmit()
    await comTexto(novo, 'Quem está pedindo')
    expect(novo.textContent).to.not.include('Já tem conta?')
  })
})
