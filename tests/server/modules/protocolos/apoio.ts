import { createHash, randomUUID } from 'node:crypto'
import { type App, createApp } from '../../../../server/app.js'
import type { ArquivoDeEntidade } from '../../../../server/contract/entidade.js'
import type { Desafio, Problema } from '../../../../server/contract/problema.js'
import type { Anexo, Comprovante } from '../../../../server/contract/protocolos.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import type { RunningPlatform } from '../../../../server/platform/create-platform.js'
import { type TestPlatformOptions, testPlatform } from '../../helpers/platform.js'

/** An entidade with one of everything that openings and consults treat apart. */
export const arquivo: ArquivoDeEntidade = {
  codigo: 'teste',
  nome: 'Prefeitura de Teste',
  municipio: { nome: 'Teste', uf: 'SP', ibge: '9999999' },
  fuso: 'America/Sao_Paulo',
  contato: {},
  encarregado: { nome: 'Encarregada Exemplo', email: 'privacidade@teste.exemplo.br' },
  avisoDePrivacidade: { versao: '2026-1', texto: 'Usamos seus dados para responder ao seu pedido.' },
  origens: [],
  paginas: { consulta: 'https://www.teste.exemplo.br/acompanhe?menu=1' },
  calendario: { feriados: [] },
  anexos: { tamanho: 100_000, total: 150_000 },
  orgaos: [
    {
      sigla: 'PMT',
      nome: 'Prefeitura Municipal de Teste',
      numeracao: { mascara: '{sigla} {ano}/{sequencia}', inicio: 500100 },
      unidades: [
        { codigo: 'obras', nome: 'Secretaria de Obras', email: 'obras@teste.exemplo.br' },
        { codigo: 'procuradoria', nome: 'Procuradoria' },
      ],
    },
    {
      sigla: 'GERAL',
      nome: 'Protocolo Geral',
      numeracao: { mascara: '{sequencia:9}.{unidade:5}/{ano}', unidade: 3 },
      unidades: [{ codigo: 'geral', nome: 'Balcão' }],
    },
    {
      sigla: 'CAMARA',
      nome: 'Câmara Municipal',
      numeracao: { mascara: '{sigla} {ano}/{sequencia}', inicio: 500100 },
      unidades: [{ codigo: 'secretaria', nome: 'Secretaria da Câmara' }],
    },
  ],
  tipos: [
    {
      codigo: 'buraco',
      nome: 'Tapa-buraco',
      descricao: 'Peça o conserto de um buraco.',
      grupo: 'Ruas',
      orgao: 'PMT',
      unidade: 'obras',
      prazo: { dias: 15, contagem: 'corridos' },
      campos: [{ codigo: 'descricao', especie: 'texto-longo', rotulo: 'O que aconteceu', obrigatorio: true, maximo: 500 }],
      documentos: [{ codigo: 'fotos', nome: 'Fotos do lugar', formatos: ['jpg', 'png'], quantos: 2 }],
    },
    {
      codigo: 'isencao',
      nome: 'Isenção de IPTU',
      descricao: 'Peça a isenção.',
      grupo: 'Impostos',
      orgao: 'PMT',
      unidade: 'obras',
      prazo: { dias: 10, contagem: 'uteis' },
      prioridade: true,
      campos: [
        {
          codigo: 'motivo',
          especie: 'escolha',
          rotulo: 'Motivo',
          obrigatorio: true,
          opcoes: [
            { valor: 'aposentado', rotulo: 'Sou aposentado' },
            { valor: 'pcd', rotulo: 'Sou pessoa com deficiência' },
          ],
        },
        { codigo: 'renda', especie: 'dinheiro', rotulo: 'Renda da família', obrigatorio: true },
      ],
      documentos: [
        { codigo: 'renda', nome: 'Comprovante de renda', obrigatorio: true, formatos: ['pdf'] },
        { codigo: 'laudo', nome: 'Laudo médico', obrigatorio: true, quando: { campo: 'motivo', em: ['pcd'] } },
      ],
    },
    {
      codigo: 'alvara',
      nome: 'Alvará',
      descricao: 'Para empresas.',
      grupo: 'Empresas',
      orgao: 'GERAL',
      unidade: 'geral',
      prazo: { dias: 15, contagem: 'corridos' },
      quemPode: 'pessoa-juridica',
      campos: [],
      documentos: [],
    },
    {
      codigo: 'denuncia',
      nome: 'Denúncia',
      descricao: 'Conte o que viu.',
      grupo: 'Ouvidoria',
      orgao: 'PMT',
      unidade: 'procuradoria',
      prazo: { dias: 30, contagem: 'corridos' },
      anonimo: true,
      sigilo: 'sigiloso',
      campos: [{ codigo: 'relato', especie: 'texto-longo', rotulo: 'Relato', obrigatorio: true }],
      documentos: [{ codigo: 'provas', nome: 'Provas', quantos: 5 }],
    },
    {
      codigo: 'camara',
      nome: 'Pedido à Câmara',
      descricao: 'Peça à Câmara.',
      grupo: 'Câmara',
      orgao: 'CAMARA',
      unidade: 'secretaria',
      prazo: { dias: 30, contagem: 'corridos' },
      campos: [],
      documentos: [],
    },
    {
      codigo: 'fechado',
      nome: 'Inscrição encerrada',
      descricao: 'Acabou.',
      grupo: 'Outros',
      orgao: 'PMT',
      unidade: 'obras',
      prazo: { dias: 30, contagem: 'corridos' },
      campos: [],
      documentos: [],
      fechado: true,
      fechadoPorque: 'As inscrições terminaram em 30 de outubro.',
    },
  ],
}

