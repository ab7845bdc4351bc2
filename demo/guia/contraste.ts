import { contraste, fundoClaro, fundoEscuro, legivel } from '../../server/contract/regras.js'
import type { Escolha } from './escolha.js'

/** Whether a chosen colour can be read, and the nearest one that can. */
export interface Leitura {
  texto: string
  passa: boolean
  sugestao?: string
}

/** WCAG 2.2 §1.4.3, of texts of any size. */
const minimo = 4.5
const cor = /^#[0-9a-f]{6}$/i

/** What there is to say of each colour token, by its name. One that was left empty has nothing said of it. */
export function leiturasDasCores({ tokens, atributos }: Escolha, base: string): Map<string, Leitura> {
  const tema = atributos.get('tema') ?? base
  const fundos = fundosDe(tema, tokens.get('--protocolo-cor-fundo'))
  const leituras = new Map<string, Leitura>()
  for (const [nome, valor] of tokens) {
    if (nome.startsWith('--protocolo-cor-')) leituras.set(nome, cor.test(valor) ? ler(nome, valor, fundos, tokens) : naoLida)
  }
  return leituras
}

const naoLida: Leitura = { passa: false, texto: 'Escreva a cor como #0b5cad para que o contraste seja conferido.' }

function ler(nome: string, valor: string, fundos: readonly string[], tokens: ReadonlyMap<string, string>): Leitura {
  if (nome === '--protocolo-cor-fundo') return lerFundo(valor, tokens.get('--protocolo-cor-texto'))
  // Buttons are written in the theme's own background, links stand on the chosen one.
  const sob = nome === '--protocolo-cor-acao' ? [...new Set([...fundos, ...fundos.map(avesso)])] : fundos
  const menor = Math.min(...sob.map((fundo) => contraste(valor, fundo)))
  if (menor >= minimo) return { passa: true, texto: `Contraste de ${escrever(menor)}. Dá para ler bem.` }
  const proxima = sob.reduce((atual, fundo) => legivel(atual, fundo), valor)
  const serve = sob.every((fundo) => contraste(proxima, fundo) >= minimo)
  const falta = `Contraste de ${escrever(menor)}; o mínimo é ${escrever(minimo)}.`
  if (serve) return { passa: false, texto: `${falta} A cor mais próxima que serve é ${proxima}.`, sugestao: proxima }
  return { passa: false, texto: `${falta} Nenhuma cor próxima serve nos dois fundos: escolha o tema claro ou o escuro.` }
}

function lerFundo(valor: string, texto: string | undefined): Leitura {
  const tinta = texto && cor.test(texto) ? texto : contraste(valor, '#1b1f24') > contraste(valor, '#e8edf2') ? '#1b1f24' : '#e8edf2'
  const medida = contraste(valor, tinta)
  if (medida >= minimo) return { passa: true, texto: `Contraste de ${escrever(medida)} com o texto. Dá para ler bem.` }
  return {
    passa: false,
    texto: `Contraste de ${escrever(medida)} com o texto; o mínimo é ${escrever(minimo)}. Mude também a cor do texto.`,
  }
}

function fundosDe(tema: string, escolhido: string | undefined): string[] {
  if (escolhido && cor.test(escolhido)) return [escolhido]
  if (tema === 'auto') return [fundoClaro, fundoEscuro]
  return [tema === 'escuro' ? fundoEscuro : fundoClaro]
}

/** What a button's text is written in, where links stand on `fundo`. */
function avesso(fundo: string): string {
  return contraste(fundo, '#000000') > contraste(fundo, '#ffffff') ? fundoClaro : fundoEscuro
}

function escrever(medida: number): string {
  return `${(Math.floor(medida * 10) / 10).toLocaleString('pt-BR')} para 1`
}
