import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'
import * as v from 'valibot'
import { type Integridade, integridade } from '../../contract/componentes.js'
import { type Asset, asset } from '../../platform/http/assets.js'
import type { Platform } from '../../platform/platform.js'
import { spool, spoolFolder } from '../../platform/spool.js'
import type { Versao } from './construcao.js'

/** The script, or a part of it. */
const nomeDeArquivo = /^protocolo(?:\/[A-Za-z0-9_-]+)?\.js$/

/** As it is kept: all of a version in one object, which is there whole or not at all. Files are in Brotli, in base64. */
const guardada = v.pipe(
  v.object({ integridade, arquivos: v.record(v.string(), v.string()) }),
  v.check(({ integridade, arquivos }) =>
    [integridade.arquivos, arquivos].every((com) => Object.keys(com).every((nome) => nomeDeArquivo.test(nome))),
  ),
)

/** It only grows: what storage takes under a key that it holds has another size. */
const lista = v.array(v.string())
const chaveDaLista = 'widget/versoes'
/** Bytes. */
const limite = 20 * 1024 * 1024

/** @returns a kept version; undefined when it never was. @throws when what is kept under its number is no version, or another. */
export async function lerGuardada(platform: Platform, versao: string): Promise<Versao | undefined> {
  const lida = await ler(platform, chaveDe(versao), guardada)
  if (!lida) return undefined
  const { integridade, arquivos } = lida
  if (integridade.versao !== versao) throw new Error(`${integridade.versao} is kept as ${versao}`)
  const abertos = new Map<string, Asset>()
  return {
    integridade,
    arquivo(nome) {
      if (!Object.hasOwn(arquivos, nome)) return undefined
      const aberto = abertos.get(nome) ?? abrir(nome, arquivos[nome] ?? '', integridade)
      abertos.set(nome, aberto)
      return aberto
    },
  }
}

/** The numbers of all that were kept, the first kept first. */
export async function listarGuardadas(platform: Platform): Promise<string[]> {
  return (await ler(platform, chaveDaLista, lista)) ?? []
}

/** Keeps a version, and then its number in the list. */
export async function guardar(platform: Platform, { integridade, arquivo }: Versao): Promise<void> {
  const nomes = Object.keys(integridade.arquivos)
  const arquivos = Object.fromEntries(nomes.map((nome) => [nome, Buffer.from(arquivo(nome)?.bytes.br ?? '').toString('base64')]))
  await escrever(platform, chaveDe(integridade.versao), { integridade, arquivos })
  const outras = await listarGuardadas(platform)
  if (!outras.includes(integridade.versao)) await escrever(platform, chaveDaLista, [...outras, integridade.versao])
}

/** @throws when the file is no longer what it was. */
function abrir(nome: string, base64: string, { arquivos }: Integridade): Asset {
  const br = Buffer.from(base64, 'base64')
  const bytes = brotliDecompressSync(br, { maxOutputLength: limite })
  const hash = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
  if (hash !== arquivos[nome]) throw new Error(`the kept ${nome} is not the file that it was`)
  return asset(nome, bytes, { br })
}

/** Storage takes no dot in a key. */
function chaveDe(versao: string): string {
  return `widget/${versao.replaceAll('.', '_')}`
}

async function ler<T>({ storage }: Platform, chave: string, forma: v.GenericSchema<unknown, T>): Promise<T | undefined> {
  const bytes = await storage.open(chave)
  if (!bytes) return undefined
  const lido = v.safeParse(forma, JSON.parse(await text(bytes)))
  if (!lido.success) throw new Error(`${chave} is not what was kept`)
  return lido.output
}

async function escrever({ config, storage }: Platform, chave: string, valor: unknown): Promise<void> {
  const bytes = Readable.from([Buffer.from(JSON.stringify(valor))])
  const arquivo = await spool(bytes, { dir: await spoolFolder(config), limit: limite })
  try {
    await storage.put(chave, { ...arquivo, type: 'application/json' })
  } finally {
    await arquivo.discard()
  }
}
