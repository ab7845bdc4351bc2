import './comum-painel.js'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { enderecoEm } from '../../base/vizinhos.js'
import type { Cartao } from '../../client/api.js'
import type { RascunhoResumo } from '../../client/meus.js'
import { quando } from '../../parts/andamento.js'
import { titulo } from '../../parts/titulo.js'
import { rascunhos as textos } from '../../texts/rascunhos.pt-BR.js'
import { resultado as tempos } from '../../texts/resultado.pt-BR.js'
import type { Dentro } from './dentro.js'

/** The one that is to be erased, once that is confirmed. */
const aApagar = new WeakMap<Dentro, string>()

/** What was begun and not sent, on whatever device; nothing where there is none. */
export function rascunhos(dentro: Dentro, { fuso }: Cartao): TemplateResult | typeof nothing {
  const lista = dentro.carga('rascunhos')?.valor ?? []
  if (lista.length === 0) return nothing
  const agora = new Date()
  return html`<section class="pilha-curta">
    <div>
      ${titulo(dentro.painel.host.nivel + 1, textos.titulo, 'subtitulo')}
      <p class="secundario">${textos.ajuda}</p>
    </div>
    <ul class="arquivos" role="list">
      ${repeat(
        lista,
        ({ id }) => id,
        (rascunho) => linha(dentro, rascunho, quando(rascunho.atualizadoEm, { fuso, agora, textos: tempos })),
      )}
    </ul>
  </section>`
}

function linha(dentro: Dentro, { id, tipo, lugar }: RascunhoResumo, em: string): TemplateResult {
  const perguntar = (sim: boolean) => {
    if (sim) aApagar.set(dentro, id)
    else aApagar.delete(dentro)
    dentro.desenhar()
    void dentro.painel.host.focar(`#${CSS.escape(idDe(dentro, id))} ${sim ? '.botao' : '.botao-texto'}`)
  }
  return html`<li class="arquivo" id=${idDe(dentro, id)}>
    <div>
      <b lang="pt-BR">${tipo.nome}</b>
      <p class="secundario">${textos.guardado(em)}${lugar ? `, ${textos.passo(lugar.numero, lugar.total)}` : nothing}</p>
    </div>
    ${aApagar.get(dentro) === id ? pergunta(dentro, id, () => perguntar(false)) : acoes(dentro, id, { tipo: tipo.nome, em, apagar: () => perguntar(true) })}
  </li>`
}

function acoes(dentro: Dentro, id: string, { tipo, em, apagar }: { tipo: string; em: string; apagar(): void }): TemplateResult {
  const endereco = enderecoEm('protocolo-novo', dentro.painel.host, `#rascunho=${id}`)
  return html`<div class="linha">
    <a class="botao botao-fraco" href=${endereco} aria-label=${textos.continuarQual(tipo, em)}>${textos.continuar}</a>
    <button type="button" class="botao botao-texto" aria-label=${textos.apagarQual(tipo, em)} @click=${apagar}>${textos.apagar}</button>
  </div>`
}

function pergunta(dentro: Dentro, id: string, desistir: () => void): TemplateResult {
  const apagando = dentro.ocupado === id
  return html`<div class="linha" role="group" aria-label=${textos.confirmar}>
    <span>${textos.confirmar}</span>
    <button type="button" class="botao botao-fraco ${apagando ? 'girando' : ''}" aria-disabled=${apagando ? 'true' : nothing} @click=${() => void apagar(dentro, id)}>
      ${textos.sim}
    </button>
    <button type="button" class="botao botao-texto" @click=${desistir}>${textos.nao}</button>
  </div>`
}

function idDe({ painel: { host } }: Dentro, id: string): string {
  return `${host.prefixo}-rascunho-${id}`
}

async function apagar(dentro: Dentro, id: string): Promise<void> {
  const { host } = dentro.painel
  await dentro.fazer(id, async () => {
    await dentro.meus.apagarRascunho(id)
    await dentro.carregar('rascunhos', '', () => dentro.meus.rascunhos())
    void host.anunciar(textos.apagado)
    void host.focar('.titulo')
  })
}
