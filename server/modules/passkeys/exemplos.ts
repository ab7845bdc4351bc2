import type { PasskeyListada } from '../../contract/passkeys.js'

export const passkey: PasskeyListada = {
  id: '019ab4c2-0000-7000-8000-00000000000d',
  nome: 'Chrome no Android',
  rpId: 'vilaserena.exemplo.br',
  sincronizada: true,
  criadaEm: '2026-11-21T12:00:00.000Z',
  usadaEm: null,
}

const desafio = '019ab4c2-0000-7000-8000-00000000000e'
const id = 'dGjpI0Y8RS2w2vQyTt5GwA'
const clientDataJSON = 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0'
const challenge = 'q0b1J1oQ4pWn7yYt3e0xk2V8m5R6s9ZcAbDfGhIjKlM'

export const registro = {
  desafio,
  opcoes: {
    challenge,
    rp: { id: passkey.rpId, name: 'Prefeitura Municipal de Vila Serena' },
    user: { id: 'mM2Yb3Zt2qA6sQ0n8k5l1w', name: 'helena.exemplo', displayName: 'Helena Exemplo' },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
    timeout: 300_000,
    excludeCredentials: [],
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  },
}

export const uso = {
  desafio,
  opcoes: { challenge, rpId: passkey.rpId, allowCredentials: [], timeout: 300_000, userVerification: 'required' },
}

export const criada = {
  desafio,
  resposta: {
    id,
    rawId: id,
    type: 'public-key',
    response: { clientDataJSON, attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ', transports: ['internal', 'hybrid'] },
  },
  nome: 'Celular',
}

export const usada = {
  desafio,
  resposta: {
    id,
    rawId: id,
    type: 'public-key',
    response: {
      clientDataJSON,
      authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MdAAAAAA',
      signature: 'MEUCIQDx0Q',
      userHandle: 'mM2Yb3Zt2qA6sQ0n8k5l1w',
    },
  },
}
