import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const comuns: Traducao<Vozes['comuns']> = {
  carregando: 'Loading…',
  demora: 'It is taking a while. Please wait a little longer.',
  tentarDeNovo: 'Try again',
  semConexaoTitulo: 'You are offline',
  semConexao: 'Check your device’s connection. Nothing you wrote has been lost.',
  voltouTitulo: 'You are back online',
  servicoForaTitulo: 'The service did not respond',
  servicoFora: 'Wait a moment and try again.',
  naoConfiguradoTitulo: 'This service is not available on this page yet',
  naoConfigurado: 'The page needs an adjustment. Please tell whoever looks after the website.',
  baixar: 'Download',
  baixando: 'Downloading…',
}
