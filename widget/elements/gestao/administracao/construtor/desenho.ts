import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../../../client/api.js'
import { aviso } from '../../../../parts/aviso.js'
import { aoEnviar, botaoDeEnviar } from '../../../../parts/formulario.js'
import { titulo } from '../../../../parts/titulo.js'
import { administracao } from '../../../../texts/gestao-administracao.pt-BR.js'
import { linha } from '../campos.js'
import type { Construtor } from './construtor.js'
import { geral } from './geral.js'
import { itens } from './itens.js'
import { modelosDoTipo } from './modelos-do-tipo.js'

const textos = administracao.construtor

/** The builder, beside what it builds. */
export function desenharConstrutor(construtor: Construtor, cartao: Cartao): TemplateResult {
  const {
    administracao: { lugar },
    tipo,
    folha,
    versao,
  } = construtor
  return html`<p class="nao-imprime">${lugar.ligacao('administracao', { parte: 'tipos' }, textos.voltar)}</p>
    <div>
      ${titulo(lugar.host.nivel + 1, tipo.nome || textos.novo, 'subtitulo assunto-do-grupo')}
      <p class="secundario">${versao === undefined ? textos.aindaNao : administracao.tipos.versao(versao)}. ${textos.abertosContinuam}</p>
    </div>
    ${tipo.fechado ? aviso({ tom: 'info', titulo: textos.fechado, conteudo: html`<p>${tipo.fechadoPorque ?? textos.semMotivo}</p>` }) : nothing}
    <div class="construtor">
      <form class="pilha" novalidate @submit=${aoEnviar(() => (construtor.conferido ? construtor.gravar() : construtor.conferir()))}>
        ${folha.problemas()} ${geral(construtor)} ${itens(construtor, 'campos')} ${itens(construtor, 'documentos')}
        ${modelosDoTipo(construtor)} ${construtor.eNovo ? nothing : construtor.versoes.renderizar(cartao)} ${fechamento(construtor)}
        ${construtor.conferido ? conferencia(construtor) : nothing}
        <div class="linha">
          ${botaoDeEnviar(folha.indo, construtor.conferido ? textos.gravar : textos.conferir, administracao.indo)}
          ${construtor.mudado ? html`<button type="button" class="botao botao-texto" @click=${() => void construtor.descartar()}>${administracao.descartar}</button>` : nothing}
        </div>
        <p class="secundario">${textos.guardado}</p>
      </form>
      ${construtor.versoes.previa(cartao) ?? construtor.previa.renderizar(tipo, cartao)}
    </div>`
}

/** A closed tipo takes no further requests. */
function fechamento(construtor: Construtor): TemplateResult | typeof nothing {
  const { tipo, folha, eNovo } = construtor
  if (eNovo) return nothing
  if (tipo.fechado)
    return html`<div class="linha"><button type="button" class="botao botao-fraco" @click=${() => construtor.mudar({ fechado: false, fechadoPorque: '' })}>${textos.reabrir}</button></div>`
  if (!construtor.fechando)
    return html`<div class="linha"><button type="button" class="botao botao-texto rente" @click=${() => construtor.abrirFechamento()}>${textos.fecharServico}</button></div>`
  return html`<div class="aviso" role="group" aria-label=${textos.fecharServico}>
    <p>${textos.fecharExplica}</p>
    ${linha({ id: folha.id('fechadoPorque'), erro: folha.erro('fechadoPorque'), rotulo: textos.porque, ajuda: textos.porqueAjuda, valor: folha.ler('fechadoPorque'), mudar: (porque) => folha.digitar('fechadoPorque', porque) })}
    <div class="linha">
      <button type="button" class="botao botao-fraco" @click=${() => construtor.marcarFechado()}>${textos.fecharServico}</button>
    </div>
  </div>`
}

/** What will change, line by line as the command line writes it. */
function conferencia({ conferido, mudouAntes }: Construtor): TemplateResult {
  const { linhas = [], avisos = [] } = conferido ?? {}
  return html`<section class="conferencia aviso aviso-info" aria-label=${textos.oQueMuda} tabindex="-1">
    ${mudouAntes ? html`<p><b>${textos.mudouAntes}</b> ${textos.mudouAntesTexto}</p>` : nothing}
    <p class="aviso-titulo">${linhas.length > 0 ? textos.oQueMuda : textos.nadaMuda}</p>
    <ul class="diferencas">${[...linhas, ...avisos].map((linha) => html`<li>${linha}</li>`)}</ul>
    <p>${textos.abertosContinuam}</p>
  </section>`
}
