import type { Fila, ItemDaFila } from '../../server/contract/gestao.js'
import { voz } from './voz.js'

/** What the queues of `<protocolo-gestao>` say, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const fila = voz('fila', {
  filas: 'Filas',
  filaAtual: 'Fila',
  unidade: 'Unidade',
  todas: 'Todas as minhas',
  quantos: (quantos: number) => (quantos === 1 ? '1 processo' : `${quantos >= 1000 ? 'Mais de 999' : quantos} processos`),
  atalhos: 'Atalhos do teclado',

  busca: 'Buscar na fila',
  buscaAjuda: 'Número, nome, CPF, CNPJ ou palavra',
  buscar: 'Buscar',
  filtros: 'Filtros',
  filtrosEmUso: (quantos: number) => `Filtros (${quantos} em uso)`,
  tipo: 'Serviço',
  situacao: 'Situação',
  responsavel: 'Responsável',
  ninguem: 'Ninguém',
  eu: (nome: string) => `Eu (${nome})`,
  de: 'Abertos de',
  ate: 'Abertos até',
  qualquer: 'Qualquer',
  filtrar: 'Filtrar',
  limpar: 'Limpar filtros',
  tirar: (filtro: string) => `Tirar o filtro ${filtro}`,
  buscou: (texto: string) => `“${texto}”`,

  colunas: { processo: 'Processo', assunto: 'Serviço e interessado', prazo: 'Prazo', situacao: 'Situação', responsavel: 'Com' },
  selecionar: (numero: string) => `Selecionar ${numero}`,
  selecionarTodos: 'Selecionar a página inteira',
  anonimo: 'Pedido anônimo',
  restrito: 'Restrito',
  sigiloso: 'Sigiloso',
  aReceber: 'A receber',
  voce: 'você',
  semResponsavel: 'ninguém',
  retorno: (quando: string) => `Devolver até ${quando}`,
  retornoPassou: (quando: string) => `Era para devolver até ${quando}`,
  terminou: (quando: string) => `Terminou ${/^\d/.test(quando) ? 'em ' : ''}${quando}`,
  mensagens: (quantas: number) => (quantas === 1 ? '1 mensagem nova' : `${quantas} mensagens novas`),
  comAlguem: (nomes: readonly string[]) => {
    const [um, outro] = nomes
    if (nomes.length > 2) return `Aberto agora por ${um} e mais ${nomes.length - 1} pessoas`
    return `Aberto agora por ${outro === undefined ? um : `${um} e ${outro}`}`
  },
  prioridade: 'Prioridade',
  motivos: {
    idoso_80: '80 anos ou mais',
    idoso_60: '60 anos ou mais',
    deficiencia: 'pessoa com deficiência',
    autismo: 'autismo',
    gestante: 'gestante',
    lactante: 'amamenta',
    crianca_de_colo: 'criança de colo',
    obesidade: 'obesidade',
    mobilidade_reduzida: 'mobilidade reduzida',
    doenca_grave: 'doença grave',
  } satisfies Record<NonNullable<ItemDaFila['prioridade']>, string>,
  saiu: 'Saiu desta fila',

  mais: 'Carregar mais',
  carregando: 'Carregando…',
  naLista: (quantos: number) => (quantos === 1 ? '1 processo na lista.' : `${quantos} processos na lista.`),
  novos: (quantos: number) => `Na fila: ${quantos} a mais.`,
  mostrar: 'Mostrar',
  mudou: (numero: string, situacao: string) => `${numero}: ${situacao}.`,
  mudaram: (quantos: number) => `${quantos} processos da lista mudaram.`,

  vazias: {
    unidade: 'Nenhum processo em aberto. Tudo em dia por aqui.',
    minha: 'Nada está com você agora.',
    vencidos: 'Nada venceu. Bom trabalho.',
    semana: 'Nada vence nos próximos sete dias.',
    prioridade: 'Nenhum processo com prioridade por lei à espera.',
    pendentes: 'Nenhum processo aguarda o cidadão.',
    parados: 'Nada está parado.',
    encerrados: 'Nada terminou por aqui ainda.',
  } satisfies Record<Fila, string>,
  verUnidade: 'Ver a fila da unidade',
  nenhum: 'Nenhum processo com estes filtros.',
})
