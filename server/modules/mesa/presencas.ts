import { oncePer } from '../../platform/once-per.js'
import type { Platform } from '../../platform/platform.js'
import * as queries from './queries.js'

/** Who looks at a protocolo, or writes in it, on one device. */
export interface Presenca {
  entidadeId: string
  protocoloId: string
  sessaoId: string
  contaId: string
  nome: string
  editando: boolean
  /** Milliseconds since 1970: then it is forgotten, unless told again. */
  ate: number
}

/** A protocolo whose looks changed, and the unidade that held it after that. */
export interface Olhado {
  protocoloId: string
  unidadeId: string
}

/** Somebody who looks, however many devices they look with. */
export interface Presente {
  nome: string
  editando: boolean
}

interface Presencas {
  /** Keeps it, here and on the other nodes. */
  marcar(presenca: Presenca): Promise<void>
  /** Forgets it, here and on the other nodes. */
  desmarcar(presenca: Presenca): Promise<void>
  /** Who else looks at a protocolo now, by name. */
  outros(entidadeId: string, protocoloId: string, contaId: string): Presente[]
  /** Whether somebody looks at it themselves now. */
  olha(entidadeId: string, protocoloId: string, contaId: string): boolean
  /** Ids of the protocolos that somebody looks at themselves now. */
  olhadosPor(entidadeId: string, contaId: string): string[]
  /** Every protocolo of an entidade that somebody looks at now, and the unidade that holds it. */
  olhados(entidadeId: string): Promise<Olhado[]>
  /** Calls `mudou` with each protocolo of an entidade when who looks at it changes. @returns what ends it. */
  ouvir(entidadeId: string, mudou: (olhado: Olhado) => void): Promise<() => void>
  /** Tells who listens of a protocolo once more, if anybody looks at it: it may have come to another unidade. */
  repetir(entidadeId: string, protocoloId: string): void
  /** Forgets who has not been told of for long. */
  esquecer(): void
}

/** Milliseconds. */
const entreVarreduras = 5_000

export const presencasDe = oncePer(criarPresencas)

