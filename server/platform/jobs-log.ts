import { Logger as WorkerLogger } from 'graphile-worker'
import type { Logger } from 'pino'

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** The worker's messages in our log, one level down (it tells every job) and without e-mail addresses, which SMTP errors quote. */
export function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    const { taskIdentifier, jobId } = scope
    log[levels[level]]({ ...(taskIdentifier && { task: taskIdentifier }), ...(jobId && { job: jobId }) }, withoutAddresses(message))
  })
}

function withoutAddresses(message: string): string {
  return message.replace(/[^\s<>@:"']+@[^\s<>@:"']+/g, '[e-mail]')
}
