import { codeOf, isRetryable, isUnavailable } from '../database.js'
import { Unavailable } from '../unavailable.js'

/** Codes where waiting helps too: the database out of memory or read-only after a fail-over; this process or machine out of open files. */
const passing = new Set(['53200', '25006', 'EMFILE', 'ENFILE'])
/** A disk that turned read-only, as a failing one does, takes nothing either. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EROFS', '53100'])

/** Whether something this service leans on, the database first, is away or overburdened for now. */
export function isAway(error: unknown): boolean {
  return anyCause(
    error,
    (cause) => cause instanceof Unavailable || isUnavailable(cause) || isRetryable(cause) || passing.has(codeOf(cause) ?? ''),
  )
}

/** Whether a disk takes nothing more, here or under the database. */
export function isFull(error: unknown): boolean {
  return anyCause(error, (cause) => full.has(codeOf(cause) ?? ''))
}

/** Whether something was written for a conta, or a session of one, that was removed meanwhile. */
export function isOrphan(error: unknown): boolean {
  return anyCause(
    error,
    (cause) =>
      codeOf(cause) === '23503' && cause instanceof Error && 'constraint_name' in cause && /_conta_id_/.test(String(cause.constraint_name)),
  )
}

function anyCause(error: unknown, matches: (cause: unknown) => boolean): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (matches(cause)) return true
  }
  return false
}
