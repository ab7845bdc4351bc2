import { escreverHora, escreverTamanho as tamanhoEmPortugues } from '../domain/escrita.js'
import type { Resultado, Situacao } from '../domain/situacao.js'
import type { Tramite } from './consulta.js'

/** The words of a protocolo, in pt-BR, the same on screen, in e-mails and on paper. In the widget and in the pages those of other languages take their place. */
export const palavras = {
  situacao: {
    nao_analisado: 'Não analisado',
    em_andamento: 'Em andamento',
    pendente: 'Pendente',
    parado: 'Parado',
    encerrado: 'Concluído',
    cancelado: 'Cancelado',
  } satisfies Record<Situacao, string>,
  resultado: {
    deferido: 'Deferido',
    deferido_em_parte: 'Deferido em parte',
    indeferido: 'Indeferido',
    sem_merito: 'Encerrado sem análise',
    atendido: 'Atendido',
  } satisfies Record<Resultado, string>,
  tramite: {
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
  } satisfies Record<Tramite['especie'], string>,
  para: (tramite: string, destino: string) => `${tramite} para ${destino}`,
  /** How it ended. */
  fim: {
    deferido: 'O pedido foi aceito.',
    deferido_em_parte: 'Parte do pedido foi aceita. O motivo está na decisão; se não concordar, fale com o setor.',
    indeferido: 'O pedido não foi aceito. O motivo está na decisão; se não concordar, fale com o setor.',
    sem_merito: 'O pedido terminou sem análise. Se ainda precisar, você pode pedir de novo.',
    atendido: 'O serviço foi feito. Se algo não ficou certo, fale com o setor.',
  } satisfies Record<Resultado, string>,
  /** What happens next. */
  passo: {
    nao_analisado: 'O setor ainda vai começar a analisar o seu pedido.',
    em_andamento: 'O setor está cuidando do seu pedido.',
    pendente: 'O setor precisa de algo seu para continuar. Veja o que é com o código de acesso e fale com o setor para entregar.',
    parado: 'O setor parou a análise por enquanto. Ela volta a andar na data marcada, sem que você precise fazer nada.',
    encerrado: 'O pedido foi concluído.',
    cancelado: 'O pedido foi cancelado e não terá andamento. Se ainda precisar, você pode pedir de novo.',
  } satisfies Record<Situacao, string>,
  noPrazo: 'A resposta sai até o fim do prazo.',
  foraDoPrazo: 'O prazo de resposta já passou: se preferir, fale com o setor.',
  /** `AAAA-MM-DD` as `12/11/2026`. */
  data: (dia: string) => dia.split('-').reverse().join('/'),
  /** `14:32` as `14h32`. */
  hora: escreverHora,
  /** `1,2 MB`, as it stands in pt-BR. */
  tamanho: (escrito: string) => escrito,
  /** `faltam 21 dias`, `amanhã`, `hoje`, `venceu ontem`, `venceu há 3 dias`. */
  dias: (dias: number) => {
    if (dias > 1) return `faltam ${dias} dias`
    if (dias >= 0) return dias === 1 ? 'amanhã' : 'hoje'
    return dias === -1 ? 'venceu ontem' : `venceu há ${-dias} dias`
  },
}

export const nomesDeSituacao: Readonly<Record<Situacao, string>> = palavras.situacao
export const nomesDeResultado: Readonly<Record<Resultado, string>> = palavras.resultado

/** `Encaminhado para Tributos Imobiliários`. */
export function escreverTramite({ especie, destino }: Pick<Tramite, 'especie' | 'destino'>, { tramite, para } = palavras): string {
  const nome = tramite[especie]
  return especie === 'encaminhamento' && destino ? para(nome, destino) : nome
}

/** What happens next, in one or two sentences. `diasRestantes` counts down to the prazo and is negative past it. */
export function proximoPasso(
  situacao: Situacao,
  diasRestantes: number,
  resultado: Resultado | null = null,
  { fim, passo: passos, noPrazo, foraDoPrazo } = palavras,
): string {
  if (situacao === 'encerrado' && resultado) return fim[resultado]
  const passo = passos[situacao]
  const esperando = situacao === 'nao_analisado' || situacao === 'em_andamento'
  return esperando ? `${passo} ${diasRestantes < 0 ? foraDoPrazo : noPrazo}` : passo
}

/** `AAAA-MM-DD` as `12/11/2026`. */
export function escreverData(dia: string): string {
  return palavras.data(dia)
}

/** An instant (ISO 8601) in the entidade's time zone: `12/11/2026, 14h32`. */
export function escreverDataHora(iso: string, fuso: string): string {
  const formatador = new Intl.DateTimeFormat('en-CA', {
    timeZone: fuso,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const partes = formatador.formatToParts(new Date(iso))
  const { year, month, day, hour, minute } = Object.fromEntries(partes.map(({ type, value }) => [type, value]))
  return `${palavras.data(`${year}-${month}-${day}`)}, ${palavras.hora(`${hour}:${minute}`)}`
}

export function escreverTamanho(bytes: number): string {
  return palavras.tamanho(tamanhoEmPortugues(bytes))
}

export function escreverDiasRestantes(dias: number): string {
  return palavras.dias(dias)
}
