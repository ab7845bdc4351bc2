import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const prioridade: Traducao<Vozes['prioridade']> = {
  idoso_80: 'Tengo 80 años o más',
  idoso_60: 'Tengo 60 años o más',
  deficiencia: 'Tengo una discapacidad',
  autismo: 'Soy una persona autista',
  gestante: 'Estoy embarazada',
  lactante: 'Estoy amamantando',
  crianca_de_colo: 'Estoy con un niño en brazos',
  obesidade: 'Tengo obesidad',
  mobilidade_reduzida: 'Tengo movilidad reducida',
  doenca_grave: 'Tengo una enfermedad grave',
}
