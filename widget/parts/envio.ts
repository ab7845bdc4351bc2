import { html, nothing, type TemplateResult } from 'lit'
import { escreverTamanho } from '../../server/contract/palavras.js'
import type { TextosDosPassos } from '../texts/novo-passos.pt-BR.js'
import { dizer } from '../texts/voz.js'
import type { Arquivo } from './envios.js'
import { inteiro } from './inteiro.js'

interface Linha {
  textos: TextosDosPassos['documentos']
  tirar(): void
  tentar(): void
  /** Stands under the row. */
  depois?: unknown
}

/** One file that is being sent: its name, where it stands, and what can be done with it. */
export function linhaDeEnvio(arquivo: Arquivo, { textos, tirar, tentar, depois = nothing }: Linha): TemplateResult {
  const { nome, situacao, motivo } = arquivo
  const aCaminho = situacao === 'fila' || situacao === 'enviando'
  const nomeDoTirar = aCaminho ? textos.cancelarQual(nome) : textos.removerQual(nome)
  return html`<div class="envio ${motivo ? 'com-erro' : ''}">
    <p class="secundario"><span class="nome-do-arquivo">${nome}</span> · ${inteiro(escreverTamanho(arquivo.tamanho))} · ${escreverSituacao(textos, arquivo)}</p>
    <div class="linha">
      ${
        situacao === 'falhou'
          ? html`<button type="button" class="botao botao-texto" aria-label=${textos.tentarQual(nome)} @click=${tentar}>${textos.tentar}</button>`
          : nothing
      }
      <button type="button" class="botao botao-texto" aria-label=${nomeDoTirar} @click=${tirar}>${aCaminho ? textos.cancelar : textos.remover}</button>
    </div>
    ${aCaminho ? html`<progress max="100" .value=${Math.round(arquivo.parte * 100)} aria-label=${textos.progressoDe(nome)}></progress>` : nothing}
    ${motivo ? html`<p class="erro">${dizer(motivo)}</p>` : nothing} ${depois}
  </div>`
}

function escreverSituacao(textos: Linha['textos'], { situacao, parte }: Arquivo): string {
  if (situacao === 'enviando') return parte < 1 ? textos.enviando(Math.round(parte * 100)) : textos.conferindo
  if (situacao === 'fila') return textos.naFila
  return situacao === 'recebido' ? textos.recebido : textos.falhou
}
