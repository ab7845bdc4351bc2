/** Apart from `regras`, for the widget's file that shares it. */
export { chamarPorNomes, concordarPorNomes, type Nomes } from '../domain/nomes.js'
