import '../../base/comum-arquivos.js'
import '../../base/comum-andamento.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { AtoDoRequerente, Nota } from '../../../server/contract/desfecho.js'
import { escreverData } from '../../../server/contract/palavras.js'
import type { ProtocoloElement } from '../../base/element.js'
import { estiloDeDialogo } from '../../base/estilo-dialogo.js'
import { estiloDeEscolhas } from '../../base/estilo-escolhas.js'
import { estiloDeFormulario } from '../../base/estilo-formulario.js'
import { estiloDePessoa } from '../../base/estilo-pessoa.js'
import { apagarDaAba, guardarNaAba, lerDaAba } from '../../client/aba.js'
import { type Cartao, type ConsultaNivel2, ProblemaDaApi } from '../../client/api.js'
import type { AnexoDoRascunho } from '../../client/rascunho.js'
import { fim as textos } from '../../texts/fim.pt-BR.js'
import { passos } from '../../texts/novo-passos.pt-BR.js'
import { aviso } from '../aviso.js'
import { Envios } from '../envios.js'
import { formularioDaAvaliacao, formularioDoRecurso, perguntaDaDesistencia } from './formularios.js'

export const atos = ['recorrer', 'avaliar', 'desistir'] as const
export type Ato = (typeof atos)[number]

/** The route of each. */
export const rotas = { avaliar: 'avaliacao', recorrer: 'recurso', desistir: 'desistencia' } as const satisfies Record<Ato, string>

/** Who acts, and how. */
export interface Porta {
  readonly host: ProtocoloElement
  enviar(rota: (typeof rotas)[Ato], corpo: object): Promise<AtoDoRequerente>
  /** After it was done: shows the protocolo as it stands now. */
  feito(): Promise<unknown>
}

interface Escrito {
  nota?: Nota
  texto: string
  anexos: readonly AnexoDoRascunho[]
}

const vazio: Escrito = { texto: '', anexos: [] }

/**
 * What a requerente does at the end of a protocolo, or to end it; panel and consult share it. What is written stays in the tab until it is
 * sent, over reloads too.
 */
export class Fim {
  escrito: Escrito = vazio
  erros: Readonly<Record<string, string>> = {}
  falha: unknown
  indo = false
  readonly envios: Envios
  #aberto: Ato | undefined
  #feito: Ato | undefined

  /** @param id of the protocolo, or its number: what is written is kept under it. */
  constructor(
    readonly porta: Porta,
    readonly id: string,
  ) {
    const { host } = porta
    host.usarEstilos(estiloDeFormulario, estiloDeEscolhas, estiloDePessoa, estiloDeDialogo)
    this.envios = new Envios(
      host,
      passos.documentos,
      async (arquivo, { aoProgredir, sinal }) => {
        const { enviarAnexo } = await import('../../client/anexo.js')
        return enviarAnexo(host.cliente.raiz, arquivo, { ...(aoProgredir && { aoProgredir }), ...(sinal && { sinal }) })
      },
      () => this.mudar({ anexos: this.envios.recebidos }, 'anexos'),
    )
  }

