import type { Clock } from '../../../server/platform/platform.js'

export interface FixedClock extends Clock {
  set(instant: string): void
}

/** A clock that stands still at `instant` (ISO 8601) until it is set. */
export function fixedClock(instant = '2026-11-21T12:00:00Z'): FixedClock {
  let now = new Date(instant)
  return {
    now: () => new Date(now),
    set(next) {
      now = new Date(next)
    },
  }
}
