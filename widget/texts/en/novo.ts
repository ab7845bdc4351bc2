import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const novo: Traducao<Vozes['novo']> = {
  passo: (numero, total) => `Step ${numero} of ${total}`,
  voltar: 'Back',
  continuar: 'Continue',
  voltarARevisao: 'Back to the review',
  verAssuntos: 'See other topics',
  obrigatorios: 'Fields with * are required.',

  lista: {
    titulo: 'What do you need?',
    busca: 'Search topics',
    buscaAjuda: 'Use your own words.',
    achados: (n) => (n === 0 ? 'No topics found.' : n === 1 ? '1 topic found.' : `${n} topics found.`),
    nenhum: 'We did not find that topic. Try another word or see the full list.',
    verTodos: 'See the full list',
    prazo: (dias) => `Answer within ${dias}`,
    vazia: 'No topics are open for requests at the moment.',
  },

  apresentacao: {
    comecar: 'Start',
    outro: 'Choose another topic',
    resposta: 'Answer within',
    costuma: 'Usually takes',
    tempoUsual: (dias) => (dias < 1 ? 'less than 1 day' : dias === 1 ? '1 day' : `${dias} days`),
    recebe: 'Who receives it',
    custo: 'Cost',
    dias: (dias, uteis) => (uteis ? (dias === 1 ? '1 working day' : `${dias} working days`) : dias === 1 ? '1 day' : `${dias} days`),
    documentos: 'Have at hand',
    semDocumentos: 'You do not need to send any documents.',
    seTiver: 'if you have it',
    depende: 'only in some cases',
    soEmpresa: 'This request is made on behalf of a company or organisation with a CNPJ.',
    podeAnonimo: 'You can ask without saying who you are.',
    sigiloso: 'What is in this request is kept confidential.',
  },

  rascunho: {
    guardado: 'Draft saved on this device',
    apagar: 'Delete draft',
    apagado: 'Draft deleted from this device.',
    pergunta: 'Continue where you left off?',
    de: (quando) => `You began this request and the draft was saved on this device: ${quando}.`,
    continuar: 'Continue where I left off',
    recomecar: 'Start again',
    retomado: 'Your answers are here, as you left them.',
    arquivosVencidos: 'Only the files need to be sent again: without a request, they are kept for one day.',
    enviadoEmOutraAba: 'This request has already been sent in another tab. The receipt is there.',
    apagadoEmOutraAba: 'The draft of this request was deleted in another tab. What you wrote is still here.',
    outroPedido: 'Make another request',
  },
}
