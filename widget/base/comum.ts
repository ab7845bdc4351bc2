/**
 * What every tag's views use. A file of views that loads on its own imports this one, even where it uses little of it:
 * the bundler makes a file for each set of modules that the same entries share, and so makes just one of these.
 */
import 'lit'
import '../../server/contract/codigo.js'
import '../client/navegador.js'
import './avisos.js'
import './element.js'
import '../parts/aviso.js'
import '../parts/campos/moldura.js'
import '../parts/erros.js'
import '../parts/falha.js'
import '../parts/formulario.js'
import '../parts/inteiro.js'
import '../parts/titulo.js'
