import type { Indicadores } from '../../contract/indicadores.js'

const medidas = { abertos: 1240, concluidos: 1102, noPrazo: 91, diasMediana: 9, avaliacaoMedia: 4.3 }

export const indicadores: Indicadores = {
  de: '2025-12-01',
  ate: '2026-11-21',
  em: '2026-11-21T12:00:00.000Z',
  total: medidas,
  porTipo: [{ codigo: 'buraco', nome: 'Tapa-buraco', ...medidas }],
  porUnidade: [{ codigo: 'obras', nome: 'Secretaria de Obras', ...medidas }],
  porMes: [{ mes: '2026-11', abertos: 96, concluidos: null, noPrazo: null, diasMediana: null, avaliacaoMedia: null }],
}
