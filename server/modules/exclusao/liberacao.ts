import { lerDocumento, mascararEmail } from '../../domain/documento.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { contaDoLogin } from '../contas/login.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { excluirConta } from './exclusao.js'

/** What became of it; a conta that works somewhere is not released. */
export type Liberacao = { desfecho: 'liberada'; avisado: string | null } | { desfecho: 'documento_invalido' | 'sem_conta' | 'de_servidor' }

/**
 * Gives a CPF or CNPJ back to whose it is, when somebody else signed up with it: that conta is deleted, its e-mail is told, and the
 * documento is free for another sign-up. The entidade that asks is the one that saw who is who.
 * @returns the e-mail that is told, masked.
 */
export async function liberarConta(platform: Platform, entidade: EntidadeAberta, texto: string): Promise<Liberacao> {
  const documento = lerDocumento(texto)
  if (!documento) return { desfecho: 'documento_invalido' }
  const conta = await contaDoLogin(platform, documento.valor)
  if (!conta) return { desfecho: 'sem_conta' }
  try {
    await excluirConta(platform, entidade, { contaId: conta.id }, { quem: 'cli', acao: 'conta.liberar', aviso: 'conta-liberada' })
  } catch (erro) {
    if (erro instanceof ProblemError && erro.codigo === 'conta_de_servidor') return { desfecho: 'de_servidor' }
    throw erro
  }
  return { desfecho: 'liberada', avisado: conta.email && mascararEmail(conta.email) }
}
