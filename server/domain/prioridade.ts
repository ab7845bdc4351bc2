/** Who comes first (Lei 10.048/2000 art. 1; Lei 9.784 art. 69-A; 80+ ahead of 60+, Lei 10.741 art. 3 §2). */
export const motivosDePrioridade = [
  'idoso_80',
  'idoso_60',
  'deficiencia',
  'autismo',
  'gestante',
  'lactante',
  'crianca_de_colo',
  'obesidade',
  'mobilidade_reduzida',
  'doenca_grave',
] as const
export type MotivoDePrioridade = (typeof motivosDePrioridade)[number]
