import '../base/comum.js'
import { idioma } from '../texts/voz.js'
import { type Anexo, lerJson, lerProblema, ProblemaDaApi, SemConexao } from './api.js'

export interface EnvioDeAnexo {
  /** Codigo of the tipo; absent where no tipo asks for it. */
  tipo?: string
  /** Codigo of the documento asked for; absent for one that nobody asked for. */
  documento?: string
  /** Share sent, 0 to 1. */
  aoProgredir?: (parte: number) => void
  sinal?: AbortSignal
}

/** Sends one file to an entidade. @param raiz of its client. @throws as its other calls do. */
export async function enviarAnexo(raiz: string, arquivo: File, envio: EnvioDeAnexo): Promise<Anexo> {
  const resposta = await enviarBytes(`${raiz}/anexos`, arquivo, envio)
  if (!resposta) throw new SemConexao('put')
  if (!resposta.ok) throw new ProblemaDaApi(await lerProblema(resposta))
  return lerJson<Anexo>(resposta)
}

/**
 * Sends the raw bytes of one file; undefined when the API cannot be reached.
 * XMLHttpRequest, because fetch does not tell how much has gone.
 */
function enviarBytes(endereco: string, arquivo: File, envio: EnvioDeAnexo): Promise<Response | undefined> {
  const { tipo, documento, aoProgredir, sinal } = envio
  const busca = new URLSearchParams({ nome: arquivo.name, ...(tipo && { tipo }), ...(documento && { documento }) })
  return new Promise((pronto, falhou) => {
    const pedido = new XMLHttpRequest()
    const parar = () => pedido.abort()
    pedido.open('PUT', `${endereco}?${busca}`)
    pedido.setRequestHeader('Content-Type', arquivo.type || 'application/octet-stream')
    pedido.setRequestHeader('Accept-Language', idioma())
    pedido.upload.onprogress = ({ loaded, total }) => aoProgredir?.(total ? loaded / total : 0)
    pedido.onload = () => {
      const headers = { 'Content-Type': pedido.getResponseHeader('Content-Type') ?? '' }
      pronto(new Response(pedido.responseText, { status: pedido.status, headers }))
    }
    pedido.onerror = () => pronto(undefined)
    pedido.onabort = () => falhou(new DOMException('', 'AbortError'))
    pedido.onloadend = () => sinal?.removeEventListener('abort', parar)
    sinal?.addEventListener('abort', parar)
    if (sinal?.aborted) falhou(new DOMException('', 'AbortError'))
    else pedido.send(arquivo)
  })
}
