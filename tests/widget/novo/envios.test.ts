import { expect } from '@open-wc/testing'
import type { EnvioDeAnexo } from '../../../widget/client/anexo.js'
import { type Anexo, ProblemaDaApi, SemConexao } from '../../../widget/client/api.js'
import { conferir, Envios } from '../../../widget/parts/envios.js'
import { passos as textos } from '../../../widget/texts/novo-passos.pt-BR.js'
import { anexoRecebido, arquivo, itbi } from './apoio.js'

interface Subida {
  nome: string
  documento: string | undefined
  progredir: (parte: number) => void
  receber: () => Promise<void>
  falhar: (erro: Error) => Promise<void>
  sinal: AbortSignal | undefined
}

const limites = { tamanho: 10, total: 100 }
const passagem = () => new Promise<void>((pronto) => setTimeout(pronto))

function preparar() {
  const subidas: Subida[] = []
  const anuncios: string[] = []
  let mudancas = 0
  const enviar = (bytes: File, envio: EnvioDeAnexo) =>
    new Promise<Anexo>((pronto, falhou) => {
      envio.sinal?.addEventListener('abort', () => falhou(new DOMException('', 'AbortError')))
      subidas.push({
        nome: bytes.name,
        documento: envio.documento,
        progredir: (parte) => envio.aoProgredir?.(parte),
        receber() {
          pronto(anexoRecebido(bytes.name, `id-${bytes.name}`))
          return passagem()
        },
        falhar(erro) {
          falhou(erro)
          return passagem()
        },
        sinal: envio.sinal,
      })
    })
  const host = {
    anunciar: (texto: string) => void anuncios.push(texto),
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => undefined,
    updateComplete: Promise.resolve(true),
  }
  const envios = new Envios(host, textos.documentos, enviar, () => {
    mudancas += 1
  })
  envios.retomar('itbi')
  return { envios, subidas, anuncios, mudancas: () => mudancas }
}

const foto = (nome: string) => arquivo(nome, 'image/jpeg')
const situacoes = (envios: Envios) => envios.arquivos.map(({ situacao }) => situacao)

