import { html, nothing, type TemplateResult } from 'lit'
import type { ArquivoDeEntidade } from '../../../client/administracao.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { area, codigoDe, linha } from './campos.js'
import { Fichas, trocar } from './fichas.js'

const textos = administracao.modelos
type Modelo = NonNullable<ArquivoDeEntidade['modelos']>[number]

/** The despachos that officials may start from, whatever the tipo. */
export class Modelos extends Fichas {
  constructor(administracao: Administracao) {
    super(administracao, 'modelo')
  }

  renderizar(): TemplateResult {
    const { nivel } = this.administracao.lugar.host
    return html`<div class="linha entre">
        ${titulo(nivel + 1, administracao.partes.modelos, 'subtitulo assunto-do-grupo')}
        <button type="button" class="botao botao-fraco" @click=${() => this.abrir('')}>${textos.novo}</button>
      </div>
      <p class="secundario">${textos.explicacao}</p>
      ${this.aberta === '' ? this.#ficha() : nothing}
      ${this.#modelos.length === 0 && this.aberta === undefined ? html`<div class="vazio"><p>${textos.nenhum}</p></div>` : nothing}
      <ul class="linhas" role="list">${this.#modelos.map((modelo) => this.#linha(modelo))}</ul>`
  }

  get #modelos(): readonly Modelo[] {
    return this.arquivo?.modelos ?? []
  }

  #linha({ codigo, nome, texto }: Modelo): TemplateResult {
    if (this.aberta === codigo) return html`<li class="aberta">${this.#ficha()}</li>`
    return html`<li>
      <div class="cresce"><b>${nome}</b><p class="secundario">${texto}</p></div>
      <button type="button" class="botao botao-texto" aria-label=${textos.mudarQual(nome)} @click=${() => this.abrir(codigo, { nome, texto })}>${textos.mudar}</button>
      <button type="button" class="botao botao-texto" aria-label=${textos.tirarQual(nome)} @click=${() => void this.#tirar(codigo, nome)}>${textos.tirar}</button>
    </li>`
  }

  #ficha(): TemplateResult {
    const { folha } = this
    const texto = folha.ler('texto')
    return this.ficha(
      html`${linha({ ...folha.campo('nome'), rotulo: textos.nome, obrigatorio: true })}
      ${area({ ...folha.campo('texto'), rotulo: textos.texto, ajuda: textos.lugares, linhas: 6, obrigatorio: true })}
      ${texto ? html`<section class="previa" aria-label=${textos.previa}><p class="nota">${textos.previa}</p><p class="fala">${preencher(texto)}</p></section>` : nothing}`,
      () => this.#salvar(),
    )
  }

  async #salvar(): Promise<void> {
    const [nome, texto] = [this.folha.ler('nome').trim(), this.folha.ler('texto').trim()]
    const usados = this.#modelos.map((um) => um.codigo)
    const codigo = this.aberta || codigoDe(nome, usados, 'modelo')
    const faltam = [
      ...(nome ? [] : [{ caminho: 'nome', mensagem: textos.faltaNome }]),
      ...(texto ? [] : [{ caminho: 'texto', mensagem: textos.faltaTexto }]),
    ]
    await this.gravarFicha(faltam, `modelos[${codigo}]`, () => {
      const modelos = trocar(this.#modelos, { codigo, nome, texto }, (um) => um.codigo === codigo)
      return this.#gravar(modelos, textos.gravado(nome))
    })
  }

  async #tirar(codigo: string, nome: string): Promise<void> {
    await this.#gravar(
      this.#modelos.filter((um) => um.codigo !== codigo),
      textos.tirado(nome),
    )
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }

  #gravar(modelos: readonly Modelo[], dito: string): Promise<boolean> {
    const { modelos: _, ...resto } = this.arquivo ?? {}
    return this.importar({ ...resto, ...(modelos.length > 0 && { modelos }) }, dito)
  }
}

/** With what stands for each place in an example. */
function preencher(texto: string): string {
  const exemplos: Readonly<Record<string, string>> = textos.exemplos
  return texto.replace(/\{([^{}]*)\}/g, (inteiro, nome: string) => exemplos[nome] ?? inteiro)
}
