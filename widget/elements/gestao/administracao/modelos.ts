import { html, nothing, type TemplateResult } from 'lit'
import type { ArquivoDeEntidade } from '../../../client/administracao.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { area, codigoDe, linha } from './campos.js'
import { NoArquivo } from './no-arquivo.js'

const textos = administracao.modelos
type Modelo = NonNullable<ArquivoDeEntidade['modelos']>[number]

/** The despachos that officials may start from, whatever the tipo. */
export class Modelos extends NoArquivo {
  /** Its codigo; empty for a new one. */
  #aberto: string | undefined

  constructor(administracao: Administracao) {
    super(administracao, 'modelo')
  }

  renderizar(): TemplateResult {
    const { nivel } = this.administracao.lugar.host
    return html`<div class="linha entre">
        ${titulo(nivel + 1, administracao.partes.modelos, 'subtitulo assunto-do-grupo')}
        <button type="button" class="botao botao-fraco" @click=${() => this.#abrir('', {})}>${textos.novo}</button>
      </div>
      <p class="secundario">${textos.explicacao}</p>
      ${this.#aberto === '' ? this.#formulario() : nothing}
      ${this.#modelos.length === 0 && this.#aberto === undefined ? html`<div class="vazio"><p>${textos.nenhum}</p></div>` : nothing}
      <ul class="linhas" role="list">${this.#modelos.map((modelo) => this.#linha(modelo))}</ul>`
  }

  get #modelos(): readonly Modelo[] {
    return this.arquivo?.modelos ?? []
  }

  #linha({ codigo, nome, texto }: Modelo): TemplateResult {
    if (this.#aberto === codigo) return html`<li class="aberta">${this.#formulario()}</li>`
    return html`<li>
      <div class="cresce"><b>${nome}</b><p class="secundario">${texto}</p></div>
      <button type="button" class="botao botao-texto" aria-label=${textos.mudarQual(nome)} @click=${() => this.#abrir(codigo, { nome, texto })}>${textos.mudar}</button>
      <button type="button" class="botao botao-texto" aria-label=${textos.tirarQual(nome)} @click=${() => void this.#tirar(codigo, nome)}>${textos.tirar}</button>
    </li>`
  }

  #formulario(): TemplateResult {
    const { folha } = this
    const quadro = (nome: string) => ({
      id: folha.id(nome),
      erro: folha.erro(nome),
      valor: folha.ler(nome),
      mudar: (valor: string) => folha.digitar(nome, valor),
      obrigatorio: true,
    })
    const texto = folha.ler('texto')
    return html`<form class="pilha-curta cresce dentro-do-item" novalidate @submit=${aoEnviar(() => this.#salvar())}>
      ${folha.problemas()} ${linha({ ...quadro('nome'), rotulo: textos.nome })} ${area({ ...quadro('texto'), rotulo: textos.texto, ajuda: textos.lugares, linhas: 6 })}
      ${texto ? html`<section class="previa" aria-label=${textos.previa}><p class="nota">${textos.previa}</p><p class="fala">${preencher(texto)}</p></section>` : nothing}
      <div class="linha">
        ${botaoDeEnviar(folha.indo, textos.gravar, textos.indo)}
        <button type="button" class="botao botao-texto" @click=${() => this.#fechar()}>${textos.cancelar}</button>
      </div>
    </form>`
  }

  #abrir(codigo: string, valores: Record<string, string>): void {
    this.#aberto = codigo
    this.folha.limpar()
    this.folha.valores = valores
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar(`#${this.folha.id('nome')}`)
  }

  #fechar(): void {
    this.#aberto = undefined
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }

  async #salvar(): Promise<void> {
    const { folha } = this
    const [nome, texto] = [folha.ler('nome').trim(), folha.ler('texto').trim()]
    folha.erros = [
      ...(nome ? [] : [{ caminho: 'nome', mensagem: textos.faltaNome }]),
      ...(texto ? [] : [{ caminho: 'texto', mensagem: textos.faltaTexto }]),
    ]
    if (folha.erros.length > 0) {
      this.administracao.lugar.desenhar()
      return void this.administracao.lugar.host.focar('.erros')
    }
    const codigo =
      this.#aberto ||
      codigoDe(
        nome,
        this.#modelos.map((um) => um.codigo),
        'modelo',
      )
    const novo = { codigo, nome, texto }
    const modelos = this.#aberto ? this.#modelos.map((um) => (um.codigo === codigo ? novo : um)) : [...this.#modelos, novo]
    if (await this.#gravar(modelos, textos.gravado(nome))) return this.#fechar()
    folha.erros = folha.erros.map((erro) => ({ ...erro, caminho: erro.caminho.replace(`modelos[${codigo}].`, '') }))
    this.administracao.lugar.desenhar()
  }

  async #tirar(codigo: string, nome: string): Promise<void> {
    await this.#gravar(
      this.#modelos.filter((um) => um.codigo !== codigo),
      textos.tirado(nome),
    )
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }

  #gravar(modelos: readonly Modelo[], dito: string): Promise<boolean> {
    const { administracao } = this
    const { modelos: _, ...resto } = this.arquivo ?? {}
    const novo = { ...resto, ...(modelos.length > 0 && { modelos }) }
    return this.gravar(() => administracao.confirmar((confirmado) => administracao.api.importar(novo, this.versao, confirmado)), dito)
  }
}

/** With what stands for each place in an example. */
function preencher(texto: string): string {
  const exemplos: Readonly<Record<string, string>> = textos.exemplos
  return texto.replace(/\{([^{}]*)\}/g, (inteiro, nome: string) => exemplos[nome] ?? inteiro)
}
