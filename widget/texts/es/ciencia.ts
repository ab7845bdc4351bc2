import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const ciencia: Traducao<Vozes['ciencia']> = {
  titulo: 'Cómo cuidamos sus datos',
  resto: 'Leer el aviso completo',
  completa: 'Ver el aviso en el sitio',
  encarregado: '¿Dudas sobre sus datos? Hable con la persona encargada:',
  marcar: 'Leí cómo se usan mis datos',
  falta: 'Marque que leyó cómo se usan los datos.',
}
