import { html, nothing, type TemplateResult } from 'lit'
import { nomesDeSituacao } from '../../../server/contract/palavras.js'
import { type Cartao, type ConsultaNivel1, ProblemaDaApi } from '../../client/api.js'
import { descricaoDe, moldura } from '../../parts/campos/moldura.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { fatos } from '../../parts/fatos.js'
import { botaoDeEnviar } from '../../parts/formulario.js'
import { seloDeSituacao } from '../../parts/selo.js'
import { atividade } from '../../texts/atividade.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import type { Dentro } from './dentro.js'

/** Any number, the person's own or not: what they may open opens, of the rest it shows here what the number alone tells. */
export class Procura {
  #numero = ''
  #erro: string | undefined
  #falha: unknown
  #achado: ConsultaNivel1 | undefined
  #indo = false

  constructor(readonly dentro: Dentro) {}

  renderizar(cartao: Cartao): TemplateResult {
    const { host } = this.dentro.painel
    const exemplo = cartao.orgaos[0]?.exemplo ?? ''
    const quadro = {
      id: `${host.prefixo}-procura`,
      rotulo: textos.procurar,
      ajuda: textos.procurarAjuda(exemplo),
      erro: this.#erro,
    }
    const procurar = (evento: SubmitEvent) => {
      evento.preventDefault()
      void this.#procurar(exemplo)
    }
    return html`<form class="pilha-curta" role="search" aria-label=${textos.procurar} novalidate @submit=${procurar}>
        ${moldura(
          quadro,
          html`<div class="linha sem-quebra">
            <input
              class="entrada cresce"
              id=${quadro.id}
              name="protocolo"
              maxlength="100"
              autocomplete="off"
              spellcheck="false"
              .value=${this.#numero}
              aria-invalid=${quadro.erro ? 'true' : nothing}
              aria-describedby=${descricaoDe(quadro)}
              @input=${this.#digitar}
            />
            ${botaoDeEnviar(this.#indo, textos.procurarBotao, atividade.procurando, 'botao-fraco')}
          </div>`,
        )}
        ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns, tentar: () => void this.#procurar(exemplo) }) : nothing}
      </form>
      ${this.#achado ? deOutro(this.#achado, cartao) : nothing}`
  }

  readonly #digitar = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.#numero = target.value
  }

  async #procurar(exemplo: string): Promise<void> {
    if (this.#indo) return
    const numero = this.#numero.trim()
    this.#erro = this.#falha = this.#achado = undefined
    if (!numero) return this.#recusar(atividade.procurarVazio)
    this.#indo = true
    this.dentro.desenhar()
    try {
      const { id, consulta } = await this.dentro.meus.procurar(numero)
      this.#achado = consulta ?? undefined
      if (id) {
        this.#numero = ''
        void this.dentro.painel.ir('processo', { id })
      }
      if (consulta) void this.dentro.painel.host.anunciar(atividade.achado(consulta.numero, nomesDeSituacao[consulta.situacao]))
    } catch (erro) {
      const frase = erro instanceof ProblemaDaApi && recusa(erro.problema.codigo, exemplo)
      if (frase) this.#recusar(frase)
      else this.#falha = erro
    }
    this.#indo = false
    this.dentro.desenhar()
  }

  #recusar(erro: string): void {
    this.#erro = erro
    this.dentro.desenhar()
    void this.dentro.painel.host.focar('[name=protocolo]')
  }
}

/** What is wrong with a number, beside its field. */
function recusa(codigo: string, exemplo: string): string | undefined {
  if (codigo === 'protocolo_nao_encontrado') return atividade.procurarNada
  return codigo.startsWith('numero_') ? atividade.procurarInteiro(exemplo) : undefined
}

function deOutro(achado: ConsultaNivel1, cartao: Cartao): TemplateResult {
  const consulta = new URL(cartao.paginas.consulta, location.href)
  consulta.searchParams.set('protocolo', achado.numero)
  return html`<section class="achado pilha-curta" aria-label=${achado.numero}>
    <div class="linha entre ao-alto">
      <div><p class="secundario" lang="pt-BR">${achado.tipo}</p><p><b><span class="numero" translate="no">${achado.numero}</span></b></p></div>
      ${seloDeSituacao(achado.situacao)}
    </div>
    ${fatos(cartao, achado)}
    <p class="secundario">${atividade.deOutro}</p>
    <div class="linha"><a class="botao botao-fraco" href=${consulta.href}>${atividade.abrirComCodigo}</a></div>
  </section>`
}
