import { resolve } from 'node:path'
import * as v from 'valibot'

/** A setting that is missing or wrong. The message is one line that names the setting and never shows its value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const url = (protocols: string[], message: string) =>
  v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), message),
  )

/** Hosted pages, their files and their links stand at the root of the address. */
const base = v.pipe(
  url(['http:', 'https:'], 'deve ser um endereço http:// ou https://'),
  v.check(
    (text) => !URL.canParse(text) || new URL(text).href === `${new URL(text).origin}/`,
    'deve ter só o protocolo, o nome do servidor e a porta, como https://protocolo.exemplo.gov.br, sem caminho nem nada depois',
  ),
)

const integer = (least: number, most: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, `deve ser um número inteiro de ${least} a ${most}`),
    v.transform(Number),
    v.minValue(least, `deve ser um número inteiro de ${least} a ${most}`),
    v.maxValue(most, `deve ser um número inteiro de ${least} a ${most}`),
  )

const oneLine = v.pipe(v.string(), v.regex(/^[^\p{Cc}]+$/u, 'não pode ter quebras de linha nem caracteres de controle'))

/** Every setting, by the name of its environment variable. An empty one counts as absent. */
const Settings = v.object({
  /** PostgreSQL 15 or newer. Absent: the embedded engine, with its data under `PROTOCOLO_DADOS`. */
  DATABASE_URL: v.optional(url(['postgres:', 'postgresql:'], 'deve ser um endereço postgres://usuario:senha@servidor:porta/banco')),
  /** TCP port to listen on. */
  PORT: v.optional(integer(0, 65535), '8787'),
  /** Public base address, as people's browsers see it, without a path. Default: http://localhost:PORT. */
  PROTOCOLO_ENDERECO: v.optional(base),
  /** Folder for everything that this server keeps on disk. */
  PROTOCOLO_DADOS: v.optional(oneLine, 'dados'),
  /** Where files go: a folder, or `s3://bucket/prefix?endpoint=…&region=…`. Default: `anexos` inside `PROTOCOLO_DADOS`. */
  PROTOCOLO_ANEXOS: v.optional(oneLine),
  /** Key for `s3://` storage. */
  AWS_ACCESS_KEY_ID: v.optional(v.string()),
  /** Secret for `s3://` storage. */
  AWS_SECRET_ACCESS_KEY: v.optional(v.string()),
  /** Mail server. Absent: messages are kept in the database and not sent. */
  SMTP_URL: v.optional(url(['smtp:', 'smtps:'], 'deve ser um endereço smtp:// ou smtps://')),
  /** From of every e-mail: `Nome <caixa@dominio>` or just the address. */
  PROTOCOLO_REMETENTE: v.optional(
    v.pipe(oneLine, v.regex(/^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'deve ser um e-mail ou "Nome <e-mail>"')),
  ),
  /** ClamAV daemon: `host:port` or the absolute path of its socket. Absent: files are not scanned. */
  CLAMD: v.optional(v.pipe(v.string(), v.regex(/^(?:\/.+|[^\s/]+:\d{1,5})$/, 'deve ser servidor:porta ou o caminho de um soquete'))),
  /** Base address of a ViaCEP-shaped service. Absent: people type their address. */
  PROTOCOLO_CEP: v.optional(url(['http:', 'https:'], 'deve ser um endereço http:// ou https://')),
  /** SMS gateway: takes `POST {para, texto}` in JSON; user and password, if any, in the address. Absent: phones are not confirmed. */
  PROTOCOLO_SMS: v.optional(url(['http:', 'https:'], 'deve ser um endereço http:// ou https://')),
  /** How many reverse proxies in front are trusted to tell the client's address. */
  PROTOCOLO_PROXY: v.optional(integer(0, 10), '0'),
  /** Base difficulty of the proof of work: the largest number to be tried. 0 asks for none. */
  PROTOCOLO_PROVA: v.optional(integer(0, 10_000_000), '40000'),
  /** Rate limits: 1 on, 0 off. */
  PROTOCOLO_LIMITES: v.optional(v.picklist(['0', '1'], 'deve ser 0 ou 1'), '1'),
  /** Log level. */
  PROTOCOLO_LOG: v.optional(
    v.picklist(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'deve ser trace, debug, info, warn, error, fatal ou silent'),
    'info',
  ),
})

