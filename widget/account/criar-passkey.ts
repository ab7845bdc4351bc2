import './comum-conta.js'

export { criarPasskey } from '../client/cerimonias.js'
