import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What of a passkey's work is to be other than it should. */
export interface Mudancas {
  /** That of the page. */
  origem?: string
  crossOrigin?: boolean
  rpId?: string
  challenge?: string
  tipo?: string
  contador?: number
  semVerificar?: boolean
  /** Null for none. */
  userHandle?: string | null
  /** Id of the passkey that is made, base64url. */
  id?: string
}

interface Chave {
  id: string
  privada: KeyObject
  rpId: string
  usuario: string
  contador: number
}

interface OpcoesDeCriacao {
  challenge: string
  rp: { id?: string }
  user: { id: string }
}

interface OpcoesDeUso {
  challenge: string
  rpId?: string
}

export interface AutenticadorDeTeste {
  /** What `navigator.credentials.create()` gives, as JSON. */
  criar(opcoes: OpcoesDeCriacao, mudancas?: Mudancas): ReturnType<typeof credencial>
  /** What `navigator.credentials.get()` gives, as JSON, with the newest passkey. */
  usar(opcoes: OpcoesDeUso, mudancas?: Mudancas): ReturnType<typeof credencial>
}

const bandeiras = { presente: 0x01, verificado: 0x04, sincronizavel: 0x08, sincronizada: 0x10, comChave: 0x40 }

/**
 * An authenticator of software, which keeps ES256 passkeys and shows no attestation.
 * @param pagina origin of the page where it is used.
 * @param sincronizada whether its passkeys live on several devices; their counter then stays 0, as is the custom.
 */
export function criarAutenticador(pagina: string, { sincronizada = true }: { sincronizada?: boolean } = {}): AutenticadorDeTeste {
  const chaves: Chave[] = []

  function dados(rpId: string, contador: number, { semVerificar = false }: Mudancas, anexo?: Buffer): Buffer {
    const bits =
      bandeiras.presente |
      (semVerificar ? 0 : bandeiras.verificado) |
      (sincronizada ? bandeiras.sincronizavel | bandeiras.sincronizada : 0) |
      (anexo ? bandeiras.comChave : 0)
    const fim = Buffer.alloc(5)
    fim.writeUInt8(bits)
    fim.writeUInt32BE(contador, 1)
    return Buffer.concat([sha256(rpId), fim, anexo ?? Buffer.alloc(0)])
  }

  function cliente(tipo: string, challenge: string, mudancas: Mudancas): Buffer {
    const { origem = pagina, crossOrigin = false } = mudancas
    return Buffer.from(
      JSON.stringify({ type: mudancas.tipo ?? tipo, challenge: mudancas.challenge ?? challenge, origin: origem, crossOrigin }),
    )
  }

  return {
    criar({ challenge, rp, user }, mudancas = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const rpId = mudancas.rpId ?? rp.id ?? ''
      const id = mudancas.id === undefined ? randomBytes(16) : Buffer.from(mudancas.id, 'base64url')
      const cose = cbor(
        new Map<number, Cbor>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      )
      const chave = { id: id.toString('base64url'), privada: privateKey, rpId, usuario: user.id, contador: mudancas.contador ?? 0 }
      chaves.push(chave)
      const anexo = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const authData = dados(rpId, chave.contador, mudancas, anexo)
      const attestationObject = cbor(
        new Map<string, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, Cbor>()],
          ['authData', authData],
        ]),
      )
      return credencial(chave.id, { clientDataJSON: cliente('webauthn.create', challenge, mudancas), attestationObject })
    },
    usar({ challenge, rpId = '' }, mudancas = {}) {
      const chave = chaves.at(-1)
      if (!chave) throw new Error('this authenticator has no passkey')
      if (!sincronizada) chave.contador++
      const authenticatorData = dados(mudancas.rpId ?? rpId, mudancas.contador ?? chave.contador, mudancas)
      const clientDataJSON = cliente('webauthn.get', challenge, mudancas)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), chave.privada)
      const userHandle = Buffer.from(mudancas.userHandle ?? chave.usuario, 'base64url')
      return credencial(chave.id, { clientDataJSON, authenticatorData, signature, ...(mudancas.userHandle !== null && { userHandle }) })
    },
  }
}

function credencial(id: string, response: Record<string, Buffer>) {
  const escrita = Object.fromEntries(Object.entries(response).map(([nome, bytes]) => [nome, bytes.toString('base64url')]))
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: escrita }
}

type Cbor = number | string | Buffer | Map<number | string, Cbor>

/** RFC 8949, as much of it as an attestation needs. */
function cbor(valor: Cbor): Buffer {
  if (typeof valor === 'number') return valor >= 0 ? cabeca(0, valor) : cabeca(1, -1 - valor)
  if (typeof valor === 'string') return Buffer.concat([cabeca(3, Buffer.byteLength(valor)), Buffer.from(valor)])
  if (Buffer.isBuffer(valor)) return Buffer.concat([cabeca(2, valor.length), valor])
  return Buffer.concat([cabeca(5, valor.size), ...[...valor].flatMap(([chave, um]) => [cbor(chave), cbor(um)])])
}

function cabeca(especie: number, tamanho: number): Buffer {
  const tipo = especie << 5
  if (tamanho < 24) return Buffer.from([tipo | tamanho])
  if (tamanho < 256) return Buffer.from([tipo | 24, tamanho])
  return Buffer.from([tipo | 25, tamanho >> 8, tamanho & 255])
}

function sha256(dados: string | Buffer): Buffer {
  return createHash('sha256').update(dados).digest()
}
