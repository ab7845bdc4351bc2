import { lerCodigo } from '../server/domain/codigo-de-acesso.js'
import { documentosPedidos } from '../server/domain/documentos.js'
import { anoEm, contarPrazo, diaEm, somarDias } from '../server/domain/prazo.js'
import { guardarAnexo } from '../server/modules/anexos/anexos.js'
import { hashDaSenha } from '../server/modules/contas/senhas.js'
import { buscarEntidade, type EntidadeAberta, type TipoAberto } from '../server/modules/entidades/entidades.js'
import { hashDoCodigo } from '../server/modules/protocolos/codigo.js'
import type { Platform } from '../server/platform/platform.js'
import { documentoDeExemplo } from './documento-de-exemplo.js'
import * as gravar from './gravar.js'
import { contarHistoria, type Historia } from './historia.js'
import { type PedidoFeito, pedidosFeitos } from './pedidos.js'
import { cidada, empresa, senha, servidores } from './pessoas.js'

/**
 * People and protocolos for the demo, dated before now. Done once: whatever was changed since stays.
 * Numbers come from the same function that opens every protocolo, so they have no gaps; no e-mail is owed for them.
 * @returns whether there was anything to do.
 */
export async function semear(platform: Platform): Promise<boolean> {
  if (await gravar.existe(platform.db.sql, cidada.documento)) return false
  const entidades = await abertas(platform)
  const planos = await Promise.all(pedidosFeitos.map((pedido) => planejar(platform, entidades, pedido)))
  planos.sort((um, outro) => um.historia.abertoEm.getTime() - outro.historia.abertoEm.getTime())
  const contas = await Promise.all(
    [cidada, empresa, ...servidores].map(async (pessoa) => ({ id: platform.random.id(), senhaHash: await hashDaSenha(senha), ...pessoa })),
  )
  const contaDe = new Map(contas.map(({ documento, id }) => [documento, id]))
  return platform.db.transaction(async (sql) => {
    await gravar.travar(sql)
    if (await gravar.existe(sql, cidada.documento)) return false
    await gravar.contas(sql, contas, platform.clock.now())
    await gravar.lotacoes(
      sql,
      servidores.flatMap(({ documento, entidade, papel, unidades }) =>
        unidades.map((codigo) => {
          const unidade = unidadeDe(achar(entidades, entidade), codigo)
          return { entidade: achar(entidades, entidade).id, id: platform.random.id(), unidade, conta: achar(contaDe, documento), papel }
        }),
      ),
    )
    const feitos = planos.map((plano) => ({ ...plano, id: platform.random.id() }))
    await gravar.aberturas(
      sql,
      feitos.map((feito) => linhaDe(platform, feito, contaDe.get(feito.pedido.de.documento) ?? null)),
    )
    await gravar.tramites(
      sql,
      feitos.flatMap((feito) => tramitesDe(platform, feito, contaDe)),
    )
    await gravar.mensagens(
      sql,
      feitos.flatMap((feito) => mensagensDe(platform, feito, contaDe)),
    )
    await gravar.situacoes(
      sql,
      feitos.map((feito) => situacaoDe(feito, contaDe, platform.clock.now())),
    )
    const ids = feitos.map(({ id }) => id)
    await gravar.pendencias(sql, ids)
    await gravar.leituras(sql, ids, platform.clock.now())
    await gravar.vistas(sql, vistasDe(platform, feitos, contaDe))
    return true
  })
}

interface Plano {
  pedido: PedidoFeito
  entidade: EntidadeAberta
  tipo: TipoAberto
  historia: Historia
  anexos: { id: string; sha256: string; documento: string }[]
  /** Of its private despacho. */
  parecer: string | null
}

type Feito = Plano & { id: string }

