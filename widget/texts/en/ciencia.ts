import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const ciencia: Traducao<Vozes['ciencia']> = {
  titulo: 'How we look after your data',
  resto: 'Read the whole notice',
  completa: 'See the notice on the website',
  encarregado: 'Questions about your data? Contact the data protection officer:',
  marcar: 'I have read how my data is used',
  falta: 'Tick to say that you have read how the data is used.',
}
