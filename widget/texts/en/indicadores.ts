import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const indicadores: Traducao<Vozes['indicadores']> = {
  titulo: 'Indicators',
  filtros: 'Period and filters',
  de: 'From',
  ate: 'To',
  tipo: 'Service',
  unidade: 'Department',
  todos: { tipo: 'All', unidade: 'All' },
  mostrar: 'Show',
  limpar: 'Back to the last twelve months',
  contando: 'Counting…',
  contado: (quando) => `Counted on ${quando}.`,
  planilha: 'Download spreadsheet (CSV)',
  baixando: 'Downloading…',

  medidas: {
    abertos: 'Opened',
    concluidos: 'Completed',
    noPrazo: 'Completed on time',
    diasMediana: 'Days to complete (median)',
    avaliacaoMedia: 'Average rating',
  },
  explicacoes: {
    noPrazo: 'of those completed',
    diasMediana: 'half took up to this',
    avaliacaoMedia: 'from 1 to 5',
  },
  porCento: (n) => `${n}%`,
  dias: (n, um) => (um ? `${n} day` : `${n} days`),
  semNumero: '—',
  semNumeroDito: 'no number',

  resumo: (de, ate) => `From ${de} to ${ate}, `,
  nada: 'nothing was opened or completed.',
  abertos: (n, um) => (um ? `${n} request was opened` : `${n} requests were opened`),
  concluidos: (n, um) => (um ? ` and ${n} was completed` : ` and ${n} were completed`),
  noPrazo: (n) => `, ${n}% on time`,
  metade: (n, um) => (um ? `. Half took up to ${n} day.` : `. Half took up to ${n} days.`),

  medida: 'What the charts show',
  porMes: 'Month by month',
  porTipo: 'By service',
  porUnidade: 'By department',
  mes: 'Month',
  tabela: 'See the numbers in a table',
  tabelaDe: (nome) => `Numbers: ${nome.toLowerCase()}`,
  maior: (medida, nome, valor) => `${medida}: the largest number is for ${nome}, ${valor}`,
  menor: (nome, valor) => `; the smallest is for ${nome}, ${valor}`,
  um: (medida, nome, valor) => `${medida}: ${nome}, ${valor}.`,
  vazio: 'There are no numbers of this kind in the period.',
  semNada: {
    titulo: 'Nothing in this period',
    texto: 'Choose other dates, another service or another department.',
  },
  falta: (quantos) => (quantos === 1 ? '1 thing left to fix' : `${quantos} things left to fix`),
}
