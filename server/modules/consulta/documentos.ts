import type { Readable } from 'node:stream'
import type { ChaveDeConsulta } from '../../contract/consulta.js'
import type { Anexo } from '../../contract/protocolos.js'
import { formatarCodigo, lerCodigo } from '../../domain/codigo-de-acesso.js'
import { mascararEmail } from '../../domain/documento.js'
import { anexoVisivel } from '../../domain/visibilidade.js'
import { ProblemError } from '../../platform/http/problem.js'
import { isId } from '../../platform/id.js'
import type { Platform } from '../../platform/platform.js'
import { anexosDe, chaveDoConteudo } from '../anexos/anexos.js'
import type { DadosDoComprovante } from '../comprovantes/comprovantes.js'
import type { Tentativa } from '../desafio/tentativa.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { emitir, paginaDeConsulta, respostasParaLer } from '../protocolos/comprovante.js'
import { conferirChave } from './consulta.js'
import { anexosDaAbertura } from './nivel2.js'
import * as queries from './queries.js'

/**
 * A file that number and access code show: one of the opening, or of a public tramite.
 * @throws protocolo_nao_encontrado, nao_encontrado, prova_necessaria.
 */
export async function abrirAnexo(
  platform: Platform,
  entidade: EntidadeAberta,
  chave: ChaveDeConsulta,
  anexoId: string,
  tentativa?: Tentativa,
): Promise<{ anexo: Anexo; bytes: Readable }> {
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return abrirAnexoDe(platform, entidade, id, anexoId)
}

/** Of a file that is known, storage has nothing. */
export class ConteudoAusente extends Error {
  override name = 'ConteudoAusente'
}

/**
 * The same, of a protocolo that whoever asks was found to be let into.
 * @throws ConteudoAusente.
 */
export async function abrirAnexoDe(
  platform: Platform,
  entidade: EntidadeAberta,
  id: string,
  anexoId: string,
): Promise<{ anexo: Anexo; bytes: Readable }> {
  const anexo = isId(anexoId) ? await queries.anexo(platform.db.sql, entidade.id, id, anexoId) : undefined
  if (!anexo || !anexoVisivel(anexo)) throw new ProblemError('nao_encontrado', { detail: 'Não encontramos esse arquivo neste protocolo.' })
  const bytes = await platform.storage.open(chaveDoConteudo(entidade.id, anexo.sha256))
  if (!bytes) throw new ConteudoAusente(`the content of anexo ${anexo.id} is missing from storage`)
  return { anexo, bytes }
}

/** The comprovante again, for who has number and code. */
export async function comprovanteDaConsulta(
  platform: Platform,
  entidade: EntidadeAberta,
  chave: ChaveDeConsulta,
  tentativa?: Tentativa,
): Promise<DadosDoComprovante> {
  const { id } = await conferirChave(platform, entidade, chave, tentativa)
  return { ...(await comprovanteDe(platform, entidade, id)), codigoAcesso: formatarCodigo(lerCodigo(chave.codigo) ?? '') }
}

/** The same, without the code, of a protocolo that whoever asks was found to be let into. */
export async function comprovanteDe(platform: Platform, entidade: EntidadeAberta, id: string): Promise<DadosDoComprovante> {
  const [protocolo, anexos] = await Promise.all([
    queries.protocolo(platform.db.sql, entidade.id, id),
    anexosDe(platform.db.sql, entidade.id, id),
  ])
  const { tipo, formulario, prioridade, requerente } = protocolo
  const orgao = entidade.orgaosPorId.get(protocolo.orgaoId)
  const unidade = entidade.unidadesPorId.get(protocolo.unidadeId)
  const rascunho = {
    id,
    abertoEm: protocolo.abertoEm.toISOString(),
    prazo: protocolo.prazo,
    tipo: { codigo: tipo.codigo, nome: tipo.nome },
    orgao: { sigla: orgao?.sigla ?? '', nome: orgao?.nome ?? '' },
    unidade: { codigo: unidade?.codigo ?? '', nome: unidade?.nome ?? '' },
    ...(prioridade && { prioridade }),
    respostas: respostasParaLer(formulario, protocolo.respostas),
    anexos: anexosDaAbertura(protocolo, anexos),
    pagina: paginaDeConsulta(platform, entidade),
    ...(requerente.email && { email: mascararEmail(requerente.email) }),
  }
  return emitir(rascunho, protocolo.numero)
}
