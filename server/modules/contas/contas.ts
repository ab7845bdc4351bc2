import * as v from 'valibot'
import type {
  CadastroRecebido,
  Conta,
  MudancaDaConta,
  NovaSenha,
  PedidoDeCadastro,
  PedidoDeConfirmacao,
  PedidoDeRecuperacao,
  PedidoDeReenvio,
  SenhaPropria,
} from '../../contract/contas.js'
import type { SessaoAberta } from '../../contract/sessoes.js'
import { type Cadastro, lerUsuario, type PerfilInformado, validarCadastro, validarPerfil } from '../../domain/cadastro.js'
import { lerDocumento, mascararEmail } from '../../domain/documento.js'
import { lerEmail } from '../../domain/leitura.js'
import { mensagens } from '../../domain/mensagens.js'
import { diaEm } from '../../domain/prazo.js'
import { codeOf, type Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Task } from '../../platform/jobs.js'
import type { Platform } from '../../platform/platform.js'
import { conferirTrazido, criarConfirmacao, desistir, reenviar, usar } from '../confirmacoes/confirmacoes.js'
import { cobrarProva, contarErro, type Proposito, type Quem, tentativaCustaProva } from '../desafio/desafio.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { buscarEntidade } from '../entidades/entidades.js'
import { avisarConta } from '../notificacoes/notificacoes.js'
import { exigirConfirmacao, verConfirmacao } from '../reautenticacao/reautenticacao.js'
import { type Aparelho, abrirSessao, encerrarSessoes, type Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'
import { exigirRegras, hashDaSenha, senhaConfere } from './senhas.js'

export type { ContaGuardada } from './queries.js'

/** Where a request comes from and the proof of work it brought. */
export interface Vindo {
  endereco: string
  prova: string | undefined
}

const enviado = 'Enviamos um e-mail com um código de 6 números. Se ele não chegar em alguns minutos, olhe na caixa de spam.'

/**
 * Takes a sign-up, which waits for its e-mail to be confirmed. What is answered, and how long it takes, is the same whether or not the
 * CPF or CNPJ has a conta: if it has, the e-mail on file is told instead.
 * @throws prova_necessaria; campos_invalidos, also for a usuario that is taken.
 */
export async function cadastrar(
  platform: Platform,
  entidade: EntidadeAberta,
  pedido: PedidoDeCadastro,
  vindo: Vindo,
): Promise<CadastroRecebido> {
  const { sql } = platform.db
  await pesar(platform, entidade, 'cadastro', vindo, lerEmail(pedido.email)?.toLowerCase())
  const { ciencia, senha, ...informado } = pedido
  const validado = validarCadastro({ ...informado, senha }, diaEm(entidade.arquivo.fuso, platform.clock.now()))
  if (!validado.ok) throw new ProblemError('campos_invalidos', { campos: validado.erros })
  const { cadastro } = validado
  exigirCiencia(entidade, ciencia)
  exigirRegras(senha, cadastro)
  const [senhaHash, existente] = await Promise.all([hashDaSenha(senha), queries.porDocumento(sql, cadastro.documento)])
  if (cadastro.usuario && (await queries.usuarioExiste(sql, cadastro.usuario))) throw usuarioTomado()
  const confirmacao = await platform.db.transaction(async (tx) => {
    if (existente) {
      const id = await criarConfirmacao(platform, tx, entidade, {
        especie: 'nenhuma',
        contaId: existente.id,
        dados: { email: cadastro.email },
      })
      if (existente.email && cabeMais(platform, `conta-existente ${existente.id}`)) {
        await avisarConta(platform, tx, entidade, { especie: 'conta-existente', para: existente.email, dados: {} })
      }
      return id
    }
    const dados = { ...cadastro, senhaHash, ciencia }
    const id = await criarConfirmacao(platform, tx, entidade, { especie: 'cadastro', dados })
    await avisarConta(platform, tx, entidade, { especie: 'cadastro', para: cadastro.email, dados: { confirmacao: id, envio: 1 } })
    return id
  })
  return { confirmacao, email: mascararEmail(cadastro.email), mensagem: enviado }
}

/**
 * Sends the code of a sign-up again, to a corrected e-mail if one is given.
 * @throws confirmacao_vencida, muitas_tentativas, campos_invalidos, prova_necessaria.
 */
export async function reenviarCodigo(
  platform: Platform,
  entidade: EntidadeAberta,
  id: string,
  { email }: PedidoDeReenvio,
  vindo: Vindo,
): Promise<{ mensagem: string }> {
  await pesar(platform, entidade, 'cadastro', vindo)
  const corrigido = email === undefined ? undefined : lerEmail(email)
  if (email !== undefined && corrigido === undefined) {
    throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'email', mensagem: mensagens.email }] })
  }
  await platform.db.transaction(async (tx) => {
    const { especie, dados, envios } = await reenviar<Pick<CadastroGuardado, 'email'>>(platform, tx, entidade, id, (antes) => ({
      ...antes,
      ...(corrigido && { email: corrigido }),
    }))
    if (!cabeMais(platform, `cadastro ${dados.email.toLowerCase()}`)) throw new ProblemError('muitas_tentativas')
    if (especie !== 'cadastro') return
    await avisarConta(platform, tx, entidade, { especie: 'cadastro', para: dados.email, dados: { confirmacao: id, envio: envios } })
  })
  return { mensagem: enviado }
}