describe('the files of a filing', () => {
  it('go up as they are chosen, and tell how far they are', async () => {
    const { envios, subidas, anuncios, mudancas } = preparar()
    envios.adicionar([arquivo('a.pdf')], itbi.documentos, limites, 'contrato')
    expect(situacoes(envios)).to.deep.equal(['enviando'])
    subidas[0]?.progredir(0.62)
    expect(envios.arquivos[0]?.parte).to.equal(0.62)
    await subidas[0]?.receber()
    expect(envios.recebidos).to.deep.equal([{ ...anexoRecebido('a.pdf', 'id-a.pdf'), documento: 'contrato' }])
    expect(anuncios).to.deep.equal(['a.pdf recebido.'])
    expect(mudancas()).to.equal(1)
  })

  it('go up three at a time', async () => {
    const { envios, subidas } = preparar()
    const pedidos = [{ codigo: 'foto', nome: 'Fotos', formatos: ['jpg' as const], quantos: 5 }]
    envios.adicionar(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg'].map(foto), pedidos, limites)
    expect(situacoes(envios)).to.deep.equal(['enviando', 'enviando', 'enviando', 'fila', 'fila'])
    await subidas[1]?.receber()
    expect(situacoes(envios)).to.deep.equal(['enviando', 'recebido', 'enviando', 'enviando', 'fila'])
    expect(envios.emAndamento).to.equal(true)
  })

  it('dropped together go each to a document that wants its kind, demanded ones first', () => {
    const { envios } = preparar()
    envios.adicionar([foto('f.jpg'), arquivo('c.pdf')], itbi.documentos, limites)
    expect(envios.arquivos.map(({ nome, documento, palpite }) => [nome, documento, palpite])).to.deep.equal([
      ['f.jpg', 'foto', true],
      ['c.pdf', 'contrato', true],
    ])
    const [primeiro] = envios.arquivos
    if (primeiro) envios.dizerDocumento(primeiro.chave, 'contrato')
    expect(envios.de('contrato').length).to.equal(2)
  })

  it('stop when cancelled', () => {
    const { envios, subidas, anuncios } = preparar()
    envios.adicionar([arquivo('a.pdf')], itbi.documentos, limites, 'contrato')
    const [primeiro] = envios.arquivos
    if (primeiro) envios.remover(primeiro.chave)
    expect(subidas[0]?.sinal?.aborted).to.equal(true)
    expect(envios.arquivos).to.deep.equal([])
    expect(anuncios).to.deep.equal([])
  })

  it('can be tried again after the connection fell', async () => {
    const { envios, subidas, anuncios } = preparar()
    envios.adicionar([arquivo('a.pdf')], itbi.documentos, limites, 'contrato')
    await subidas[0]?.falhar(new SemConexao('put'))
    expect(situacoes(envios)).to.deep.equal(['falhou'])
    expect(anuncios).to.deep.equal(['a.pdf: A conexão caiu. Tente de novo.'])
    const [primeiro] = envios.arquivos
    if (primeiro) envios.tentar(primeiro.chave)
    await subidas[1]?.receber()
    expect(situacoes(envios)).to.deep.equal(['recebido'])
    expect(envios.arquivos[0]?.motivo).to.equal(undefined)
  })

  it('say why the server refused them, and are not tried again', async () => {
    const { envios, subidas } = preparar()
    envios.adicionar([arquivo('a.pdf')], itbi.documentos, limites, 'contrato')
    await subidas[0]?.falhar(
      new ProblemaDaApi({ type: '', title: '', status: 415, detail: 'Não é um PDF de verdade.', codigo: 'arquivo_nao_aceito' }),
    )
    expect([situacoes(envios)[0], envios.arquivos[0]?.motivo]).to.deep.equal(['recusado', 'Não é um PDF de verdade.'])
  })

  it('are checked before they are sent: empty, too large, of another kind, too many', () => {
    const { envios, subidas } = preparar()
    const escolher = (bytes: File) => envios.adicionar([bytes], itbi.documentos, limites, 'contrato')
    escolher(arquivo('vazio.pdf', 'application/pdf', ''))
    escolher(arquivo('grande.pdf', 'application/pdf', 'x'.repeat(11)))
    escolher(foto('foto.jpg'))
    escolher(arquivo('bom.pdf'))
    escolher(arquivo('outro.pdf'))
    expect(situacoes(envios)).to.deep.equal(['recusado', 'recusado', 'recusado', 'enviando', 'recusado'])
    expect(subidas.map(({ nome }) => nome)).to.deep.equal(['bom.pdf'])
    expect(envios.arquivos.every(({ situacao, motivo }) => (situacao === 'recusado') === (motivo !== undefined))).to.equal(true)
  })

  it('whose kind the browser does not know are left for the server to tell', () => {
    const [contrato] = itbi.documentos
    if (!contrato) throw new Error('contrato')
    expect(conferir(arquivo('a.PDF', ''), contrato, limites)).to.equal(undefined)
    expect(conferir(arquivo('a.exe', ''), contrato, limites)).to.be.a('string')
  })

  it('that the server let go are sent again when the page still has them, and asked for when not', () => {
    const { envios, subidas } = preparar()
    envios.retomar('itbi', [{ ...anexoRecebido('velho.pdf'), documento: 'contrato' }])
    envios.perder(['contrato'], 'Envie de novo.')
    expect([situacoes(envios), envios.arquivos[0]?.motivo]).to.deep.equal([['recusado'], 'Envie de novo.'])
    expect(envios.recebidos).to.deep.equal([])
    expect(subidas).to.deep.equal([])
  })

  it('hold the page back from closing only while they go up', async () => {
    const { envios, subidas } = preparar()
    const sair = () => {
      envios.hostUpdated()
      return !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    }
    expect(sair()).to.equal(false)
    envios.adicionar([arquivo('a.pdf')], itbi.documentos, limites, 'contrato')
    expect(sair()).to.equal(true)
    await subidas[0]?.receber()
    expect(sair()).to.equal(false)
  })
})
