import type { Result, Router } from 'hono/router'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { TrieRouter } from 'hono/router/trie-router'

/**
 * Finds what is under `prefix` (`/v1/`) by one regular expression, and all else by Hono's general router. By itself Hono gives up the
 * fast one for every path as soon as two may be taken for each other, as `/docs/:arquivo` and the hosted pages' `/:entidade/…` are.
 */
export class PrefixRouter<T> implements Router<T> {
  readonly name = 'PrefixRouter'
  readonly #under = new RegExpRouter<T>()
  readonly #elsewhere = new TrieRouter<T>()
  readonly #prefix: string

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  add(method: string, path: string, handler: T): void {
    const under = path.startsWith(this.#prefix)
    const wild = path.startsWith('/*') || path === '*'
    if (under || wild) this.#under.add(method, path, handler)
    if (!under) this.#elsewhere.add(method, path, handler)
  }

  match(method: string, path: string): Result<T> {
    return (path.startsWith(this.#prefix) ? this.#under : this.#elsewhere).match(method, path)
  }
}
