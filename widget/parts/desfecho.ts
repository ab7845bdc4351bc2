import { html, nothing, type TemplateResult } from 'lit'
import { escreverData, nomesDeResultado, proximoPasso } from '../../server/contract/palavras.js'
import type { PendenciaParaLer } from '../../server/contract/pendencias.js'
import type { Cartao, Consulta as Consultado } from '../client/api.js'
import { resultado as textos } from '../texts/resultado.pt-BR.js'
import { aviso } from './aviso.js'
import { contato } from './contato.js'

interface Pedido {
  /** Leads to where the person answers what is asked. */
  responder?: unknown
  /** What is asked stands below, in words, where it is answered. */
  aqui?: boolean
}

/** What happens next in plain words; what is asked of the person stands out. */
export function oQueAcontece(achado: Consultado, cartao: Cartao, { responder, aqui = false }: Pedido): TemplateResult {
  const frase = proximoPasso(achado.situacao, achado.diasRestantes, achado.resultado)
  if (achado.resultado) {
    const bom = achado.resultado === 'deferido' || achado.resultado === 'atendido'
    return aviso({ tom: bom ? 'ok' : 'info', titulo: nomesDeResultado[achado.resultado], conteudo: html`<p>${frase}</p>` })
  }
  if (achado.situacao !== 'pendente') return html`<p>${frase}</p>`
  const pedidas = achado.nivel === 2 ? achado.pendencias : []
  if (pedidas.length > 0)
    return aviso({ tom: 'atencao', titulo: textos.falta, conteudo: html`${oQueFalta(pedidas, aqui)} ${responder ?? nothing}` })
  const pedido = exigencia(achado)
  const conteudo = pedido ? html`<p class="fala" lang="pt-BR">${pedido}</p>${contato(cartao, textos.comoEntregar)}` : html`<p>${frase}</p>`
  return aviso({ tom: 'atencao', titulo: textos.falta, conteudo })
}

/** What was asked, when it is one thing and not told below, or how many; and until when the first of it may be answered. */
function oQueFalta(pedidas: readonly PendenciaParaLer[], aqui: boolean): TemplateResult {
  const [primeira] = pedidas
  const texto = !aqui && primeira?.texto
  return html`${pedidas.length > 1 ? html`<p>${textos.pedidos(pedidas.length)}</p>` : texto ? html`<p class="fala" lang="pt-BR">${texto}</p>` : nothing}
    ${primeira && primeira.diasRestantes >= 0 ? html`<p>${textos.responderAte(escreverData(primeira.prazo))}</p>` : nothing}`
}

/** Whether {@link oQueAcontece} says how to reach the unidade: where what is asked cannot be answered here. */
export function dizContato(achado: Consultado): boolean {
  return Boolean(exigencia(achado)) && achado.nivel === 2 && achado.pendencias.length === 0
}

/** What is now asked of the person, where the code shows it. */
export function exigencia(achado: Consultado): string | null | undefined {
  if (achado.situacao !== 'pendente' || achado.nivel === 1) return undefined
  return achado.tramites.find(({ especie }) => especie === 'exigencia')?.texto
}
