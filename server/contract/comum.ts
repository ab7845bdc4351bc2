/** Apart from `regras`, for the widget's files that share it: what most rules of what people write are made of. */
export { diaEm } from '../domain/prazo.js'
export { maiorMensagem } from '../domain/tamanho-da-mensagem.js'
export { contarCaracteres, semAcento, textoLimpo } from '../domain/texto.js'
