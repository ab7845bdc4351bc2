import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { lerConstrucao, type Versao } from '../../../../server/modules/widget/construcao.js'

export const hashDe = (texto: string) => `sha384-${createHash('sha384').update(texto).digest('base64')}`

/** A build of the widget: a script and its parts, by their names. */
export function construir(versao: string, arquivos: Record<string, string>): Versao {
  const pasta = mkdtempSync(join(tmpdir(), 'protocolo-widget-'))
  mkdirSync(join(pasta, 'protocolo'))
  for (const [nome, fonte] of Object.entries(arquivos)) {
    writeFileSync(join(pasta, nome), fonte)
    writeFileSync(join(pasta, `${nome}.br`), brotliCompressSync(fonte))
    writeFileSync(join(pasta, `${nome}.gz`), gzipSync(fonte))
  }
  writeFileSync(join(pasta, 'meta.json'), '{}')
  const hashes = Object.fromEntries(Object.entries(arquivos).map(([nome, fonte]) => [nome, hashDe(fonte)]))
  writeFileSync(join(pasta, 'integridade.json'), JSON.stringify({ versao, arquivos: hashes }))
  const lida = lerConstrucao(pasta)
  if (!lida) throw new Error('nothing was built')
  return lida
}
