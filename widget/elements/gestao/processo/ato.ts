import { type CampoComErro, formatos } from '../../../../server/contract/regras.js'
import type { DocumentoPedido } from '../../../../server/contract/tipo.js'
import { ProblemaDaApi } from '../../../client/api.js'
import { novaChave } from '../../../client/chave.js'
import type { AtoDaGestao, MudancaDoProtocolo, ProtocoloDaGestao } from '../../../client/gestao.js'
import { Envios } from '../../../parts/envios.js'
import { type AcaoDaMesa, atosDaGestao as textos } from '../../../texts/gestao-atos.pt-BR.js'
import { passos } from '../../../texts/novo-passos.pt-BR.js'
import { apagarRascunho, guardarRascunho, lerRascunho } from '../rascunhos.js'
import type { Processo } from './processo.js'

type SemVersao<T> = T extends unknown ? Omit<T, 'versao'> : never

/** The form of one act: what it asks, what is wrong with it, and what it sends. */
export interface Forma {
  campos(ato: Ato): unknown
  conferir(ato: Ato): CampoComErro[]
  /** What an error says in the list of all, away from its field. */
  dizer?(ato: Ato, caminho: string, mensagem: string): string
  /** What is sent as a tramite. */
  montar?(ato: Ato): SemVersao<AtoDaGestao>
  /** Sends it, where it is no tramite: then it matters to nobody which version the person has seen. */
  enviar?(ato: Ato): Promise<unknown>
}

/** What happened to the processo since the form was opened. */
interface Mudanca {
  mudancas: readonly MudancaDoProtocolo[]
  /** Whether this may still be done. */
  cabe: boolean
}

export const pedidoDeArquivos: DocumentoPedido = { codigo: 'anexos', nome: textos.arquivos.rotulo, formatos, quantos: 30 }

/** An act whose form is open. What is typed stays in the tab until it is sent. */
export class Ato {
  erros: readonly CampoComErro[] = []
  falha: unknown
  mudanca: Mudanca | undefined
  indo = false
  readonly envios: Envios
  readonly #chave: string
  /** The version of the processo that the person has seen. */
  #versao: number
  #valores: Readonly<Record<string, string>>

