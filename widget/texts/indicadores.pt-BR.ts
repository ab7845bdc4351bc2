import type { Medidas } from '../../server/contract/indicadores.js'
import { voz } from './voz.js'

/** What the indicators of the desk say, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const indicadores = voz('indicadores', {
  titulo: 'Indicadores',
  filtros: 'Período e recorte',
  de: 'De',
  ate: 'Até',
  tipo: 'Serviço',
  unidade: 'Unidade',
  todos: { tipo: 'Todos', unidade: 'Todas' },
  mostrar: 'Mostrar',
  limpar: 'Voltar aos últimos doze meses',
  contando: 'Contando…',
  contado: (quando: string) => `Contado em ${quando}.`,
  planilha: 'Baixar planilha (CSV)',
  baixando: 'Baixando…',

  medidas: {
    abertos: 'Abertos',
    concluidos: 'Concluídos',
    noPrazo: 'Concluídos no prazo',
    diasMediana: 'Dias até concluir (mediana)',
    avaliacaoMedia: 'Avaliação média',
  } satisfies Record<keyof Medidas, string>,
  explicacoes: {
    noPrazo: 'dos concluídos',
    diasMediana: 'metade levou até isso',
    avaliacaoMedia: 'de 1 a 5',
  } satisfies Partial<Record<keyof Medidas, string>>,
  porCento: (n: string) => `${n}%`,
  dias: (n: string, um: boolean) => (um ? `${n} dia` : `${n} dias`),
  semNumero: '—',
  semNumeroDito: 'sem número',

  resumo: (de: string, ate: string) => `De ${de} a ${ate}, `,
  nada: 'nada foi aberto nem concluído.',
  abertos: (n: string, um: boolean) => (um ? `foi aberto ${n} pedido` : `foram abertos ${n} pedidos`),
  concluidos: (n: string, um: boolean) => (um ? ` e ${n} chegou ao fim` : ` e ${n} chegaram ao fim`),
  noPrazo: (n: string) => `, ${n}% no prazo`,
  metade: (n: string, um: boolean) => (um ? `. Metade levou até ${n} dia.` : `. Metade levou até ${n} dias.`),

  medida: 'O que os gráficos mostram',
  porMes: 'Mês a mês',
  porTipo: 'Por serviço',
  porUnidade: 'Por unidade',
  mes: 'Mês',
  tabela: 'Ver os números em tabela',
  tabelaDe: (nome: string) => `Números: ${nome.toLowerCase()}`,
  maior: (medida: string, nome: string, valor: string) => `${medida}: o maior número é de ${nome}, ${valor}`,
  menor: (nome: string, valor: string) => `; o menor, de ${nome}, ${valor}`,
  um: (medida: string, nome: string, valor: string) => `${medida}: ${nome}, ${valor}.`,
  vazio: 'Não há números deste tipo no período.',
  semNada: {
    titulo: 'Nada neste período',
    texto: 'Escolha outras datas, outro serviço ou outra unidade.',
  },
  falta: (quantos: number) => (quantos === 1 ? 'Falta acertar 1 coisa' : `Falta acertar ${quantos} coisas`),
})
