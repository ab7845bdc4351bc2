import type { ModeloDeDespacho } from './modelo.js'
/**
 * What a tipo asks of the citizen: the shape of its form and of its documents.
 * The Carta de Serviços (Lei 13.460 art. 7) is the list of an entidade's tipos.
 */

/** Shown, and demanded, only while another answer is one of `em`. */
export interface Condicao {
  /** `codigo` of a campo that stands earlier in the same form. */
  campo: string
  em: readonly (string | boolean)[]
}

interface CampoBase {
  /** Key of the answer, unique in the form. */
  codigo: string
  /** Question or label, as the citizen reads it. */
  rotulo: string
  ajuda?: string
  obrigatorio?: boolean
  /** Heading under which neighbouring campos stand together. */
  grupo?: string
  quando?: Condicao
}

export interface Opcao {
  valor: string
  rotulo: string
  ajuda?: string
}

/**
 * One question of a form, by kind (`especie`). Its answer on the wire:
 *
 * | especie | answer |
 * |---|---|
 * | texto, texto-longo | string; `maximo` characters, 255 and 5000 unless told |
 * | numero | number, at most `casas` decimals, 0 unless told |
 * | dinheiro | integer, centavos, as its limits |
 * | data, hora | `AAAA-MM-DD`, `HH:MM`; a date limit may be `hoje` |
 * | escolha, escolhas | `valor` of one option, of several |
 * | sim-nao | boolean |
 * | cpf, cnpj, cpf-ou-cnpj | 11 digits, `[0-9A-Z]{12}[0-9]{2}`, either |
 * | endereco, lugar | {@link Endereco}, {@link Lugar} |
 * | telefone, email | E.164, string |
 * | codigo | written with its `mascara`: `9` a digit, `A` a letter, `*` either, the rest literal; with `digito` the last `9` checks those before it |
 * | protocolo | number of another protocolo, as typed |
 */
export type Campo = CampoBase &
  (
    | { especie: 'texto'; minimo?: number; maximo?: number }
    | { especie: 'texto-longo'; minimo?: number; maximo?: number }
    | { especie: 'numero'; minimo?: number; maximo?: number; casas?: number; unidade?: string }
    | { especie: 'dinheiro'; minimo?: number; maximo?: number }
    | { especie: 'data'; minimo?: string; maximo?: string }
    | { especie: 'hora'; minimo?: string; maximo?: string }
    | { especie: 'escolha'; opcoes: readonly Opcao[] }
    | { especie: 'escolhas'; opcoes: readonly Opcao[]; minimo?: number; maximo?: number }
    | { especie: 'codigo'; mascara: string; digito?: 'modulo11' }
    | { especie: 'sim-nao' | 'cpf' | 'cnpj' | 'cpf-ou-cnpj' | 'endereco' | 'telefone' | 'email' | 'protocolo' | 'lugar' }
  )

export type EspecieDeCampo = Campo['especie']

export interface Endereco {
  /** 8 digits. */
  cep?: string
  logradouro: string
  /** Absent means "sem número". */
  numero?: string
  complemento?: string
  bairro: string
  municipio: string
  /** Two letters. */
  uf: string
  /** 7-digit IBGE code of the município, when the CEP told it. */
  ibge?: string
}

/** Where something is: an address, the device's position (degrees, WGS 84; `precisao` in metres), or both. */
export interface Lugar {
  endereco?: Endereco
  posicao?: { latitude: number; longitude: number; precisao: number }
  referencia?: string
}

export type Resposta = string | number | boolean | readonly string[] | Endereco | Lugar
export type Respostas = Record<string, Resposta>

/** File kinds an entidade may accept; each is recognised by its bytes, never by its name. */
export const formatos = ['pdf', 'jpg', 'png', 'webp', 'heic', 'docx', 'xlsx', 'odt', 'ods', 'mp3', 'm4a', 'mp4'] as const
export type Formato = (typeof formatos)[number]

export interface DocumentoPedido {
  codigo: string
  nome: string
  ajuda?: string
  obrigatorio?: boolean
  /** When it is not so, the document is neither shown nor accepted. */
  quando?: Condicao
  /** pdf, jpg and png unless told. */
  formatos?: readonly Formato[]
  /** How many files; 1 unless told. */
  quantos?: number
  /** Bytes a file; the entidade's limit unless told. */
  tamanho?: number
}

export const sigilos = ['publico', 'restrito', 'sigiloso'] as const
export type Sigilo = (typeof sigilos)[number]

export const quemPode = ['qualquer-pessoa', 'pessoa-juridica'] as const
export type QuemPode = (typeof quemPode)[number]

export interface PrazoDoTipo {
  dias: number
  contagem: 'corridos' | 'uteis'
  /** Days that the one extension adds (Lei 13.460 art. 16). */
  prorrogacao?: number
}

export interface Tipo {
  codigo: string
  nome: string
  /** Plain language: what it is for and what to expect. */
  descricao: string
  /** Heading in the Carta de Serviços. */
  grupo: string
  /** Further words people search by. */
  palavras?: readonly string[]
  /** Sigla of the orgao that numbers it. */
  orgao: string
  /** Codigo of the unidade that receives it. */
  unidade: string
  prazo: PrazoDoTipo
  campos: readonly Campo[]
  documentos: readonly DocumentoPedido[]
  quemPode?: QuemPode
  /** May be opened without saying who one is. */
  anonimo?: boolean
  sigilo?: Sigilo
  /** Ask for priority (Lei 10.048/2000 art. 1, Lei 9.784 art. 69-A). */
  prioridade?: boolean
  /** What it costs, in plain words; charging joins later. */
  taxa?: string
  /** A closed tipo is shown nowhere and accepts nothing; `fechadoPorque` is told to who had it open. */
  fechado?: boolean
  fechadoPorque?: string
  /** Days to appeal from what is decided; those of the entidade unless told. */
  recurso?: { dias: number }
  /** Despachos that officials can start from. */
  modelos?: readonly ModeloDeDespacho[]
}
