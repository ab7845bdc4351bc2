import { expect, waitUntil } from '@open-wc/testing'
import { cartao, devolverApi, json, novaEntidade, nunca, problema } from '../apoio/api.js'
import { achar, limpar, violacoes } from '../apoio/pagina.js'
import {
  abrir,
  anexoRecebido,
  apertar,
  ateOPasso,
  type Cena,
  campoDe,
  comprovante,
  enviarFormulario,
  itbi,
  marcar,
  type Preparo,
  preencher,
  preencherFormulario,
  preencherRequerente,
  quieto,
  type Rotas,
  tituloDe,
} from './apoio.js'

const semDocumentos = { ...itbi, documentos: [] }

async function ateARevisao(preparo: Preparo = {}): Promise<Cena> {
  const cena = await abrir({ tipos: [semDocumentos], ...preparo })
  await apertar(cena.tag, 'Começar')
  await ateOPasso(cena.tag, 'Sobre o pedido')
  await preencherFormulario(cena.tag)
  await preencherRequerente(cena.tag)
  await ateOPasso(cena.tag, 'Confira e envie')
  return cena
}

const sumiu = { caminho: 'anexos.contrato', mensagem: 'Não encontramos este arquivo. Envie-o de novo.' }

/** At the documents, one of which an earlier visit sent. */
async function comArquivoDoRascunho(aoAbrir: () => Response, rotas: Rotas = {}): Promise<Cena> {
  const entidade = novaEntidade()
  const rascunho = {
    formato: 1,
    gravadoEm: Date.now(),
    passo: 'documentos',
    respostas: { inscricao: '12.34', financiado: false },
    aparelho: 'meu',
    requerente: { nome: 'Pessoa Exemplo', documento: '11144477735', ciencia: true },
    anexos: [{ ...anexoRecebido('contrato.pdf'), documento: 'contrato' }],
  }
  localStorage.setItem(`protocolo:rascunho:${entidade}:itbi`, JSON.stringify(rascunho))
  const cena = await abrir({ entidade, tipos: [itbi], rotas: { 'POST /protocolos': aoAbrir, ...rotas } })
  await apertar(cena.tag, 'Continuar de onde parei')
  await ateOPasso(cena.tag, 'Documentos')
  return cena
}

function lerCiencia(corpo: unknown): unknown {
  return typeof corpo === 'object' && corpo && 'ciencia' in corpo ? corpo.ciencia : undefined
}

const chaves = ({ pedidos }: Cena) =>
  pedidos.filter(({ metodo }) => metodo === 'POST').map(({ cabecalhos }) => cabecalhos.get('Idempotency-Key'))

