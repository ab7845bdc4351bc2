import { html, nothing, type TemplateResult } from 'lit'
import { escreverData } from '../../../../server/contract/palavras.js'
import { formatarDocumento } from '../../../../server/contract/regras.js'
import type { MinhasProcuracoes, Procuracao } from '../../../client/procuracoes.js'
import { titulo } from '../../../parts/titulo.js'
import { procuracoes as textos } from '../../../texts/procuracoes.pt-BR.js'
import { nada } from '../lista.js'
import type { Pergunta, TelaDasProcuracoes } from './procuracoes.js'

type Lado = 'outorgante' | 'procurador'

/** Both directions: for whom the person acts, and who acts for them. */
export function ladosDe(tela: TelaDasProcuracoes, { porQuemAjo, quemAgePorMim }: MinhasProcuracoes): TemplateResult {
  const pedir = html`<p><button type="button" class="botao" @click=${() => tela.abrirPedido()}>${textos.pedir}</button></p>`
  return html`${lado(tela, textos.quemAgePorMim, quemAgePorMim, 'procurador', nada(textos.quemAgePorMimVazio, textos.quemAgePorMimVazioAjuda))}
    ${lado(tela, textos.porQuemAjo, porQuemAjo, 'outorgante', nada(textos.porQuemAjoVazio, textos.porQuemAjoVazioAjuda, pedir))}
    ${porQuemAjo.length > 0 ? html`<div class="nao-imprime">${pedir}</div>` : nothing}`
}

/** @param outro whose name stands at the head of each: the other one's. */
function lado(tela: TelaDasProcuracoes, nome: string, todas: readonly Procuracao[], outro: Lado, vazio: TemplateResult): TemplateResult {
  const vivas = todas.filter((uma) => uma.acoes.length > 0 || uma.emVigor)
  const antigas = todas.filter((uma) => !vivas.includes(uma))
  return html`<section class="pilha-curta">
    ${titulo(tela.dentro.painel.host.nivel + 1, nome, 'subtitulo')}
    ${todas.length === 0 ? vazio : html`<ul class="procuracoes" role="list">${vivas.map((uma) => procuracao(tela, uma, outro))}</ul>`}
    ${
      antigas.length > 0
        ? html`<details><summary>${textos.mostrarAntigas(antigas.length)}</summary><ul class="procuracoes" role="list">${antigas.map((uma) => procuracao(tela, uma, outro))}</ul></details>`
        : nothing
    }
  </section>`
}

function procuracao(tela: TelaDasProcuracoes, uma: Procuracao, outro: Lado): TemplateResult {
  const { nome, documento } = uma[outro]
  const { dentro, pergunta } = tela
  return html`<li class="procuracao" id=${tela.idDe(uma.id)}>
    <div class="linha entre ao-alto">
      <div>
        <p class="nome-longo"><b translate="no">${nome}</b></p>
        <p class="secundario" translate="no">${documento.length > 11 ? 'CNPJ' : 'CPF'} ${formatarDocumento(documento)}</p>
      </div>
      <span class="estado estado-${uma.estado}">${estadoDe(uma)}</span>
    </div>
    <ul class="itens">${uma.poderes.map((poder) => html`<li>${textos.nomesDosPoderes[poder]}</li>`)}</ul>
    <p class="secundario">${textos.prazo(escreverData(uma.de), escreverData(uma.ate))}</p>
    ${uma.motivo ? html`<p>${textos.motivo(uma.motivo)}</p>` : nothing}
    ${
      pergunta?.id === uma.id
        ? perguntaDe(tela, uma, pergunta.que, nome)
        : html`<div class="linha nao-imprime">
            ${uma.emVigor && outro === 'outorgante' && dentro.agindo?.id !== uma.id ? botao(textos.agir, 'botao', textos.de(textos.agir, nome), () => tela.agir(uma)) : nothing}
            ${acoesDe(uma).map(([que, rotulo]) => botao(rotulo, que === 'aceitar' ? 'botao' : 'botao botao-texto', textos.de(rotulo, nome), () => tela.perguntar({ id: uma.id, que })))}
            ${uma.temArquivo ? botao(textos.baixar, 'botao botao-texto', textos.de(textos.baixar, nome), () => tela.baixar(uma), dentro.ocupado === uma.id) : nothing}
          </div>`
    }
  </li>`
}

function estadoDe({ estado, emVigor, de, acoes }: Procuracao): string {
  if (estado === 'pedida' && acoes.includes('aceitar')) return textos.esperaSuaResposta
  const comeca = (estado === 'aceita' || estado === 'aprovada') && !emVigor
  return comeca ? textos.comecaEm(escreverData(de)) : textos.estados[estado]
}

function acoesDe({ acoes, estado }: Procuracao): [Pergunta, string][] {
  const rotulos = { aceitar: textos.aceitar, recusar: textos.recusar, revogar: estado === 'pedida' ? textos.desistir : textos.encerrar }
  return (['aceitar', 'recusar', 'revogar'] as const).filter((que) => acoes.includes(que)).map((que) => [que, rotulos[que]])
}

function perguntaDe(tela: TelaDasProcuracoes, uma: Procuracao, que: Pergunta, nome: string): TemplateResult {
  const indo = tela.ficha.estado.ocupado === que
  return html`<div class="troca pilha-curta" role="group" aria-label=${textos.confirmar[que](nome)}>
    <p>${textos.confirmar[que](nome)}</p>
    <div class="linha">
      <button type="button" class="botao ${indo ? 'girando' : ''}" aria-disabled=${indo ? 'true' : nothing} @click=${() => void tela.decidir(uma, que)}>${textos.sim[que]}</button>
      <button type="button" class="botao botao-texto" @click=${() => tela.perguntar(undefined)}>${textos.nao}</button>
    </div>
  </div>`
}

function botao(texto: string, classe: string, nome: string, fazer: () => void, indo = false): TemplateResult {
  return html`<button type="button" class="${classe} ${indo ? 'girando' : ''}" aria-label=${nome} aria-disabled=${indo ? 'true' : nothing} @click=${fazer}>${texto}</button>`
}
