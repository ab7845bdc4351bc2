import { html, nothing, type TemplateResult } from 'lit'
import type { ResultadoDaImportacao } from '../../../client/administracao.js'
import { baixar } from '../../../client/baixar.js'
import { seletor } from '../../../parts/seletor.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { NoArquivo } from './no-arquivo.js'

const textos = administracao.arquivo

/** The whole file, as the command line reads and writes it. */
export class Arquivo extends NoArquivo {
  #escolhido: { nome: string; conteudo: unknown } | undefined
  #resultado: ResultadoDaImportacao | undefined

  constructor(administracao: Administracao) {
    super(administracao, 'arquivo')
  }

  renderizar(): TemplateResult {
    const { folha } = this
    const { nivel } = this.administracao.lugar.host
    return html`${titulo(nivel + 1, administracao.partes.arquivo, 'subtitulo assunto-do-grupo')}
      <p class="secundario">${textos.explicacao}</p>
      ${folha.falha || folha.erros.length > 0 ? folha.problemas() : nothing}
      <div class="linha">
        <button type="button" class="botao botao-fraco" @click=${() => this.#baixar()}>${textos.baixar}</button>
        ${seletor({ id: folha.id('escolher'), texto: textos.escolher, classe: 'botao botao-fraco', aceita: 'application/json,.json', aoEscolher: ([um]) => void (um && this.#simular(um)) })}
      </div>
      ${this.#resultado ? this.#diferenca(this.#resultado) : nothing}`
  }

  #diferenca({ linhas, avisos, problemas }: ResultadoDaImportacao): TemplateResult {
    const recusado = problemas.length > 0
    const nada = !recusado && linhas.length === 0
    const rotulo = recusado ? textos.recusado : nada ? textos.nadaMuda : textos.oQueMuda
    return html`<section class="conferencia aviso ${recusado ? 'aviso-erro' : 'aviso-info'}" aria-label=${rotulo} tabindex="-1">
      <p class="aviso-titulo">${rotulo}</p>
      <p>${this.#escolhido?.nome}</p>
      <ul class="diferencas">
        ${problemas.map(({ caminho, mensagem }) => html`<li>${caminho ? `${caminho}: ${mensagem}` : mensagem}</li>`)} ${[...linhas, ...avisos].map((linha) => html`<li>${linha}</li>`)}
      </ul>
      <div class="linha">
        ${
          recusado || nada
            ? nothing
            : html`<button type="button" class="botao ${this.folha.indo ? 'girando' : ''}" aria-disabled=${this.folha.indo ? 'true' : nothing} @click=${() => void this.#importar()}>${textos.trocar}</button>`
        }
        <button type="button" class="botao botao-texto" @click=${() => this.#desistir()}>${textos.desistir}</button>
      </div>
    </section>`
  }

  #baixar(): void {
    const bytes = new Blob([`${JSON.stringify(this.arquivo, undefined, 2)}\n`], { type: 'application/json' })
    baixar(bytes, `${this.arquivo?.codigo ?? 'entidade'}.json`)
  }

  async #simular(arquivo: File): Promise<void> {
    const feito = await this.folha.tentar(async () => {
      const conteudo = lerJson(await arquivo.text())
      if (conteudo === undefined) {
        this.#resultado = undefined
        this.folha.erros = [{ caminho: 'escolher', mensagem: textos.naoEJson }]
        return false
      }
      this.#escolhido = { nome: arquivo.name, conteudo }
      this.#resultado = await this.administracao.api.simular(conteudo)
      this.versao = this.#resultado.versao
      return true
    })
    if (feito) void this.administracao.lugar.host.focar('.conferencia')
  }

  async #importar(): Promise<void> {
    if (await this.importar(this.#escolhido?.conteudo, textos.trocado)) this.#desistir()
  }

  #desistir(): void {
    this.#escolhido = undefined
    this.#resultado = undefined
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }
}

function lerJson(texto: string): unknown {
  try {
    return JSON.parse(texto)
  } catch {
    return undefined
  }
}
