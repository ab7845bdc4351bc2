/** As `comum`, for the views in which people write more than a line: what they share goes in one file. */
import 'lit/directives/live.js'
import '../client/aba.js'
import './estilo-dialogo.js'
import './estilo-formulario.js'
