import { expect, waitUntil } from '@open-wc/testing'
import type { PedidoDeAbertura } from '../../../server/contract/protocolos.js'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import {
  abrir,
  anexoRecebido,
  apertar,
  arquivo,
  ateOFormulario,
  ateOPasso,
  botao,
  campoDe,
  comprovante,
  denuncia,
  enviarFormulario,
  escolherArquivos,
  itbi,
  marcar,
  preencher,
  preencherFormulario,
  preencherRequerente,
  qr,
  quieto,
  tituloDe,
} from './apoio.js'
import { devolverEnvios, fingirEnvios } from './xhr.js'

/** The focus is in the tag, on the heading of the step. */
async function focoNoTitulo(tag: HTMLElement): Promise<void> {
  await waitUntil(() => document.activeElement === tag.querySelector('.titulo'), 'the heading has no focus')
}

describe('<protocolo-novo>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverEnvios()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('walks from the list to the receipt, with nothing for axe to find at any step', async () => {
    const subidas = fingirEnvios()
    const { tag, pedidos } = await abrir()
    const eventos: string[] = []
    for (const nome of ['protocolo-iniciado', 'protocolo-passo', 'protocolo-aberto'] as const)
      tag.addEventListener(nome, (evento) => eventos.push(`${nome} ${JSON.stringify(evento.detail)}`))
    const limpo = async () => expect(await violacoes(tag)).to.deep.equal([])

    expect(tituloDe(tag)).to.equal('O que você precisa?')
    expect(document.activeElement).to.equal(document.body)
    await limpo()

    await apertar(tag, 'Emissão de ITBI')
    await ateOPasso(tag, 'Emissão de ITBI')
    expect(tag.textContent).to.contain('10 dias').and.contain('Tributos Imobiliários').and.contain('Contrato')
    await focoNoTitulo(tag)
    await limpo()

    await apertar(tag, 'Começar')
    await ateOPasso(tag, 'Sobre o pedido')
    expect(tag.textContent).to.contain('Passo 2 de 5\u00a0· Emissão de ITBI')
    await focoNoTitulo(tag)
    await limpo()

    await enviarFormulario(tag)
    await waitUntil(() => document.activeElement?.matches('.erros'), 'the summary has no focus')
    expect([...tag.querySelectorAll('.erros a')].map((a) => a.textContent)).to.deep.equal([
      'Inscrição: preencha este campo.',
      'É financiado? Escolha uma opção.',
    ])
    await limpo()
    tag.querySelector<HTMLElement>('.erros a')?.click()
    expect(document.activeElement).to.equal(campoDe(tag, 'Inscrição'))
    expect(campoDe(tag, 'Inscrição').getAttribute('aria-invalid')).to.equal('true')

    expect((await preencher(tag, 'Inscrição', '1234')).value).to.equal('12.34')
    await marcar(tag, 'Sim')
    expect(tag.querySelectorAll('.erros').length).to.equal(0)
    await preencher(tag, 'Valor financiado', '180000')
    expect(campoDe(tag, 'Valor financiado').value).to.equal('R$ 180.000,00')
    await enviarFormulario(tag)

    await ateOPasso(tag, 'Quem está pedindo')
    await limpo()
    await preencherRequerente(tag)

    await ateOPasso(tag, 'Documentos')
    await limpo()
    await enviarFormulario(tag)
    expect(tag.querySelector('.erros')?.textContent).to.contain('Contrato: envie este documento.')
    await limpo()
    escolherArquivos(await achar<HTMLInputElement>(tag, '[id$="anexos-contrato-escolher"]'), arquivo('contrato.pdf'))
    await waitUntil(() => subidas.length === 1)
    subidas[0]?.progredir(0.5)
    await quieto(tag)
    expect(tag.querySelector('progress')?.value).to.equal(50)
    await limpo()
    subidas[0]?.responder(anexoRecebido('contrato.pdf'))
    await waitUntil(() => tag.textContent?.includes('recebido'))
    expect(tag.querySelectorAll('.erros').length).to.equal(0)
    await enviarFormulario(tag)

    await ateOPasso(tag, 'Confira e envie')
    expect(tag.textContent).to.contain('R$ 180.000,00').and.contain('111.444.777-35').and.contain('contrato.pdf')
    await limpo()
    await enviarFormulario(tag)

    const numero = await achar(tag, '.grande')
    expect(numero.textContent).to.equal('PMVS\u00a02026/500114')
    expect(tag.textContent).to.contain('K7QF-2M9T-XB4H').and.contain('12 de dezembro').and.contain('h•••@exemplo.br')
    expect([...tag.querySelectorAll('a')].at(-1)?.href).to.equal(comprovante.consulta)
    await waitUntil(() => tag.querySelector('.qr path')?.getAttribute('d') === qr.caminho)
    await limpo()

    const envio = pedidos.find(({ metodo }) => metodo === 'POST')
    expect(envio?.corpo).to.deep.equal({
      tipo: 'itbi',
      versao: 3,
      respostas: { inscricao: '12.34', financiado: true, valor: 18_000_000 },
      requerente: { nome: 'Pessoa Exemplo', documento: '111.444.777-35', email: 'h@exemplo.br' },
      anexos: [{ id: anexoRecebido('').id, sha256: 'a'.repeat(64), documento: 'contrato' }],
      ciencia: '1',
    } satisfies PedidoDeAbertura)
    expect(envio?.cabecalhos.get('Idempotency-Key')).to.match(/^[0-9a-f]{32}$/)
    expect(envio?.cabecalhos.get('Protocolo-Prova')).to.be.a('string')

    expect(eventos.filter((evento) => evento.startsWith('protocolo-passo')).length).to.equal(5)
    expect(eventos.join(' ')).to.contain('protocolo-iniciado').and.contain('"passo":"revisao","numero":5,"total":5')
    expect(eventos.join(' ')).not.to.match(/Pessoa|500114|K7QF|111/)
    expect(localStorage.length).to.equal(0)
  })

  it('finds a tipo by its words, without accents, and says when there is none', async () => {
    const tipos = [itbi, denuncia, ...[1, 2, 3, 4].map((n) => ({ ...denuncia, codigo: `t${n}`, nome: `Assunto ${n}` }))]
    const { tag } = await abrir({ tipos })
    escrever(tag, '[type=search]', 'transmissao')
    await quieto(tag)
    expect([...tag.querySelectorAll('.cartaozinho b')].map((b) => b.textContent)).to.deep.equal(['Emissão de ITBI'])
    escrever(tag, '[type=search]', 'zzz')
    await quieto(tag)
    expect(tag.textContent).to.contain('Não encontramos esse assunto.')
    await apertar(tag, 'Ver a lista completa')
    await quieto(tag)
    expect(tag.querySelectorAll('.cartaozinho').length).to.equal(6)
    await waitUntil(() => document.activeElement?.matches('[type=search]'), 'the focus fell off')
  })

  it('lists the tipos of one orgao when the page says which, and goes straight to the only one', async () => {
    const { tag } = await abrir({ atributos: 'orgao="CAMARA"' })
    await ateOPasso(tag, 'Denúncia')
    expect(tag.textContent).to.contain('Você não precisa enviar documentos.')
  })

  it('starts at the tipo that the page names, and the list is one step away', async () => {
    const { tag } = await abrir({ atributos: 'tipo="itbi"' })
    expect(tituloDe(tag)).to.equal('Emissão de ITBI')
    await apertar(tag, 'Escolher outro assunto')
    await ateOPasso(tag, 'O que você precisa?')
  })

  it('tells why the tipo that the page names is closed, over the list', async () => {
    const fechado = () => problema('tipo_fechado', 409, { detail: 'Volta em janeiro.' })
    const { tag } = await abrir({ atributos: 'tipo="itbi"', rotas: { 'GET /tipos/itbi': fechado } })
    expect(tituloDe(tag)).to.equal('O que você precisa?')
    expect(tag.textContent).to.contain('Volta em janeiro.')
  })

  it('asks nothing of who prefers not to say who they are, where that is allowed', async () => {
    const { tag, pedidos } = await abrir({ atributos: 'tipo="denuncia"' })
    await apertar(tag, 'Começar')
    await ateOPasso(tag, 'Sobre o pedido')
    expect(tag.textContent).to.contain('Passo 2 de 4')
    await preencher(tag, 'Relato', 'Aconteceu.')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Quem está pedindo')
    await enviarFormulario(tag)
    expect(tag.querySelector('.erros')?.textContent).to.contain('Você quer se identificar?')
    await marcar(tag, 'Não, prefiro')
    expect(tag.querySelectorAll('[autocomplete=name]').length).to.equal(0)
    await marcar(tag, 'Li como os dados do pedido')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await achar(tag, '.grande')
    const envio = pedidos.find(({ metodo }) => metodo === 'POST')
    expect(envio?.corpo).to.include({ tipo: 'denuncia' }).and.have.deep.property('requerente', { anonimo: true })
  })

  it('asks for the matrícula, and only for a company, where the entidade and the tipo want so', async () => {
    const matricula = { rotulo: 'Matrícula', mascara: '99999999-9', digito: 'modulo11' as const, obrigatoria: true }
    const tipo = { ...denuncia, anonimo: false, quemPode: 'pessoa-juridica' as const, campos: [] }
    const { tag } = await abrir({ tipos: [tipo], cartao: { matricula } })
    await apertar(tag, 'Começar')
    await ateOPasso(tag, 'Quem está pedindo')
    expect(campoDe(tag, 'Nome da empresa').autocomplete).to.equal('organization')
    expect(campoDe(tag, 'CNPJ').id).to.contain('requerente-documento')
    await enviarFormulario(tag)
    expect(tag.querySelector('.erros')?.textContent).to.contain('Matrícula').and.contain('CNPJ')
  })

  it('goes from the review to one field and back, changing only that, with who can help below', async () => {
    const { tag } = await abrir({ tipos: [{ ...itbi, documentos: [] }] })
    await apertar(tag, 'Começar')
    await ateOPasso(tag, 'Sobre o pedido')
    expect(tag.querySelector('form + .contato')?.textContent).to.contain('Dúvidas?').and.contain('(19) 3555-0100')
    await preencherFormulario(tag)
    await preencherRequerente(tag)
    await ateOPasso(tag, 'Confira e envie')
    expect(tag.querySelector('form + .contato')?.textContent).to.contain('(19) 3555-0100')
    tag.querySelector<HTMLElement>('[aria-label="Alterar: E-mail"]')?.click()
    await ateOPasso(tag, 'Quem está pedindo')
    await waitUntil(() => document.activeElement === campoDe(tag, 'E-mail'), 'the field has no focus')
    await preencher(tag, 'E-mail', 'outro@exemplo.br')
    expect(botao(tag, 'Voltar à revisão').type).to.equal('submit')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    expect(tag.textContent).to.contain('outro@exemplo.br').and.contain('Pessoa Exemplo')
  })

  it('keeps the files and answers while the person walks between the steps', async () => {
    const subidas = fingirEnvios()
    const { tag } = await abrir()
    await ateOFormulario(tag)
    await preencherFormulario(tag)
    await preencherRequerente(tag)
    await ateOPasso(tag, 'Documentos')
    escolherArquivos(await achar<HTMLInputElement>(tag, '[type=file]'), arquivo('c.pdf'), arquivo('f.jpg', 'image/jpeg'))
    await waitUntil(() => subidas.length === 2)
    await apertar(tag, 'Voltar')
    await ateOPasso(tag, 'Quem está pedindo')
    expect(campoDe(tag, 'Nome completo').value).to.equal('Pessoa Exemplo')
    subidas[0]?.responder(anexoRecebido('c.pdf'))
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Documentos')
    expect(tag.textContent).to.contain('c.pdf').and.contain('f.jpg')
    await enviarFormulario(tag)
    expect(tag.querySelector('.erros')?.textContent).to.contain('Espere os arquivos')
    tag.querySelector<HTMLElement>('[aria-label="Cancelar o envio de f.jpg"]')?.click()
    expect(subidas[1]?.abortado).to.equal(true)
    await waitUntil(() => document.activeElement?.id.endsWith('anexos-foto'), 'the focus fell off')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
  })

  it('offers the receipt to copy and to download, and another filing', async () => {
    const { tag, pedidos } = await abrir({
      tipos: [{ ...itbi, documentos: [], campos: [] }],
      rotas: { 'POST /consulta/comprovante': () => json({}) },
    })
    await apertar(tag, 'Começar')
    await ateOPasso(tag, 'Quem está pedindo')
    await preencherRequerente(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await achar(tag, '.grande')
    await apertar(tag, 'Baixar PDF')
    await waitUntil(() => pedidos.some(({ caminho }) => caminho === '/consulta/comprovante'))
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ numero: 'PMVS 2026/500114', codigo: 'K7QF-2M9T-XB4H' })
    await apertar(tag, 'Abrir outro pedido')
    await ateOPasso(tag, 'Emissão de ITBI')
    expect(tag.textContent).not.to.contain('K7QF')
  })
})
