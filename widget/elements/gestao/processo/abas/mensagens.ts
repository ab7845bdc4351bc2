import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { contarCaracteres, maiorMensagem } from '../../../../../server/contract/regras.js'
import { type Cartao, ProblemaDaApi } from '../../../../client/api.js'
import { novaChave } from '../../../../client/chave.js'
import type { ProtocoloDaGestao } from '../../../../client/gestao.js'
import { descricaoDe, moldura } from '../../../../parts/campos/moldura.js'
import { conversa } from '../../../../parts/conversa.js'
import { avisoDeFalha } from '../../../../parts/falha.js'
import { aoEnviar, botaoDeEnviar } from '../../../../parts/formulario.js'
import { processoDaGestao } from '../../../../texts/gestao-processo.pt-BR.js'
import { apagarRascunho, guardarRascunho, lerRascunho } from '../../rascunhos.js'
import type { Processo } from '../processo.js'

const textos = processoDaGestao.mensagens

/** What unidade and citizen wrote to each other, and the place to write. */
export class Mensagens {
  #id = ''
  #erro: string | undefined
  #falha: unknown
  #indo = false
  #valores: Readonly<Record<string, string>> = {}

  constructor(readonly processo: Processo) {}

  renderizar(valor: ProtocoloDaGestao, { fuso }: Cartao): TemplateResult {
    if (valor.id !== this.#id) this.#abrir(valor.id)
    const meio = {
      fuso,
      agora: new Date(),
      textos: processoDaGestao,
      cidadao: valor.requerente?.nome ?? processoDaGestao.andamento.cidadao,
    }
    return html`${valor.mensagens.length > 0 ? conversa(valor.mensagens, meio) : html`<p class="secundario">${textos.vazio}</p>`}
      ${valor.acoes.includes('escrever') ? this.#formulario() : nothing}`
  }

  #formulario(): TemplateResult {
    const { host } = this.processo.lugar
    const quadro = { id: `${host.prefixo}-mensagem`, rotulo: textos.rotulo, ajuda: textos.ajuda, erro: this.#erro }
    const digitar = ({ target }: Event) => target instanceof HTMLTextAreaElement && this.#guardar({ ...this.#valores, texto: target.value })
    return html`<form class="pilha nao-imprime" novalidate @submit=${aoEnviar(() => this.#enviar())}>
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.textos }) : nothing}
      ${moldura(
        quadro,
        html`<textarea
          class="entrada"
          id=${quadro.id}
          name="mensagem"
          rows="4"
          autocomplete="off"
          .value=${live(this.#valores.texto ?? '')}
          aria-invalid=${quadro.erro ? 'true' : nothing}
          aria-describedby=${descricaoDe(quadro)}
          @input=${digitar}
        ></textarea>`,
      )}
      <div class="linha">${botaoDeEnviar(this.#indo, textos.enviar, textos.enviando)}</div>
    </form>`
  }

  async #enviar(): Promise<void> {
    if (this.#indo) return
    const id = this.#id
    const texto = (this.#valores.texto ?? '').trim()
    const sobram = contarCaracteres(texto) - maiorMensagem
    this.#falha = undefined
    this.#erro = texto ? (sobram > 0 ? textos.longa(sobram) : undefined) : textos.escreva
    if (this.#erro) return this.#recusar()
    const chave = this.#valores.chave ?? novaChave()
    this.#guardar({ texto, chave })
    this.#indo = true
    this.processo.lugar.desenhar()
    try {
      await this.processo.lugar.api.escrever(id, texto, chave)
      apagarRascunho(this.#lugarDe(id))
      if (id === this.#id) this.#valores = {}
      void this.processo.lugar.host.anunciar(textos.enviada)
      this.processo.lugar.mudei(id)
      await this.processo.carregar()
    } catch (erro) {
      if (id === this.#id) this.#falhou(erro)
    }
    if (id === this.#id) this.#indo = false
    this.processo.lugar.desenhar()
  }

  #falhou(erro: unknown): void {
    this.#erro = erro instanceof ProblemaDaApi ? erro.problema.campos?.find(({ caminho }) => caminho === 'texto')?.mensagem : undefined
    if (this.#erro) this.#recusar()
    else this.#falha = erro
  }

  #recusar(): void {
    this.processo.lugar.desenhar()
    void this.processo.lugar.host.focar('[name=mensagem]')
  }

  #abrir(id: string): void {
    this.#id = id
    this.#erro = this.#falha = undefined
    this.#indo = false
    this.#valores = lerRascunho(this.#lugarDe(id)).valores
  }

  /** Other words are another message, under another key. */
  #guardar(valores: Readonly<Record<string, string>>): void {
    const { chave: _, ...semChave } = valores
    this.#valores = valores.texto === this.#valores.texto || !this.#valores.chave ? valores : semChave
    guardarRascunho(this.#lugarDe(this.#id), { valores: this.#valores, anexos: [] })
    this.processo.lugar.desenhar()
  }

  #lugarDe(id: string): string {
    return [this.processo.lugar.posto.id, id, 'mensagem'].join(':')
  }
}
