export interface Bell<Ring> {
  ring(ring: Ring): void
  /** Waits for a ring, and gives all there were since the last time. */
  wait(): Promise<Ring[]>
}

/** A bell that rings on for who was not listening when it rang. */
export function createBell<Ring>(): Bell<Ring> {
  let rung: Ring[] = []
  let wake: (() => void) | undefined
  return {
    ring(ring) {
      rung.push(ring)
      wake?.()
    },
    async wait() {
      if (rung.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const rings = rung
      rung = []
      wake = undefined
      return rings
    },
  }
}
