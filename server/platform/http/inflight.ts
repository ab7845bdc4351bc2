import type { Context, MiddlewareHandler } from 'hono'
import { addressOf } from './address.js'
import { ProblemError } from './problem.js'

interface Sharing {
  /** At once, of everybody. */
  most: number
  /** Of one address: whoever sends slowly on purpose does not take every place. */
  mostOfOne?: number
}

/** A count of what goes on at once. `take` gives what ends one's turn, or nothing when there is no place. */
export function createPlaces({ most, mostOfOne = most }: Sharing) {
  const byAddress = new Map<string, number>()
  let taken = 0
  return {
    take(address: string): (() => void) | undefined {
      const ofOne = byAddress.get(address) ?? 0
      if (taken >= most || ofOne >= mostOfOne) return undefined
      taken++
      byAddress.set(address, ofOne + 1)
      return () => leave(address)
    },
  }

  function leave(address: string) {
    taken--
    const left = (byAddress.get(address) ?? 1) - 1
    if (left > 0) byAddress.set(address, left)
    else byAddress.delete(address)
  }
}

interface Options extends Sharing {
  /** Requests that are not counted here, such as uploads, which have a cap of their own. */
  except?: (c: Context) => boolean
}

/** Refuses the requests that come past the cap, before they pile up in memory. */
export function inflight({ except, ...sharing }: Options): MiddlewareHandler {
  const places = createPlaces(sharing)
  return (c, next) => {
    if (except?.(c)) return next()
    const leave = places.take(addressOf(c))
    if (!leave) throw new ProblemError('indisponivel', { headers: { 'Retry-After': '2' } })
    return next().finally(leave)
  }
}
