import type { DesfechoDoLote, PedidoEmLote } from '../../contract/gestao.js'
import { isUnavailable } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { escreverAto } from '../gestao/gestao.js'
import { type Oficial, verAlvo } from '../tramitacao/tramitacao.js'

type AlvoDoLote = PedidoEmLote['protocolos'][number]
type Recusa = { alvo: AlvoDoLote; problema: ProblemError }

/**
 * Does the same to several protocolos, one after another and each alone: what is refused of one changes nothing for the others.
 * @throws campos_invalidos when none was done for what stands in the same field.
 */
export async function fazerEmLote(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  pedido: PedidoEmLote,
): Promise<DesfechoDoLote> {
  const feitos: string[] = []
  const recusas: Recusa[] = []
  for (const alvo of semRepetir(pedido.protocolos)) {
    try {
      await fazerUm(platform, entidade, oficial, pedido, alvo)
      feitos.push(alvo.id)
    } catch (erro) {
      recusas.push({ alvo, problema: problemaDe(platform, erro) })
    }
  }
  const [primeira] = recusas
  if (primeira && feitos.length === 0 && recusas.every(({ problema }) => problema.codigo === 'campos_invalidos')) throw primeira.problema
  return { feitos, recusados: await Promise.all(recusas.map((recusa) => paraLer(platform, entidade, oficial, recusa))) }
}

/** Twice in one request, the second would find a newer versao than the one that was read. */
function semRepetir(alvos: readonly AlvoDoLote[]): AlvoDoLote[] {
  return [...new Map(alvos.map((alvo) => [alvo.id, alvo])).values()]
}

function fazerUm(platform: Platform, entidade: EntidadeAberta, oficial: Oficial, pedido: PedidoEmLote, { id, versao }: AlvoDoLote) {
  switch (pedido.acao) {
    case 'receber':
      return escreverAto(platform, entidade, oficial, id, 'receber', { acao: 'receber', versao })
    case 'atribuir':
      return escreverAto(platform, entidade, oficial, id, 'atribuir', { acao: 'atribuir', versao, para: pedido.para })
    case 'encaminhar': {
      const { protocolos: _, ...ato } = pedido
      return escreverAto(platform, entidade, oficial, id, 'encaminhar', { ...ato, versao })
    }
  }
}

/** What went wrong with one does not hide what was done to the others. */
function problemaDe(platform: Platform, erro: unknown): ProblemError {
  if (erro instanceof ProblemError) return erro
  if (isUnavailable(erro)) return new ProblemError('indisponivel')
  platform.log.error({ err: erro }, 'one of several was not done')
  return new ProblemError('erro_interno')
}

async function paraLer(
  platform: Platform,
  entidade: EntidadeAberta,
  oficial: Oficial,
  { alvo, problema }: Recusa,
): Promise<DesfechoDoLote['recusados'][number]> {
  const visto = await verAlvo(platform, entidade, oficial, alvo.id).catch(() => undefined)
  const { codigo, detail, campos } = problema.body()
  return { id: alvo.id, numero: visto?.numero ?? null, codigo, detalhe: campos?.[0]?.mensagem ?? detail }
}
