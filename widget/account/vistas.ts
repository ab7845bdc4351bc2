import './comum-conta.js'
import '../base/comum-leitura.js'
import { estiloDeEscolhas } from '../base/estilo-escolhas.js'
import { estiloDeFormulario } from '../base/estilo-formulario.js'
import { estiloDeLeitura } from '../base/estilo-leitura.js'
import { estiloDePessoa } from '../base/estilo-pessoa.js'
import { cadastro } from './cadastro.js'
import { confirmar, link } from './confirmar.js'
import { recuperar, senhaNova } from './recuperar.js'

/** What comes beside the form to sign in; loads when it is asked for. */
export { cadastro, confirmar, link, recuperar, senhaNova as 'senha-nova' }
export const estilos = [estiloDeFormulario, estiloDeEscolhas, estiloDeLeitura, estiloDePessoa]
