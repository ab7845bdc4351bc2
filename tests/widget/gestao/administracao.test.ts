import { expect, waitUntil } from '@open-wc/testing'
import type { ResultadoDaImportacao } from '../../../server/contract/administracao.js'
import type { ArquivoDeEntidade } from '../../../server/contract/entidade.js'
import { devolverApi, json, problema, semConteudo } from '../apoio/api.js'
import { escolherArquivo } from '../apoio/arquivo.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirFila, botao, comTexto, posto, type Rotas, texto } from './apoio.js'

type Tipo = ArquivoDeEntidade['tipos'][number]

const tipo: Tipo = {
  codigo: 'poda',
  nome: 'Poda de árvore',
  descricao: 'Peça a poda de uma árvore na rua.',
  grupo: 'Ruas',
  orgao: 'PMVS',
  unidade: 'obras',
  prazo: { dias: 20, contagem: 'uteis' },
  campos: [
    {
      codigo: 'risco',
      especie: 'escolha',
      rotulo: 'Há risco de queda?',
      obrigatorio: true,
      opcoes: [
        { valor: 'sim', rotulo: 'Sim, agora' },
        { valor: 'nao', rotulo: 'Não' },
      ],
    },
    { codigo: 'detalhe', especie: 'texto-longo', rotulo: 'Conte o que viu', quando: { campo: 'risco', em: ['sim'] } },
  ],
  documentos: [{ codigo: 'foto', nome: 'Foto da árvore', formatos: ['jpg'] }],
}

const arquivo: ArquivoDeEntidade = {
  codigo: 'vila-serena',
  nome: 'Prefeitura de Vila Serena',
  municipio: { nome: 'Vila Serena', uf: 'SP', ibge: '9999999' },
  fuso: 'America/Sao_Paulo',
  contato: {},
  encarregado: { nome: 'Encarregada Exemplo', email: 'dados@vilaserena.example' },
  avisoDePrivacidade: { versao: '1', texto: 'Aviso.' },
  origens: [],
  paginas: {},
  calendario: { feriados: [{ dia: '08-16', nome: 'Aniversário da cidade' }] },
  modelos: [{ codigo: 'guia', nome: 'Guia pronta', texto: 'A guia de {numero} está pronta.' }],
  orgaos: [
    {
      sigla: 'PMVS',
      nome: 'Prefeitura Municipal',
      numeracao: { mascara: '{sigla} {ano}/{sequencia}' },
      unidades: [{ codigo: 'obras', nome: 'Obras e Vias Públicas', email: 'obras@vilaserena.example' }],
    },
  ],
  tipos: [tipo],
}

const semMudanca: ResultadoDaImportacao = { simulado: true, versao: 7, linhas: [], avisos: [], problemas: [] }
const mudanca = (...linhas: string[]): ResultadoDaImportacao => ({ ...semMudanca, linhas })
const chave = {
  id: 'k1',
  nome: 'Painel da prefeitura',
  prefixo: 'protocolo_Qx7Lp2',
  escopos: ['indicadores'],
  criadaEm: '2026-11-21T12:00:00.000Z',
  usadaEm: null,
  revogadaEm: null,
}
const queda = { id: 'q1', de: '2026-11-20T21:00:00.000Z', ate: '2026-11-21T02:30:00.000Z', motivo: 'Queda de energia.', protocolos: 14 }

