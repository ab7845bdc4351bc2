import { html, nothing, svg, type TemplateResult } from 'lit'
import { contraste, fundoClaro, fundoEscuro, legivel, menorContraste } from '../../../../server/contract/regras.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { area, cor, escolha, linha, marca, marcas } from './campos.js'
import { type Caminho, comDigitados, formaDe, ler, type Secao, secoes } from './campos-da-entidade.js'
import { NoArquivo } from './no-arquivo.js'

const textos = administracao.entidade

/** What the entidade is, beside its orgaos, tipos and calendar. Only what was typed is changed in the file. */
export class Entidade extends NoArquivo {
  constructor(administracao: Administracao) {
    super(administracao, 'entidade')
  }

  renderizar(): TemplateResult {
    const { folha } = this
    const { nivel } = this.administracao.lugar.host
    const mudado = Object.keys(folha.valores).length > 0
    return html`${titulo(nivel + 1, administracao.partes.entidade, 'subtitulo assunto-do-grupo')}
      <p class="secundario">${textos.explicacao}</p>
      <form class="pilha" novalidate @submit=${aoEnviar(() => this.#salvar())}>
        ${folha.problemas()} ${secoes.map((secao) => this.#secao(secao))}
        <div class="linha">
          ${botaoDeEnviar(folha.indo, administracao.gravar, administracao.indo)}
          ${mudado ? html`<button type="button" class="botao botao-texto" @click=${() => this.#descartar()}>${administracao.descartar}</button>` : nothing}
        </div>
      </form>`
  }

  #secao({ nome, campos, raros = [] }: Secao): TemplateResult {
    const { nivel } = this.administracao.lugar.host
    const errado = raros.some((caminho) => this.#erro(caminho))
    return html`<section class="pilha">
      ${titulo(nivel + 2, textos.secoes[nome], 'subtitulo')}
      <div class="grade-de-campos">${this.#campos(campos)}</div>
      ${
        raros.length > 0
          ? html`<details ?open=${errado}>
              <summary>${textos.raros[nome as keyof typeof textos.raros]}</summary>
              <div class="grade-de-campos recuada">${this.#campos(raros)}</div>
            </details>`
          : nothing
      }
    </section>`
  }

  #campos(caminhos: readonly Caminho[]): TemplateResult[] {
    return caminhos.map((caminho) => html`<div class=${formaDe(caminho).inteiro ? 'toda-a-linha' : nothing}>${this.#campo(caminho)}</div>`)
  }

  #campo(caminho: Caminho): TemplateResult {
    const { folha } = this
    const { rotulo, ajuda }: { rotulo: string; ajuda?: string } = textos.campos[caminho]
    const { especie, obrigatorio = false, opcoes = [] } = formaDe(caminho)
    const valor = this.#valor(caminho)
    const campo = { ...folha.campo(caminho), erro: this.#erro(caminho), valor, rotulo, ajuda, obrigatorio }
    switch (especie) {
      case 'area':
        return area({ ...campo, linhas: 10 })
      case 'linhas':
        return area({ ...campo, linhas: 4 })
      case 'escolha':
        return escolha({ ...campo, opcoes })
      case 'marca':
        return marca(campo.id, rotulo, valor !== '', (sim) => folha.digitar(caminho, sim ? 'sim' : ''))
      case 'marcas':
        return marcas({ ...campo, opcoes, marcadas: valor.split(' '), mudar: (marcadas) => folha.digitar(caminho, marcadas.join(' ')) })
      case 'cor':
        return html`<div class="pilha-curta">${cor({ ...campo, paleta: textos.paleta, padrao: corPadrao })}${comoFica(valor, campo.mudar)}</div>`
      case 'linha':
        return linha({ ...campo, maximo: 2000 })
      default:
        return linha({ ...campo, type: especie === 'email' ? 'email' : 'number' })
    }
  }

  #valor(caminho: Caminho): string {
    return this.folha.valores[caminho] ?? ler(this.arquivo, caminho)
  }

  /** Of a list, whichever item it is of. */
  #erro(caminho: Caminho): string | undefined {
    return this.folha.erros.find((erro) => erro.caminho.replace(/\[.*$/, '') === caminho)?.mensagem
  }

  async #salvar(): Promise<void> {
    const { folha, arquivo } = this
    if (!arquivo) return
    const faltam = secoes
      .flatMap(({ campos, raros = [] }) => [...campos, ...raros])
      .filter((caminho) => formaDe(caminho).obrigatorio && this.#valor(caminho).trim() === '')
    if (faltam.length > 0)
      return folha.recusar(faltam.map((caminho) => ({ caminho, mensagem: textos.falta(textos.campos[caminho].rotulo) })))
    if (await this.importar(comDigitados(arquivo, folha.valores), textos.gravada)) this.#descartar()
  }

  #descartar(): void {
    this.folha.limpar()
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }
}

/** That of the palette where nothing was chosen yet. */
const corPadrao = '#0b5cab'

/** The colour on the light page, where it has to be readable as it is, and on the dark one, for which it is lightened as far as it needs. */
function comoFica(escrita: string, mudar: (cor: string) => void): TemplateResult | typeof nothing {
  if (!/^#[0-9a-f]{6}$/i.test(escrita)) return nothing
  const [noClaro, noEscuro] = [legivel(escrita, fundoClaro), legivel(escrita, fundoEscuro)]
  const [tem, temNoEscuro] = [contraste(escrita, fundoClaro), contraste(escrita, fundoEscuro)]
  const [precisa, precisaNoEscuro] = [menorContraste(fundoClaro), menorContraste(fundoEscuro)]
  const serve = tem >= precisa
  return html`<ul class="amostras" role="list">
      ${item(fundoClaro, escrita, serve ? textos.corServe.claro(tem) : textos.corRecusada(tem, precisa, noClaro))}
      ${item(fundoEscuro, noEscuro, temNoEscuro < precisaNoEscuro ? textos.corMovida(temNoEscuro, precisaNoEscuro) : textos.corServe.escuro(temNoEscuro))}
    </ul>
    ${serve ? nothing : html`<button type="button" class="botao botao-fraco" @click=${() => mudar(noClaro)}>${textos.usarCor(noClaro)}</button>`}`
}

function item(fundo: string, tinta: string, frase: string): TemplateResult {
  return html`<li class="linha">
    <svg class="amostra" viewBox="0 0 56 32" aria-hidden="true">${amostra(fundo, tinta)}</svg>
    <p class="cresce secundario">${frase}</p>
  </li>`
}

function amostra(fundo: string, tinta: string) {
  return svg`<rect width="56" height="32" rx="5" fill=${fundo} stroke="currentColor" stroke-opacity=".25"/>
    <rect x="8" y="8" width="40" height="16" rx="4" fill=${tinta}/>`
}
