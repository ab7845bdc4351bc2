import '../../base/comum-andamento.js'
import { estiloDeLeitura } from '../../base/estilo-leitura.js'

/** What comes after the form of `<protocolo-consulta>`; loads when it is asked for. */
export { Achado } from './achado.js'
export { errosNosCampos } from './erros.js'
export { Historico } from './historico.js'
export { lembrete } from './lembrete.js'
export { mostrar } from './mostrar.js'
export { resultado } from './resultado.js'
export const estilos = [estiloDeLeitura]
