import * as v from 'valibot'
import type { Clock } from './platform.js'
import { Unavailable } from './unavailable.js'

export interface EnderecoDoCep {
  /** Eight digits. */
  cep: string
  logradouro: string
  bairro: string
  municipio: string
  uf: string
  /** Seven digits. */
  ibge: string
}

export interface CepService {
  /**
   * @param cep eight digits.
   * @throws Unavailable when the service does not answer within three seconds; then people type the address.
   */
  find(cep: string): Promise<EnderecoDoCep | undefined>
}

const day = 24 * 60 * 60_000
const patience = 3000
const mostKept = 10_000

const text = v.pipe(v.string(), v.trim(), v.maxLength(200))
const reply = v.object({
  logradouro: text,
  bairro: text,
  localidade: text,
  uf: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  ibge: v.pipe(v.string(), v.regex(/^\d{7}$/)),
})
const unknownCep = v.object({ erro: v.union([v.literal(true), v.literal('true')]) })

interface Kept {
  until: number
  found: Promise<EnderecoDoCep | undefined>
}

/** Asks a ViaCEP-shaped service at `base`, and remembers: found for 30 days, unknown for one. */
export function createCepService(base: string, clock: Clock): CepService {
  const kept = new Map<string, Kept>()

  function remember(cep: string): Promise<EnderecoDoCep | undefined> {
    const now = clock.now().getTime()
    const entry: Kept = { until: now + 30 * day, found: ask(base, cep) }
    kept.set(cep, entry)
    const oldest = kept.keys().next().value
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    entry.found.then(
      (found) => {
        if (!found) entry.until = now + day
      },
      () => kept.delete(cep),
    )
    return entry.found
  }

  return {
    async find(cep) {
      if (!/^\d{8}$/.test(cep)) return undefined
      const entry = kept.get(cep)
      return entry && entry.until > clock.now().getTime() ? entry.found : remember(cep)
    },
  }
}

async function ask(base: string, cep: string): Promise<EnderecoDoCep | undefined> {
  const json = await load(`${base.replace(/\/$/, '')}/${cep}/json/`)
  if (v.is(unknownCep, json)) return undefined
  const { success, output } = v.safeParse(reply, json)
  if (!success) throw new Unavailable('the CEP service answered something else')
  return { cep, logradouro: output.logradouro, bairro: output.bairro, municipio: output.localidade, uf: output.uf, ibge: output.ibge }
}

async function load(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), headers: { accept: 'application/json' } })
    if (!response.ok) throw new Error(`answered ${response.status}`)
    return await response.json()
  } catch (cause) {
    throw new Unavailable('the CEP service does not answer', { cause })
  }
}
