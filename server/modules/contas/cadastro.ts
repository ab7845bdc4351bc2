import type { CadastroRecebido, PedidoDeCadastro, PedidoDeConfirmacao, PedidoDeReenvio } from '../../contract/contas.js'
import type { SessaoAberta } from '../../contract/sessoes.js'
import { type Cadastro, validarCadastro } from '../../domain/cadastro.js'
import { mascararEmail } from '../../domain/documento.js'
import { lerEmail } from '../../domain/leitura.js'
import { mensagens } from '../../domain/mensagens.js'
import { diaEm } from '../../domain/prazo.js'
import { ProblemError } from '../../platform/http/problem.js'
import { tooMany } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { conferirTrazido, criarConfirmacao, reenviar, usar } from '../confirmacoes/confirmacoes.js'
import { esperarContatos } from '../contatos/envios.js'
import type { Tentativa } from '../desafio/tentativa.js'
import { errosDaCiencia } from '../entidades/ciencia.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { avisarConta } from '../notificacoes/avisos-de-conta.js'
import { type Aparelho, abrirSessao } from '../sessoes/sessoes.js'
import { comoChamar, usuarioTomado } from './contas.js'
import { contagem, pesar } from './limites.js'
import * as queries from './queries.js'
import { exigirRegras, hashDaSenha } from './senhas.js'

const enviado = 'Enviamos um e-mail com um código de 6 números. Se ele não chegar em alguns minutos, olhe na caixa de spam.'

/**
 * Takes a sign-up, which waits for its e-mail to be confirmed. What is answered, and how long it takes, is the same whether or not the
 * CPF or CNPJ has a conta: if it has, the e-mail on file is told instead.
 * @throws prova_necessaria; muitas_tentativas when the mailbox got enough of them; campos_invalidos, also for a usuario that is taken.
 */
export async function cadastrar(
  platform: Platform,
  entidade: EntidadeAberta,
  pedido: PedidoDeCadastro,
  tentativa: Tentativa,
): Promise<CadastroRecebido> {
  const { sql } = platform.db
  await pesar(platform, entidade, 'cadastro', tentativa, lerEmail(pedido.email)?.toLowerCase())
  const { ciencia, senha, ...informado } = pedido
  const { fuso, cadastro: { exige = [] } = {} } = entidade.arquivo
  const validado = validarCadastro({ ...informado, senha }, diaEm(fuso, platform.clock.now()), exige)
  if (!validado.ok) throw new ProblemError('campos_invalidos', { campos: validado.erros })
  const { cadastro } = validado
  const campos = errosDaCiencia(entidade, ciencia)
  if (campos.length > 0) throw new ProblemError('campos_invalidos', { campos })
  exigirRegras(senha, cadastro)
  const cabeMais = contagem(platform)
  if (!cabeMais(`cadastro-novo ${cadastro.email.toLowerCase()}`)) throw muitosPedidos()
  const [senhaHash, existente] = await Promise.all([hashDaSenha(senha), queries.porDocumento(sql, cadastro.documento)])
  if (cadastro.usuario && (await queries.usuarioExiste(sql, cadastro.usuario))) throw usuarioTomado()
  const confirmacao = await platform.db.transaction(async (tx) => {
    if (existente) {
      const id = await criarConfirmacao(platform, tx, entidade, {
        especie: 'nenhuma',
        contaId: existente.id,
        dados: { email: cadastro.email },
      })
      if (existente.email && cabeMais(`conta-existente ${existente.id}`)) {
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
  tentativa: Tentativa,
): Promise<{ mensagem: string }> {
  await pesar(platform, entidade, 'cadastro', tentativa)
  const corrigido = email === undefined ? undefined : lerEmail(email)
  if (email !== undefined && corrigido === undefined) {
    throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'email', mensagem: mensagens.email }] })
  }
  const cabeMais = contagem(platform)
  await platform.db.transaction(async (tx) => {
    const { especie, dados, envios } = await reenviar<Pick<CadastroGuardado, 'email'>>(platform, tx, entidade, id, (antes) => ({
      ...antes,
      ...(corrigido && { email: corrigido }),
    }))
    if (especie !== 'cadastro' && especie !== 'nenhuma') throw new ProblemError('confirmacao_vencida')
    if (!cabeMais(`cadastro ${dados.email.toLowerCase()}`)) throw muitosPedidos()
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
  const conferida = await conferirTrazido(platform, entidade, trazido)
  const contaId = platform.random.id()
  const cabeMais = contagem(platform)
  return platform.db.transaction(async (tx) => {
    const { especie, dados: guardado } = await usar<CadastroGuardado>(platform, tx, entidade, conferida)
    if (especie !== 'cadastro') throw new ProblemError('confirmacao_vencida')
    const agora = platform.clock.now()
    if (!(await queries.criar(tx, contaId, guardado, agora))) throw new ProblemError('confirmacao_vencida')
    const { emailAlternativo, dados } = guardado
    await esperarContatos(platform, tx, entidade, contaId, { emailAlternativo, telefone: dados.telefone }, cabeMais)
    await auditar(platform, tx, entidade.id, { quem: contaId, acao: 'conta.criar', dados: { ciencia: guardado.ciencia } })
    const sessao = await abrirSessao(platform, entidade, contaId, aparelho, lembrar, tx)
    return { ...sessao, nome: comoChamar(guardado) }
  })
}

/** Said whether or not there is a conta: what was counted is the mailbox that was written. */
function muitosPedidos(): ProblemError {
  const detail = 'Este e-mail recebeu muitos códigos há pouco. Use o último que chegou, ou tente de novo em uma hora.'
  return tooMany(undefined, detail)
}

/** A sign-up as {@link cadastrar} left it waiting. */
interface CadastroGuardado extends Cadastro {
  senhaHash: string
  ciencia: string
}
