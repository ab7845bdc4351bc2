import { modulo11 } from './modulo11.js'
import {
  conferirMascara,
  conferirNumeracao,
  digitoDoNumero,
  formatarNumero,
  type Numeracao,
  type Parte,
  partesDaMascara,
  soma,
} from './numeracao.js'
import { semAcento } from './texto.js'

export { conferirMascara, conferirNumeracao, formatarNumero, modulo11, type Numeracao }

export interface NumeroLido {
  sigla: string
  ano: number
  sequencia: number
}

/** What stands beside the number, when the person chose it. */
export interface Escolha {
  orgao?: string | undefined
  ano?: string | undefined
}

/**
 * The numbers that a text may mean, read leniently: spaces, other or missing punctuation, leading zeros, lower case, no
 * sigla, no check digit. With `ano` (and `orgao`, where there are several) the sequence alone is enough; what is chosen
 * there must agree with what the text says. A wrong check digit gives nothing: {@link conferirDigito} tells.
 */
export function lerNumero(numeracoes: readonly Numeracao[], texto: string, escolha: Escolha = {}): NumeroLido[] {
  return leituras(numeracoes, texto, escolha)
    .filter((leitura) => leitura.digito !== 'errado')
    .map(({ sigla, ano, sequencia }) => ({ sigla, ano, sequencia }))
}

/** `false` when the text would be a number but for its check digit; `undefined` when it has none or is no number. */
export function conferirDigito(numeracoes: readonly Numeracao[], texto: string, escolha: Escolha = {}): boolean | undefined {
  const digitos = leituras(numeracoes, texto, escolha).map((leitura) => leitura.digito)
  if (digitos.includes('certo')) return true
  return digitos.length > 0 && digitos.every((digito) => digito === 'errado') ? false : undefined
}

interface Leitura extends NumeroLido {
  digito: 'certo' | 'errado' | 'ausente'
}

function leituras(numeracoes: readonly Numeracao[], texto: string, escolha: Escolha): Leitura[] {
  if (texto.length > 100) return []
  const lido = simplificar(texto)
  const orgao = simplificar(escolha.orgao ?? '')
  const ano = /^\s*([1-9]\d{3})\s*$/.exec(escolha.ano ?? '')?.[1]
  const todas = numeracoes
    .filter((numeracao) => orgao === '' || simplificar(numeracao.sigla) === orgao)
    .flatMap((numeracao) => lerCom(numeracao, lido, ano === undefined ? undefined : Number(ano)))
  const exatas = todas.filter(({ exata }) => exata)
  return semRepetir(exatas.length > 0 ? exatas : todas)
}

