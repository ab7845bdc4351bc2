import type { Context } from 'hono'
import type { Indicadores, Medidas } from '../../contract/indicadores.js'

/** Spreadsheets set to pt-BR want `;` between cells, a comma in numbers, and a mark that says UTF-8. */
const separador = ';'
const marca = '\uFEFF'

const titulos = ['recorte', 'codigo', 'nome', 'abertos', 'concluidos', 'no prazo (%)', 'dias (mediana)', 'avaliacao (media)']

/** All of it as one table, RFC 4180 but for the separator. What is not published stands empty. */
export function indicadoresEmCsv({ de, ate, total, porTipo, porUnidade, porMes }: Indicadores): string {
  const linhas = [
    titulos,
    ['total', '', `${de} a ${ate}`, ...medidas(total)],
    ...porTipo.map((linha) => ['tipo', linha.codigo, linha.nome, ...medidas(linha)]),
    ...porUnidade.map((linha) => ['unidade', linha.codigo, linha.nome, ...medidas(linha)]),
    ...porMes.map((linha) => ['mes', linha.mes, '', ...medidas(linha)]),
  ]
  return marca + linhas.map((celulas) => `${celulas.map(celula).join(separador)}\r\n`).join('')
}

function medidas({ abertos, concluidos, noPrazo, diasMediana, avaliacaoMedia }: Medidas): string[] {
  return [abertos, concluidos, noPrazo, diasMediana, avaliacaoMedia].map((n) => (n === null ? '' : String(n).replace('.', ',')))
}

/** A text that a spreadsheet would take for a formula is told to be a text: the names are the entidade's, and whoever opens it did not write them. */
export function celula(texto: string): string {
  const seguro = /^[\s]*[=+\-@\t\r]/.test(texto) ? `'${texto}` : texto
  return /[;"\r\n]/.test(seguro) ? `"${seguro.replaceAll('"', '""')}"` : seguro
}

/** Answers with the table, to be saved. */
export function responderCsv(c: Context, indicadores: Indicadores, nome: string, headers: Record<string, string>): Response {
  return c.body(indicadoresEmCsv(indicadores), 200, {
    ...headers,
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${nome}"`,
  })
}
