import type { CampoComErro } from '../../../server/contract/problema.js'
import {
  type Cliente,
  type Comprovante,
  type Desafio,
  emJson,
  lerJson,
  type PedidoDeAbertura,
  ProblemaDaApi,
  pedir,
} from '../../client/api.js'
import type { Meus } from '../../client/meus.js'

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
export async function prepararProva({ raiz }: Pick<Cliente, 'raiz'>): Promise<string | undefined> {
  try {
    const { resolver } = await import('../../client/prova.js')
    return await resolver(await lerJson<Desafio>(await pedir(`${raiz}/desafio?para=abertura`)))
  } catch (erro) {
    console.debug('protocolo: proof of work left for the sending', erro)
    return undefined
  }
}

/** Where a filing goes: into the conta of who is signed in, or as {@link semConta}. */
type Destino = Pick<Meus, 'abrir'>

/** Files for who is not signed in. */
export function semConta({ raiz }: Pick<Cliente, 'raiz'>): Destino {
  return {
    async abrir(pedido, chave, prova) {
      const corpo = emJson(pedido, { 'Idempotency-Key': chave, ...(prova && { 'Protocolo-Prova': prova }) })
      return lerJson<Comprovante>(await pedir(`${raiz}/protocolos`, corpo))
    },
  }
}

export async function enviarPedido(
  destino: Destino,
  pedido: PedidoDeAbertura,
  chave: string,
  prova: string | undefined,
): Promise<Desfecho> {
  try {
    return { que: 'aberto', comprovante: await destino.abrir(pedido, chave, prova) }
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
