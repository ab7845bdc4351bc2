import type {
  ChaveDeApi,
  IndisponibilidadesListadas,
  LotacoesListadas,
  ResultadoDaImportacao,
  TipoDoArquivo,
  TiposListados,
  VersoesDoTipo,
} from '../../contract/administracao.js'
import type { ArquivoDeEntidade } from '../../contract/entidade.js'

export const importado: ResultadoDaImportacao = {
  simulado: false,
  versao: 8,
  linhas: ['Serviço Tapa-buraco (buraco), prazo, dias: de 15 para 10.'],
  avisos: [],
  problemas: [],
}

export const unidade = { codigo: 'obras', nome: 'Secretaria de Obras', email: 'obras@vilaserena.exemplo.br', orgao: 'PMVS' }
export const calendario = { feriados: [{ dia: '08-16', nome: 'Aniversário da cidade' }], facultativos: true }

const tipo: TipoDoArquivo['tipo'] = {
  codigo: 'buraco',
  nome: 'Tapa-buraco',
  descricao: 'Peça o conserto de um buraco na rua.',
  grupo: 'Ruas e calçadas',
  orgao: 'PMVS',
  unidade: 'obras',
  prazo: { dias: 10, contagem: 'uteis' },
  campos: [{ codigo: 'relato', rotulo: 'O que houve', especie: 'texto-longo' }],
  documentos: [],
}
export const tipoDoArquivo: TipoDoArquivo = { versao: 3, tipo }

export const tipos: TiposListados = {
  tipos: [{ codigo: 'buraco', nome: 'Tapa-buraco', grupo: 'Ruas e calçadas', unidade: 'obras', versao: 3, fechado: false }],
}

export const versoes: VersoesDoTipo = {
  versoes: [
    { versao: 3, em: '2026-11-20T14:00:00.000Z', quem: 'Administradora Exemplo', abertos: 12 },
    { versao: 2, em: '2026-08-03T11:30:00.000Z', quem: 'cli', abertos: 4 },
    { versao: 1, em: '2026-01-05T12:00:00.000Z', quem: null, abertos: 0 },
  ],
}

export const novaIndisponibilidade = {
  de: '2026-11-20T21:00:00.000Z',
  ate: '2026-11-21T02:30:00.000Z',
  motivo: 'Queda de energia no datacenter.',
}
export const indisponibilidade: IndisponibilidadesListadas['indisponibilidades'][number] = {
  id: '019ab4c2-0000-7000-8000-0000000000d1',
  ...novaIndisponibilidade,
  protocolos: 14,
}

export const arquivo: ArquivoDeEntidade = {
  codigo: 'vila-serena',
  nome: 'Prefeitura de Vila Serena',
  municipio: { nome: 'Vila Serena', uf: 'SP', ibge: '9999999' },
  fuso: 'America/Sao_Paulo',
  contato: { telefone: '(00) 0000-0000' },
  encarregado: { nome: 'Encarregada Exemplo', email: 'privacidade@vilaserena.exemplo.br' },
  avisoDePrivacidade: { versao: '2026-01', texto: 'Usamos os seus dados para responder o seu pedido.' },
  origens: ['https://www.vilaserena.exemplo.br'],
  paginas: {},
  calendario,
  orgaos: [
    {
      sigla: 'PMVS',
      nome: 'Prefeitura Municipal',
      numeracao: { mascara: '{sigla} {ano}/{sequencia}' },
      unidades: [{ codigo: 'obras', nome: 'Secretaria de Obras', email: 'obras@vilaserena.exemplo.br' }],
    },
  ],
  tipos: [tipo],
}

export const lotacoes: LotacoesListadas = {
  lotacoes: [{ nome: 'Gestora Exemplo', documento: '20030040094', unidade: 'obras', papel: 'gestor' }],
}
export const novaLotacao = { documento: '200.300.400-94', unidade: 'obras', papel: 'gestor' }

export const chave: ChaveDeApi = {
  id: '019ab4c2-0000-7000-8000-0000000000c1',
  nome: 'Painel da prefeitura',
  prefixo: 'protocolo_Qx7Lp2',
  escopos: ['indicadores'],
  criadaEm: '2026-11-21T12:00:00.000Z',
  usadaEm: null,
  revogadaEm: null,
}
