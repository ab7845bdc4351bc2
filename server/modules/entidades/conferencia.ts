import type { ArquivoDeEntidade } from '../../contract/entidade.js'
import type { CampoComErro } from '../../contract/problema.js'
import { contraste, fundoClaro, legivel, menorContraste } from '../../domain/cor.js'
import { lerData } from '../../domain/leitura.js'
import { lugaresDesconhecidos, lugaresDoModelo, type ModeloDeDespacho } from '../../domain/modelo.js'
import { conferirNumeracao, formatarNumero, lerNumero, type Numeracao } from '../../domain/numero.js'
import type { Campo, Condicao, Tipo } from '../../domain/tipo.js'
import { estaSob } from './sites.js'

/** Bytes, unless the file says otherwise. */
export const limitesPadrao = { tamanho: 20 * 1024 * 1024, total: 100 * 1024 * 1024 }

/** Addresses that the server answers itself: an entidade of this name would have no hosted page. */
const reservados = ['v1', 'docs', 'health', 'metrics', 'protocolo', 'demo']
const maiorInteiro = 2_000_000_000
/** Each number that somebody consults by is tried against all of them. */
const maisOrgaos = 100
/** In one year: with as many there are days of work left in any. */
const maisFeriados = 100

type Anotar = (caminho: string, mensagem: string) => void

/**
 * What no single field shows: names used twice, references to nothing, limits that exclude each other, numbers that can't be told apart.
 * @param servidor address by which browsers reach this server.
 */
export function conferirArquivo(arquivo: ArquivoDeEntidade, servidor: string): { erros: CampoComErro[]; avisos: string[] } {
  const erros: CampoComErro[] = []
  const anotar: Anotar = (caminho, mensagem) => erros.push({ caminho, mensagem })

  if (reservados.includes(arquivo.codigo)) anotar('codigo', `"${arquivo.codigo}" é um endereço do próprio servidor; escolha outro`)
  if (!textoGuardavel(arquivo)) anotar('', 'há um caractere que não se vê, ou metade de um emoji: apague e escreva de novo')
  const limites = { ...limitesPadrao, ...arquivo.anexos }
  if (arquivo.rpId !== undefined && !rpIdServe(arquivo.rpId, [servidor, ...arquivo.origens])) anotar('rpId', rpIdQueNaoServe)
  conferirCor(arquivo.tema?.corAcao, anotar)
  if (limites.total < limites.tamanho) anotar('anexos.total', 'não pode ser menor que o tamanho de um arquivo')

  arquivo.calendario.feriados.forEach(({ dia }, i) => {
    // 02-29 is a day in some years.
    if (!diaExiste(dia.length === 5 ? `2024-${dia}` : dia)) anotar(`calendario.feriados[${i + 1}].dia`, diaQueNaoExiste)
  })
  conferirFeriados(arquivo.calendario.feriados, anotar)
  conferirOrgaos(arquivo, anotar)
  conferirNomes(arquivo, anotar)
  unicos(arquivo.tipos, 'tipos', ({ codigo }) => codigo, anotar)
  for (const tipo of arquivo.tipos) conferirTipo(tipo, arquivo, anotar)
  conferirModelos(arquivo.modelos ?? [], 'modelos', anotar)
  return { erros, avisos: erros.length > 0 ? [] : [...numerosAmbiguos(arquivo), ...semAviso(arquivo), ...semOrigem(arquivo)] }
}

/** White texts stand on it, and texts in it on white. For the dark theme it is lightened as far as it needs. */
function conferirCor(cor: string | undefined, anotar: Anotar) {
  if (cor === undefined || contraste(cor, fundoClaro) >= menorContraste(fundoClaro)) return
  const tem = (Math.floor(contraste(cor, fundoClaro) * 10) / 10).toLocaleString('pt-BR')
  const proxima = legivel(cor, fundoClaro)
  anotar('tema.corAcao', `é clara demais: o contraste com o branco é ${tem} e precisa ser 4,5; a cor mais próxima que serve é ${proxima}`)
}

const rpIdQueNaoServe = 'use o domínio de um dos sites de origens, ou o que fica acima dele e é só seu, como exemplo.sp.gov.br'

/** Domains under which anybody, or any municipality of a state, has theirs. Browsers know all of them; these are those of a mistake likely here. */
const deTodos = /^[^.]+$|^([a-z]{2}\.)?(gov|leg|jus|mp|def)\.br$|^(com|net|org|edu|eco|ind|app|dev|tur)\.br$/

/** Whether passkeys of this domain could be used on at least one of the pages. */
function rpIdServe(rpId: string, paginas: readonly string[]): boolean {
  return paginas.some((pagina) => new URL(pagina).hostname === rpId || (!deTodos.test(rpId) && estaSob(rpId, pagina)))
}

