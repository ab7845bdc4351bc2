import type { Readable } from 'node:stream'
import { folderStorage } from './storage-folder.js'
import { s3Storage } from './storage-s3.js'

/** Bytes kept under a key such as `<entidade_id>/<sha256>`: content-addressed, so a key's bytes never change. */
export interface Storage {
  /**
   * Keeps a temporary file under `key`, durably once this resolves; the file may be moved away. Does nothing where the key is already held.
   * `size` in bytes, `sha256` in hexadecimal, `type` a media type.
   */
  put(key: string, file: { path: string; size: number; sha256: string; type: string }): Promise<void>
  open(key: string): Promise<Readable | undefined>
  remove(key: string): Promise<void>
}

export interface S3Credentials {
  accessKeyId: string
  secretAccessKey: string
}

/** `location` is a folder, or `s3://bucket/prefix?endpoint=https://…&region=…`. */
export function openStorage(location: string, credentials?: S3Credentials): Storage {
  if (!location.startsWith('s3://')) return folderStorage(location)
  if (!credentials) throw new Error('S3 storage needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  return s3Storage(new URL(location), credentials)
}
