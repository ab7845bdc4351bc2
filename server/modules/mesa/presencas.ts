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
  /** Calls `mudou` with each protocolo that somebody looks at, when who else looks at it changes. @returns what ends it. */
  ouvir(entidadeId: string, contaId: string, mudou: (protocoloId: string) => void): Promise<() => void>
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
  const ouvintes = new Map<string, Set<(protocoloId: string) => void>>()
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
    if (antes !== (presenca.ate > agora() ? presenca.editando : undefined)) avisar(presenca, doProtocolo)
  }

  /** Those who look at it too. */
  function avisar({ entidadeId, protocoloId, contaId }: Presenca, doProtocolo: ReadonlyMap<string, Presenca>) {
    for (const outra of new Set([...doProtocolo.values()].map((presenca) => presenca.contaId))) {
      if (outra === contaId) continue
      for (const mudou of ouvintes.get(`${entidadeId} ${outra}`) ?? []) mudou(protocoloId)
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
    avisar(presenca, doProtocolo)
  }

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
    async ouvir(entidadeId, contaId, mudou) {
      await ligar()
      const chave = `${entidadeId} ${contaId}`
      const daConta = ouvintes.get(chave) ?? new Set()
      daConta.add(mudou)
      ouvintes.set(chave, daConta)
      return () => {
        daConta.delete(mudou)
        if (daConta.size === 0 && ouvintes.get(chave) === daConta) ouvintes.delete(chave)
      }
    },
    esquecer,
  }
}