/** Prazos have to end some day. */
function conferirFeriados(feriados: ArquivoDeEntidade['calendario']['feriados'], anotar: Anotar) {
  const todoAno = 'todo ano'
  const porAno = new Map<string, Set<string>>()
  for (const { dia } of feriados) {
    const ano = dia.length === 5 ? todoAno : dia.slice(0, 4)
    porAno.set(ano, (porAno.get(ano) ?? new Set()).add(dia))
  }
  const fixos = porAno.get(todoAno)?.size ?? 0
  const demais = [...porAno].some(([ano, dias]) => dias.size + (ano === todoAno ? 0 : fixos) > maisFeriados)
  if (demais) anotar('calendario.feriados', `use até ${maisFeriados} em um ano, para que os prazos tenham dia para terminar`)
}

function conferirOrgaos({ orgaos }: ArquivoDeEntidade, anotar: Anotar) {
  if (orgaos.length > maisOrgaos) anotar('orgaos', `use até ${maisOrgaos}`)
  unicos(orgaos, 'orgaos', ({ sigla }) => sigla, anotar)
  for (const { sigla, numeracao } of orgaos) {
    const caminho = `orgaos[${sigla}].numeracao`
    const errado = conferirNumeracao({ sigla, ...numeracao })
    if (errado) anotar(`${caminho}.mascara`, errado)
    if ((numeracao.inicio ?? 1) > maiorInteiro) anotar(`${caminho}.inicio`, `use até ${maiorInteiro}`)
    if ((numeracao.unidade ?? 0) > maiorInteiro) anotar(`${caminho}.unidade`, `use até ${maiorInteiro}`)
  }
  const unidades = orgaos.flatMap(({ sigla, unidades }) => unidades.map(({ codigo }) => ({ sigla, codigo })))
  for (const { sigla, codigo } of repetidos(unidades, (unidade) => unidade.codigo)) {
    anotar(`orgaos[${sigla}].unidades[${codigo}]`, 'já existe outra unidade com este código')
  }
}

/** A number is written everywhere as it is: a word in it that the texts change would be changed too. */
function conferirNomes({ nomes = {}, orgaos }: ArquivoDeEntidade, anotar: Anotar) {
  for (const { sigla, numeracao } of orgaos) {
    const trocada = Object.keys(nomes).find((palavra) => numeracao.mascara.toLowerCase().includes(palavra))
    if (trocada) anotar(`orgaos[${sigla}].numeracao.mascara`, `não pode ter a palavra "${trocada}", que "nomes" troca por outra`)
  }
}

function conferirTipo(tipo: Tipo, { orgaos, anexos }: ArquivoDeEntidade, anotar: Anotar) {
  const caminho = `tipos[${tipo.codigo}]`
  if (!orgaos.some(({ sigla }) => sigla === tipo.orgao)) anotar(`${caminho}.orgao`, `não há órgão "${tipo.orgao}" neste arquivo`)
  if (!orgaos.some(({ unidades }) => unidades.some(({ codigo }) => codigo === tipo.unidade))) {
    anotar(`${caminho}.unidade`, `não há unidade "${tipo.unidade}" neste arquivo`)
  }
  if (tipo.anonimo && tipo.quemPode === 'pessoa-juridica')
    anotar(`${caminho}.anonimo`, 'só uma empresa pode abrir: não dá para ser anônimo')

  unicos(tipo.campos, `${caminho}.campos`, ({ codigo }) => codigo, anotar)
  conferirModelos(tipo.modelos ?? [], `${caminho}.modelos`, anotar)
  unicos(tipo.documentos, `${caminho}.documentos`, ({ codigo }) => codigo, anotar)
  tipo.campos.forEach((campo, i) => {
    conferirCampo(campo, `${caminho}.campos[${campo.codigo}]`, anotar)
    conferirCondicao(campo.quando, tipo.campos.slice(0, i), `${caminho}.campos[${campo.codigo}].quando`, anotar)
  })
  for (const documento of tipo.documentos) {
    const aqui = `${caminho}.documentos[${documento.codigo}]`
    conferirCondicao(documento.quando, tipo.campos, `${aqui}.quando`, anotar)
    const total = anexos?.total ?? limitesPadrao.total
    if ((documento.tamanho ?? 0) > total) anotar(`${aqui}.tamanho`, 'não pode ser maior que o total de arquivos de um protocolo')
  }
}

function conferirModelos(modelos: readonly ModeloDeDespacho[], caminho: string, anotar: Anotar) {
  unicos(modelos, caminho, ({ codigo }) => codigo, anotar)
  for (const { codigo, texto } of modelos) {
    for (const lugar of lugaresDesconhecidos(texto)) {
      anotar(`${caminho}[${codigo}].texto`, `não há o que pôr em {${lugar}}; use ${lugaresDoModelo.map((nome) => `{${nome}}`).join(', ')}`)
    }
  }
}

const diaQueNaoExiste = 'este dia não existe'

/** `AAAA-MM-DD` that is a day. */
function diaExiste(dia: string): boolean {
  return lerData(dia) === dia
}

const formasDeLimite = { data: /^(hoje|\d{4}-\d{2}-\d{2})$/, hora: /^([01]\d|2[0-3]):[0-5]\d$/ }

