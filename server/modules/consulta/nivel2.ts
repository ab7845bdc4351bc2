import type { ConsultaNivel2, Tramite } from '../../contract/consulta.js'
import type { Mensagem } from '../../contract/mensagens.js'
import type { Anexo } from '../../contract/protocolos.js'
import { diaEm, diasEntre } from '../../domain/prazo.js'
import { tramitesVisiveis } from '../../domain/visibilidade.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { anexoParaLer, respostasParaLer } from '../protocolos/comprovante.js'
import type { AnexoGuardado, ProtocoloGuardado, TramiteGuardado } from './queries.js'

/** What number and access code show of a protocolo, as of `agora`. */
export function montarNivel2(
  entidade: EntidadeAberta,
  agora: Date,
  protocolo: ProtocoloGuardado,
  tramites: readonly TramiteGuardado[],
  anexos: readonly AnexoGuardado[],
  mensagens: Mensagem[],
): ConsultaNivel2 {
  const orgao = entidade.orgaosPorId.get(protocolo.orgaoId)
  return {
    nivel: 2,
    numero: protocolo.numero,
    orgao: { sigla: orgao?.sigla ?? '', nome: orgao?.nome ?? '' },
    tipo: protocolo.tipo.nome,
    unidade: nomeDaUnidade(entidade, protocolo.unidadeId) ?? '',
    situacao: protocolo.situacao,
    resultado: protocolo.resultado,
    abertoEm: protocolo.abertoEm.toISOString(),
    atualizadoEm: protocolo.atualizadoEm.toISOString(),
    encerradoEm: protocolo.encerradoEm?.toISOString() ?? null,
    prazo: protocolo.prazo,
    diasRestantes: diasEntre(diaEm(entidade.arquivo.fuso, agora), protocolo.prazo),
    requerente: protocolo.requerente.nome ?? null,
    respostas: respostasParaLer(protocolo.tipo, protocolo.respostas),
    anexos: anexosDaAbertura(protocolo, anexos),
    tramites: tramitesParaLer(entidade, tramites, anexos),
    mensagens,
  }
}

export function anexosDaAbertura({ tipo }: ProtocoloGuardado, anexos: readonly AnexoGuardado[]) {
  return anexos.filter(({ tramiteId }) => tramiteId === null).map((anexo) => anexoParaLer(tipo, anexo, anexo.documento ?? ''))
}

function nomeDaUnidade(entidade: EntidadeAberta, id: string | null): string | null {
  return id === null ? null : (entidade.unidadesPorId.get(id)?.nome ?? null)
}

function tramitesParaLer(entidade: EntidadeAberta, tramites: readonly TramiteGuardado[], anexos: readonly AnexoGuardado[]): Tramite[] {
  const comAnexos = tramites.map((tramite) => ({
    ...tramite,
    anexos: anexos.filter(({ tramiteId }) => tramiteId === tramite.id).map(semTramite),
  }))
  return tramitesVisiveis(comAnexos).map(({ id, especie, em, unidadeId, destinoId, texto, anexos, procurador }) => ({
    id,
    especie,
    em: em.toISOString(),
    unidade: nomeDaUnidade(entidade, unidadeId),
    destino: nomeDaUnidade(entidade, destinoId),
    texto,
    anexos,
    ...(procurador !== null && { porProcuracao: procurador }),
  }))
}

function semTramite({ id, nome, tipo, tamanho, sha256 }: AnexoGuardado): Anexo {
  return { id, nome, tipo, tamanho, sha256 }
}
