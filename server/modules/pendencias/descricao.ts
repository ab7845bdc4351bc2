import type { PaginaDePendencias } from '../../contract/meus.js'
import type { RespostaDePendencia, RespostaRecebida } from '../../contract/pendencias.js'

const id = '019ab4c2-0000-7000-8000-000000000007'

export const pagina: PaginaDePendencias = {
  pendencias: [
    {
      id,
      especie: 'documento',
      protocolo: {
        id: '019aa5b1-0000-7000-8000-000000000001',
        numero: 'PMVS 2026/500114',
        tipo: 'Emissão de ITBI',
        unidade: 'Tributos Imobiliários',
      },
      texto: 'A matrícula enviada é antiga. Envie uma emitida nos últimos 30 dias.',
      pedidaEm: '2026-11-21T12:10:00.000Z',
      prazo: '2026-12-12',
      diasRestantes: 21,
    },
  ],
  proximo: null,
}

export const resposta: RespostaDePendencia = {
  texto: 'Segue a matrícula emitida ontem.',
  anexos: [{ id: '019ab4c2-0000-7000-8000-000000000008', sha256: 'a'.repeat(64) }],
}

export const recebida: RespostaRecebida = {
  pendencia: id,
  em: '2026-11-24T12:00:00.000Z',
  atrasada: false,
  restam: 0,
  situacao: 'em_andamento',
}

/** What an answer holds, whoever sends it. */
export const regras =
  '`informacao` pede `texto`; `documento`, ao menos um arquivo em `anexos`, enviado antes por PUT …/anexos; `correcao` de uma resposta, o novo `valor`, como na abertura; `correcao` de um arquivo, um arquivo; `ciencia`, `ciencia: true`. Depois do dia marcado a resposta ainda é aceita, enquanto o protocolo esperar por ela. A última resposta retoma o andamento. Repetir com a mesma Idempotency-Key e o mesmo conteúdo dá a mesma resposta.'

export const problemas = [
  'protocolo_nao_encontrado',
  'campos_invalidos',
  'anexo_desconhecido',
  'acao_indisponivel',
  'chave_ausente',
  'chave_reutilizada',
] as const
