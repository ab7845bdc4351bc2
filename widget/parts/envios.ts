import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { aceitos, conferirArquivo, formatoDoTipo, type LimitesDeAnexos } from '../../server/contract/regras.js'
import type { DocumentoPedido } from '../../server/contract/tipo.js'
import type { EnvioDeAnexo } from '../client/anexo.js'
import { type Anexo, ProblemaDaApi } from '../client/api.js'
import type { AnexoDoRascunho } from '../client/rascunho.js'
import type { TextosDosPassos } from '../texts/novo-passos.pt-BR.js'

/** `falhou` may be tried again; `recusado` will never do. */
export type SituacaoDoArquivo = 'fila' | 'enviando' | 'recebido' | 'falhou' | 'recusado'

export interface Arquivo {
  readonly chave: number
  readonly documento: string
  /** The document was guessed, so the person may want to say another. */
  readonly palpite: boolean
  readonly nome: string
  /** Bytes. */
  readonly tamanho: number
  readonly situacao: SituacaoDoArquivo
  /** Share sent, 0 to 1. */
  readonly parte: number
  readonly motivo?: string
  readonly anexo?: AnexoDoRascunho
  /** Absent for one that came with the draft. */
  readonly bytes?: File
  readonly corte?: AbortController
}

type Hospedeiro = ReactiveControllerHost & { anunciar(texto: string): void }
type Enviar = (arquivo: File, envio: EnvioDeAnexo) => Promise<Anexo>

const JUNTOS = 3

/** The files of one filing: sent as they are chosen, three at a time. They stay while the person walks between the steps. */
export class Envios implements ReactiveController {
  arquivos: readonly Arquivo[] = []
  readonly #host: Hospedeiro
  readonly #textos: TextosDosPassos['documentos']
  readonly #enviarAnexo: Enviar
  readonly #aoMudar: () => void
  #tipo = ''
  #proxima = 1

  /** `aoMudar` hears when a file is received or removed. */
  constructor(host: Hospedeiro, textos: TextosDosPassos['documentos'], enviar: Enviar, aoMudar: () => void) {
    this.#host = host
    this.#textos = textos
    this.#enviarAnexo = enviar
    this.#aoMudar = aoMudar
    host.addController(this)
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', avisarAoSair)
  }

  hostUpdated(): void {
    if (this.emAndamento) addEventListener('beforeunload', avisarAoSair)
    else removeEventListener('beforeunload', avisarAoSair)
  }

  get emAndamento(): boolean {
    return this.arquivos.some(({ situacao }) => situacao === 'fila' || situacao === 'enviando')
  }

  /** What the server holds. */
  get recebidos(): AnexoDoRascunho[] {
    return this.arquivos.flatMap(({ anexo, situacao, documento }) => (anexo && situacao === 'recebido' ? [{ ...anexo, documento }] : []))
  }

  de(documento: string): Arquivo[] {
    return this.arquivos.filter((arquivo) => arquivo.documento === documento)
  }

  /** Starts over for a tipo, with the files that a draft kept. */
  retomar(tipo: string, anexos: readonly AnexoDoRascunho[] = []): void {
    for (const { corte } of this.arquivos) corte?.abort()
    this.#tipo = tipo
    this.arquivos = anexos.map((anexo) => ({
      ...this.#novo(anexo.nome, anexo.tamanho, anexo.documento),
      situacao: 'recebido',
      parte: 1,
      anexo,
    }))
    this.#host.requestUpdate()
  }

  /** Takes files in for one document, or for whichever of those asked has room. */
  adicionar(escolhidos: readonly File[], pedidos: readonly DocumentoPedido[], limites: LimitesDeAnexos, documento?: string): void {
    for (const bytes of escolhidos) {
      const pedido = pedidos.find(({ codigo }) => codigo === documento) ?? this.#destino(bytes, pedidos, limites)
      if (!pedido) continue
      const novo = { ...this.#novo(bytes.name, bytes.size, pedido.codigo), bytes, palpite: documento === undefined && pedidos.length > 1 }
      const motivo = this.#cheio(pedido) ? this.#textos.semLugar(pedido.quantos ?? 1) : conferir(bytes, pedido, limites)
      this.arquivos = [...this.arquivos, motivo ? { ...novo, situacao: 'recusado', motivo } : novo]
      if (motivo) this.#host.anunciar(this.#textos.falhouAnuncio(bytes.name, motivo))
    }
    this.#andar()
  }

  /** Also cancels one that is on its way. */
  remover(chave: number): void {
    this.arquivos.find((arquivo) => arquivo.chave === chave)?.corte?.abort()
    this.arquivos = this.arquivos.filter((arquivo) => arquivo.chave !== chave)
    this.#aoMudar()
    this.#andar()
  }

  tentar(chave: number): void {
    this.#mudar(chave, ({ motivo: _, ...arquivo }) => ({ ...arquivo, situacao: 'fila', parte: 0 }))
    this.#andar()
  }

  /** The person says which document a file is. */
  dizerDocumento(chave: number, documento: string): void {
    this.#mudar(chave, (arquivo) => ({ ...arquivo, documento }))
    this.#aoMudar()
  }

  /** The server no longer holds these documents' files. Those still in this page are sent again; the others are asked for. */
  perder(documentos: readonly string[], motivo: string): void {
    this.arquivos = this.arquivos.map(({ anexo, ...arquivo }) => {
      if (arquivo.situacao !== 'recebido' || !documentos.includes(arquivo.documento)) return anexo ? { ...arquivo, anexo } : arquivo
      return arquivo.bytes ? { ...arquivo, situacao: 'fila', parte: 0 } : { ...arquivo, situacao: 'recusado', motivo }
    })
    this.#andar()
  }

  #novo(nome: string, tamanho: number, documento: string): Arquivo {
    return { chave: this.#proxima++, documento, palpite: false, nome, tamanho, situacao: 'fila', parte: 0 }
  }

  #cheio(pedido: DocumentoPedido): boolean {
    return this.de(pedido.codigo).filter(({ situacao }) => situacao !== 'recusado').length >= (pedido.quantos ?? 1)
  }

