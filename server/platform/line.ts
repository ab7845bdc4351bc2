export interface Line {
  run<T>(fn: () => Promise<T>): Promise<T>
}

/** Lets `most` go on at once; the others wait in line. */
export function createLine(most: number): Line {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async run(fn) {
      if (running < most) running++
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await fn()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
  }
}
