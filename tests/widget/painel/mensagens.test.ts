import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirDentro, botao, comTexto, liberado, protocolo, type Rotas, texto } from './apoio.js'

const aba = '#painel=processo&id=p1&aba=mensagens'
const enviada = {
  id: 'm3',
  de: 'cidadao',
  em: '2026-11-21T13:00:00Z',
  unidade: null,
  texto: 'Já pedi a matrícula.',
  anexos: [],
  lidaEm: null,
}
const envio = 'POST /protocolos/p1/mensagens'

/** The process as the server has it: what is sent is in it from then on. */
function servidor(): Rotas {
  let mensagens = protocolo.mensagens
  return {
    'GET /protocolos/p1': () => json({ ...protocolo, mensagens }),
    [envio]: () => {
      mensagens = [...protocolo.mensagens, { ...enviada, de: 'cidadao' }]
      return json(enviada, 201)
    },
  }
}

async function mandar(tag: HTMLElement, oque?: string): Promise<void> {
  await achar(tag, '[name=mensagem]')
  if (oque !== undefined) escrever(tag, '[name=mensagem]', oque)
  tag.querySelector<HTMLFormElement>('form')?.requestSubmit()
}

const campo = (tag: HTMLElement) => achar<HTMLTextAreaElement>(tag, '[name=mensagem]')