  /** The first document that wants such a file: demanded ones that have none, others that have none, any with room. */
  #destino(bytes: File, pedidos: readonly DocumentoPedido[], limites: LimitesDeAnexos): DocumentoPedido | undefined {
    const livres = pedidos.filter((pedido) => !this.#cheio(pedido))
    const servem = livres.filter((pedido) => !conferir(bytes, pedido, limites))
    const vazios = servem.filter((pedido) => this.de(pedido.codigo).length === 0)
    return vazios.find(({ obrigatorio }) => obrigatorio) ?? vazios[0] ?? servem[0] ?? livres[0] ?? pedidos[0]
  }

  #andar(): void {
    const enviando = this.arquivos.filter(({ situacao }) => situacao === 'enviando').length
    const proximos = this.arquivos.filter(({ situacao }) => situacao === 'fila').slice(0, JUNTOS - enviando)
    for (const { chave, bytes, documento } of proximos) if (bytes) void this.#enviar(chave, bytes, documento)
    this.#host.requestUpdate()
  }

  async #enviar(chave: number, bytes: File, documento: string): Promise<void> {
    const corte = new AbortController()
    this.#mudar(chave, (arquivo) => ({ ...arquivo, situacao: 'enviando', corte }))
    const aoProgredir = (parte: number) => this.#mudar(chave, (arquivo) => ({ ...arquivo, parte }))
    try {
      const anexo = await this.#enviarAnexo(bytes, { tipo: this.#tipo, documento, aoProgredir, sinal: corte.signal })
      this.#mudar(chave, (arquivo) => ({ ...arquivo, situacao: 'recebido', parte: 1, anexo: { ...anexo, documento: arquivo.documento } }))
      if (!corte.signal.aborted) this.#host.anunciar(this.#textos.recebidoAnuncio(bytes.name))
    } catch (erro) {
      if (corte.signal.aborted) return
      const { motivo, definitivo } = this.#porque(erro)
      this.#mudar(chave, (arquivo) => ({ ...arquivo, situacao: definitivo ? 'recusado' : 'falhou', motivo }))
      this.#host.anunciar(this.#textos.falhouAnuncio(bytes.name, motivo))
    }
    this.#aoMudar()
    this.#andar()
  }

  #porque(erro: unknown): { motivo: string; definitivo: boolean } {
    if (!(erro instanceof ProblemaDaApi)) return { motivo: this.#textos.pararam, definitivo: false }
    const { status, detail, codigo } = erro.problema
    return { motivo: detail, definitivo: status < 500 && status !== 429 && codigo !== 'arquivo_incompleto' }
  }

  #mudar(chave: number, como: (arquivo: Arquivo) => Arquivo): void {
    this.arquivos = this.arquivos.map((arquivo) => (arquivo.chave === chave ? como(arquivo) : arquivo))
    this.#host.requestUpdate()
  }
}

/** Browsers name some kinds oddly: a file with a right extension and an unknown kind is left for the server to tell. */
export function conferir(bytes: File, pedido: DocumentoPedido, limites: LimitesDeAnexos): string | undefined {
  const extensao = /\.[^.]+$/.exec(bytes.name)?.[0].toLowerCase() ?? ''
  const duvida = !formatoDoTipo(bytes.type) && aceitos(pedido).split(',').includes(extensao)
  const tipo = bytes.type || 'application/octet-stream'
  return conferirArquivo(pedido, duvida ? { tamanho: bytes.size } : { tamanho: bytes.size, tipo }, limites)
}

function avisarAoSair(evento: Event): void {
  evento.preventDefault()
}
