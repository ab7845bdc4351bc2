import { mkdir, mkdtemp, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigError } from './config.js'

/**
 * Makes the folder that `setting` names, for us alone, and tries to write in it: one that can't be written is heard of at the
 * start, not at somebody's first upload.
 * @throws ConfigError with one line that names the setting.
 */
export async function demandFolder(setting: string, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await rmdir(await mkdtemp(join(folder, '.teste-')))
  } catch (cause) {
    throw new ConfigError(`${setting}: ${reason(cause)}.`, { cause })
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'não é possível gravar nessa pasta'
  if ('code' in error && (error.code === 'ENOTDIR' || error.code === 'EEXIST')) return 'deve ser uma pasta, e nesse caminho há um arquivo'
  return `não é possível gravar nessa pasta (${error.message})`
}
