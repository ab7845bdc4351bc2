import { expect, waitUntil } from '@open-wc/testing'
import type { ErroDoProtocolo } from '../../../widget/base/para-a-pagina.js'
import { devolverApi, json, nunca, problema } from '../apoio/api.js'
import { limpar } from '../apoio/pagina.js'
import {
  abrir,
  ateOFormulario,
  ateOPasso,
  comprovante,
  denuncia,
  enviarFormulario,
  itbi,
  preencher,
  preencherFormulario,
  preencherRequerente,
  tituloDe,
} from './apoio.js'

const recusaDe = (chamada: Promise<unknown>) => chamada.then(Promise.reject.bind(Promise), (erro: ErroDoProtocolo) => erro.codigo)

function ouvir(nome: string): unknown[] {
  const ouvidos: unknown[] = []
  addEventListener(nome, (evento) => ouvidos.push((evento as CustomEvent).detail))
  return ouvidos
}

describe('<protocolo-novo>, for the page', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '')
  })

  it('opens one tipo or the list, as it is asked to', async () => {
    const { tag } = await abrir()
    await tag.abrir('denuncia')
    expect(tituloDe(tag)).to.equal('Denúncia')
    await tag.abrir()
    expect(tituloDe(tag)).to.equal('O que você precisa?')
    await tag.abrir('itbi')
    expect(tituloDe(tag)).to.equal('Emissão de ITBI')
  })

  it('tells of the list as of no tipo', async () => {
    const passos = ouvir('protocolo-passo')
    const { tag } = await abrir()
    await tag.abrir('denuncia')
    await tag.abrir()
    const { entidade } = tag
    expect(passos.at(-1)).to.deep.include({ entidade, tipo: '', passo: 'tipo' })
  })

  it('keeps in its draft what was being written', async () => {
    const { tag } = await abrir({ rotas: { 'GET /desafio': nunca } })
    await ateOFormulario(tag)
    await preencher(tag, 'Inscrição', '1234')
    await tag.abrir('denuncia')
    await tag.abrir('itbi')
    expect(tag.textContent).to.contain('Continuar de onde parei')
  })

  it('refuses what is not there, says why, and stays where it is', async () => {
    const { tag } = await abrir({ rotas: { 'GET /tipos/nenhum': () => problema('tipo_desconhecido', 404) } })
    expect(await recusaDe(tag.abrir('nenhum'))).to.equal('tipo_desconhecido')
    expect(tituloDe(tag)).to.equal('O que você precisa?')
    expect(tag.querySelector('.aviso')?.textContent).to.contain('Detalhe.')
  })

  it('tells of each step, of what is to be put right, and of the draft, by how many and where', async () => {
    const [passos, recusados, rascunhos] = ['passo', 'recusado', 'rascunho'].map((nome) => ouvir(`protocolo-${nome}`))
    const { tag } = await abrir()
    const { entidade } = tag
    await ateOFormulario(tag)
    await enviarFormulario(tag)
    expect(recusados).to.deep.equal([{ entidade, tipo: 'itbi', passo: 'formulario', erros: 2 }])
    await preencherFormulario(tag)
    await waitUntil(() => rascunhos?.length === 1)
    expect(rascunhos).to.deep.equal([{ entidade, tipo: 'itbi', onde: 'aparelho' }])
    expect(passos?.at(-1)).to.deep.equal({ entidade, tipo: 'itbi', passo: 'requerente', numero: 3, total: 5 })
  })

  it('refuses while a request is sent and while its receipt is on screen', async () => {
    let receber: ((resposta: Response) => void) | undefined
    const aberto = new Promise<Response>((resolve) => (receber = resolve))
    const { tag } = await abrir({ tipos: [{ ...itbi, documentos: [] }, denuncia], rotas: { 'POST /protocolos': () => aberto } })
    await ateOFormulario(tag)
    await preencherFormulario(tag)
    await preencherRequerente(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await waitUntil(() => tag.querySelector('[type=submit][aria-disabled=true]'))
    expect(await recusaDe(tag.abrir('denuncia'))).to.equal('ocupada')
    expect(tituloDe(tag)).to.equal('Confira e envie')
    receber?.(json(comprovante, 201))
    await ateOPasso(tag, 'Recebemos o seu pedido')
    expect(await recusaDe(tag.abrir())).to.equal('ocupada')
    expect(tituloDe(tag)).to.equal('Recebemos o seu pedido')
  })

  it('opens the only tipo that there is', async () => {
    const { tag } = await abrir({ tipos: [denuncia] })
    await ateOPasso(tag, 'Denúncia')
    await tag.abrir('denuncia')
    expect(tituloDe(tag)).to.equal('Denúncia')
  })
})
