import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const mensagens: Traducao<Vozes['mensagens']> = {
  escrever: 'Write to the department',
  escreverAjuda: 'The department is notified and answers here.',
  escreva: 'Write the message.',
  restam: (quantos) =>
    quantos === 1
      ? '1 character left'
      : quantos >= 0
        ? `${quantos} characters left`
        : quantos === -1
          ? '1 character over the limit'
          : `${-quantos} characters over the limit`,
  arquivos: 'Files',
  opcional: '(optional)',
  arquivosAjuda: (quantos, tamanho) => `Up to ${quantos} files, up to ${tamanho} each.`,
  escolher: 'Choose files for the message',
  enviar: 'Send message',
  enviando: 'Sending…',
  enviada: 'Message sent.',
}
