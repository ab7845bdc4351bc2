import { contraste, fundoClaro, fundoEscuro, legivel, menorContraste } from '../../server/contract/regras.js'
import type { Escolha } from './escolha.js'

/** Whether a chosen colour can be read, and the nearest one that can. */
export interface Leitura {
  texto: string
  passa: boolean
  sugestao?: string
}

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

/** What has to be seen, not read: WCAG 2.2 §1.4.11. */
const controles = ['--protocolo-cor-borda', '--protocolo-cor-foco']
const minimoDosControles = 3

const enfeite: Leitura = { passa: true, texto: 'É só enfeite: não precisa de contraste.' }
const naoLida: Leitura = { passa: false, texto: 'Escreva a cor como #0b5cad para que o contraste seja conferido.' }

function ler(nome: string, valor: string, fundos: readonly string[], tokens: ReadonlyMap<string, string>): Leitura {
  if (nome === '--protocolo-cor-fundo') return lerFundo(valor, tokens.get('--protocolo-cor-texto'))
  if (nome === '--protocolo-cor-linha') return enfeite
  // Buttons are written in the theme's own background, links stand on the chosen one.
  const sob = nome === '--protocolo-cor-acao' ? [...new Set([...fundos, ...fundos.map(avesso)])] : fundos
  const controle = controles.includes(nome)
  const minimoEm = (fundo: string) => (controle ? minimoDosControles : menorContraste(fundo))
  const folga = (fundo: string) => contraste(valor, fundo) / minimoEm(fundo)
  const pior = sob.reduce((um, outro) => (folga(outro) < folga(um) ? outro : um))
  const medida = escrever(contraste(valor, pior))
  if (folga(pior) >= 1) return { passa: true, texto: `Contraste de ${medida}. Dá para ${controle ? 'ver' : 'ler'} bem.` }
  const proxima = sob.reduce((atual, fundo) => legivel(atual, fundo, minimoEm(fundo)), valor)
  const serve = sob.every((fundo) => contraste(proxima, fundo) >= minimoEm(fundo))
  const falta = `Contraste de ${medida}; o mínimo é ${escrever(minimoEm(pior))}.`
  if (serve) return { passa: false, texto: `${falta} A cor mais próxima que serve é ${proxima}.`, sugestao: proxima }
  return { passa: false, texto: `${falta} Nenhuma cor próxima serve nos dois fundos: escolha o tema claro ou o escuro.` }
}

function lerFundo(valor: string, texto: string | undefined): Leitura {
  const tinta = texto && cor.test(texto) ? texto : contraste(valor, '#1b1f24') > contraste(valor, '#e8edf2') ? '#1b1f24' : '#e8edf2'
  const medida = contraste(valor, tinta)
  const minimo = menorContraste(valor)
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
