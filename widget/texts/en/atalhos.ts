import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const atalhos: Traducao<Vozes['atalhos']> = {
  titulo: 'Keyboard shortcuts',
  explica: 'They work outside text fields. Everything they do can also be done with buttons.',
  usar: 'Use keyboard shortcuts',
  guardado: 'Your choice is kept on this device.',
  fechar: 'Close',
  tecla: 'Key',
  faz: 'What it does',
  lista: [
    ['j', 'Next case'],
    ['k', 'Previous case'],
    ['Enter', 'Open the case'],
    ['x', 'Select the case'],
    ['/', 'Search'],
    ['r', 'Receive'],
    ['a', 'Assign to me'],
    ['e', 'Forward'],
    ['g u', 'My department'],
    ['g m', 'Mine'],
    ['g v', 'Overdue'],
    ['g s', 'Due this week'],
    ['g p', 'Priority by law'],
    ['g c', 'Waiting for the citizen'],
    ['g d', 'Paused'],
    ['g e', 'Closed'],
    ['?', 'See this list'],
  ],
}
