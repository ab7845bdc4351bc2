import { expect, waitUntil } from '@open-wc/testing'
import type { TipoCompleto } from '../../../server/contract/tipo.js'
import type { ProtocoloNovo } from '../../../widget/elements/novo/protocolo-novo.js'
import { devolverApi, json, type Pedido, problema } from '../apoio/api.js'
import { escrever, limpar, violacoes } from '../apoio/pagina.js'
import {
  abrir,
  apertar,
  ateOPasso,
  campoDe,
  denuncia,
  enviarFormulario,
  marcar,
  preencher,
  preencherRequerente,
  quieto,
  type Rotas,
} from '../novo/apoio.js'

type Campos = TipoCompleto['campos']

const opcoes = [
  { valor: 'a', rotulo: 'Primeira', ajuda: 'A de cima.' },
  { valor: 'b', rotulo: 'Segunda' },
]
const muitas = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ valor: `o${n}`, rotulo: `Opção ${n}` }))

/** A form of these fields, under the title `Sobre o pedido`. */
async function formulario(campos: Campos, rotas: Rotas = {}): Promise<{ tag: ProtocoloNovo; pedidos: Pedido[] }> {
  const tipo = { ...denuncia, anonimo: false, campos }
  const cena = await abrir({ tipos: [tipo], rotas })
  await apertar(cena.tag, 'Começar')
  await ateOPasso(cena.tag, 'Sobre o pedido')
  return cena
}

/** The answers, as they go to the server. */
async function enviar({ tag, pedidos }: { tag: ProtocoloNovo; pedidos: Pedido[] }): Promise<unknown> {
  await enviarFormulario(tag)
  await ateOPasso(tag, 'Quem está pedindo')
  await preencherRequerente(tag)
  await ateOPasso(tag, 'Confira e envie')
  await enviarFormulario(tag)
  await waitUntil(() => pedidos.some(({ metodo }) => metodo === 'POST'))
  const corpo = pedidos.find(({ metodo }) => metodo === 'POST')?.corpo
  return typeof corpo === 'object' && corpo && 'respostas' in corpo ? corpo.respostas : undefined
}

async function recusa(tag: ProtocoloNovo): Promise<string[]> {
  await enviarFormulario(tag)
  return [...tag.querySelectorAll('.erros a')].map((a) => a.textContent ?? '')
}

