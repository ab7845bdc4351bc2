import { html, nothing, type TemplateResult } from 'lit'
import type { ArquivoDeEntidade } from '../../../client/administracao.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { linha, marca } from './campos.js'
import { NoArquivo } from './no-arquivo.js'

const textos = administracao.calendario
type Feriados = ArquivoDeEntidade['calendario']['feriados']

/** The days without work besides the national ones. */
export class Calendario extends NoArquivo {
  constructor(administracao: Administracao) {
    super(administracao, 'calendario')
  }

  renderizar(): TemplateResult {
    const { folha } = this
    const { nivel } = this.administracao.lugar.host
    const { feriados, facultativos = false } = this.#calendario
    return html`${titulo(nivel + 1, administracao.partes.calendario, 'subtitulo assunto-do-grupo')}
      <p class="secundario">${textos.explicacao}</p>
      ${folha.problemas()}
      ${marca(folha.id('facultativos'), textos.facultativos, facultativos, (sim) => void this.#gravar({ feriados, ...(sim && { facultativos: true }) }, textos.gravado))}
      ${feriados.length === 0 ? html`<div class="vazio"><p>${textos.nenhum}</p></div>` : nothing}
      <ul class="linhas" role="list">
        ${feriados.map(
          (feriado) => html`<li>
            <div class="cresce"><b lang="pt-BR">${feriado.nome}</b><p class="secundario">${escrever(feriado.dia)}</p></div>
            <button type="button" class="botao botao-texto" aria-label=${textos.tirarQual(feriado.nome)} @click=${() => void this.#tirar(feriado)}>${textos.tirar}</button>
          </li>`,
        )}
      </ul>
      <form class="pilha" novalidate @submit=${aoEnviar(() => this.#incluir())}>
        <div class="grade">
          ${linha({ ...folha.campo('dia'), rotulo: textos.dia, type: 'date', obrigatorio: true })} ${linha({ ...folha.campo('nome'), rotulo: textos.nome, obrigatorio: true })}
        </div>
        ${marca(folha.id('todo-ano'), textos.todoAno, folha.ler('todo-ano') === 'sim', (sim) => folha.digitar('todo-ano', sim ? 'sim' : ''))}
        <div class="linha">${botaoDeEnviar(folha.indo, textos.incluir, administracao.indo)}</div>
      </form>`
  }

  get #calendario(): ArquivoDeEntidade['calendario'] {
    return this.arquivo?.calendario ?? { feriados: [] }
  }

  async #incluir(): Promise<void> {
    const { folha } = this
    const [dia, nome] = [folha.ler('dia'), folha.ler('nome').trim()]
    const faltam = [
      ...(dia ? [] : [{ caminho: 'dia', mensagem: textos.faltaDia }]),
      ...(nome ? [] : [{ caminho: 'nome', mensagem: textos.faltaNome }]),
    ]
    if (faltam.length > 0) return folha.recusar(faltam)
    const novo = { dia: folha.ler('todo-ano') ? dia.slice(5) : dia, nome }
    const feriados = [...this.#calendario.feriados, novo].toSorted((a, b) => a.dia.slice(-5).localeCompare(b.dia.slice(-5)))
    if (await this.#gravar({ ...this.#calendario, feriados }, textos.incluido(nome))) folha.limpar()
    this.administracao.lugar.desenhar()
  }

  async #tirar(feriado: Feriados[number]): Promise<void> {
    const feriados = this.#calendario.feriados.filter((um) => um !== feriado)
    await this.#gravar({ ...this.#calendario, feriados }, textos.tirado(feriado.nome))
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }

  #gravar(calendario: ArquivoDeEntidade['calendario'], dito: string): Promise<boolean> {
    return this.gravar(() => this.administracao.api.gravarCalendario(calendario, this.versao), dito)
  }
}

/** `09-01` as 01/09, todo ano; `2026-09-01` as 01/09/2026. */
function escrever(dia: string): string {
  const [d, m, a] = dia.split('-').toReversed()
  return a ? `${d}/${m}/${a}` : textos.cadaAno(`${d}/${m}`)
}
