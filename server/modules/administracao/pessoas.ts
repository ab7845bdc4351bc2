import type { AlvoDaLotacao, NovaLotacao } from '../../contract/administracao.js'
import { lerDocumento } from '../../domain/documento.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { Autor } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { darLotacao, type RecusaDeLotacao, segurarAdministradores, tirarLotacao } from '../lotacoes/lotacoes.js'

/** Gives somebody with a conta a papel in a unidade, instead of another there. @throws campos_invalidos. */
export async function lotar(platform: Platform, entidade: EntidadeAberta, autor: Autor, nova: NovaLotacao): Promise<{ nome: string }> {
  const quem = nova.papel === 'administrador' ? autor : deixandoOutro(entidade, autor, nova)
  return desfecho(await darLotacao(platform, entidade, nova, quem))
}

/** Takes it back. @throws campos_invalidos. */
export async function deslotar(platform: Platform, entidade: EntidadeAberta, autor: Autor, alvo: AlvoDaLotacao): Promise<{ nome: string }> {
  return desfecho(await tirarLotacao(platform, entidade, alvo, deixandoOutro(entidade, autor, alvo)))
}

/**
 * Whoever takes the place of `alvo` away must leave somebody who administers: without one nobody could give lotações any more, but at the
 * command line. All who do are held meanwhile, so that two don't take each other's away at once.
 */
function deixandoOutro(entidade: EntidadeAberta, autor: Autor, { documento, unidade }: AlvoDaLotacao): Autor {
  const conferir = async (sql: Sql) => {
    const administradores = await segurarAdministradores(sql, entidade)
    const perde = administradores.some((um) => um.documento === lerDocumento(documento)?.valor && um.unidade === unidade)
    if (perde && administradores.length === 1)
      throw recusa('documento', 'Esta é a única pessoa que administra. Escolha outra para administrar antes.')
    await autor.conferir?.(sql)
  }
  return { ...autor, conferir }
}

const recusas: Record<RecusaDeLotacao, { caminho: keyof AlvoDaLotacao; mensagem: string }> = {
  documento_invalido: { caminho: 'documento', mensagem: 'Confira o CPF ou CNPJ: o número não fecha.' },
  sem_conta: { caminho: 'documento', mensagem: 'Não há conta com este CPF ou CNPJ. A pessoa precisa se cadastrar antes.' },
  sem_unidade: { caminho: 'unidade', mensagem: 'Este setor não existe aqui.' },
  sem_lotacao: { caminho: 'documento', mensagem: 'Esta pessoa não trabalha neste setor.' },
}

function desfecho(feito: { nome: string } | RecusaDeLotacao): { nome: string } {
  if (typeof feito !== 'string') return feito
  const { caminho, mensagem } = recusas[feito]
  throw recusa(caminho, mensagem)
}

function recusa(caminho: string, mensagem: string): ProblemError {
  return new ProblemError('campos_invalidos', { campos: [{ caminho, mensagem }] })
}
