import type { PaginaDosMeus, ProtocoloDaConta, Resumo } from '../../contract/meus.js'
import type { VistasDoInteressado } from '../../contract/vistas.js'
import { nivel2 } from '../consulta/exemplos.js'

export const resumo: Resumo = {
  total: 39,
  porSituacao: { nao_analisado: 7, em_andamento: 20, pendente: 7, parado: 0, encerrado: 5, cancelado: 0 },
  anteriores: 2,
  pendencias: 7,
  mensagens: 1,
}

const id = '019aa5b1-0000-7000-8000-000000000001'
const { numero, tipo, orgao, unidade, situacao, resultado, abertoEm, atualizadoEm, prazo, diasRestantes } = nivel2

export const pagina: PaginaDosMeus = {
  protocolos: [{ id, numero, tipo, orgao, unidade, situacao, resultado, abertoEm, atualizadoEm, prazo, diasRestantes }],
  proximo: 'MjAyNi0xMS0yMVQxMjowMDowMC4wMDAwMDBaIDAxOWFhNWIxLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMSBtN1EyZUs5ckxhMFg',
}

export const protocolo: ProtocoloDaConta = {
  ...nivel2,
  id,
  acoes: ['comprovante', 'trocar_codigo', 'mensagem', 'desistir'],
  vistaAte: null,
}

export const vistas: VistasDoInteressado = {
  vistas: [
    {
      id: '019ab4c2-0000-7000-8000-000000000020',
      nome: 'Vizinha Exemplo',
      documento: '•••.444.777-••',
      email: null,
      dadaEm: '2026-11-21T12:00:00.000Z',
      ate: '2026-12-05T03:00:00.000Z',
      revogadaEm: null,
      estado: 'em_vigor',
      documentos: null,
      olhadas: [{ em: '2026-11-22T12:00:00.000Z', arquivo: null }],
      totalDeOlhadas: 1,
    },
  ],
}
