import { expect, waitUntil } from '@open-wc/testing'
import type { PendenciaParaLer } from '../../../server/contract/pendencias.js'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirDentro, botao, comTexto, protocolo, type Rotas, texto } from './apoio.js'

const aba = '#painel=responder&id=p1'
const caminhoDe = (id: string) => `POST /meus/protocolos/p1/pendencias/${id}/resposta`
const comum = { pedidaEm: '2026-11-21T12:10:00Z', prazo: '2026-12-01', diasRestantes: 10, correcao: null }
const informacao: PendenciaParaLer = { ...comum, id: 'd1', especie: 'informacao', texto: 'Diga o número da casa.' }
const documento: PendenciaParaLer = { ...comum, id: 'd2', especie: 'documento', texto: 'Envie a matrícula.' }
const ciencia: PendenciaParaLer = { ...comum, id: 'd3', especie: 'ciencia', texto: 'A vistoria será no dia 10.' }
const correcao: PendenciaParaLer = {
  ...comum,
  id: 'd4',
  especie: 'correcao',
  texto: 'O bairro não confere.',
  correcao: { motivo: 'incorreto', campo: { codigo: 'bairro', rotulo: 'Bairro', especie: 'texto' }, valor: 'Centro' },
}

/** The process as the server has it: what is answered is not asked any more. */
function servidor(pendencias: readonly PendenciaParaLer[]): Rotas {
  let abertas = [...pendencias]
  return {
    'GET /protocolos/p1': () => json({ ...protocolo, pendencias: abertas }),
    ...Object.fromEntries(
      pendencias.map(({ id }) => [
        caminhoDe(id),
        () => {
          abertas = abertas.filter((uma) => uma.id !== id)
          const situacao = abertas.length > 0 ? 'pendente' : 'em_andamento'
          return json({ pendencia: id, em: '2026-11-21T13:00:00Z', atrasada: false, restam: abertas.length, situacao }, 201)
        },
      ]),
    ),
  }
}

async function concluir(tag: HTMLElement): Promise<void> {
  await achar(tag, 'form')
  tag.querySelector<HTMLFormElement>('form')?.requestSubmit()
}

