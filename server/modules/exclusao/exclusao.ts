import type { ContaExcluida } from '../../contract/titular.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { auditar } from '../auditoria/auditoria.js'
import { tomarConta } from '../contas/contas.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { apagarFotos, soltarFoto } from '../foto/foto.js'
import { avisarConta } from '../notificacoes/avisos-de-conta.js'
import { encerrarDaConta } from '../procuracoes/procuracoes.js'
import { exigirConfirmacao } from '../reautenticacao/reautenticacao.js'
import { encerrarSessoes, type Sessao } from '../sessoes/sessoes.js'
import * as queries from './queries.js'

/** What a person is told: what stays, and why. */
export const excluida: ContaExcluida = {
  mensagem: 'A sua conta foi excluída, em todos os órgãos que usam este serviço.',
  ficam: [
    'Os processos que você abriu, como foram enviados. São documentos públicos, e a lei manda guardá-los (Lei 8.159/1991). Eles já não estão ligados a nenhuma conta: para acompanhar um, use o número e o código de acesso.',
    'O registro de quando e de onde a conta foi usada e do que foi feito nela, sem o seu nome, documento, e-mail ou telefone. A lei permite guardá-lo para prestar contas (Lei 13.709/2018, art. 16, I).',
    'Por 30 dias, o registro dos e-mails que enviamos sobre a conta.',
    'Se você criar outra conta, com o mesmo CPF ou CNPJ e o mesmo e-mail, pode trazer os processos para ela.',
  ],
}

/**
 * Deletes the conta of who is signed in (Lei 13.709 art. 18, VI).
 * @param confirmacao the header Protocolo-Confirmacao.
 * @throws confirmacao_necessaria; conta_de_servidor; sessao_encerrada, also when it was deleted meanwhile.
 */
export async function excluirPropriaConta(
  platform: Platform,
  entidade: EntidadeAberta,
  sessao: Sessao,
  confirmacao: string | undefined,
): Promise<ContaExcluida> {
  await excluirConta(platform, entidade, sessao, {
    quem: sessao.contaId,
    conferir: (tx) => exigirConfirmacao(platform, sessao, 'exclusao', confirmacao, tx),
  })
  return excluida
}

interface Exclusao {
  /** As the audit tells it. */
  quem: string
  acao?: 'conta.excluir' | 'conta.liberar'
  /** What the e-mail on file is told. */
  aviso?: 'conta-excluida' | 'conta-liberada'
  /** What else must hold, looked at once the conta is held; what it throws leaves everything as it was. */
  conferir?: (tx: Sql) => Promise<void>
}

/**
 * Deletes a conta: how to get in, who it was, how to reach them, what they had begun. The protocolos stay as they were filed, of no
 * conta, and so does the audit. The e-mail on file is told. What is written for the conta at the same time waits, and is refused then.
 * @throws conta_de_servidor; sessao_encerrada when there is no such conta.
 */
export async function excluirConta(
  platform: Platform,
  entidade: EntidadeAberta,
  { contaId }: Pick<Sessao, 'contaId'>,
  { quem, acao = 'conta.excluir', aviso = 'conta-excluida', conferir }: Exclusao,
): Promise<void> {
  const fotos = await platform.db.transaction(async (tx) => {
    const { email, documento } = await tomarConta(tx, { contaId })
    await conferir?.(tx)
    if (await queries.trabalha(tx, contaId)) throw new ProblemError('conta_de_servidor')
    await encerrarDaConta(platform, tx, { id: contaId, documento })
    await queries.soltarProtocolos(tx, contaId)
    const fotos = await soltarFoto(tx, contaId)
    await encerrarSessoes(platform, contaId, { sql: tx })
    await queries.apagar(tx, contaId)
    await auditar(platform, tx, entidade.id, { quem, acao, dados: { conta: contaId } })
    if (email) {
      const dados = { em: platform.clock.now().toISOString() }
      await avisarConta(platform, tx, entidade, { especie: aviso, para: email, dados })
    }
    return fotos
  })
  await apagarFotos(platform, fotos)
}
