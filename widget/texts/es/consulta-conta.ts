import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const consultaConta: Traducao<Vozes['consultaConta']> = {
  entrou: (nome) => `Ingresó como ${nome}.`,
  seu: 'Este trámite es suyo.',
  noPainel: 'Ver en Mis trámites',
  verTudo: 'Ver todo, sin código',
  abrindo: 'Abriendo…',
}