describe('a field', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('of every kind has a label and help, and nothing for axe to find, right or wrong', async () => {
    const base = { obrigatorio: true, ajuda: 'Ajuda.' }
    const campos: Campos = [
      { ...base, codigo: 'texto', especie: 'texto', rotulo: 'Texto' },
      { ...base, codigo: 'longo', especie: 'texto-longo', rotulo: 'Longo' },
      { ...base, codigo: 'numero', especie: 'numero', rotulo: 'Número', unidade: 'm²' },
      { ...base, codigo: 'dinheiro', especie: 'dinheiro', rotulo: 'Dinheiro' },
      { ...base, codigo: 'data', especie: 'data', rotulo: 'Data' },
      { ...base, codigo: 'hora', especie: 'hora', rotulo: 'Hora' },
      { ...base, codigo: 'escolha', especie: 'escolha', rotulo: 'Escolha', opcoes },
      { ...base, codigo: 'lista', especie: 'escolha', rotulo: 'Lista', opcoes: muitas },
      { ...base, codigo: 'escolhas', especie: 'escolhas', rotulo: 'Escolhas', opcoes },
      { ...base, codigo: 'sim-nao', especie: 'sim-nao', rotulo: 'Sim ou não?' },
      { ...base, codigo: 'cpf', especie: 'cpf', rotulo: 'CPF' },
      { ...base, codigo: 'cnpj', especie: 'cnpj', rotulo: 'CNPJ' },
      { ...base, codigo: 'documento', especie: 'cpf-ou-cnpj', rotulo: 'CPF ou CNPJ' },
      { ...base, codigo: 'endereco', especie: 'endereco', rotulo: 'Endereço' },
      { ...base, codigo: 'telefone', especie: 'telefone', rotulo: 'Telefone' },
      { ...base, codigo: 'email', especie: 'email', rotulo: 'E-mail' },
      { ...base, codigo: 'codigo', especie: 'codigo', rotulo: 'Código', mascara: '99-A' },
      { ...base, codigo: 'protocolo', especie: 'protocolo', rotulo: 'Protocolo' },
      { ...base, codigo: 'lugar', especie: 'lugar', rotulo: 'Lugar' },
    ]
    const { tag } = await formulario(campos)
    expect(await violacoes(tag)).to.deep.equal([])
    const partesDoEndereco = ['Rua, avenida ou praça', 'Bairro', 'Cidade', 'Estado']
    expect((await recusa(tag)).length).to.equal(campos.length - 1 + partesDoEndereco.length)
    expect(await violacoes(tag)).to.deep.equal([])
    for (const ligacao of tag.querySelectorAll<HTMLAnchorElement>('.erros a')) {
      ligacao.click()
      expect(document.activeElement?.matches('input, select, textarea, button'), ligacao.textContent ?? '').to.equal(true)
    }
    for (const campo of tag.querySelectorAll('form :is(input, select, textarea)'))
      expect(campo.getAttribute('aria-invalid') ?? (campo.closest('.endereco, .pilha .pilha') ? 'true' : null), campo.id).to.equal('true')
  })

  it('of one line, many, number, money, date and time answers in the shape of the wire', async () => {
    const cena = await formulario([
      { codigo: 'texto', especie: 'texto', rotulo: 'Texto' },
      { codigo: 'longo', especie: 'texto-longo', rotulo: 'Longo' },
      { codigo: 'area', especie: 'numero', rotulo: 'Área', casas: 2, unidade: 'm²' },
      { codigo: 'valor', especie: 'dinheiro', rotulo: 'Valor' },
      { codigo: 'dia', especie: 'data', rotulo: 'Dia' },
      { codigo: 'hora', especie: 'hora', rotulo: 'Hora' },
      { codigo: 'vazio', especie: 'texto', rotulo: 'Vazio' },
    ])
    await preencher(cena.tag, 'Texto', ' Olá ')
    await preencher(cena.tag, 'Longo', 'uma\nduas')
    await preencher(cena.tag, 'Área', '1.234,5')
    expect((await preencher(cena.tag, 'Valor', '1234,5')).value).to.equal('R$ 1.234,50')
    await preencher(cena.tag, 'Dia', '2026-11-12')
    await preencher(cena.tag, 'Hora', '14:30')
    expect(await enviar(cena)).to.deep.equal({
      texto: 'Olá',
      longo: 'uma\nduas',
      area: 1234.5,
      valor: 123_450,
      dia: '2026-11-12',
      hora: '14:30',
    })
  })

  it('of one choice, several and yes or no answers with the options’ values', async () => {
    const cena = await formulario([
      { codigo: 'uma', especie: 'escolha', rotulo: 'Uma', opcoes },
      { codigo: 'lista', especie: 'escolha', rotulo: 'Lista', opcoes: muitas },
      {
        codigo: 'varias',
        especie: 'escolhas',
        rotulo: 'Várias',
        opcoes: opcoes.map((opcao) => ({ ...opcao, rotulo: `${opcao.rotulo} delas` })),
      },
      { codigo: 'sim', especie: 'sim-nao', rotulo: 'Sim?' },
    ])
    await marcar(cena.tag, 'Segunda')
    escrever(cena.tag, 'select', 'o8')
    await marcar(cena.tag, 'Segunda delas')
    await marcar(cena.tag, 'Primeira delas')
    await marcar(cena.tag, 'Não')
    expect(await enviar(cena)).to.deep.equal({ uma: 'b', lista: 'o8', varias: ['a', 'b'], sim: false })
  })

  it('of a document, phone, e-mail or code is written as people know it once left, and goes bare', async () => {
    const cena = await formulario([
      { codigo: 'cpf', especie: 'cpf', rotulo: 'CPF' },
      { codigo: 'cnpj', especie: 'cnpj', rotulo: 'CNPJ' },
      { codigo: 'telefone', especie: 'telefone', rotulo: 'Telefone' },
      { codigo: 'email', especie: 'email', rotulo: 'E-mail' },
      { codigo: 'codigo', especie: 'codigo', rotulo: 'Código', mascara: 'AA-99' },
      { codigo: 'processo', especie: 'protocolo', rotulo: 'Processo' },
    ])
    expect((await preencher(cena.tag, 'CPF', '11144477735')).value).to.equal('111.444.777-35')
    expect((await preencher(cena.tag, 'CNPJ', '12abc34501de35')).value).to.equal('12.ABC.345/01DE-35')
    expect((await preencher(cena.tag, 'Telefone', '19991234567')).value).to.equal('(19) 99123-4567')
    expect((await preencher(cena.tag, 'E-mail', 'a@b.br')).value).to.equal('a@b.br')
    expect((await preencher(cena.tag, 'Código', 'xy12')).value).to.equal('XY-12')
    await preencher(cena.tag, 'Processo', 'PMVS 2026/1')
    expect(await enviar(cena)).to.deep.equal({
      cpf: '11144477735',
      cnpj: '12ABC34501DE35',
      telefone: '+5519991234567',
      email: 'a@b.br',
      codigo: 'XY-12',
      processo: 'PMVS 2026/1',
    })
  })

  it('is left as typed while it is not right, and its error goes once it is', async () => {
    const { tag } = await formulario([{ codigo: 'x', especie: 'codigo', rotulo: 'Inscrição', mascara: '99.99', obrigatorio: true }])
    expect((await preencher(tag, 'Inscrição', '12 3')).value).to.equal('12 3')
    expect(tag.querySelector('.erro')).to.equal(null)
    expect(await recusa(tag)).to.deep.equal(['Inscrição: falta 1 número. São 4 ao todo.'])
    await preencher(tag, 'Inscrição', '12 345')
    expect(tag.querySelector('.campo .erro')?.textContent).to.equal('Há 1 número a mais. São 4 ao todo.')
    await preencher(tag, 'Inscrição', '12 34')
    expect(tag.querySelectorAll('.erro, .erros').length).to.equal(0)
  })

  it('keeps its caret: nothing is rewritten while the person types', async () => {
    const { tag } = await formulario([{ codigo: 'x', especie: 'dinheiro', rotulo: 'Valor' }])
    const campo = campoDe(tag, 'Valor')
    escrever(tag, `#${campo.id}`, '1234')
    campo.setSelectionRange(2, 2)
    await quieto(tag)
    expect([campo.value, campo.selectionStart]).to.deep.equal(['1234', 2])
  })

  it('of long text shows what remains, and says so past the limit instead of cutting', async () => {
    const { tag } = await formulario([{ codigo: 'x', especie: 'texto-longo', rotulo: 'Relato', maximo: 10 }])
    const campo = await preencher(tag, 'Relato', '123456789')
    expect(tag.textContent).to.contain('Resta 1 caractere')
    await preencher(tag, 'Relato', '123456789012')
    expect(tag.textContent).to.contain('Passaram 2 caracteres do limite')
    expect(campo.value.length).to.equal(12)
    expect(tag.querySelector('[role=status]')?.textContent).not.to.contain('Passaram')
    await waitUntil(() => tag.querySelector('[role=status]')?.textContent?.includes('Passaram'), 'never announced', { timeout: 2000 })
  })

  it('tells the keyboard and the browser what it is for', async () => {
    const { tag } = await formulario([
      { codigo: 'cpf', especie: 'cpf', rotulo: 'CPF' },
      { codigo: 'telefone', especie: 'telefone', rotulo: 'Telefone' },
      { codigo: 'email', especie: 'email', rotulo: 'E-mail' },
      { codigo: 'valor', especie: 'dinheiro', rotulo: 'Valor' },
      { codigo: 'dia', especie: 'data', rotulo: 'Dia', maximo: 'hoje' },
    ])
    const como = (rotulo: string) => [campoDe(tag, rotulo).inputMode, campoDe(tag, rotulo).autocomplete, campoDe(tag, rotulo).type]
    expect(como('CPF')).to.deep.equal(['numeric', 'off', 'text'])
    expect(como('Telefone')).to.deep.equal(['tel', 'tel', 'tel'])
    expect(como('E-mail')).to.deep.equal(['email', 'email', 'email'])
    expect(como('Valor')).to.deep.equal(['decimal', 'off', 'text'])
    expect(campoDe(tag, 'Dia').max).to.match(/^\d{4}-\d\d-\d\d$/)
  })

  it('shows what a person typed as text, whatever it is', async () => {
    const cena = await formulario([{ codigo: 'x', especie: 'texto', rotulo: 'Pergunta' }])
    await preencher(cena.tag, 'Pergunta', '<img src=x onerror=alert(1)>')
    await enviar(cena)
    expect(cena.tag.querySelectorAll('img').length).to.equal(0)
  })
})