/**
 * Makes the conta whose e-mail has been shown to be read, and opens its first session.
 * @throws codigo_recusado, confirmacao_vencida.
 */
export async function confirmarCadastro(
  platform: Platform,
  entidade: EntidadeAberta,
  { lembrar = false, ...trazido }: PedidoDeConfirmacao,
  aparelho: Aparelho,
): Promise<SessaoAberta> {
  const id = await conferirTrazido(platform, entidade, trazido)
  const contaId = platform.random.id()
  const cadastro = await platform.db.transaction(async (tx) => {
    const { especie, dados: guardado } = await usar<CadastroGuardado>(platform, tx, entidade, id)
    if (especie !== 'cadastro') throw new ProblemError('confirmacao_vencida')
    const agora = platform.clock.now()
    if (!(await queries.criar(tx, contaId, guardado, agora))) throw new ProblemError('confirmacao_vencida')
    await queries.auditar(tx, entidade.id, {
      id: platform.random.id(),
      quem: contaId,
      acao: 'conta.criar',
      dados: { ciencia: guardado.ciencia },
      em: agora,
    })
    return guardado
  })
  const sessao = await abrirSessao(platform, entidade, contaId, aparelho, lembrar)
  return { ...sessao, nome: comoChamar(cadastro) }
}

/** A sign-up as {@link cadastrar} left it waiting. */
interface CadastroGuardado extends Cadastro {
  senhaHash: string
  ciencia: string
}

/** The conta of a login and its password; undefined, after the same work, when either is wrong or the login means more than one conta. */
export async function conferirLogin(platform: Platform, login: string, senha: string): Promise<queries.ContaGuardada | undefined> {
  const achadas = await queries.porLogin(platform.db.sql, lerLogin(login))
  const conta = achadas.length === 1 ? achadas[0] : undefined
  return (await senhaConfere(senha, conta?.senhaHash)) ? conta : undefined
}

/** What a login is, however it is written: the name under which tries on it are counted. */
export function alvoDoLogin(login: string): string {
  const { documento, usuario, email } = lerLogin(login)
  return documento ?? usuario ?? email?.toLowerCase() ?? login.slice(0, 200).trim().toLowerCase()
}

function lerLogin(login: string) {
  const documento = lerDocumento(login)?.valor
  return documento ? { documento } : { usuario: lerUsuario(login), email: lerEmail(login) }
}

/**
 * Has a link for a new password sent, if there is a conta with this documento and this e-mail on file. The same is said whether or not there is.
 * @throws prova_necessaria, campos_invalidos.
 */
export async function recuperarAcesso(
  platform: Platform,
  entidade: EntidadeAberta,
  pedido: PedidoDeRecuperacao,
  vindo: Vindo,
): Promise<void> {
  await pesar(platform, entidade, 'recuperacao', vindo, lerDocumento(pedido.documento)?.valor)
  const documento = lerDocumento(pedido.documento)
  const email = lerEmail(pedido.email)
  const campos = [
    ...(documento ? [] : [{ caminho: 'documento', mensagem: mensagens.documento(pedido.documento) }]),
    ...(email ? [] : [{ caminho: 'email', mensagem: mensagens.email }]),
  ]
  if (!documento || !email) throw new ProblemError('campos_invalidos', { campos })
  await queries.pedirRecuperacao(platform.db.sql, entidade.codigo, { documento: documento.valor, email })
}

