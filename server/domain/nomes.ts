/** How an entidade calls what people ask of it: by three words, of which the texts of everything here say the second column. */
type NomeQueMuda = 'protocolo' | 'processo' | 'pedido'

export interface Nome {
  singular: string
  plural: string
  genero: 'f' | 'm'
}
export type Nomes = Readonly<Partial<Record<NomeQueMuda, Nome>>>

const antes: Readonly<Record<string, string>> = {
  o: 'a',
  do: 'da',
  no: 'na',
  ao: 'à',
  pelo: 'pela',
  um: 'uma',
  algum: 'alguma',
  alguns: 'algumas',
  nenhum: 'nenhuma',
  este: 'esta',
  deste: 'desta',
  neste: 'nesta',
  esse: 'essa',
  desse: 'dessa',
  nesse: 'nessa',
  outro: 'outra',
  seu: 'sua',
  meu: 'minha',
  todo: 'toda',
  novo: 'nova',
  último: 'última',
  próximo: 'próxima',
  mesmo: 'mesma',
}
const depois =
  'aberto aceito alterado anônimo arquivado atribuído atualizado cancelado concluído corrigido deferido encaminhado encerrado encontrado enviado feito guardado indeferido iniciado inteiro liberado novo parado prorrogado público reaberto recebido registrado respondido retomado seu sigiloso terminado'
    .split(' ')
    .join('|')
const ligam = 'e|não|já|foi|foram|é|são|está|estão|fica|ficam|ficou|continua|será|ser|estar|pode|podem|mais|também|ainda|poderá'
const particulas = Object.keys(antes)
  .map((palavra) => (/[^s]$/.test(palavra) ? `${palavra}s?` : palavra))
  .join('|')

/** `pedido` after one of these is no request: `o que foi pedido`. */
const participio = 'foi|ser|é|era|tinha|sido|foram'
/** What was asked of who asked, which keeps its name. */
const outraCoisa = /^(?:Pedido dispensado|Enviar o pedido)$/
const letra = '[\\p{L}\\d]'
/** Part of an address, of a name of the network or of a user name, and no word. */
const deEndereco = '[@./?=_-]'
const trecho = new RegExp(
  `(?<!${letra}|${deEndereco})(?:(${participio})\\s+)?((?:(?:sem|${particulas})\\s+)*)(protocolo|processo|pedido)(s?)(?!${letra}|[@/?=_-]|[.]${letra})((?:\\s+(?:${ligam}))*\\s+(?:${depois})s?(?:\\s+(?:ou|e)\\s+(?:${depois})s?)?(?!${letra}))?`,
  'giu',
)
const sozinho =
  /^((?:Não )?(?:Abert|Analisad|Arquivad|Atendid|Cancelad|Concluíd|Deferid|Encaminhad|Encerrad|Indeferid|Parad|Reabert|Recebid|Restrit|Retomad|Sigilos|Públic|Tod|Vencid))o(s?)(?=[ .]|$)/i
const aberto = /(?<=\bfo(?:i|ram) )(abert|concluíd)o(s?)(?= [\d.]+ )/gu

/**
 * Says the texts written here as the entidade calls things, articles and all: `o seu pedido foi aceito` as `a sua solicitação foi aceita`.
 * @param fixos what stands as it is, wherever it comes: names that people gave
 */
export function chamarPorNomes(nomes: Nomes, texto: string, fixos: readonly string[] = []): string {
  const presos = fixos.filter((fixo) => /protocolo|processo|pedido/i.test(fixo) && texto.includes(fixo))
  if (presos.length === 0) return trocar(nomes, texto)
  const corte = new RegExp(`(${presos.map((fixo) => fixo.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
  return texto
    .split(corte)
    .map((parte) => (presos.includes(parte) ? parte : trocar(nomes, parte)))
    .join('')
}

function trocar(nomes: Nomes, texto: string): string {
  if (outraCoisa.test(texto)) return texto
  let feminino = false
  const trocado = texto.replace(trecho, (inteiro, verbo = '', artigos: string, palavra: string, plural: string, resto = '') => {
    const nome = nomes[palavra.toLowerCase() as NomeQueMuda]
    if (!nome || (verbo && !artigos && /^pedido$/i.test(palavra))) return inteiro
    const [inicio] = inteiro.split(/(?<=\s)/)
    const dito =
      (verbo ? inicio : '') +
      (nome.genero === 'f' ? noFeminino(artigos) : artigos) +
      comoEstava(palavra, plural ? nome.plural : nome.singular)
    feminino ||= nome.genero === 'f'
    return dito + (nome.genero === 'f' && !/^sem /i.test(artigos) ? concordar(resto) : resto)
  })
  return feminino ? trocado.replace(aberto, '$1a$2') : trocado
}

/** Where a thing stands, said of it alone: `Não analisado`, `Concluídos no prazo`. */
export function concordarPorNomes(nomes: Nomes, texto: string): string {
  return nomes.processo?.genero === 'f' ? texto.replace(sozinho, '$1a$2').replace(/^Meus$/, 'Minhas') : texto
}

function noFeminino(artigos: string): string {
  return artigos.replace(/\p{L}+/gu, (artigo) => {
    const minuscula = artigo.toLowerCase()
    const singular = minuscula.replace(/s$/, '')
    const feminina = antes[minuscula] ?? (antes[singular] ? `${antes[singular]}s` : minuscula)
    return comoEstava(artigo, feminina)
  })
}

function concordar(resto: string): string {
  return resto.replace(/seu$/, 'sua').replace(/o(s?)(?= (?:ou|e) |$)/g, 'a$1')
}

function comoEstava(antiga: string, nova: string): string {
  return /^\p{Lu}/u.test(antiga) ? nova.charAt(0).toUpperCase() + nova.slice(1) : nova
}
