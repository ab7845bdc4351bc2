import type { Logger } from 'pino'
import type { Antivirus } from './antivirus.js'
import type { CepService } from './cep.js'
import type { Config } from './config.js'
import type { Database } from './database.js'
import type { Dpop } from './http/dpop.js'
import type { Limits } from './limits.js'
import type { Mail } from './mail.js'
import type { Metrics } from './metrics.js'
import type { ProofOfWork } from './proof-of-work.js'
import type { Sms } from './sms.js'
import type { Storage } from './storage.js'

export interface Clock {
  now(): Date
}

export interface Random {
  bytes(size: number): Buffer
  /** UUIDv7. */
  id(): string
}

/** Everything that is not about protocolos, made once at the start and handed to every use case. */
export interface Platform {
  config: Config
  clock: Clock
  random: Random
  db: Database
  mail: Mail
  storage: Storage
  /** Absent unless `CLAMD` is set. */
  antivirus?: Antivirus
  /** Absent unless `PROTOCOLO_CEP` is set. */
  cep?: CepService
  /** Absent unless `PROTOCOLO_SMS` is set. */
  sms?: Sms
  limits: Limits
  proofOfWork: ProofOfWork
  dpop: Dpop
  log: Logger
  metrics: Metrics
}
