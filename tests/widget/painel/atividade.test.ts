import { expect, waitUntil } from '@open-wc/testing'
import { cartao, devolverApi, json, nivel1, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirDentro, botao, comTexto, linha, pendencias, protocolo, resumo, texto, vistaAte } from './apoio.js'

const doMenu = (tag: HTMLElement) => [...tag.querySelectorAll<HTMLElement>('.topo-do-painel .aba')]
const atual = (tag: HTMLElement) => tag.querySelector('.topo-do-painel [aria-current]')?.textContent?.trim()

describe('<protocolo-painel>, what waits and what others let see', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('leads to every part from a menu that says how many things wait', async () => {
    const { tag } = await abrirDentro()
    await waitUntil(() => doMenu(tag).length === 5 && tag.querySelector('.marca'))
    expect(doMenu(tag).map((uma) => uma.textContent?.trim())).to.deep.equal([
      'Processos',
      'Pendências 7(7 esperam por você)',
      'Liberados',
      'Procurações',
      'Meus dados',
    ])
    expect(tag.querySelector('.marca')?.getAttribute('aria-hidden')).to.equal('true')
  })

  it('says nothing waits where nothing does', async () => {
    const { tag } = await abrirDentro({
      'GET /meus/resumo': () => json({ ...resumo, pendencias: 0 }),
      'GET /meus/pendencias': () => json({ pendencias: [], proximo: null }),
    })
    await comTexto(tag, 'Nada espera por você agora.')
    expect(tag.querySelector('.marca')).to.equal(null)
    botao(tag, 'Pendências').click()
    await comTexto(tag, 'Quando o setor precisar de algo seu, aparece aqui.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('shows what is asked in which process and until when, and leads there and back', async () => {
    const { tag } = await abrirDentro()
    await comTexto(tag, '7 pendências esperam por você.')
    botao(tag, '7 pendências esperam por você.').click()
    await comTexto(tag, 'Envie a matrícula.')
    await waitUntil(() => document.activeElement?.textContent === 'Minhas pendências')
    expect(location.hash).to.equal('#painel=pendencias')
    expect(texto(tag)).to.contain('Responder até 01/12/2026 (faltam 10 dias)')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'PMVS 2026/500114').click()
    await comTexto(tag, 'Falta a sua resposta')
    expect(atual(tag)).to.equal('Processos')
    history.back()
    await waitUntil(() => atual(tag)?.startsWith('Pendências'))
  })

  it('brings more of what waits, and the focus to the first of them', async () => {
    const [uma] = pendencias.pendencias
    const outra = { ...uma, protocolo: { ...uma?.protocolo, id: 'p2', numero: 'PMVS 2026/2' } }
    const { tag } = await abrirDentro(
      {
        'GET /meus/pendencias': ({ caminho }) =>
          json(caminho.includes('depois=c1') ? { pendencias: [outra], proximo: null } : { ...pendencias, proximo: 'c1' }),
      },
      '#painel=pendencias',
    )
    await comTexto(tag, 'Mostrar mais')
    botao(tag, 'Mostrar mais').click()
    await waitUntil(() => document.activeElement?.textContent === 'PMVS 2026/2')
    expect(texto(tag)).to.contain('PMVS 2026/500114').and.not.contain('Mostrar mais')
  })

  it('offers to try again what failed', async () => {
    let vezes = 0
    const { tag } = await abrirDentro(
      { 'GET /meus/pendencias': () => (++vezes === 1 ? problema('erro_interno', 500, { title: 'Erro' }) : json(pendencias)) },
      '#painel=pendencias',
    )
    await comTexto(tag, 'Tentar de novo')
    botao(tag, 'Tentar de novo').click()
    await comTexto(tag, 'Envie a matrícula.')
  })

  it('shows what others let the person read, until when, with nothing to do there', async () => {
    const { tag } = await abrirDentro({}, '#painel=liberados')
    await comTexto(tag, 'Você pode ler até 05/12/2026, 9h00')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'PMVS 2026/500114').click()
    await comTexto(tag, 'Este processo é de outra pessoa.')
    expect(atual(tag)).to.equal('Liberados')
    expect(texto(tag)).to.contain('O setor espera por quem pediu').and.not.contain('Falta a sua resposta')
    expect(tag.querySelectorAll('.quadro button:not(.quem button)')).to.have.length(0)
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Voltar para os liberados').click()
    await comTexto(tag, 'Cada leitura fica registrada.')
  })

  it('says when nothing is let seen, or no more', async () => {
    const { tag } = await abrirDentro(
      {
        'GET /meus/liberados': () => json({ protocolos: [], proximo: null }),
        'GET /protocolos/p9': () => problema('protocolo_nao_encontrado', 404, { detail: 'Este protocolo não está na sua conta.' }),
      },
      '#painel=liberados',
    )
    await comTexto(tag, 'Nenhum processo liberado para você')
    expect(await violacoes(tag)).to.deep.equal([])
    location.hash = '#painel=processo&id=p9'
    await comTexto(tag, 'Este protocolo não está na sua conta.')
  })

  it('holds in 280 px whatever the texts, in every theme', async () => {
    const longo = { ...linha, id: 'p7', tipo: 'Certidão '.repeat(20), unidade: 'Secretariamuitocompridasemespaços'.repeat(4), vistaAte }
    const [uma] = pendencias.pendencias
    const { tag } = await abrirDentro(
      {
        'GET /meus/liberados': () => json({ protocolos: [longo], proximo: null }),
        'GET /meus/pendencias': () => json({ pendencias: [{ ...uma, texto: 'Palavramuitocompridasemespaços'.repeat(9) }], proximo: null }),
        'GET /protocolos/p1': () =>
          json({
            ...protocolo,
            mensagens: protocolo.mensagens.map((um) => ({ ...um, texto: 'Palavramuitocompridasemespaços'.repeat(9) })),
          }),
      },
      '#painel=liberados',
    )
    for (const [hash, pronto] of [
      ['#painel=liberados', '.processos'],
      ['#painel=pendencias', '.pendencia'],
      ['#painel=processo&id=p1&aba=mensagens', '.conversa'],
    ] as const) {
      location.hash = hash
      await achar(tag, pronto)
      for (const tema of ['claro', 'escuro', 'govbr'] as const) {
        tag.tema = tema
        for (const largura of ['280px', '1200px']) {
          tag.style.inlineSize = largura
          await tag.updateComplete
          expect(tag.recipiente.scrollWidth, `${hash} ${tema} ${largura}`).to.be.at.most(tag.recipiente.clientWidth)
          expect(await violacoes(tag)).to.deep.equal([])
        }
      }
    }
  })
})

