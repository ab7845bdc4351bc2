import type { AberturaNoBalcao, AtoDaGestao, ProtocoloDaGestao } from '../../contract/gestao.js'
import { nivel2 } from '../consulta/exemplos.js'
import { pessoas } from '../lotacoes/exemplos.js'

const { numero, situacao, resultado, abertoEm, atualizadoEm, encerradoEm, prazo, diasRestantes, orgao, mensagens } = nivel2
const unidade = { codigo: 'obras', nome: 'Secretaria de Obras', orgao: 'PMVS' }
const [gestora] = pessoas.pessoas

export const protocolo: ProtocoloDaGestao = {
  id: '019aa5b1-0000-7000-8000-000000000001',
  numero,
  versao: 4,
  tipo: { codigo: 'buraco', nome: 'Tapa-buraco' },
  orgao,
  unidade,
  interessado: 'Helena Exemplo',
  requerente: { nome: 'Helena Exemplo', documento: '111.444.777-35', email: 'helena@exemplo.br', telefone: null, matricula: null },
  situacao,
  resultado,
  sigilo: 'publico',
  prioridade: 'idoso_60',
  canal: 'site',
  responsavel: gestora ? { id: gestora.id, nome: gestora.nome } : null,
  recebido: true,
  recebidoEm: '2026-11-23T12:00:00.000Z',
  prazo,
  diasRestantes,
  prorrogado: false,
  paradoAte: null,
  retornoEm: null,
  abertoEm,
  atualizadoEm,
  encerradoEm,
  arquivadoEm: null,
  respostas: [{ campo: 'descricao', rotulo: 'O que aconteceu', valor: 'Buraco fundo no meio da rua, perto da escola.' }],
  anexos: [],
  tramites: [
    {
      id: '019ab4c2-0000-7000-8000-000000000002',
      especie: 'despacho',
      em: '2026-11-24T13:30:00.000Z',
      autor: 'Gestora Exemplo',
      unidade: 'Secretaria de Obras',
      destino: null,
      texto: 'Conferir se a rua está no contrato de recapeamento.',
      visibilidade: 'privado',
      visibilidadeAnexos: 'privado',
      anexos: [],
      prazo: null,
      dados: {},
    },
  ],
  pendencias: [],
  mensagens,
  mensagensNovas: 0,
  modelos: [{ codigo: 'vistoria', nome: 'Marcar vistoria', texto: `A vistoria do pedido ${numero} está marcada para esta semana.` }],
  acoes: ['atribuir', 'encaminhar', 'despachar', 'parar', 'concluir', 'escrever', 'comprovante'],
}

export const ato: AtoDaGestao = {
  acao: 'encaminhar',
  versao: 4,
  destino: 'procuradoria',
  texto: 'Peço parecer sobre o contrato.',
  visibilidade: 'privado',
  prazo: '2026-12-01T17:00',
}

export const abertura: AberturaNoBalcao = {
  canal: 'balcao',
  tipo: 'buraco',
  respostas: { descricao: 'Buraco fundo no meio da rua, perto da escola.' },
  requerente: { nome: 'Helena Exemplo', documento: '111.444.777-35', telefone: '(19) 91234-5678' },
  anexos: [],
}