/** What an address of which nothing is written lacks. */
const enderecoVazio = [
  'Rua, avenida ou praça: escreva a rua ou avenida.',
  'Bairro: escreva o bairro.',
  'Cidade: escreva a cidade.',
  'Estado: escolha o estado.',
]

describe('an address', () => {
  const campos: Campos = [{ codigo: 'onde', especie: 'endereco', rotulo: 'Onde?', obrigatorio: true }]
  const achado = { cep: '13900000', logradouro: 'Rua das Acácias', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP', ibge: '9999999' }

  afterEach(() => {
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('is filled by its CEP, once, and what the person wrote stays', async () => {
    const cena = await formulario(campos, { 'GET /cep/13900000': () => json(achado) })
    await preencher(cena.tag, 'Bairro', 'Meu bairro')
    await preencher(cena.tag, 'CEP', '13900000')
    await waitUntil(() => campoDe(cena.tag, 'Rua').value === 'Rua das Acácias')
    expect(campoDe(cena.tag, 'CEP').value).to.equal('13900-000')
    expect(campoDe(cena.tag, 'Bairro').value).to.equal('Meu bairro')
    expect(cena.pedidos.filter(({ caminho }) => caminho.startsWith('/cep')).length).to.equal(1)
    await waitUntil(() => cena.tag.querySelector('[role=status]')?.textContent?.includes('Endereço preenchido'))
    await preencher(cena.tag, 'Número', '10')
    expect(await enviar(cena)).to.deep.equal({ onde: { ...achado, bairro: 'Meu bairro', numero: '10' } })
  })

  it('is typed where the CEP is not found, with a kind word', async () => {
    const cena = await formulario(campos, { 'GET /cep/13900999': () => problema('nao_encontrado', 404) })
    await preencher(cena.tag, 'CEP', '13900-999')
    await waitUntil(() => cena.tag.textContent?.includes('Tudo bem: escreva o endereço abaixo.'))
    await preencher(cena.tag, 'Rua', 'Rua Nova')
    await preencher(cena.tag, 'Bairro', 'Centro')
    await preencher(cena.tag, 'Cidade', 'Vila Serena')
    escrever(cena.tag, 'select', 'SP')
    await marcar(cena.tag, 'Sem número')
    expect(await enviar(cena)).to.deep.equal({
      onde: { cep: '13900999', logradouro: 'Rua Nova', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP' },
    })
  })

  it('says which part is missing, at that part', async () => {
    const { tag } = await formulario(campos)
    await preencher(tag, 'Rua', 'Rua Nova')
    expect(await recusa(tag)).to.deep.equal(['Bairro: escreva o bairro.', 'Cidade: escreva a cidade.', 'Estado: escolha o estado.'])
    tag.querySelector<HTMLElement>('.erros a')?.click()
    expect(document.activeElement).to.equal(campoDe(tag, 'Bairro'))
  })

  it('left empty is missed at each input to fill', async () => {
    const { tag } = await formulario([{ codigo: 'onde', especie: 'endereco', rotulo: 'Endereço', obrigatorio: true }])
    expect(await recusa(tag)).to.deep.equal(enderecoVazio)
    tag.querySelector<HTMLElement>('.erros a')?.click()
    expect(document.activeElement).to.equal(campoDe(tag, 'Rua'))
    expect(campoDe(tag, 'Rua').getAttribute('aria-invalid')).to.equal('true')
    await preencher(tag, 'Rua', 'Rua Nova')
    expect(campoDe(tag, 'Rua').getAttribute('aria-invalid')).to.equal(null)
    expect(campoDe(tag, 'Bairro').getAttribute('aria-invalid')).to.equal('true')
  })

  it('says in the list of states what to do with it', async () => {
    const { tag } = await formulario(campos)
    const estado = campoDe(tag, 'Estado')
    expect(estado.querySelector('option')?.label).to.equal('Escolha')
  })
})

describe('a place', () => {
  const campos: Campos = [{ codigo: 'onde', especie: 'lugar', rotulo: 'Onde é?', obrigatorio: true }]
  const descritor = Object.getOwnPropertyDescriptor(Navigator.prototype, 'geolocation')

  function fingirPosicao(getCurrentPosition: (achou: (onde: unknown) => void, falhou: (erro: unknown) => void) => void): void {
    Object.defineProperty(Navigator.prototype, 'geolocation', { configurable: true, value: { getCurrentPosition } })
  }

  afterEach(() => {
    if (descritor) Object.defineProperty(Navigator.prototype, 'geolocation', descritor)
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('may be where the device is, asked for only when the person says so, with its precision', async () => {
    let pedidas = 0
    fingirPosicao((achou) => {
      pedidas += 1
      achou({ coords: { latitude: -22.7, longitude: -46.7, accuracy: 12.4 } })
    })
    const cena = await formulario(campos)
    await marcar(cena.tag, 'Usar onde estou')
    expect(pedidas).to.equal(0)
    expect(cena.tag.textContent).to.contain('O navegador vai pedir a sua permissão.')
    await apertar(cena.tag, 'Usar minha posição')
    await quieto(cena.tag)
    expect(cena.tag.textContent).to.contain('precisão de cerca de 12 m')
    expect(await violacoes(cena.tag)).to.deep.equal([])
    await preencher(cena.tag, 'Ponto de referência', 'Em frente à padaria')
    expect(await enviar(cena)).to.deep.equal({
      onde: { posicao: { latitude: -22.7, longitude: -46.7, precisao: 12 }, referencia: 'Em frente à padaria' },
    })
  })

  it('left empty is missed at what the way chosen asks for; with no way chosen, at the ways', async () => {
    const { tag } = await formulario(campos)
    const focar = () => tag.querySelector<HTMLElement>('.erros a')?.click()
    expect((await recusa(tag)).join()).to.contain('scolha uma opção.')
    focar()
    expect(document.activeElement).to.equal(campoDe(tag, 'Escrever o endereço'))
    await marcar(tag, 'Escrever o endereço')
    await preencher(tag, 'Ponto de referência', 'Em frente à padaria')
    expect(await recusa(tag)).to.deep.equal(enderecoVazio)
    focar()
    expect(document.activeElement).to.equal(campoDe(tag, 'Rua'))
    await marcar(tag, 'Usar onde estou')
    expect((await recusa(tag)).join()).to.contain('se o botão “Usar minha posição”')
  })

  it('can be written when the device does not tell, and each way is kept while the other is tried', async () => {
    fingirPosicao((_, falhou) => falhou({ code: 1, PERMISSION_DENIED: 1 }))
    const { tag } = await formulario(campos)
    await marcar(tag, 'Escrever o endereço')
    await preencher(tag, 'Rua', 'Rua Nova')
    await marcar(tag, 'Usar onde estou')
    await apertar(tag, 'Usar minha posição')
    await quieto(tag)
    expect(tag.textContent).to.contain('O navegador não deu permissão.')
    await marcar(tag, 'Escrever o endereço')
    expect(campoDe(tag, 'Rua').value).to.equal('Rua Nova')
  })
})
