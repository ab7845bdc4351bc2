import type { PedidoDeProcuracao, Procuracao } from '../../contract/procuracoes.js'

const id = '019ab4c2-0000-7000-8000-000000000010'

export const pedido: PedidoDeProcuracao = {
  documento: '12.ABC.345/01DE-35',
  nome: 'Empresa Exemplo Comércio Ltda',
  poderes: ['acompanhar', 'abrir'],
  ate: '2027-11-21',
}

export const pedida: Procuracao = {
  id,
  outorgante: { documento: '12ABC34501DE35', nome: pedido.nome },
  procurador: { documento: '12345678909', nome: 'Pessoa Exemplo da Silva' },
  poderes: ['acompanhar', 'abrir'],
  de: '2026-11-21',
  ate: '2027-11-21',
  temArquivo: false,
  estado: 'pedida',
  emVigor: false,
  pedidaEm: '2026-11-21T12:00:00.000Z',
  decididaEm: null,
  revogadaEm: null,
  revogadaPor: null,
  motivo: null,
  acoes: ['revogar'],
}

export const aceita: Procuracao = { ...pedida, estado: 'aceita', emVigor: true, decididaEm: '2026-11-21T13:00:00.000Z' }

export const aprovada: Procuracao = { ...aceita, estado: 'aprovada', temArquivo: true }

export const revogada: Procuracao = {
  ...aceita,
  estado: 'revogada',
  emVigor: false,
  revogadaEm: '2026-12-01T12:00:00.000Z',
  revogadaPor: 'outorgante',
  acoes: [],
}

export const recusada: Procuracao = {
  ...pedida,
  estado: 'recusada',
  decididaEm: '2026-11-21T13:00:00.000Z',
  motivo: 'O documento enviado não está assinado.',
  acoes: [],
}
