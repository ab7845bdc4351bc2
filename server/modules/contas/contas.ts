import type { Conta, MudancaDaConta } from '../../contract/contas.js'
import { type Cadastro, type PerfilInformado, validarPerfil } from '../../domain/cadastro.js'
import { diaEm } from '../../domain/prazo.js'
import { codeOf, type Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import { countOne } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { contatosPendentes, desistir } from '../confirmacoes/confirmacoes.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

export type { ContaGuardada } from './queries.js'

/** The conta that is signed in. @throws sessao_encerrada when it is gone. */
export async function contaDaSessao(platform: Platform, { contaId }: Pick<Sessao, 'contaId'>): Promise<queries.ContaGuardada> {
  const conta = await queries.porId(platform.db.sql, contaId)
  if (!conta) throw new ProblemError('sessao_encerrada')
  return conta
}

/** The same, held until the transaction ends. */
export async function tomarConta(tx: Sql, { contaId }: Pick<Sessao, 'contaId'>): Promise<queries.ContaGuardada> {
  const conta = await queries.tomar(tx, contaId)
  if (!conta) throw new ProblemError('sessao_encerrada')
  return conta
}

/** What a person sees of their own conta. */
export async function verConta(platform: Platform, sessao: Sessao): Promise<Conta> {
  const [conta, pendentes] = await Promise.all([contaDaSessao(platform, sessao), contatosPendentes(platform, sessao)])
  const { documento, nome, email, emailAlternativo, usuario, senhaHash, telefoneConfirmado, dados, avisos, temFoto } = conta
  const contatos = { email, ...(emailAlternativo !== null && { emailAlternativo }), telefoneConfirmado, pendentes }
  return { documento, nome, usuario, ...dados, ...contatos, temSenha: senhaHash !== null, temFoto, avisos }
}

/**
 * Changes what a person tells of themselves. Documento and e-mail are changed otherwise.
 * @throws campos_invalidos, also for a usuario that is taken; muitas_tentativas.
 */
export async function mudarConta(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  { avisos, ...mudanca }: MudancaDaConta,
): Promise<Conta> {
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  await platform.db.transaction(async (tx) => {
    const conta = await tomarConta(tx, sessao)
    const { nome, usuario, dados } = conta
    const validado = validarPerfil(semNulos({ nome, usuario, ...dados, ...mudanca }), hoje)
    if (!validado.ok) throw new ProblemError('campos_invalidos', { campos: validado.erros })
    const { perfil } = validado
    if (perfil.usuario && perfil.usuario !== usuario) await exigirUsuarioLivre(platform, tx, conta.id, perfil.usuario)
    const agora = platform.clock.now()
    await queries.mudar(tx, conta.id, perfil, agora).catch((erro: unknown) => {
      throw codeOf(erro) === '23505' ? usuarioTomado() : erro
    })
    if (avisos) await queries.mudarAvisos(tx, conta.id, avisos)
    if (perfil.dados.telefone !== dados.telefone) await desistir(platform, tx, conta.id, 'telefone')
    const campos = [...Object.keys(mudanca), ...(avisos ? ['avisos'] : [])]
    await auditar(platform, tx, entidade.id, { quem: conta.id, acao: 'conta.mudar', dados: { campos } })
  })
  return verConta(platform, sessao)
}

/** Login names that one conta may ask for in an hour: each answer tells whether somebody has it. */
const usuariosPorHora = 20

async function exigirUsuarioLivre(platform: Platform, tx: Sql, contaId: string, usuario: string): Promise<void> {
  countOne(platform, `usuario ${contaId}`, { most: usuariosPorHora })
  if (await queries.usuarioExiste(tx, usuario)) throw usuarioTomado()
}

function semNulos({ nome, ...demais }: { nome: string } & Record<string, unknown>): PerfilInformado {
  return { nome, ...Object.fromEntries(Object.entries(demais).filter(([, valor]) => valor !== null)) }
}

/** The name a person goes by: the nome social comes first (Decreto 8.727/2016). */
export function comoChamar({ nome, dados }: Pick<Cadastro, 'nome' | 'dados'>): string {
  return dados.nomeSocial ?? nome
}

export function usuarioTomado(): ProblemError {
  const mensagem = 'Este nome de usuário já está em uso. Escolha outro, ou deixe em branco e entre com o CPF ou CNPJ.'
  return new ProblemError('campos_invalidos', { campos: [{ caminho: 'usuario', mensagem }] })
}