const base = '/gestao/administracao'
const rotas: Rotas = {
  'GET /gestao/posto': () => json({ ...posto, lotacoes: posto.lotacoes.map((lotacao) => ({ ...lotacao, papel: 'administrador' })) }),
  [`GET ${base}/arquivo`]: () => json(arquivo, 200, { ETag: '"7"' }),
  [`PUT ${base}/arquivo`]: () => json(mudanca('~ tipo poda: nome')),
  [`GET ${base}/tipos`]: () =>
    json({ tipos: [{ codigo: 'poda', nome: tipo.nome, grupo: 'Ruas', unidade: 'obras', versao: 3, fechado: true }] }),
  [`GET ${base}/tipos/poda`]: () => json({ versao: 3, tipo }, 200, { ETag: '"3"' }),
  [`PUT ${base}/tipos/poda`]: () => json({ ...mudanca('~ tipo poda: nome'), simulado: false }),
  [`GET ${base}/lotacoes`]: () =>
    json({ lotacoes: [{ nome: 'Gestora Exemplo', documento: '20030040094', unidade: 'obras', papel: 'gestor' }] }),
  [`PUT ${base}/lotacoes`]: ({ cabecalhos }) =>
    cabecalhos.get('Protocolo-Confirmacao') ? json({ nome: 'Pessoa Nova' }) : problema('confirmacao_necessaria', 403),
  [`DELETE ${base}/lotacoes`]: () => json({ nome: 'Gestora Exemplo' }),
  [`PUT ${base}/calendario`]: () => json(semMudanca),
  [`PUT ${base}/unidades/obras`]: () => json(semMudanca),
  [`GET ${base}/chaves`]: () => json({ chaves: [chave, { ...chave, id: 'k2', nome: 'Antiga', revogadaEm: chave.criadaEm }] }),
  [`POST ${base}/chaves`]: () => json({ ...chave, chave: 'protocolo_segredo' }, 201),
  [`DELETE ${base}/chaves/k1`]: () => semConteudo(),
  [`GET ${base}/indisponibilidades`]: () => json({ indisponibilidades: [queda] }),
  'POST /v1/sessoes/confirmacoes': () => json({ confirmacao: 'c0nf', expiraEm: '2026-11-21T12:05:00Z' }, 201),
}

async function na(parte: string, extras: Rotas = {}, largura = 1200) {
  const cena = await abrirFila({ ...rotas, ...extras }, '', largura)
  botao(cena.tag, 'Administração').click()
  await waitUntil(() => texto(cena.tag.querySelector('.titulo')) === 'Administração', 'no administration')
  if (parte !== 'Serviços') botao(cena.tag, parte).click()
  await waitUntil(() => texto(cena.tag.querySelector('.miolo-da-administracao .subtitulo')).startsWith(parte), `no ${parte}`)
  return cena
}

async function noServico(extras: Rotas = {}, largura = 1200) {
  const cena = await na('Serviços', extras, largura)
  botao(cena.tag, 'Poda de árvore').click()
  await achar(cena.tag, '.construtor')
  return cena
}

const campo = (tag: HTMLElement, fim: string) => `#${tag.querySelector(`[id$="${fim}"]`)?.id}`
const daPrevia = (tag: HTMLElement) => texto(tag.querySelector('.previa'))
const enviar = (tag: HTMLElement) => tag.querySelector('form')?.requestSubmit()
const rotulado = (tag: HTMLElement, nome: string) => {
  const achado = tag.querySelector<HTMLElement>(`[aria-label="${nome}"]`)
  if (!achado) throw new Error(`no ${nome}`)
  return achado
}

describe('<protocolo-gestao>, administration', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  for (const parte of ['Serviços', 'Pessoas', 'Unidades', 'Calendário', 'Modelos de despacho', 'Chaves de API', 'Fora do ar', 'Arquivo']) {
    for (const largura of [1200, 360]) {
      it(`has ${parte} for everybody, at ${largura} px`, async () => {
        const { tag } = await na(parte, {}, largura)
        expect(await violacoes(tag)).to.deep.equal([])
        expect(tag.scrollWidth).to.be.at.most(largura)
      })
    }
  }

  it('is offered to who administers, and to nobody else', async () => {
    const { tag } = await abrirFila()
    expect(texto(tag.querySelector('.topo-da-mesa'))).to.not.contain('Administração')
  })

  it('says that it could not be asked, and asks again', async () => {
    let fora = true
    const { tag } = await abrirFila({
      ...rotas,
      [`GET ${base}/chaves`]: () => (fora ? problema('erro_interno', 500) : json({ chaves: [] })),
    })
    botao(tag, 'Administração').click()
    await achar(tag, '.parte')
    botao(tag, 'Chaves de API').click()
    await achar(tag, '.aviso-erro')
    fora = false
    botao(tag, 'Tentar de novo').click()
    await comTexto(tag, 'Criar chave')
  })
})

