import postgres from 'postgres'

type Options = NonNullable<Parameters<typeof postgres>[1]>

/**
 * A client of the driver for any connection string of ours. The driver does not read the folder of a Unix socket from
 * `postgres://user:password@%2Ffolder:5432/database`, as libpq does. Notices are not printed.
 */
export function connectTo<T extends Options>(url: string, options: T) {
  const host = decodeURIComponent(new URL(url).hostname)
  return postgres(url, { onnotice: () => undefined, ...(host.startsWith('/') && { host }), ...options })
}