/** Kept in memory on every node, and told to the others by NOTIFY: a node that hears of nobody for a while learns with the next sign of life. */
function criarPresencas(platform: Platform): Presencas {
  const no = platform.random.id()
  /** By protocolo, and there by session. */
  const presentes = new Map<string, Map<string, Presenca>>()
  /** By entidade. */
  const ouvintes = new Map<string, Set<(olhado: Olhado) => void>>()
  /** By entidade: what is still to be told. */
  let porContar = new Map<string, Set<string>>()
  let contando = false
  let ouvindo: Promise<unknown> | undefined
  const agora = () => platform.clock.now().getTime()

  const atuais = (entidadeId: string, protocoloId: string) =>
    [...(presentes.get(`${entidadeId} ${protocoloId}`)?.values() ?? [])].filter(({ ate }) => ate > agora())

  function guardar(presenca: Presenca) {
    const chave = `${presenca.entidadeId} ${presenca.protocoloId}`
    const doProtocolo = presentes.get(chave) ?? new Map<string, Presenca>()
    const anterior = doProtocolo.get(presenca.sessaoId)
    if (presenca.ate > agora()) doProtocolo.set(presenca.sessaoId, presenca)
    else doProtocolo.delete(presenca.sessaoId)
    if (doProtocolo.size > 0) presentes.set(chave, doProtocolo)
    else presentes.delete(chave)
    const antes = anterior && anterior.ate > agora() ? anterior.editando : undefined
    if (antes !== (presenca.ate > agora() ? presenca.editando : undefined)) avisar(presenca)
  }

  function avisar({ entidadeId, protocoloId }: Pick<Presenca, 'entidadeId' | 'protocoloId'>) {
    if (!ouvintes.has(entidadeId)) return
    porContar.set(entidadeId, (porContar.get(entidadeId) ?? new Set()).add(protocoloId))
    if (!contando) void contar()
  }

  /** Asked for once for all the desks of this node, after the change: where it was before opens nothing to anybody. */
  async function contar(): Promise<void> {
    contando = true
    try {
      while (porContar.size > 0) {
        const vez = porContar
        porContar = new Map()
        for (const [entidadeId, ids] of vez) {
          for (const olhado of await queries.ondeEstao(platform.db.sql, entidadeId, [...ids])) {
            for (const mudou of ouvintes.get(entidadeId) ?? []) mudou(olhado)
          }
        }
      }
    } catch (err) {
      platform.log.warn({ err }, 'who looks at what was not told')
    } finally {
      contando = false
    }
  }

  async function anunciar(presenca: Presenca) {
    await ligar()
    guardar(presenca)
    await queries.anunciar(platform.db.sql, JSON.stringify({ no, presenca }))
  }

  async function ligar() {
    ouvindo ??= platform.db.listen('presencas', receber).catch((error: unknown) => {
      ouvindo = undefined
      throw error
    })
    await ouvindo
  }

  function receber(recado: string) {
    const { no: outro, presenca }: { no: string; presenca: Presenca } = JSON.parse(recado)
    if (outro !== no) guardar(presenca)
  }

  function esquecer() {
    for (const doProtocolo of [...presentes.values()]) {
      for (const presenca of [...doProtocolo.values()]) if (presenca.ate <= agora()) esquecerUma(presenca, doProtocolo)
    }
  }

  function esquecerUma(presenca: Presenca, doProtocolo: Map<string, Presenca>) {
    doProtocolo.delete(presenca.sessaoId)
    if (doProtocolo.size === 0) presentes.delete(`${presenca.entidadeId} ${presenca.protocoloId}`)
    avisar(presenca)
  }

  /** Of an entidade, those that hold. */
  const todas = (entidadeId: string) =>
    [...presentes.values()].flatMap((doProtocolo) =>
      [...doProtocolo.values()].filter((presenca) => presenca.entidadeId === entidadeId && presenca.ate > agora()),
    )

  setInterval(esquecer, entreVarreduras).unref()

  return {
    marcar: anunciar,
    desmarcar: (presenca) => anunciar({ ...presenca, ate: 0 }),
    outros(entidadeId, protocoloId, contaId) {
      const porConta = new Map<string, Presente>()
      for (const { contaId: outra, nome, editando } of atuais(entidadeId, protocoloId)) {
        if (outra !== contaId) porConta.set(outra, { nome, editando: editando || (porConta.get(outra)?.editando ?? false) })
      }
      return [...porConta.values()].sort((a, b) => a.nome.localeCompare(b.nome, 'pt-BR'))
    },
    olha: (entidadeId, protocoloId, contaId) => atuais(entidadeId, protocoloId).some((presenca) => presenca.contaId === contaId),
    olhadosPor: (entidadeId, contaId) => [
      ...new Set(todas(entidadeId).flatMap((presenca) => (presenca.contaId === contaId ? [presenca.protocoloId] : []))),
    ],
    async olhados(entidadeId) {
      const ids = new Set(todas(entidadeId).map(({ protocoloId }) => protocoloId))
      return ids.size > 0 ? queries.ondeEstao(platform.db.sql, entidadeId, [...ids]) : []
    },
    async ouvir(entidadeId, mudou) {
      await ligar()
      const daEntidade = ouvintes.get(entidadeId) ?? new Set()
      ouvintes.set(entidadeId, daEntidade.add(mudou))
      return () => {
        daEntidade.delete(mudou)
        if (daEntidade.size === 0 && ouvintes.get(entidadeId) === daEntidade) ouvintes.delete(entidadeId)
      }
    },
    repetir(entidadeId, protocoloId) {
      if (atuais(entidadeId, protocoloId).length > 0) avisar({ entidadeId, protocoloId })
    },
    esquecer,
  }
}
