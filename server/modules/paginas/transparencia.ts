import { html } from 'hono/html'
import type { FraseDaPagina } from '../../contract/idiomas/paginas-es.js'
import type { Indicadores, Medidas } from '../../contract/indicadores.js'
import { escreverData, escreverDataHora } from '../../contract/palavras.js'
import { menorContagem } from '../../domain/celulas.js'
import { escreverNumero } from '../../domain/escrita.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Fala } from './fala.js'
import { type Html, moldura } from './moldura.js'

/** What an entidade did, in numbers: tables that hold their own bars, so that what is drawn is also written. */
export function paginaDeTransparencia(entidade: EntidadeAberta, fala: Fala, indicadores: Indicadores): Html {
  const { de, ate, em, total, porMes, porTipo, porUnidade } = indicadores
  const { codigo, arquivo } = entidade
  const { dizer } = fala
  return moldura(entidade, fala, {
    titulo: dizer('Transparência'),
    conteudo: html`
      <div class="abertura">
        <h1>${dizer('Transparência')}</h1>
        <p>${dizer(`Pedidos recebidos e respondidos de ${escreverData(de)} a ${escreverData(ate)}.`)}</p>
      </div>
      <section class="quadro" aria-labelledby="resumo">
        <h2 id="resumo">${dizer('Resumo')}</h2>
        <dl class="numeros">
          ${numero(dizer('Pedidos abertos'), contagem(fala, total.abertos))}
          ${numero(dizer('Pedidos concluídos'), contagem(fala, total.concluidos))}
          ${numero(dizer('Concluídos no prazo'), porcento(fala, total.noPrazo))}
          ${numero(dizer('Metade concluída em até'), dias(fala, total.diasMediana))}
          ${total.avaliacaoMedia === null ? '' : numero(dizer('Avaliação de quem pediu'), dizer(`${fala.contarComUma(total.avaliacaoMedia)} de 5`))}
        </dl>
      </section>
      ${tabela(
        fala,
        'Por mês',
        'Mês',
        porMes.map(({ mes, ...medidas }) => ({ nome: escreverMes(fala, mes), ...medidas })),
      )}
      ${tabela(fala, 'Por serviço', 'Serviço', porTipo, 'pt-BR')}
      ${tabela(fala, 'Por setor', 'Setor', porUnidade, 'pt-BR')}
      <section class="quadro" aria-labelledby="sobre">
        <h2 id="sobre">${dizer('Sobre estes números')}</h2>
        <p>${dizer(`Para que ninguém seja identificado, não mostramos quantidades de 1 a ${menorContagem - 1}. Às vezes outra também fica de fora, para que a primeira não possa ser calculada.`)}</p>
        <p>${dizer('Os dias contam da abertura à conclusão.')} ${dizer('O setor é o que está com o pedido, ou estava no fim.')}</p>
        <p><a href="/${codigo}/transparencia.csv" download>${dizer('Baixar em planilha (CSV)')}</a></p>
        <p class="fraco">${dizer(`Contado em ${escreverDataHora(em, arquivo.fuso)}.`)}</p>
      </section>
      <p><a href="/${codigo}">${dizer('Voltar ao protocolo')}</a></p>`,
  })
}

function numero(rotulo: string, valor: string): Html {
  return html`<div><dt>${rotulo}</dt><dd>${valor}</dd></div>`
}

/** @param lingua of the names, where it is not that of the page */
function tabela(
  fala: Fala,
  titulo: FraseDaPagina,
  coluna: FraseDaPagina,
  linhas: readonly (Medidas & { nome: string })[],
  lingua: string = fala.idioma,
): Html {
  const { dizer } = fala
  const id = titulo
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
  const maior = Math.max(1, ...linhas.flatMap(({ abertos, concluidos }) => [abertos ?? 0, concluidos ?? 0]))
  return html`
      <section class="quadro" aria-labelledby="${id}">
        <h2 id="${id}">${dizer(titulo)}</h2>
        ${
          linhas.length === 0
            ? html`<p>${dizer('Nenhum pedido neste período.')}</p>`
            : html`
        <div class="rolagem" role="group" aria-label="${dizer(`${dizer(titulo)}, em tabela`)}" tabindex="0">
          <table class="medidas">
            <thead><tr><th scope="col">${dizer(coluna)}</th><th scope="col">${dizer('Abertos')}</th><th scope="col">${dizer('Concluídos')}</th><th scope="col">${dizer('No prazo')}</th><th scope="col">${dizer('Metade concluída em até')}</th></tr></thead>
            <tbody>${linhas.map(
              ({ nome, abertos, concluidos, noPrazo, diasMediana }) => html`
              <tr><th scope="row" lang="${lingua}">${nome}</th><td>${comBarra(fala, abertos, maior, 'abertos')}</td><td>${comBarra(fala, concluidos, maior, 'concluidos')}</td><td>${porcento(fala, noPrazo)}</td><td>${dias(fala, diasMediana)}</td></tr>`,
            )}
            </tbody>
          </table>
        </div>`
        }
      </section>`
}

/** A count, and how it compares with the largest of its table. */
function comBarra(fala: Fala, quantos: number | null, maior: number, especie: 'abertos' | 'concluidos'): Html {
  if (quantos === null) return html`${contagem(fala, quantos)}`
  const largura = Math.round((quantos * 1000) / maior) / 10
  return html`${contagem(fala, quantos)}<svg class="barra ${especie}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="trilho" width="100" height="8"/><rect width="${largura}" height="8"/></svg>`
}

function contagem({ dizer, contar }: Fala, n: number | null): string {
  return n === null ? dizer('não mostrado') : contar(n)
}

function porcento({ contar }: Fala, n: number | null): string {
  return n === null ? '–' : `${contar(n)}%`
}

function dias({ dizer }: Fala, n: number | null): string {
  if (n === null) return '–'
  if (n === 0) return dizer('mesmo dia')
  return dizer(n === 1 ? '1 dia' : `${escreverNumero(n)} dias`)
}

function escreverMes({ idioma }: Fala, mes: string): string {
  return new Intl.DateTimeFormat(idioma, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${mes}-01T00:00:00Z`))
}
