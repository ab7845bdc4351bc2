/** Apart from `regras`, for the widget's files that share it. */
export { type MotivoDePrioridade, motivosDePrioridade } from '../domain/prioridade.js'
