import { modulo11 } from './modulo11.js'

type Leitura = { valor: string } | { mensagem: string }

/**
 * A masked code (`9` a digit, `A` a letter, `*` either, the rest literal), typed with or without its literal characters.
 * With `digito`, the last `9` checks the digits before it.
 */
export function lerCodigoComMascara(mascara: string, digito: 'modulo11' | undefined, texto: string): Leitura {
  const tecladas = texto
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const lugares = mascara.replace(/[^9A*]/g, '')
  const comLiterais = mascara.toUpperCase().replace(/[^0-9A-Z*]/g, '')
  const teclas = tecladas.length === comLiterais.length ? semLiterais(mascara, tecladas) : tecladas
  if (teclas.length !== lugares.length) return { mensagem: faltamOuSobram(lugares, teclas.length) }
  if (![...lugares].every((lugar, i) => cabe(lugar, teclas[i] ?? ''))) return { mensagem: `Escreva como ${exemplo(mascara)}.` }
  const valor = preencher(mascara, teclas)
  return digito && !digitoConfere(mascara, valor)
    ? { mensagem: 'O último dígito não confere. Veja se algum número foi trocado.' }
    : { valor }
}

function cabe(lugar: string, tecla: string): boolean {
  if (lugar === '9') return /\d/.test(tecla)
  return lugar === 'A' ? /[A-Z]/.test(tecla) : /[0-9A-Z]/.test(tecla)
}

function semLiterais(mascara: string, tecladas: string): string {
  const posicoes = mascara.replace(/[^0-9A-Za-z*]/g, '')
  const ehLugar = (i: number) => /[9A*]/.test(posicoes[i] ?? '')
  const literaisConferem = [...tecladas].every((tecla, i) => ehLugar(i) || tecla === posicoes[i]?.toUpperCase())
  return literaisConferem ? [...tecladas].filter((_, i) => ehLugar(i)).join('') : tecladas
}

function preencher(mascara: string, teclas: string): string {
  let proxima = 0
  return mascara.replace(/[9A*]/g, () => teclas[proxima++] ?? '')
}

function digitoConfere(mascara: string, valor: string): boolean {
  const posicao = mascara.lastIndexOf('9')
  return modulo11(valor.slice(0, posicao).replace(/\D/g, '')) === valor[posicao]
}

function faltamOuSobram(lugares: string, teclas: number): string {
  const [um, varios] = /^9+$/.test(lugares) ? ['número', 'números'] : ['caractere', 'caracteres']
  const diferenca = lugares.length - teclas
  const quantos = `${Math.abs(diferenca)} ${Math.abs(diferenca) === 1 ? um : varios}`
  const aoTodo = `${lugares.length === 1 ? 'É' : 'São'} ${lugares.length} ao todo.`
  if (diferenca < 0) return `Há ${quantos} a mais. ${aoTodo}`
  return `${diferenca === 1 ? 'Falta' : 'Faltam'} ${quantos}. ${aoTodo}`
}

function exemplo(mascara: string): string {
  return mascara.replaceAll('9', '0').replaceAll('*', '0')
}
