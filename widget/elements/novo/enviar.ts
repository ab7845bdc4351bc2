import type { CampoComErro } from '../../../server/contract/problema.js'
import { type Cliente, type Comprovante, type PedidoDeAbertura, ProblemaDaApi } from '../../client/api.js'

/** What came of a sending. */
export type Desfecho =
  | { que: 'aberto'; comprovante: Comprovante }
  | { que: 'corrigir'; erros: readonly CampoComErro[] }
  | { que: 'tipo-mudou'; erros: readonly CampoComErro[] }
  | { que: 'tipo-fechado'; porque: string }
  | { que: 'arquivos-sumiram'; documentos: readonly string[] }
  | { que: 'chave-usada' }
  | { que: 'falha'; erro: unknown }

/** The proof of work, done while the person reads the review. Without it the sending does its own. */
export async function prepararProva(cliente: Pick<Cliente, 'desafio'>): Promise<string | undefined> {
  try {
    const { resolver } = await import('../../client/prova.js')
    return await resolver(await cliente.desafio('abertura'))
  } catch (erro) {
    console.debug('protocolo: proof of work left for the sending', erro)
    return undefined
  }
}

export async function enviarPedido(
  cliente: Pick<Cliente, 'abrir'>,
  pedido: PedidoDeAbertura,
  chave: string,
  prova: string | undefined,
): Promise<Desfecho> {
  try {
    return { que: 'aberto', comprovante: await cliente.abrir(pedido, chave, prova) }
  } catch (erro) {
    return erro instanceof ProblemaDaApi ? entender(erro) : { que: 'falha', erro }
  }
}

function entender(erro: ProblemaDaApi): Desfecho {
  const { codigo, campos = [], detail } = erro.problema
  switch (codigo) {
    case 'tipo_mudou':
      return { que: 'tipo-mudou', erros: campos }
    case 'tipo_fechado':
    case 'tipo_desconhecido':
      return { que: 'tipo-fechado', porque: detail }
    case 'chave_reutilizada':
      return { que: 'chave-usada' }
    case 'anexo_desconhecido':
      return { que: 'arquivos-sumiram', documentos: campos.map(({ caminho }) => caminho.replace(/^anexos\./, '')) }
    default:
      return campos.length > 0 ? { que: 'corrigir', erros: campos } : { que: 'falha', erro }
  }
}
