import './base/comum.js'
import { avisar } from './base/avisos.js'
import { apiEm } from './base/endereco.js'
import { ProtocoloConsulta } from './elements/consulta/protocolo-consulta.js'
import { ProtocoloGestao } from './elements/gestao/protocolo-gestao.js'
import { ProtocoloNovo } from './elements/novo/protocolo-novo.js'
import { ProtocoloPainel } from './elements/painel/protocolo-painel.js'

export { apiEm } from './base/endereco.js'
export type { AtoDoProtocolo, EventosDoProtocolo, PassoDoProtocolo, TelaDaGestao, TelaDoPainel, TelaDoProtocolo } from './base/eventos.js'
export type { ErroDoProtocolo } from './base/para-a-pagina.js'
export type { Tema } from './base/tema.js'
export type { Idioma } from './texts/voz.js'
export type { TextosDoProtocolo } from './texts/vozes.js'
export type { ProtocoloConsulta, ProtocoloGestao, ProtocoloNovo, ProtocoloPainel }

/** The script tag: defines each tag once, and tells them that the API is where this file came from, its version's folder aside. */
if (typeof window !== 'undefined') {
  apiEm(import.meta.url.replace(/(@[^/]+\/)?[^/]*(\?.*)?$/, ''))
  definir('protocolo-consulta', ProtocoloConsulta)
  definir('protocolo-novo', ProtocoloNovo)
  definir('protocolo-painel', ProtocoloPainel)
  definir('protocolo-gestao', ProtocoloGestao)
}

/** A second copy of the script, or another version of it, leaves the first at work. */
function definir(nome: string, classe: CustomElementConstructor): void {
  if (customElements.get(nome)) avisar('P01', `<${nome}>: a página carrega protocolo.js mais de uma vez`)
  else customElements.define(nome, classe)
}