  renderizar(protocolo: Pick<ConsultaNivel2, 'acoes' | 'recorrerAte' | 'avaliacao'>, cartao: Cartao): TemplateResult {
    const { acoes = [], recorrerAte, avaliacao } = protocolo
    const cabe = (ato: Ato) => acoes.includes(ato)
    const oferecidos = atos.filter((ato) => cabe(ato) && ato !== this.#aberto)
    return html`${this.#feito ? dizer(this.#feito) : nothing}
      ${avaliacao && this.#feito !== 'avaliar' ? html`<p class="secundario">${textos.avaliar.dada(textos.avaliar.notas[avaliacao].toLowerCase())}</p>` : nothing}
      ${cabe('recorrer') && recorrerAte ? html`<p>${textos.recorrer.ate(escreverData(recorrerAte))}</p>` : nothing}
      ${oferecidos.length > 0 ? html`<div class="linha acoes nao-imprime">${oferecidos.map((ato) => this.#botao(ato))}</div>` : nothing}
      ${this.#aberto === 'avaliar' && cabe('avaliar') ? formularioDaAvaliacao(this) : nothing}
      ${this.#aberto === 'recorrer' && cabe('recorrer') ? formularioDoRecurso(this, cartao) : nothing}
      ${this.#aberto === 'desistir' && cabe('desistir') ? perguntaDaDesistencia(this) : nothing}`
  }

  campo(nome: string): string {
    return `${this.porta.host.prefixo}-fim-${nome}`
  }

  /** Keeps what the person wrote; what was wrong with it may be right by now. */
  mudar(mudanca: Partial<Escrito>, parte: string): void {
    this.escrito = { ...this.escrito, ...mudanca }
    if (this.#aberto) guardarNaAba('fim', this.#chave(this.#aberto), this.escrito)
    const { [parte]: _, ...erros } = this.erros
    this.erros = erros
    this.porta.host.requestUpdate()
  }

  /** Back to the buttons; what was written stays. */
  fechar(): void {
    const ato = this.#aberto
    this.#aberto = undefined
    this.porta.host.requestUpdate()
    void this.porta.host.focar(`.ato-${ato}`)
  }

  async enviar(): Promise<void> {
    const ato = this.#aberto
    if (this.indo || !ato) return
    this.falha = undefined
    this.erros = this.#faltas(ato)
    if (Object.keys(this.erros).length > 0) return this.#mostrarErros()
    const { host } = this.porta
    this.indo = true
    host.requestUpdate()
    try {
      await this.porta.enviar(rotas[ato], this.#corpo(ato))
      apagarDaAba('fim', this.#chave(ato))
      this.#aberto = undefined
      this.#feito = ato
      host.emitir('protocolo-ato', { ato, quantos: 1 })
      await this.porta.feito()
      void host.anunciar(`${textos[ato].feito}.`)
      void host.focar('.ato-feito')
    } catch (erro) {
      this.#falhou(erro)
    }
    this.indo = false
    host.requestUpdate()
  }

  #botao(ato: Ato): TemplateResult {
    const classe = ato === 'desistir' ? 'botao-texto rente' : 'botao-fraco'
    return html`<button type="button" class="botao ${classe} ato-${ato}" @click=${() => this.#abrir(ato)}>${textos[ato].abrir}</button>`
  }

  #abrir(ato: Ato): void {
    const { host } = this.porta
    this.#aberto = ato
    this.#feito = undefined
    this.erros = {}
    this.falha = undefined
    this.escrito = lerDaAba<Escrito>('fim', this.#chave(ato)) ?? vazio
    if (ato === 'recorrer' && this.envios.arquivos.length === 0) this.envios.retomar('', this.escrito.anexos)
    host.requestUpdate()
    void host.updateComplete.then(() => {
      host.recipiente.querySelector<HTMLDialogElement>('dialog.desistencia')?.showModal()
      void host.focar('.ato-aberto')
    })
  }

  #chave(ato: Ato): string {
    return `${ato} ${this.id}`
  }

  #corpo(ato: Ato): object {
    const { nota, texto } = this.escrito
    const escrito = texto.trim()
    if (ato === 'avaliar') return { nota, ...(escrito && { comentario: escrito }) }
    if (ato === 'desistir') return escrito ? { texto: escrito } : {}
    return { texto: escrito, anexos: this.envios.recebidos.map(({ id, sha256 }) => ({ id, sha256 })) }
  }

  #faltas(ato: Ato): Record<string, string> {
    const { nota, texto } = this.escrito
    if (ato === 'avaliar') return nota ? {} : { nota: textos.avaliar.falta }
    if (ato === 'desistir') return {}
    return {
      ...(!texto.trim() && { texto: textos.recorrer.falta }),
      ...(this.envios.emAndamento && { anexos: textos.recorrer.esperando }),
      ...(this.envios.arquivos.some(({ situacao }) => situacao === 'falhou') && { anexos: passos.documentos.comErro }),
    }
  }

  #falhou(erro: unknown): void {
    const campos = erro instanceof ProblemaDaApi ? (erro.problema.campos ?? []) : []
    if (erro instanceof ProblemaDaApi && erro.problema.codigo === 'anexo_desconhecido') {
      this.envios.perder(['recurso'], passos.documentos.enviarDeNovo)
    }
    this.erros = Object.fromEntries(campos.map(({ caminho, mensagem }) => [caminho === 'comentario' ? 'texto' : caminho, mensagem]))
    this.falha = campos.length > 0 ? undefined : erro
    void this.porta.host.focar(campos.length > 0 ? '.ato-aberto .erros' : '.ato-aberto .aviso')
  }

  #mostrarErros(): void {
    this.porta.host.requestUpdate()
    void this.porta.host.focar('.ato-aberto .erros')
  }
}

function dizer(ato: Ato): TemplateResult {
  const frase = ato === 'avaliar' ? textos.avaliar.obrigado : textos[ato].depois
  return html`<div class="ato-feito" tabindex="-1">${aviso({ tom: 'ok', titulo: textos[ato].feito, conteudo: html`<p>${frase}</p>` })}</div>`
}
