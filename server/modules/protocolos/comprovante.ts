import type { Anexo, Comprovante } from '../../contract/protocolos.js'
import { escreverResposta } from '../../domain/escrita-das-respostas.js'
import type { Respostas, Tipo } from '../../domain/tipo.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'

/** A comprovante before it has its number. `pagina` is where the entidade consults. */
export type Rascunho = Omit<Comprovante, 'numero' | 'consulta'> & { pagina: string }

export function emitir<R extends { pagina: string }>({ pagina, ...rascunho }: R, numero: string) {
  return { ...rascunho, numero, consulta: enderecoDeConsulta(pagina, numero) }
}

/** The page on the entidade's own site, or the hosted one. */
export function paginaDeConsulta(platform: Platform, entidade: EntidadeAberta): string {
  return entidade.arquivo.paginas.consulta ?? `${platform.config.address}/${entidade.codigo}`
}

/** The page with the number in it; the code never stands in an address. */
export function enderecoDeConsulta(pagina: string, numero: string): string {
  const endereco = new URL(pagina)
  endereco.searchParams.set('protocolo', numero)
  return endereco.href
}

/** What was answered, in the order of the form. */
export function respostasParaLer(tipo: Tipo, respostas: Respostas): { rotulo: string; valor: string }[] {
  return tipo.campos.flatMap((campo) => {
    const resposta = respostas[campo.codigo]
    return resposta === undefined ? [] : [{ rotulo: campo.rotulo, valor: escreverResposta(campo, resposta) }]
  })
}

/** A file with the name of the document it stands for. */
export function anexoParaLer(tipo: Tipo, anexo: Anexo, documento: string): Anexo & { documento: string } {
  const { id, nome, tipo: mime, tamanho, sha256 } = anexo
  return { id, nome, tipo: mime, tamanho, sha256, documento: tipo.documentos.find((d) => d.codigo === documento)?.nome ?? documento }
}
