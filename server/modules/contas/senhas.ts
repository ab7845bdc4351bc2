import { hash, verify } from '@node-rs/argon2'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as comum } from '@zxcvbn-ts/language-common'
import { dictionary as portugues } from '@zxcvbn-ts/language-pt-br'
import { frasesDaSenha, palavrasDoTitular, type RegraDaSenha, regrasQuebradas, type Titular } from '../../domain/senha.js'
import { ProblemError } from '../../platform/http/problem.js'

/** Argon2id as OWASP asks at the least: 19 MiB, two passes, one lane. */
const custo = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Below this of 4, a password is in a list or follows a pattern that lists are made from. */
const menorForca = 2
/**
 * The estimate holds up everybody else, and can be made to take a second: by long texts, whose first characters are enough to be strong, and
 * by signs that stand for many letters, of which few ways of reading are enough to find a word.
 */
const caracteresEstimados = 32
const leiturasDosSinais = 10

export function hashDaSenha(senha: string): Promise<string> {
  return hash(senha, custo)
}

/** Of nobody's password: verified against where there is no conta, so that this takes as long. */
const deNinguem = hash('nenhuma senha tem este hash', custo)

/** Whether it is the password behind `guardado`; without one, never, after the same work. */
export async function senhaConfere(senha: string, guardado: string | null | undefined): Promise<boolean> {
  const confere = await verify(guardado ?? (await deNinguem), senha)
  return confere && guardado !== null && guardado !== undefined
}

let estimador: ZxcvbnFactory | undefined

/** Every rule that the password breaks. */
export function conferirRegras(senha: string, titular: Titular): RegraDaSenha[] {
  const quebradas = regrasQuebradas(senha, titular)
  if (quebradas.includes('tamanho')) return quebradas
  estimador ??= new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: { ...comum, ...portugues },
    l33tMaxSubstitutions: leiturasDosSinais,
  })
  const { score } = estimador.check(senha.slice(0, caracteresEstimados), palavrasDoTitular(titular))
  return score < menorForca ? [...quebradas, 'comum'] : quebradas
}

/** @throws campos_invalidos, beside `senha`, for the first rule that it breaks. */
export function exigirRegras(senha: string, titular: Titular): void {
  const [regra] = conferirRegras(senha, titular)
  if (regra) throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'senha', mensagem: frasesDaSenha[regra] }] })
}
