import type { ChaveDeConsulta, ConsultaNivel2 } from '../../server/contract/consulta.js'
import type { AtoDoRequerente } from '../../server/contract/desfecho.js'
import type { Mensagem, PedidoDeMensagem } from '../../server/contract/mensagens.js'
import type { RespostaDePendencia, RespostaRecebida } from '../../server/contract/pendencias.js'
import { type Cliente, emJson, lerJson, pedir } from './api.js'

/** What the code of a protocolo, or being whose it is, opens. Every call throws as those of {@link Cliente} do. */
export interface Acesso {
  anexo(id: string): Promise<Blob>
  comprovante(): Promise<Blob>
  /** Makes a new access code; the one before stops working. `idempotencia` is the Idempotency-Key: repeated with it, the same new code. */
  trocarCodigo(idempotencia: string): Promise<string>
  /** Answers what was asked; `idempotencia` as above, one for each answer. */
  responder(pendencia: string, resposta: RespostaDePendencia, idempotencia: string): Promise<RespostaRecebida>
  /** Writes to the unidade. */
  escrever(mensagem: PedidoDeMensagem, idempotencia: string): Promise<Mensagem>
  /** Marks what the unidade wrote, up to a message, as read. */
  marcarLidas(ate: string): Promise<void>
  /** Evaluates, appeals or gives up. */
  terminar(rota: string, corpo: object): Promise<AtoDoRequerente>
  /** All of it again, as it stands now. */
  reler(): Promise<ConsultaNivel2>
}

export function acessoComCodigo(cliente: Cliente, chave: ChaveDeConsulta): Acesso {
  const enviar = (caminho: string, corpo?: object, cabecalhos?: Record<string, string>) =>
    pedir(`${cliente.raiz}/consulta/${caminho}`, emJson({ ...chave, ...corpo }, cabecalhos))
  const json = async <T>(...pedido: Parameters<typeof enviar>): Promise<T> => lerJson<T>(await enviar(...pedido))
  return {
    anexo: async (id) => (await enviar(`anexos/${encodeURIComponent(id)}`)).blob(),
    comprovante: async () => (await enviar('comprovante')).blob(),
    trocarCodigo: async (idempotencia) =>
      (await json<{ codigoAcesso: string }>('codigo', {}, { 'Idempotency-Key': idempotencia })).codigoAcesso,
    responder: (pendencia, resposta, idempotencia) =>
      json(`pendencias/${encodeURIComponent(pendencia)}/resposta`, resposta, { 'Idempotency-Key': idempotencia }),
    escrever: (mensagem, idempotencia) => json('mensagens', mensagem, { 'Idempotency-Key': idempotencia }),
    async marcarLidas(ate) {
      await enviar('mensagens/lidas', { ate })
    },
    terminar: json,
    reler: () => cliente.consultarComCodigo(chave),
  }
}

/** Asks for the list of a person's protocolos by e-mail. Says nothing about whether there are any. */
export async function pedirLembrete({ raiz }: Cliente, documento: string): Promise<void> {
  await pedir(`${raiz}/consulta/lembrete`, emJson({ documento }))
}
