import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const consulta: Traducao<Vozes['consulta']> = {
  titulo: 'Look up a request',
  subtitulo: 'See how your request is going.',
  numero: 'Request number',
  numeroAjuda: (exemplo) => `It is on the receipt. For example:\u00a0${exemplo}`,
  codigo: 'Access code',
  opcional: '(optional)',
  codigoAjuda: 'Also shows documents and messages.',
  curto: 'My number has no public body or year',
  curtoSemOrgao: 'My number has no year',
  orgao: 'Public body',
  orgaoVazio: 'Choose the public body',
  ano: 'Year',
  consultar: 'Look up',
  consultando: 'Looking up…',
  naoSei: 'I do not know the number',

  erros: {
    titulo: 'Check before you continue',
    numeroFalta: 'Enter the request number.',
    codigoErrado: 'The code has 12 letters and numbers, like K7QF-2M9T-XB4H.',
    confiraCodigo: 'Check the code too.',
    orgao: 'Choose the public body too.',
    ano: 'Enter the year with four numbers.',
  },
}
