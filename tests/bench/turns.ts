import autocannon from 'autocannon'

/** Median of what each side did, measured in turns, so that a slow minute of the machine falls on both. */
export async function inTurns(rounds: number, ours: () => Promise<number>, ceiling: () => Promise<number>): Promise<[number, number]> {
  await ours()
  await ceiling()
  const measured: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    measured[0].push(await ours())
    measured[1].push(await ceiling())
  }
  return [median(measured[0]), median(measured[1])]
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('nothing was measured')
  return middle
}

/** Requests answered a second under a steady load of `connections`; any answer but `expected` is an error. */
export async function perSecond(
  url: string,
  {
    seconds = 5,
    connections = 32,
    expected = 200,
    next,
  }: { seconds?: number; connections?: number; expected?: number; next: () => autocannon.Request },
): Promise<number> {
  const wrong = new Map<number, number>()
  const result = await autocannon({
    url,
    duration: seconds,
    connections,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
    setupClient: (client) =>
      client.on('response', (status) => {
        if (status !== expected) wrong.set(status, (wrong.get(status) ?? 0) + 1)
      }),
  })
  if (wrong.size || result.errors) throw new Error(`${url}: unexpected answers ${JSON.stringify([...wrong])}, ${result.errors} errors`)
  return result.requests.total / result.duration
}
