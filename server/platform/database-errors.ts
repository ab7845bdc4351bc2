/** The database is away or too busy to answer. Nothing is known to be committed. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

const connectionCodes = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/**
 * SQLSTATEs of a server that stops, starts, has no room or gives up on waiting: 08 connection, 25P03 idle in transaction,
 * 53300 connections, 55P03 lock, 57014 statement time-out, 57P01–57P05 shutdown. A full disk (53100) is not among them.
 */
const serverCode = /^(?:08...|25P03|53300|55P03|57014|57P0[1-5])$/

/** True when an error says that the database is away or too busy: the same request may work a moment later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true
  const code = codeOf(error)
  if (code === undefined) return false
  return connectionCodes.has(code) || serverCode.test(code) || (code === 'ENOENT' && isFromConnecting(error))
}

/** SQLSTATE 40001 and 40P01: the transaction lost against another and is worth running again. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40001' || code === '40P01'
}

/** SQLSTATE or system error code, when the error has one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** A Unix socket that does not exist, told from any other missing file. */
function isFromConnecting(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'connect'
}
