import { lerDinheiro } from '../../../server/contract/regras.js'
import type { Campo, Endereco, Lugar, Resposta, Respostas } from '../../../server/contract/tipo.js'

/** An address as it stands in its inputs. */
export interface EnderecoDigitado {
  cep: string
  logradouro: string
  numero: string
  semNumero: boolean
  complemento: string
  bairro: string
  municipio: string
  uf: string
  ibge: string
}

export interface LugarDigitado {
  modo?: 'endereco' | 'posicao'
  endereco: EnderecoDigitado
  posicao?: { latitude: number; longitude: number; precisao: number }
  referencia: string
}

/** What stands in a field's inputs, as the person left it: right, wrong or half-written. */
export type Digitado = string | boolean | readonly string[] | EnderecoDigitado | LugarDigitado
export type Digitados = Readonly<Record<string, Digitado>>

const enderecoVazio: EnderecoDigitado = {
  cep: '',
  logradouro: '',
  numero: '',
  semNumero: false,
  complemento: '',
  bairro: '',
  municipio: '',
  uf: '',
  ibge: '',
}
const lugarVazio: LugarDigitado = { endereco: enderecoVazio, referencia: '' }

/** What a native date or time input that is half filled in stands for: no text tells what is in it. */
export const INCOMPLETO = 'incompleto'

/**
 * The answer's shape on the wire, not yet validated; `undefined` when the field is empty.
 * Text that cannot be read goes on as text, for the validation to say what is wrong.
 */
export function lerDigitado(campo: Campo, digitado: Digitado | undefined): Resposta | undefined {
  if (digitado === undefined) return undefined
  if (typeof digitado === 'string') return digitado.trim() === '' ? undefined : lerTexto(campo, digitado.trim())
  if (typeof digitado === 'boolean') return digitado
  if (eLista(digitado)) return digitado.length > 0 ? digitado : undefined
  return eLugar(digitado) ? lerLugar(digitado) : lerEndereco(digitado)
}

/** The whole form's answers, by the campos' codigos; empty ones are left out. */
export function lerDigitados(campos: readonly Campo[], digitados: Digitados): Respostas {
  const lidos: Respostas = {}
  for (const campo of campos) {
    const lido = lerDigitado(campo, digitados[campo.codigo])
    if (lido !== undefined) lidos[campo.codigo] = lido
  }
  return lidos
}

function lerTexto(campo: Campo, texto: string): Resposta {
  return campo.especie === 'dinheiro' ? (lerDinheiro(texto) ?? texto) : texto
}

function lerEndereco(digitado: EnderecoDigitado): Endereco | undefined {
  const { logradouro, bairro, municipio, uf } = digitado
  const escrito = [digitado.cep, logradouro, digitado.numero, digitado.complemento, bairro].some((parte) => parte.trim() !== '')
  if (!escrito) return undefined
  return {
    logradouro: logradouro.trim(),
    bairro: bairro.trim(),
    municipio: municipio.trim(),
    uf: uf.trim(),
    ...(digitado.cep.trim() && { cep: digitado.cep.replace(/[\s.-]/g, '') }),
    ...(digitado.numero.trim() && !digitado.semNumero && { numero: digitado.numero.trim() }),
    ...(digitado.complemento.trim() && { complemento: digitado.complemento.trim() }),
    ...(digitado.ibge && { ibge: digitado.ibge }),
  }
}

function lerLugar(digitado: LugarDigitado): Lugar | undefined {
  const endereco = digitado.modo === 'endereco' ? lerEndereco(digitado.endereco) : undefined
  const posicao = digitado.modo === 'posicao' ? digitado.posicao : undefined
  const referencia = digitado.referencia.trim()
  if (!endereco && !posicao && !referencia) return undefined
  return { ...(endereco && { endereco }), ...(posicao && { posicao }), ...(referencia && { referencia }) }
}

export function textoDe(digitado: Digitado | undefined): string {
  return typeof digitado === 'string' ? digitado : ''
}

export function listaDe(digitado: Digitado | undefined): readonly string[] {
  return digitado !== undefined && eLista(digitado) ? digitado : []
}

export function enderecoDe(digitado: Digitado | undefined): EnderecoDigitado {
  return typeof digitado === 'object' && !eLista(digitado) && !eLugar(digitado) ? { ...enderecoVazio, ...digitado } : enderecoVazio
}

export function lugarDe(digitado: Digitado | undefined): LugarDigitado {
  return typeof digitado === 'object' && !eLista(digitado) && eLugar(digitado) ? { ...lugarVazio, ...digitado } : lugarVazio
}

function eLista(digitado: Digitado): digitado is readonly string[] {
  return Array.isArray(digitado)
}

function eLugar(digitado: Exclude<Digitado, string | boolean | readonly string[]>): digitado is LugarDigitado {
  return 'referencia' in digitado
}

/** What a draft held. Anything that no field could have left there is dropped. */
export function digitadosDe(registro: Readonly<Record<string, unknown>>): Digitados {
  const digitados: Record<string, Digitado> = {}
  for (const [codigo, valor] of Object.entries(registro)) if (eDigitado(valor)) digitados[codigo] = valor
  return digitados
}

function eDigitado(valor: unknown): valor is Digitado {
  if (Array.isArray(valor)) return valor.every((item) => typeof item === 'string')
  if (typeof valor === 'object' && valor !== null) return 'logradouro' in valor || ('referencia' in valor && 'endereco' in valor)
  return typeof valor === 'string' || typeof valor === 'boolean'
}