const recuperacaoPedida = v.object({ entidade: v.string(), documento: v.string(), email: v.string() })

/** The jobs of this module, by the name they are queued under. */
export function tarefas(platform: Platform): Record<string, Task> {
  return {
    enviar_recuperacao: async (payload) => {
      const { entidade: codigo, ...pedido } = v.parse(recuperacaoPedida, payload)
      const entidade = await buscarEntidade(platform, codigo)
      if (!entidade) throw new Error('a recovery in an entidade that does not exist')
      await enviarRecuperacao(platform, entidade, pedido)
    },
  }
}

/** Sends the link of a recovery, if somebody asked for it with what is on file; apart from the request, so that its time tells nothing. */
async function enviarRecuperacao(platform: Platform, entidade: EntidadeAberta, pedido: PedidoDeRecuperacao): Promise<void> {
  const conta = await queries.porDocumento(platform.db.sql, pedido.documento)
  const para = conta?.email
  if (!para || para.toLowerCase() !== pedido.email.toLowerCase() || !cabeMais(platform, `recuperacao ${conta.id}`)) return
  await platform.db.transaction(async (tx) => {
    const confirmacao = await criarConfirmacao(platform, tx, entidade, { especie: 'senha', contaId: conta.id })
    await avisarConta(platform, tx, entidade, { especie: 'senha', para, dados: { confirmacao, envio: 1, usuario: conta.usuario } })
  })
}

/**
 * Sets the password of whoever opened the link of a recovery; every session of the conta ends.
 * @throws confirmacao_vencida; campos_invalidos, after which the link still serves; prova_necessaria.
 */
export async function definirSenha(platform: Platform, entidade: EntidadeAberta, { link, senha }: NovaSenha, vindo: Vindo): Promise<void> {
  await pesar(platform, entidade, 'recuperacao', vindo)
  const id = await conferirTrazido(platform, entidade, { link })
  await platform.db.transaction(async (tx) => {
    const { especie, contaId } = await usar(platform, tx, entidade, id)
    const conta = especie === 'senha' && contaId ? await queries.porId(tx, contaId) : undefined
    if (!conta) throw new ProblemError('confirmacao_vencida')
    exigirRegras(senha, titularDe(conta))
    await gravarSenha(platform, tx, entidade, conta, { novo: await hashDaSenha(senha), acao: 'senha.recuperar' })
    await encerrarSessoes(platform, conta.id, { sql: tx })
  })
}

/**
 * Sets the password of who is signed in, their first or another; all other sessions of the conta end.
 * @param confirmacao the header Protocolo-Confirmacao.
 * @throws confirmacao_necessaria; campos_invalidos, after which the confirmation still serves.
 */
export async function trocarSenha(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  { senha }: SenhaPropria,
  confirmacao: string | undefined,
): Promise<void> {
  await verConfirmacao(platform, sessao, 'credenciais', confirmacao)
  exigirRegras(senha, titularDe(await contaDaSessao(platform, sessao)))
  const novo = await hashDaSenha(senha)
  await platform.db.transaction(async (tx) => {
    const conta = await tomarConta(tx, sessao)
    await exigirConfirmacao(platform, sessao, 'credenciais', confirmacao, tx)
    await gravarSenha(platform, tx, entidade, conta, { novo, acao: 'senha.trocar' })
    await encerrarSessoes(platform, conta.id, { menos: sessao, sql: tx })
  })
}

/** Keeps a new password and owes the e-mail that says so. */
async function gravarSenha(
  platform: Platform,
  tx: Sql,
  entidade: EntidadeAberta,
  conta: queries.ContaGuardada,
  { novo, acao }: { novo: string; acao: 'senha.recuperar' | 'senha.trocar' },
): Promise<void> {
  const agora = platform.clock.now()
  await queries.trocarSenha(tx, conta.id, novo, agora)
  await desistir(platform, tx, conta.id, 'senha')
  await queries.auditar(tx, entidade.id, { id: platform.random.id(), quem: conta.id, acao, dados: {}, em: agora })
  if (!conta.email) return
  await avisarConta(platform, tx, entidade, { especie: 'senha-trocada', para: conta.email, dados: { em: agora.toISOString() } })
}

