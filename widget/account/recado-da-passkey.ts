import { ProblemaDaApi } from '../client/api.js'
import { PasskeyNaoUsada } from '../client/passkey-nao-usada.js'
import { recadosDaPasskey as textos } from '../texts/recados-da-passkey.pt-BR.js'

/** What to say calmly when nothing came of a passkey; undefined when something else went wrong. */
export function recadoDaPasskey(erro: unknown): string | undefined {
  if (erro instanceof PasskeyNaoUsada) return textos[erro.motivo]
  const codigo = erro instanceof ProblemaDaApi ? erro.problema.codigo : undefined
  if (codigo === 'passkey_recusada') return textos.recusada
  return codigo === 'desafio_vencido' ? textos.vencida : undefined
}
