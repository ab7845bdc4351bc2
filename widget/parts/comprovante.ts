import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Cartao } from '../../server/contract/entidade.js'
import { escreverData, escreverDataHora, escreverTamanho } from '../../server/contract/palavras.js'
import { nomesDePrioridade } from '../../server/contract/prioridade.js'
import type { Comprovante, Qr } from '../../server/contract/protocolos.js'
import type { TextosDosPassos } from '../texts/novo-passos.pt-BR.js'
import { idioma } from '../texts/voz.js'
import { contato } from './contato.js'
import { inteiro } from './inteiro.js'
import { titulo } from './titulo.js'

/** What the screen says to who hands the receipt over; on paper it speaks to who asked. */
export interface Entrega {
  recebemos: string
  /** To whom, and what else they are to know of the code. */
  entregue: string
  /** That they will be told by e-mail, or will not. */
  novidades: string
  rotulo: string
  nome: string
}

export interface Recibo {
  comprovante: Comprovante
  /** Undefined until it comes, null where it can't be had. */
  qr: Qr | null | undefined
  cartao: Cartao
  textos: TextosDosPassos
  nivel: number
  baixando: boolean
  /** What became of copying or downloading, in words. */
  recado: string
  baixar(): void
  copiar(): void
  outro(): void
  /** The way to it in the panel of who is signed in. */
  noPainel: unknown
  entrega?: Entrega | undefined
}

/** The receipt. The access code stands here and on the PDF, and nowhere else. */
export function comprovanteNaTela(recibo: Recibo): TemplateResult {
  const { comprovante, entrega, textos } = recibo
  const { comprovante: t } = textos
  const novidades = comprovante.email ? t.avisaremos(comprovante.email) : t.semEmail
  return html`<div class="comprovante">
      <p class="so-impressao">${recibo.cartao.nome}</p>
      ${titulo(recibo.nivel, html`<span class="selo selo-ok">${naTela(entrega?.recebemos, t.recebemos)}</span>`, 'titulo titulo-do-selo')}
      <div><p class="secundario">${t.numero}</p><p class="grande numero" translate="no" data-numero>${inteiro(comprovante.numero)}</p></div>
      ${qr(recibo.qr, t.qr)}
      <div><p class="secundario">${t.codigo}</p><p class="codigo numero" translate="no">${comprovante.codigoAcesso}</p></div>
      <p>${t.respostaAte} <b>${diaPorExtenso(comprovante.prazo)}</b>. ${naTela(entrega?.novidades, novidades)}</p>
      <p class="aviso aviso-do-codigo">${naTela(entrega?.entregue, t.codigoUmaVez)}</p>
      <p class="so-impressao">${t.acompanheEm} ${comprovante.consulta}</p>
      <div class="so-impressao">${contato(recibo.cartao, t.duvidas)}</div>
      <div class="linha acoes-do-recibo">
        <button type="button" class="botao ${recibo.baixando ? 'girando' : ''}" aria-disabled=${recibo.baixando ? 'true' : 'false'} @click=${recibo.baixar}>
          ${recibo.baixando ? t.baixando : t.baixar}
        </button>
        <button type="button" class="botao botao-fraco" @click=${recibo.copiar}>${t.copiar}</button>
        <button type="button" class="botao botao-fraco" @click=${imprimir}>${t.imprimir}</button>
      </div>
      <p class="secundario recado nao-imprime">${recibo.recado}</p>
    </div>
    ${pormenores(recibo)}
    <div class="linha entre nao-imprime">
      ${recibo.noPainel ?? html`<a href=${comprovante.consulta}>${t.acompanhar}</a>`}
      <button type="button" class="botao botao-texto rente" @click=${recibo.outro}>${t.outro}</button>
    </div>`
}

/** What is said to who hands it over, on screen alone; without one, the same to everybody. */
function naTela(aQuemEntrega: string | undefined, aQuemPede: string): TemplateResult {
  if (aQuemEntrega === undefined) return html`${aQuemPede}`
  return html`<span class="nao-imprime">${aQuemEntrega}</span><span class="so-impressao">${aQuemPede}</span>`
}

function imprimir(): void {
  print()
}

/** Dark on light in every theme, or cameras do not read it; the light is drawn, for a contrast bar takes backgrounds away. */
function qr(desenho: Qr | null | undefined, nome: string): TemplateResult | typeof nothing {
  if (desenho === null) return nothing
  const { lado, caminho } = desenho ?? { lado: 1, caminho: '' }
  return html`<svg class="qr" role="img" aria-label=${nome} viewBox="0 0 ${lado} ${lado}" shape-rendering="crispEdges">
    ${svg`<rect width=${lado} height=${lado} fill="#fff"></rect><path d=${caminho}></path>`}
  </svg>`
}

function pormenores({ comprovante, cartao, entrega, textos: { comprovante: t }, nivel }: Recibo): TemplateResult {
  const { respostas, anexos, prioridade } = comprovante
  return html`<dl class="fatos">
      ${entrega ? html`<div><dt>${entrega.rotulo}</dt><dd>${entrega.nome}</dd></div>` : nothing}
      <div><dt>${t.assunto}</dt><dd lang="pt-BR">${comprovante.tipo.nome}</dd></div>
      <div><dt>${t.abertoEm}</dt><dd>${escreverDataHora(comprovante.abertoEm, cartao.fuso)}</dd></div>
      <div><dt>${t.recebidoPor}</dt><dd lang="pt-BR">${comprovante.unidade.nome}</dd></div>
      ${prioridade ? html`<div><dt>${t.prioridade}</dt><dd>${nomesDePrioridade[prioridade]}</dd></div>` : nothing}
    </dl>
    ${
      respostas.length > 0
        ? html`<section>
            ${titulo(nivel + 1, t.respostas, 'subtitulo')}
            <dl class="respostas">${respostas.map(({ rotulo, valor }) => html`<div lang="pt-BR"><dt>${rotulo}</dt><dd>${valor}</dd></div>`)}</dl>
          </section>`
        : nothing
    }
    ${
      anexos.length > 0
        ? html`<section>
            ${titulo(nivel + 1, t.arquivos, 'subtitulo')}
            <ul class="arquivos" role="list">
              ${anexos.map(
                ({ nome, tamanho, sha256 }) =>
                  html`<li class="arquivo recebido"><span>${nome}</span><span class="secundario">${inteiro(escreverTamanho(tamanho))}</span>
                    <span class="secundario conferencia" translate="no">${t.conferencia} ${sha256}</span></li>`,
              )}
            </ul>
          </section>`
        : nothing
    }`
}

/** `12 de dezembro`, `1º de dezembro`, with the year when it is not this one's. */
function diaPorExtenso(dia: string): string {
  const data = new Date(`${dia}T12:00:00Z`)
  const desteAno = dia.startsWith(String(new Date().getFullYear()))
  if (Number.isNaN(data.getTime())) return escreverData(dia)
  const escrita = data.toLocaleDateString(idioma(), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(!desteAno && { year: 'numeric' }),
  })
  return idioma() === 'pt-BR' ? escrita.replace(/^1 /, '1º ') : escrita
}