describe('a sending that does not go through', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('takes the person to the fields that the server found wrong, step by step', async () => {
    const campos = [
      { caminho: 'requerente.documento', mensagem: 'Este CPF não confere.' },
      { caminho: 'respostas.inscricao', mensagem: 'Não há imóvel com esta inscrição.' },
    ]
    const cena = await ateARevisao({ rotas: { 'POST /protocolos': () => problema('campos_invalidos', 422, { campos }) } })
    await enviarFormulario(cena.tag)
    await ateOPasso(cena.tag, 'Sobre o pedido')
    await waitUntil(() => document.activeElement?.matches('.erros'), 'the summary has no focus')
    expect(cena.tag.querySelector('.campo.com-erro .erro')?.textContent).to.equal('Não há imóvel com esta inscrição.')
    expect(campoDe(cena.tag, 'Inscrição').value).to.equal('12.34')
    expect(await violacoes(cena.tag)).to.deep.equal([])
    await preencher(cena.tag, 'Inscrição', '9999')
    await enviarFormulario(cena.tag)
    await ateOPasso(cena.tag, 'Confira e envie')
    expect(cena.tag.textContent).to.contain('99.99')
  })

  it('is tried again with the same key after the connection fell, and with another once something changed', async () => {
    let vezes = 0
    const caiDuasVezes = () => {
      vezes += 1
      if (vezes < 3) throw new TypeError('network')
      return json(comprovante, 201)
    }
    const cena = await ateARevisao({ rotas: { 'POST /protocolos': caiDuasVezes } })
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.aviso-erro')
    expect(tituloDe(cena.tag)).to.equal('Confira e envie')
    expect(cena.tag.querySelector('.aviso-erro + .acoes [type=submit]'), 'told beside the button').to.be.instanceOf(HTMLElement)
    expect(await violacoes(cena.tag)).to.deep.equal([])
    await enviarFormulario(cena.tag)
    await waitUntil(() => vezes === 2)
    await waitUntil(() => !cena.tag.querySelector('.girando'))
    cena.tag.querySelector<HTMLElement>('[aria-label="Alterar: E-mail"]')?.click()
    await ateOPasso(cena.tag, 'Quem está pedindo')
    await preencher(cena.tag, 'E-mail', 'outro@exemplo.br')
    await enviarFormulario(cena.tag)
    await ateOPasso(cena.tag, 'Confira e envie')
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.grande')
    const [um, dois, tres] = chaves(cena)
    expect(um).to.equal(dois)
    expect(tres).not.to.equal(um)
  })

  it('takes a proof of work along each time, and is never sent back for one', async () => {
    let vezes = 0
    const cena = await ateARevisao({
      rotas: { 'POST /protocolos': () => (++vezes === 1 ? problema('sem_espaco', 507) : json(comprovante, 201)) },
    })
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.aviso-erro')
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.grande')
    const feitos = cena.pedidos.filter(({ metodo, caminho }) => metodo === 'POST' || caminho.startsWith('/desafio'))
    expect(feitos.map(({ caminho, cabecalhos }) => [caminho, cabecalhos.has('Protocolo-Prova')])).to.deep.equal([
      ['/desafio?para=abertura', false],
      ['/protocolos', true],
      ['/desafio?para=abertura', false],
      ['/protocolos', true],
    ])
  })

  it('keeps its key over a reload', async () => {
    const entidade = novaEntidade()
    const antes = await ateARevisao({ entidade, rotas: { 'POST /protocolos': nunca } })
    await enviarFormulario(antes.tag)
    await waitUntil(() => chaves(antes).length === 1)
    const [chave] = chaves(antes)
    limpar()
    history.replaceState(null, '')
    const depois = await abrir({ entidade, tipos: [semDocumentos] })
    await apertar(depois.tag, 'Continuar de onde parei')
    await ateOPasso(depois.tag, 'Quem está pedindo')
    await preencherRequerente(depois.tag)
    await ateOPasso(depois.tag, 'Confira e envie')
    await enviarFormulario(depois.tag)
    await achar(depois.tag, '.grande')
    expect(chaves(depois)).to.deep.equal([chave])
  })

  it('takes a new key when the server knows another filing by this one', async () => {
    let vezes = 0
    const cena = await ateARevisao({
      rotas: { 'POST /protocolos': () => (++vezes === 1 ? problema('chave_reutilizada', 422) : json(comprovante, 201)) },
    })
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.grande')
    const [um, dois] = chaves(cena)
    expect(um).not.to.equal(dois)
  })

  it('keeps the new key too when its answer is lost', async () => {
    let vezes = 0
    const cena = await ateARevisao({
      rotas: {
        'POST /protocolos': () => {
          vezes += 1
          if (vezes === 1) return problema('chave_reutilizada', 409)
          if (vezes === 2) throw new TypeError('network')
          return json(comprovante, 201)
        },
      },
    })
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.aviso-erro')
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.grande')
    const [um, dois, tres] = chaves(cena)
    expect(dois).not.to.equal(um)
    expect(tres).to.equal(dois)
  })

  it('is sent once, however often the button is pressed', async () => {
    const cena = await ateARevisao({ rotas: { 'POST /protocolos': nunca } })
    for (let i = 0; i < 3; i++) await enviarFormulario(cena.tag)
    await waitUntil(() => chaves(cena).length > 0)
    expect(chaves(cena).length).to.equal(1)
    expect(cena.tag.textContent).to.contain('Enviando…')
  })

  it('asks for the files that the server let go', async () => {
    const { tag } = await comArquivoDoRascunho(() => problema('anexo_desconhecido', 422, { campos: [sumiu] }))
    expect(tag.textContent).to.contain('contrato.pdf').and.contain('recebido')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Documentos')
    await waitUntil(() => tag.textContent?.includes('Este arquivo não está mais guardado. Envie de novo.'))
    await enviarFormulario(tag)
    expect(tag.querySelector('.erros')?.textContent).to.contain('Contrato: envie este documento.')
  })

  it('asks for them too when that is not all that is wrong', async () => {
    const campos = [{ caminho: 'respostas.inscricao', mensagem: 'Não há imóvel com esta inscrição.' }, sumiu]
    const { tag } = await comArquivoDoRascunho(() => problema('campos_invalidos', 422, { campos }))
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Sobre o pedido')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Documentos')
    const linha = await achar(tag, '.envio')
    expect(linha.textContent).to.contain('contrato.pdf').and.contain('não foi enviado').and.contain(sumiu.mensagem)
  })

  it('asks for them too when the tipo changed meanwhile', async () => {
    let versao = 3
    const novos = [...itbi.documentos, { codigo: 'rg', nome: 'RG', obrigatorio: true }]
    const { tag } = await comArquivoDoRascunho(
      () => {
        versao = 4
        return problema('tipo_mudou', 409, { campos: [sumiu, { caminho: 'anexos.rg', mensagem: 'Envie este documento.' }] })
      },
      { 'GET /tipos/itbi': () => json(versao === 3 ? itbi : { ...itbi, versao: 4, documentos: novos }) },
    )
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Documentos')
    expect((await achar(tag, '.envio')).textContent)
      .to.contain('não foi enviado')
      .and.contain(sumiu.mensagem)
  })

  it('shows the privacy notice that changed meanwhile, to be read and marked again', async () => {
    let versao = '1'
    const campos = [{ caminho: 'ciencia', mensagem: 'O aviso de privacidade mudou. Leia a nova versão e confirme que está ciente.' }]
    const caches: (RequestCache | undefined)[] = []
    const cena = await ateARevisao({
      rotas: {
        'GET ': ({ cache }) => {
          caches.push(cache)
          return json({ ...cartao, avisoDePrivacidade: { versao, texto: `Aviso ${versao}.` } })
        },
        'POST /protocolos': ({ corpo }) => {
          versao = '2'
          return lerCiencia(corpo) === '2' ? json(comprovante, 201) : problema('campos_invalidos', 422, { campos })
        },
      },
    })
    await enviarFormulario(cena.tag)
    await ateOPasso(cena.tag, 'Quem está pedindo')
    await waitUntil(() => cena.tag.querySelector('.erros')?.textContent?.includes('O aviso de privacidade mudou.'))
    expect(cena.tag.querySelector('.privacidade')?.textContent).to.contain('Aviso 2.')
    expect(caches).to.deep.equal(['default', 'reload'])
    expect(campoDe(cena.tag, 'Nome completo').value).to.equal('Pessoa Exemplo')
    expect(campoDe(cena.tag, 'Li como meus dados').checked).to.equal(false)
    await marcar(cena.tag, 'Li como meus dados')
    await enviarFormulario(cena.tag)
    await ateOPasso(cena.tag, 'Confira e envie')
    await enviarFormulario(cena.tag)
    await achar(cena.tag, '.grande')
  })

  it('shows the new form, with what was answered, when the tipo changed meanwhile', async () => {
    let versao = 3
    const novo = { codigo: 'matricula', especie: 'texto' as const, rotulo: 'Matrícula do imóvel', obrigatorio: true }
    const cena = await ateARevisao({
      rotas: {
        'GET /tipos/itbi': () => json(versao === 3 ? semDocumentos : { ...semDocumentos, versao: 4, campos: [...itbi.campos, novo] }),
        'POST /protocolos': () => {
          versao = 4
          return problema('tipo_mudou', 409)
        },
      },
    })
    await enviarFormulario(cena.tag)
    await ateOPasso(cena.tag, 'Sobre o pedido')
    await waitUntil(() => cena.tag.textContent?.includes('Este formulário mudou'))
    expect(cena.tag.querySelector('.erros')?.textContent).to.contain('Matrícula do imóvel: preencha este campo.')
    expect(campoDe(cena.tag, 'Inscrição').value).to.equal('12.34')
  })

  it('says why when the tipo was closed meanwhile, keeps the answers, and offers the list', async () => {
    const fechado = () => problema('tipo_fechado', 409, { detail: 'O prazo terminou ontem.' })
    const cena = await ateARevisao({ rotas: { 'POST /protocolos': fechado } })
    await enviarFormulario(cena.tag)
    await waitUntil(() => cena.tag.textContent?.includes('O prazo terminou ontem. Suas respostas continuam aqui.'))
    expect(cena.tag.textContent).to.contain('12.34')
    await apertar(cena.tag, 'Ver outros assuntos')
    await ateOPasso(cena.tag, 'O que você precisa?')
    await quieto(cena.tag)
  })
})
