const ends: (() => Promise<unknown>)[] = []
let last: Promise<unknown> = Promise.resolve()

/** Waits for something to begin and remembers how it ends, from before it has begun: a bench may be stopped at any moment. */
export async function begin<T>(beginning: T | Promise<T>, end: (begun: T) => unknown): Promise<T> {
  ends.push(() => Promise.resolve(beginning).then(end, () => undefined))
  return beginning
}

/** How much there is to be ended, for {@link endDownTo}. */
export function begun(): number {
  return ends.length
}

/** Ends what began after the first `count`, the newest first. Asked twice, the second waits for the first. */
export function endDownTo(count: number): Promise<unknown> {
  last = last.then(async () => {
    while (ends.length > count)
      await ends
        .pop()?.()
        .catch((error: unknown) => console.error(error))
  })
  return last
}
