import type { ProcuraPorNumero } from '../../contract/consulta.js'
import { type Parte, partesDaMascara } from '../../domain/numeracao.js'
import { conferirDigito, formatarNumero, lerNumero, type Numeracao } from '../../domain/numero.js'
import { ProblemError } from '../../platform/http/problem.js'
import { oncePer } from '../../platform/once-per.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'

/** A number that the text may mean. */
export interface Candidato {
  orgaoId: string
  sigla: string
  ano: number
  sequencia: number
}

/**
 * Every protocolo that was perhaps meant, whether it exists or not.
 * @throws numero_incompleto when the text is no number here.
 */
export function candidatos(entidade: EntidadeAberta, procura: ProcuraPorNumero): Candidato[] {
  const leitura = leituraDe(entidade)
  if (procura.orgao === undefined && procura.ano === undefined) {
    const exatos = lerExato(leitura, procura.numero)
    if (exatos.length > 0) return exatos
  }
  const lidos = lerNumero(leitura.numeracoes, procura.numero, procura)
  if (lidos.length === 0) throw incompleto(entidade, leitura, procura)
  return lidos.flatMap((lido) => {
    const orgao = entidade.orgaos.get(lido.sigla)
    return orgao ? [{ orgaoId: orgao.id, ...lido }] : []
  })
}

/** How an orgao's numbers look when written just so. */
interface Forma {
  orgaoId: string
  numeracao: Numeracao
  padrao: RegExp
  /** Whether the pattern alone does not tell: there are groups to keep apart or digits to check. */
  conferir: boolean
}

interface Leitura {
  numeracoes: Numeracao[]
  formas: Forma[]
}

const leituraDe = oncePer((entidade: EntidadeAberta): Leitura => {
  const orgaos = [...entidade.orgaos.values()]
  return {
    numeracoes: orgaos.map(({ numeracao }) => numeracao),
    formas: orgaos.map(({ id, numeracao }) => formaDe(id, numeracao)),
  }
})

/** Most numbers come from a link or a copy, written just so. Reading those leniently would cost more than all the rest of a consult. */
function lerExato({ formas }: Leitura, texto: string): Candidato[] {
  const lidos: Candidato[] = []
  for (const { orgaoId, numeracao, padrao, conferir } of formas) {
    const { ano, sequencia } = padrao.exec(texto)?.groups ?? {}
    if (ano === undefined || sequencia === undefined) continue
    const lido = { orgaoId, sigla: numeracao.sigla, ano: Number(ano), sequencia: Number(sequencia.replaceAll('.', '')) }
    if (lido.sequencia > 2_147_483_647) continue
    if (!conferir || formatarNumero(numeracao, lido.ano, lido.sequencia) === texto) lidos.push(lido)
  }
  return lidos
}

function formaDe(orgaoId: string, numeracao: Numeracao): Forma {
  const partes = partesDaMascara(numeracao.mascara) ?? []
  return {
    orgaoId,
    numeracao,
    padrao: new RegExp(`^${partes.map((parte) => padraoDaParte(parte, numeracao)).join('')}$`),
    conferir: partes.some((parte) => parte.especie === 'dv' || (parte.especie === 'sequencia' && parte.grupos.length > 1)),
  }
}

function padraoDaParte(parte: Parte, numeracao: Numeracao): string {
  switch (parte.especie) {
    case 'literal':
      return escapar(parte.texto)
    case 'sigla':
      return escapar(numeracao.sigla)
    case 'ano':
      return '(?<ano>[1-9]\\d{3})'
    case 'sequencia': {
      const [tamanho = 1, ...demais] = parte.grupos
      return demais.length > 0 ? '(?<sequencia>\\d[\\d.]{0,29})' : `(?<sequencia>\\d{${tamanho}}|[1-9]\\d{${tamanho},9})`
    }
    case 'unidade':
      return String(numeracao.unidade ?? 0).padStart(parte.tamanho, '0')
    case 'dv':
      return parte.regra === 'nup' ? '\\d\\d' : '\\d'
  }
}

function escapar(texto: string): string {
  return texto.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

function incompleto(entidade: EntidadeAberta, { numeracoes }: Leitura, procura: ProcuraPorNumero): ProblemError {
  const escolhido = entidade.cartao.orgaos.find(({ sigla }) => sigla.toLowerCase() === procura.orgao?.trim().toLowerCase())
  const exemplo = (escolhido ?? entidade.cartao.orgaos[0])?.exemplo ?? ''
  const mensagem =
    conferirDigito(numeracoes, procura.numero, procura) === false
      ? 'Há um número trocado ou faltando: o dígito verificador não confere. Compare com o comprovante.'
      : `Escreva o número como está no comprovante, por exemplo ${exemplo}.`
  return new ProblemError('numero_incompleto', { detail: mensagem, campos: [{ caminho: 'numero', mensagem }] })
}