describe('<protocolo-painel>, any number', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  async function procurar(tag: HTMLElement, numero: string): Promise<void> {
    await achar(tag, '[name=protocolo]:not(slot)')
    escrever(tag, 'input[name=protocolo]', numero)
    tag.querySelector<HTMLFormElement>('form[role=search]')?.requestSubmit()
  }

  const erro = (tag: HTMLElement) => tag.querySelector('form[role=search] .erro')?.textContent

  it('asks for the number beside the field when it is empty', async () => {
    const { tag, pedidos } = await abrirDentro()
    await procurar(tag, '  ')
    await waitUntil(() => erro(tag) === 'Escreva o número.')
    await waitUntil(() => document.activeElement === tag.querySelector('input[name=protocolo][aria-invalid=true]'))
    expect(pedidos.some(({ caminho }) => caminho.startsWith('/meus/procura'))).to.equal(false)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says beside the field when there is none, or when the number is not whole, and keeps what was typed', async () => {
    let codigo = 'protocolo_nao_encontrado'
    const { tag } = await abrirDentro({ 'GET /meus/procura': () => problema(codigo, 404) })
    await procurar(tag, 'PMVS 2026/9')
    await waitUntil(() => erro(tag)?.startsWith('Não encontramos um processo com esse número.'))
    await waitUntil(() => document.activeElement === tag.querySelector('input[name=protocolo]'))
    expect(tag.querySelector<HTMLInputElement>('input[name=protocolo]')?.value).to.equal('PMVS 2026/9')
    for (codigo of ['numero_incompleto', 'numero_ambiguo']) {
      await procurar(tag, '114')
      await waitUntil(() => erro(tag) === 'Escreva o número inteiro, como PMVS 2026/500100.', codigo)
    }
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('opens what the person may open', async () => {
    const { tag, pedidos } = await abrirDentro({ 'GET /meus/procura': () => json({ id: 'p1', consulta: null }) })
    await procurar(tag, 'pmvs 2026 500114')
    await comTexto(tag, 'Falta a sua resposta')
    expect(location.hash).to.equal('#painel=processo&id=p1')
    expect(pedidos.some(({ caminho }) => caminho === '/meus/procura?numero=pmvs+2026+500114')).to.equal(true)
    history.back()
    await comTexto(tag, 'Olá, Pessoa')
  })

  it('shows in place what the number alone tells of another’s, announces it, and leads to where the code serves', async () => {
    const { tag } = await abrirDentro({
      'GET /meus/procura': () => json({ id: null, consulta: { ...nivel1, numero: 'PMVS 2026/500200' } }),
    })
    await procurar(tag, 'PMVS 2026/500200')
    const achado = await achar(tag, '.achado')
    expect(achado.textContent).to.contain('Em andamento').and.contain('Tributos Imobiliários')
    await waitUntil(() => tag.querySelector('[role=status]')?.textContent === 'Processo PMVS 2026/500200: Em andamento.')
    expect(achado.querySelector<HTMLAnchorElement>('a')?.href).to.equal(`${cartao.paginas.consulta}?protocolo=PMVS+2026%2F500200`)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('offers to try again when the server is away', async () => {
    let vezes = 0
    const { tag } = await abrirDentro({
      'GET /meus/procura': () => (++vezes === 1 ? problema('erro_interno', 500, { title: 'Erro' }) : json({ id: null, consulta: nivel1 })),
    })
    await procurar(tag, 'PMVS 2026/500114')
    await comTexto(tag, 'Tentar de novo')
    botao(tag, 'Tentar de novo').click()
    await achar(tag, '.achado')
  })
})

describe('<protocolo-painel>, a new access code', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('is made after a question, and shown once', async () => {
    const { tag } = await abrirDentro(
      {
        'GET /protocolos/p1': () => json({ ...protocolo, acoes: ['comprovante', 'trocar_codigo'] }),
        'POST /protocolos/p1/codigo': () => json({ codigoAcesso: '8WZR-4C6D-1NQE' }),
      },
      '#painel=processo&id=p1',
    )
    await comTexto(tag, 'Trocar código de acesso')
    botao(tag, 'Trocar código de acesso').click()
    await waitUntil(() => document.activeElement?.textContent?.trim() === 'Trocar código')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Cancelar').click()
    await waitUntil(() => document.activeElement?.textContent === 'Trocar código de acesso')
    botao(tag, 'Trocar código de acesso').click()
    await comTexto(tag, 'O código atual deixa de valer na hora')
    botao(tag, 'Trocar código').click()
    await comTexto(tag, '8WZR-4C6D-1NQE')
    await waitUntil(() => document.activeElement?.classList.contains('troca'))
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Voltar para os processos').click()
    await comTexto(tag, 'Meus processos')
    history.back()
    await comTexto(tag, 'Trocar código de acesso')
    expect(texto(tag)).to.not.contain('8WZR-4C6D-1NQE')
  })
})
