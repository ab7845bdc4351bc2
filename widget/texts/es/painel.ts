import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const painel: Traducao<Vozes['painel']> = {
  ola: (nome) => `Hola, ${nome}`,
  esperam: (quantos) =>
    quantos === 0 ? 'No tiene nada pendiente ahora.' : quantos === 1 ? 'Tiene 1 pendiente.' : `Tiene ${quantos} pendientes.`,
  sair: 'Salir',
  menu: 'Menú de la cuenta',
  processos: 'Trámites',
  dados: 'Mis datos',

  novo: 'Nuevo trámite',
  novoAjuda: 'Hacer una solicitud al organismo.',
  meus: 'Mis trámites',
  meusAjuda: 'Todo lo que ya solicitó.',
  procurar: 'Consultar un número',
  procurarAjuda: (exemplo) => `De cualquier trámite, suyo o no. Ej.: ${exemplo}`,
  procurarBotao: 'Consultar',

  contadores: 'Trámites por situación',
  todos: 'Todos',
  plurais: {
    nao_analisado: 'Sin analizar',
    em_andamento: 'En curso',
    pendente: 'Pendientes',
    parado: 'Detenidos',
    encerrado: 'Concluidos',
    cancelado: 'Cancelados',
  },

  ultimos: 'Últimos trámites',
  verTodos: 'Ver todos los trámites',
  situacao: 'Situación',
  filtros: 'Filtros',
  filtrosEmUso: (quantos) => `Filtros (${quantos} en uso)`,
  busca: 'Palabra o número',
  buscaAjuda: 'Ej.: poda, ITBI o 500114.',
  tipo: 'Servicio',
  orgao: 'Organismo',
  qualquer: 'Cualquiera',
  de: 'Abiertos desde',
  ate: 'Abiertos hasta',
  filtrar: 'Filtrar',
  limpar: 'Quitar filtros',
  mais: 'Mostrar más',
  carregando: 'Cargando…',
  mostrando: (quantos) => (quantos === 1 ? '1 trámite en la lista.' : `${quantos} trámites en la lista.`),
  vazio: 'Todavía no tiene trámites',
  vazioAjuda: 'Cuando haga una solicitud, aparecerá aquí.',
  nenhum: 'Ningún trámite con estos filtros.',

  processo: 'Trámite',
  voltar: 'Volver a los trámites',
  enviado: 'Lo que se envió',
}