describe('<protocolo-gestao>, the builder of a form', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('shows beside it what people will see, conditions and all', async () => {
    const { tag } = await noServico()
    expect(daPrevia(tag)).to.contain('Há risco de queda?')
    expect(daPrevia(tag)).to.not.contain('Conte o que viu')
    tag.querySelector<HTMLInputElement>('.previa input[value=sim]')?.click()
    await waitUntil(() => daPrevia(tag).includes('Conte o que viu'), 'the condition does not hold')
    rotulado(tag, 'Mudar Conte o que viu').click()
    await achar(tag, '[id$="detalhe-rotulo"]')
    escrever(tag, campo(tag, 'detalhe-rotulo'), 'Descreva a árvore')
    await waitUntil(() => daPrevia(tag).includes('Descreva a árvore'), 'the preview is old')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('fits in 360 px with a question open', async () => {
    const { tag } = await noServico({}, 360)
    rotulado(tag, 'Mudar Há risco de queda?').click()
    await achar(tag, '[id$="risco-opcoes"]')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(tag.scrollWidth).to.be.at.most(360)
  })

  it('moves a question by its buttons, keeps the focus on them and says where it is now', async () => {
    const { tag } = await noServico()
    rotulado(tag, 'Subir Conte o que viu').click()
    await comTexto(tag, 'Conte o que viu agora é o item 1 de 2.')
    const nomes = () => [...tag.querySelectorAll('.item b')].map(({ textContent }) => textContent?.trim().split(' ')[0])
    expect(nomes()).to.deep.equal(['Conte', 'Há', 'Foto'])
    await waitUntil(() => document.activeElement?.getAttribute('aria-label') === 'Descer Conte o que viu', 'the focus went away')
  })

  it('shows what will change before it is written, upon the version that was read', async () => {
    const { tag, pedidos } = await noServico()
    escrever(tag, campo(tag, 'tipo-nome'), 'Poda ou remoção')
    enviar(tag)
    await comTexto(tag, '~ tipo poda: nome')
    expect(texto(tag.querySelector('.conferencia'))).to.contain('Os processos já abertos continuam com o formulário de antes.')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`)).to.deep.equal([])
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Serviço gravado: Poda ou remoção.')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`)
    expect(gravado?.cabecalhos.get('If-Match')).to.equal('"3"')
    expect(gravado?.corpo).to.deep.equal({ ...tipo, nome: 'Poda ou remoção' })
  })

  it('tells what would be refused beside its field, and opens the question that it is of', async () => {
    const problemas = [
      { caminho: 'tipos[poda].campos[detalhe].rotulo', mensagem: 'escreva ao menos um caractere' },
      { caminho: 'tipos[poda].campos[detalhe].quando.campo', mensagem: 'não há esta pergunta antes' },
    ]
    const { tag } = await noServico({ [`PUT ${base}/arquivo`]: () => json({ ...semMudanca, problemas }) })
    enviar(tag)
    await achar(tag, '.erros')
    expect(texto(tag.querySelector('[id$="detalhe-rotulo-erro"]'))).to.equal('escreva ao menos um caractere')
    expect(texto(tag.querySelector('[id$="detalhe-quando-erro"]'))).to.equal('não há esta pergunta antes')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('asks in words of its own for what a new one needs', async () => {
    const problemas = ['nome', 'grupo', 'orgao', 'unidade'].map((parte) => ({
      caminho: `tipos[servico].${parte}`,
      mensagem: 'use ao menos um caractere',
    }))
    const { tag } = await na('Serviços', { [`PUT ${base}/arquivo`]: () => json({ ...semMudanca, problemas }) })
    botao(tag, 'Novo serviço').click()
    await achar(tag, '.construtor')
    escrever(tag, campo(tag, 'tipo-nome'), 'x')
    escrever(tag, campo(tag, 'tipo-nome'), '')
    enviar(tag)
    await achar(tag, '.erros')
    expect([...tag.querySelectorAll('.erros a')].map(({ textContent }) => textContent)).to.deep.equal([
      'Escreva o nome do serviço.',
      'Escreva o grupo em que ele aparece.',
      'Escolha a unidade que recebe.',
    ])
  })

  it('loses nothing when somebody else changed the tipo first', async () => {
    let versao = 3
    const { tag, pedidos } = await noServico({
      [`GET ${base}/tipos/poda`]: () => json({ versao, tipo }, 200),
      [`PUT ${base}/tipos/poda`]: ({ cabecalhos }) =>
        cabecalhos.get('If-Match') === '"4"' ? json(semMudanca) : problema('arquivo_mudou', 412),
    })
    escrever(tag, campo(tag, 'tipo-nome'), 'Poda ou remoção')
    enviar(tag)
    await comTexto(tag, '~ tipo poda: nome')
    versao = 4
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Outra pessoa mudou este serviço')
    expect(tag.querySelector<HTMLInputElement>(campo(tag, 'tipo-nome'))?.value).to.equal('Poda ou remoção')
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Serviço gravado')
    expect(pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`).length).to.equal(2)
  })

  it('closes a tipo with the reason that people will read', async () => {
    const { tag, pedidos } = await noServico()
    botao(tag, 'Fechar o serviço').click()
    await achar(tag, '[id$="fechadoPorque"]')
    botao(tag, 'Fechar o serviço').click()
    await comTexto(tag, 'Conte em uma frase por que o serviço fecha.')
    escrever(tag, campo(tag, 'fechadoPorque'), 'Agora é no site do Estado.')
    botao(tag, 'Fechar o serviço').click()
    await achar(tag, '.conferencia')
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Serviço gravado')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`)
    expect(gravado?.corpo).to.deep.equal({ ...tipo, fechado: true, fechadoPorque: 'Agora é no site do Estado.' })
  })
})

describe('<protocolo-gestao>, what else is administered', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('gives a person a papel once who gives it shows again who they are', async () => {
    const { tag, pedidos } = await na('Pessoas')
    enviar(tag)
    await achar(tag, '.erros')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, campo(tag, 'pessoa-documento'), '111.444.777-35')
    escrever(tag, campo(tag, 'pessoa-unidade'), 'obras')
    escrever(tag, campo(tag, 'pessoa-papel'), 'atendente')
    enviar(tag)
    await achar(tag, 'dialog[open]')
    escrever(tag, 'dialog input[type=password]', 'passeio de bonde azul')
    tag.querySelector<HTMLFormElement>('dialog form')?.requestSubmit()
    await comTexto(tag, 'Pessoa Nova agora trabalha aqui.')
    const dados = pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/lotacoes`)
    expect(dados.map(({ corpo }) => corpo).at(-1)).to.deep.equal({ documento: '111.444.777-35', unidade: 'obras', papel: 'atendente' })
  })

  it('takes a person away only when that is confirmed', async () => {
    const { tag, pedidos } = await na('Pessoas')
    rotulado(tag, 'Tirar Gestora Exemplo de Obras e Vias Públicas').click()
    await achar(tag, '.tirando')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(pedidos.filter(({ metodo, caminho }) => metodo === 'DELETE' && caminho === `${base}/lotacoes`)).to.deep.equal([])
    tag.querySelector<HTMLElement>('.tirando .botao')?.click()
    await comTexto(tag, 'Gestora Exemplo saiu da unidade.')
  })

  it('shows a new key once', async () => {
    const { tag } = await na('Chaves de API')
    escrever(tag, campo(tag, 'chave-nome'), 'Painel')
    tag.querySelector<HTMLInputElement>('[id$="escopos-indicadores"]')?.click()
    enviar(tag)
    await comTexto(tag, 'protocolo_segredo')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Já guardei').click()
    await waitUntil(() => !texto(tag).includes('protocolo_segredo'), 'still there')
  })

  it('writes a holiday of every year, and shows a modelo with an example', async () => {
    const { tag, pedidos } = await na('Calendário')
    escrever(tag, campo(tag, 'calendario-dia'), '2026-09-01')
    escrever(tag, campo(tag, 'calendario-nome'), 'Padroeiro')
    tag.querySelector<HTMLInputElement>('[id$="calendario-todo-ano"]')?.click()
    enviar(tag)
    await comTexto(tag, 'Feriado incluído: Padroeiro.')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/calendario`)
    expect(gravado?.corpo).to.deep.equal({
      feriados: [
        { dia: '08-16', nome: 'Aniversário da cidade' },
        { dia: '09-01', nome: 'Padroeiro' },
      ],
    })
    botao(tag, 'Modelos de despacho').click()
    await comTexto(tag, 'Guia pronta')
    rotulado(tag, 'Mudar Guia pronta').click()
    await comTexto(tag, 'A guia de PMVS 2026/500114 está pronta.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('puts a file in the place of the one there is after showing what that changes', async () => {
    const { tag, pedidos } = await na('Arquivo')
    escolherArquivo(tag, new File(['isto não é'], 'a.json', { type: 'application/json' }))
    await comTexto(tag, 'não é um JSON')
    escolherArquivo(tag, new File([JSON.stringify(arquivo)], 'a.json', { type: 'application/json' }))
    await comTexto(tag, '~ tipo poda: nome')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Trocar pelo arquivo').click()
    await comTexto(tag, 'Arquivo trocado.')
    const feitos = pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho.startsWith(`${base}/arquivo`))
    expect(feitos.map(({ caminho }) => caminho)).to.deep.equal([`${base}/arquivo?simular=1`, `${base}/arquivo`])
    expect(feitos[1]?.cabecalhos.get('If-Match')).to.equal('"7"')
  })
})
