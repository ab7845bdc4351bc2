import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const umProcesso: Traducao<Vozes['umProcesso']> = {
  abas: 'Parts of the request',
  resumo: 'Summary',
  andamento: 'Progress',
  documentos: 'Documents',
  comprovante: 'Download receipt',
  acessos: 'Who can see it',
  voltarAosLiberados: 'Back to Shared with you',
  soLeitura: 'This request is someone else’s: you can read it, but not change anything. Each time you read it is recorded.',
  esperaOutro: 'The department is waiting for the person who asked',

  semDocumentos: 'No documents in this request.',
  doAndamento: 'Received along the way',

  guarde: 'Write it down now: the code only shows here.',

  voce: 'You',
  quemPediu: 'Person who asked',
  semMensagens: 'No messages on this request',
  semMensagensAjuda: 'Do you have a question or something to tell? Write to the department.',
  terminou: 'This request has ended and takes no more messages.',
}
