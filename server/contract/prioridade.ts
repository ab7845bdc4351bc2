import type { MotivoDePrioridade } from '../domain/prioridade.js'

/** Apart from `regras` and `palavras`, for the widget's files that share it. */
export { type MotivoDePrioridade, motivosDePrioridade } from '../domain/prioridade.js'

/** As the requerente says it of themselves. */
export const nomesDePrioridade: Readonly<Record<MotivoDePrioridade, string>> = {
  idoso_80: 'Tenho 80 anos ou mais',
  idoso_60: 'Tenho 60 anos ou mais',
  deficiencia: 'Tenho deficiência',
  autismo: 'Sou pessoa autista',
  gestante: 'Estou grávida',
  lactante: 'Estou amamentando',
  crianca_de_colo: 'Estou com criança de colo',
  obesidade: 'Tenho obesidade',
  mobilidade_reduzida: 'Tenho mobilidade reduzida',
  doenca_grave: 'Tenho doença grave',
}
