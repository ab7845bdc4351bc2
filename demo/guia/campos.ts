import { html, raw } from 'hono/html'
import { campoDoSlot, campoDoToken, escolhivel } from './escolha.js'
import { frase } from './frases.js'
import type { Entrada, Especie } from './manifesto.js'
import type { Html } from './moldura.js'
import type { Montagem } from './montagem.js'

type Opcao = readonly [valor: string, nome: string]

/** A field for each attribute, slot and token that any tag has. Of those that the chosen tags lack, the field is hidden. */
export function campos(montagem: Montagem): Html {
  const atributos = semRepetir(montagem, 'atributos').filter(({ nome }) => escolhivel(nome))
  const tokens = semRepetir(montagem, 'tokens')
  const cores = tokens.filter(({ nome }) => maisUsadas.includes(nome))
  const outrasCores = tokens.filter(({ nome }) => eCor(nome) && !maisUsadas.includes(nome))
  const medidas = tokens.filter(({ nome }) => !eCor(nome))
  const slots = semRepetir(montagem, 'slots').filter(({ nome }) => nome !== '')
  const { escolha } = montagem
  return html`<fieldset><legend>Atributos</legend>${atributos.map((entrada) => campoDoAtributo(montagem, entrada))}</fieldset>
<fieldset><legend>Cores</legend>${cores.map((entrada) => campoDaCor(montagem, entrada))}</fieldset>
${gaveta(
  'Outras cores',
  outrasCores.map((entrada) => campoDaCor(montagem, entrada)),
  usada(outrasCores, escolha.tokens),
)}
${gaveta(
  'Letra, cantos e bordas',
  medidas.map((entrada) => campoDaMedida(montagem, entrada)),
  usada(medidas, escolha.tokens),
)}
${gaveta(
  'Textos do seu site em volta',
  slots.map((entrada) => campoDaParte(montagem, entrada)),
  usada(slots, escolha.slots),
)}`
}

/** The colours of a brand; the others seldom need a change. */
const maisUsadas = ['--protocolo-cor-acao', '--protocolo-cor-texto', '--protocolo-cor-fundo']

function eCor(token: string): boolean {
  return token.startsWith('--protocolo-cor-')
}

/** Fields that few need, closed until one of them has something. */
function gaveta(titulo: string, conteudo: readonly Html[], aberta: boolean): Html | '' {
  return conteudo.length === 0 ? '' : html`<details${raw(aberta ? ' open' : '')}><summary>${titulo}</summary>${conteudo}</details>`
}

function usada(entradas: readonly Entrada[], escolhidos: ReadonlyMap<string, string>): boolean {
  return entradas.some(({ nome }) => escolhidos.has(nome))
}

/** Options of an attribute that has few values; the first is what leaving it out means. */
export function opcoesDe(nome: string, { entidades, entidade }: Pick<Montagem, 'entidades' | 'entidade'>): readonly Opcao[] | undefined {
  if (nome === 'entidade') return entidades.map((uma) => [uma.codigo, uma.nome])
  if (nome === 'tema') {
    return [
      ['', 'O que a entidade escolheu'],
      ['claro', 'Claro'],
      ['escuro', 'Escuro'],
      ['auto', 'Automático: segue o aparelho'],
      ['govbr', 'Padrão do governo federal (gov.br)'],
    ]
  }
  if (nome === 'idioma') {
    return [
      ['', 'O da página'],
      ['pt-BR', 'Português'],
      ['es', 'Espanhol'],
      ['en', 'Inglês'],
    ]
  }
  if (nome === 'nivel') return [['', '2'], ...['1', '3', '4', '5'].map((nivel): Opcao => [nivel, nivel])]
  if (nome === 'tipo') return [['', 'A pessoa escolhe'], ...(entidade?.tipos ?? []).map((tipo): Opcao => [tipo.codigo, tipo.nome])]
  if (nome === 'orgao')
    return [['', 'Todos'], ...(entidade?.orgaos ?? []).map(({ sigla, nome: inteiro }): Opcao => [sigla, inteiro ?? sigla])]
  return undefined
}

