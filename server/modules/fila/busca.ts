import { lerDocumento } from '../../domain/documento.js'
import { lerNumero } from '../../domain/numero.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Numero } from './queries.js'

const cpf = /\b\d{3}[. ]?\d{3}[. ]?\d{3}[- ]?\d{2}\b/g
const cnpj = /\b\w{2}[. ]?\w{3}[. ]?\w{3}[/ ]?\w{4}[- ]?\d{2}\b/g

/** What a text looks for: the numbers that it may mean, read as leniently as in a consult, and its words, with documents as they are kept. */
export function lerBusca(entidade: EntidadeAberta, texto: string): { texto: string; numeros: Numero[] } {
  const orgaos = [...entidade.orgaos.values()]
  const numeros = lerNumero(
    orgaos.map(({ numeracao }) => numeracao),
    texto,
  )
  return {
    texto: texto.replace(cnpj, semPontuacao).replace(cpf, semPontuacao),
    numeros: numeros.flatMap(({ sigla, ...lido }) => {
      const orgao = entidade.orgaos.get(sigla)
      return orgao ? [{ orgaoId: orgao.id, ...lido }] : []
    }),
  }
}

/** What only looks like a CPF or CNPJ stays as it is. */
function semPontuacao(achado: string): string {
  return lerDocumento(achado)?.valor ?? achado
}
