import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../../client/api.js'
import { quando } from '../../../parts/andamento.js'
import { resumoDeErros } from '../../../parts/erros.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { atosDaGestao as textos } from '../../../texts/gestao-atos.pt-BR.js'
import { processoDaGestao } from '../../../texts/gestao-processo.pt-BR.js'
import { dizer } from '../../../texts/voz.js'
import type { Ato } from './ato.js'

/** The form of an act, beside what it is about. Escape leaves it, and loses nothing. */
export function quadroDoAto(ato: Ato, cartao: Cartao): TemplateResult {
  const { processo, nome } = ato
  const { host } = processo.lugar
  const { explica, fazer } = textos.atos[ato.acao]
  const id = ato.id('titulo')
  const erros = ato.erros.map(({ caminho, mensagem }) => ({
    id: ato.id(caminho),
    mensagem: ato.forma.dizer?.(ato, caminho, dizer(mensagem)) ?? mensagem,
  }))
  const cabe = ato.mudanca?.cabe ?? true
  const aoTeclar = (evento: KeyboardEvent) => {
    if (evento.key === 'Escape' && !evento.defaultPrevented) processo.fechar()
  }
  return html`<section class="ato nao-imprime" aria-labelledby=${id} @keydown=${aoTeclar}>
    <div class="linha entre sem-quebra ao-alto">
      <div id=${id} class="cresce">${titulo(host.nivel + 1, nome, 'subtitulo')}</div>
      <button type="button" class="botao botao-texto fecha-o-ato" aria-label=${textos.fecharQual(nome)} @click=${() => processo.fechar()}>${textos.fechar}</button>
    </div>
    ${explica ? html`<p class="secundario">${explica}</p>` : nothing}
    <form class="pilha" novalidate @submit=${aoEnviar(() => ato.enviar())}>
      ${resumoDeErros(textos.falta(erros.length), erros)}
      ${ato.falha ? html`<div class="falha-do-ato" tabindex="-1">${avisoDeFalha(ato.falha, { textos: host.comuns, mais: textos.semPerda })}</div>` : nothing}
      ${ato.forma.campos(ato)}
      <div class="pilha-curta pe-do-ato">
        ${ato.mudanca ? oQueMudou(ato, cartao) : nothing}
        <div class="linha">
          ${cabe ? botaoDeEnviar(ato.indo, ato.mudanca ? textos.mudou.mesmoAssim : fazer, textos.fazendo) : nothing}
          <p class="secundario">${textos.guardado}</p>
        </div>
      </div>
    </form>
  </section>`
}

/** Told beside the button: what others did since the form was opened. */
function oQueMudou({ mudanca, processo }: Ato, { fuso }: Cartao): TemplateResult {
  const { mudou } = textos
  const meio = { fuso, agora: new Date(), textos: processoDaGestao }
  return html`<div class="aviso mudanca" role="group" aria-label=${mudou.titulo} tabindex="-1">
    <p class="aviso-titulo">${mudou.titulo}</p>
    <ul>
      ${mudanca?.mudancas.map(
        ({ autor, especie, em }) =>
          html`<li><b>${processoDaGestao.tramites[especie]}</b>, ${autor ?? mudou.alguem}, <time datetime=${em}>${quando(em, meio)}</time></li>`,
      )}
    </ul>
    <p>${mudanca?.cabe ? mudou.texto : mudou.naoDa}</p>
    <div class="linha"><button type="button" class="botao botao-fraco" @click=${() => processo.verMudanca()}>${mudou.ver}</button></div>
  </div>`
}
