import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { buscarTipos } from '../../../server/contract/regras.js'
import type { TipoResumo } from '../../../server/contract/tipo.js'
import { titulo } from '../../parts/titulo.js'
import { cabecalho } from './cabecalho.js'
import type { Catalogo } from './catalogo.js'
import type { Cena } from './vista.js'

/** Few enough to be read at once need no search. */
const POUCOS = 5

/** First step: what the request is about. `espera` stands where the list will. */
export function passoTipo(cena: Cena, lista: Catalogo, espera: () => TemplateResult | typeof nothing): TemplateResult {
  const { textos } = cena
  const achados = buscarTipos(lista.tipos, lista.busca)
  const procurando = lista.busca.trim() !== ''
  return html`<div class="pilha nao-imprime">${cabecalho(cena, textos.lista.titulo)} ${cena.convite()}
    ${lista.tipos.length > POUCOS ? busca(cena, lista) : nothing}
    ${lista.veio ? nothing : espera()} ${lista.veio && lista.tipos.length === 0 ? html`<p>${textos.lista.vazia}</p>` : nothing}
    ${procurando && achados.length === 0 ? nenhum(cena, lista) : nothing}
    ${procurando ? assuntos(achados, cena, lista) : porGrupo(achados, cena, lista)}</div>`
}

function busca({ textos, prefixo }: Cena, lista: Catalogo): TemplateResult {
  const id = `${prefixo}-busca`
  const ler = (evento: Event) => evento.target instanceof HTMLInputElement && lista.procurar(evento.target.value)
  const aoEnviar = (evento: Event) => evento.preventDefault()
  return html`<form role="search" class="campo" @submit=${aoEnviar}>
    <label class="rotulo" for=${id}>${textos.lista.busca}</label>
    <p class="ajuda" id="${id}-ajuda">${textos.lista.buscaAjuda}</p>
    <input class="entrada" id=${id} type="search" autocomplete="off" aria-describedby="${id}-ajuda" .value=${live(lista.busca)} @input=${ler} />
  </form>`
}

function nenhum({ textos }: Cena, lista: Catalogo): TemplateResult {
  const limpar = () => lista.limparBusca()
  return html`<div class="pilha-curta">
    <p>${textos.lista.nenhum}</p>
    <button type="button" class="botao botao-texto rente" @click=${limpar}>${textos.lista.verTodos}</button>
  </div>`
}

function porGrupo(tipos: readonly TipoResumo[], cena: Cena, lista: Catalogo): TemplateResult {
  const grupos = new Map<string, TipoResumo[]>()
  for (const tipo of tipos) grupos.set(tipo.grupo, [...(grupos.get(tipo.grupo) ?? []), tipo])
  if (grupos.size < 2) return assuntos(tipos, cena, lista)
  return html`${[...grupos].map(
    ([grupo, dele]) =>
      html`<section class="pilha-curta">${titulo(cena.nivel + 1, html`<span lang="pt-BR">${grupo}</span>`, 'subtitulo')}${assuntos(dele, cena, lista)}</section>`,
  )}`
}

function assuntos(tipos: readonly TipoResumo[], { textos, falta }: Cena, lista: Catalogo): TemplateResult {
  return html`<ul class="pilha-de-opcoes" role="list">
    ${tipos.map(
      ({ codigo, nome, descricao, prazo, unidade }) =>
        html`<li>
          <button
            type="button"
            class="cartaozinho"
            aria-disabled=${lista.abrindo === codigo ? 'true' : nothing}
            @click=${() => void lista.escolher(codigo)}
          >
            <b class=${lista.abrindo === codigo ? 'girando' : nothing} lang="pt-BR">${nome}</b>
            <span class="resumo" lang="pt-BR">${descricao}</span>
            <span class="secundario">${textos.lista.prazo(textos.apresentacao.dias(prazo.dias, prazo.contagem === 'uteis'))} · <span lang="pt-BR">${unidade.nome}</span></span>
          </button>
          ${falta(codigo)}
        </li>`,
    )}
  </ul>`
}
