import type { ChaveDeConsulta, ConsultaNivel1, ConsultaNivel2 } from '../../contract/consulta.js'

export const chave: ChaveDeConsulta = { numero: 'PMVS 2026/500100', codigo: 'K7QF-2M9T-XB4H' }

export const nivel1: ConsultaNivel1 = {
  nivel: 1,
  numero: 'PMVS 2026/500100',
  orgao: { sigla: 'PMVS', nome: 'Prefeitura Municipal de Vila Serena' },
  tipo: 'Tapa-buraco',
  codigoDoTipo: 'buraco',
  unidade: 'Secretaria de Obras',
  situacao: 'em_andamento',
  resultado: null,
  abertoEm: '2026-11-21T12:00:00.000Z',
  atualizadoEm: '2026-11-24T13:30:00.000Z',
  encerradoEm: null,
  prazo: '2026-12-07',
  diasRestantes: 13,
}

export const nivel2: ConsultaNivel2 = {
  ...nivel1,
  nivel: 2,
  requerente: 'Helena Exemplo',
  respostas: [{ rotulo: 'O que aconteceu', valor: 'Buraco fundo no meio da rua, perto da escola.' }],
  anexos: [],
  tramites: [
    {
      id: '019ab4c2-0000-7000-8000-000000000002',
      especie: 'despacho',
      em: '2026-11-24T13:30:00.000Z',
      unidade: 'Secretaria de Obras',
      destino: null,
      texto: 'Vistoria marcada para 26/11.',
      anexos: [],
    },
    {
      id: '019aa5b1-0000-7000-8000-000000000002',
      especie: 'abertura',
      em: '2026-11-21T12:00:00.000Z',
      unidade: 'Secretaria de Obras',
      destino: null,
      texto: null,
      anexos: [],
    },
  ],
  pendencias: [],
  mensagens: [
    {
      id: '019ab4c2-0000-7000-8000-000000000003',
      de: 'cidadao',
      em: '2026-11-24T12:00:00.000Z',
      unidade: null,
      texto: 'O buraco aumentou depois da chuva de ontem.',
      anexos: [],
      lidaEm: '2026-11-24T13:15:00.000Z',
    },
    {
      id: '019ab4c2-0000-7000-8000-000000000004',
      de: 'orgao',
      em: '2026-11-24T13:32:00.000Z',
      unidade: 'Secretaria de Obras',
      texto: 'Obrigada por avisar. A vistoria é nesta quinta-feira.',
      anexos: [],
      lidaEm: null,
    },
  ],
}
