import { voz } from './voz.js'

/** What is said of a passkey that is about to be made, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const passkeyNova = voz('passkeyNova', {
  criar: 'Criar chave de acesso',
  criando: 'Criando…',
  paraCriar: 'É para criar uma chave de acesso.',

  titulo: 'Entre mais rápido da próxima vez',
  texto: 'Crie uma chave de acesso neste aparelho e entre com a digital, o rosto ou a senha de bloqueio, sem escrever a senha.',
  agoraNao: 'Agora não',
  feita: 'Chave de acesso criada. Da próxima vez, entre com ela.',
})
