/** As `comum`, for the views that list protocolos or tell what happened to one: what they share goes in one file. */
import '../parts/andamento.js'
import '../parts/arquivos.js'
import '../parts/conversa.js'
import '../parts/fatos.js'
import '../parts/selo.js'
import '../texts/resultado.pt-BR.js'
import './comum.js'
import './comum-leitura.js'
