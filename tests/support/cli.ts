import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs `npx protocolo …` as built, and gives back what it printed. */
export async function cli(env: Record<string, string>, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/protocolo.js', ...args], {
    env: { ...process.env, PROTOCOLO_LOG: 'warn', ...env },
  })
  return stdout
}
