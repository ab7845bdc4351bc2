import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const balcao: Traducao<Vozes['balcao']> = {
  titulo: 'New request for someone',
  explicacao: 'For a person who came to the counter or phoned. The receipt has the request number and the access code.',
  obrigatorios: 'Fill in the fields with *.',
  canal: 'How did the person get in touch?',
  canais: { balcao: 'At the counter', telefone: 'By phone' },
  quem: 'Who is asking',
  nome: 'Full name or registered company name',
  documento: 'CPF or CNPJ',
  telefone: 'Phone',
  email: 'Email',
  emailAjuda: 'The person gets the receipt and all news of the request there.',
  servico: 'Which service?',
  escolhaServico: 'Choose the service',
  prioridade: 'Priority service',
  semPrioridade: 'None',
  pedido: 'About the request',
  documentos: 'Documents',
  escolha: 'Choose an option.',
  enviar: 'Open the request',
  enviando: 'Opening…',
  mudou: 'The form of this service changed. The answers are still here: check them and send again.',
  carregando: 'Loading the service…',
  guardado: 'What you write is kept in this tab until you send it.',
  limpar: 'Clear everything',
  ver: 'See the case',

  comprovante: {
    recebemos: 'Request opened',
    entregue: {
      balcao: (nome) => `Give this receipt to ${nome}. The access code only shows here and in the PDF.`,
      telefone: (nome) => `Tell ${nome} the request number and the access code. The code only shows here and in the PDF.`,
    },
    avisaremos: (email) => `We will write to the person at ${email}.`,
    semEmail: 'The person did not leave an email: they follow the request with the number and the code.',
    quem: 'Person who asked',
  },
}
