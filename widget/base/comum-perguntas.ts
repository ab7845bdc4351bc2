/** As `comum`, for the views that ask the questions of a tipo, or of a part of one: what they share goes in one file. */
import 'lit/directives/keyed.js'
import '../../server/contract/comum.js'
import '../../server/contract/prioridade.js'
import '../parts/campos/digitado.js'
import '../parts/campos/respostas.js'
import '../texts/novo.pt-BR.js'
import './comum-formulario.js'
import './comum-leitura.js'
