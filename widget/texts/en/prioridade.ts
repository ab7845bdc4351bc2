import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const prioridade: Traducao<Vozes['prioridade']> = {
  idoso_80: 'I am 80 or older',
  idoso_60: 'I am 60 or older',
  deficiencia: 'I have a disability',
  autismo: 'I am autistic',
  gestante: 'I am pregnant',
  lactante: 'I am breastfeeding',
  crianca_de_colo: 'I have a small child with me',
  obesidade: 'I have obesity',
  mobilidade_reduzida: 'I have reduced mobility',
  doenca_grave: 'I have a serious illness',
}
