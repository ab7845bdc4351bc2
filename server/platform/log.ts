import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * JSON lines on standard output: `{"level":"info","time":"2026-11-21T12:00:00.000Z",…}`.
 * Connection strings and passwords are never to be handed to it; the usual names are blanked all the same.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: ['password', 'senha', 'url', '*.password', '*.senha', '*.connectionString', 'err.query', 'err.parameters', 'err.args'],
  }
  return destination ? pino(options, destination) : pino(options)
}
