/**
 * Drafts kept on this device, in `localStorage`: small, atomic a key, and the browser itself tells the other tabs.
 * A draft never holds a file's bytes, an access code, or more about a person than they agreed to.
 */

import { noAparelho } from './navegador.js'

const PREFIXO = 'protocolo:rascunho:'
const FORMATO = 1
/** Milliseconds; then a draft is gone. */
export const VALIDADE = 30 * 24 * 60 * 60 * 1000

/** A file that the server already holds. */
export interface AnexoDoRascunho {
  id: string
  nome: string
  /** Bytes. */
  tamanho: number
  sha256: string
  tipo: string
  documento: string
}

export interface ConteudoDoRascunho {
  passo: string
  respostas: Readonly<Record<string, unknown>>
  /** Only when the person said that the device is theirs. */
  requerente?: Readonly<Record<string, unknown>>
  aparelho?: 'meu'
  anexos: readonly AnexoDoRascunho[]
  /** Idempotency-Key of the sending, and a short sum of the body that it stands for. */
  envio?: { chave: string; soma: number }
  /** The draft in the conta that could not be reached when this was written. */
  naConta?: { id: string; lido?: string }
}

export interface Rascunho extends ConteudoDoRascunho {
  formato: typeof FORMATO
  /** Milliseconds since 1970. */
  gravadoEm: number
}

/** What became of a draft elsewhere: another tab, or another tag on this page. */
const fins = ['enviado', 'apagado'] as const
export type FimDoRascunho = (typeof fins)[number]

const avisos = new EventTarget()

interface Aviso {
  chave: string
  fim: FimDoRascunho
  de: RascunhoNoAparelho
}

/** The draft of one tipo of one entidade. Where storage is refused, every method still works and nothing is kept. */
export class RascunhoNoAparelho {
  readonly #chave: string
  readonly #agora: () => number
  #guardado = false

  constructor(entidade: string, tipo: string, agora: () => number = Date.now) {
    this.#chave = `${PREFIXO}${entidade}:${tipo}`
    this.#agora = agora
  }

  ler(): Rascunho | undefined {
    const rascunho = lerTexto(
      noAparelho((reserva) => reserva.getItem(this.#chave)),
      this.#agora(),
    )
    this.#guardado = rascunho !== undefined
    return rascunho
  }

  /** The last writer wins. @returns whether the device kept it. */
  gravar(conteudo: ConteudoDoRascunho): boolean {
    const rascunho: Rascunho = { ...conteudo, formato: FORMATO, gravadoEm: this.#agora() }
    this.#guardado =
      noAparelho((reserva) => {
        reserva.setItem(this.#chave, JSON.stringify(rascunho))
        return true
      }) ?? false
    return this.#guardado
  }

  /** Removes it and tells whoever else has it open how it ended. */
  encerrar(fim: FimDoRascunho): void {
    this.#guardado = false
    noAparelho((reserva) => {
      reserva.setItem(this.#chave, JSON.stringify({ fim }))
      reserva.removeItem(this.#chave)
    })
    avisos.dispatchEvent(new CustomEvent<Aviso>('fim', { detail: { chave: this.#chave, fim, de: this } }))
  }

  /** The conta holds it now: nobody is told that it ended, and how it ends is still heard. */
  levar(): void {
    this.#guardado = true
    noAparelho((reserva) => {
      if (!reserva.getItem(this.#chave)) return
      reserva.setItem(this.#chave, JSON.stringify({ fim: 'levado' }))
      reserva.removeItem(this.#chave)
    })
  }

  /** Removes it for this device only, as when the person says that others use it. */
  esquecer(): void {
    this.#guardado = false
    noAparelho((reserva) => reserva.removeItem(this.#chave))
  }

  /** @returns what stops the watch. */
  observar(aoTerminar: (fim: FimDoRascunho) => void): () => void {
    const parar = new AbortController()
    addEventListener(
      'storage',
      (evento) => {
        const fim = evento.key === this.#chave && this.#guardado ? fimDe(evento.newValue) : undefined
        if (!fim || fim === 'levado' || fimDe(evento.oldValue ?? '') === 'levado') return
        this.#guardado = false
        aoTerminar(fim)
      },
      { signal: parar.signal },
    )
    avisos.addEventListener(
      'fim',
      (evento) => {
        if (!(evento instanceof CustomEvent)) return
        const { chave, fim, de }: Aviso = evento.detail
        if (chave !== this.#chave || de === this || !this.#guardado) return
        this.#guardado = false
        aoTerminar(fim)
      },
      { signal: parar.signal },
    )
    return () => parar.abort()
  }
}

/** What was written elsewhere, if it is a draft. */
export function comoRascunho(conteudo: object, gravadoEm: number): Rascunho | undefined {
  const rascunho: unknown = { ...conteudo, formato: FORMATO, gravadoEm }
  return eRascunho(rascunho) ? rascunho : undefined
}

/** Drops every draft that is past its time or unreadable. */
export function limparVencidos(agora: number = Date.now()): void {
  noAparelho((reserva) => {
    for (const chave of Object.keys(reserva)) {
      if (chave.startsWith(PREFIXO) && !lerTexto(reserva.getItem(chave), agora)) reserva.removeItem(chave)
    }
  })
}

/** A short sum (FNV-1a, 32 bits): says whether a body changed, and too little to guess what it held. */
export function somar(texto: string): number {
  let soma = 0x811c9dc5
  for (let i = 0; i < texto.length; i++) soma = Math.imul(soma ^ texto.charCodeAt(i), 0x01000193)
  return soma >>> 0
}

/** The key stays while the body does: a repeated sending gives the same protocolo. */
export function chaveDoEnvio(
  anterior: ConteudoDoRascunho['envio'],
  corpo: string,
  novaChave: () => string,
): { chave: string; soma: number } {
  const soma = somar(corpo)
  return anterior?.soma === soma ? anterior : { chave: novaChave(), soma }
}

function lerTexto(texto: string | null | undefined, agora: number): Rascunho | undefined {
  const lido = texto ? desserializar(texto) : undefined
  return eRascunho(lido) && agora - lido.gravadoEm < VALIDADE ? lido : undefined
}

function fimDe(texto: string | null): FimDoRascunho | 'levado' | undefined {
  if (texto === null) return 'apagado'
  const lido = desserializar(texto)
  return eObjeto(lido) ? ([...fins, 'levado'] as const).find((fim) => fim === lido.fim) : undefined
}

function desserializar(texto: string): unknown {
  try {
    return JSON.parse(texto)
  } catch {
    return undefined
  }
}

function eObjeto(valor: unknown): valor is Record<string, unknown> {
  return typeof valor === 'object' && valor !== null && !Array.isArray(valor)
}

function eRascunho(valor: unknown): valor is Rascunho {
  return (
    eObjeto(valor) &&
    valor.formato === FORMATO &&
    typeof valor.gravadoEm === 'number' &&
    typeof valor.passo === 'string' &&
    eObjeto(valor.respostas) &&
    Array.isArray(valor.anexos) &&
    valor.anexos.every((anexo) => eObjeto(anexo) && typeof anexo.id === 'string' && typeof anexo.documento === 'string')
  )
}
