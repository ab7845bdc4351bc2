import '../../base/comum-arquivos.js'
import './comum-painel.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { RespostaRecebida } from '../../../server/contract/pendencias.js'
import type { Anexo, Cartao } from '../../client/api.js'
import type { ProtocoloDaConta } from '../../client/meus.js'
import { listaDeArquivos } from '../../parts/arquivos.js'
import { contato } from '../../parts/contato.js'
import { Respostas } from '../../parts/pendencias/respostas.js'
import { titulo } from '../../parts/titulo.js'
import { pendencias as textos } from '../../texts/pendencias.pt-BR.js'
import { resultado } from '../../texts/resultado.pt-BR.js'
import { daCarga } from './carregando.js'
import type { Dentro } from './dentro.js'
import { nada } from './lista.js'
import type { Rota } from './rota.js'

/** The answers to what was asked in one process. */
export class Responder {
  #id = ''
  #respostas: Respostas | undefined

  constructor(readonly dentro: Dentro) {}

  renderizar({ partes }: Rota, cartao: Cartao): TemplateResult {
    const { dentro } = this
    const carga = dentro.carga('processo')
    return html`<p class="nao-imprime">${dentro.ligacao('pendencias', {}, textos.voltarAsPendencias)}</p>
      ${titulo(dentro.painel.host.nivel, textos.responderTitulo)}
      ${daCarga(dentro, carga?.chave === partes.id ? carga : undefined, (valor) => this.#doProcesso(valor, partes.pendencia, cartao))}`
  }

  #doProcesso(valor: ProtocoloDaConta, primeira: string | undefined, cartao: Cartao): TemplateResult {
    const { dentro } = this
    const respostas = this.#de(valor.id)
    const verProcesso = html`<p>${dentro.ligacao('processo', { id: valor.id }, textos.verProcesso)}</p>`
    const arquivos = (anexos: readonly Anexo[]) =>
      listaDeArquivos(anexos, {
        textos: dentro.painel.host.comuns,
        baixando: dentro.ocupado,
        baixar: (anexo) => dentro.baixar(anexo.id, anexo.nome, () => dentro.meus.anexo(valor.id, anexo.id)),
      })
    const pendencias = valor.acoes.includes('responder') ? valor.pendencias : []
    return html`<p>
        ${dentro.ligacao('processo', { id: valor.id }, html`<span class="numero" translate="no">${valor.numero}</span>`)}
        <span class="secundario" lang="pt-BR">\u00a0· ${valor.tipo}\u00a0· ${valor.unidade}</span>
      </p>
      ${respostas.renderizar(pendencias, { cartao, arquivos, primeira, depois: verProcesso, nivel: dentro.painel.host.nivel + 1 })}
      ${pendencias.length > 0 ? contato(cartao, resultado.duvidas) : respostas.respondeu ? nothing : nada(textos.nadaFalta, textos.nadaFaltaAjuda)}`
  }

  #de(id: string): Respostas {
    if (this.#id === id && this.#respostas) return this.#respostas
    const { dentro } = this
    this.#id = id
    this.#respostas = new Respostas({
      host: dentro.painel.host,
      responder: (...resposta) => dentro.meus.responder(id, ...resposta),
      respondida: (recebida) => this.#respondida(id, recebida),
    })
    return this.#respostas
  }

  /** What is not waited for any more goes at once; the rest of the process comes anew. */
  async #respondida(id: string, { pendencia }: RespostaRecebida): Promise<void> {
    const { dentro } = this
    const valor = dentro.carga('processo')?.valor
    dentro.mexido = id
    if (valor?.id === id) {
      const pendencias = valor.pendencias.filter((uma) => uma.id !== pendencia)
      await dentro.carregar('processo', id, async () => ({ ...valor, pendencias }))
    }
    void dentro.carregar('processo', id, () => dentro.meus.protocolo(id))
    void dentro.carregar('resumo', '', () => dentro.meus.resumo())
  }
}
