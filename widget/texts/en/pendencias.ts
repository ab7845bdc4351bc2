import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const pendencias: Traducao<Vozes['pendencias']> = {
  voltarAsPendencias: 'Back to pending items',
  titulos: {
    informacao: 'Information',
    documento: 'Document',
    correcao: 'Correction',
    ciencia: 'For you to know',
  },
  motivos: { incorreto: 'incorrect', incompleto: 'incomplete', desatualizado: 'out of date' },
  corrigir: (oque, motivo) => `Correction: ${oque} (${motivo})`,
  arquivo: 'file',
  ate: 'Answer by',
  passou: 'The set day has passed, but your answer is still accepted.',
  enviado: 'What was sent',
  semResposta: 'not provided',

  texto: 'Answer',
  textoAjuda: 'Use your own words.',
  comentario: 'Comment',
  opcional: '(optional)',
  arquivos: 'Files',
  umArquivo: 'New file',
  arquivosAjuda: (formatos, tamanho, quantos) =>
    quantos === 1 ? `One file: ${formatos}, up to ${tamanho}.` : `Up to ${quantos} files: ${formatos}, up to ${tamanho} each.`,
  escolherPara: (titulo) => `Choose file: ${titulo}`,
  ciente: 'I have read this',

  concluir: 'Finish',
  concluindo: 'Sending…',
  guardado: 'What you wrote is kept in this tab until you finish.',
  esperando: 'Wait for the files to finish uploading, or cancel any you do not want to send.',
  faltaTexto: 'Write your answer.',
  faltaValor: 'Fill in this field.',
  faltaArquivo: 'Send at least one file.',
  faltaCiencia: 'Tick to say that you have read this.',

  recebida: 'Answer received',
  restam: (quantas) =>
    quantas === 1
      ? 'We still need 1 answer from you for the request to go on.'
      : `We still need ${quantas} answers from you for the request to go on.`,
  continua: 'That was all that was missing. The department can now go on and will tell you when there is news.',

  responderTitulo: 'Answer the department',
  nadaFalta: 'Nothing is missing in this request',
  nadaFaltaAjuda: 'Everything the department asked for has been answered.',
  verProcesso: 'See the request',
}
