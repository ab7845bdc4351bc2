import type { CampoComErro } from '../../contract/problema.js'
import type { EntidadeAberta } from './entidade-aberta.js'

/** The privacy notice in force must be the one that was read (Lei 13.709 art. 23, I). */
export function errosDaCiencia({ arquivo }: EntidadeAberta, ciencia: string): CampoComErro[] {
  if (ciencia === arquivo.avisoDePrivacidade.versao) return []
  return [{ caminho: 'ciencia', mensagem: 'O aviso de privacidade mudou. Leia a nova versão e confirme que está ciente.' }]
}
