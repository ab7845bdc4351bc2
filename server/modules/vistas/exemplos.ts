import type { PedidoDeVista, VistaDaGestao, VistaPedida } from '../../contract/vistas.js'

export const pedido: PedidoDeVista = {
  para: { documento: '111.444.777-35' },
  nome: 'Vizinha Exemplo',
  ate: '2026-12-04',
  motivo: 'Mora ao lado da obra de que o processo trata.',
}

export const vista: VistaDaGestao = {
  id: '019ab4c2-0000-7000-8000-000000000020',
  nome: 'Vizinha Exemplo',
  documento: '11144477735',
  email: null,
  dadaEm: '2026-11-21T12:00:00.000Z',
  ate: '2026-12-05T03:00:00.000Z',
  revogadaEm: null,
  estado: 'em_vigor',
  documentos: null,
  dadaPor: 'Gestora Exemplo Moreira',
  motivo: pedido.motivo,
  pedido: null,
  olhadas: 0,
}

export const pedida: VistaPedida = {
  protocolo: { id: '019aa5b1-0000-7000-8000-000000000001', numero: 'PMVS 2026/500114' },
  para: { documento: '11144477735', nome: 'Vizinha Exemplo' },
}
