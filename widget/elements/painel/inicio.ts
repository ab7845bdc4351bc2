import { html, nothing, type TemplateResult } from 'lit'
import type { ProtocoloElement } from '../../base/element.js'
import { vizinho } from '../../base/vizinhos.js'
import type { Cartao } from '../../client/api.js'
import type { Conta, Resumo } from '../../client/meus.js'
import { aviso } from '../../parts/aviso.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { titulo } from '../../parts/titulo.js'
import { aoVivo } from '../../texts/ao-vivo.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { daCarga } from './carregando.js'
import { contadores } from './contadores.js'
import type { Dentro } from './dentro.js'
import { listaDeProcessos, nadaAinda } from './lista.js'

/** What waits for the person, the ways on, and what moved last. */
export function inicio(dentro: Dentro, cartao: Cartao): TemplateResult {
  const { host, sessao } = dentro.painel
  const resumo = dentro.carga('resumo')
  const primeiro = sessao.quem?.nome.trim().split(/\s+/)[0] ?? ''
  return html`<div>${titulo(host.nivel, textos.ola(primeiro))}
      <p class="secundario">${resumo?.valor ? esperam(dentro, resumo.valor) : '\u00a0'}</p>
    </div>
    ${sessao.quem?.soNaAba ? aviso({ tom: 'info', conteudo: html`<p>${aoVivo.soNaAba}</p>` }) : nothing}
    ${dentro.oferta?.renderizar() ?? nothing} ${dentro.falha ? avisoDeFalha(dentro.falha, { textos: host.comuns }) : nothing}
    ${avisos(dentro, dentro.carga('conta')?.valor, resumo?.valor)}
    <div class="cartoes-do-painel">
      <a class="cartaozinho" href=${cartao.paginas.novo} @click=${(evento: MouseEvent) => irAoVizinho(host, evento)}><b>${textos.novo}</b><span class="secundario">${textos.novoAjuda}</span></a>
      ${dentro.ligacao('processos', {}, html`<b>${textos.meus}</b><span class="secundario">${textos.meusAjuda}</span>`, { classe: 'cartaozinho' })}
    </div>
    ${dentro.rascunhos?.(dentro, cartao)} ${dentro.procura.renderizar(cartao)}
    ${daCarga(dentro, resumo, (valor) => (valor.total > 0 ? contadores(dentro, valor, undefined) : nothing))}
    ${resumo?.falha ? nothing : ultimos(dentro, cartao, resumo?.valor)}`
}

/** Where the page has it, a request is begun on the page. */
function irAoVizinho(host: ProtocoloElement, evento: MouseEvent): void {
  const novo = vizinho('protocolo-novo', host)
  if (!novo || evento.ctrlKey || evento.metaKey || evento.shiftKey) return
  evento.preventDefault()
  novo.scrollIntoView()
  void novo.focar('.titulo')
}

function esperam(dentro: Dentro, { pendencias }: Resumo): unknown {
  const texto = textos.esperam(pendencias)
  return pendencias > 0 ? dentro.ligacao('pendencias', {}, texto) : texto
}

function ultimos(dentro: Dentro, cartao: Cartao, resumo: Resumo | undefined): TemplateResult {
  if (resumo?.total === 0) return nadaAinda(cartao)
  return html`<section class="pilha-curta">
    <div class="linha entre">
      ${titulo(dentro.painel.host.nivel + 1, textos.ultimos, 'subtitulo')} ${dentro.ligacao('processos', {}, textos.verTodos)}
    </div>
    ${daCarga(dentro, dentro.carga('lista'), ({ itens }) => listaDeProcessos(dentro, itens, cartao))}
  </section>`
}

function avisos(dentro: Dentro, conta: Conta | undefined, resumo: Resumo | undefined): TemplateResult | undefined {
  if (!conta?.pendentes.length && !resumo?.anteriores) return undefined
  if (!dentro.avisosDoInicio) dentro.trazerAvisos().catch(console.debug)
  return dentro.avisosDoInicio?.(dentro, conta, resumo)
}
