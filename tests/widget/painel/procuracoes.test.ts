import { expect, waitUntil } from '@open-wc/testing'
import type { MinhasProcuracoes, Procuracao } from '../../../server/contract/procuracoes.js'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { Serie } from '../apoio/serie.js'
import { abrirDentro, anuncio, botao, comTexto, linha, pagina, protocolo, type Rotas, resumo, texto } from './apoio.js'

const eu = { documento: '11144477735', nome: 'Pessoa Exemplo da Silva' }
const empresa = { documento: '12ABC34501DE35', nome: 'Empresa Exemplo Comércio Ltda' }
const aceita: Procuracao = {
  id: 'r1',
  outorgante: empresa,
  procurador: eu,
  poderes: ['acompanhar', 'abrir'],
  de: '2026-11-21',
  ate: '2027-11-21',
  temArquivo: false,
  estado: 'aceita',
  emVigor: true,
  pedidaEm: '2026-11-21T12:00:00Z',
  decididaEm: '2026-11-21T13:00:00Z',
  revogadaEm: null,
  revogadaPor: null,
  motivo: null,
  acoes: ['revogar'],
}
const comprido = 'Associação dos Moradores e Comerciantes do Loteamento Jardim das Palmeiras Imperiais do Interior Paulista'
const pedida: Procuracao = {
  ...aceita,
  id: 'r2',
  outorgante: eu,
  procurador: { documento: '52998224725', nome: comprido },
  estado: 'pedida',
  emVigor: false,
  decididaEm: null,
  temArquivo: true,
  acoes: ['aceitar', 'recusar'],
}
const velha: Procuracao = { ...aceita, id: 'r3', estado: 'vencida', emVigor: false, acoes: [] }
const tela = '#painel=procuracoes'
const com = (lista: Partial<MinhasProcuracoes>): Rotas => ({
  'GET /meus/procuracoes': () => json({ porQuemAjo: [], quemAgePorMim: [], ...lista }),
})
const item = (tag: HTMLElement, nome: string) =>
  [...tag.querySelectorAll<HTMLElement>('.procuracao')].find(({ textContent }) => textContent?.includes(nome))
const agirPor = (tag: HTMLElement) => achar(tag, `[aria-label="Agir por esta pessoa: ${empresa.nome}"]`)

