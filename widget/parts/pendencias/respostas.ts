import '../../base/comum-arquivos.js'
import '../../base/comum-andamento.js'
import { html, nothing, type TemplateResult } from 'lit'
import { escreverData } from '../../../server/contract/palavras.js'
import type { PendenciaParaLer, RespostaRecebida } from '../../../server/contract/pendencias.js'
import { estiloDeEscolhas } from '../../base/estilo-escolhas.js'
import { estiloDeFormulario } from '../../base/estilo-formulario.js'
import { estiloDePessoa } from '../../base/estilo-pessoa.js'
import type { Anexo, Cartao } from '../../client/api.js'
import { pendencias as textos } from '../../texts/pendencias.pt-BR.js'
import { aviso } from '../aviso.js'
import { Auxilios } from '../campos/auxilios.js'
import { titulo } from '../titulo.js'
import { formularioDaResposta, prazoDaPendencia, tituloDaPendencia } from './formulario.js'
import { type Porta, Resposta } from './resposta.js'

export type { Porta } from './resposta.js'

/** How the files of what is asked are shown. */
interface Meio {
  cartao: Cartao
  /** Draws files to download. */
  arquivos: (anexos: readonly Anexo[]) => unknown
  /** Of the heading over the one that is asked alone. */
  nivel: number
  /** The one to show first, where there are several. */
  primeira?: string | undefined
  /** Stands after what was said of the last answer. */
  depois?: TemplateResult | undefined
}

/** What a protocolo waits for, each with the form to answer it; the one part that panel and consult share of it. */
export class Respostas {
  readonly #porta: Porta
  readonly #auxilios: Auxilios
  #respostas = new Map<string, Resposta>()
  #recebida: RespostaRecebida | undefined

  constructor(porta: Porta) {
    this.#porta = {
      host: porta.host,
      responder: (...resposta) => porta.responder(...resposta),
      respondida: async (recebida) => {
        this.#recebida = recebida
        porta.host.emitir('protocolo-ato', { ato: 'resposta', quantos: 1 })
        await porta.respondida(recebida)
        void porta.host.anunciar(this.#dizer(recebida))
        await porta.host.focar('.resposta-recebida')
      },
    }
    this.#auxilios = new Auxilios(porta.host)
    porta.host.usarEstilos(estiloDeFormulario, estiloDeEscolhas, estiloDePessoa)
  }

  /** Something was answered here. */
  get respondeu(): boolean {
    return this.#recebida !== undefined
  }

  renderizar(pendencias: readonly PendenciaParaLer[], meio: Meio): TemplateResult {
    const aberta = pendencias.find(({ id }) => id === meio.primeira) ?? pendencias[0]
    return html`${this.#recebida ? this.#feita(this.#recebida, meio) : nothing}
    ${pendencias.map((pendencia) => {
      const resposta = this.#de(pendencia)
      const conteudo = formularioDaResposta(resposta, meio)
      if (pendencias.length === 1) {
        return html`<section class="pilha" id=${resposta.id}><div>${titulo(meio.nivel, tituloDaPendencia(pendencia), 'subtitulo')} ${prazoDaPendencia(pendencia)}</div> ${conteudo}</section>`
      }
      return html`<details class="enviado pedida" id=${resposta.id} ?open=${pendencia === aberta}>
        <summary><b>${tituloDaPendencia(pendencia)}</b><span class="secundario">\u00a0· ${textos.ate} ${escreverData(pendencia.prazo)}</span></summary>
        <div class="pilha recuada">${prazoDaPendencia(pendencia)} ${conteudo}</div>
      </details>`
    })}`
  }

  #de(pendencia: PendenciaParaLer): Resposta {
    const feita = this.#respostas.get(pendencia.id) ?? new Resposta(this.#porta, pendencia, this.#auxilios)
    this.#respostas.set(pendencia.id, feita)
    return feita
  }

  #feita(recebida: RespostaRecebida, { depois }: Meio): TemplateResult {
    const conteudo = html`<p>${recebida.restam > 0 ? textos.restam(recebida.restam) : textos.continua}</p>${depois ?? nothing}`
    return html`<div class="resposta-recebida" tabindex="-1">${aviso({ tom: 'ok', titulo: textos.recebida, conteudo })}</div>`
  }

  #dizer({ restam }: RespostaRecebida): string {
    return `${textos.recebida}. ${restam > 0 ? textos.restam(restam) : textos.continua}`
  }
}
