import type { Mensagem } from '../../contract/mensagens.js'

export const texto = 'O buraco aumentou depois da chuva de ontem.'

export const mensagem: Mensagem = {
  id: '019ab4c2-0000-7000-8000-000000000003',
  de: 'cidadao',
  em: '2026-11-24T12:00:00.000Z',
  unidade: null,
  texto,
  anexos: [],
  lidaEm: null,
}

/** What a message holds and refuses, whoever writes. */
export const regras =
  'Até 2.000 caracteres e 10 arquivos, enviados antes por PUT …/anexos. Não é aceita depois que o protocolo termina: veja `acoes`. Repetir com a mesma Idempotency-Key e o mesmo conteúdo dá a mesma mensagem.'

export const parametroDaChave = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'De 16 a 255 letras, números e sinais, sorteados a cada envio: um UUID aleatório serve',
  required: true,
  example: '9b1d4e7a-2c58-4f63-8a0e-5d7c6b3f2a19',
} as const

export const problemas = [
  'protocolo_nao_encontrado',
  'campos_invalidos',
  'anexo_desconhecido',
  'acao_indisponivel',
  'chave_ausente',
  'chave_reutilizada',
  'muitas_tentativas',
] as const
