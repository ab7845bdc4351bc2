import { html, nothing, type TemplateResult } from 'lit'
import type { TipoListado } from '../../../client/administracao.js'
import type { Cartao } from '../../../client/api.js'
import { emPortugues } from '../../../parts/campos/da-entidade.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao as textos } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Administracao } from './administracao.js'
import { Construtor } from './construtor/construtor.js'
import { desenharConstrutor } from './construtor/desenho.js'
import type { Parte } from './partes.js'

/** The tipos, a line each, and the builder of one: `&tipo=` its codigo, or `novo`. */
export class Tipos implements Parte {
  #tipos: readonly TipoListado[] = []
  #construtor: Construtor | undefined

  constructor(readonly administracao: Administracao) {}

  async preparar({ tipo }: Partes): Promise<void> {
    if (!tipo) {
      this.#tipos = await this.administracao.api.tipos()
      return
    }
    if (this.#construtor?.codigo === tipo) return
    const construtor = new Construtor(this.administracao, tipo)
    await construtor.carregar()
    this.#construtor = construtor
  }

  renderizar({ tipo }: Partes, cartao: Cartao): TemplateResult {
    if (tipo && this.#construtor?.codigo === tipo) return desenharConstrutor(this.#construtor, cartao)
    return this.#lista()
  }

  #lista(): TemplateResult {
    const { lugar } = this.administracao
    const grupos = [...new Set(this.#tipos.map(({ grupo }) => grupo))]
    return html`<div class="linha entre">
        ${titulo(lugar.host.nivel + 1, textos.partes.tipos, 'subtitulo')}
        ${lugar.ligacao('administracao', { parte: 'tipos', tipo: 'novo' }, textos.tipos.novo, { classe: 'botao botao-fraco' })}
      </div>
      <p class="secundario">${textos.tipos.explicacao}</p>
      ${this.#tipos.length === 0 ? html`<div class="vazio"><p>${textos.tipos.nenhum}</p></div>` : nothing}
      ${grupos.map(
        (grupo) => html`<section class="pilha-curta">
          ${titulo(lugar.host.nivel + 2, emPortugues(grupo), 'subtitulo')}
          <ul class="linhas" role="list">
            ${this.#tipos.filter((tipo) => tipo.grupo === grupo).map((tipo) => this.#linha(tipo))}
          </ul>
        </section>`,
      )}`
  }

  #linha({ codigo, nome, unidade, versao, fechado }: TipoListado): TemplateResult {
    const { lugar } = this.administracao
    const da = lugar.posto.unidades.find((uma) => uma.codigo === unidade)?.nome ?? unidade
    return html`<li>
      <div class="cresce">${lugar.ligacao('administracao', { parte: 'tipos', tipo: codigo }, html`<b lang="pt-BR">${nome}</b>`)}<p class="secundario" lang="pt-BR">${da}</p></div>
      ${fechado ? html`<span class="selo selo-neutro">${textos.tipos.fechado}</span>` : nothing}
      <span class="secundario">${textos.tipos.versao(versao)}</span>
    </li>`
  }
}
