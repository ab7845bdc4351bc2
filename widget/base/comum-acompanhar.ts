/** As `comum`, for the views in which requerentes follow a protocolo, and what loads from them: what they share goes in one file. */
import '../parts/desfecho.js'
import '../parts/enviado.js'
import '../parts/troca.js'
import './comum-andamento.js'
