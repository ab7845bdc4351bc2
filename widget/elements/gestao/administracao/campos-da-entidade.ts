import { exigiveis } from '../../../../server/contract/regras.js'
import type { ArquivoDeEntidade } from '../../../client/administracao.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import { deMegabytes, emMegabytes, type Opcao } from './campos.js'

const { campos, opcoes } = administracao.entidade

/** Where it stands in the file. */
export type Caminho = keyof typeof campos

interface Forma {
  especie: 'linha' | 'email' | 'numero' | 'area' | 'linhas' | 'megabytes' | 'escolha' | 'marca' | 'marcas' | 'cor'
  obrigatorio?: boolean
  /** Takes the whole width. */
  inteiro?: boolean
  /** Of a choice. The first one, empty, is what stands where nothing is told. */
  opcoes?: readonly Opcao[]
}

const exigido: Forma = { especie: 'linha', obrigatorio: true }

/** Every one of them is a line unless told here. */
const formas: Partial<Record<Caminho, Forma>> = {
  nome: { ...exigido, inteiro: true },
  'municipio.nome': exigido,
  'municipio.uf': exigido,
  'municipio.ibge': exigido,
  fuso: exigido,
  'contato.endereco': { especie: 'linha', inteiro: true },
  'contato.email': { especie: 'email' },
  'encarregado.nome': exigido,
  'encarregado.email': { especie: 'email', obrigatorio: true },
  'avisoDePrivacidade.versao': exigido,
  'avisoDePrivacidade.texto': { especie: 'area', obrigatorio: true, inteiro: true },
  origens: { especie: 'linhas', inteiro: true },
  'tema.base': { especie: 'escolha', opcoes: opcoes.base },
  'tema.corAcao': { especie: 'cor', inteiro: true },
  'recurso.dias': { especie: 'numero' },
  'anexos.tamanho': { especie: 'megabytes' },
  'anexos.total': { especie: 'megabytes' },
  'cadastro.exige': {
    especie: 'marcas',
    inteiro: true,
    get opcoes() {
      return exigiveis.map((valor) => ({ valor, rotulo: opcoes.exige[valor] }))
    },
  },
  'gestao.passkey': { especie: 'escolha', opcoes: opcoes.passkey },
  'nomes.protocolo.genero': { especie: 'escolha', opcoes: opcoes.genero },
  'nomes.processo.genero': { especie: 'escolha', opcoes: opcoes.genero },
  'nomes.pedido.genero': { especie: 'escolha', opcoes: opcoes.genero },
  'requerente.matricula.digito': { especie: 'escolha', opcoes: opcoes.digito },
  'requerente.matricula.obrigatoria': { especie: 'marca' },
}

export function formaDe(caminho: Caminho): Forma {
  return formas[caminho] ?? { especie: 'linha' }
}

export interface Secao {
  nome: keyof typeof administracao.entidade.secoes
  campos: readonly Caminho[]
  /** Which few ever change, and stand folded. */
  raros?: readonly Caminho[]
}

export const secoes: readonly Secao[] = [
  { nome: 'quem', campos: ['nome'], raros: ['municipio.nome', 'municipio.uf', 'municipio.ibge', 'fuso'] },
  {
    nome: 'contato',
    campos: ['contato.endereco', 'contato.cep', 'contato.horario', 'contato.telefone', 'contato.whatsapp', 'contato.email', 'contato.site'],
    raros: ['contato.cns', 'contato.responsavel'],
  },
  {
    nome: 'privacidade',
    campos: [
      'encarregado.nome',
      'encarregado.email',
      'encarregado.telefone',
      'avisoDePrivacidade.versao',
      'avisoDePrivacidade.endereco',
      'avisoDePrivacidade.texto',
    ],
  },
  { nome: 'aparencia', campos: ['tema.base', 'tema.corAcao'], raros: ['tema.logotipo'] },
  {
    nome: 'nomes',
    campos: [],
    raros: [
      'nomes.protocolo.singular',
      'nomes.protocolo.plural',
      'nomes.protocolo.genero',
      'nomes.processo.singular',
      'nomes.processo.plural',
      'nomes.processo.genero',
      'nomes.pedido.singular',
      'nomes.pedido.plural',
      'nomes.pedido.genero',
    ],
  },
  { nome: 'sites', campos: ['origens'], raros: ['paginas.consulta', 'paginas.novo', 'rpId'] },
  { nome: 'prazos', campos: ['recurso.dias', 'anexos.tamanho', 'anexos.total'] },
  {
    nome: 'pessoas',
    campos: ['cadastro.exige', 'gestao.passkey'],
    raros: [
      'requerente.matricula.rotulo',
      'requerente.matricula.ajuda',
      'requerente.matricula.mascara',
      'requerente.matricula.digito',
      'requerente.matricula.obrigatoria',
    ],
  },
]

/** What stands there, as a field of its kind shows it; empty where nothing is told. */
export function ler(arquivo: ArquivoDeEntidade | undefined, caminho: Caminho): string {
  const valor = caminho.split('.').reduce<unknown>((onde, nome) => Object(onde)[nome], arquivo)
  if (valor === undefined || valor === false) return ''
  switch (formaDe(caminho).especie) {
    case 'linhas':
      return [valor].flat().join('\n')
    case 'marcas':
      return [valor].flat().join(' ')
    case 'megabytes':
      return emMegabytes(Number(valor))
    case 'marca':
      return 'sim'
    default:
      return String(valor)
  }
}

/** The file with what was typed, by its caminho; what was emptied is not there any more. */
export function comDigitados(arquivo: ArquivoDeEntidade, digitados: Readonly<Record<string, string>>): ArquivoDeEntidade {
  const novo: ArquivoDeEntidade = structuredClone(arquivo)
  for (const [caminho, texto] of Object.entries(digitados))
    if (caminho in campos) por(novo, caminho.split('.'), escrito(caminho as Caminho, texto))
  return novo
}

function escrito(caminho: Caminho, digitado: string): unknown {
  const texto = digitado.trim()
  const linhas = texto.split(/\s+/).filter((linha) => linha !== '')
  switch (formaDe(caminho).especie) {
    case 'linhas':
      return linhas
    case 'marcas':
      return linhas.length > 0 ? linhas : undefined
    case 'megabytes':
      return deMegabytes(texto)
    case 'numero':
      return texto ? Number(texto) : undefined
    case 'marca':
      return texto ? true : undefined
    default:
      return texto || undefined
  }
}

/** The parts that are always there, with nothing in them too. */
const sempre = ['contato', 'paginas']

function por(onde: object, [nome = '', ...resto]: readonly string[], valor: unknown): void {
  const dentro: object = Object(Reflect.get(onde, nome))
  if (resto.length > 0) por(dentro, resto, valor)
  const novo = resto.length > 0 ? dentro : valor
  const vazio = resto.length > 0 && Object.keys(dentro).length === 0 && !sempre.includes(nome)
  if (novo === undefined || vazio) Reflect.deleteProperty(onde, nome)
  else Reflect.set(onde, nome, novo)
}
