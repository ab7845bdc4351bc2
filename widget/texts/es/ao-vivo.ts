import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const aoVivo: Traducao<Vozes['aoVivo']> = {
  soNaAba: 'Este navegador no guarda su ingreso. Si recarga o cierra la página, ingrese de nuevo.',
  mudou: (numero, situacao) => `El trámite ${numero} pasó a ${situacao}.`,
  novidade: (numero) => `Hay novedades en el trámite ${numero}.`,
  novo: (numero) => `Nuevo trámite en su lista: ${numero}.`,
  varios: (quantos) => `${quantos} trámites tienen novedades.`,
}
