import { constants } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Storage } from './storage.js'
import { checkKey } from './storage-key.js'

/** Storage in a folder. A file appears whole under its name or not at all, and its folder is synced before `put` resolves. */
export function folderStorage(root: string): Storage {
  const pathOf = (key: string) => join(root, checkKey(key))
  return {
    async put(key, file) {
      const target = pathOf(key)
      if ((await sizeOf(target)) !== file.size) {
        await makeFolder(dirname(target))
        await syncFile(file.path)
        await moveInto(file.path, target)
      }
      await syncFolder(dirname(target))
    },
    async open(key) {
      const file = await open(pathOf(key), constants.O_RDONLY).catch(unlessMissing)
      return file?.createReadStream()
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(unlessMissing))?.size
}

/** Moves a file; from another file system it is copied beside its target first, so the rename stays atomic. */
async function moveInto(from: string, target: string): Promise<void> {
  try {
    await rename(from, target)
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    const beside = `${target}.${uuidv7()}.parte`
    try {
      await copyFile(from, beside)
      await syncFile(beside)
      await rename(beside, target)
    } finally {
      await rm(beside, { force: true })
    }
  }
}

async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) await syncFolder(dirname(folder))
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Windows has no such thing as syncing a folder. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
