import { html } from 'hono/html'
import type { Indicadores, Medidas } from '../../contract/indicadores.js'
import { escreverData, escreverDataHora } from '../../contract/palavras.js'
import { menorContagem } from '../../domain/celulas.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { chamar } from '../entidades/nomes.js'
import { type Html, moldura } from './moldura.js'

/** What an entidade did, in numbers: tables that hold their own bars, so that what is drawn is also written. */
export function paginaDeTransparencia(entidade: EntidadeAberta, indicadores: Indicadores): Html {
  const { de, ate, em, total, porMes, porTipo, porUnidade } = indicadores
  const { codigo, arquivo } = entidade
  const dizer = chamar(entidade)
  return moldura(entidade, {
    titulo: 'Transparência',
    conteudo: html`
      <div class="abertura">
        <h1>Transparência</h1>
        <p>${dizer(`Pedidos recebidos e respondidos de ${escreverData(de)} a ${escreverData(ate)}.`)}</p>
      </div>
      <section class="quadro" aria-labelledby="resumo">
        <h2 id="resumo">Resumo</h2>
        <dl class="numeros">
          ${numero(dizer('Pedidos abertos'), contagem(total.abertos))}
          ${numero(dizer('Pedidos concluídos'), contagem(total.concluidos))}
          ${numero(dizer('Concluídos no prazo'), porcento(total.noPrazo))}
          ${numero('Metade concluída em até', dias(total.diasMediana))}
          ${total.avaliacaoMedia === null ? '' : numero('Avaliação de quem pediu', nota(total.avaliacaoMedia))}
        </dl>
      </section>
      ${tabela(
        dizer,
        'Por mês',
        'Mês',
        porMes.map(({ mes, ...medidas }) => ({ nome: escreverMes(mes), ...medidas })),
      )}
      ${tabela(dizer, 'Por serviço', 'Serviço', porTipo)}
      ${tabela(dizer, 'Por setor', 'Setor', porUnidade)}
      <section class="quadro" aria-labelledby="sobre">
        <h2 id="sobre">Sobre estes números</h2>
        <p>Para que ninguém seja identificado, não mostramos quantidades de 1 a ${menorContagem - 1}. Às vezes outra também fica de fora, para que a primeira não possa ser calculada.</p>
        <p>Os dias contam da abertura à conclusão. ${dizer('O setor é o que está com o pedido, ou estava no fim.')}</p>
        <p><a href="/${codigo}/transparencia.csv" download>Baixar em planilha (CSV)</a></p>
        <p class="fraco">Contado em ${escreverDataHora(em, arquivo.fuso)}.</p>
      </section>
      <p><a href="/${codigo}">Voltar ao protocolo</a></p>`,
  })
}

type Dizer = ReturnType<typeof chamar>

function numero(rotulo: string, valor: string): Html {
  return html`<div><dt>${rotulo}</dt><dd>${valor}</dd></div>`
}

function tabela(dizer: Dizer, titulo: string, coluna: string, linhas: readonly (Medidas & { nome: string })[]): Html {
  const id = titulo
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
  const maior = Math.max(1, ...linhas.flatMap(({ abertos, concluidos }) => [abertos ?? 0, concluidos ?? 0]))
  return html`
      <section class="quadro" aria-labelledby="${id}">
        <h2 id="${id}">${titulo}</h2>
        ${
          linhas.length === 0
            ? html`<p>${dizer('Nenhum pedido neste período.')}</p>`
            : html`
        <div class="rolagem" role="group" aria-label="${titulo}, em tabela" tabindex="0">
          <table class="medidas">
            <thead><tr><th scope="col">${coluna}</th><th scope="col">${dizer('Abertos')}</th><th scope="col">${dizer('Concluídos')}</th><th scope="col">No prazo</th><th scope="col">Metade concluída em até</th></tr></thead>
            <tbody>${linhas.map(
              ({ nome, abertos, concluidos, noPrazo, diasMediana }) => html`
              <tr><th scope="row">${nome}</th><td>${comBarra(abertos, maior, 'abertos')}</td><td>${comBarra(concluidos, maior, 'concluidos')}</td><td>${porcento(noPrazo)}</td><td>${dias(diasMediana)}</td></tr>`,
            )}
            </tbody>
          </table>
        </div>`
        }
      </section>`
}

/** A count, and how it compares with the largest of its table. */
function comBarra(quantos: number | null, maior: number, especie: 'abertos' | 'concluidos'): Html {
  if (quantos === null) return html`${contagem(quantos)}`
  const largura = Math.round((quantos * 1000) / maior) / 10
  return html`${contagem(quantos)}<svg class="barra ${especie}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="trilho" width="100" height="8"/><rect width="${largura}" height="8"/></svg>`
}

const inteiro = new Intl.NumberFormat('pt-BR')
const comUma = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const mesEAno = new Intl.DateTimeFormat('pt-BR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

function contagem(n: number | null): string {
  return n === null ? 'não mostrado' : inteiro.format(n)
}

function porcento(n: number | null): string {
  return n === null ? '–' : `${inteiro.format(n)}%`
}

function dias(n: number | null): string {
  if (n === null) return '–'
  return n === 0 ? 'mesmo dia' : `${inteiro.format(n)} ${n === 1 ? 'dia' : 'dias'}`
}

function nota(n: number): string {
  return `${comUma.format(n)} de 5`
}

function escreverMes(mes: string): string {
  return mesEAno.format(new Date(`${mes}-01T00:00:00Z`))
}
