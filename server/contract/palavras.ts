import { escreverData, escreverHora, escreverTamanho } from '../domain/escrita.js'
import type { Resultado, Situacao } from '../domain/situacao.js'
import type { Tramite } from './consulta.js'

/** The words of a protocolo in pt-BR, the same on screen, in e-mails and on paper. */

export { escreverData, escreverTamanho }

export const nomesDeSituacao: Readonly<Record<Situacao, string>> = {
  nao_analisado: 'Não analisado',
  em_andamento: 'Em andamento',
  pendente: 'Pendente',
  parado: 'Parado',
  encerrado: 'Concluído',
  cancelado: 'Cancelado',
}

export const nomesDeResultado: Readonly<Record<Resultado, string>> = {
  deferido: 'Deferido',
  deferido_em_parte: 'Deferido em parte',
  indeferido: 'Indeferido',
  sem_merito: 'Encerrado sem análise',
  atendido: 'Atendido',
}

export const nomesDeTramite: Readonly<Record<Tramite['especie'], string>> = {
  abertura: 'Protocolo aberto',
  recebimento: 'Recebido',
  atribuicao: 'Responsável definido',
  encaminhamento: 'Encaminhado',
  despacho: 'Análise do setor',
  reclassificacao: 'Classificação corrigida',
  exigencia: 'Pedimos algo a você',
  dispensa: 'Pedido dispensado',
  resposta: 'Você respondeu',
  parada: 'Análise parada',
  retomada: 'Análise retomada',
  prorrogacao: 'Prazo prorrogado',
  encerramento: 'Concluído',
  cancelamento: 'Cancelado',
  recurso: 'Você recorreu',
  reabertura: 'Reaberto',
  arquivamento: 'Arquivado',
}

/** `Encaminhado para Tributos Imobiliários`. */
export function escreverTramite(tramite: Pick<Tramite, 'especie' | 'destino'>): string {
  const nome = nomesDeTramite[tramite.especie]
  return tramite.especie === 'encaminhamento' && tramite.destino ? `${nome} para ${tramite.destino}` : nome
}

const desfechos: Readonly<Record<Resultado, string>> = {
  deferido: 'O pedido foi aceito.',
  deferido_em_parte: 'Parte do pedido foi aceita. O motivo está na decisão; se não concordar, fale com o setor.',
  indeferido: 'O pedido não foi aceito. O motivo está na decisão; se não concordar, fale com o setor.',
  sem_merito: 'O pedido terminou sem análise. Se ainda precisar, você pode abrir outro.',
  atendido: 'O serviço foi feito. Se algo não ficou certo, fale com o setor.',
}

/** What happens next, in one or two sentences. `diasRestantes` counts down to the prazo and is negative past it. */
export function proximoPasso(situacao: Situacao, diasRestantes: number, resultado: Resultado | null = null): string {
  const resposta =
    diasRestantes < 0 ? 'O prazo de resposta já passou: se preferir, fale com o setor.' : 'A resposta sai até o fim do prazo.'
  switch (situacao) {
    case 'nao_analisado':
      return `O setor ainda vai começar a analisar o seu pedido. ${resposta}`
    case 'em_andamento':
      return `O setor está cuidando do seu pedido. ${resposta}`
    case 'pendente':
      return 'O setor precisa de algo seu para continuar. Veja o que é com o código de acesso e fale com o setor para entregar.'
    case 'parado':
      return 'O setor parou a análise por enquanto. Ela volta a andar na data marcada, sem que você precise fazer nada.'
    case 'encerrado':
      return resultado ? desfechos[resultado] : 'O pedido foi concluído.'
    case 'cancelado':
      return 'O pedido foi cancelado e não terá andamento. Se ainda precisar, você pode abrir outro.'
  }
}

/** An instant (ISO 8601) in the entidade's time zone: `12/11/2026, 14h32`. */
export function escreverDataHora(iso: string, fuso: string): string {
  const formatador = new Intl.DateTimeFormat('pt-BR', {
    timeZone: fuso,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const partes = new Map(formatador.formatToParts(new Date(iso)).map((parte) => [parte.type, parte.value]))
  const parte = (tipo: Intl.DateTimeFormatPartTypes) => partes.get(tipo) ?? ''
  return `${parte('day')}/${parte('month')}/${parte('year')}, ${escreverHora(`${parte('hour')}:${parte('minute')}`)}`
}

/** `faltam 21 dias`, `é amanhã`, `é hoje`, `venceu ontem`, `venceu há 3 dias`. */
export function escreverDiasRestantes(dias: number): string {
  if (dias > 1) return `faltam ${dias} dias`
  if (dias >= 0) return dias === 1 ? 'é amanhã' : 'é hoje'
  return dias === -1 ? 'venceu ontem' : `venceu há ${-dias} dias`
}
