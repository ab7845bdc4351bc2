import { html, nothing, type TemplateResult } from 'lit'
import type { UnidadeDoArquivo } from '../../../client/administracao.js'
import { emPortugues } from '../../../parts/campos/da-entidade.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { codigoDe, escolha, linha } from './campos.js'
import { Fichas } from './fichas.js'

const textos = administracao.unidades

/** The unidades of each orgao: their names, and the box that hears of new requests. */
export class Unidades extends Fichas {
  constructor(administracao: Administracao) {
    super(administracao, 'unidade')
  }

  renderizar(): TemplateResult {
    const { nivel } = this.administracao.lugar.host
    return html`<div class="linha entre">
        ${titulo(nivel + 1, administracao.partes.unidades, 'subtitulo assunto-do-grupo')}
        <button type="button" class="botao botao-fraco" @click=${() => this.abrir('', { orgao: this.arquivo?.orgaos[0]?.sigla ?? '' })}>${textos.nova}</button>
      </div>
      ${this.aberta === '' ? this.#ficha() : nothing}
      ${this.arquivo?.orgaos.map(
        (orgao) => html`<section class="pilha-curta">
          ${titulo(nivel + 2, emPortugues(orgao.nome), 'subtitulo')}
          <ul class="linhas" role="list">${orgao.unidades.map((unidade) => this.#linha(unidade, orgao.sigla))}</ul>
        </section>`,
      )}`
  }

  #linha({ codigo, nome, email = '' }: UnidadeDoArquivo, orgao: string): TemplateResult {
    if (this.aberta === codigo) return html`<li class="aberta">${this.#ficha()}</li>`
    return html`<li>
      <div class="cresce"><b lang="pt-BR">${nome}</b><p class="secundario">${email || textos.semEmail}</p></div>
      <button type="button" class="botao botao-texto" aria-label=${textos.mudarQual(nome)} @click=${() => this.abrir(codigo, { nome, email, orgao })}>${textos.mudar}</button>
    </li>`
  }

  #ficha(): TemplateResult {
    const { folha } = this
    const orgaos = this.arquivo?.orgaos.map(({ sigla, nome }) => ({ valor: sigla, rotulo: nome })) ?? []
    return this.ficha(
      html`${linha({ ...folha.campo('nome'), rotulo: textos.nome, obrigatorio: true })}
      ${linha({ ...folha.campo('email'), rotulo: textos.email, ajuda: textos.emailAjuda, type: 'email' })}
      ${escolha({ ...folha.campo('orgao'), rotulo: textos.orgao, opcoes: orgaos })}`,
      () => this.#salvar(),
    )
  }

  async #salvar(): Promise<void> {
    const { folha } = this
    const [nome, email, orgao] = [folha.ler('nome').trim(), folha.ler('email').trim(), folha.ler('orgao')]
    const usados = this.arquivo?.orgaos.flatMap(({ unidades }) => unidades.map((uma) => uma.codigo)) ?? []
    const codigo = this.aberta || codigoDe(nome, usados, 'unidade')
    const unidade = { codigo, nome, ...(email && { email }), orgao }
    await this.gravarFicha(nome ? [] : [{ caminho: 'nome', mensagem: textos.faltaNome }], `orgaos[${orgao}].unidades[${codigo}]`, () =>
      this.gravar(() => this.administracao.api.gravarUnidade(unidade, this.versao), textos.gravada(nome)),
    )
  }
}