async function abertas(platform: Platform): Promise<Map<string, EntidadeAberta>> {
  const codigos = new Set(pedidosFeitos.map(({ entidade }) => entidade))
  const pares = await Promise.all(
    [...codigos].map(async (codigo) => {
      const entidade = await buscarEntidade(platform, codigo)
      if (!entidade) throw new Error(`the entidade ${codigo} of the demo was not imported`)
      return [codigo, entidade] as const
    }),
  )
  return new Map(pares)
}

async function planejar(platform: Platform, entidades: ReadonlyMap<string, EntidadeAberta>, pedido: PedidoFeito): Promise<Plano> {
  const entidade = achar(entidades, pedido.entidade)
  const tipo = achar(entidade.tipos, pedido.tipo)
  const historia = contarHistoria(pedido, tipo.unidade.codigo, platform.clock.now())
  const pedidos = documentosPedidos(tipo.definicao, pedido.respostas).filter(({ obrigatorio }) => obrigatorio)
  const anexos = await Promise.all(
    pedidos.map(async ({ codigo, nome }) => {
      const envio = { nome: `${codigo}.pdf`, tipo: pedido.tipo, documento: codigo, bytes: documentoDeExemplo(nome, historia.abertoEm) }
      const { id, sha256 } = await guardarAnexo(platform, entidade, envio)
      return { id, sha256, documento: codigo }
    }),
  )
  const comArquivo = historia.passos.find((passo) => passo.comArquivo)
  const bytes = comArquivo && documentoDeExemplo('Parecer', comArquivo.em)
  const parecer = bytes ? (await guardarAnexo(platform, entidade, { nome: 'parecer.pdf', bytes })).id : null
  return { pedido, entidade, tipo, historia, anexos, parecer }
}

function linhaDe(
  { random }: Platform,
  { id, pedido, entidade, tipo, historia, anexos }: Feito,
  conta: string | null,
): gravar.LinhaDeAbertura {
  const { numeracao } = tipo.orgao
  const { fuso } = entidade.arquivo
  const bytes = (quantos: number) => random.bytes(quantos).toString('hex')
  return {
    entidade_id: entidade.id,
    protocolo_id: id,
    tramite_id: random.id(),
    auditoria_id: random.id(),
    quem: 'demonstracao',
    conta_id: conta,
    chave_hash: bytes(32),
    impressao: bytes(32),
    selado: bytes(32),
    prova_hash: null,
    prova_expira: null,
    agora: historia.abertoEm.toISOString(),
    orgao_id: tipo.orgao.id,
    ano: anoEm(fuso, historia.abertoEm),
    inicio: numeracao.inicio ?? 1,
    mascara: numeracao.mascara,
    sigla: tipo.orgao.sigla,
    unidade_numero: numeracao.unidade ?? 0,
    tipo_id: tipo.id,
    tipo_versao: tipo.versao,
    unidade_id: tipo.unidade.id,
    sigilo: tipo.definicao.sigilo ?? 'publico',
    prioridade: pedido.prioridade ?? null,
    requerente: { ...pedido.de },
    respostas: pedido.respostas,
    prazo: contarPrazo(entidade.calendario, diaEm(fuso, historia.abertoEm), tipo.definicao.prazo),
    codigo_hash: pedido.codigo ? hashDoCodigo(id, lerCodigo(pedido.codigo) ?? '').toString('hex') : bytes(32),
    anexos,
    emails: [],
  }
}

function tramitesDe({ random }: Platform, { id, entidade, pedido, historia, parecer }: Feito, contaDe: ReadonlyMap<string, string>) {
  return historia.passos.map(({ especie, em, unidade, destino, texto, visibilidade, prazo, comArquivo }) => ({
    entidade: entidade.id,
    protocolo: id,
    id: random.id(),
    auditoria: random.id(),
    especie,
    em: em.toISOString(),
    unidade: unidadeDe(entidade, unidade),
    destino: destino === undefined ? null : unidadeDe(entidade, destino),
    autor: contaDe.get(quemTrabalhaEm(pedido.entidade, unidade)) ?? null,
    texto: texto ?? null,
    visibilidade,
    prazo: prazo?.toISOString() ?? null,
    anexo: comArquivo ? parecer : null,
  }))
}

