import type { palavras as emPortugues } from '../palavras.js'
import { dadosEm, escritorDeDatas } from './traduzir.js'

export const palavras: typeof emPortugues = {
  situacao: {
    nao_analisado: 'Not yet reviewed',
    em_andamento: 'In progress',
    pendente: 'Pending',
    parado: 'Paused',
    encerrado: 'Completed',
    cancelado: 'Cancelled',
  },
  resultado: {
    deferido: 'Granted',
    deferido_em_parte: 'Granted in part',
    indeferido: 'Not granted',
    sem_merito: 'Closed without review',
    atendido: 'Done',
  },
  tramite: {
    abertura: 'Request opened',
    recebimento: 'Received',
    atribuicao: 'Assigned',
    encaminhamento: 'Forwarded',
    despacho: 'Department’s review',
    reclassificacao: 'Classification corrected',
    exigencia: 'We asked you for something',
    dispensa: 'No longer asked for',
    resposta: 'You answered',
    parada: 'Review paused',
    retomada: 'Review resumed',
    prorrogacao: 'Deadline extended',
    encerramento: 'Completed',
    cancelamento: 'Cancelled',
    recurso: 'You appealed',
    reabertura: 'Reopened',
    arquivamento: 'Archived',
  },
  para: (tramite, destino) => `${tramite} to ${destino}`,
  fim: {
    deferido: 'The request was granted.',
    deferido_em_parte: 'Part of the request was granted. The reason is in the decision; if you do not agree, contact the department.',
    indeferido: 'The request was not granted. The reason is in the decision; if you do not agree, contact the department.',
    sem_merito: 'The request ended without review. If you still need it, you can open another.',
    atendido: 'The service was done. If something is not right, contact the department.',
  },
  passo: {
    nao_analisado: 'The department has yet to start reviewing your request.',
    em_andamento: 'The department is working on your request.',
    pendente:
      'The department needs something from you to continue. See what it is with the access code and contact the department to hand it in.',
    parado: 'The department has paused the review for now. It resumes on the set date, and you do not need to do anything.',
    encerrado: 'The request was completed.',
    cancelado: 'The request was cancelled and goes no further. If you still need it, you can open another.',
  },
  noPrazo: 'The answer comes by the end of the deadline.',
  foraDoPrazo: 'The deadline for an answer has passed: if you prefer, contact the department.',
  data: escritorDeDatas('en'),
  hora: (hora) => hora,
  tamanho: dadosEm('en'),
  dias: (dias) => {
    if (dias > 1) return `${dias} days left`
    if (dias >= 0) return dias === 1 ? 'tomorrow' : 'today'
    return dias === -1 ? 'due yesterday' : `overdue by ${-dias} days`
  },
}
