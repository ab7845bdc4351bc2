import { html, nothing, type TemplateResult } from 'lit'
import type { UnidadeDoArquivo } from '../../../client/administracao.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { codigoDe, escolha, linha } from './campos.js'
import { NoArquivo } from './no-arquivo.js'

const textos = administracao.unidades

/** The unidades of each orgao: their names, and the box that hears of new requests. */
export class Unidades extends NoArquivo {
  /** Its codigo; empty for a new one. */
  #aberta: string | undefined

  constructor(administracao: Administracao) {
    super(administracao, 'unidade')
  }

  renderizar(): TemplateResult {
    const { nivel } = this.administracao.lugar.host
    return html`<div class="linha entre">
        ${titulo(nivel + 1, administracao.partes.unidades, 'subtitulo assunto-do-grupo')}
        <button type="button" class="botao botao-fraco" @click=${() => this.#abrir('', { orgao: this.arquivo?.orgaos[0]?.sigla ?? '' })}>${textos.nova}</button>
      </div>
      ${this.#aberta === '' ? this.#formulario() : nothing}
      ${this.arquivo?.orgaos.map(
        (orgao) => html`<section class="pilha-curta">
          ${titulo(nivel + 2, orgao.nome, 'subtitulo')}
          <ul class="linhas" role="list">${orgao.unidades.map((unidade) => this.#linha(unidade, orgao.sigla))}</ul>
        </section>`,
      )}`
  }

  #linha(unidade: UnidadeDoArquivo, orgao: string): TemplateResult {
    if (this.#aberta === unidade.codigo) return html`<li class="aberta">${this.#formulario()}</li>`
    const { codigo, nome, email = '' } = unidade
    return html`<li>
      <div class="cresce"><b>${nome}</b><p class="secundario">${email || textos.semEmail}</p></div>
      <button type="button" class="botao botao-texto" aria-label=${textos.mudarQual(nome)} @click=${() => this.#abrir(codigo, { nome, email, orgao })}>${textos.mudar}</button>
    </li>`
  }

  #formulario(): TemplateResult {
    const { folha } = this
    const quadro = (nome: string) => ({
      id: folha.id(nome),
      erro: folha.erro(nome),
      valor: folha.ler(nome),
      mudar: (valor: string) => folha.digitar(nome, valor),
    })
    return html`<form class="pilha-curta cresce dentro-do-item" novalidate @submit=${aoEnviar(() => this.#gravar())}>
      ${folha.problemas()} ${linha({ ...quadro('nome'), rotulo: textos.nome, obrigatorio: true })}
      ${linha({ ...quadro('email'), rotulo: textos.email, ajuda: textos.emailAjuda, type: 'email' })}
      ${escolha({ ...quadro('orgao'), rotulo: textos.orgao, opcoes: this.arquivo?.orgaos.map(({ sigla, nome }) => ({ valor: sigla, rotulo: nome })) ?? [] })}
      <div class="linha">
        ${botaoDeEnviar(folha.indo, textos.gravar, textos.indo)}
        <button type="button" class="botao botao-texto" @click=${() => this.#fechar()}>${textos.cancelar}</button>
      </div>
    </form>`
  }

  #abrir(codigo: string, valores: Record<string, string>): void {
    this.#aberta = codigo
    this.folha.limpar()
    this.folha.valores = valores
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar(`#${this.folha.id('nome')}`)
  }

  #fechar(): void {
    this.#aberta = undefined
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }

  async #gravar(): Promise<void> {
    const { folha, administracao } = this
    const [nome, email, orgao] = [folha.ler('nome').trim(), folha.ler('email').trim(), folha.ler('orgao')]
    if (!nome) {
      folha.erros = [{ caminho: 'nome', mensagem: textos.faltaNome }]
      administracao.lugar.desenhar()
      return void administracao.lugar.host.focar('.erros')
    }
    const usados = this.arquivo?.orgaos.flatMap(({ unidades }) => unidades.map((uma) => uma.codigo)) ?? []
    const codigo = this.#aberta || codigoDe(nome, usados, 'unidade')
    const unidade = { codigo, nome, ...(email && { email }), orgao }
    const feito = await this.gravar(() => administracao.api.gravarUnidade(unidade, this.versao), textos.gravada(nome))
    if (feito) this.#fechar()
    else this.#apontar(orgao, codigo)
  }

  /** Beside the fields: without the part of the path that leads to this unidade. */
  #apontar(orgao: string, codigo: string): void {
    const prefixo = `orgaos[${orgao}].unidades[${codigo}].`
    this.folha.erros = this.folha.erros.map((erro) => ({ ...erro, caminho: erro.caminho.replace(prefixo, '') }))
    this.administracao.lugar.desenhar()
  }
}