describe('<protocolo-painel>, procurações', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('says of both directions what would be there, while there is nothing', async () => {
    const { tag } = await abrirDentro(com({}), tela)
    await comTexto(tag, 'Ninguém age por você')
    await comTexto(tag, 'Você não age por ninguém')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('shows who acts and for whom, with powers and term, and keeps what ended apart', async () => {
    const { tag } = await abrirDentro(com({ porQuemAjo: [aceita, velha], quemAgePorMim: [pedida] }), tela)
    await comTexto(tag, 'De 21/11/2026 a 21/11/2027')
    expect(texto(tag)).to.contain('CNPJ 12.ABC.345/01DE-35')
    expect(texto(tag)).to.contain('Fazer pedidos novos')
    expect(texto(item(tag, comprido) as HTMLElement)).to.contain('Espera a sua resposta')
    expect(tag.querySelector('details summary')?.textContent).to.equal('Ver 1 que terminou')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('asks before it accepts, says what came of it, and puts the focus on the heading', async () => {
    let lista = [pedida]
    const { tag } = await abrirDentro(
      {
        'GET /meus/procuracoes': () => json({ porQuemAjo: [], quemAgePorMim: lista }),
        'POST /meus/procuracoes/r2/aceite': () => {
          lista = [{ ...pedida, estado: 'aceita', emVigor: true, acoes: ['revogar'] }]
          return json(lista[0])
        },
      },
      tela,
    )
    await comTexto(tag, comprido)
    botao(tag, 'Aceitar').click()
    await comTexto(tag, `${comprido} vai poder agir em seu nome`)
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Sim, aceitar').click()
    await waitUntil(() => anuncio(tag) === 'Procuração aceita.')
    await comTexto(tag, 'Em vigor')
    expect(document.activeElement?.textContent).to.equal('Procurações')
  })

  it('keeps what was typed when the request is refused, beside the field', async () => {
    const campos = [{ caminho: 'ate', mensagem: 'Escolha um prazo de até cinco anos.' }]
    const { tag, pedidos } = await abrirDentro(
      { ...com({}), 'POST /meus/procuracoes': () => problema('campos_invalidos', 422, { campos }) },
      tela,
    )
    await comTexto(tag, 'Você não age por ninguém')
    botao(tag, 'Pedir uma procuração').click()
    const formulario = await achar<HTMLFormElement>(tag, 'form')
    formulario.requestSubmit()
    await waitUntil(() => tag.querySelectorAll('[aria-invalid=true]').length === 3)
    expect(document.activeElement?.className).to.contain('erros')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=documento]', '12.ABC.345/01DE-35')
    escrever(tag, '[name=nome]', empresa.nome)
    escrever(tag, '[name=ate]', '2040-01-01')
    formulario.requestSubmit()
    await comTexto(tag, 'Escolha um prazo de até cinco anos.')
    const enviado = pedidos.find(({ metodo, caminho }) => metodo === 'POST' && caminho === '/meus/procuracoes')
    expect(enviado?.corpo).to.deep.equal({
      documento: '12.ABC.345/01DE-35',
      nome: empresa.nome,
      poderes: ['acompanhar'],
      ate: '2040-01-01',
    })
    expect(tag.querySelector<HTMLInputElement>('[name=nome]')?.value).to.equal(empresa.nome)
  })

  it('acts for another: says so above everything, asks in their name, and goes back', async () => {
    const { tag, pedidos } = await abrirDentro(com({ porQuemAjo: [aceita] }), tela)
    ;(await agirPor(tag)).click()
    await waitUntil(() => tag.querySelector('.agindo')?.textContent?.includes(empresa.nome))
    expect(anuncio(tag)).to.equal(`Agora você age por ${empresa.nome}.`)
    const doOutro = pedidos.filter(({ cabecalhos }) => cabecalhos.get('Protocolo-Procuracao') === 'r1').map(({ caminho }) => caminho)
    expect(doOutro).to.include.members(['/meus/resumo', '/meus/protocolos?limite=5'])
    const menu = [...tag.querySelectorAll('.aba')].map(({ textContent }) => textContent?.trim().split(' ')[0])
    expect(menu).not.to.include('Liberados')
    expect(await violacoes(tag)).to.deep.equal([])
    pedidos.length = 0
    botao(tag, 'Voltar a ser você').click()
    await waitUntil(() => !tag.querySelector('.agindo'))
    await waitUntil(() => pedidos.some(({ caminho }) => caminho === '/meus/resumo'))
    expect(pedidos.every(({ cabecalhos }) => !cabecalhos.has('Protocolo-Procuracao'))).to.equal(true)
  })

  it('that ended has the person act for themselves again, and says so', async () => {
    let vale = true
    const recusa = () => problema('procuracao_invalida', 403)
    const { tag } = await abrirDentro(
      {
        ...com({ porQuemAjo: [aceita] }),
        'GET /meus/resumo': ({ cabecalhos }) => (vale || !cabecalhos.has('Protocolo-Procuracao') ? json(resumo) : recusa()),
        'GET /meus/protocolos': ({ cabecalhos }) => (vale || !cabecalhos.has('Protocolo-Procuracao') ? json(pagina) : recusa()),
      },
      tela,
    )
    ;(await agirPor(tag)).click()
    await waitUntil(() => tag.querySelector('.agindo'))
    vale = false
    location.hash = '#painel=processos'
    await comTexto(tag, `A procuração de ${empresa.nome} não vale mais`)
    expect(tag.querySelector('.agindo')).to.equal(null)
  })

  it('hears of the other’s changes while it acts, and of its own again after', async () => {
    const serie = new Serie()
    const { tag } = await abrirDentro({ ...com({ porQuemAjo: [aceita] }), 'GET /meus/eventos': serie.rota() }, tela)
    const deQuem = () => serie.pedidos.at(-1)?.cabecalhos.get('Protocolo-Procuracao')
    await waitUntil(() => serie.aberta)
    expect(deQuem()).to.equal(null)
    ;(await agirPor(tag)).click()
    await waitUntil(() => serie.aberta && deQuem() === 'r1')
    await waitUntil(() => tag.querySelector('.processos a'))
    serie.dizer('mudou', 8, { protocolo: 'p1', situacao: 'encerrado', versao: 4 })
    await waitUntil(() => anuncio(tag) === `O processo ${linha.numero} mudou para Concluído.`, undefined, { timeout: 3000 })
    botao(tag, 'Voltar a ser você').click()
    await waitUntil(() => serie.aberta && deQuem() === null)
  })

  it('stops acting once the series is refused, with nothing clicked', async () => {
    const serie = new Serie()
    let vale = true
    const { tag } = await abrirDentro(
      {
        ...com({ porQuemAjo: [aceita] }),
        'GET /meus/eventos': (pedido) =>
          vale || !pedido.cabecalhos.has('Protocolo-Procuracao') ? serie.rota()(pedido) : problema('procuracao_invalida', 403),
      },
      tela,
    )
    ;(await agirPor(tag)).click()
    await waitUntil(() => serie.aberta && serie.pedidos.at(-1)?.cabecalhos.has('Protocolo-Procuracao'))
    vale = false
    serie.cair()
    await waitUntil(() => texto(tag).includes(`A procuração de ${empresa.nome} não vale mais`), undefined, { timeout: 4000 })
    expect(tag.querySelector('.agindo')).to.equal(null)
  })

  it('marks in the history what was done by procuração', async () => {
    const tramites = protocolo.tramites.map((um) => (um.especie === 'abertura' ? { ...um, porProcuracao: 'Contadora Exemplo' } : um))
    const { tag } = await abrirDentro(
      { 'GET /protocolos/p1': () => json({ ...protocolo, tramites }) },
      '#painel=processo&id=p1&aba=andamento',
    )
    await comTexto(tag, 'Por procuração: Contadora Exemplo')
    expect(await violacoes(tag)).to.deep.equal([])
  })
})

describe('<protocolo-painel>, who may see a process', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  const aba = '#painel=processo&id=p1&aba=acessos'
  const vista = {
    id: 'v1',
    nome: 'Vizinha Exemplo',
    documento: '•••.444.777-••',
    email: null,
    dadaEm: '2026-11-21T12:00:00Z',
    ate: '2026-12-05T03:00:00Z',
    revogadaEm: null,
    estado: 'em_vigor',
    documentos: null,
    olhadas: [
      { em: '2026-11-22T12:00:00Z', arquivo: 'contrato.pdf' },
      { em: '2026-11-22T11:00:00Z', arquivo: null },
    ],
    totalDeOlhadas: 2,
  }

  it('lists each with its looks, and says when there is nobody', async () => {
    const { tag } = await abrirDentro({ 'GET /meus/protocolos/p1/vistas': () => json({ vistas: [vista] }) }, aba)
    await comTexto(tag, 'Vizinha Exemplo')
    const resumoDasOlhadas = await achar(tag, 'details summary')
    expect(resumoDasOlhadas.textContent).to.equal('2 leituras')
    resumoDasOlhadas.click()
    expect(texto(tag)).to.contain('Baixou contrato.pdf')
    expect(texto(tag)).to.contain('Leu o processo')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says so while nobody else may', async () => {
    const { tag } = await abrirDentro({ 'GET /meus/protocolos/p1/vistas': () => json({ vistas: [] }) }, aba)
    await comTexto(tag, 'Só você e o órgão veem este processo')
    expect(await violacoes(tag)).to.deep.equal([])
  })
})
