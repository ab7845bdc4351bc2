import { expect, waitUntil } from '@open-wc/testing'
import { cartao, devolverApi, json, novaEntidade, problema } from '../apoio/api.js'
import { achar, escrever, limpar, por, violacoes } from '../apoio/pagina.js'
import { aberta, abrir, abrirDentro, anuncio, botao, comTexto, conta, entrar, linha, pagina, protocolo, resumo, texto } from './apoio.js'

describe('<protocolo-painel>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('asks who is signed out to sign in, with fields that password managers and passkeys know', async () => {
    const { tag } = await abrir()
    expect((await achar<HTMLInputElement>(tag, '[name=login]')).autocomplete).to.equal('username webauthn')
    expect((await achar<HTMLInputElement>(tag, '[name=senhaAtual]')).autocomplete).to.equal('current-password')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('shows and hides the password', async () => {
    const { tag } = await abrir()
    const senha = await achar<HTMLInputElement>(tag, '[name=senhaAtual]')
    botao(tag, 'Mostrar').click()
    await waitUntil(() => senha.type === 'text')
    botao(tag, 'Ocultar').click()
    await waitUntil(() => senha.type === 'password')
  })

  it('says beside each field what is missing, and takes the focus to the summary', async () => {
    const { tag, pedidos } = await abrir()
    ;(await achar<HTMLFormElement>(tag, 'form')).requestSubmit()
    const erros = await achar(tag, '.erros')
    await waitUntil(() => document.activeElement === erros)
    expect(tag.querySelectorAll('[aria-invalid=true]')).to.have.length(2)
    expect(pedidos).to.have.length(1)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('keeps what was typed when the login is refused', async () => {
    const { tag } = await abrir({
      'POST /v1/sessoes': () => problema('entrada_recusada', 401, { title: 'Não foi possível entrar', detail: 'Confira.' }),
    })
    escrever(tag, '[name=login]', 'pessoa')
    escrever(tag, '[name=senhaAtual]', 'errada demais')
    ;(await achar<HTMLFormElement>(tag, 'form')).requestSubmit()
    await comTexto(tag, 'Não foi possível entrar')
    expect((await achar<HTMLInputElement>(tag, '[name=senhaAtual]')).value).to.equal('errada demais')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('greets who signed in, tells the page so without saying who, and shows counters that add up', async () => {
    const { tag } = await abrir()
    const eventos: unknown[] = []
    tag.addEventListener('protocolo-sessao', ({ detail }) => eventos.push(detail))
    await entrar(tag)
    await comTexto(tag, 'Olá, Pessoa')
    await waitUntil(() => document.activeElement?.classList.contains('titulo'))
    await achar(tag, '.contador')
    const [todos = 0, ...partes] = [...tag.querySelectorAll('.contador b')].map(({ textContent }) => Number(textContent))
    expect(partes.reduce((soma, parte) => soma + parte, 0)).to.equal(todos)
    expect(eventos).to.deep.equal([{ entidade: tag.entidade, aberta: true }])
    await achar(tag, '.processos .processo')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('remembers nothing that was typed after signing out, and says so', async () => {
    const { tag, pedidos } = await abrirDentro()
    await achar(tag, '.processos .processo')
    botao(tag, 'Sair').click()
    await comTexto(tag, 'Você saiu da sua conta')
    expect((await achar<HTMLInputElement>(tag, '[name=login]')).value).to.equal('')
    await waitUntil(() => pedidos.some(({ metodo, caminho }) => metodo === 'DELETE' && caminho.startsWith('/v1/sessoes/s1')))
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('shows the sign-in of one tag in another of the same entidade', async () => {
    const { tag, entidade } = await abrir()
    const outra = por(`<protocolo-painel entidade="${entidade}"></protocolo-painel>`).querySelector('protocolo-painel')
    if (!outra) throw new Error('no tag')
    await achar(outra, '[name=login]')
    await entrar(tag)
    await comTexto(outra, 'Olá, Pessoa')
  })

  it('narrows the list by a counter, in an address that Back undoes', async () => {
    const { tag, pedidos } = await abrirDentro()
    await achar(tag, '.contador')
    ;[...tag.querySelectorAll<HTMLElement>('.contador')].find(({ textContent }) => textContent?.includes('Pendentes'))?.click()
    await comTexto(tag, 'Meus processos')
    expect(location.hash).to.equal('#painel=processos&situacao=pendente')
    await waitUntil(() => pedidos.some(({ caminho }) => caminho === '/meus/protocolos?situacao=pendente&limite=20'))
    await achar(tag, '.contador[aria-current=page]')
    expect(await violacoes(tag)).to.deep.equal([])
    history.back()
    await comTexto(tag, 'Olá, Pessoa')
  })

  it('opens at the address that the page has', async () => {
    const { tag, pedidos } = await abrirDentro({}, '#painel=processos&situacao=encerrado&de=2026-11-01&busca=poda')
    await waitUntil(() =>
      pedidos.some(({ caminho }) => caminho === '/meus/protocolos?situacao=encerrado&de=2026-11-01&busca=poda&limite=20'),
    )
    await comTexto(tag, 'Filtros (1 em uso)')
    expect((await achar<HTMLInputElement>(tag, '[name=busca]')).value).to.equal('poda')
    escrever(tag, '[name=busca]', 'itbi')
    tag.querySelector<HTMLFormElement>('form')?.requestSubmit()
    await waitUntil(() => location.hash === '#painel=processos&situacao=encerrado&de=2026-11-01&busca=itbi')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('offers every situacao among the filters, with how many there are, and shows the one that is chosen among the counters', async () => {
    const { tag } = await abrirDentro({}, '#painel=processos')
    await achar(tag, '.contador')
    const opcoes = [...tag.querySelectorAll('[name=situacao] option')].map(({ textContent }) => textContent)
    expect(opcoes).to.deep.equal([
      'Qualquer',
      'Em andamento (20)',
      'Não analisados (7)',
      'Pendentes (7)',
      'Concluídos (5)',
      'Parados (0)',
      'Cancelados (0)',
    ])
    escrever(tag, '[name=situacao]', 'parado')
    tag.querySelector<HTMLFormElement>('form')?.requestSubmit()
    await waitUntil(() => tag.querySelector('.contador[aria-current]')?.textContent?.includes('Parados'))
    expect(location.hash).to.equal('#painel=processos&situacao=parado')
    history.back()
    await waitUntil(() => tag.querySelector('.contador[aria-current]')?.textContent?.includes('Todos'))
    expect((await achar<HTMLSelectElement>(tag, '[name=situacao]')).value).to.equal('')
  })

  it('says beside the field which filter is wrong', async () => {
    const campos = [{ caminho: 'ate', mensagem: 'O fim do período vem antes do começo.' }]
    const { tag } = await abrirDentro(
      { 'GET /meus/protocolos': () => problema('campos_invalidos', 422, { campos }) },
      '#painel=processos&de=2026-11-02&ate=2026-11-01',
    )
    await achar(tag, '[name=ate][aria-invalid=true]')
    expect(tag.querySelector('.campo .erro')?.textContent).to.equal('O fim do período vem antes do começo.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says how many there are once a filter was put on or taken off, and loses no focus with the link that took it off', async () => {
    const { tag } = await abrirDentro(
      { 'GET /meus/protocolos': ({ caminho }) => json(caminho.includes('poda') ? { protocolos: [], proximo: null } : pagina) },
      '#painel=processos',
    )
    await achar(tag, '.processos .processo')
    escrever(tag, '[name=busca]', 'poda')
    tag.querySelector<HTMLFormElement>('form')?.requestSubmit()
    await waitUntil(() => anuncio(tag) === 'Nenhum processo com estes filtros.')
    const tirar = botao(tag, 'Limpar filtros')
    tirar.focus()
    tirar.click()
    await waitUntil(() => anuncio(tag) === '1 processo na lista.')
    expect(document.activeElement).to.equal(tag.querySelector('.titulo'))
  })

  it('keeps the focus of who tries again, until it is put elsewhere', async () => {
    const { tag } = await abrirDentro({ 'GET /meus/resumo': () => problema('erro_interno', 500, { title: 'Erro' }) })
    await comTexto(tag, 'Tentar de novo')
    const tentar = botao(tag, 'Tentar de novo')
    tentar.focus()
    tentar.click()
    await waitUntil(() => document.activeElement === tag.querySelector('.titulo'))
  })

  it('tells of one in the singular', async () => {
    const porSituacao = { ...resumo.porSituacao, em_andamento: 0, nao_analisado: 1, pendente: 1, encerrado: 2 }
    const { tag } = await abrirDentro({ 'GET /meus/resumo': () => json({ ...resumo, total: 4, porSituacao }) })
    const grafico = await achar(tag, '[role=img]')
    expect(grafico.getAttribute('aria-label')).to.equal('4 processos: 1 não analisado, 1 pendente, 2 concluídos.')
    const nomes = [...tag.querySelectorAll('.contador span')].map(({ textContent }) => textContent)
    expect(nomes).to.deep.equal(['Todos', 'Em andamento', 'Não analisado', 'Pendente', 'Concluídos'])
  })

  it('says the chart in words', async () => {
    const { tag } = await abrirDentro()
    const grafico = await achar(tag, '[role=img]')
    expect(grafico.getAttribute('aria-label')).to.equal('39 processos: 20 em andamento, 7 não analisados, 7 pendentes, 5 concluídos.')
  })

  it('keeps every word of the counters whole, in rows that are full, whatever the width', async () => {
    const { tag } = await abrirDentro()
    await achar(tag, '.contador')
    for (const largura of [320, 480, 560, 600, 700, 1200]) {
      tag.style.inlineSize = `${largura}px`
      await tag.updateComplete
      const linhas = new Map<number, number>()
      for (const um of tag.querySelectorAll<HTMLElement>('.contador'))
        linhas.set(um.offsetTop, (linhas.get(um.offsetTop) ?? 0) + um.offsetWidth)
      const larguras = [...linhas.values()]
      const folga = Math.max(...larguras) - Math.min(...larguras)
      expect(folga, `${largura} px: ${larguras}`).to.be.below(40)
      for (const nome of tag.querySelectorAll<HTMLElement>('.contador span')) {
        const palavra = document.createElement('span')
        palavra.textContent = [...(nome.textContent ?? '').split(' ')].sort((uma, outra) => outra.length - uma.length)[0] ?? ''
        palavra.style.cssText = 'white-space: nowrap; position: absolute'
        nome.append(palavra)
        expect(palavra.offsetWidth, `${nome.textContent} in ${largura} px`).to.be.at.most(nome.offsetWidth + 1)
        palavra.remove()
      }
    }
  })

  it('brings the next page below the first, and the focus to its first row', async () => {
    const { tag } = await abrirDentro(
      {
        'GET /meus/protocolos': ({ caminho }) =>
          json(
            caminho.includes('depois=c1')
              ? { protocolos: [{ ...linha, id: 'p2', numero: 'PMVS 2026/2' }], proximo: null }
              : { ...pagina, proximo: 'c1' },
          ),
      },
      '#painel=processos',
    )
    await comTexto(tag, 'Mostrar mais')
    botao(tag, 'Mostrar mais').click()
    await comTexto(tag, 'PMVS 2026/2')
    expect(tag.querySelectorAll('.processos .processo')).to.have.length(2)
    await waitUntil(() => document.activeElement?.textContent === 'PMVS 2026/2')
    expect(texto(tag)).to.not.contain('Mostrar mais')
  })

  it('shows a process by its parts', async () => {
    const { tag } = await abrirDentro({}, '#painel=processo&id=p1')
    await comTexto(tag, 'Envie a matrícula.')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Andamento').click()
    await achar(tag, 'ol.andamento')
    expect(location.hash).to.equal('#painel=processo&id=p1&aba=andamento')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Documentos').click()
    await comTexto(tag, '01.02.003.0412')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says which part of a process was chosen, and leaves the focus on its tab', async () => {
    const { tag } = await abrirDentro({}, '#painel=processo&id=p1')
    await comTexto(tag, 'Falta a sua resposta')
    const aba = botao(tag, 'Andamento')
    aba.focus()
    aba.click()
    await achar(tag, '.andamento')
    await waitUntil(() => anuncio(tag) === 'Andamento', 'not said')
    expect(document.activeElement).to.equal(aba)
    expect(aba.getAttribute('aria-current')).to.equal('page')
  })

  it('has a heading while a process is on its way, and no other process under it', async () => {
    let chegar: (resposta: Response) => void = () => undefined
    const { tag } = await abrirDentro({ 'GET /protocolos/p2': () => new Promise((pronto) => (chegar = pronto)) }, '#painel=processo&id=p1')
    await comTexto(tag, 'Aberto em')
    location.hash = '#painel=processo&id=p2'
    await waitUntil(() => document.activeElement?.textContent === 'Processo')
    expect(texto(tag)).not.to.include('Aberto em')
    expect(await violacoes(tag)).to.deep.equal([])
    chegar(json({ ...protocolo, id: 'p2', numero: 'PMVS 2026/2' }))
    await waitUntil(() => document.activeElement?.textContent === 'PMVS 2026/2')
  })

  it('says when a process is not of this conta, and leads back', async () => {
    const { tag } = await abrirDentro(
      { 'GET /protocolos/p9': () => problema('protocolo_nao_encontrado', 404, { detail: 'Este protocolo não está na sua conta.' }) },
      '#painel=processo&id=p9',
    )
    await comTexto(tag, 'Este protocolo não está na sua conta.')
    botao(tag, 'Voltar para os processos').click()
    await comTexto(tag, 'Meus processos')
  })

  it('says when there is nothing yet, and where to begin', async () => {
    const vazio = {
      ...resumo,
      total: 0,
      porSituacao: { ...resumo.porSituacao, nao_analisado: 0, em_andamento: 0, pendente: 0, encerrado: 0 },
    }
    const { tag } = await abrirDentro({
      'GET /meus/resumo': () => json(vazio),
      'GET /meus/protocolos': () => json({ protocolos: [], proximo: null }),
    })
    await comTexto(tag, 'Você ainda não tem processos')
    expect(tag.querySelector<HTMLAnchorElement>('.vazio a')?.href).to.equal(cartao.paginas.novo)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('offers to try again what failed', async () => {
    let vezes = 0
    const { tag } = await abrirDentro({
      'GET /meus/resumo': () => (++vezes === 1 ? problema('erro_interno', 500, { title: 'Erro' }) : json(resumo)),
    })
    await comTexto(tag, 'Tentar de novo')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Tentar de novo').click()
    await achar(tag, '.contador')
  })

  it('offers to take in what was opened before there was a conta', async () => {
    let anteriores = 2
    const { tag } = await abrirDentro({
      'GET /meus/resumo': () => json({ ...resumo, anteriores }),
      'POST /meus/anteriores': () => {
        anteriores = 0
        return json({ total: 2 })
      },
    })
    await comTexto(tag, 'Achamos 2 pedidos')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Juntar à minha conta').click()
    await waitUntil(() => !texto(tag).includes('Achamos'))
    await waitUntil(() => anuncio(tag) === 'Pronto: os pedidos estão na sua conta.')
  })

  it('shows where the conta is open, and ends one', async () => {
    const { tag, pedidos } = await abrirDentro({}, '#painel=dados&parte=seguranca')
    await comTexto(tag, 'Safari no iPhone')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(botao(tag, 'Encerrar').ariaLabel).to.match(/^Encerrar o acesso de Safari no iPhone, usado em \d+\/\d+\/\d+, \d+h\d+$/)
    botao(tag, 'Encerrar').click()
    await waitUntil(() => pedidos.some(({ metodo, caminho }) => metodo === 'DELETE' && caminho.startsWith('/v1/sessoes/s2')))
    await waitUntil(() => document.activeElement?.textContent === 'Onde sua conta está aberta')
  })

  it('goes back to signing in when the session is over, and says so', async () => {
    let encerrada = false
    const { tag } = await abrirDentro({ 'GET /v1/conta': () => (encerrada ? problema('sessao_encerrada', 401) : json(conta)) })
    await achar(tag, '.contador')
    encerrada = true
    botao(tag, 'Meus dados').click()
    await comTexto(tag, 'Sua sessão terminou')
    await achar(tag, '[name=login]')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('holds in 280 px whatever the texts, in every theme', async () => {
    const longa = {
      ...linha,
      id: 'p1',
      tipo: 'Certidão '.repeat(20),
      unidade: 'Secretariamuitocompridasemespaços'.repeat(4),
      numero: '000000002.00003/2026',
    }
    const { tag } = await abrirDentro({
      'POST /v1/sessoes': () => json(aberta('Nomemuitocompridosemespaçonenhum'.repeat(3)), 201, { 'DPoP-Nonce': 'n1' }),
      'GET /meus/protocolos': () => json({ protocolos: [longa], proximo: null }),
    })
    await achar(tag, '.processos .processo')
    for (const tema of ['claro', 'escuro', 'govbr'] as const) {
      tag.tema = tema
      for (const largura of ['280px', '1200px']) {
        tag.style.inlineSize = largura
        await tag.updateComplete
        expect(tag.recipiente.scrollWidth, `${tema} ${largura}`).to.be.at.most(tag.recipiente.clientWidth)
        expect(await violacoes(tag)).to.deep.equal([])
      }
    }
  })

  it('says plainly that a page without https cannot sign in, before anything is typed', async () => {
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })
    try {
      const { tag } = await abrir({}, '', novaEntidade())
      await comTexto(tag, 'Esta página não é segura para entrar')
      expect(tag.querySelector('input')).to.equal(null)
      expect(await violacoes(tag)).to.deep.equal([])
    } finally {
      Reflect.deleteProperty(crypto, 'subtle')
    }
  })
})
