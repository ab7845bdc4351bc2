/** From the outside in: keys of objects, and items of lists by what people call them. */
export type Caminho = readonly (string | { item: string })[]

/** One difference: something that came, went, has another value, or stands in another order. */
export interface Mudanca {
  caminho: Caminho
  que: 'entrou' | 'saiu' | 'mudou' | 'ordem'
  antes?: unknown
  depois?: unknown
}

export type Parte = keyof typeof partes

const partes = {
  orgao: { um: 'o órgão', titulo: 'Órgão', ordem: 'dos órgãos' },
  unidade: { um: 'a unidade', titulo: 'Unidade', ordem: 'das unidades' },
  tipo: { um: 'o serviço', titulo: 'Serviço', ordem: 'dos serviços' },
} as const

/** How an item of a list is called, and the order of its list. */
const itens: Readonly<Record<string, { um: string; ordem: string }>> = {
  campos: { um: 'o campo', ordem: 'dos campos' },
  documentos: { um: 'o documento', ordem: 'dos documentos' },
  opcoes: { um: 'a opção', ordem: 'das opções' },
  modelos: { um: 'o modelo de despacho', ordem: 'dos modelos de despacho' },
  feriados: { um: 'o feriado', ordem: 'dos feriados' },
}

/** What people call each property of the file. */
export const nomesDasPropriedades: Readonly<Record<string, string>> = {
  $schema: 'esquema',
  ajuda: 'ajuda',
  anexos: 'arquivos enviados',
  anonimo: 'pedido sem identificação',
  avisoDePrivacidade: 'aviso de privacidade',
  base: 'tema',
  cadastro: 'cadastro de contas',
  calendario: 'calendário',
  campo: 'campo',
  campos: 'campos',
  casas: 'casas depois da vírgula',
  cep: 'CEP',
  cns: 'CNS',
  codigo: 'código',
  consulta: 'página da consulta',
  contagem: 'contagem dos dias',
  contato: 'contato',
  corAcao: 'cor',
  descricao: 'descrição',
  dia: 'dia',
  dias: 'dias',
  digito: 'dígito verificador',
  documentos: 'documentos',
  em: 'respostas',
  email: 'e-mail',
  encarregado: 'encarregado de dados pessoais',
  endereco: 'endereço',
  especie: 'tipo de resposta',
  exige: 'dados exigidos',
  facultativos: 'pontos facultativos sem expediente',
  fechado: 'fechado para novos pedidos',
  fechadoPorque: 'motivo do fechamento',
  feriados: 'feriados',
  formatos: 'formatos aceitos',
  fuso: 'fuso horário',
  genero: 'gênero',
  gestao: 'gestão',
  grupo: 'grupo',
  horario: 'horário de atendimento',
  ibge: 'código do IBGE',
  inicio: 'primeiro número do ano',
  logotipo: 'logotipo',
  mascara: 'formato do número',
  matricula: 'matrícula',
  maximo: 'máximo',
  minimo: 'mínimo',
  modelos: 'modelos de despacho',
  municipio: 'município',
  nome: 'nome',
  nomes: 'nomes próprios',
  novo: 'página de abertura',
  numeracao: 'numeração',
  obrigatoria: 'obrigatória',
  obrigatorio: 'obrigatório',
  opcoes: 'opções',
  orgao: 'órgão',
  orgaos: 'órgãos',
  origens: 'sites que podem usar os componentes',
  paginas: 'páginas',
  palavras: 'palavras de busca',
  passkey: 'passkey',
  pedido: 'nome de pedido',
  plural: 'plural',
  prazo: 'prazo',
  prioridade: 'prioridade por lei',
  processo: 'nome de processo',
  prorrogacao: 'dias de prorrogação',
  protocolo: 'nome de protocolo',
  quando: 'quando aparece',
  quantos: 'quantos arquivos',
  quemPode: 'quem pode pedir',
  recurso: 'recurso',
  requerente: 'dados de quem pede',
  responsavel: 'responsável',
  rotulo: 'rótulo',
  rpId: 'domínio das passkeys',
  sigilo: 'sigilo',
  sigla: 'sigla',
  singular: 'singular',
  site: 'site',
  tamanho: 'tamanho de um arquivo, em bytes',
  taxa: 'taxa',
  telefone: 'telefone',
  tema: 'aparência',
  texto: 'texto',
  tipos: 'serviços',
  total: 'tamanho de todos os arquivos, em bytes',
  uf: 'UF',
  unidade: 'unidade',
  unidades: 'unidades',
  valor: 'valor',
  versao: 'versão',
  whatsapp: 'WhatsApp',
}

