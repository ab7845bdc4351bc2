import { html, nothing, type TemplateResult } from 'lit'
import { escreverFormatos } from '../../../server/contract/regras.js'
import type { DocumentoPedido, TipoCompleto } from '../../../server/contract/tipo.js'
import { titulo } from '../../parts/titulo.js'
import { dizer } from '../../texts/voz.js'
import { cabecalho } from './cabecalho.js'
import type { Cena } from './vista.js'

export interface Comeco {
  /** Says when and where a draft of this tipo was last kept. */
  rascunhoDe?: string | undefined
  /** The code of the next step is on its way. */
  esperando: boolean
  comecar(): void
  retomar(): void
  recomecar(): void
  /** Absent when there is nothing else to choose. */
  outro?: (() => void) | undefined
}

/** What the person should know and have at hand before starting. */
export function passoApresentacao(cena: Cena, tipo: TipoCompleto, comeco: Comeco): TemplateResult {
  const { textos } = cena
  return html`${cabecalho(cena, html`<span lang="pt-BR">${tipo.nome}</span>`)} ${comeco.outro ? nothing : cena.convite()}
    <p class="fala" lang="pt-BR">${tipo.descricao}</p>
    ${fatos(cena, tipo)} ${documentos(cena, tipo.documentos)}
    ${notas(cena, tipo).map((nota) => html`<p class="secundario">${nota}</p>`)}
    ${comeco.rascunhoDe ? retomada(cena, comeco, comeco.rascunhoDe) : nothing}
    ${cena.falta('comecar')} ${cena.falta('lista')}
    <div class="linha entre acoes">
      ${comeco.outro ? html`<button type="button" class="botao botao-texto rente" @click=${comeco.outro}>${textos.apresentacao.outro}</button>` : nothing}
      ${comeco.rascunhoDe ? nothing : html`<button type="button" class="botao ao-fim ${comeco.esperando ? 'girando' : ''}" @click=${comeco.comecar}>${textos.apresentacao.comecar}</button>`}
    </div>`
}

function fatos({ textos }: Cena, { prazo, unidade, taxa, tempoUsual }: TipoCompleto): TemplateResult {
  const { apresentacao } = textos
  return html`<dl class="fatos">
    <div><dt>${apresentacao.resposta}</dt><dd>${apresentacao.dias(prazo.dias, prazo.contagem === 'uteis')}</dd></div>
    ${tempoUsual ? html`<div><dt>${apresentacao.costuma}</dt><dd>${apresentacao.tempoUsual(tempoUsual.dias)}</dd></div>` : nothing}
    <div><dt>${apresentacao.recebe}</dt><dd lang="pt-BR">${unidade.nome}</dd></div>
    ${taxa ? html`<div class="custo"><dt>${apresentacao.custo}</dt><dd lang="pt-BR">${taxa}</dd></div>` : nothing}
  </dl>`
}

function documentos({ textos, nivel }: Cena, pedidos: readonly DocumentoPedido[]): TemplateResult {
  const { apresentacao } = textos
  if (pedidos.length === 0) return html`<p>${apresentacao.semDocumentos}</p>`
  return html`<section class="pilha-curta">
    ${titulo(nivel + 1, apresentacao.documentos, 'subtitulo')}
    <ul class="pontos" role="list">
      ${pedidos.map((pedido) => {
        const nota = pedido.quando ? apresentacao.depende : pedido.obrigatorio ? undefined : apresentacao.seTiver
        return html`<li><span lang="pt-BR">${pedido.nome}</span> <span class="secundario">${dizer(escreverFormatos(pedido))}${nota ? `\u00a0· ${nota}` : nothing}</span></li>`
      })}
    </ul>
  </section>`
}

function notas({ textos: { apresentacao } }: Cena, { quemPode, anonimo, sigilo }: TipoCompleto): string[] {
  return [
    ...(quemPode === 'pessoa-juridica' ? [apresentacao.soEmpresa] : []),
    ...(anonimo ? [apresentacao.podeAnonimo] : []),
    ...(sigilo === 'sigiloso' ? [apresentacao.sigiloso] : []),
  ]
}

function retomada({ textos }: Cena, comeco: Comeco, onde: string): TemplateResult {
  const { rascunho } = textos
  return html`<div class="aviso aviso-info">
    <p class="aviso-titulo">${rascunho.pergunta}</p>
    <p>${onde}</p>
    <div class="linha">
      <button type="button" class="botao" @click=${comeco.retomar}>${rascunho.continuar}</button>
      <button type="button" class="botao botao-texto" @click=${comeco.recomecar}>${rascunho.recomecar}</button>
    </div>
  </div>`
}