/** The conta that is signed in. @throws sessao_encerrada when it is gone. */
export async function contaDaSessao(platform: Platform, { contaId }: Pick<Sessao, 'contaId'>): Promise<queries.ContaGuardada> {
  const conta = await queries.porId(platform.db.sql, contaId)
  if (!conta) throw new ProblemError('sessao_encerrada')
  return conta
}

/** The same, held until the transaction ends. */
export async function tomarConta(tx: Sql, { contaId }: Sessao): Promise<queries.ContaGuardada> {
  const conta = await queries.tomar(tx, contaId)
  if (!conta) throw new ProblemError('sessao_encerrada')
  return conta
}

/** What a person sees of their own conta. */
export async function verConta(platform: Platform, sessao: Sessao): Promise<Conta> {
  const { documento, nome, email, usuario, senhaHash, dados } = await contaDaSessao(platform, sessao)
  return { documento, nome, email, usuario, ...dados, temSenha: senhaHash !== null }
}

/**
 * Changes what a person tells of themselves. Documento and e-mail are changed otherwise.
 * @throws campos_invalidos, also for a usuario that is taken.
 */
export async function mudarConta(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, mudanca: MudancaDaConta): Promise<Conta> {
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  await platform.db.transaction(async (tx) => {
    const conta = await tomarConta(tx, sessao)
    const { nome, usuario, dados } = conta
    const validado = validarPerfil(semNulos({ nome, usuario, ...dados, ...mudanca }), hoje)
    if (!validado.ok) throw new ProblemError('campos_invalidos', { campos: validado.erros })
    const { perfil } = validado
    if (perfil.usuario && perfil.usuario !== usuario && (await queries.usuarioExiste(tx, perfil.usuario))) throw usuarioTomado()
    const agora = platform.clock.now()
    await queries.mudar(tx, conta.id, perfil, agora).catch((erro: unknown) => {
      throw codeOf(erro) === '23505' ? usuarioTomado() : erro
    })
    const dadosDaAuditoria = { campos: Object.keys(mudanca) }
    await queries.auditar(tx, entidade.id, {
      id: platform.random.id(),
      quem: conta.id,
      acao: 'conta.mudar',
      dados: dadosDaAuditoria,
      em: agora,
    })
  })
  return verConta(platform, sessao)
}

function semNulos({ nome, ...demais }: { nome: string } & Record<string, unknown>): PerfilInformado {
  return { nome, ...Object.fromEntries(Object.entries(demais).filter(([, valor]) => valor !== null)) }
}

/** The name a person goes by: the nome social comes first (Decreto 8.727/2016). */
export function comoChamar({ nome, dados }: Pick<Cadastro, 'nome' | 'dados'>): string {
  return dados.nomeSocial ?? nome
}

function titularDe({ nome, usuario, email, documento }: queries.ContaGuardada) {
  return { nome, usuario: usuario ?? undefined, email: email ?? undefined, documento }
}

function exigirCiencia(entidade: EntidadeAberta, ciencia: string): void {
  if (ciencia === entidade.arquivo.avisoDePrivacidade.versao) return
  const mensagem = 'O aviso de privacidade mudou. Leia a nova versão e confirme que está ciente.'
  throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'ciencia', mensagem }] })
}

function usuarioTomado(): ProblemError {
  const mensagem = 'Este nome de usuário já está em uso. Escolha outro, ou deixe em branco e entre com o CPF ou CNPJ.'
  return new ProblemError('campos_invalidos', { campos: [{ caminho: 'usuario', mensagem }] })
}

/** Counts one more request of this kind; past the first few, of an address or on one `alvo`, it costs a proof of work. */
async function pesar(platform: Platform, entidade: EntidadeAberta, proposito: Proposito, { endereco, prova }: Vindo, alvo?: string) {
  const quem: Quem = { entidade, proposito, endereco }
  if (tentativaCustaProva(platform, quem, alvo)) await cobrarProva(platform, quem, prova)
  contarErro(platform, quem, alvo)
}

/** E-mails that one cause sends to one mailbox in an hour: nobody floods another's. */
const porHora = 5

function cabeMais(platform: Platform, causa: string): boolean {
  return platform.limits.hit(`correio ${causa}`, 3600) <= porHora
}