  /** @param alvo what it is about, where that is not the whole processo: the id of a pendência */
  constructor(
    readonly processo: Processo,
    readonly forma: Forma,
    readonly acao: AcaoDaMesa,
    readonly valor: ProtocoloDaGestao,
    readonly alvo = '',
  ) {
    this.#versao = valor.versao
    this.#chave = chaveDoAto(processo, valor.id, acao, alvo)
    const { valores, anexos } = lerRascunho(this.#chave)
    this.#valores = valores
    const { host } = processo.lugar
    const enviar = async (arquivo: File, { tipo: _, documento: __, ...envio }: Parameters<ConstructorParameters<typeof Envios>[2]>[1]) => {
      const { enviarAnexo } = await import('../../../client/anexo.js')
      return enviarAnexo(host.cliente.raiz, arquivo, envio)
    }
    this.envios = new Envios(host, passos.documentos, enviar, () => this.#guardar())
    this.envios.retomar('', anexos)
  }

  get nome(): string {
    return textos.atos[this.acao].nome
  }

  get anexos(): { id: string; sha256: string }[] {
    return this.envios.recebidos.map(({ id, sha256 }) => ({ id, sha256 }))
  }

  /** The Idempotency-Key of what is being sent: kept while that is the same. */
  chaveDe(conteudo: unknown): string {
    const dito = JSON.stringify(conteudo)
    if (this.#valores['de-que'] !== dito) this.#valores = { ...this.#valores, 'de-que': dito, chave: novaChave() }
    this.#guardar()
    return this.ler('chave')
  }

  id(campo: string): string {
    return `${this.processo.lugar.host.prefixo}-ato-${campo.replaceAll('.', '-')}`
  }

  ler(campo: string): string {
    return this.#valores[campo] ?? ''
  }

  erro(campo: string): string | undefined {
    return this.erros.find(({ caminho }) => caminho === campo)?.mensagem
  }

  /** What is told to be wrong with a field goes away as soon as it is right. */
  por(...novos: readonly (readonly [campo: string, valor: string])[]): void {
    this.#valores = { ...this.#valores, ...Object.fromEntries(novos) }
    if (this.erros.length > 0) {
      const atuais = this.#conferir()
      this.erros = this.erros.flatMap(({ caminho }) => atuais.filter((atual) => atual.caminho === caminho))
    }
    this.#guardar()
    this.processo.lugar.desenhar()
  }

  async enviar(): Promise<void> {
    if (this.indo || (this.mudanca && !this.mudanca.cabe)) return
    this.falha = undefined
    this.erros = this.#conferir()
    if (this.erros.length > 0) return this.#apontar()
    this.indo = true
    this.processo.lugar.desenhar()
    try {
      if (this.mudanca) await this.#reler()
      if (!this.mudanca || this.mudanca.cabe) await this.#mandar()
    } catch (erro) {
      await this.#recusado(erro)
    }
    this.indo = false
    this.processo.lugar.desenhar()
  }

  /** The processo was read again, perhaps because somebody else changed it. */
  releu(agora: ProtocoloDaGestao): void {
    if (agora.versao === this.#versao || this.indo || this.forma.enviar) return
    const vistos = new Set(this.valor.tramites.map(({ id }) => id))
    const mudancas = agora.tramites.filter(({ id }) => !vistos.has(id))
    this.mudanca = { mudancas, cabe: agora.acoes.includes(this.acao) }
  }

  /** The person changed the processo themselves while the form was open. */
  viu(agora: ProtocoloDaGestao): void {
    this.#versao = agora.versao
    this.mudanca = undefined
  }

  /** Leaves the form. What was typed stays for the next time. */
  fechar(): void {
    this.envios.retomar('', this.envios.recebidos)
    this.envios.hostDisconnected()
    this.processo.lugar.host.removeController(this.envios)
  }

  #conferir(): CampoComErro[] {
    const erros = this.forma.conferir(this)
    if (this.envios.emAndamento) return [...erros, { caminho: 'anexos', mensagem: textos.arquivos.esperando }]
    const ruins = this.envios.arquivos.some(({ situacao }) => situacao === 'falhou' || situacao === 'recusado')
    return ruins ? [...erros, { caminho: 'anexos', mensagem: textos.arquivos.comErro }] : erros
  }

  async #mandar(): Promise<void> {
    const agora = await this.#feito()
    apagarRascunho(this.#chave)
    this.processo.fez(this, agora)
  }

  async #feito(): Promise<ProtocoloDaGestao | undefined> {
    if (this.forma.montar) return this.processo.lugar.api.agir(this.valor.id, { ...this.forma.montar(this), versao: this.#versao })
    await this.forma.enviar?.(this)
    return this.processo.reler()
  }

  async #recusado(erro: unknown): Promise<void> {
    const problema = erro instanceof ProblemaDaApi ? erro.problema : undefined
    if (problema?.codigo === 'processo_mudou') return this.#mudou(problema.mudancas ?? [])
    if (problema?.codigo === 'acao_indisponivel') return this.#mudou([])
    if (problema?.codigo === 'anexo_desconhecido') this.envios.perder([pedidoDeArquivos.codigo], passos.documentos.enviarDeNovo)
    this.erros = problema?.campos ?? []
    if (this.erros.length > 0) return this.#apontar()
    this.falha = erro
    this.#focar('.falha-do-ato')
  }

  async #mudou(mudancas: readonly MudancaDoProtocolo[]): Promise<void> {
    const agora = await this.#reler()
    this.mudanca = { mudancas, cabe: agora.acoes.includes(this.acao) }
    this.#focar('.mudanca')
  }

  /** The version that is there now is the one that is answered to. */
  async #reler(): Promise<ProtocoloDaGestao> {
    const agora = await this.processo.reler()
    this.#versao = agora.versao
    if (this.mudanca) this.mudanca = { ...this.mudanca, cabe: agora.acoes.includes(this.acao) }
    return agora
  }

  #apontar(): void {
    this.indo = false
    this.#focar('.ato .erros')
  }

  #focar(seletor: string): void {
    this.processo.lugar.desenhar()
    void this.processo.lugar.host.focar(seletor)
  }

  #guardar(): void {
    guardarRascunho(this.#chave, { valores: this.#valores, anexos: this.envios.recebidos })
  }
}

function chaveDoAto({ lugar }: Processo, id: string, acao: AcaoDaMesa, alvo: string): string {
  return [lugar.posto.id, id, acao, alvo].join(':')
}
