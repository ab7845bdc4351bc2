import type { ContagensDasFilas, PaginaDaFila } from '../../contract/gestao.js'

export const pagina: PaginaDaFila = {
  protocolos: [
    {
      id: '019aa5b1-0000-7000-8000-000000000001',
      numero: 'PMVS 2026/500114',
      tipo: { codigo: 'buraco', nome: 'Tapa-buraco' },
      interessado: 'Pessoa Exemplo da Silva',
      situacao: 'em_andamento',
      sigilo: 'publico',
      prioridade: 'idoso_80',
      unidade: { codigo: 'obras', nome: 'Secretaria de Obras', orgao: 'PMVS' },
      responsavel: { id: '019ab4c2-0000-7000-8000-00000000000d', nome: 'Gestora Exemplo Moreira' },
      recebido: true,
      prazo: '2026-12-12',
      diasRestantes: 21,
      retornoEm: null,
      abertoEm: '2026-11-21T12:00:00.000Z',
      atualizadoEm: '2026-11-21T12:10:00.000Z',
      mensagensNovas: 1,
      versao: 3,
    },
  ],
  proximo: 'MjAyNi0xMi0xMiAwMTlhYTViMS0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEgbTdRMmVLOXJMYTBY',
}

export const contagens: ContagensDasFilas = {
  unidade: 412,
  minha: 18,
  vencidos: 7,
  semana: 39,
  prioridade: 26,
  pendentes: 54,
  parados: 3,
  encerrados: 1000,
}
