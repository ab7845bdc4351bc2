import type { Comprovante, PedidoDeAbertura, Qr } from '../../contract/protocolos.js'

export const pedido: PedidoDeAbertura = {
  tipo: 'buraco',
  versao: 1,
  respostas: {
    endereco: { cep: '13900000', logradouro: 'Rua das Flores', numero: '120', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP' },
    descricao: 'Buraco fundo no meio da rua, perto da escola.',
  },
  requerente: { nome: 'Helena Exemplo', documento: '111.444.777-35', email: 'helena@exemplo.br' },
  anexos: [
    {
      id: '019aa5b0-7c1e-7d52-9f0e-3f2a5b6c7d8e',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      documento: 'fotos',
    },
  ],
  ciencia: '2026-01',
}

export const comprovante: Comprovante = {
  id: '019aa5b1-0000-7000-8000-000000000001',
  numero: 'PMVS 2026/500100',
  codigoAcesso: 'K7QF-2M9T-XB4H',
  abertoEm: '2026-11-21T12:00:00.000Z',
  prazo: '2026-12-07',
  tipo: { codigo: 'buraco', nome: 'Tapa-buraco' },
  orgao: { sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena' },
  unidade: { codigo: 'obras', nome: 'Secretaria de Obras' },
  respostas: [
    { rotulo: 'Onde é', valor: 'Rua das Flores, 120, Centro, Vila Serena/SP, CEP 13900-000' },
    { rotulo: 'O que aconteceu', valor: 'Buraco fundo no meio da rua, perto da escola.' },
  ],
  anexos: [
    {
      id: '019aa5b0-7c1e-7d52-9f0e-3f2a5b6c7d8e',
      nome: 'buraco.jpg',
      tipo: 'image/jpeg',
      tamanho: 482130,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      documento: 'Fotos',
    },
  ],
  consulta: 'https://www.vilaserena.sp.gov.br/protocolo?protocolo=PMVS+2026%2F500100',
  email: 'h•••@exemplo.br',
}

export const qr: Qr = { lado: 45, caminho: 'M4 4h7v1h-7z' }
