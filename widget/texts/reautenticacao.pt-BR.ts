import type { Operacao } from '../../server/contract/sessoes.js'
import { voz } from './voz.js'

/** What is said where the person shows again who they are, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const reautenticacao = voz('reautenticacao', {
  titulo: 'Confirme que é você',
  para: {
    credenciais: 'É para mudar as formas de entrar na sua conta.',
    email: 'É para trocar o e-mail da sua conta.',
    exportacao: 'É para baixar uma cópia dos seus dados.',
    exclusao: 'É para excluir a sua conta.',
    gestao: 'É para atender os processos.',
    administracao: 'É para mudar a administração do atendimento.',
  } satisfies Record<Operacao, string>,
  passkey: 'Usar chave de acesso',
  usando: 'Esperando a chave de acesso…',
  ou: 'ou',
  senha: 'Senha da conta',
  semSenha: 'Escreva a senha.',
  continuar: 'Continuar',
  comSenha: 'Continuar com a senha',
  conferindo: 'Conferindo…',
  cancelar: 'Cancelar',
})
