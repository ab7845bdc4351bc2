import * as v from 'valibot'
import type { Sql } from '../../platform/database.js'
import type { Platform } from '../../platform/platform.js'
import { segredosDo } from '../confirmacoes/confirmacoes.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { paginaDeConsulta } from '../protocolos/comprovante.js'
import type { Carta } from './carta.js'
import { type AvisosDeConta, cartasDeConta as cartas } from './modelos/contas.js'
import * as queries from './queries.js'

/** ISO 8601, UTC. */
const em = v.string()
const deEnvio = v.object({ confirmacao: v.string(), envio: v.number() })
const deAto = v.object({ em })
const deAparelho = v.object({ em, aparelho: v.string() })

type Especie = keyof AvisosDeConta

/** What is kept of each e-mail about a conta until it is written. */
const guardados = {
  cadastro: deEnvio,
  'conta-existente': v.object({}),
  senha: v.object({ ...deEnvio.entries, usuario: v.nullable(v.string()) }),
  'senha-trocada': deAto,
  'email-novo': deEnvio,
  'email-atual': deEnvio,
  'email-trocado': deAto,
  'email-alternativo': deEnvio,
  'novo-aparelho': deAparelho,
  'passkey-criada': deAparelho,
  'passkey-removida': deAparelho,
  'conta-excluida': deAto,
  'conta-liberada': deAto,
} as const satisfies Record<Especie, v.GenericSchema>

type Guardado<E extends Especie> = v.InferOutput<(typeof guardados)[E]>

/** An e-mail about a conta, as it is owed. */
export type AvisoDeConta = { [E in Especie]: { especie: E; para: string; dados: Guardado<E> } }[Especie]

/** Owes an e-mail about a conta, with its job, in the transaction of `sql`. */
export async function avisarConta(platform: Platform, sql: Sql, entidade: EntidadeAberta, aviso: AvisoDeConta): Promise<void> {
  await queries.dever(sql, entidade.id, { id: platform.random.id(), ...aviso }, platform.clock.now())
}

/** Writes one that is owed; nothing where it is about no conta. @throws when what was kept of it is not whole. */
export async function comporAvisoDeConta(
  platform: Platform,
  entidade: EntidadeAberta,
  especie: string,
  dados: object,
): Promise<Carta | undefined> {
  return ehDeConta(especie) ? compor(platform, entidade, especie, dados) : undefined
}

function ehDeConta(especie: string): especie is Especie {
  return Object.hasOwn(guardados, especie)
}

async function compor<E extends Especie>(platform: Platform, entidade: EntidadeAberta, especie: E, dados: object): Promise<Carta> {
  const guardado = v.parse(guardados[especie], dados)
  return cartas[especie](entidade, await completar[especie](lugarDe(platform, entidade), guardado))
}

interface Lugar {
  platform: Platform
  /** Of the entidade. */
  pagina: string
  /** Where one signs in. */
  entrar: string
  /** Where a number is looked up. */
  consulta: string
}

function lugarDe(platform: Platform, entidade: EntidadeAberta): Lugar {
  const pagina = `${platform.config.address}/${entidade.codigo}`
  return { platform, pagina, entrar: `${pagina}#entrar`, consulta: paginaDeConsulta(platform, entidade) }
}

const soCodigo = async ({ platform }: Lugar, { confirmacao, envio }: Guardado<'email-novo'>) => ({
  codigo: (await segredosDo(platform, confirmacao, envio)).codigo,
})
const comEntrada = async <T extends object>({ entrar }: Lugar, guardado: T) => ({ entrar, ...guardado })
const comConsulta = async <T extends object>({ consulta }: Lugar, guardado: T) => ({ pagina: consulta, ...guardado })

/** Codes and links are made now, from the confirmation's id: they stand nowhere until they are sent. */
const completar: { [E in Especie]: (lugar: Lugar, guardado: Guardado<E>) => Promise<AvisosDeConta[E]> } = {
  async cadastro({ platform, pagina }, { confirmacao, envio }) {
    const { codigo, link } = await segredosDo(platform, confirmacao, envio)
    return { codigo, link: `${pagina}#confirmar=${link}` }
  },
  'conta-existente': comEntrada,
  async senha({ platform, pagina }, { confirmacao, envio, usuario }) {
    const { link } = await segredosDo(platform, confirmacao, envio)
    return { link: `${pagina}#senha=${link}`, usuario }
  },
  'senha-trocada': comEntrada,
  'email-novo': soCodigo,
  'email-atual': async ({ platform }, { confirmacao, envio }) => ({
    codigo: (await segredosDo(platform, confirmacao, envio)).codigoAtual,
  }),
  'email-trocado': comEntrada,
  'email-alternativo': soCodigo,
  'novo-aparelho': comEntrada,
  'passkey-criada': comEntrada,
  'passkey-removida': comEntrada,
  'conta-excluida': comConsulta,
  'conta-liberada': comConsulta,
}