export const pedidoDeBuraco = {
  tipo: 'buraco',
  respostas: { descricao: 'Buraco fundo perto da escola.' },
  requerente: { nome: 'Helena Exemplo', documento: '111.444.777-35', email: 'Helena@Exemplo.br' },
  anexos: [],
  ciencia: '2026-1',
}

export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')

export interface Casa {
  platform: RunningPlatform
  app: App
  /** A request to the entidade `teste`. */
  pedir(caminho: string, init?: RequestInit): Promise<Response>
  postar(caminho: string, corpo: unknown, headers?: Record<string, string>): Promise<Response>
  abrir(corpo?: unknown, headers?: Record<string, string>): Promise<Response>
  /** Opens and expects it to succeed. */
  aberto(corpo?: unknown, headers?: Record<string, string>): Promise<Comprovante>
  enviar(bytes: Uint8Array, busca?: string, headers?: Record<string, string>): Promise<Response>
  enviado(bytes: Uint8Array, busca?: string): Promise<Anexo>
}

/** The whole application on a fresh database, with the entidade `teste`; no proof of work and no limits unless told. */
export async function montarCasa({ config, ...opcoes }: TestPlatformOptions = {}): Promise<Casa> {
  const platform = await testPlatform({ ...opcoes, config: { proofOfWork: 0, limits: false, ...config } })
  await importarEntidade(platform, arquivo)
  const app = createApp(platform)
  const pedir = async (caminho: string, init?: RequestInit) => app.request(`/v1/entidades/teste${caminho}`, init)
  const postar = (caminho: string, corpo: unknown, headers: Record<string, string> = {}) =>
    pedir(caminho, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(corpo) })
  const abrir: Casa['abrir'] = (corpo = pedidoDeBuraco, headers = {}) =>
    postar('/protocolos', corpo, { 'Idempotency-Key': randomUUID(), ...headers })
  const enviar: Casa['enviar'] = (bytes, busca = 'nome=arquivo', headers = {}) =>
    pedir(`/anexos?${busca}`, { method: 'PUT', headers, body: new Uint8Array(bytes) })
  return {
    platform,
    app,
    pedir,
    postar,
    abrir,
    aberto: async (corpo, headers) => lerComo<Comprovante>(await abrir(corpo, headers), 201),
    enviar,
    enviado: async (bytes, busca) => lerComo<Anexo>(await enviar(bytes, busca), 201),
  }
}

export async function lerComo<T>(resposta: Response, status: number): Promise<T> {
  const texto = await resposta.text()
  if (resposta.status !== status) throw new Error(`${resposta.status}, not ${status}: ${texto}`)
  return JSON.parse(texto)
}

export async function problema(resposta: Response): Promise<Problema> {
  if (!resposta.headers.get('Content-Type')?.startsWith('application/problem+json')) throw new Error(`no problem: ${await resposta.text()}`)
  return await resposta.json()
}

/** `caminho` of every field that a problem names. */
export function caminhos({ campos = [] }: Problema): string[] {
  return campos.map(({ caminho }) => caminho).sort()
}

/** The header `Protocolo-Prova` for a desafio. */
export function resolver({ algorithm, challenge, salt, maxnumber, signature }: Desafio): string {
  for (let number = 0; number <= maxnumber; number++) {
    if (createHash('sha256').update(`${salt}${number}`).digest('hex') !== challenge) continue
    return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString('base64')
  }
  throw new Error('no number solves this')
}
