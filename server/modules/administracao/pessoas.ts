import type { AlvoDaLotacao, NovaLotacao } from '../../contract/administracao.js'
import { lerDocumento } from '../../domain/documento.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { Autor } from '../auditoria/auditoria.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { darLotacao, listarLotacoes, type RecusaDeLotacao, tirarLotacao } from '../lotacoes/lotacoes.js'

/** Gives somebody with a conta a papel in a unidade, instead of another there. @throws campos_invalidos. */
export async function lotar(platform: Platform, entidade: EntidadeAberta, autor: Autor, nova: NovaLotacao): Promise<{ nome: string }> {
  if (nova.papel !== 'administrador') await exigirOutroAdministrador(platform, entidade, nova)
  return desfecho(await darLotacao(platform, entidade, nova, autor))
}

/** Takes it back. @throws campos_invalidos. */
export async function deslotar(platform: Platform, entidade: EntidadeAberta, autor: Autor, alvo: AlvoDaLotacao): Promise<{ nome: string }> {
  await exigirOutroAdministrador(platform, entidade, alvo)
  return desfecho(await tirarLotacao(platform, entidade, alvo, autor))
}

/** Without one nobody could give lotações any more, but at the command line. */
async function exigirOutroAdministrador(
  platform: Platform,
  entidade: EntidadeAberta,
  { documento, unidade }: AlvoDaLotacao,
): Promise<void> {
  const lido = lerDocumento(documento)?.valor
  const administradores = (await listarLotacoes(platform, entidade)).filter(({ papel }) => papel === 'administrador')
  const perde = administradores.some((um) => um.documento === lido && um.unidade === unidade)
  if (perde && administradores.length === 1)
    throw recusa('documento', 'Esta é a única pessoa que administra. Escolha outra para administrar antes.')
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
