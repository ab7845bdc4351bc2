/** How an access code is read and written: few enough rules for the first file that a page loads. */
export { formatarCodigo, lerCodigo } from '../domain/codigo-de-acesso.js'