/** Longer values are cut there. */
const legivel = 60

export function fraseDaParte(que: 'entra' | 'sai', parte: Parte, nome: string, codigo: string): string {
  return `${que === 'entra' ? 'Entra' : 'Sai'} ${partes[parte].um} ${nome} (${codigo}).`
}

export function fraseDaOrdem(parte: Parte): string {
  return `Muda a ordem ${partes[parte].ordem}.`
}

/** @param dono whose difference it is: the entidade, or one of its parts as it was called before */
export function frase(dono: 'Entidade' | { parte: Parte; nome: string; codigo: string }, { caminho, que, antes, depois }: Mudanca): string {
  const titulo = dono === 'Entidade' ? dono : `${partes[dono.parte].titulo} ${dono.nome} (${dono.codigo})`
  const [lugar, ultimo] = [caminho.slice(0, -1), caminho.at(-1)]
  switch (que) {
    case 'entrou':
    case 'saiu':
      return `${[titulo, ...passos(semALista(lugar, ultimo))].join(', ')}: ${que === 'entrou' ? 'entra' : 'sai'} ${coisa(caminho)}.`
    case 'ordem':
      return `${[titulo, ...passos(lugar)].join(', ')}: muda a ordem ${typeof ultimo === 'string' ? (itens[ultimo]?.ordem ?? `de ${nomeDaChave(ultimo)}`) : ''}.`
    case 'mudou':
      return `${[titulo, ...passos(caminho)].join(', ')}: ${mudou(antes, depois)}.`
  }
}

/** An item is told by its own name, and its list goes without saying. */
function semALista(lugar: Caminho, ultimo: Caminho[number] | undefined): Caminho {
  return typeof ultimo === 'object' ? lugar.slice(0, -1) : lugar
}

/** What comes or goes: `o campo “Rua”`, `prazo`. */
function coisa(caminho: Caminho): string {
  const [lista, ultimo] = [caminho.at(-2), caminho.at(-1)]
  if (typeof ultimo === 'object') return `${typeof lista === 'string' ? (itens[lista]?.um ?? nomeDaChave(lista)) : ''} “${ultimo.item}”`
  return ultimo === undefined ? '' : nomeDaChave(ultimo)
}

/** `campos` and the item `Rua` are one step: `campo “Rua”`. */
function passos(caminho: Caminho): string[] {
  return caminho.flatMap((passo, n) => {
    if (typeof passo === 'string') return typeof caminho[n + 1] === 'object' ? [] : [nomeDaChave(passo)]
    const lista = caminho[n - 1]
    const um = typeof lista === 'string' ? (itens[lista]?.um.replace(/^[oa] /, '') ?? nomeDaChave(lista)) : ''
    return [`${um} “${passo.item}”`]
  })
}

function nomeDaChave(chave: string): string {
  return nomesDasPropriedades[chave] ?? chave
}

function mudou(antes: unknown, depois: unknown): string {
  if (antes === undefined && depois === undefined) return 'mudou'
  if (antes === undefined) return `passa a ser ${escrever(depois)}`
  if (depois === undefined) return `fica sem nada, era ${escrever(antes)}`
  return `de ${escrever(antes)} para ${escrever(depois)}`
}

function escrever(valor: unknown): string {
  if (typeof valor === 'boolean') return valor ? 'sim' : 'não'
  if (typeof valor === 'number') return String(valor)
  if (typeof valor !== 'string') return 'outra coisa'
  return `“${valor.length > legivel ? `${valor.slice(0, legivel - 1)}…` : valor}”`
}
