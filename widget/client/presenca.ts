import '../base/comum.js'
import type { ReactiveControllerHost } from 'lit'
import { enderecoDaApi } from '../base/endereco.js'
import { naApi } from './api.js'
import { CANAL, lerGuardada, nomeDaSessao } from './sessao-guardada.js'

/** The tag on whose behalf the watch is kept. */
interface Vigiada extends ReactiveControllerHost {
  readonly api: string
  readonly entidade: string
  readonly isConnected: boolean
}

/**
 * Calls `avisar` once somebody is signed in, on this page or in another tab. It brings nothing of the session itself:
 * a tag where nobody is signed in goes without. The watch ends when the tag leaves the page.
 * @returns what stops the watch, and when it is known whether somebody is already
 */
export function aoEntrar(host: Vigiada, avisar: () => void): { parar(): void; sabido: Promise<void> } {
  const nome = nomeDaSessao(naApi(host.api || enderecoDaApi(), 'v1').href, host.entidade)
  const canal = new BroadcastChannel(CANAL)
  let calado = false
  const parar = () => {
    calado = true
    canal.close()
    host.removeController(vigia)
  }
  const vigia = { hostDisconnected: parar }
  host.addController(vigia)
  const entrou = () => {
    if (calado) return
    parar()
    avisar()
  }
  canal.onmessage = ({ data }) => data === nome && entrou()
  if (!host.isConnected) parar()
  const sabido = lerGuardada(nome).then((guardada) => {
    if (guardada && guardada !== 'sem-guarda') entrou()
  })
  return { parar, sabido }
}
