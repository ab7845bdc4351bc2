import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../server/contract/palavras.js'
import type { ChaveCriada, ChaveDeApi, Escopo } from '../../../client/administracao.js'
import type { Cartao } from '../../../client/api.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Administracao } from './administracao.js'
import { linha, marcas } from './campos.js'
import { Folha } from './folha.js'
import type { Parte } from './partes.js'

const textos = administracao.chaves
const escopos = Object.keys(textos.escopos) as Escopo[]

/** The keys with which other programs read. Each is shown once. */
export class Chaves implements Parte {
  readonly #folha: Folha
  #chaves: readonly ChaveDeApi[] = []
  #criada: ChaveCriada | undefined
  #revogando: string | undefined

  constructor(readonly administracao: Administracao) {
    this.#folha = new Folha(administracao.lugar, 'chave')
  }

  async preparar(): Promise<void> {
    this.#chaves = await this.administracao.api.chaves()
  }

  renderizar(_partes: Partes, { fuso }: Cartao): TemplateResult {
    const folha = this.#folha
    const { nivel } = this.administracao.lugar.host
    return html`${titulo(nivel + 1, administracao.partes.chaves, 'subtitulo assunto-do-grupo')}
      <p class="secundario">${textos.explicacao}</p>
      ${this.#criada ? this.#mostrar(this.#criada) : nothing}
      <form class="pilha" novalidate @submit=${aoEnviar(() => this.#criar())}>
        ${folha.problemas()}
        ${linha({ id: folha.id('nome'), erro: folha.erro('nome'), rotulo: textos.nome, ajuda: textos.nomeAjuda, maximo: 100, obrigatorio: true, valor: folha.ler('nome'), mudar: (nome) => folha.digitar('nome', nome) })}
        ${marcas({ id: folha.id('escopos'), erro: folha.erro('escopos'), rotulo: textos.podeLer, obrigatorio: true, opcoes: escopos.map((valor) => ({ valor, rotulo: textos.escopos[valor] })), marcadas: folha.ler('escopos').split(' '), mudar: (marcados) => folha.digitar('escopos', marcados.join(' ')) })}
        <div class="linha">${botaoDeEnviar(folha.indo, textos.criar, administracao.indo)}</div>
      </form>
      ${this.#chaves.length === 0 ? html`<div class="vazio"><p>${textos.nenhuma}</p></div>` : nothing}
      <ul class="linhas" role="list">${this.#chaves.map((chave) => this.#linha(chave, fuso))}</ul>`
  }

  #linha({ id, nome, prefixo, criadaEm, usadaEm, revogadaEm, escopos: dela }: ChaveDeApi, fuso: string): TemplateResult {
    if (this.#revogando === id)
      return html`<li class="tirando">
        <p class="cresce">${textos.confirma(nome)}</p>
        <button type="button" class="botao" @click=${() => void this.#revogar(id, nome)}>${textos.revogar}</button>
        <button type="button" class="botao botao-texto" @click=${() => this.#perguntar(undefined)}>${textos.manter}</button>
      </li>`
    const quando = (em: string) => escreverDataHora(em, fuso)
    return html`<li>
      <div class="cresce">
        <b>${nome}</b>
        <p class="secundario">${prefixo}… · ${dela.map((um) => textos.escopos[um]).join(', ')}</p>
        <p class="secundario">${textos.criadaEm(quando(criadaEm))} ${usadaEm ? textos.usadaEm(quando(usadaEm)) : textos.nuncaUsada}</p>
      </div>
      ${
        revogadaEm
          ? html`<span class="selo selo-neutro">${textos.revogada}</span>`
          : html`<button type="button" class="botao botao-texto" aria-label=${textos.revogarQual(nome)} @click=${() => this.#perguntar(id)}>${textos.revogar}</button>`
      }
    </li>`
  }

  #mostrar({ chave, nome }: ChaveCriada): TemplateResult {
    const fechar = () => {
      this.#criada = undefined
      this.administracao.lugar.desenhar()
      void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
    }
    return html`<div class="aviso aviso-info chave-criada" role="group" aria-label=${textos.criada(nome)} tabindex="-1">
      <p class="aviso-titulo">${textos.criada(nome)}</p>
      <p>${textos.umaVez}</p>
      <code class="segredo" translate="no">${chave}</code>
      <div class="linha">
        <button type="button" class="botao botao-fraco" @click=${() => void this.#copiar(chave)}>${textos.copiar}</button>
        <button type="button" class="botao botao-texto" @click=${fechar}>${textos.guardei}</button>
      </div>
    </div>`
  }

  async #copiar(chave: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(chave)
      this.administracao.dizer(textos.copiada)
    } catch {
      this.administracao.dizer(textos.naoCopiou)
    }
  }

  async #criar(): Promise<void> {
    const { administracao } = this
    const folha = this.#folha
    const nome = folha.ler('nome').trim()
    const escolhidos = escopos.filter((um) => folha.ler('escopos').split(' ').includes(um))
    const faltam = [
      ...(nome ? [] : [{ caminho: 'nome', mensagem: textos.faltaNome }]),
      ...(escolhidos.length > 0 ? [] : [{ caminho: 'escopos', mensagem: textos.faltaEscopo }]),
    ]
    if (faltam.length > 0) return folha.recusar(faltam)
    const feito = await folha.tentar(async () => {
      this.#criada = await administracao.confirmar((confirmado) => administracao.api.criarChave({ nome, escopos: escolhidos }, confirmado))
      return this.#criada !== undefined
    })
    if (!feito) return
    folha.limpar()
    await administracao.carregar({ parte: 'chaves' })
    void administracao.lugar.host.focar('.chave-criada')
  }

  #perguntar(id: string | undefined): void {
    this.#revogando = id
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar(id ? '.tirando .botao' : '.miolo-da-administracao .subtitulo')
  }

  async #revogar(id: string, nome: string): Promise<void> {
    const feito = await this.#folha.tentar(async () => {
      await this.administracao.api.revogarChave(id)
      return true
    })
    this.#perguntar(undefined)
    if (!feito) return
    this.administracao.dizer(textos.foiRevogada(nome))
    await this.administracao.carregar({ parte: 'chaves' })
  }
}
