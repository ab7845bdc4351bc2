import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const passkeys: Traducao<Vozes['passkeys']> = {
  titulo: 'Passkeys',
  ajuda: 'With a passkey you sign in with your fingerprint, your face or the device’s screen lock.',
  nenhuma: 'You do not have any yet.',
  criada: 'Passkey created.',
  outroLugar: (rpId) => `To create a passkey, open your account at ${rpId}, in an up-to-date browser.`,
  criadaEm: (dia) => `Created on ${dia}`,
  usadaEm: (quando) => `Last used: ${quando}`,
  semUso: 'Never used',
  sincronizada: 'Works on more than one of your devices',
  deUmAparelho: 'Works only on the device it was created on',
  serveEm: (rpId) => `Works at ${rpId}`,

  nome: 'Passkey name',
  semNome: 'Enter a name.',
  mudarNome: 'Change name',
  mudarNomeDe: (nome) => `Change the name of ${nome}`,
  guardar: 'Save',
  guardando: 'Saving…',
  cancelar: 'Cancel',
  renomeada: 'Name changed.',
  remover: 'Remove',
  removerDe: (nome) => `Remove ${nome}`,
  paraRemover: (nome) => `This is to remove the passkey “${nome}”. After that, it no longer opens your account.`,
  removida: 'Passkey removed.',
}
