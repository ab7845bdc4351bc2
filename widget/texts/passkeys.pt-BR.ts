import { voz } from './voz.js'

/** What the panel says of passkeys, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const passkeys = voz('passkeys', {
  titulo: 'Chaves de acesso',
  ajuda: 'Com uma chave de acesso você entra com a digital, o rosto ou a senha de bloqueio do aparelho.',
  nenhuma: 'Você ainda não tem nenhuma.',
  criada: 'Chave de acesso criada.',
  outroLugar: (rpId: string) => `Para criar uma chave de acesso, abra a sua conta em ${rpId}, em um navegador atualizado.`,
  criadaEm: (dia: string) => `Criada em ${dia}`,
  usadaEm: (quando: string) => `Último uso: ${quando}`,
  semUso: 'Nunca usada',
  sincronizada: 'Vale em mais de um aparelho seu',
  deUmAparelho: 'Vale só no aparelho em que foi criada',
  serveEm: (rpId: string) => `Serve em ${rpId}`,

  nome: 'Nome da chave de acesso',
  semNome: 'Escreva um nome.',
  mudarNome: 'Mudar nome',
  mudarNomeDe: (nome: string) => `Mudar nome de ${nome}`,
  guardar: 'Salvar',
  guardando: 'Salvando…',
  cancelar: 'Cancelar',
  renomeada: 'Nome mudado.',
  remover: 'Remover',
  removerDe: (nome: string) => `Remover ${nome}`,
  paraRemover: (nome: string) => `É para remover a chave de acesso “${nome}”. Depois, ela não abre mais a sua conta.`,
  removida: 'Chave de acesso removida.',
})