describe('<protocolo-painel>, messages of a process', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('shows who wrote what, oldest first', async () => {
    const { tag } = await abrirDentro({}, aba)
    await achar(tag, '.conversa')
    const falas = [...tag.querySelectorAll('.conversa > li')].map((um) => [
      um.querySelector('b')?.textContent,
      um.querySelector('.fala')?.textContent,
    ])
    expect(falas).to.deep.equal([
      ['Você', 'A guia fica pronta antes do dia 15?'],
      ['Tributos Imobiliários', 'Fica, com a matrícula atualizada.'],
    ])
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('starts anew where what the tab kept is not what was being written', async () => {
    sessionStorage.setItem('protocolo:mensagem:p1', '{')
    const { tag } = await abrirDentro({}, aba)
    expect((await campo(tag)).value).to.equal('')
  })

  it('sends one, says so, shows it, and empties the field', async () => {
    const { tag, pedidos } = await abrirDentro(servidor(), aba)
    await mandar(tag, ' Já pedi a matrícula. ')
    await waitUntil(() => tag.querySelectorAll('.conversa > li').length === 3)
    await waitUntil(() => tag.querySelector('[role=status]')?.textContent === 'Mensagem enviada.')
    expect((await campo(tag)).value).to.equal('')
    const [mensagem] = pedidos.filter(({ caminho }) => caminho === '/protocolos/p1/mensagens')
    expect(mensagem?.corpo).to.deep.equal({ texto: 'Já pedi a matrícula.' })
    expect(mensagem?.cabecalhos.get('Idempotency-Key')).to.match(/^[\x21-\x7e]{16,255}$/)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says nothing in another process of one that failed meanwhile', async () => {
    const falha = new EventTarget()
    const resposta = new Promise<Response>((pronta) =>
      falha.addEventListener('agora', () => pronta(problema('erro_interno', 500, { title: 'Algo deu errado' }))),
    )
    const { tag, pedidos } = await abrirDentro(
      { [envio]: () => resposta, 'GET /protocolos/p2': () => json({ ...protocolo, id: 'p2' }) },
      aba,
    )
    await mandar(tag, 'Bom dia.')
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.endsWith('/mensagens')))
    location.hash = '#painel=processo&id=p2&aba=mensagens'
    const escrito = () => tag.querySelector<HTMLTextAreaElement>('[name=mensagem]')?.value
    await waitUntil(() => escrito() === '')
    falha.dispatchEvent(new Event('agora'))
    await mandar(tag)
    await comTexto(tag, 'Escreva')
    expect(texto(tag)).to.not.contain('Algo deu errado')
    location.hash = aba
    await waitUntil(() => escrito() === 'Bom dia.', 'what was typed is lost')
  })

  it('keeps what was typed when sending fails, and sends it again with the same key; other words get another', async () => {
    const { tag, pedidos } = await abrirDentro({ [envio]: () => problema('erro_interno', 500, { title: 'Algo deu errado' }) }, aba)
    const chaves = () =>
      pedidos.filter(({ caminho }) => caminho.endsWith('/mensagens')).map(({ cabecalhos }) => cabecalhos.get('Idempotency-Key'))
    await mandar(tag, 'Bom dia.')
    await comTexto(tag, 'Algo deu errado')
    expect((await campo(tag)).value).to.equal('Bom dia.')
    expect(await violacoes(tag)).to.deep.equal([])
    await mandar(tag)
    await waitUntil(() => chaves().length === 2)
    await comTexto(tag, 'Algo deu errado')
    await mandar(tag, 'Boa tarde.')
    await waitUntil(() => chaves().length === 3)
    const [primeira, repetida, outra] = chaves()
    expect(repetida).to.equal(primeira)
    expect(outra).to.not.equal(primeira)
  })

  it('keeps what is being written over a reload, with its key, until the person signs out', async () => {
    const rotas = { [envio]: () => problema('erro_interno', 500, { title: 'Algo deu errado' }) }
    const antes = await abrirDentro(rotas, aba)
    await mandar(antes.tag, 'Bom dia.')
    await comTexto(antes.tag, 'Algo deu errado')
    limpar()
    const { tag, pedidos } = await abrirDentro(servidor(), aba)
    expect((await campo(tag)).value).to.equal('Bom dia.')
    await mandar(tag)
    await waitUntil(() => tag.querySelectorAll('.conversa > li').length === 3)
    const chaveDe = (lista: typeof pedidos) =>
      lista.find(({ caminho }) => caminho.endsWith('/mensagens'))?.cabecalhos.get('Idempotency-Key')
    expect(chaveDe(pedidos)).to.equal(chaveDe(antes.pedidos))

    escrever(tag, '[name=mensagem]', 'Segredo.')
    expect(Object.values(sessionStorage).join()).to.contain('Segredo.')
    botao(tag, 'Sair').click()
    await comTexto(tag, 'Você saiu da sua conta')
    expect(Object.values(sessionStorage).join()).to.not.contain('Segredo.')
  })

  it('says beside the field what is wrong, before it asks the server, and takes the focus there', async () => {
    const { tag, pedidos } = await abrirDentro({}, aba)
    await mandar(tag, ' ')
    await waitUntil(() => tag.querySelector('.erro')?.textContent === 'Escreva a mensagem.')
    await waitUntil(() => document.activeElement === tag.querySelector('[name=mensagem][aria-invalid=true]'))
    expect(await violacoes(tag)).to.deep.equal([])
    await mandar(tag, 'a'.repeat(2001))
    await waitUntil(() => tag.querySelector('.erro')?.textContent === 'Passou 1 caractere do limite')
    expect((await campo(tag)).value).to.have.length(2001)
    await mandar(tag, 'a'.repeat(2002))
    await waitUntil(() => tag.querySelector('.erro')?.textContent === 'Passaram 2 caracteres do limite')
    expect(pedidos.some(({ caminho }) => caminho.endsWith('/mensagens'))).to.equal(false)
  })

  it('counts what is left, aloud when it is little', async () => {
    const { tag } = await abrirDentro({}, aba)
    await campo(tag)
    escrever(tag, '[name=mensagem]', '😀'.repeat(1920))
    await comTexto(tag, 'Restam 80 caracteres')
    await waitUntil(() => tag.querySelector('[role=status]')?.textContent === 'Restam 80 caracteres')
  })

  it('says beside the field what the server says of it', async () => {
    const campos = [{ caminho: 'texto', mensagem: 'Há um caractere que não conseguimos guardar.' }]
    const { tag } = await abrirDentro({ [envio]: () => problema('campos_invalidos', 422, { campos }) }, aba)
    await mandar(tag, 'Bom dia.')
    await waitUntil(() => tag.querySelector('.campo .erro')?.textContent === campos[0]?.mensagem)
    expect(texto(tag)).to.not.contain('Detalhe.')
  })

  it('says when there is none yet', async () => {
    const { tag } = await abrirDentro({ 'GET /protocolos/p1': () => json({ ...protocolo, mensagens: [] }) }, aba)
    await comTexto(tag, 'Nenhuma mensagem neste processo')
    await campo(tag)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('offers nothing to write in when the process takes no more', async () => {
    const encerrado = { ...protocolo, situacao: 'encerrado', resultado: 'deferido', acoes: ['comprovante'] }
    const { tag } = await abrirDentro({ 'GET /protocolos/p1': () => json(encerrado) }, aba)
    await comTexto(tag, 'Este processo terminou e não recebe mais mensagens.')
    expect(tag.querySelector('textarea')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('of another’s process names who asked, and offers nothing to write in', async () => {
    const { tag } = await abrirDentro({ 'GET /protocolos/p7': () => json(liberado) }, '#painel=processo&id=p7&aba=mensagens')
    await comTexto(tag, 'Quem pediu')
    expect(tag.querySelector('.conversa')?.textContent).to.not.contain('Você')
    expect(tag.querySelector('textarea')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
  })
})
