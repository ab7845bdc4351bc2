import type { Clock } from './platform.js'

export const systemClock: Clock = { now: () => new Date() }