describe('<protocolo-painel>, answering what was asked', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('sends the words, says what happens next, and takes the focus there', async () => {
    const { tag, pedidos } = await abrirDentro(servidor([informacao]), aba)
    await achar(tag, 'textarea')
    expect(texto(tag)).to.contain('Responder até 01/12/2026 (faltam 10 dias)')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, 'textarea', ' Número 40. ')
    await concluir(tag)
    await comTexto(tag, 'Resposta recebida')
    expect(texto(tag)).to.contain('Era o que faltava.')
    await waitUntil(() => document.activeElement?.matches('.resposta-recebida'))
    expect(tag.querySelector('form')).to.equal(null)
    const resposta = pedidos.find(({ caminho }) => caminho.endsWith('/resposta'))
    expect(resposta?.corpo).to.deep.equal({ texto: 'Número 40.' })
    expect(resposta?.cabecalhos.get('Idempotency-Key')).to.match(/^[\x21-\x7e]{16,255}$/)
    expect(sessionStorage.length).to.equal(0)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('lists several by their last day, the one that was asked for open, and goes on with the next', async () => {
    const { tag } = await abrirDentro(servidor([ciencia, informacao]), `${aba}&pendencia=d1`)
    await achar(tag, 'details')
    expect([...tag.querySelectorAll('details')].map(({ open }) => open)).to.deep.equal([false, true])
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, 'textarea', 'Número 40.')
    tag.querySelector<HTMLFormElement>('details[open] form')?.requestSubmit()
    await comTexto(tag, 'Ainda falta 1 resposta sua')
    expect(texto(tag)).to.contain('A vistoria será no dia 10.').and.not.contain('Diga o número da casa.')
  })

  it('says what is missing beside the field and in a summary with focus, before it asks the server', async () => {
    for (const [pendencia, falta] of [
      [informacao, 'Escreva a sua resposta.'],
      [documento, 'Envie ao menos um arquivo.'],
      [ciencia, 'Marque que você tomou ciência.'],
      [correcao, 'Preencha este campo.'],
    ] as const) {
      const { tag, pedidos } = await abrirDentro(servidor([pendencia]), aba)
      await concluir(tag)
      await waitUntil(() => document.activeElement?.matches('.erros'), pendencia.especie)
      expect([...tag.querySelectorAll('.erro')].map((um) => um.textContent)).to.deep.equal([falta])
      expect(await violacoes(tag)).to.deep.equal([])
      expect(pedidos.some(({ caminho }) => caminho.endsWith('/resposta'))).to.equal(false)
      limpar()
      devolverApi()
      sessionStorage.clear()
    }
  })

  it('asks the question again beside the answer that stands, and sends what is written in it', async () => {
    const { tag, pedidos } = await abrirDentro(servidor([correcao]), aba)
    await comTexto(tag, 'Correção: Bairro (incorreto)')
    expect(tag.querySelector('.respostas dd')?.textContent).to.equal('Centro')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, 'form input', 'Jardim')
    await concluir(tag)
    await comTexto(tag, 'Resposta recebida')
    expect(pedidos.find(({ caminho }) => caminho.endsWith('/resposta'))?.corpo).to.deep.equal({ valor: 'Jardim' })
  })

  it('keeps what was written when sending fails, over a reload too, and sends it again with the same key', async () => {
    const falha = { ...servidor([informacao]), [caminhoDe('d1')]: () => problema('erro_interno', 500, { title: 'Algo deu errado' }) }
    const antes = await abrirDentro(falha, aba)
    await achar(antes.tag, 'textarea')
    escrever(antes.tag, 'textarea', 'Número 40.')
    await concluir(antes.tag)
    await comTexto(antes.tag, 'Algo deu errado')
    expect(await violacoes(antes.tag)).to.deep.equal([])
    limpar()
    const { tag, pedidos } = await abrirDentro(servidor([informacao]), aba)
    expect((await achar<HTMLTextAreaElement>(tag, 'textarea')).value).to.equal('Número 40.')
    await concluir(tag)
    await comTexto(tag, 'Resposta recebida')
    const chave = (lista: typeof pedidos) => lista.find(({ caminho }) => caminho.endsWith('/resposta'))?.cabecalhos.get('Idempotency-Key')
    expect(chave(pedidos)).to.equal(chave(antes.pedidos))
  })

  it('says beside the field what the server says of it', async () => {
    const campos = [{ caminho: 'valor', mensagem: 'Este bairro não existe.' }]
    const rotas = { ...servidor([correcao]), [caminhoDe('d4')]: () => problema('campos_invalidos', 422, { campos }) }
    const { tag } = await abrirDentro(rotas, aba)
    await achar(tag, 'form input')
    escrever(tag, 'form input', 'Lua')
    await concluir(tag)
    await waitUntil(() => tag.querySelector('.campo .erro')?.textContent === 'Este bairro não existe.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('is kind to who is late: the answer still counts', async () => {
    const { tag } = await abrirDentro(servidor([{ ...ciencia, diasRestantes: -2 }]), aba)
    await comTexto(tag, 'O dia marcado já passou, mas sua resposta ainda é aceita.')
    const marca = await achar<HTMLInputElement>(tag, 'form input[type=checkbox]')
    marca.click()
    await concluir(tag)
    await comTexto(tag, 'Resposta recebida')
  })

  it('says so when nothing is missing', async () => {
    const { tag } = await abrirDentro(servidor([]), aba)
    await comTexto(tag, 'Nada falta neste processo')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('is reached from the list of what waits, by the keyboard’s own links', async () => {
    const { tag } = await abrirDentro(servidor([documento]), '#painel=pendencias')
    await comTexto(tag, 'Minhas pendências')
    botao(tag, 'Responder PMVS 2026/500114: Envie a matrícula.').click()
    await waitUntil(() => document.activeElement?.textContent === 'Responder ao setor')
    expect(location.hash).to.equal('#painel=responder&id=p1&pendencia=d1')
  })

  it('holds in 280 px whatever the texts', async () => {
    const longa = { ...informacao, texto: 'Palavramuitocompridasemespaços'.repeat(9) }
    const { tag } = await abrirDentro(servidor([longa, documento, correcao]), aba)
    tag.parentElement?.style.setProperty('inline-size', '280px')
    tag.style.setProperty('inline-size', '280px')
    await achar(tag, 'details')
    for (const um of tag.querySelectorAll('details')) um.open = true
    expect(tag.scrollWidth).to.be.at.most(280)
    expect(await violacoes(tag)).to.deep.equal([])
  })
})
