import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const agindo: Traducao<Vozes['agindo']> = {
  procuracoes: 'Poderes',
  barra: 'Usted actúa en nombre de',
  voltar: 'Volver a ser usted',
  comecou: (nome) => `Ahora actúa en nombre de ${nome}.`,
  voltou: 'Ahora actúa en su propio nombre.',
  terminou: (nome) => `El poder de ${nome} ya no es válido, o no permite esto. Ahora actúa en su propio nombre.`,
}
