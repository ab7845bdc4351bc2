import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../server/contract/palavras.js'
import { lerInstante } from '../../../../server/contract/regras.js'
import type { Indisponibilidade } from '../../../client/administracao.js'
import type { Cartao } from '../../../client/api.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import { idioma } from '../../../texts/voz.js'
import type { Partes } from '../rota.js'
import type { Administracao } from './administracao.js'
import { area, linha } from './campos.js'
import { Folha } from './folha.js'
import type { Parte } from './partes.js'

const textos = administracao.quedas

/** When the system was out, for which prazos moved. */
export class Quedas implements Parte {
  readonly #folha: Folha
  #quedas: readonly Indisponibilidade[] = []

  constructor(readonly administracao: Administracao) {
    this.#folha = new Folha(administracao.lugar, 'queda')
  }

  async preparar(): Promise<void> {
    this.#quedas = await this.administracao.api.indisponibilidades()
  }

  renderizar(_partes: Partes, { fuso }: Cartao): TemplateResult {
    const folha = this.#folha
    const quadro = (nome: string) => ({ ...folha.campo(nome), obrigatorio: true })
    const quando = (em: string) => escreverDataHora(em, fuso)
    return html`${titulo(this.administracao.lugar.host.nivel + 1, administracao.partes.quedas, 'subtitulo assunto-do-grupo')}
      <p class="secundario">${textos.explicacao}</p>
      <p class="secundario">${textos.noFuso(nomeDoFuso(fuso))}</p>
      <form class="pilha" novalidate @submit=${aoEnviar(() => this.#registrar(fuso))}>
        ${folha.problemas()}
        <div class="grade">
          ${linha({ ...quadro('de'), rotulo: textos.de, type: 'datetime-local' })} ${linha({ ...quadro('ate'), rotulo: textos.ate, type: 'datetime-local' })}
        </div>
        ${area({ ...quadro('motivo'), rotulo: textos.motivo, linhas: 2 })}
        <p class="secundario">${textos.semVolta}</p>
        <div class="linha">${botaoDeEnviar(folha.indo, textos.registrar, administracao.indo)}</div>
      </form>
      ${this.#quedas.length === 0 ? html`<div class="vazio"><p>${textos.nenhuma}</p></div>` : nothing}
      <ul class="linhas" role="list">
        ${this.#quedas.map(({ de, ate, motivo, protocolos }) => html`<li><div class="cresce"><b>${textos.periodo(quando(de), quando(ate))}</b><p>${motivo}</p></div><span class="secundario">${textos.mudou(protocolos)}</span></li>`)}
      </ul>`
  }

  async #registrar(fuso: string): Promise<void> {
    const folha = this.#folha
    // What is no moment goes as it is, for the server to tell.
    const instante = (texto: string) => lerInstante(fuso, texto)?.toISOString() ?? texto
    const [de, ate] = [instante(folha.ler('de')), instante(folha.ler('ate'))]
    const feito = await folha.tentar(async () => {
      const { protocolos } = await this.administracao.api.registrarIndisponibilidade({ de, ate, motivo: folha.ler('motivo') })
      folha.limpar()
      this.administracao.dizer(textos.registrada(protocolos))
      return true
    })
    if (feito) await this.administracao.carregar({ parte: 'quedas' })
  }
}

/** `Horário de Brasília (America/Sao_Paulo)`. */
function nomeDoFuso(fuso: string): string {
  const partes = new Intl.DateTimeFormat(idioma(), { timeZone: fuso, timeZoneName: 'longGeneric' }).formatToParts()
  return `${partes.find(({ type }) => type === 'timeZoneName')?.value ?? fuso} (${fuso})`
}
