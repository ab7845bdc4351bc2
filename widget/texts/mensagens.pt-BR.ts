import { voz } from './voz.js'

/** What is said where a citizen writes to a unidade. */
export const mensagens = voz('mensagens', {
  escrever: 'Escrever ao setor',
  escreverAjuda: 'O setor é avisado e responde aqui.',
  escreva: 'Escreva a mensagem.',
  restam: (quantos: number) =>
    quantos === 1
      ? 'Resta 1 caractere'
      : quantos >= 0
        ? `Restam ${quantos} caracteres`
        : quantos === -1
          ? 'Passou 1 caractere do limite'
          : `Passaram ${-quantos} caracteres do limite`,
  arquivos: 'Arquivos',
  opcional: '(opcional)',
  arquivosAjuda: (quantos: number, tamanho: string) => `Até ${quantos} arquivos, de até ${tamanho} cada.`,
  escolher: 'Escolher arquivos para a mensagem',
  enviar: 'Enviar mensagem',
  enviando: 'Enviando…',
  enviada: 'Mensagem enviada.',
})
