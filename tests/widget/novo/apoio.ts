import { waitUntil } from '@open-wc/testing'
import type { Cartao } from '../../../server/contract/entidade.js'
import type { Anexo, Comprovante } from '../../../server/contract/protocolos.js'
import type { TipoCompleto, TipoResumo } from '../../../server/contract/tipo.js'
import { sha256 } from '../../../widget/client/prova.js'
import { ProtocoloNovo } from '../../../widget/elements/novo/protocolo-novo.js'
import { cartao, fingirApi, json, novaEntidade, type Pedido } from '../apoio/api.js'
import { achar, escrever, por } from '../apoio/pagina.js'

if (!customElements.get('protocolo-novo')) customElements.define('protocolo-novo', ProtocoloNovo)

export const itbi: TipoCompleto = {
  codigo: 'itbi',
  nome: 'Emissão de ITBI',
  descricao: 'Guia do imposto de quem compra um imóvel.',
  grupo: 'Impostos',
  palavras: ['transmissão'],
  orgao: { sigla: 'PMVS', nome: 'Prefeitura' },
  unidade: { codigo: 'tributos', nome: 'Tributos Imobiliários' },
  prazo: { dias: 10, contagem: 'corridos' },
  versao: 3,
  quemPode: 'qualquer-pessoa',
  anonimo: false,
  prioridade: true,
  sigilo: 'publico',
  campos: [
    { codigo: 'inscricao', especie: 'codigo', rotulo: 'Inscrição', mascara: '99.99', obrigatorio: true },
    { codigo: 'financiado', especie: 'sim-nao', rotulo: 'É financiado?', obrigatorio: true },
    { codigo: 'valor', especie: 'dinheiro', rotulo: 'Valor financiado', obrigatorio: true, quando: { campo: 'financiado', em: [true] } },
    { codigo: 'obs', especie: 'texto-longo', rotulo: 'Observações', maximo: 30 },
  ],
  documentos: [
    { codigo: 'contrato', nome: 'Contrato', obrigatorio: true, formatos: ['pdf'] },
    { codigo: 'foto', nome: 'Foto', formatos: ['jpg'], quantos: 2 },
  ],
}

export const denuncia: TipoCompleto = {
  ...itbi,
  codigo: 'denuncia',
  nome: 'Denúncia',
  descricao: 'Conte o que aconteceu.',
  grupo: 'Ouvidoria',
  palavras: [],
  orgao: { sigla: 'CAMARA', nome: 'Câmara' },
  anonimo: true,
  prioridade: false,
  campos: [{ codigo: 'relato', especie: 'texto-longo', rotulo: 'Relato', obrigatorio: true }],
  documentos: [],
}

function resumir({ codigo, nome, descricao, grupo, palavras, orgao, unidade, prazo, documentos }: TipoCompleto): TipoResumo {
  const nomes = documentos.map((documento) => ({ nome: documento.nome, obrigatorio: documento.obrigatorio ?? false }))
  return { codigo, nome, descricao, grupo, palavras, orgao, unidade, prazo, documentos: nomes }
}

export const comprovante: Comprovante = {
  id: 'p1',
  numero: 'PMVS 2026/500114',
  codigoAcesso: 'K7QF-2M9T-XB4H',
  abertoEm: '2026-11-21T12:32:00Z',
  prazo: '2026-12-12',
  tipo: { codigo: 'itbi', nome: 'Emissão de ITBI' },
  orgao: { sigla: 'PMVS', nome: 'Prefeitura' },
  unidade: { codigo: 'tributos', nome: 'Tributos Imobiliários' },
  respostas: [{ rotulo: 'Inscrição', valor: '12.34' }],
  anexos: [],
  consulta: 'https://vilaserena.example/consulta?protocolo=PMVS+2026%2F500114',
  email: 'h•••@exemplo.br',
}

export const qr = { lado: 5, caminho: 'M1 1h3v3h-3z' }

const desafio = { algorithm: 'SHA-256', challenge: sha256('sal?0'), salt: 'sal?', maxnumber: 0, signature: 'x' }

export type Rotas = Parameters<typeof fingirApi>[0]

export interface Cena {
  tag: ProtocoloNovo
  pedidos: Pedido[]
}

export interface Preparo {
  rotas?: Rotas
  atributos?: string
  entidade?: string
  tipos?: TipoCompleto[]
  cartao?: Partial<Cartao>
}