function mensagensDe({ random }: Platform, { id, entidade, pedido, historia }: Feito, contaDe: ReadonlyMap<string, string>) {
  return historia.falas.map(({ de, em, unidade, texto }) => {
    const autor = de === 'cidadao' ? pedido.de.documento : quemTrabalhaEm(pedido.entidade, unidade)
    return {
      entidade: entidade.id,
      protocolo: id,
      id: random.id(),
      de,
      em: em.toISOString(),
      unidade: de === 'cidadao' ? null : unidadeDe(entidade, unidade),
      autor: contaDe.get(autor) ?? null,
      texto,
    }
  })
}

/** Lets the citizen see two protocolos of the company. */
function vistasDe(platform: Platform, feitos: readonly Feito[], contaDe: ReadonlyMap<string, string>): gravar.VistaDada[] {
  const daEmpresa = feitos.filter(({ pedido }) => pedido.de === empresa && pedido.entidade === 'vila-serena')
  const favores = [
    { feito: daEmpresa[0], documento: null, email: cidada.email, dias: 10 },
    { feito: daEmpresa[1], documento: cidada.documento, email: null, dias: 30 },
  ]
  return favores.map(({ feito, documento, email, dias }) => {
    if (!feito) throw new Error('the company of the demo has less than two protocolos in vila-serena')
    const agora = platform.clock.now()
    const ate = new Date(agora.getTime() + dias * 24 * 3_600_000)
    const por = achar(contaDe, quemTrabalhaEm(feito.pedido.entidade, feito.historia.unidade))
    return { entidade: feito.entidade.id, id: platform.random.id(), protocolo: feito.id, documento, email, ate, em: agora, por }
  })
}

/** Days from now on which what is parado is looked at again. */
const paradoPor = 9

function situacaoDe({ id, entidade, pedido, historia }: Feito, contaDe: ReadonlyMap<string, string>, agora: Date) {
  const { passos } = historia
  const ultimo = passos.at(-1)?.em ?? historia.abertoEm
  const retorno = passos.findLast(({ prazo }) => prazo)
  // Of what was forwarded, whoever wrote there afterwards had received it.
  const chegada = passos.findLastIndex(({ especie }) => especie === 'encaminhamento' || especie === 'recebimento')
  const recebido = passos[chegada]?.especie === 'recebimento' ? passos[chegada] : passos[chegada + 1]
  const responsavel = pedido.mesa?.atribuido && contaDe.get(quemTrabalhaEm(pedido.entidade, historia.unidade))
  return {
    entidade: entidade.id,
    protocolo: id,
    situacao: pedido.situacao,
    resultado: historia.resultado ?? null,
    unidade: unidadeDe(entidade, historia.unidade),
    em: ultimo.toISOString(),
    passos: passos.length + historia.falas.length,
    recebido: recebido?.em.toISOString() ?? null,
    responsavel: responsavel ?? null,
    parado: pedido.situacao === 'parado' ? somarDias(diaEm(entidade.arquivo.fuso, agora), paradoPor) : null,
    retorno: retorno?.prazo ? { em: retorno.prazo.toISOString(), unidade: unidadeDe(entidade, retorno.unidade) } : null,
  }
}

function quemTrabalhaEm(entidade: string, unidade: string): string {
  return servidores.find((servidor) => servidor.entidade === entidade && servidor.unidades.includes(unidade))?.documento ?? ''
}

function unidadeDe(entidade: EntidadeAberta, codigo: string): string {
  return achar(entidade.unidades, codigo).id
}

function achar<T>(mapa: ReadonlyMap<string, T>, chave: string): T {
  const achado = mapa.get(chave)
  if (achado === undefined) throw new Error(`the demo speaks of "${chave}", which does not exist`)
  return achado
}
