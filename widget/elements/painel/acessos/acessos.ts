import '../comum-painel.js'
import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../server/contract/palavras.js'
import type { Cartao } from '../../../client/api.js'
import type { VistasDoInteressado } from '../../../client/meus.js'
import { titulo } from '../../../parts/titulo.js'
import { acessos as textos } from '../../../texts/acessos.pt-BR.js'
import { daCarga } from '../carregando.js'
import type { Dentro } from '../dentro.js'
import { nada } from '../lista.js'

/** Who may see a process of one's own, until when, and every look they took. */
export function acessos(dentro: Dentro, id: string, { fuso }: Cartao): TemplateResult {
  const carga = dentro.carga('vistas')
  return html`<section class="pilha-curta">
    ${titulo(dentro.painel.host.nivel + 1, textos.titulo, 'subtitulo')}
    <p class="secundario">${textos.ajuda}</p>
    ${daCarga(dentro, carga?.chave === id ? carga : undefined, ({ vistas }) =>
      vistas.length === 0
        ? nada(textos.vazio, textos.vazioAjuda)
        : html`<ul class="processos" role="list">${vistas.map((vista) => acesso(vista, fuso))}</ul>`,
    )}
  </section>`
}

type Vista = VistasDoInteressado['vistas'][number]

function acesso(vista: Vista, fuso: string): TemplateResult {
  const { nome, documento, email, documentos, olhadas, totalDeOlhadas } = vista
  const quem = [documento, email].filter(Boolean).join(' · ')
  return html`<li class="pendencia">
    <div class="linha entre">
      <b>${nome ?? textos.semNome}</b>
      <span class="secundario">${prazo(vista, fuso)}</span>
    </div>
    <p class="secundario" translate="no">${quem}</p>
    <p>${documentos ? textos.documentos(documentos.join(', ')) : textos.inteiro}</p>
    ${
      olhadas.length === 0
        ? html`<p class="secundario">${textos.leituras(0)}</p>`
        : html`<details>
            <summary>${textos.leituras(totalDeOlhadas)}</summary>
            ${totalDeOlhadas > olhadas.length ? html`<p class="secundario">${textos.ultimas(olhadas.length)}</p>` : nothing}
            <ul class="itens">
              ${olhadas.map(
                ({ em, arquivo }) =>
                  html`<li><time datetime=${em}>${escreverDataHora(em, fuso)}</time> · ${arquivo === null ? textos.processo : textos.arquivo(arquivo)}</li>`,
              )}
            </ul>
          </details>`
    }
  </li>`
}

function prazo({ estado, ate, revogadaEm }: Vista, fuso: string): string {
  if (estado === 'revogada' && revogadaEm) return textos.revogada(escreverDataHora(revogadaEm, fuso))
  return (estado === 'terminada' ? textos.terminou : textos.ate)(escreverDataHora(ate, fuso))
}