/** Capitals and digits, apart by single spaces: what two ways of writing a number have in common. */
function simplificar(texto: string): string {
  return semAcento(texto.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim()
}

function lerCom(numeracao: Numeracao, lido: string, ano: number | undefined) {
  const partes = partesDaMascara(numeracao.mascara) ?? []
  const comSigla = partes.some((parte) => parte.especie === 'sigla')
  const semSigla = comSigla ? [] : prefixo(lido, simplificar(numeracao.sigla)).map((tamanho) => lido.slice(tamanho))
  const inteiras = [lido, ...semSigla]
    .flatMap((texto) => casar(partes, numeracao, texto, {}))
    .filter((valores) => ano === undefined || valores.ano === ano)
  const sequenciaSo = partes.filter((parte) => parte.especie === 'sequencia' || parte.especie === 'dv')
  const soltas = ano === undefined ? [] : casar(sequenciaSo, numeracao, lido, { ano })
  return [...inteiras, ...soltas].flatMap(({ ano, sequencia, dv }) => {
    if (ano === undefined || sequencia === undefined) return []
    const escrito = simplificar(formatarNumero(numeracao, ano, sequencia))
    const digito = dv === undefined ? 'ausente' : digitoDoNumero(numeracao, ano, sequencia) === dv ? 'certo' : 'errado'
    return [{ sigla: numeracao.sigla, ano, sequencia, digito, exata: escrito === lido } as const]
  })
}

function semRepetir(lidas: readonly Leitura[]): Leitura[] {
  const vistas = new Map<string, Leitura>()
  for (const leitura of lidas) {
    const chave = `${leitura.sigla} ${leitura.ano} ${leitura.sequencia}`
    if (!vistas.has(chave) || leitura.digito === 'certo') vistas.set(chave, leitura)
  }
  return [...vistas.values()]
}

interface Valores {
  ano?: number
  sequencia?: number
  dv?: string
}

/** Every way in which `resto` is the text of `partes`. Literal text, the sigla and the check digit may be left out. */
function casar(partes: readonly Parte[], numeracao: Numeracao, texto: string, valores: Valores, inicio = true): Valores[] {
  const separado = inicio || texto.startsWith(' ')
  const resto = texto.trimStart()
  const [parte, ...demais] = partes
  if (!parte) return resto === '' ? [valores] : []
  const seguir = (tamanho: number, lidos: Valores = {}) => casar(demais, numeracao, resto.slice(tamanho), { ...valores, ...lidos }, false)
  switch (parte.especie) {
    case 'literal':
      return [...casar(demais, numeracao, texto, valores, inicio), ...prefixo(resto, simplificar(parte.texto)).flatMap((n) => seguir(n))]
    case 'sigla':
      return [
        ...casar(demais, numeracao, texto, valores, inicio),
        ...prefixo(resto, simplificar(numeracao.sigla)).flatMap((n) => seguir(n)),
      ]
    case 'ano':
      return /^[1-9]\d{3}/.test(resto) ? seguir(4, { ano: Number(resto.slice(0, 4)) }) : []
    case 'unidade':
      return digitos(resto, separado, parte.tamanho).flatMap((n) =>
        Number(resto.slice(0, n)) === (numeracao.unidade ?? 0) ? seguir(n) : [],
      )
    case 'sequencia':
      return tamanhosDaSequencia(resto, separado, parte.grupos).flatMap((n) => {
        const sequencia = Number(resto.slice(0, n).replaceAll(' ', ''))
        return sequencia > 0 && sequencia <= 2_147_483_647 ? seguir(n, { sequencia }) : []
      })
    case 'dv': {
      const tamanho = parte.regra === 'nup' ? 2 : 1
      const escrito = /^\d+/.exec(resto)?.[0].length ?? 0
      return [
        ...casar(demais, numeracao, texto, valores, inicio),
        ...(escrito >= tamanho ? seguir(tamanho, { dv: resto.slice(0, tamanho) }) : []),
      ]
    }
  }
}

function prefixo(texto: string, procurado: string): number[] {
  if (procurado === '') return []
  const forma = new RegExp(`^${procurado.replaceAll(' ', ' ?')}`)
  const achado = forma.exec(texto)
  return achado ? [achado[0].length] : []
}

/**
 * How many digits of the run that `texto` begins with may be one field: all of it; or, glued to what follows, its full
 * width; or more, or less at the beginning of a run, as long as it begins with no zero.
 */
function digitos(texto: string, separado: boolean, largura: number): number[] {
  const corrida = /^\d*/.exec(texto)?.[0].length ?? 0
  const curto = separado ? 1 : largura
  return Array.from({ length: corrida }, (_, i) => i + 1).filter(
    (n) => n === largura || (n >= curto && (texto[0] !== '0' || (separado && n === corrida))),
  )
}

/** As {@link digitos}, and also with its groups apart, in threes where the mask has none. */
function tamanhosDaSequencia(texto: string, separado: boolean, grupos: readonly number[]): number[] {
  const seguintes = grupos.length > 1 ? grupos.slice(1) : [3, 3, 3]
  const agrupados = seguintes.flatMap((_, i) => {
    const forma = new RegExp(
      `^\\d+${seguintes
        .slice(i)
        .map((n) => ` \\d{${n}}`)
        .join('')}`,
    )
    const achado = forma.exec(texto)
    return achado ? [achado[0].length] : []
  })
  return [...new Set([...digitos(texto, separado, soma(grupos)), ...agrupados])].filter((n) => n <= 30)
}
