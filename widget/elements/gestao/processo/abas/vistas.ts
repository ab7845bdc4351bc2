import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../../server/contract/palavras.js'
import { formatarDocumento, lerDocumento } from '../../../../../server/contract/regras.js'
import type { Cartao } from '../../../../client/api.js'
import type { ProtocoloDaGestao, VistaDaGestao } from '../../../../client/gestao.js'
import { avisoDeFalha } from '../../../../parts/falha.js'
import { processoDaGestao } from '../../../../texts/gestao-processo.pt-BR.js'
import type { Processo } from '../processo.js'

const textos = processoDaGestao.vistas
const tons: Record<VistaDaGestao['estado'], string> = { em_vigor: 'selo-ok', terminada: 'selo-neutro', revogada: 'selo-neutro' }

/** Who of outside may consult the processo. */
export class Vistas {
  #vistas: readonly VistaDaGestao[] | undefined
  #falha: unknown
  /** The one that is about to be revoked. */
  #confirmando = ''

  constructor(readonly processo: Processo) {}

  async carregar(id: string): Promise<void> {
    const { lugar } = this.processo
    try {
      this.#vistas = await lugar.api.vistas(id)
      this.#falha = undefined
    } catch (erro) {
      this.#falha = erro
    }
    lugar.desenhar()
  }

  esquecer(): void {
    this.#vistas = this.#falha = undefined
    this.#confirmando = ''
  }

  renderizar({ id, acoes }: ProtocoloDaGestao, { fuso }: Cartao): TemplateResult {
    const { host } = this.processo.lugar
    return html`<p class="secundario">${textos.ajuda}</p>
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns, tentar: () => void this.carregar(id) }) : nothing}
      ${
        this.#vistas
          ? this.#vistas.length > 0
            ? html`<ul class="lista-de-vistas" role="list">${this.#vistas.map((uma) => this.#vista(id, uma, fuso))}</ul>`
            : html`<p>${textos.vazio}</p>`
          : this.#falha
            ? nothing
            : html`<p class="secundario" role="status">${textos.carregando}</p>`
      }
      ${
        acoes.includes('conceder_vista')
          ? html`<div class="linha nao-imprime">
              <button type="button" class="botao botao-fraco" data-acao="conceder_vista" @click=${() => void this.processo.comecar('conceder_vista')}>
                ${textos.conceder}
              </button>
            </div>`
          : nothing
      }`
  }

  #vista(protocolo: string, vista: VistaDaGestao, fuso: string): TemplateResult {
    const { id, nome, documento, email, estado, documentos, ate, dadaPor, motivo, olhadas } = vista
    const quem = documento ? formatarDocumento(lerDocumento(documento)?.valor ?? documento) : email
    return html`<li class="vista-da-mesa">
      <div class="linha entre">
        <b>${nome ?? quem}</b>
        <span class="selo ${tons[estado]}">${textos.estados[estado]}</span>
      </div>
      <p class="secundario">${nome ? html`${quem}\u00a0· ` : nothing}${textos.ate(escreverDataHora(ate, fuso))}\u00a0· ${textos.olhadas(olhadas)}</p>
      <p>${textos.pode(documentos ? documentos.join(', ') : textos.inteiro)}</p>
      ${motivo ? html`<p class="fala">${motivo}</p>` : nothing} ${dadaPor ? html`<p class="secundario">${textos.por(dadaPor)}</p>` : nothing}
      ${estado === 'em_vigor' ? this.#fim(protocolo, id, nome ?? quem ?? '') : nothing}
    </li>`
  }

  #fim(protocolo: string, id: string, nome: string): TemplateResult {
    if (this.#confirmando !== id) {
      return html`<div class="nao-imprime">
        <button type="button" class="botao botao-texto rente" data-vista=${id} aria-label=${textos.revogarQual(nome)} @click=${() => this.#perguntar(id)}>
          ${textos.revogar}
        </button>
      </div>`
    }
    const indo = this.processo.ocupado === id
    return html`<div class="aviso nao-imprime" role="group" aria-label=${textos.confirmar(nome)}>
      <p>${textos.confirmar(nome)}</p>
      <div class="linha">
        <button
          type="button"
          class="botao confirma-o-fim ${indo ? 'girando' : ''}"
          aria-disabled=${indo ? 'true' : nothing}
          @click=${() => void this.#revogar(protocolo, id)}
        >
          ${textos.sim}
        </button>
        <button type="button" class="botao botao-texto" @click=${() => this.#perguntar('', id)}>${textos.nao}</button>
      </div>
    </div>`
  }

  #perguntar(id: string, volta = ''): void {
    this.#confirmando = id
    this.processo.lugar.desenhar()
    void this.processo.lugar.host.focar(id ? '.confirma-o-fim' : `[data-vista="${volta}"]`)
  }

  async #revogar(protocolo: string, vista: string): Promise<void> {
    const { lugar } = this.processo
    await this.processo.ocupar(vista, async () => {
      await lugar.api.revogarVista(protocolo, vista)
      this.#confirmando = ''
      void lugar.host.anunciar(textos.revogou)
      await this.carregar(protocolo)
      await lugar.host.focar('[data-acao=conceder_vista]')
    })
  }
}
