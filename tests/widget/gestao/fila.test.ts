import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, json, nunca, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import {
  abrir,
  abrirFila,
  botao,
  comTexto,
  entrar,
  filtroPedido,
  item,
  itens,
  linha,
  pagina,
  pedidosDe,
  posto,
  rotas,
  texto,
} from './apoio.js'

describe('<protocolo-gestao>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('asks who is signed out to sign in', async () => {
    const { tag } = await abrir()
    await achar(tag, '[name=login]')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('tells who works in no unidade that they do not work here yet', async () => {
    const { tag } = await abrir({ 'GET /gestao/posto': () => problema('sem_lotacao', 403) })
    await entrar(tag)
    await comTexto(tag, 'Você ainda não atende por aqui')
    expect(botao(tag, 'Sair')).to.exist
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('tells who needs a passkey where they can make one', async () => {
    const { tag } = await abrir({ 'GET /gestao/posto': () => problema('passkey_necessaria', 403) })
    await entrar(tag)
    await comTexto(tag, 'Falta uma chave de acesso')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('asks again who the person is when the answer did not come', async () => {
    let vezes = 0
    const { tag } = await abrir({
      'GET /gestao/posto': () => (vezes++ === 0 ? problema('erro_interno', 500) : json(posto)),
    })
    await entrar(tag)
    await achar(tag, '[role=alert]')
    botao(tag, 'Tentar de novo').click()
    await achar(tag, '.linha-da-fila')
  })

  for (const largura of [280, 360, 600, 900, 1200, 1600]) {
    it(`shows a queue in ${largura} px without a horizontal scroll, and axe finds nothing`, async () => {
      const { tag } = await abrirFila({}, '', largura)
      await comTexto(tag, '999+')
      const quadro = await achar(tag, '.quadro')
      expect(quadro.scrollWidth).to.be.at.most(quadro.clientWidth)
      expect(await violacoes(tag)).to.deep.equal([])
    })
  }

  it('says in words what colour and marks say: priority and its reason, days left, messages, secrecy, whom it is with', async () => {
    const { tag } = await abrirFila()
    expect(texto(linha(tag, 'p1')))
      .to.include('Prioridade: 80 anos ou mais')
      .and.include('venceu ontem')
      .and.include('você')
    expect(texto(linha(tag, 'p2')))
      .to.include('2 mensagens novas')
      .and.include('faltam 2 dias')
      .and.include('Devolver até')
    expect(texto(linha(tag, 'p3')))
      .to.include('A receber')
      .and.include('ninguém')
    expect(texto(linha(tag, 'p4')))
      .to.include('Restrito')
      .and.include('Pedido anônimo')
  })

  it('shows another queue by its link, keeps it in the address, and comes back with Back', async () => {
    const { tag, pedidos } = await abrirFila()
    botao(await achar(tag, '.filas'), 'Vencidos 3').click()
    await comTexto(await achar(tag, '.miolo-da-mesa'), 'Vencidos')
    expect(location.hash).to.equal('#gestao=fila&fila=vencidos')
    await waitUntil(() => pedidosDe(pedidos, '/gestao/fila').some((pedido) => filtroPedido(pedido).fila === 'vencidos'))
    history.back()
    await waitUntil(() => texto(tag.querySelector('.titulo')) === 'Minhas unidades')
  })

  it('shows the queues of one unidade, and counts only those', async () => {
    const { tag, pedidos } = await abrirFila()
    escrever(tag, '[name=unidade]', 'obras')
    await waitUntil(() => texto(tag.querySelector('.titulo')) === 'Minha unidade')
    await waitUntil(() => pedidosDe(pedidos, '/gestao/fila/contagens').some((pedido) => filtroPedido(pedido).unidade === 'obras'))
  })

  it('narrows by what the address says, in words that can each be taken off', async () => {
    const { tag, pedidos } = await abrirFila({}, '#gestao=fila&fila=minha&tipo=itbi&responsavel=ninguem&busca=joão')
    expect(filtroPedido(pedidosDe(pedidos, '/gestao/fila')[0] ?? expect.fail())).to.include({
      fila: 'minha',
      tipo: 'itbi',
      responsavel: 'ninguem',
      busca: 'joão',
    })
    const usados = await achar(tag, '.em-uso')
    expect(texto(usados)).to.include('Serviço: Emissão de ITBI').and.include('Responsável: Ninguém').and.include('“joão”')
    expect(await violacoes(tag)).to.deep.equal([])
    usados.querySelector<HTMLElement>('a')?.click()
    await waitUntil(() => !location.hash.includes('tipo='))
    expect(location.hash).to.include('fila=minha').and.include('responsavel=ninguem')
  })

  it('searches within the queue, and says how many it found', async () => {
    const { tag } = await abrirFila({}, '#gestao=fila&fila=semana')
    escrever(tag, '[name=busca]', 'itbi')
    tag.querySelector<HTMLFormElement>('form.filtros')?.requestSubmit()
    await waitUntil(() => location.hash === '#gestao=fila&fila=semana&busca=itbi')
    await waitUntil(() => texto(tag.querySelector('[role=status]')) === '4 processos na lista.')
  })

  it('says beside a filter what is wrong with it', async () => {
    const { tag } = await abrir(
      { 'GET /gestao/fila': () => problema('dados_invalidos', 422, { campos: [{ caminho: 'de', mensagem: 'Use uma data.' }] }) },
      '#gestao=fila&de=ontem',
    )
    await entrar(tag)
    await comTexto(tag, 'Use uma data.')
    expect(tag.querySelector('[name=de]')?.getAttribute('aria-invalid')).to.equal('true')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('has a kind word for each empty queue, and for filters that leave nothing', async () => {
    const { tag } = await abrir({ 'GET /gestao/fila': () => json({ protocolos: [], proximo: null }) }, '#gestao=fila&fila=vencidos')
    await entrar(tag)
    await comTexto(tag, 'Nada venceu. Bom trabalho.')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=busca]', 'nada')
    tag.querySelector<HTMLFormElement>('form.filtros')?.requestSubmit()
    await comTexto(tag, 'Nenhum processo com estes filtros.')
  })

  it('keeps the place of the rows while they come', async () => {
    const { tag } = await abrir({ 'GET /gestao/fila': nunca })
    await entrar(tag)
    await achar(tag, '.linhas-por-vir')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('offers to try again when the list did not come', async () => {
    let vezes = 0
    const { tag } = await abrir({ 'GET /gestao/fila': () => (vezes++ === 0 ? problema('erro_interno', 500) : json(pagina)) })
    await entrar(tag)
    await achar(tag, '.miolo-da-mesa [role=alert]')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Tentar de novo').click()
    await achar(tag, '.linha-da-fila')
  })

  it('brings more below what is there, and takes the focus to the first of them', async () => {
    const mais = { ...item, id: 'p9', numero: 'PMVS 2026/500999' }
    const { tag } = await abrirFila({
      'GET /gestao/fila': (pedido) =>
        json(filtroPedido(pedido).depois === 'daqui' ? { protocolos: [mais], proximo: null } : { protocolos: itens, proximo: 'daqui' }),
    })
    botao(tag, 'Carregar mais').click()
    await waitUntil(() => document.activeElement?.textContent === mais.numero)
    expect(tag.querySelectorAll('.linha-da-fila')).to.have.length(itens.length + 1)
    expect([...tag.querySelectorAll('button')].map(texto)).not.to.include('Carregar mais')
  })

  it('leads to a protocolo, and back to the queue as it was left', async () => {
    const { tag } = await abrirFila({ 'GET /gestao/protocolos/*': nunca }, '#gestao=fila&fila=semana&busca=itbi')
    linha(tag, 'p1')?.querySelector('a')?.click()
    await waitUntil(() => location.hash === '#gestao=processo&id=p1')
    await comTexto(tag, 'Voltar para a fila')
    botao(tag, 'Voltar para a fila').click()
    await waitUntil(() => location.hash === '#gestao=fila&fila=semana&busca=itbi')
    await achar(tag, '.linha-da-fila')
  })

  it('forgets everything when the person signs out', async () => {
    const { tag } = await abrirFila(rotas)
    botao(tag, 'Sair').click()
    await comTexto(tag, 'Você saiu da sua conta')
    expect(texto(tag)).not.to.include(item.numero)
  })
})
