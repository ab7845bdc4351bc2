import { html, raw } from 'hono/html'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { chamar } from '../entidades/nomes.js'

/** What an e-mail says, once: its text and its HTML are two ways of writing this. */
export interface Carta {
  assunto: string
  /** What a mailbox shows beside the subject. */
  resumo: string
  titulo: string
  partes: readonly Parte[]
  /** Why this message came to this address. */
  motivo: string
}

export type Parte =
  | { especie: 'paragrafo'; texto: string }
  | { especie: 'pares'; pares: readonly Par[] }
  | { especie: 'acao'; rotulo: string; endereco: string }
  | { especie: 'lista'; titulo: string; itens: readonly { rotulo: string; endereco: string; linhas: readonly string[] }[] }

export interface Par {
  rotulo: string
  valor: string
  /** Whether the valor is a word of ours, and nobody's name or number. */
  nosso?: true
}

export interface CartaEscrita {
  assunto: string
  texto: string
  html: string
}

/** Writes a carta in the name of its entidade. Nothing in it can add a header or markup of its own. */
export function escreverCarta(pronta: Carta, entidade: Pick<EntidadeAberta, 'arquivo'>): CartaEscrita {
  const carta = comSuasPalavras(pronta, chamar(entidade))
  const pe = peDe(carta, entidade)
  return { assunto: umaLinha(carta.assunto), texto: emTexto(carta, pe), html: emHtml(carta, pe) }
}

function comSuasPalavras({ assunto, resumo, titulo, partes, motivo }: Carta, dizer: (texto: string) => string): Carta {
  return {
    assunto: dizer(assunto),
    resumo: dizer(resumo),
    titulo: dizer(titulo),
    partes: partes.map((parte): Parte => {
      if (parte.especie === 'paragrafo') return { ...parte, texto: dizer(parte.texto) }
      if (parte.especie === 'acao') return { ...parte, rotulo: dizer(parte.rotulo) }
      if (parte.especie === 'lista') return { ...parte, titulo: dizer(parte.titulo) }
      return {
        ...parte,
        pares: parte.pares.map(({ rotulo, valor, nosso }) => ({ rotulo: dizer(rotulo), valor: nosso ? dizer(valor) : valor })),
      }
    }),
    motivo: dizer(motivo),
  }
}

/** A header takes one line without controls. */
export function umaLinha(texto: string): string {
  return texto
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function peDe({ motivo }: Carta, { arquivo }: Pick<EntidadeAberta, 'arquivo'>): string[] {
  const { nome, contato, encarregado } = arquivo
  return [
    motivo,
    [nome, contato.endereco, contato.telefone, contato.email].filter(Boolean).join(' · '),
    `Quem cuida dos seus dados: ${encarregado.nome}, ${encarregado.email}`,
  ]
}

function emTexto({ titulo, partes }: Carta, pe: readonly string[]): string {
  return [titulo, ...partes.map(parteEmTexto), ['-- ', ...pe].join('\n')].join('\n\n')
}

function parteEmTexto(parte: Parte): string {
  switch (parte.especie) {
    case 'paragrafo':
      return parte.texto
    case 'pares':
      return parte.pares.map(({ rotulo, valor }) => `${rotulo}: ${valor}`).join('\n')
    case 'acao':
      return `${parte.rotulo}:\n${parte.endereco}`
    case 'lista':
      return [parte.titulo, ...parte.itens.map(({ rotulo, endereco, linhas }) => ['', rotulo, ...linhas, endereco].join('\n'))].join('\n')
  }
}

/**
 * Plain elements in reading order, no pictures, no layout tables. The colours hold 4.5:1 in light and in dark; a mailbox that drops the
 * stylesheet still shows headings, lists and links.
 */
function emHtml({ assunto, resumo, titulo, partes }: Carta, pe: readonly string[]): string {
  return String(html`${raw('<!doctype html>')}
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${umaLinha(assunto)}</title>
<style>${raw(estilo)}</style>
</head>
<body>
<div style="display:none">${resumo}</div>
<main>
<h1>${titulo}</h1>
${partes.map(parteEmHtml)}
</main>
<footer>
${pe.map((linha) => html`<p>${linha}</p>\n`)}</footer>
</body>
</html>
`)
}

function parteEmHtml(parte: Parte) {
  switch (parte.especie) {
    case 'paragrafo':
      return html`<p>${parte.texto}</p>\n`
    case 'pares':
      return html`<dl>${parte.pares.map(({ rotulo, valor }) => html`<dt>${rotulo}</dt><dd>${valor}</dd>`)}</dl>\n`
    case 'acao':
      return html`<p><a class="acao" href="${parte.endereco}">${parte.rotulo}</a></p>\n`
    case 'lista':
      return html`<h2>${parte.titulo}</h2>
<ul>${parte.itens.map(
        ({ rotulo, endereco, linhas }) => html`<li><a href="${endereco}">${rotulo}</a>${linhas.map((linha) => html`<br>${linha}`)}</li>\n`,
      )}</ul>\n`
  }
}

const estilo = `
body { margin: 0; padding: 24px 16px; background: #ffffff; color: #1b1f24; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
main, footer { max-width: 560px; margin: 0 auto; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 16px; }
h2 { font-size: 18px; margin: 24px 0 8px; }
p { margin: 0 0 16px; }
dl { margin: 0 0 16px; }
dt { color: #4d545c; }
dd { margin: 0 0 8px; font-weight: 600; }
ul { margin: 0 0 16px; padding-left: 20px; }
li { margin-bottom: 12px; }
a { color: #0b4a8f; }
.acao { display: inline-block; padding: 10px 18px; border-radius: 6px; background: #0b4a8f; color: #ffffff; font-weight: 600; }
footer { margin-top: 24px; padding-top: 16px; border-top: 1px solid #c3c8ce; color: #4d545c; }
footer p { margin: 0 0 8px; }
@media (prefers-color-scheme: dark) {
  body { background: #15181c; color: #eceef0; }
  dt, footer { color: #b4bac1; }
  a { color: #9cc4ff; }
  .acao { background: #9cc4ff; color: #10141a; }
  footer { border-color: #4d545c; }
}
`
