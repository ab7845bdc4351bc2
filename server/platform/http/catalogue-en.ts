import type { Codigo } from './catalogue.js'

/** The catalogue's words in English. */
export const en: Readonly<Record<Codigo, { title: string; detail: string }>> = {
  corpo_invalido: {
    title: 'Something did not come as expected',
    detail: 'Part of what was sent is not in the right format. Check the fields shown and send again.',
  },
  json_malformado: {
    title: 'We could not read what was sent',
    detail: 'The request came in a format that we could not read. Reload the page and send again.',
  },
  campos_invalidos: {
    title: 'Some fields need attention',
    detail: 'Check the fields shown and send again.',
  },
  versao_desconhecida: {
    title: 'Version not found',
    detail: 'This version of the script never existed on this server. Check the number in the address.',
  },
  entidade_desconhecida: {
    title: 'Public body not found',
    detail: 'There is no public body with this name here. Check the page’s address.',
  },
  tipo_desconhecido: {
    title: 'Service not found',
    detail: 'This service does not exist or has a new name. See the list of services and choose another.',
  },
  tipo_fechado: {
    title: 'Service closed for now',
    detail: 'This service is not taking requests at the moment.',
  },
  tipo_mudou: {
    title: 'The form has changed',
    detail: 'This service’s form was updated while you filled it in. Check your answers and send again.',
  },
  rascunho_mudou: {
    title: 'The draft changed on another device',
    detail: 'This draft was changed on another device after it was opened here. Choose which of the two to go on with.',
  },
  nao_encontrado: {
    title: 'Page not found',
    detail: 'There is nothing at this address. Check that it is complete.',
  },
  protocolo_nao_encontrado: {
    title: 'Request not found',
    detail: 'We could not find a request with these details. Check the number and the access code, as they are on the receipt.',
  },
  numero_incompleto: {
    title: 'Part of the number is missing',
    detail: 'Enter the whole number, as it is on the receipt, or also give the body and the year.',
  },
  numero_ambiguo: {
    title: 'More than one request has this number',
    detail: 'Also choose the body and the year so that we find the right one.',
  },
  acao_indisponivel: {
    title: 'This cannot be done now',
    detail: 'The status of the request has changed and this can no longer be done. Reload the page to see what changed.',
  },
  processo_mudou: {
    title: 'The case changed while you worked',
    detail: 'Someone did something else in this case after you opened it. See what changed and try again: what you wrote is still here.',
  },
  chave_ausente: {
    title: 'We could not identify this submission',
    detail: 'Reload the page and send again. This keeps the same request from being registered twice.',
  },
  chave_reutilizada: {
    title: 'This submission was already made with other contents',
    detail: 'A different request was already registered in this same submission. Reload the page and start a new one.',
  },
  pedido_em_curso: {
    title: 'Your request is already being registered',
    detail: 'The same request has arrived and is being registered. Wait a few seconds.',
  },
  prova_necessaria: {
    title: 'An automatic check is missing',
    detail: 'Your browser has to make a quick check against robots. It is automatic and takes a few seconds.',
  },
  muitas_tentativas: {
    title: 'Too many tries in a row',
    detail: 'There were too many tries in a short time. Wait a few minutes and try again.',
  },
  anexo_desconhecido: {
    title: 'A file has to be sent again',
    detail: 'We could not find one of the files. Files without a request are deleted after a day. Send the file again.',
  },
  arquivo_vazio: {
    title: 'The file is empty',
    detail: 'This file has no contents. Check that it opens on your device and choose it again.',
  },
  arquivo_grande: {
    title: 'The file is too big',
    detail: 'This file is over the size allowed. Send a smaller version or split it into parts.',
  },
  arquivo_incompleto: {
    title: 'Sending the file was interrupted',
    detail: 'The file did not arrive whole. Check your internet connection and send again.',
  },
  arquivo_nao_aceito: {
    title: 'This kind of file is not accepted',
    detail: 'The contents of this file are not of a kind accepted here. See the formats shown next to the document.',
  },
  arquivo_infectado: {
    title: 'The file did not pass the security check',
    detail: 'The antivirus found a problem in this file and it was not stored. Send another copy.',
  },
  sem_espaco: {
    title: 'It could not be stored now',
    detail: 'The service has no room to store it at the moment. What you wrote is still here. Try again later.',
  },
  origem_recusada: {
    title: 'This page cannot use this service',
    detail: 'The public body has not authorised the site you are on. Use the service on the official site.',
  },
  corpo_grande: {
    title: 'The text sent is too big',
    detail: 'What was sent is over the size allowed. Shorten the longest texts and send again.',
  },
  sessao_necessaria: {
    title: 'Sign in to your account',
    detail: 'To continue, sign in to your account.',
  },
  sessao_encerrada: {
    title: 'Your session has ended',
    detail: 'For security, the session ends after some time without use. Sign in again to continue. What you wrote is still here.',
  },
  procuracao_invalida: {
    title: 'You cannot act for this person now',
    detail:
      'The power of attorney has ended, was closed or does not allow this. See in Powers of attorney until when it is valid and what it allows.',
  },
  posse_recusada: {
    title: 'We do not recognise this device',
    detail: 'Your session only works on the device on which you signed in. Sign in again to continue.',
  },
  nonce_necessario: {
    title: 'An automatic confirmation is missing',
    detail: 'Your browser has to confirm the request once more. This is automatic.',
  },
  entrada_recusada: {
    title: 'It was not possible to sign in',
    detail: 'Check the login and the password. The CPF, the CNPJ, the user name or the email will do.',
  },
  codigo_recusado: {
    title: 'This code does not match',
    detail: 'Check the 6 digits in the last email we sent. Each one has a new code.',
  },
  confirmacao_vencida: {
    title: 'This code or link is no longer valid',
    detail: 'It was already used or is past its time. Ask for a new one.',
  },
  sms_indisponivel: {
    title: 'Phone numbers are not confirmed here',
    detail: 'This service does not send text messages. You can keep the phone number in your account without confirming it.',
  },
  confirmacao_necessaria: {
    title: 'Confirm it is you',
    detail: 'To continue, confirm it is you, with your password or a passkey. It counts for 5 minutes, once.',
  },
  sem_lotacao: {
    title: 'This area is for staff',
    detail: 'Your account does not belong to any department here. If you work for the public body, talk to the system’s administrator.',
  },
  sem_permissao: {
    title: 'Your role does not allow this',
    detail: 'This is done by someone with another role in the public body. Talk to the system’s administrator.',
  },
  arquivo_mudou: {
    title: 'Someone else changed this first',
    detail: 'The settings changed after you opened them, and nothing was saved. Open them again, check and save.',
  },
  chave_recusada: {
    title: 'This API key is not valid here',
    detail: 'It does not exist, was revoked or does not allow this reading. Ask the system’s administrator for another.',
  },
  passkey_necessaria: {
    title: 'Use your passkey',
    detail: 'Staff of the public body use a passkey. Confirm with yours; if you have none yet, create one in your account.',
  },
  passkey_recusada: {
    title: 'It was not possible to use this passkey',
    detail: 'This passkey is not valid here. Try again or choose another way to continue.',
  },
  desafio_vencido: {
    title: 'Time is up',
    detail: 'The passkey request lasts 5 minutes and works only once. Start again.',
  },
  ultima_entrada: {
    title: 'This is your only way to sign in',
    detail: 'Without this passkey you can no longer sign in to the account. First create a password or another passkey.',
  },
  conta_de_servidor: {
    title: 'This account works for the public body',
    detail:
      'Who works or worked as staff does not delete their own account: it is part of the history of the cases. Talk to the public body.',
  },
  metodo_nao_aceito: {
    title: 'This address does not accept this kind of request',
    detail: 'The address exists, but does not answer this kind of request. Go back to the previous page and try again.',
  },
  indisponivel: {
    title: 'Service down for a moment',
    detail: 'The service is down for a moment. What you wrote is still here. Try again in a few minutes.',
  },
  erro_interno: {
    title: 'Something went wrong on our side',
    detail: 'We had a problem and it has been recorded. What you wrote is still here. Try again in a few minutes.',
  },
}