function campoDoAtributo(montagem: Montagem, { nome }: Entrada): Html {
  const { escolha } = montagem
  const valor = nome === 'entidade' ? escolha.entidade : (escolha.atributos.get(nome) ?? '')
  const opcoes = opcoesDe(nome, montagem)
  const entrada = opcoes
    ? html`<select id="campo-${nome}" name="${nome}" aria-describedby="ajuda-${nome}">${opcoes.map(([codigo, texto]) => html`<option value="${codigo}"${codigo === valor ? raw(' selected') : ''}>${texto}</option>`)}</select>`
    : html`<input id="campo-${nome}" name="${nome}" value="${valor}" autocomplete="off" spellcheck="false" aria-describedby="ajuda-${nome}">`
  return moldura(montagem, 'atributos', nome, nome, entrada)
}

function campoDaCor(montagem: Montagem, { nome, padrao }: Entrada): Html {
  const campo = campoDoToken(nome)
  const valor = montagem.escolha.tokens.get(nome) ?? ''
  const leitura = montagem.leituras.get(nome)
  const troca = new URLSearchParams(montagem.busca)
  if (leitura?.sugestao) troca.set(campo, leitura.sugestao)
  return moldura(
    montagem,
    'tokens',
    nome,
    campo,
    html`<span class="cor" data-padrao="${padrao ?? corDaAcao(montagem)}"><input id="campo-${campo}" name="${campo}" value="${valor}" placeholder="${nome === '--protocolo-cor-acao' ? 'a da entidade' : (padrao ?? 'a da ação')}" autocomplete="off" spellcheck="false" maxlength="7" aria-describedby="ajuda-${campo} leitura-${campo}"></span>`,
    html`<p class="leitura" id="leitura-${campo}" data-leitura="${nome}" data-passa="${leitura ? String(leitura.passa) : ''}" role="status"><span>${leitura?.texto ?? ''}</span> <a data-sugestao="${campo}" href="/demo/montar?${troca.toString()}"${leitura?.sugestao ? '' : raw(' hidden')}>Usar ${leitura?.sugestao ?? ''}</a></p>`,
  )
}

/** What the tokens without a colour of their own take. */
function corDaAcao(montagem: Montagem): string {
  return semRepetir(montagem, 'tokens').find(({ nome }) => nome === '--protocolo-cor-acao')?.padrao ?? ''
}

function campoDaMedida(montagem: Montagem, { nome, padrao }: Entrada): Html {
  const campo = campoDoToken(nome)
  const valor = montagem.escolha.tokens.get(nome) ?? ''
  const entrada = html`<input id="campo-${campo}" name="${campo}" value="${valor}" placeholder="${padrao ?? ''}" autocomplete="off" spellcheck="false" maxlength="100" aria-describedby="ajuda-${campo}">`
  return moldura(montagem, 'tokens', nome, campo, entrada)
}

function campoDaParte(montagem: Montagem, { nome }: Entrada): Html {
  const campo = campoDoSlot(nome)
  const valor = montagem.escolha.slots.get(nome) ?? ''
  const entrada = html`<input id="campo-${campo}" name="${campo}" value="${valor}" autocomplete="off" maxlength="200" aria-describedby="ajuda-${campo}">`
  return moldura(montagem, 'slots', nome, campo, entrada)
}

function moldura(montagem: Montagem, especie: Especie, nome: string, campo: string, entrada: Html, depois?: Html): Html {
  const donas = montagem.manifesto.filter((face) => face[especie].some((uma) => uma.nome === nome)).map(({ tag }) => tag)
  const serve = donas.some((tag) => montagem.escolha.tags.includes(tag))
  const dona = montagem.manifesto.find(({ tag }) => donas.includes(tag))?.tag ?? ''
  return html`<div class="campo" data-tags="${donas.join(' ')}"${serve ? '' : raw(' hidden')}><label for="campo-${campo}"><code>${nome}</code></label>
<p class="ajuda" id="ajuda-${campo}">${frase(dona, especie, nome)}</p>${entrada}${depois ?? ''}</div>`
}

/** Each once; what nobody can do without comes first. */
function semRepetir({ manifesto }: Montagem, especie: Especie): Entrada[] {
  const todas = manifesto.flatMap((face) => face[especie])
  const nomes = [...new Set(todas.map(({ nome }) => nome))].sort((um, outro) => Number(outro === 'entidade') - Number(um === 'entidade'))
  return nomes.flatMap((nome) => todas.find((entrada) => entrada.nome === nome) ?? [])
}
