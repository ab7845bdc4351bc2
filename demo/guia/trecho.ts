import { createHash } from 'node:crypto'
import type { Instalacao } from '../../server/modules/widget/instalacao.js'
import type { Escolha } from './escolha.js'
import type { FaceDaTag } from './manifesto.js'

/** What goes into a page, and what a page with a policy must allow for it. */
export interface Trecho {
  /** For the `<head>`, or before the tags. */
  cabeca: string
  /** Where the tags are to stand. */
  corpo: string
  /** Both, to paste at once. */
  inteiro: string
  politica: Politica
}

export type Politica = readonly { diretiva: string; valor: string; motivo: string }[]

/** The least height of each tag's first view, which keeps its place until its script is there; `estreita` in a column narrower than 432 px. */
export const alturas: Record<string, { larga: string; estreita: string }> = {
  'protocolo-novo': { larga: '100vh', estreita: '100vh' },
  'protocolo-consulta': { larga: '504px', estreita: '564px' },
  'protocolo-painel': { larga: '600px', estreita: '660px' },
  'protocolo-gestao': { larga: '600px', estreita: '660px' },
}

/** Where the script comes from: the server as browsers reach it, and what holds a page to the version that it has now. */
export interface Origem {
  endereco: string
  fixa: Instalacao | undefined
}

/** The exact text of the chosen tags. */
export function montarTrecho(escolha: Escolha, manifesto: readonly FaceDaTag[], { endereco, fixa }: Origem): Trecho {
  const instalacao = escolha.versao === 'fixa' ? fixa : undefined
  const estilo = `\n${[lugarDe(escolha), ...cores(escolha)].join('\n')}\n`
  const cabeca = `<style>${estilo}</style>\n${instalacao?.html ?? scriptMaisNovo(endereco)}`
  const corpo = escolha.tags.map((tag) => marca(tag, escolha, manifesto, endereco)).join('\n\n')
  return {
    cabeca,
    corpo,
    inteiro: `${cabeca}\n\n${corpo}`,
    politica: [
      instalacao
        ? {
            diretiva: 'script-src',
            valor: `${instalacao.hashDoMapa} ${endereco}`,
            motivo: 'A lista de conferência (import map), o script e as partes dele.',
          }
        : { diretiva: 'script-src', valor: endereco, motivo: 'O script e as partes dele.' },
      { diretiva: 'connect-src', valor: endereco, motivo: 'Os pedidos e as consultas ao servidor do Protocolo.' },
      {
        diretiva: 'style-src',
        valor: resumo(estilo),
        motivo: 'As regras de <style> acima. Não precisa, se elas estiverem em um arquivo de estilo do seu site.',
      },
      {
        diretiva: 'trusted-types',
        valor: 'lit-html',
        motivo: 'Só para sites que também usam require-trusted-types-for.',
      },
    ],
  }
}

/** The strictest policy under which the snippet works, as one header. `mais` is what the page itself needs. */
export function politicaInteira(politica: Politica, mais: Record<string, string> = {}): string {
  const linhas = politica.map(({ diretiva, valor }) => `${diretiva} ${valor}${mais[diretiva] ? ` ${mais[diretiva]}` : ''}`)
  return ["default-src 'none'", ...linhas, "require-trusted-types-for 'script'"].join('; ')
}

/** The script that page builders and pages by hand load: the newest that does what this one does. */
export function scriptMaisNovo(endereco: string): string {
  return `<script type="module" async src="${enderecoDoScript(endereco)}"></script>`
}

export function enderecoDoScript(endereco: string): string {
  return `${endereco}/@1/protocolo.js`
}

/** The rules that a page needs so that nothing below the tags moves. On a narrow screen a column is narrow too. */
export function lugarDe({ tags, estreita }: Pick<Escolha, 'tags' | 'estreita'>): string {
  const alturaDe = (tag: string, qual: 'larga' | 'estreita') => `min-height: ${alturas[tag]?.[qual]}`
  const regras = tags.map((tag) => `  ${tag}:not(:defined) { display: block; ${alturaDe(tag, estreita ? 'estreita' : 'larga')} }`)
  const largas = estreita ? [] : tags.filter((tag) => alturas[tag]?.larga !== alturas[tag]?.estreita)
  const emTelaEstreita = largas.map((tag) => `  ${tag}:not(:defined) { ${alturaDe(tag, 'estreita')} }`)
  return [
    `@media (scripting: enabled) {\n${regras.join('\n')}\n}`,
    ...(largas.length > 0 ? [`@media (scripting: enabled) and (max-width: 464px) {\n${emTelaEstreita.join('\n')}\n}`] : []),
  ].join('\n')
}

function cores({ tags, tokens }: Escolha): string[] {
  if (tokens.size === 0) return []
  return [`${tags.join(', ')} {\n${[...tokens].map(([nome, valor]) => `  ${nome}: ${valor};`).join('\n')}\n}`]
}

function marca(tag: string, { entidade, atributos, slots }: Escolha, manifesto: readonly FaceDaTag[], endereco: string): string {
  const face = manifesto.find((uma) => uma.tag === tag)
  const seus = new Set(face?.atributos.map(({ nome }) => nome))
  const ditos = [['entidade', entidade] as const, ...[...atributos].filter(([nome]) => seus.has(nome))]
  const partes = [...slots].filter(([nome]) => face?.slots.some((slot) => slot.nome === nome))
  const reserva = semScript(tag, `${endereco}/${entidade}`)
  const dentro = [
    ...partes.map(([nome, texto]) => `<p slot="${nome}">${escapar(texto)}</p>`),
    partes.length > 0 ? emParagrafo(reserva) : reserva,
  ]
  const abertura = `<${tag} ${ditos.map(([nome, valor]) => `${nome}="${escapar(valor)}"`).join(' ')}>`
  return `${abertura}\n${dentro.map((linha) => `  ${linha}`).join('\n')}\n</${tag}>`
}

/** What people without JavaScript see. */
function semScript(tag: string, pagina: string): string {
  if (tag === 'protocolo-novo') return `<a href="${pagina}">Abrir um pedido</a>`
  if (tag === 'protocolo-consulta') return `<a href="${pagina}">Consultar protocolo</a>`
  if (tag === 'protocolo-painel') return `<a href="${pagina}#entrar">Entrar na minha conta</a>`
  return '<p>A mesa de atendimento precisa de um navegador com JavaScript.</p>'
}

/** Beside paragraphs: WordPress opens one for what stands in none, and the browser then takes the next tag as part of this. */
function emParagrafo(reserva: string): string {
  return reserva.startsWith('<p>') ? reserva : `<p>${reserva}</p>`
}

/** As HTML, in one line, and nothing that WordPress would run as a shortcode. */
function escapar(texto: string): string {
  return texto
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('[', '&#91;')
    .replace(/\s+/g, ' ')
}

function resumo(texto: string): string {
  return `'sha256-${createHash('sha256').update(texto).digest('base64')}'`
}
