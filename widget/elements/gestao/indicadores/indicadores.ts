import '../../../account/comum-conta.js'
import '../../../base/comum-formulario.js'
import '../../../base/comum-leitura.js'
import { html, nothing, type TemplateResult } from 'lit'
import { escreverData, escreverDataHora } from '../../../../server/contract/palavras.js'
import { type Cartao, ProblemaDaApi } from '../../../client/api.js'
import { baixar } from '../../../client/baixar.js'
import { type ClienteDosIndicadores, type FiltroDosIndicadores, type Indicadores, indicadoresDe } from '../../../client/indicadores.js'
import { resumoDeErros } from '../../../parts/erros.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { titulo } from '../../../parts/titulo.js'
import { indicadores as textos } from '../../../texts/indicadores.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Lugar, Vista } from '../vista.js'
import { estiloDosIndicadores } from './estilo-indicadores.js'
import { filtros, idDoFiltro, partesDoFiltro } from './filtros.js'
import { barras, colunas } from './graficos.js'
import { escrever, escreverMes, escreverMesCurto, type Medida, medidas, resumir } from './numeros.js'

const explicacoes: Partial<Record<Medida, string>> = textos.explicacoes

/** How much the unidades of a gestor, or of all the entidade, did: `#gestao=indicadores&de=&ate=&tipo=&unidade=`. */
export class PainelDeIndicadores implements Vista {
  readonly #api: ClienteDosIndicadores
  #numeros: Indicadores | undefined
  #falha: unknown
  #filtro: FiltroDosIndicadores = {}
  #medida: Medida = 'abertos'
  #contando = false
  #baixando = false

  constructor(readonly lugar: Lugar) {
    lugar.host.usarEstilos(estiloDosIndicadores)
    this.#api = indicadoresDe(lugar.sessao, lugar.host.entidade)
  }

  get erros(): readonly { caminho: string; mensagem: string }[] {
    return this.#falha instanceof ProblemaDaApi ? (this.#falha.problema.campos ?? []) : []
  }

  preparar(partes: Partes): void {
    this.#filtro = Object.fromEntries(partesDoFiltro.flatMap((nome) => (partes[nome] ? [[nome, partes[nome]]] : [])))
    void this.#contar()
  }

  renderizar(partes: Partes, cartao: Cartao): TemplateResult {
    const { host } = this.lugar
    const erros = this.erros.map(({ caminho, mensagem }) => ({ id: idDoFiltro(host.prefixo, caminho), mensagem }))
    return html`<p class="nao-imprime">${this.lugar.voltar()}</p>
      ${titulo(host.nivel, textos.titulo)} ${resumoDeErros(textos.falta(erros.length), erros)} ${filtros(this, partes)}
      ${this.#falha && erros.length === 0 ? avisoDeFalha(this.#falha, { textos: host.comuns, tentar: () => void this.#contar() }) : nothing}
      ${this.#numeros ? this.#comNumeros(this.#numeros, cartao) : this.#semNumeros()}`
  }

  /** The numbers stay as they were counted until they are asked for again. */
  mudou(): void {
    this.lugar.desenhar()
  }

  sair(): void {
    this.#falha = undefined
  }

  #semNumeros(): TemplateResult | typeof nothing {
    if (this.#falha) return nothing
    return html`<p class="so-leitor" role="status">${textos.contando}</p>
      <div class="esqueleto" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`
  }

  #comNumeros(numeros: Indicadores, { fuso }: Cartao): TemplateResult {
    const { host } = this.lugar
    const { total } = numeros
    const vazio = medidas.every((medida) => !total[medida])
    return html`<div class="indicadores" aria-busy=${this.#contando ? 'true' : nothing}>
      <p>${resumir(numeros, escreverData)}</p>
      <dl class="principais">
        ${medidas.map(
          (medida) => html`<div>
            <dt>${textos.medidas[medida]}</dt>
            <dd>
              ${total[medida] === null ? html`<span aria-hidden="true">${textos.semNumero}</span><span class="so-leitor">${textos.semNumeroDito}</span>` : escrever(medida, total[medida])}
              ${explicacoes[medida] ? html`<span class="secundario">${explicacoes[medida]}</span>` : nothing}
            </dd>
          </div>`,
        )}
      </dl>
      ${vazio ? html`<div class="vazio"><p><b>${textos.semNada.titulo}</b></p><p class="secundario">${textos.semNada.texto}</p></div>` : this.#graficos(numeros)}
      <div class="linha entre nao-imprime">
        <p class="secundario">${textos.contado(escreverDataHora(numeros.em, fuso))}</p>
        <button type="button" class="botao botao-fraco ${this.#baixando ? 'girando' : ''}" aria-disabled=${this.#baixando ? 'true' : nothing} @click=${() => void this.#baixar()}>
          ${this.#baixando ? host.comuns.baixando : textos.planilha}
        </button>
      </div>
    </div>`
  }

  #graficos({ porMes, porTipo, porUnidade }: Indicadores): TemplateResult {
    const { prefixo, nivel } = this.lugar.host
    const id = `${prefixo}-medida`
    const comum = { medida: this.#medida, nivel: nivel + 1 }
    const mudar = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return
      this.#medida = medidas.find((medida) => medida === target.value) ?? 'abertos'
      this.lugar.desenhar()
    }
    const meses = porMes.map((linha) => ({ ...linha, nome: escreverMes(linha.mes), curto: escreverMesCurto(linha.mes) }))
    return html`<div class="campo estreita nao-imprime">
        <label class="rotulo" for=${id}>${textos.medida}</label>
        <select class="entrada" id=${id} @change=${mudar}>
          ${medidas.map((medida) => html`<option value=${medida} .selected=${medida === this.#medida}>${textos.medidas[medida]}</option>`)}
        </select>
      </div>
      ${colunas({ ...comum, id: `${prefixo}-por-mes`, nome: textos.porMes, coluna: textos.mes, linhas: meses })}
      <div class="lado-a-lado-graficos">
        ${barras({ ...comum, id: `${prefixo}-por-tipo`, nome: textos.porTipo, coluna: textos.tipo, linhas: porTipo })}
        ${barras({ ...comum, id: `${prefixo}-por-unidade`, nome: textos.porUnidade, coluna: textos.unidade, linhas: porUnidade })}
      </div>`
  }

  async #contar(): Promise<void> {
    const filtro = this.#filtro
    this.#contando = true
    this.lugar.desenhar()
    try {
      const numeros = await this.#api.contar(filtro)
      if (filtro !== this.#filtro) return
      const outro = this.#numeros !== undefined
      this.#numeros = numeros
      this.#falha = undefined
      if (outro) void this.lugar.host.anunciar(resumir(numeros, escreverData))
    } catch (erro) {
      if (filtro !== this.#filtro) return
      this.#falha = erro
    }
    this.#contando = false
    this.lugar.desenhar()
    if (this.erros.length > 0) void this.lugar.host.focar('.erros')
  }

  async #baixar(): Promise<void> {
    if (this.#baixando || !this.#numeros) return
    const { de, ate } = this.#numeros
    this.#baixando = true
    this.lugar.desenhar()
    try {
      baixar(await this.#api.planilha(this.#filtro), `indicadores-${de}-a-${ate}.csv`)
    } catch (erro) {
      this.#falha = erro
    }
    this.#baixando = false
    this.lugar.desenhar()
  }
}
