import { createHash } from 'node:crypto'
import { isId } from '../id.js'
import { ProblemError } from './problem.js'

/** Where a list goes on. Opaque, and bound to whose list it is so that one that was cut or altered is told from a whole one: nothing in it is secret. */
export function writeCursor(owner: string, place: readonly [string, string]): string {
  const written = place.join(' ')
  return Buffer.from(`${written} ${checkOf(owner, written)}`).toString('base64url')
}

/** The place in a cursor that {@link writeCursor} wrote for the same owner: a day or an instant, and an id. Anyone could write another. */
export function readCursor(owner: string, text: string): [string, string] | undefined {
  if (text.length > 200) return undefined
  const [first = '', second = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  const written = writeCursor(owner, [first, second]) === text
  return written && isTime(first) && isId(second) ? [first, second] : undefined
}

const timeShape = /^[12]\d{3}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{6}Z)?$/

/** One that the calendar has. */
function isTime(text: string): boolean {
  const time = timeShape.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10))
}

export const noSuchPage = 'Esta página não existe. Volte à primeira.'

/** A page of what was found, when one more than `size` was looked for: whether others come after is told by that one. */
export function pageOf<Row>(
  owner: string,
  rows: readonly Row[],
  size: number,
  placeOf: (row: Row) => readonly [string, string],
): { rows: Row[]; next: string | null } {
  const last = rows.length > size ? rows[size - 1] : undefined
  return { rows: rows.slice(0, size), next: last ? writeCursor(owner, placeOf(last)) : null }
}

/** Where a request's `depois` has a list go on, if it does. @throws campos_invalidos. */
export function placeAfter(owner: string, depois: string | undefined): [string, string] | undefined {
  const place = depois ? readCursor(owner, depois) : undefined
  if (!depois || place) return place
  throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'depois', mensagem: noSuchPage }] })
}

function checkOf(owner: string, written: string): string {
  return createHash('sha256').update(`${owner} ${written}`).digest('base64url').slice(0, 12)
}