export interface Config {
  databaseUrl?: string
  port: number
  /** Without a trailing slash. */
  address: string
  /** Absolute path. */
  dataDir: string
  /** Absolute path of a folder, or `s3://bucket/prefix?endpoint=…&region=…`. */
  storage: string
  /** Present whenever `storage` is `s3://`. */
  s3?: { accessKeyId: string; secretAccessKey: string }
  smtpUrl?: string
  sender: string
  /** `host:port`, or the absolute path of a socket. */
  clamd?: string
  /** Without a trailing slash. */
  cep?: string
  sms?: string
  proxies: number
  /** 0 = none. */
  proofOfWork: number
  limits: boolean
  logLevel: string
}

type Env = Record<string, string | undefined>

/**
 * Reads every setting once.
 * @throws ConfigError with one line that names the first wrong setting.
 */
export function readConfig(env: Env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const result = v.safeParse(Settings, given)
  if (!result.success) throw new ConfigError(explain(result.issues[0]))
  const settings = result.output
  const dataDir = resolve(settings.PROTOCOLO_DADOS)
  const address = (settings.PROTOCOLO_ENDERECO ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, '')
  return {
    ...(settings.DATABASE_URL && { databaseUrl: settings.DATABASE_URL }),
    port: settings.PORT,
    address,
    dataDir,
    ...storage(settings, dataDir),
    ...(settings.SMTP_URL && { smtpUrl: settings.SMTP_URL }),
    sender: settings.PROTOCOLO_REMETENTE ?? `Protocolo <nao-responda@${new URL(address).hostname}>`,
    ...(settings.CLAMD && { clamd: settings.CLAMD }),
    ...(settings.PROTOCOLO_CEP && { cep: settings.PROTOCOLO_CEP.replace(/\/+$/, '') }),
    ...(settings.PROTOCOLO_SMS && { sms: settings.PROTOCOLO_SMS }),
    proxies: settings.PROTOCOLO_PROXY,
    proofOfWork: settings.PROTOCOLO_PROVA,
    limits: settings.PROTOCOLO_LIMITES === '1',
    logLevel: settings.PROTOCOLO_LOG,
  }
}

/** What works less well as it is set, a line each, for who runs the server. */
export function settingsToNote({ smtpUrl, address }: Config): string[] {
  const { protocol, hostname } = new URL(address)
  const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname.endsWith('.localhost')
  return [
    ...(smtpUrl
      ? []
      : ['SMTP_URL: não está definido; os e-mails ficam guardados e não saem, e ninguém confirma um cadastro nem recupera a senha.']),
    ...(protocol === 'https:' || local
      ? []
      : ['PROTOCOLO_ENDERECO: não é https; nas páginas deste servidor ninguém consegue entrar na conta.']),
  ]
}

function explain(issue: v.InferIssue<typeof Settings>): string {
  return `${v.getDotPath(issue) ?? 'configuração'}: ${issue.message}.`
}

function storage(settings: v.InferOutput<typeof Settings>, dataDir: string): Pick<Config, 'storage' | 's3'> {
  const text = settings.PROTOCOLO_ANEXOS
  if (!text) return { storage: resolve(dataDir, 'anexos') }
  if (!text.includes('://')) return { storage: resolve(text) }
  if (!URL.canParse(text) || !/^s3:\/\/[a-z0-9][a-z0-9.-]+[a-z0-9](?:[/?]|$)/.test(text)) {
    throw new ConfigError('PROTOCOLO_ANEXOS: deve ser uma pasta ou s3://balde/prefixo?endpoint=…&region=….')
  }
  const endpoint = new URL(text).searchParams.get('endpoint')
  if (endpoint !== null && !(/^https?:\/\//.test(endpoint) && URL.canParse(endpoint))) {
    throw new ConfigError('PROTOCOLO_ANEXOS: o endpoint deve ser um endereço http:// ou https://.')
  }
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = settings
  if (!accessKeyId) throw new ConfigError('AWS_ACCESS_KEY_ID: é obrigatório quando PROTOCOLO_ANEXOS é s3://.')
  if (!secretAccessKey) throw new ConfigError('AWS_SECRET_ACCESS_KEY: é obrigatório quando PROTOCOLO_ANEXOS é s3://.')
  return { storage: text, s3: { accessKeyId, secretAccessKey } }
}
