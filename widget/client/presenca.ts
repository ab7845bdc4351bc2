import '../base/comum.js'
import { naApi } from './api.js'
import { CANAL, lerGuardada, nomeDaSessao } from './sessao-guardada.js'

/**
 * Calls `avisar` once somebody is signed in, on this page or in another tab. It brings nothing of the session itself:
 * a tag where nobody is signed in goes without.
 * @returns what stops the watch
 */
export function aoEntrar(api: string, entidade: string, avisar: () => void): () => void {
  const nome = nomeDaSessao(naApi(api, 'v1').href, entidade)
  const canal = new BroadcastChannel(CANAL)
  let calado = false
  const parar = () => {
    calado = true
    canal.close()
  }
  const entrou = () => {
    if (calado) return
    parar()
    avisar()
  }
  canal.onmessage = ({ data }) => data === nome && entrou()
  void lerGuardada(nome).then((guardada) => guardada && guardada !== 'sem-guarda' && entrou())
  return parar
}
