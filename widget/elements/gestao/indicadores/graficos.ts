import { html, nothing, svg, type TemplateResult } from 'lit'
import { titulo } from '../../../parts/titulo.js'
import { indicadores as textos } from '../../../texts/indicadores.pt-BR.js'
import { escrever, escreverNumero, type Linha, type Medida, medidas, resumirGrafico } from './numeros.js'

interface Grafico {
  id: string
  nome: string
  /** What each line is of. */
  coluna: string
  linhas: readonly Linha[]
  medida: Medida
  nivel: number
}

/** Past so many columns, every other one goes without its name. */
const MUITAS = 13

/** One column for each line, side by side: for what goes on in time. */
export function colunas(grafico: Grafico): TemplateResult {
  const { linhas, medida } = grafico
  const maior = maiorDe(linhas, medida)
  return quadro(
    grafico,
    html`<ol class="colunas ${linhas.length > MUITAS ? 'muitas' : ''}" aria-hidden="true">
      ${linhas.map((linha) => {
        const altura = alturaDe(linha[medida], maior)
        return html`<li>
          <span class="valor">${linha[medida] === null ? nothing : escreverNumero(medida, linha[medida])}</span>
          <svg viewBox="0 0 1 100" preserveAspectRatio="none">${svg`<rect class="barra" x="0" width="1" y=${100 - altura} height=${altura}></rect>`}</svg>
          <span class="nome-da-coluna">${linha.curto ?? linha.nome}</span>
        </li>`
      })}
    </ol>`,
  )
}

/** One bar for each line, the largest first. */
export function barras(grafico: Grafico): TemplateResult {
  const { medida } = grafico
  const linhas = grafico.linhas.filter((linha) => linha[medida] !== null).toSorted((a, b) => (b[medida] ?? 0) - (a[medida] ?? 0))
  const maior = maiorDe(linhas, medida)
  return quadro(
    { ...grafico, linhas: grafico.linhas },
    linhas.length === 0
      ? nothing
      : html`<ol class="barras" aria-hidden="true">
          ${linhas.map(
            (linha) => html`<li>
              <span lang="pt-BR">${linha.nome}</span><b>${escrever(medida, linha[medida])}</b>
              <svg viewBox="0 0 100 1" preserveAspectRatio="none">${svg`<rect class="trilho" width="100" height="1"></rect><rect class="barra" width=${alturaDe(linha[medida], maior)} height="1"></rect>`}</svg>
            </li>`,
          )}
        </ol>`,
  )
}

/** The picture says nothing to who does not see it; the sentence and the table say it all. */
function quadro({ id, nome, coluna, linhas, medida, nivel }: Grafico, desenho: unknown): TemplateResult {
  return html`<section class="grafico" aria-labelledby=${id}>
    <div id=${id}>${titulo(nivel, nome, 'subtitulo')}</div>
    <p class="secundario">${resumirGrafico(linhas, medida)}</p>
    ${desenho} ${linhas.length > 0 ? tabela({ nome, coluna, linhas }) : nothing}
  </section>`
}

function tabela({ nome, coluna, linhas }: Pick<Grafico, 'nome' | 'coluna' | 'linhas'>): TemplateResult {
  return html`<details class="em-tabela">
    <summary>${textos.tabela}</summary>
    <div class="rola" role="region" aria-label=${textos.tabelaDe(nome)} tabindex="0">
      <table class="numeros">
        <thead>
          <tr>
            <th scope="col">${coluna}</th>
            ${medidas.map((medida) => html`<th scope="col">${textos.medidas[medida]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${linhas.map(
            (linha) => html`<tr>
              <th scope="row" lang=${linha.curto ? nothing : 'pt-BR'}>${linha.nome}</th>
              ${medidas.map((medida) => html`<td>${valor(medida, linha[medida])}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`
}

function valor(medida: Medida, n: number | null): unknown {
  if (n !== null) return escrever(medida, n)
  return html`<span aria-hidden="true">${textos.semNumero}</span><span class="so-leitor">${textos.semNumeroDito}</span>`
}

function maiorDe(linhas: readonly Linha[], medida: Medida): number {
  if (medida === 'noPrazo') return 100
  if (medida === 'avaliacaoMedia') return 5
  return Math.max(1, ...linhas.map((linha) => linha[medida] ?? 0))
}

/** Percent; a number other than zero is always seen. */
function alturaDe(valor: number | null, maior: number): number {
  return valor ? Math.max(1, Math.round((valor * 1000) / maior) / 10) : 0
}
