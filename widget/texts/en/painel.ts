import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const painel: Traducao<Vozes['painel']> = {
  ola: (nome) => `Hello, ${nome}`,
  esperam: (quantos) =>
    quantos === 0
      ? 'Nothing is waiting for you right now.'
      : quantos === 1
        ? '1 pending item is waiting for you.'
        : `${quantos} pending items are waiting for you.`,
  sair: 'Sign out',
  menu: 'Account menu',
  processos: 'Requests',
  dados: 'My details',

  novo: 'New request',
  novoAjuda: 'Ask the public body for something.',
  meus: 'My requests',
  meusAjuda: 'Everything you have asked for.',
  procurar: 'Look up a number',
  procurarAjuda: (exemplo) => `Of any request, yours or not. For example: ${exemplo}`,
  procurarBotao: 'Look up',

  contadores: 'Requests by status',
  todos: 'All',
  plurais: {
    nao_analisado: 'Not yet reviewed',
    em_andamento: 'In progress',
    pendente: 'Pending',
    parado: 'Paused',
    encerrado: 'Completed',
    cancelado: 'Cancelled',
  },

  ultimos: 'Latest requests',
  verTodos: 'See all requests',
  situacao: 'Status',
  filtros: 'Filters',
  filtrosEmUso: (quantos) => `Filters (${quantos} in use)`,
  busca: 'Word or number',
  buscaAjuda: 'For example: poda, ITBI or 500114.',
  tipo: 'Service',
  orgao: 'Public body',
  qualquer: 'Any',
  de: 'Opened from',
  ate: 'Opened until',
  filtrar: 'Filter',
  limpar: 'Clear filters',
  mais: 'Show more',
  carregando: 'Loading…',
  mostrando: (quantos) => (quantos === 1 ? '1 request in the list.' : `${quantos} requests in the list.`),
  vazio: 'You do not have any requests yet',
  vazioAjuda: 'When you make a request, it shows here.',
  nenhum: 'No requests with these filters.',

  processo: 'Request',
  voltar: 'Back to the requests',
  enviado: 'What was sent',
}
