import type { Campo, DocumentoPedido, EspecieDeCampo, Opcao } from '../../../../../server/contract/tipo.js'
import type { ArquivoDeEntidade } from '../../../../client/administracao.js'
import { administracao } from '../../../../texts/gestao-administracao.pt-BR.js'
import { codigoDe } from '../campos.js'

/** What is changed in a tipo: functions of the tipo as it was. */
export type Tipo = ArquivoDeEntidade['tipos'][number]
/** What is undefined is taken out. */
export type Mudanca = { [N in keyof Tipo]?: Tipo[N] | undefined }
export type Lista = 'campos' | 'documentos'
export type Item = Campo | DocumentoPedido

const textos = administracao.construtor

export const novo: Tipo = {
  codigo: '',
  nome: '',
  descricao: '',
  grupo: '',
  orgao: '',
  unidade: '',
  prazo: { dias: 30, contagem: 'corridos' },
  campos: [],
  documentos: [],
}

export function caminhoDe(lista: Lista, codigo: string): string {
  return `${lista}[${codigo}]`
}

export function nomeDe(item: Item): string {
  return ('rotulo' in item ? item.rotulo : item.nome) || textos.semNome
}

/** One more, with nothing told of it yet. */
export function itemNovo(tipo: Tipo, lista: Lista): Item {
  const codigo = codigoDoItem(tipo, lista, '')
  return lista === 'campos' ? campoNovo(codigo, 'texto') : { codigo, nome: '' }
}

/**
 * The codigo of one that `original` does not have follows what it asks; conditions that look at it follow too.
 * @returns the codigo that it has then
 */
export function mudarItem(tipo: Tipo, original: Tipo, lista: Lista, codigo: string, mudanca: object): { tipo: Tipo; codigo: string } {
  const { rotulo, nome = rotulo } = mudanca as { rotulo?: string; nome?: string }
  const existe = original[lista].some((item: Item) => item.codigo === codigo)
  const outro = existe || nome === undefined ? codigo : codigoDoItem(tipo, lista, nome, codigo)
  const mudado = <T extends Item>(item: T): T => (item.codigo === codigo ? semVazios({ ...item, ...mudanca, codigo: outro }) : item)
  if (lista === 'documentos') return { tipo: { ...tipo, documentos: tipo.documentos.map(mudado) }, codigo: outro }
  const campos = tipo.campos.map((campo) => segue(mudado(campo), codigo, outro))
  return { tipo: { ...tipo, campos, documentos: tipo.documentos.map((um) => segue(um, codigo, outro)) }, codigo: outro }
}

/** From a line each; an option whose line stays keeps its valor, and so do the answers given before. */
export function lerOpcoes(antes: readonly Opcao[], escritas: string): Opcao[] {
  const linhas = escritas.split('\n')
  const usados: string[] = []
  return linhas.map((rotulo, n) => {
    const igual = antes.find((opcao) => opcao.rotulo === rotulo) ?? (linhas.length === antes.length ? antes[n] : undefined)
    const valor =
      igual && !usados.includes(igual.valor) ? igual.valor : codigoDe(rotulo, [...usados, ...antes.map((uma) => uma.valor)], 'opcao')
    usados.push(valor)
    return { ...igual, valor, rotulo }
  })
}

/** Another kind of the same question, with what that kind needs. */
export function campoNovo(codigo: string, especie: EspecieDeCampo, base: Pick<Campo, 'rotulo'> & Partial<Campo> = { rotulo: '' }): Campo {
  const { rotulo, ajuda, obrigatorio, grupo, quando } = base
  const comum = {
    codigo,
    rotulo,
    ...(ajuda && { ajuda }),
    ...(obrigatorio && { obrigatorio }),
    ...(grupo && { grupo }),
    ...(quando && { quando }),
  }
  if (especie === 'escolha' || especie === 'escolhas') {
    const opcoes =
      'opcoes' in base && base.opcoes ? base.opcoes : textos.opcoesNovas.map((opcao, n) => ({ valor: `opcao-${n + 1}`, rotulo: opcao }))
    return { ...comum, especie, opcoes }
  }
  if (especie === 'codigo') return { ...comum, especie, mascara: '99999' }
  return { ...comum, especie }
}

/** Shown by what is answered to another, whose codigo changed. */
function segue<T extends Item>(item: T, de: string, para: string): T {
  return item.quando?.campo === de ? { ...item, quando: { ...item.quando, campo: para } } : item
}

/** What was emptied is not there. Texts that must be stay, for the server to tell. */
export function semVazios<T extends object>(objeto: T): T {
  const exigidos = ['nome', 'descricao', 'grupo', 'unidade', 'orgao', 'rotulo', 'codigo', 'mascara']
  return Object.fromEntries(
    Object.entries(objeto).filter(([chave, valor]) => valor !== undefined && valor !== false && (valor !== '' || exigidos.includes(chave))),
  ) as T
}

/** As it goes: no empty lines among the options and the words. */
export function limpo(tipo: Tipo): Tipo {
  const campos = tipo.campos.map((campo) =>
    'opcoes' in campo ? { ...campo, opcoes: campo.opcoes.filter(({ rotulo }) => rotulo.trim() !== '') } : campo,
  )
  const { palavras = [], ...resto } = tipo
  const procuradas = palavras.map((palavra) => palavra.trim()).filter((palavra) => palavra !== '')
  return { ...resto, ...(procuradas.length > 0 && { palavras: procuradas }), campos } as Tipo
}

function codigoDoItem(tipo: Tipo, lista: Lista, nome: string, antes?: string): string {
  const usados = tipo[lista].map(({ codigo }: Item) => codigo).filter((um) => um !== antes)
  return codigoDe(nome, usados, lista === 'campos' ? 'pergunta' : 'documento')
}
