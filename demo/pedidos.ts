import type { Situacao } from '../server/domain/situacao.js'
import type { Endereco, Respostas } from '../server/domain/tipo.js'
import { cidada, empresa, moradores, type Pessoa } from './pessoas.js'

/** Something that someone asked for. */
export interface PedidoFeito {
  entidade: string
  tipo: string
  de: Pessoa
  situacao: Exclude<Situacao, 'cancelado'>
  /** When it was opened: days before now. */
  dias: number
  respostas: Respostas
  prioridade?: string
  /** A known access code, so that a newcomer can look inside. Of the demo alone. */
  codigo?: string
  /** How it stands at the desk. */
  mesa?: {
    /** Given to somebody of the unidade. */
    atribuido?: true
    /** Sent on, to be back some days from now. */
    retorno?: { destino: string; dias: number }
    /** A private despacho, with a file. */
    parecer?: string
  }
}

const ruas = ['Rua das Acácias', 'Avenida Brasil', 'Rua XV de Novembro', 'Travessa do Sol', 'Rua Padre Anchieta', 'Alameda dos Ipês']
const bairros = ['Centro', 'Jardim das Flores', 'Vila Nova', 'Parque das Águas']

function endereco(n: number): Endereco {
  const logradouro = ruas[n % ruas.length] ?? 'Rua das Acácias'
  const bairro = bairros[n % bairros.length] ?? 'Centro'
  return { cep: '13900000', logradouro, numero: String(40 + n * 17), bairro, municipio: 'Vila Serena', uf: 'SP' }
}

function inscricao(n: number): string {
  return `01.0${(n % 8) + 1}.${String(n * 7).padStart(3, '0')}.${String(n * 131).padStart(4, '0')}-${n % 10}`
}

/** Answers to the form of a tipo of vila-serena; `n` makes them differ. */
const respostasDe: Readonly<Record<string, (n: number) => Respostas>> = {
  itbi: (n) => ({
    inscricao: inscricao(n),
    valor: 18_000_000 + n * 1_250_000,
    natureza: n % 3 === 0 ? 'permuta' : 'compra-e-venda',
    financiado: n % 2 === 0,
    ...(n % 2 === 0 && { 'valor-financiado': 12_000_000 + n * 100_000, banco: 'Banco Exemplo' }),
  }),
  'isencao-iptu': (n) => ({ inscricao: inscricao(n), motivo: n % 2 ? 'aposentado' : 'pcd', renda: 210_000 + n * 5_000 }),
  'certidao-negativa': (n) => ({ finalidade: n % 2 ? 'Vender um imóvel' : 'Participar de licitação' }),
  buraco: (n) => ({
    endereco: { endereco: endereco(n), referencia: n % 2 ? 'em frente à padaria' : 'perto da escola' },
    descricao: n % 2 ? 'Buraco fundo no meio da rua. Os carros desviam pela calçada.' : 'O asfalto afundou depois da chuva.',
  }),
  'poda-arvore': (n) => ({
    endereco: endereco(n),
    referencia: 'ao lado do ponto de ônibus',
    servico: n % 2 ? 'poda' : 'remocao',
    risco: n % 4 === 0,
  }),
  'vista-processo': () => ({ processo: 'PMVS 2026/500100', justificativa: 'Sou vizinha da obra de que o processo trata.' }),
  outros: (n) => ({
    motivo:
      n % 2 ? 'Gostaria de um banco na praça em frente ao posto de saúde.' : 'O semáforo da avenida abre por pouco tempo para pedestres.',
  }),
  'historico-escolar': () => ({ curso: 'Técnico em Administração', conclusao: '2012-12-01' }),
  'aposentadoria-servidor': () => ({ registro: '004521', admissao: '1991-03-04' }),
  vazamento: (n) => ({ lugar: { endereco: endereco(n) }, agua: n % 2 ? 'agua' : 'esgoto' }),
  'tribuna-livre': () => ({ assunto: 'Transporte escolar na zona rural.' }),
  denuncia: () => ({ relato: 'Há entulho sendo jogado na beira do córrego todas as noites.' }),
  alvara: (n) => ({
    cnpj: empresa.documento,
    atividade: '4711-3/02',
    area: 85.5 + n,
    dias: ['semana', 'sabado'],
    abre: '08:00',
    fecha: '18:00',
  }),
}

const abertosAgora = ['buraco', 'certidao-negativa', 'outros', 'itbi', 'vazamento', 'tribuna-livre', 'denuncia']
const pendentes = ['itbi', 'isencao-iptu', 'vista-processo', 'historico-escolar', 'poda-arvore', 'outros', 'itbi']
const encerrados = ['certidao-negativa', 'buraco', 'poda-arvore', 'vazamento', 'isencao-iptu']
const emAndamento = [
  ...['buraco', 'poda-arvore', 'itbi', 'outros', 'isencao-iptu', 'aposentadoria-servidor', 'historico-escolar', 'vista-processo'],
  ...[
    'certidao-negativa',
    'buraco',
    'outros',
    'poda-arvore',
    'isencao-iptu',
    'itbi',
    'tribuna-livre',
    'buraco',
    'outros',
    'vista-processo',
  ],
  ...['poda-arvore', 'isencao-iptu'],
]

/** @param idades days before now of the newest and of the oldest. */
function daCidada(tipos: readonly string[], situacao: PedidoFeito['situacao'], [nova, velha]: readonly [number, number]): PedidoFeito[] {
  return tipos.map((tipo, n) => ({
    entidade: 'vila-serena',
    tipo,
    de: cidada,
    situacao,
    dias: nova + ((velha - nova) * n) / tipos.length,
    respostas: respostasDe[tipo]?.(n) ?? {},
    ...(tipo === 'isencao-iptu' && n % 2 === 0 && { prioridade: 'deficiencia' }),
  }))
}

