import type { ChaveDeConsulta, Consulta, ProcuraPorNumero } from '../../contract/consulta.js'
import type { Problema } from '../../contract/problema.js'
import type { ProblemError } from '../../platform/http/problem.js'
import { tooMany } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import { alvoDe, consultarComCodigo, consultarNumero } from '../consulta/consulta.js'
import { candidatos } from '../consulta/numero.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Digitado, Formulario, Nome } from './formulario.js'

/** Without script nobody can do a proof of work: an address has so many consults, right or wrong, in so many seconds. */
const janela = 600
const porEndereco = 60
/** And so many with a code on one number, whatever the address. */
const porNumero = 20

/** @throws what the use case throws, and muitas_tentativas. */
export async function consultarSemScript(
  platform: Platform,
  entidade: EntidadeAberta,
  digitado: Digitado,
  endereco: string,
): Promise<Consulta> {
  contarTentativa(platform, entidade, digitado, endereco)
  return digitado.codigo
    ? consultarComCodigo(platform, entidade, chaveDe(digitado))
    : consultarNumero(platform, entidade, procuraDe(digitado))
}

/** @throws muitas_tentativas; numero_incompleto when a code comes with what is no number. Whoever is past their own share counts on no number. */
export function contarTentativa({ limits }: Platform, entidade: EntidadeAberta, digitado: Digitado, endereco: string): void {
  if (limits.hit(`pagina:${endereco}`, janela) > porEndereco) throw demais()
  if (!digitado.codigo) return
  const alvo = alvoDe(candidatos(entidade, procuraDe(digitado)))
  if (limits.hit(`pagina:${entidade.id}:${alvo}`, janela) > porNumero) throw demais()
}

function demais(): ProblemError {
  return tooMany(janela, 'Houve muitas consultas seguidas. Espere dez minutos e tente de novo.')
}

export function procuraDe({ numero, orgao, ano }: Digitado): ProcuraPorNumero {
  return { numero, ...(orgao && { orgao }), ...(ano && { ano }) }
}

export function chaveDe(digitado: Digitado): ChaveDeConsulta {
  return { ...procuraDe(digitado), codigo: digitado.codigo }
}

const nomes: readonly Nome[] = ['numero', 'codigo', 'orgao', 'ano']

/** The form again, with what was typed and, beside the right field, what to correct. */
export function formularioCom(digitado: Digitado, { codigo, detail, campos = [] }: Problema): Formulario {
  const erros = Object.fromEntries(
    campos.flatMap(({ caminho, mensagem }) => nomes.filter((nome) => nome === caminho).map((nome) => [nome, mensagem])),
  )
  if (codigo === 'protocolo_nao_encontrado') return { digitado, erros: { numero: detail } }
  return Object.keys(erros).length > 0 ? { digitado, erros } : { digitado, aviso: detail }
}
