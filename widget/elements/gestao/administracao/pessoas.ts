import { html, type TemplateResult } from 'lit'
import { formatarDocumento } from '../../../../server/contract/regras.js'
import type { LotacaoListada, NovaLotacao } from '../../../client/administracao.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { escolha, linha } from './campos.js'
import { Folha } from './folha.js'
import type { Parte } from './partes.js'

const textos = administracao.pessoas
const papeis = ['atendente', 'gestor', 'administrador'] as const

/** Who works in each unidade, and as what. */
export class Pessoas implements Parte {
  readonly #folha: Folha
  #lotacoes: readonly LotacaoListada[] = []
  /** Who is about to be taken away. */
  #saindo: LotacaoListada | undefined

  constructor(readonly administracao: Administracao) {
    this.#folha = new Folha(administracao.lugar, 'pessoa')
  }

  async preparar(): Promise<void> {
    this.#lotacoes = await this.administracao.api.lotacoes()
  }

  renderizar(): TemplateResult {
    const { lugar } = this.administracao
    const { nivel } = lugar.host
    return html`${titulo(nivel + 1, administracao.partes.pessoas, 'subtitulo assunto-do-grupo')} ${this.#nova()}
      ${lugar.posto.unidades.map(({ codigo, nome }) => {
        const dela = this.#lotacoes.filter(({ unidade }) => unidade === codigo)
        return html`<section class="pilha-curta">
          ${titulo(nivel + 2, nome, 'subtitulo')}
          ${dela.length === 0 ? html`<p class="secundario">${textos.ninguem}</p>` : html`<ul class="linhas" role="list">${dela.map((lotacao) => this.#linha(lotacao, nome))}</ul>`}
        </section>`
      })}`
  }

  #linha(lotacao: LotacaoListada, unidade: string): TemplateResult {
    const { nome, documento, papel } = lotacao
    if (this.#saindo === lotacao)
      return html`<li class="tirando">
        <p class="cresce">${textos.confirma(nome, unidade)}</p>
        <button type="button" class="botao" @click=${() => void this.#tirar(lotacao)}>${textos.tirar}</button>
        <button type="button" class="botao botao-texto" @click=${() => this.#perguntar(undefined)}>${textos.manter}</button>
      </li>`
    return html`<li>
      <div class="cresce"><b>${nome}</b><p class="secundario numero">${formatarDocumento(documento)}</p></div>
      <span>${textos.papeis[papel]}</span>
      <button type="button" class="botao botao-texto" aria-label=${textos.tirarQual(nome, unidade)} @click=${() => this.#perguntar(lotacao)}>${textos.tirar}</button>
    </li>`
  }

  #nova(): TemplateResult {
    const folha = this.#folha
    const { posto } = this.administracao.lugar
    const quadro = (nome: string) => ({ ...folha.campo(nome), obrigatorio: true })
    return html`<form class="pilha" novalidate @submit=${aoEnviar(() => this.#incluir())}>
      <p class="secundario">${textos.explicacao}</p>
      ${folha.problemas()}
      <div class="grade">
        ${linha({ ...quadro('documento'), rotulo: textos.documento, maximo: 20 })}
        ${escolha({ ...quadro('unidade'), rotulo: textos.unidade, opcoes: [{ valor: '', rotulo: textos.escolha }, ...posto.unidades.map(({ codigo, nome }) => ({ valor: codigo, rotulo: nome }))] })}
        ${escolha({ ...quadro('papel'), rotulo: textos.papel, opcoes: [{ valor: '', rotulo: textos.escolha }, ...papeis.map((valor) => ({ valor, rotulo: textos.papeis[valor] }))] })}
      </div>
      <div class="linha">${botaoDeEnviar(folha.indo, textos.incluir, administracao.indo)}</div>
    </form>`
  }

  async #incluir(): Promise<void> {
    const { administracao } = this
    const folha = this.#folha
    const faltam = (['documento', 'unidade', 'papel'] as const).filter((nome) => folha.ler(nome).trim() === '')
    if (faltam.length > 0) return folha.recusar(faltam.map((caminho) => ({ caminho, mensagem: textos.faltam[caminho] })))
    const nova: NovaLotacao = {
      documento: folha.ler('documento').trim(),
      unidade: folha.ler('unidade'),
      papel: papeis.find((um) => um === folha.ler('papel')) ?? 'atendente',
    }
    const feito = await folha.tentar(async () => {
      const pessoa = await administracao.confirmar((confirmado) => administracao.api.lotar(nova, confirmado))
      if (!pessoa) return false
      folha.limpar()
      administracao.dizer(textos.incluida(pessoa.nome))
      return true
    })
    if (feito) await this.administracao.carregar({ parte: 'pessoas' })
  }

  #perguntar(lotacao: LotacaoListada | undefined): void {
    const antes = this.#saindo
    this.#saindo = lotacao
    const { lugar } = this.administracao
    lugar.desenhar()
    if (lotacao) void lugar.host.focar('.tirando .botao')
    else if (antes) void lugar.host.focar('.miolo-da-administracao .subtitulo')
  }

  async #tirar(lotacao: LotacaoListada): Promise<void> {
    const { documento, unidade } = lotacao
    const { administracao } = this
    const feito = await this.#folha.tentar(async () => {
      const pessoa = await administracao.confirmar((confirmado) => administracao.api.deslotar({ documento, unidade }, confirmado))
      if (!pessoa) return false
      administracao.dizer(textos.tirada(pessoa.nome))
      return true
    })
    this.#perguntar(undefined)
    if (feito) await administracao.carregar({ parte: 'pessoas' })
  }
}
