import { visivel } from './condicao.js'
import { escreverTamanho } from './escrita.js'
import type { CampoComErro } from './mensagens.js'
import { type DocumentoPedido, type Formato, formatos, type Respostas } from './tipo.js'

/** Bytes, a file and a protocolo at its opening. */
export interface LimitesDeAnexos {
  tamanho: number
  total: number
}

export interface DocumentoEnviado {
  /** `codigo` of the document it was sent as. */
  documento: string
  tamanho: number
  /** Media type, once known. */
  tipo?: string
}

/** By media type; the first of each kind is its usual name. */
const tiposDeFormato: Record<Formato, readonly string[]> = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  png: ['image/png'],
  webp: ['image/webp'],
  heic: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  mp3: ['audio/mpeg'],
  m4a: ['audio/x-m4a', 'audio/mp4'],
  mp4: ['video/mp4'],
}

/** The documents to ask for, given what was answered. */
export function documentosPedidos(tipo: { documentos: readonly DocumentoPedido[] }, respostas: Respostas): DocumentoPedido[] {
  return tipo.documentos.filter((documento) => visivel(documento.quando, respostas))
}

export function formatosDe(pedido: DocumentoPedido): readonly Formato[] {
  return pedido.formatos ?? ['pdf', 'jpg', 'png']
}

export function formatoDoTipo(tipo: string): Formato | undefined {
  return formatos.find((formato) => tiposDeFormato[formato].includes(tipo))
}

/** For the `accept` of a file input: media types and extensions, since browsers know either. */
export function aceitos(pedido: DocumentoPedido): string {
  return formatosDe(pedido)
    .flatMap((formato) => [`.${formato}`, ...(formato === 'jpg' ? ['.jpeg'] : []), ...tiposDeFormato[formato]])
    .join(',')
}

/** `PDF, JPG ou PNG`. */
export function escreverFormatos(pedido: DocumentoPedido): string {
  const nomes = formatosDe(pedido).map((formato) => formato.toUpperCase())
  return nomes.length < 2 ? nomes.join('') : `${nomes.slice(0, -1).join(', ')} ou ${nomes.at(-1)}`
}

/** What is missing, too many, too big or of another kind, at `anexos.<codigo>`; `anexos` alone is about all of them. */
export function conferirDocumentos(
  pedidos: readonly DocumentoPedido[],
  enviados: readonly DocumentoEnviado[],
  limites: LimitesDeAnexos,
): CampoComErro[] {
  const erros = pedidos.flatMap((pedido) => {
    const mensagem = conferirDocumento(
      pedido,
      enviados.filter((enviado) => enviado.documento === pedido.codigo),
      limites,
    )
    return mensagem ? [{ caminho: `anexos.${pedido.codigo}`, mensagem }] : []
  })
  if (enviados.some((enviado) => !pedidos.some((pedido) => pedido.codigo === enviado.documento))) {
    erros.push({ caminho: 'anexos', mensagem: 'Um dos arquivos não é pedido neste serviço. Retire-o da lista.' })
  }
  if (enviados.reduce((total, enviado) => total + enviado.tamanho, 0) > limites.total) {
    erros.push({ caminho: 'anexos', mensagem: `Juntos, os arquivos passam de ${escreverTamanho(limites.total)}. Retire ou reduza algum.` })
  }
  return erros
}

function conferirDocumento(pedido: DocumentoPedido, arquivos: readonly DocumentoEnviado[], limites: LimitesDeAnexos): string | undefined {
  if (arquivos.length === 0) return pedido.obrigatorio ? 'Envie este documento.' : undefined
  const quantos = pedido.quantos ?? 1
  if (arquivos.length > quantos) return quantos === 1 ? 'Envie um arquivo só.' : `Envie até ${quantos} arquivos.`
  return arquivos.map((arquivo) => conferirArquivo(pedido, arquivo, limites)).find(Boolean)
}

/** What keeps one file from being sent as this document, in words for who sends it; `undefined` when nothing does. */
export function conferirArquivo(
  pedido: DocumentoPedido,
  arquivo: { tamanho: number; tipo?: string },
  limites: LimitesDeAnexos,
): string | undefined {
  if (arquivo.tamanho === 0) return 'Este arquivo está vazio. Escolha outro.'
  const tamanho = pedido.tamanho ?? limites.tamanho
  if (arquivo.tamanho > tamanho) return `Este arquivo passa de ${escreverTamanho(tamanho)}. Envie um menor.`
  const formato = arquivo.tipo === undefined ? undefined : formatoDoTipo(arquivo.tipo)
  const aceito = arquivo.tipo === undefined || (formato !== undefined && formatosDe(pedido).includes(formato))
  return aceito ? undefined : `Este arquivo não é ${escreverFormatos(pedido)}. Envie em um desses formatos.`
}
