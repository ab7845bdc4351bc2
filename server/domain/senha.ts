import { contarCaracteres, semAcento } from './texto.js'

/** What a password is held to. There are no rules of composition. */
const regrasDaSenha = ['tamanho', 'pessoal', 'comum'] as const
export type RegraDaSenha = (typeof regrasDaSenha)[number]

/** Whose password it is to be; what of it is known. */
export interface Titular {
  nome?: string | undefined
  usuario?: string | undefined
  email?: string | undefined
  documento?: string | undefined
}

const menorSenha = 8
/** Longer than any password manager makes; a bound for the work of hashing. */
const maiorSenha = 200
/** A name of two letters would refuse too much. */
const menorPalavra = 4

/** The rules that can be told here and that the password breaks; `comum` needs the lists of the server. */
export function regrasQuebradas(senha: string, titular: Titular): RegraDaSenha[] {
  const tamanho = contarCaracteres(senha)
  const quebradas: RegraDaSenha[] = []
  if (tamanho < menorSenha || tamanho > maiorSenha) quebradas.push('tamanho')
  if (temDadoPessoal(senha, titular)) quebradas.push('pessoal')
  return quebradas
}

/** What of a person is too easy to guess, in lower case and without accents. */
export function palavrasDoTitular({ nome = '', usuario = '', email = '', documento = '' }: Titular): string[] {
  const [caixa = ''] = email.split('@')
  const palavras = [...nome.split(/\s+/), usuario, caixa, documento].map((palavra) => semAcento(palavra).trim())
  return [...new Set(palavras)].filter((palavra) => palavra.length >= menorPalavra)
}

function temDadoPessoal(senha: string, titular: Titular): boolean {
  const escrita = semAcento(senha)
  const soLetrasENumeros = escrita.replace(/[^\p{Letter}\p{Number}]/gu, '')
  return palavrasDoTitular(titular).some((palavra) => escrita.includes(palavra) || soLetrasENumeros.includes(palavra))
}

export const frasesDaSenha: Record<RegraDaSenha, string> = {
  tamanho: `Use ${menorSenha} caracteres ou mais.`,
  pessoal: 'Não use seu nome, usuário, e-mail nem o número do documento.',
  comum: 'Escolha uma senha mais difícil de adivinhar: esta aparece em listas de senhas comuns ou segue um padrão conhecido.',
}
