import type { Desafio } from '../../contract/problema.js'
import { ProblemError } from '../../platform/http/problem.js'
import { tooMany } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { crescimento } from './dificuldade.js'
import * as queries from './queries.js'

/** What a proof of work is for; a proof made for one serves no other, nor another entidade. */
export const propositos = ['abertura', 'consulta', 'lembrete', 'cadastro', 'entrada', 'recuperacao', 'passkey'] as const
export type Proposito = (typeof propositos)[number]

/** Who asks for what, and from which address. */
export interface Quem {
  entidade: EntidadeAberta
  proposito: Proposito
  endereco: string
}

export interface Prova {
  hash: Buffer
  expira: Date
}

/** Seconds in which tries are counted. */
const janela = 600
/** Wrong tries of an address, or on one number, that cost nothing. */
const livres = 5
/** Tries of an address in a minute, right or wrong, that cost nothing. */
const porMinuto = 120

/** A fresh proof to be made, harder the more its address and its entidade have asked for lately. */
export function desafiar(platform: Platform, quem: Quem): Desafio {
  const maxnumber = Math.max(1, platform.config.proofOfWork * vezes(platform, quem))
  return platform.proofOfWork.challenge({ scope: escopo(quem), maxnumber })
}

/** Counts one more request of this kind. */
export function contar(platform: Platform, quem: Quem): void {
  platform.limits.hit(doEndereco(quem), janela)
  platform.limits.hit(daEntidade(quem), janela)
}

/**
 * The proof in the header `Protocolo-Prova`; nothing when proofs are off.
 * It is not spent yet.
 * @throws prova_necessaria with a fresh desafio when it is absent, wrong, of another purpose, expired, or much easier than what is asked now.
 */
export function conferirProva(platform: Platform, quem: Quem, cabecalho: string | undefined): Prova | undefined {
  const base = platform.config.proofOfWork
  if (base === 0) return undefined
  const minimo = Math.floor((base * vezes(platform, quem)) / 4)
  const prova = cabecalho === undefined ? undefined : platform.proofOfWork.verify(cabecalho, escopo(quem), minimo)
  if (!prova) throw pedirProva(platform, quem)
  return { hash: prova.hash, expira: prova.expires }
}

export function pedirProva(platform: Platform, quem: Quem): ProblemError {
  return new ProblemError('prova_necessaria', { desafio: desafiar(platform, quem) })
}

/**
 * Counts a try and tells whether it costs a proof of work. The first few of an address, and on one `alvo`, are free:
 * right and wrong ones count for a minute, wrong ones (see {@link contarErro}) for ten.
 */
export function tentativaCustaProva(platform: Platform, quem: Quem, alvo?: string): boolean {
  const { limits } = platform
  return (
    limits.hit(`${quem.proposito}:pedidos:${quem.endereco}`, 60) > porMinuto ||
    limits.peek(doEndereco(quem), janela) >= livres ||
    (alvo !== undefined && errosNo(platform, quem, alvo) >= livres)
  )
}

/** The same of something that has several names, each an `alvo` of its own: free tries on all of them together. */
export function nomesCustamProva(platform: Platform, quem: Quem, alvo: string): boolean {
  return errosNo(platform, quem, alvo) >= 2 * livres
}

/**
 * Takes the proof in the header `Protocolo-Prova` and spends it.
 * @throws prova_necessaria, or muitas_tentativas where proofs are off.
 */
export async function cobrarProva(platform: Platform, quem: Quem, cabecalho: string | undefined): Promise<void> {
  const prova = conferirProva(platform, quem, cabecalho)
  if (!prova) throw tooMany(janela)
  if (!(await queries.gastarProva(platform.db.sql, quem.entidade.id, prova))) throw pedirProva(platform, quem)
}

/** Counts a wrong try of the address and on each `alvo` that it aimed at. */
export function contarErro(platform: Platform, quem: Quem, ...alvos: (string | undefined)[]): void {
  contar(platform, quem)
  for (const alvo of alvos) if (alvo !== undefined) platform.limits.hit(doAlvo(quem, alvo), janela)
}

/** Forgets spent proofs that have expired: they would be refused all the same. */
export async function limparProvas(platform: Platform): Promise<void> {
  await queries.apagarProvas(platform.db.sql, platform.clock.now())
}

/** None where proofs are off: there is nothing to be paid with, and nobody is to be locked out by what others do. */
function errosNo({ config, limits }: Platform, quem: Quem, alvo: string): number {
  return config.proofOfWork === 0 ? 0 : limits.peek(doAlvo(quem, alvo), janela)
}

function vezes(platform: Platform, quem: Quem): number {
  return crescimento(platform.limits.peek(doEndereco(quem), janela), platform.limits.peek(daEntidade(quem), janela))
}

const escopo = (quem: Quem) => `${quem.entidade.codigo}:${quem.proposito}`
const doEndereco = (quem: Quem) => `${quem.proposito}:${quem.endereco}`
const daEntidade = (quem: Quem) => `${quem.proposito}:entidade:${quem.entidade.id}`
/** A conta is the same in every entidade. */
const deContas: readonly Proposito[] = ['entrada', 'cadastro', 'recuperacao']
const doAlvo = ({ proposito, entidade }: Quem, alvo: string) =>
  `${proposito}:alvo:${deContas.includes(proposito) ? '' : entidade.id}:${alvo}`
