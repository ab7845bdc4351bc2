import type { Resumo } from '../../server/contract/meus.js'
import { voz } from './voz.js'

/** What `<protocolo-painel>` says to who is signed in, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const painel = voz('painel', {
  ola: (nome: string) => `Olá, ${nome}`,
  esperam: (quantos: number) =>
    quantos === 0
      ? 'Nada espera por você agora.'
      : quantos === 1
        ? '1 pendência espera por você.'
        : `${quantos} pendências esperam por você.`,
  sair: 'Sair',
  menu: 'Menu da conta',
  processos: 'Processos',
  dados: 'Meus dados',

  novo: 'Novo processo',
  novoAjuda: 'Fazer um pedido ao órgão.',
  meus: 'Meus processos',
  meusAjuda: 'Tudo o que você já pediu.',
  procurar: 'Consultar um número',
  procurarAjuda: (exemplo: string) => `Seu ou de outra pessoa. Ex.: ${exemplo}`,
  procurarBotao: 'Consultar',

  contadores: 'Processos por situação',
  todos: 'Todos',
  plurais: {
    nao_analisado: 'Não analisados',
    em_andamento: 'Em andamento',
    pendente: 'Pendentes',
    parado: 'Parados',
    encerrado: 'Concluídos',
    cancelado: 'Cancelados',
  } satisfies Record<keyof Resumo['porSituacao'], string>,

  ultimos: 'Últimos processos',
  verTodos: 'Ver todos os processos',
  situacao: 'Situação',
  filtros: 'Filtros',
  filtrosEmUso: (quantos: number) => `Filtros (${quantos} em uso)`,
  busca: 'Palavra ou número',
  buscaAjuda: 'Ex.: poda, ITBI ou 500114.',
  tipo: 'Serviço',
  orgao: 'Órgão',
  qualquer: 'Qualquer',
  de: 'Abertos de',
  ate: 'Abertos até',
  filtrar: 'Filtrar',
  limpar: 'Limpar filtros',
  mais: 'Mostrar mais',
  carregando: 'Carregando…',
  mostrando: (quantos: number) => (quantos === 1 ? '1 processo na lista.' : `${quantos} processos na lista.`),
  vazio: 'Você ainda não tem processos',
  vazioAjuda: 'Os pedidos que você fizer aparecem aqui.',
  nenhum: 'Nenhum processo com estes filtros.',

  processo: 'Processo',
  voltar: 'Voltar para os processos',
  enviado: 'O que foi enviado',
})