function comCodigo(pedidos: PedidoFeito[], codigo: string): PedidoFeito[] {
  return pedidos.map((pedido, n) => (n === 0 ? { ...pedido, codigo } : pedido))
}

const daEmpresa: PedidoFeito[] = (['encerrado', 'em_andamento', 'pendente'] as const).map((situacao, n) => ({
  entidade: 'vila-serena',
  tipo: 'alvara',
  de: empresa,
  situacao,
  dias: [70, 9, 12][n] ?? 9,
  respostas: respostasDe.alvara?.(n) ?? {},
}))

const nosOutros: PedidoFeito[] = [
  {
    entidade: 'serra-azul',
    tipo: 'vazamento',
    de: cidada,
    situacao: 'em_andamento',
    dias: 1.2,
    respostas: { lugar: { endereco: endereco(3) }, origem: 'agua', sinais: ['jorra'] },
    codigo: 'DEM0-0000-0004',
  },
  {
    entidade: 'serra-azul',
    tipo: 'revisao-conta',
    de: cidada,
    situacao: 'encerrado',
    dias: 48,
    respostas: { mes: '08/2026', valor: 31_240, motivo: 'A conta veio três vezes maior do que a do mês anterior.' },
  },
  {
    entidade: 'serra-azul',
    tipo: 'outros',
    de: empresa,
    situacao: 'nao_analisado',
    dias: 0.4,
    respostas: { motivo: 'Pedimos a segunda via das contas de todas as lojas.' },
  },
  {
    entidade: 'registro-vila-serena',
    tipo: 'certidao-matricula',
    de: cidada,
    situacao: 'encerrado',
    dias: 33,
    respostas: { matricula: '45.123', especie: 'inteiro-teor', entrega: 'digital' },
  },
  {
    entidade: 'registro-vila-serena',
    tipo: 'certidao-matricula',
    de: cidada,
    situacao: 'em_andamento',
    dias: 2.1,
    respostas: { matricula: '45.124', especie: 'onus', entrega: 'balcao' },
  },
  {
    entidade: 'certifica',
    tipo: 'renovacao',
    de: cidada,
    situacao: 'encerrado',
    dias: 61,
    respostas: { produto: 'ecpf-a1', vence: '2026-10-30' },
  },
  {
    entidade: 'certifica',
    tipo: 'ecpf-a1',
    de: cidada,
    situacao: 'pendente',
    dias: 3.3,
    respostas: { nascimento: '1988-05-17', validacao: 'video' },
    codigo: 'DEM0-0000-0005',
  },
]

/** Of others, in every state in which the desk has something to do. */
const dosMoradores: PedidoFeito[] = (
  [
    ['buraco', 'nao_analisado', 0.2],
    ['buraco', 'nao_analisado', 3],
    ['buraco', 'em_andamento', 6, { atribuido: true }],
    ['buraco', 'em_andamento', 21, { atribuido: true, parecer: 'A rua está na garantia da empreiteira. Cobrar o conserto dela.' }],
    ['buraco', 'parado', 12],
    ['buraco', 'em_andamento', 9, { retorno: { destino: 'procuradoria', dias: 2 } }],
    ['poda-arvore', 'nao_analisado', 1],
    ['poda-arvore', 'em_andamento', 35, { atribuido: true }],
    ['poda-arvore', 'parado', 18],
    ['itbi', 'em_andamento', 5, { atribuido: true, parecer: 'Planta genérica conferida. O valor declarado está certo.' }],
    ['itbi', 'em_andamento', 44, { parecer: 'Há divergência na metragem. Pedir parecer antes de calcular.' }],
    ['itbi', 'em_andamento', 11, { retorno: { destino: 'procuradoria', dias: 5 } }],
    ['certidao-negativa', 'nao_analisado', 0.5],
    ['certidao-negativa', 'em_andamento', 8, { atribuido: true }],
    ['isencao-iptu', 'nao_analisado', 2],
    ['isencao-iptu', 'em_andamento', 50, { atribuido: true }],
    ['outros', 'nao_analisado', 0.3],
    ['outros', 'nao_analisado', 5],
    ['outros', 'em_andamento', 7, { retorno: { destino: 'saevs-manutencao', dias: -1 } }],
    ['aposentadoria-servidor', 'em_andamento', 26, { atribuido: true }],
    ['tribuna-livre', 'nao_analisado', 4],
  ] as const satisfies readonly (readonly [string, PedidoFeito['situacao'], number, PedidoFeito['mesa']?])[]
).map(([tipo, situacao, dias, mesa], n) => ({
  entidade: 'vila-serena',
  tipo,
  de: moradores[n % moradores.length] ?? cidada,
  situacao,
  dias,
  respostas: respostasDe[tipo]?.(n + 5) ?? {},
  ...(tipo === 'isencao-iptu' && { prioridade: 'idoso_80' }),
  ...(mesa && { mesa }),
}))

/** Everything that was asked before the demo starts; of the citizen in vila-serena, 39. */
export const pedidosFeitos: readonly PedidoFeito[] = [
  ...daCidada(abertosAgora, 'nao_analisado', [0.1, 2]),
  ...comCodigo(daCidada(pendentes, 'pendente', [9, 24]), 'DEM0-0000-0001'),
  ...comCodigo(daCidada(emAndamento, 'em_andamento', [3, 16]), 'DEM0-0000-0002'),
  ...comCodigo(daCidada(encerrados, 'encerrado', [45, 160]), 'DEM0-0000-0003'),
  ...daEmpresa,
  ...nosOutros,
  ...dosMoradores,
]
