import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Random } from './platform.js'

export const systemRandom: Random = { bytes: (size) => randomBytes(size), id: () => uuidv7() }