function conferirCampo(campo: Campo, caminho: string, anotar: Anotar) {
  if (campo.especie === 'escolha' || campo.especie === 'escolhas') unicos(campo.opcoes, `${caminho}.opcoes`, ({ valor }) => valor, anotar)
  if (!('minimo' in campo || 'maximo' in campo)) return
  const { minimo, maximo } = campo
  if (campo.especie === 'data' || campo.especie === 'hora') {
    const forma = formasDeLimite[campo.especie]
    for (const [nome, limite] of Object.entries({ minimo, maximo })) {
      if (limite !== undefined && !forma.test(String(limite))) {
        anotar(`${caminho}.${nome}`, campo.especie === 'data' ? 'use AAAA-MM-DD ou "hoje"' : 'use HH:MM')
      } else if (campo.especie === 'data' && typeof limite === 'string' && limite !== 'hoje' && !diaExiste(limite)) {
        anotar(`${caminho}.${nome}`, diaQueNaoExiste)
      }
    }
    if (minimo === 'hoje' || maximo === 'hoje') return
  }
  if (minimo !== undefined && maximo !== undefined && minimo > maximo) anotar(`${caminho}.maximo`, 'não pode ser menor que o mínimo')
}

function conferirCondicao(condicao: Condicao | undefined, anteriores: readonly Campo[], caminho: string, anotar: Anotar) {
  if (!condicao) return
  const campo = anteriores.find(({ codigo }) => codigo === condicao.campo)
  if (!campo) return anotar(`${caminho}.campo`, `não há campo "${condicao.campo}" antes deste`)
  const possiveis = valoresPossiveis(campo)
  if (!possiveis) return anotar(`${caminho}.campo`, `"${condicao.campo}" precisa ser de escolha, de escolhas ou de sim e não`)
  for (const valor of condicao.em) {
    if (!possiveis.includes(valor)) anotar(`${caminho}.em`, `${JSON.stringify(valor)} não é uma resposta de "${condicao.campo}"`)
  }
}

function valoresPossiveis(campo: Campo): (string | boolean)[] | undefined {
  if (campo.especie === 'sim-nao') return [true, false]
  return campo.especie === 'escolha' || campo.especie === 'escolhas' ? campo.opcoes.map(({ valor }) => valor) : undefined
}

/** Two orgaos whose whole numbers read the same: whoever consults will be asked which one. */
function numerosAmbiguos({ orgaos }: ArquivoDeEntidade): string[] {
  const numeracoes: Numeracao[] = orgaos.map(({ sigla, numeracao }) => ({ sigla, ...numeracao }))
  return numeracoes.flatMap((numeracao) => {
    const exemplo = formatarNumero(numeracao, 2026, numeracao.inicio ?? 1)
    const outras = lerNumero(numeracoes, exemplo)
      .map(({ sigla }) => sigla)
      .filter((sigla) => sigla !== numeracao.sigla)
    return outras.length === 0
      ? []
      : [
          `o número "${exemplo}" pode ser de ${[numeracao.sigla, ...new Set(outras)].join(' ou de ')}; ponha {sigla} nas máscaras para não confundir`,
        ]
  })
}

/** Requests that would wait for somebody to look: openings are told by e-mail to the unidade that answers. */
function semAviso({ orgaos, tipos }: ArquivoDeEntidade): string[] {
  const respondem = new Set(tipos.filter(({ fechado }) => !fechado).map(({ unidade }) => unidade))
  return orgaos.flatMap(({ sigla, unidades }) =>
    unidades
      .filter(({ codigo, email }) => email === undefined && respondem.has(codigo))
      .map(
        ({ codigo, nome }) =>
          `orgaos[${sigla}].unidades[${codigo}]: ${nome} não tem e-mail, e ninguém será avisado dos pedidos que chegarem`,
      ),
  )
}

function semOrigem({ origens }: ArquivoDeEntidade): string[] {
  return origens.length > 0 ? [] : ['origens: está vazio, e nenhum outro site pode usar os componentes; só a página deste servidor']
}

function unicos<T>(itens: readonly T[], caminho: string, nome: (item: T) => string, anotar: Anotar) {
  for (const item of repetidos(itens, nome)) anotar(`${caminho}[${nome(item)}]`, 'aparece mais de uma vez')
}

function repetidos<T>(itens: readonly T[], nome: (item: T) => string): T[] {
  const vistos = new Set<string>()
  return itens.filter((item) => vistos.has(nome(item)) || !vistos.add(nome(item)))
}

/**
 * PostgreSQL keeps neither NUL nor half of a surrogate pair; other controls, and what turns the direction of a text or has no width, make it
 * say something else than what is seen. Lines, tabs, soft hyphens and what joins emoji may stay.
 */
const invisivel = /(?![\t\n\r\u00ad\u200c\u200d])[\p{Surrogate}\p{Cc}\p{Cf}]/u

function textoGuardavel(valor: unknown): boolean {
  if (typeof valor === 'string') return !invisivel.test(valor)
  return typeof valor !== 'object' || valor === null || Object.values(valor).every(textoGuardavel)
}
