type Pedido = CredentialRequestOptions & CredentialCreationOptions
type Resposta = (pedido: Pedido) => Promise<unknown>

const real = { get: navigator.credentials.get, create: navigator.credentials.create }
const { isConditionalMediationAvailable, isUserVerifyingPlatformAuthenticatorAvailable } = PublicKeyCredential

interface Autenticador {
  get?: Resposta
  create?: Resposta
  /** The browser suggests passkeys in fields. */
  autofill?: boolean
  /** The device itself can keep passkeys. */
  proprio?: boolean
}

/** Answers what the page asks of the browser's passkeys, and keeps what was asked. */
export function fingirAutenticador(respostas: Autenticador): Pedido[] {
  const pedidos: Pedido[] = []
  const responder =
    (resposta: Resposta | undefined) =>
    async (pedido: Pedido = {}) => {
      pedidos.push(pedido)
      return (resposta ?? esperar)(pedido)
    }
  Object.assign(navigator.credentials, { get: responder(respostas.get), create: responder(respostas.create) })
  Object.assign(PublicKeyCredential, {
    isConditionalMediationAvailable: async () => respostas.autofill ?? false,
    isUserVerifyingPlatformAuthenticatorAvailable: async () => respostas.proprio ?? true,
  })
  return pedidos
}

export function devolverAutenticador(): void {
  Object.assign(navigator.credentials, real)
  Object.assign(PublicKeyCredential, { isConditionalMediationAvailable, isUserVerifyingPlatformAuthenticatorAvailable })
}

/** Nobody answers, until the page takes it back. */
export function esperar({ signal }: Pedido): Promise<unknown> {
  return new Promise((_, falhou) => {
    if (signal?.aborted) falhou(signal.reason)
    signal?.addEventListener('abort', () => falhou(signal.reason))
  })
}

/** They cancelled, or have no passkey here. */
export function desistir(): Promise<unknown> {
  return Promise.reject(new DOMException('The operation either timed out or was not allowed.', 'NotAllowedError'))
}

const bytes = (texto: string) => new TextEncoder().encode(texto).buffer

/** What the browser gives for a passkey that was used. */
export async function usar(): Promise<unknown> {
  return {
    id: 'Y2hhdmU',
    rawId: bytes('chave'),
    type: 'public-key',
    response: {
      clientDataJSON: bytes('{}'),
      authenticatorData: bytes('dados'),
      signature: bytes('assinatura'),
      userHandle: bytes('pessoa'),
    },
    getClientExtensionResults: () => ({}),
  }
}

/** What the browser gives for a passkey that was made. */
export async function criar(): Promise<unknown> {
  return {
    id: 'Y2hhdmU',
    rawId: bytes('chave'),
    type: 'public-key',
    response: { clientDataJSON: bytes('{}'), attestationObject: bytes('atestado'), getTransports: () => ['internal'] },
    getClientExtensionResults: () => ({}),
  }
}
