import { waitUntil } from '@open-wc/testing'
import type { ResultadoDaImportacao } from '../../../server/contract/administracao.js'
import type { ArquivoDeEntidade } from '../../../server/contract/entidade.js'
import { json, problema, semConteudo } from '../apoio/api.js'
import { achar } from '../apoio/pagina.js'
import { abrirFila, botao, posto, type Rotas, texto } from './apoio.js'

export type Tipo = ArquivoDeEntidade['tipos'][number]

export const tipo: Tipo = {
  codigo: 'poda',
  nome: 'Poda de árvore',
  descricao: 'Peça a poda de uma árvore na rua.',
  grupo: 'Ruas',
  orgao: 'PMVS',
  unidade: 'obras',
  prazo: { dias: 20, contagem: 'uteis' },
  campos: [
    {
      codigo: 'risco',
      especie: 'escolha',
      rotulo: 'Há risco de queda?',
      obrigatorio: true,
      opcoes: [
        { valor: 'sim', rotulo: 'Sim, agora' },
        { valor: 'nao', rotulo: 'Não' },
      ],
    },
    { codigo: 'detalhe', especie: 'texto-longo', rotulo: 'Conte o que viu', quando: { campo: 'risco', em: ['sim'] } },
  ],
  documentos: [{ codigo: 'foto', nome: 'Foto da árvore', formatos: ['jpg'] }],
}

export const arquivo: ArquivoDeEntidade = {
  codigo: 'vila-serena',
  nome: 'Prefeitura de Vila Serena',
  municipio: { nome: 'Vila Serena', uf: 'SP', ibge: '9999999' },
  fuso: 'America/Sao_Paulo',
  contato: {},
  encarregado: { nome: 'Encarregada Exemplo', email: 'dados@vilaserena.example' },
  avisoDePrivacidade: { versao: '1', texto: 'Aviso.' },
  origens: [],
  paginas: {},
  calendario: { feriados: [{ dia: '08-16', nome: 'Aniversário da cidade' }] },
  modelos: [{ codigo: 'guia', nome: 'Guia pronta', texto: 'A guia de {numero} está pronta.' }],
  orgaos: [
    {
      sigla: 'PMVS',
      nome: 'Prefeitura Municipal',
      numeracao: { mascara: '{sigla} {ano}/{sequencia}' },
      unidades: [{ codigo: 'obras', nome: 'Obras e Vias Públicas', email: 'obras@vilaserena.example' }],
    },
  ],
  tipos: [tipo],
}

export const semMudanca: ResultadoDaImportacao = { simulado: true, versao: 7, linhas: [], avisos: [], problemas: [] }
export const mudanca = (...linhas: string[]): ResultadoDaImportacao => ({ ...semMudanca, linhas })
export const chave = {
  id: 'k1',
  nome: 'Painel da prefeitura',
  prefixo: 'protocolo_Qx7Lp2',
  escopos: ['indicadores'],
  criadaEm: '2026-11-21T12:00:00.000Z',
  usadaEm: null,
  revogadaEm: null,
}
export const queda = {
  id: 'q1',
  de: '2026-11-20T21:00:00.000Z',
  ate: '2026-11-21T02:30:00.000Z',
  motivo: 'Queda de energia.',
  protocolos: 14,
}

export const registro = {
  id: 'a1',
  em: '2026-11-21T12:00:00.000Z',
  quem: 'u2',
  nome: 'Gestora Exemplo',
  acao: 'protocolo.receber',
  protocolo: { id: 'p1', numero: 'PMVS 2026/500114' },
  endereco: '203.0.113.7',
  aparelho: 'Chrome no Windows',
  dados: { antes: { situacao: 'nao_analisado' }, depois: { situacao: 'em_andamento' } },
}

export const base = '/gestao/administracao'
export const rotas: Rotas = {
  'GET /gestao/posto': () => json({ ...posto, lotacoes: posto.lotacoes.map((lotacao) => ({ ...lotacao, papel: 'administrador' })) }),
  [`GET ${base}/arquivo`]: () => json(arquivo, 200, { ETag: '"7"' }),
  [`PUT ${base}/arquivo`]: () => json(mudanca('Serviço Poda de árvore (poda), nome: de “Poda” para “Poda de árvore”.')),
  [`GET ${base}/tipos`]: () =>
    json({ tipos: [{ codigo: 'poda', nome: tipo.nome, grupo: 'Ruas', unidade: 'obras', versao: 3, fechado: true }] }),
  [`GET ${base}/tipos/poda`]: () => json({ versao: 3, tipo }, 200, { ETag: '"3"' }),
  [`PUT ${base}/tipos/poda`]: () =>
    json({ ...mudanca('Serviço Poda de árvore (poda), nome: de “Poda” para “Poda de árvore”.'), simulado: false }),
  [`GET ${base}/lotacoes`]: () =>
    json({ lotacoes: [{ nome: 'Gestora Exemplo', documento: '20030040094', unidade: 'obras', papel: 'gestor' }] }),
  [`PUT ${base}/lotacoes`]: ({ cabecalhos }) =>
    cabecalhos.get('Protocolo-Confirmacao') ? json({ nome: 'Pessoa Nova' }) : problema('confirmacao_necessaria', 403),
  [`DELETE ${base}/lotacoes`]: () => json({ nome: 'Gestora Exemplo' }),
  [`PUT ${base}/calendario`]: () => json(semMudanca),
  [`PUT ${base}/unidades/obras`]: () => json(semMudanca),
  [`GET ${base}/chaves`]: () => json({ chaves: [chave, { ...chave, id: 'k2', nome: 'Antiga', revogadaEm: chave.criadaEm }] }),
  [`POST ${base}/chaves`]: () => json({ ...chave, chave: 'protocolo_segredo' }, 201),
  [`DELETE ${base}/chaves/k1`]: () => semConteudo(),
  'GET /gestao/auditoria': () => json({ registros: [registro], proximo: 'p2' }),
  'GET /gestao/auditoria/integridade': () => json({ integra: true, total: 48211, ate: '2026-11-21T12:00:00.000Z', falhas: 0 }),
  [`GET ${base}/indisponibilidades`]: () => json({ indisponibilidades: [queda] }),
  'POST /v1/sessoes/confirmacoes': () => json({ confirmacao: 'c0nf', expiraEm: '2026-11-21T12:05:00Z' }, 201),
}

export async function na(parte: string, extras: Rotas = {}, largura = 1200) {
  const cena = await abrirFila({ ...rotas, ...extras }, '', largura)
  botao(cena.tag, 'Administração').click()
  await waitUntil(() => texto(cena.tag.querySelector('.titulo')) === 'Administração', 'no administration')
  if (parte !== 'Serviços') botao(cena.tag, parte).click()
  await waitUntil(() => texto(cena.tag.querySelector('.miolo-da-administracao .subtitulo')).startsWith(parte), `no ${parte}`)
  return cena
}

export async function noServico(extras: Rotas = {}, largura = 1200) {
  const cena = await na('Serviços', extras, largura)
  botao(cena.tag, 'Poda de árvore').click()
  await achar(cena.tag, '.construtor')
  return cena
}
