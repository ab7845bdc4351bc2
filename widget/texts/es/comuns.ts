import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const comuns: Traducao<Vozes['comuns']> = {
  carregando: 'Cargando…',
  demora: 'Se está demorando. Espere un poco más.',
  tentarDeNovo: 'Intentar de nuevo',
  semConexaoTitulo: 'No tiene conexión a internet',
  semConexao: 'Revise la conexión del dispositivo. Nada de lo que escribió se perdió.',
  voltouTitulo: 'Volvió internet',
  servicoForaTitulo: 'El servicio no respondió',
  servicoFora: 'Espere un momento e intente de nuevo.',
  naoConfiguradoTitulo: 'Este servicio todavía no está disponible en esta página',
  naoConfigurado: 'La página necesita un ajuste. Avise a quien administra el sitio.',
  baixar: 'Descargar',
  baixando: 'Descargando…',
}
