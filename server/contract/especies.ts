/** What a tramite tells of. */
export const especiesDeTramite = [
  'abertura',
  'recebimento',
  'atribuicao',
  'encaminhamento',
  'despacho',
  'reclassificacao',
  'exigencia',
  'dispensa',
  'resposta',
  'parada',
  'retomada',
  'prorrogacao',
  'encerramento',
  'cancelamento',
  'recurso',
  'reabertura',
  'arquivamento',
] as const
export type EspecieDeTramite = (typeof especiesDeTramite)[number]
