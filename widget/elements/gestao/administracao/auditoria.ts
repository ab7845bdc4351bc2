import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../server/contract/palavras.js'
import type { FiltroDaAuditoria, IntegridadeDaAuditoria, RegistroDaAuditoria } from '../../../client/administracao.js'
import type { Cartao } from '../../../client/api.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Administracao } from './administracao.js'
import { escolha, linha } from './campos.js'
import { Folha } from './folha.js'
import type { Parte } from './partes.js'

const textos = administracao.auditoria
const filtros = ['de', 'ate', 'quem', 'acao', 'protocolo'] as const
const acoes = () => Object.entries(textos.acoes).map(([valor, rotulo]) => ({ valor, rotulo }))

/** Who did what, when and from where, the newest first; and whether anything of it was changed since. */
export class Auditoria implements Parte {
  readonly #folha: Folha
  #registros: readonly RegistroDaAuditoria[] = []
  #proximo: string | null = null
  /** That the list on screen was asked for with. */
  #filtro: FiltroDaAuditoria = {}
  #integridade: IntegridadeDaAuditoria | undefined

  constructor(readonly administracao: Administracao) {
    this.#folha = new Folha(administracao.lugar, 'auditoria')
  }

  async preparar(): Promise<void> {
    const { registros, proximo } = await this.administracao.api.auditoria(this.#filtro)
    this.#registros = registros
    this.#proximo = proximo
  }

  renderizar(_partes: Partes, { fuso }: Cartao): TemplateResult {
    const folha = this.#folha
    const { nivel } = this.administracao.lugar.host
    return html`${titulo(nivel + 1, administracao.partes.auditoria, 'subtitulo assunto-do-grupo')}
      <p class="secundario">${textos.explicacao}</p>
      ${this.#corrente(fuso)}
      <form class="pilha" novalidate @submit=${aoEnviar(() => this.#filtrar())}>
        ${folha.problemas()}
        <div class="grade">
          ${linha({ ...folha.campo('de'), rotulo: textos.de, type: 'date' })} ${linha({ ...folha.campo('ate'), rotulo: textos.ate, type: 'date' })}
          ${linha({ ...folha.campo('quem'), rotulo: textos.quem })} ${escolha({ ...folha.campo('acao'), rotulo: textos.acao, opcoes: acoes() })}
          ${linha({ ...folha.campo('protocolo'), rotulo: textos.protocolo })}
        </div>
        <div class="linha">
          ${botaoDeEnviar(folha.indo, textos.filtrar, administracao.indo)}
          ${Object.keys(this.#filtro).length > 0 ? html`<button type="button" class="botao botao-texto" @click=${() => this.#limpar()}>${textos.limpar}</button>` : nothing}
        </div>
      </form>
      ${this.#registros.length === 0 ? html`<div class="vazio"><p>${textos.nada}</p></div>` : nothing}
      <ol class="linhas registros" role="list" aria-label=${administracao.partes.auditoria}>${this.#registros.map((um) => this.#registro(um, fuso))}</ol>
      ${this.#proximo ? html`<div class="linha"><button type="button" class="botao botao-fraco ${folha.indo ? 'girando' : ''}" @click=${() => void this.#mais()}>${textos.mais}</button></div>` : nothing}`
  }

  #corrente(fuso: string): TemplateResult {
    const { indo } = this.#folha
    const integridade = this.#integridade
    const { integra, total = 0, ate, falhas = 0 } = integridade ?? {}
    const tom = integridade ? (integra ? 'ok' : 'atencao') : ''
    return html`<div class="linha">
      <button type="button" class="botao botao-fraco" aria-disabled=${indo ? 'true' : nothing} @click=${() => void this.#conferir()}>${textos.conferir}</button>
      <p class="cresce" role="status">
        ${integridade ? html`<span class="selo selo-${tom}">${integra ? textos.inteira : textos.quebrada}</span> ${integra ? textos.ateQuando(total, ate ? escreverDataHora(ate, fuso) : '') : textos.falhas(falhas)}` : nothing}
      </p>
    </div>`
  }

  #registro({ em, quem, nome, acao, protocolo, endereco, aparelho, dados }: RegistroDaAuditoria, fuso: string): TemplateResult {
    const { lugar } = this.administracao
    const nomes: Readonly<Record<string, string>> = { ...textos.outros, ...textos.acoes }
    const deOnde = [aparelho, endereco].filter((um) => um !== null)
    const detalhes = Object.entries(dados)
    return html`<li>
      <div class="cresce pilha-minima">
        <p><b>${nomes[acao] ?? acao}</b>${protocolo ? html` · ${lugar.ligacao('processo', { id: protocolo.id }, protocolo.numero)}` : nothing}</p>
        <p class="secundario">${nome ?? (quem === 'cli' ? administracao.versoes.linhaDeComando : quem)} · ${escreverDataHora(em, fuso)}${deOnde.length > 0 ? ` · ${deOnde.join(', ')}` : ''}</p>
        ${
          detalhes.length > 0
            ? html`<details>
                <summary>${textos.detalhes}<span class="so-leitor">: ${nomes[acao] ?? acao}${protocolo ? `, ${protocolo.numero}` : ''}</span></summary>
                <dl class="mudancas">${detalhes.map(([chave, valor]) => html`<dt>${nomeDoDado(chave)}</dt><dd><pre translate="no" tabindex="0">${escrever(valor)}</pre></dd>`)}</dl>
              </details>`
            : nothing
        }
      </div>
    </li>`
  }

  async #filtrar(): Promise<void> {
    const folha = this.#folha
    const filtro = Object.fromEntries(filtros.flatMap((nome) => (folha.ler(nome).trim() ? [[nome, folha.ler(nome).trim()]] : [])))
    const feito = await folha.tentar(async () => {
      const { registros, proximo } = await this.administracao.api.auditoria(filtro)
      this.#filtro = filtro
      this.#registros = registros
      this.#proximo = proximo
      return true
    })
    if (feito) void this.administracao.lugar.host.anunciar(textos.achados(this.#registros.length, this.#proximo !== null))
  }

  #limpar(): void {
    this.#folha.limpar()
    void this.#filtrar()
  }

  async #mais(): Promise<void> {
    const antes = this.#registros.length
    const feito = await this.#folha.tentar(async () => {
      const { registros, proximo } = await this.administracao.api.auditoria({ ...this.#filtro, depois: this.#proximo ?? '' })
      this.#registros = [...this.#registros, ...registros]
      this.#proximo = proximo
      return true
    })
    if (feito) void this.administracao.lugar.host.anunciar(textos.maisAchados(this.#registros.length - antes))
  }

  async #conferir(): Promise<void> {
    await this.#folha.tentar(async () => {
      this.#integridade = await this.administracao.api.integridade()
      return true
    })
  }
}

function nomeDoDado(chave: string): string {
  const nomes: Readonly<Record<string, string>> = textos.dados
  return nomes[chave] ?? chave
}

/** Lines as they are; what has parts, a part a line. */
function escrever(valor: unknown): string {
  if (Array.isArray(valor) && valor.every((um) => typeof um === 'string')) return valor.join('\n')
  if (typeof valor !== 'object' || valor === null) return String(valor)
  return Object.entries(valor)
    .map(([chave, parte]) => `${chave}: ${typeof parte === 'object' ? JSON.stringify(parte) : String(parte)}`)
    .join('\n')
}
