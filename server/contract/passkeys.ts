import * as v from 'valibot'

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(50_000))
const credencial = v.pipe(base64url, v.maxLength(1400))
const tipo = v.literal('public-key')
const anexacao = v.exactOptional(v.picklist(['platform', 'cross-platform']))

/** `toJSON()` of what `navigator.credentials.create()` gave; what is not read is left out. */
export const credencialCriada = v.object({
  id: credencial,
  rawId: credencial,
  type: tipo,
  authenticatorAttachment: anexacao,
  response: v.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(10))),
  }),
})
export type CredencialCriada = v.InferOutput<typeof credencialCriada>

/** `toJSON()` of what `navigator.credentials.get()` gave; what is not read is left out. */
export const credencialUsada = v.object({
  id: credencial,
  rawId: credencial,
  type: tipo,
  authenticatorAttachment: anexacao,
  response: v.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    /** Browsers write an absent one as null. */
    userHandle: v.exactOptional(v.nullable(base64url)),
  }),
})
export type CredencialUsada = v.InferOutput<typeof credencialUsada>

/** Names the challenge that was signed; it serves once, for 5 minutes. */
export const desafioAssinado = v.pipe(v.string(), v.uuid())

/** `opcoes` is what `PublicKeyCredential.parseCreationOptionsFromJSON()` or `parseRequestOptionsFromJSON()` takes. */
export const opcoesDePasskey = v.object({ desafio: v.string(), opcoes: v.looseObject({ challenge: v.string() }) })

const nome = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))

export const pedidoDeRegistro = v.strictObject({
  desafio: desafioAssinado,
  resposta: credencialCriada,
  /** That of the device, "Chrome no Android", unless told. */
  nome: v.exactOptional(nome),
})
export type PedidoDeRegistro = v.InferOutput<typeof pedidoDeRegistro>

export const mudancaDePasskey = v.strictObject({ nome })
export type MudancaDePasskey = v.InferOutput<typeof mudancaDePasskey>

export const passkeyListada = v.object({
  id: v.string(),
  nome: v.string(),
  /** Domain on whose pages it serves. */
  rpId: v.string(),
  /** Whether it may be on several devices at once, by way of who keeps it. */
  sincronizada: v.boolean(),
  criadaEm: v.string(),
  usadaEm: v.nullable(v.string()),
})
export type PasskeyListada = v.InferOutput<typeof passkeyListada>
