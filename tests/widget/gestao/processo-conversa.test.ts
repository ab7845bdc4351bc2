import { expect, waitUntil } from '@open-wc/testing'
import type { VistaDaGestao } from '../../../server/contract/vistas.js'
import { devolverApi, json, problema, semConteudo } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirProcesso, arquivo, botao, comecar, comProcesso, comTexto, enviar, marcar, type Rotas, texto } from './processo-apoio.js'

const vista: VistaDaGestao = {
  id: 'v1',
  nome: 'Vizinha Exemplo',
  documento: '11144477735',
  email: null,
  dadaEm: '2026-11-20T12:00:00Z',
  ate: '2026-12-21T02:59:59Z',
  revogadaEm: null,
  estado: 'em_vigor',
  documentos: null,
  dadaPor: 'Gestora Exemplo',
  motivo: 'É parte interessada.',
  pedido: null,
  olhadas: 3,
}
const rotaDeVistas = '/gestao/protocolos/p1/vistas'
const por = (tag: HTMLElement, campo: string, valor: string) => escrever(tag, `.ato [name="${campo}"]`, valor)

describe('<protocolo-gestao>, messages and vistas of a processo', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('shows both sides with files and read marks, and marks what is seen as read', async () => {
    const { tag, pedidos } = await abrirProcesso({ 'POST /gestao/protocolos/p1/mensagens/lidas': () => json({ lidas: 1 }) }, 'mensagens')
    for (const dito of ['A guia fica pronta', 'foto.jpg', 'nova', 'Fica, com a matrícula', 'lida']) expect(texto(tag)).to.contain(dito)
    expect(await violacoes(tag)).to.deep.equal([])
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.endsWith('/lidas')))
    expect(pedidos.filter(({ caminho }) => caminho.endsWith('/lidas')).map(({ corpo }) => corpo)).to.deep.equal([{ ate: 'm2' }])
  })

  it('marks nothing as read for who may only look', async () => {
    const { tag, pedidos } = await abrirProcesso(comProcesso({ acoes: ['comprovante'] }), 'mensagens')
    await comTexto(tag, 'A guia fica pronta')
    expect(pedidos.some(({ caminho }) => caminho.endsWith('/lidas'))).to.equal(false)
    expect(tag.querySelector('[data-acao=escrever]')).to.equal(null)
  })

  it('sends a message, again with the same key after a failure, and with another for other words', async () => {
    let vezes = 0
    const { tag, pedidos } = await abrirProcesso(
      {
        'POST /gestao/protocolos/p1/mensagens/lidas': () => json({ lidas: 1 }),
        'POST /gestao/protocolos/p1/mensagens': () =>
          ++vezes < 3 ? problema('erro_interno', 500, { title: 'Algo deu errado' }) : json({}, 201),
      },
      'mensagens',
    )
    await comecar(tag, 'escrever')
    por(tag, 'texto', ' Bom dia. ')
    enviar(tag)
    await comTexto(tag, 'Algo deu errado')
    enviar(tag)
    await waitUntil(() => vezes === 2)
    await waitUntil(() => !tag.querySelector('.ato .girando'))
    por(tag, 'texto', 'Boa tarde.')
    enviar(tag)
    await waitUntil(() => !tag.querySelector('.ato'))
    const enviadas = pedidos.filter(({ metodo, caminho }) => metodo === 'POST' && caminho.endsWith('/mensagens'))
    expect(enviadas.map(({ corpo }) => corpo)).to.deep.equal([{ texto: 'Bom dia.' }, { texto: 'Bom dia.' }, { texto: 'Boa tarde.' }])
    const [uma, repetida, outra] = enviadas.map(({ cabecalhos }) => cabecalhos.get('Idempotency-Key'))
    expect(repetida).to.equal(uma)
    expect(outra).to.not.equal(uma)
  })

  it('lets somebody consult the whole processo or some files of it', async () => {
    const { tag, pedidos } = await abrirProcesso({ [`POST ${rotaDeVistas}`]: () => json(vista, 201) }, 'vistas')
    await comTexto(tag, 'Ninguém de fora pode consultar este processo.')
    await comecar(tag, 'conceder_vista')
    por(tag, 'para', 'vizinha')
    enviar(tag)
    await achar(tag, '.ato .erros')
    expect(await violacoes(tag)).to.deep.equal([])
    por(tag, 'para', 'vizinha@exemplo.br')
    marcar(tag, 'oque', 'alguns')
    const arquivos = await achar(tag, '.ato [id$=-ato-documentos]')
    arquivos.querySelector<HTMLInputElement>('input')?.click()
    por(tag, 'ate', '2099-12-31')
    por(tag, 'motivo', 'É parte interessada.')
    enviar(tag)
    await waitUntil(() => !tag.querySelector('.ato'))
    const enviado = pedidos.find(({ metodo, caminho }) => metodo === 'POST' && caminho === rotaDeVistas)?.corpo
    expect(enviado).to.deep.equal({
      para: { email: 'vizinha@exemplo.br' },
      documentos: [arquivo.id],
      ate: '2099-12-31',
      motivo: 'É parte interessada.',
    })
  })

  it('never offers a private file to be seen by others', async () => {
    const { tag } = await abrirProcesso({}, 'vistas')
    await comecar(tag, 'conceder_vista')
    marcar(tag, 'oque', 'alguns')
    const arquivos = await achar(tag, '.ato [id$=-ato-documentos]')
    expect(texto(arquivos)).to.contain('contrato.pdf')
    expect(texto(arquivos)).to.not.contain('parecer-interno.pdf')
  })

  it('revokes one after asking, and says so', async () => {
    let dadas = [vista]
    const rotas: Rotas = {
      [`GET ${rotaDeVistas}`]: () => json({ vistas: dadas }),
      [`DELETE ${rotaDeVistas}/v1`]: () => {
        dadas = [{ ...vista, estado: 'revogada' }]
        return semConteudo()
      },
    }
    const { tag } = await abrirProcesso(rotas, 'vistas')
    await comTexto(tag, 'Vizinha Exemplo')
    expect(texto(tag)).to.contain('consultou 3 vezes')
    botao(tag, 'Encerrar').click()
    await waitUntil(() => document.activeElement?.textContent?.trim() === 'Encerrar agora')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Encerrar agora').click()
    await waitUntil(() => tag.querySelector('.vista-da-mesa .selo')?.textContent === 'Encerrada')
  })
})
