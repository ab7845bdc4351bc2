import type { ConsultaNivel2, Tramite } from '../../contract/consulta.js'
import type { Mensagem } from '../../contract/mensagens.js'
import type { PendenciaParaLer } from '../../contract/pendencias.js'
import type { Anexo } from '../../contract/protocolos.js'
import { type Correcao, escreverCorrigidas, substitutos } from '../../domain/correcao.js'
import { diaEm, diasEntre } from '../../domain/prazo.js'
import { emAberto } from '../../domain/situacao.js'
import { tramitesVisiveis } from '../../domain/visibilidade.js'
import type { AnexoGuardado } from '../anexos/anexos.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { anexoParaLer } from '../protocolos/comprovante.js'
import type { ProtocoloGuardado, TramiteGuardado } from './queries.js'

/** All that is kept of a protocolo. */
interface Partes {
  protocolo: ProtocoloGuardado
  tramites: readonly TramiteGuardado[]
  anexos: readonly AnexoGuardado[]
  mensagens: Mensagem[]
  pendencias: PendenciaParaLer[]
  correcoes: readonly Correcao[]
}

/** What number and access code show of a protocolo, as of `agora`. */
export function montarNivel2(entidade: EntidadeAberta, agora: Date, partes: Partes): ConsultaNivel2 {
  const { protocolo, tramites, anexos, mensagens, pendencias, correcoes } = partes
  const orgao = entidade.orgaosPorId.get(protocolo.orgaoId)
  return {
    nivel: 2,
    numero: protocolo.numero,
    orgao: { sigla: orgao?.sigla ?? '', nome: orgao?.nome ?? '' },
    tipo: protocolo.tipo.nome,
    codigoDoTipo: protocolo.tipo.codigo,
    unidade: nomeDaUnidade(entidade, protocolo.unidadeId) ?? '',
    situacao: protocolo.situacao,
    resultado: protocolo.resultado,
    abertoEm: protocolo.abertoEm.toISOString(),
    atualizadoEm: protocolo.atualizadoEm.toISOString(),
    encerradoEm: protocolo.encerradoEm?.toISOString() ?? null,
    prazo: protocolo.prazo,
    diasRestantes: diasEntre(diaEm(entidade.arquivo.fuso, agora), protocolo.prazo),
    ...prazoAdiado(protocolo),
    tempoUsual: entidade.tipos.get(protocolo.tipo.codigo)?.tempoUsual ?? null,
    requerente: protocolo.requerente.nome ?? null,
    respostas: respostasCorrigidas(protocolo, correcoes),
    anexos: anexosCorrigidos(protocolo, anexos, correcoes),
    tramites: tramitesParaLer(entidade, tramites, anexos),
    pendencias,
    mensagens,
    ...documentoEmitido(protocolo, tramites),
  }
}

/** Of what still waits for its prazo, why that is later. */
function prazoAdiado({ situacao, prazoAdiado }: ProtocoloGuardado): Pick<ConsultaNivel2, 'prazoAdiado'> {
  if (!prazoAdiado || !emAberto(situacao)) return {}
  const { de, ate } = prazoAdiado
  return { prazoAdiado: { de: new Date(de).toISOString(), ate: new Date(ate).toISOString() } }
}

/** What the last conclusion issued, unless it was reopened since. */
function documentoEmitido({ situacao }: ProtocoloGuardado, tramites: readonly TramiteGuardado[]): Pick<ConsultaNivel2, 'documentoEmitido'> {
  const ultimo = tramites.find(({ especie }) => especie === 'encerramento')
  if (situacao !== 'encerrado' || ultimo?.visibilidadeAnexos !== 'publico' || !ultimo.documento) return {}
  return { documentoEmitido: ultimo.documento }
}

function respostasCorrigidas({ formulario, respostas }: ProtocoloGuardado, correcoes: readonly Correcao[]): ConsultaNivel2['respostas'] {
  return escreverCorrigidas(formulario.campos, respostas, correcoes).map(({ campo: _, ...escrita }) => escrita)
}

function anexosCorrigidos(protocolo: ProtocoloGuardado, anexos: readonly AnexoGuardado[], correcoes: readonly Correcao[]) {
  const novos = substitutos(correcoes)
  return anexosDaAbertura(protocolo, anexos).map((anexo) => {
    const substituidoPor = novos.get(anexo.id)
    return { ...anexo, ...(substituidoPor !== undefined && { substituidoPor }) }
  })
}

export function anexosDaAbertura({ formulario }: ProtocoloGuardado, anexos: readonly AnexoGuardado[]) {
  return anexos.filter(({ daAbertura }) => daAbertura).map((anexo) => anexoParaLer(formulario, anexo, anexo.documento ?? ''))
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
