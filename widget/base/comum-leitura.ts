/** As `comum`, for the views that show a protocolo: what they share goes in one file. */
import '../../server/contract/palavras.js'
import '../client/baixar.js'
import '../client/chave.js'
import '../parts/contato.js'
import '../texts/palavras.pt-BR.js'
import './estilo-leitura.js'
