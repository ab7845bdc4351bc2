import '../base/comum.js'
import type { CredencialCriada, CredencialUsada } from '../../server/contract/passkeys.js'
import { deBase64url, emBase64url } from './base64url.js'
import { type MotivoDaPasskey, PasskeyNaoUsada } from './passkey-nao-usada.js'

/** A challenge of the server's, for one of the person's passkeys to sign. */
export interface UsoPedido {
  desafio: string
  opcoes: PublicKeyCredentialRequestOptionsJSON
}

/** A challenge of the server's, for a passkey that is about to be made. */
export interface RegistroPedido {
  desafio: string
  opcoes: PublicKeyCredentialCreationOptionsJSON
}

interface ComoUsar {
  /** Among what the browser suggests in a login field, for as long as it takes. */
  autofill?: boolean
  /** Takes back what the browser is asking. */
  signal?: AbortSignal | undefined
}

const motivos: Readonly<Record<string, MotivoDaPasskey>> = {
  NotAllowedError: 'desistiu',
  AbortError: 'parada',
  InvalidStateError: 'repetida',
}

/** The ceremony under way: a browser holds one at a time, for all the tags of a page. */
let emCurso: AbortController | undefined

/** Has the person choose one of their passkeys and unlock it (WebAuthn §5.1.4). @throws PasskeyNaoUsada */
export async function usarPasskey({ opcoes }: UsoPedido, { autofill = false, signal }: ComoUsar = {}): Promise<CredencialUsada> {
  const { challenge, allowCredentials = [], extensions, ...resto } = opcoes
  const publicKey = {
    ...resto,
    challenge: deBase64url(challenge),
    allowCredentials: allowCredentials.map(descritor),
  } as PublicKeyCredentialRequestOptions
  const { response, ...credencial } = await cerimonia<AuthenticatorAssertionResponse>(
    (parada) => navigator.credentials.get({ publicKey, signal: parada, ...(autofill && { mediation: 'conditional' }) }),
    signal,
  )
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  return {
    ...credencial,
    response: {
      clientDataJSON: emBase64url(clientDataJSON),
      authenticatorData: emBase64url(authenticatorData),
      signature: emBase64url(signature),
      ...(userHandle && { userHandle: emBase64url(userHandle) }),
    },
  }
}

/** Has the person make a passkey (WebAuthn §5.1.3). @throws PasskeyNaoUsada */
export async function criarPasskey({ opcoes }: RegistroPedido): Promise<CredencialCriada> {
  const { challenge, user, excludeCredentials = [], extensions, ...resto } = opcoes
  const publicKey = {
    ...resto,
    challenge: deBase64url(challenge),
    user: { ...user, id: deBase64url(user.id) },
    excludeCredentials: excludeCredentials.map(descritor),
  } as PublicKeyCredentialCreationOptions
  const { response, ...credencial } = await cerimonia<AuthenticatorAttestationResponse>((signal) =>
    navigator.credentials.create({ publicKey, signal }),
  )
  const { clientDataJSON, attestationObject } = response
  return {
    ...credencial,
    response: {
      clientDataJSON: emBase64url(clientDataJSON),
      attestationObject: emBase64url(attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  }
}

/** Whether the browser suggests passkeys in a login field. */
export async function temAutofill(): Promise<boolean> {
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false
}

/** By hand, and not by `parse…FromJSON` and `toJSON`: older browsers lack them, and so do the credentials of some password managers. */
async function cerimonia<Resposta>(pedir: (parada: AbortSignal) => Promise<Credential | null>, signal?: AbortSignal) {
  emCurso?.abort()
  const parada = new AbortController()
  emCurso = parada
  const parar = () => parada.abort()
  signal?.addEventListener('abort', parar)
  if (signal?.aborted) parar()
  try {
    const { id, rawId, response } = (await pedir(parada.signal)) as PublicKeyCredential
    return {
      id,
      rawId: emBase64url(rawId),
      type: 'public-key' as const,
      response: response as Resposta,
    }
  } catch (erro) {
    throw new PasskeyNaoUsada(motivos[erro instanceof Error ? erro.name : ''] ?? 'impossivel', erro)
  } finally {
    signal?.removeEventListener('abort', parar)
  }
}

function descritor({ id, transports }: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  return { id: deBase64url(id), type: 'public-key', ...(transports && { transports: transports as AuthenticatorTransport[] }) }
}