/** Puts the tag in the page over a stubbed API. */
export async function abrir({
  rotas = {},
  atributos = '',
  entidade = novaEntidade(),
  tipos = [itbi, denuncia],
  ...resto
}: Preparo = {}): Promise<Cena> {
  const pedidos = fingirApi({
    'GET ': () => json({ ...cartao, ...resto.cartao }),
    'GET /tipos': () => json({ tipos: tipos.map(resumir) }),
    ...Object.fromEntries(tipos.map((tipo) => [`GET /tipos/${tipo.codigo}`, () => json(tipo)])),
    'GET /desafio': () => json(desafio),
    'POST /protocolos': () => json(comprovante, 201),
    'GET /qr': () => json(qr),
    ...rotas,
  })
  const tag = por(`<protocolo-novo entidade="${entidade}" ${atributos}></protocolo-novo>`).querySelector('protocolo-novo')
  if (!tag) throw new Error('no tag')
  await achar(tag, '.quadro:not([aria-busy])')
  return { tag, pedidos }
}

export function tituloDe(tag: HTMLElement): string {
  return tag.querySelector('.titulo')?.textContent?.trim() ?? ''
}

export function botao(tag: HTMLElement, texto: string): HTMLButtonElement {
  const achado = [...tag.querySelectorAll('button')].find((outro) => outro.textContent?.trim().startsWith(texto))
  if (!achado) throw new Error(`no button "${texto}"`)
  return achado
}

export async function apertar(tag: HTMLElement, texto: string): Promise<void> {
  await waitUntil(
    () => [...tag.querySelectorAll('button')].some((outro) => outro.textContent?.trim().startsWith(texto)),
    `no button "${texto}"`,
  )
  botao(tag, texto).click()
}

export async function ateOPasso(tag: HTMLElement, titulo: string): Promise<void> {
  await waitUntil(() => tituloDe(tag) === titulo, `never at "${titulo}"`)
}

/** Writes into the field that a label names. */
export async function preencher(tag: HTMLElement, rotulo: string, valor: string): Promise<HTMLInputElement> {
  const campo = campoDe(tag, rotulo)
  escrever(tag, `#${campo.id}`, valor)
  campo.dispatchEvent(new Event('blur'))
  await quieto(tag)
  return campo
}

export function campoDe(tag: HTMLElement, rotulo: string): HTMLInputElement {
  const etiqueta = [...tag.querySelectorAll('label')].find((outra) => outra.textContent?.trim().startsWith(rotulo))
  const campo = etiqueta && (etiqueta.querySelector('input') ?? tag.querySelector(`#${etiqueta.htmlFor}`))
  if (!(campo instanceof HTMLElement)) throw new Error(`no field "${rotulo}"`)
  return campo as HTMLInputElement
}

export async function marcar(tag: HTMLElement, rotulo: string): Promise<void> {
  campoDe(tag, rotulo).click()
  await quieto(tag)
}

/** The form is sent as Enter sends it. */
export async function enviarFormulario(tag: HTMLElement): Promise<void> {
  tag.querySelector('form:not([role])')?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  await quieto(tag)
}

export async function quieto(tag: HTMLElement): Promise<void> {
  if (tag instanceof ProtocoloNovo) await tag.updateComplete
}

export async function ateOFormulario(tag: ProtocoloNovo): Promise<void> {
  await apertar(tag, 'Emissão de ITBI')
  await apertar(tag, 'Começar')
  await ateOPasso(tag, 'Sobre o pedido')
}

export async function preencherFormulario(tag: ProtocoloNovo): Promise<void> {
  await preencher(tag, 'Inscrição', '1234')
  await marcar(tag, 'Não')
  await enviarFormulario(tag)
  await ateOPasso(tag, 'Quem está pedindo')
}

export async function preencherRequerente(tag: ProtocoloNovo): Promise<void> {
  await preencher(tag, 'Nome completo', 'Pessoa Exemplo')
  await preencher(tag, 'CPF ou CNPJ', '11144477735')
  await preencher(tag, 'E-mail', 'h@exemplo.br')
  await marcar(tag, 'Li como meus dados')
  await enviarFormulario(tag)
}

export function anexoRecebido(nome: string, id = '018f0000-0000-7000-8000-000000000001'): Anexo {
  return { id, nome, tipo: 'application/pdf', tamanho: 3, sha256: 'a'.repeat(64) }
}

export function arquivo(nome: string, tipo = 'application/pdf', bytes = 'abc'): File {
  return new File([bytes], nome, { type: tipo })
}

/** Chooses files as the browser's dialogue does. */
export function escolherArquivos(entrada: HTMLInputElement, ...arquivos: File[]): void {
  const dados = new DataTransfer()
  for (const um of arquivos) dados.items.add(um)
  entrada.files = dados.files
  entrada.dispatchEvent(new Event('change', { bubbles: true }))
}
