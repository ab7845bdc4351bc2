import { html, nothing, type TemplateResult } from 'lit'
import { escreverTamanho } from '../../../server/contract/palavras.js'
import type { DocumentoPedido } from '../../../server/contract/tipo.js'
import { idDe } from '../../parts/campos/moldura.js'
import { inteiro } from '../../parts/inteiro.js'
import type { Arquivo } from './envios.js'
import type { MesaDeDocumentos } from './passo-documentos.js'
import type { Vista } from './vista.js'

/** One file: its name, where it stands, and what can be done with it. */
export function linhaDoArquivo(
  vista: Vista,
  mesa: MesaDeDocumentos,
  arquivo: Arquivo,
  pedidos: readonly DocumentoPedido[],
): TemplateResult {
  const { documentos } = vista.textos
  const { nome, situacao, chave, documento, motivo } = arquivo
  const aCaminho = situacao === 'fila' || situacao === 'enviando'
  const tirar = () => mesa.remover(chave, documento)
  const nomeDoTirar = aCaminho ? documentos.cancelarQual(nome) : documentos.removerQual(nome)
  return html`<div class="envio ${motivo ? 'com-erro' : ''}">
    <p class="secundario"><span class="nome-do-arquivo">${nome}</span> · ${inteiro(escreverTamanho(arquivo.tamanho))} · ${escreverSituacao(vista, arquivo)}</p>
    <div class="linha">
      ${
        situacao === 'falhou'
          ? html`<button type="button" class="botao botao-texto" aria-label=${documentos.tentarQual(nome)} @click=${() => mesa.tentar(chave, documento)}>
              ${documentos.tentar}
            </button>`
          : nothing
      }
      <button type="button" class="botao botao-texto" aria-label=${nomeDoTirar} @click=${tirar}>${aCaminho ? documentos.cancelar : documentos.remover}</button>
    </div>
    ${aCaminho ? html`<progress max="100" .value=${Math.round(arquivo.parte * 100)} aria-label=${documentos.progressoDe(nome)}></progress>` : nothing}
    ${motivo ? html`<p class="erro">${motivo}</p>` : nothing}
    ${arquivo.palpite && situacao !== 'recusado' ? escolhaDeDocumento(vista, mesa, arquivo, pedidos) : nothing}
  </div>`
}

function escreverSituacao({ textos: { documentos } }: Vista, { situacao, parte }: Arquivo): string {
  if (situacao === 'enviando') return parte < 1 ? documentos.enviando(Math.round(parte * 100)) : documentos.conferindo
  if (situacao === 'fila') return documentos.naFila
  return situacao === 'recebido' ? documentos.recebido : documentos.falhou
}

function escolhaDeDocumento(
  { textos, formulario }: Vista,
  mesa: MesaDeDocumentos,
  arquivo: Arquivo,
  pedidos: readonly DocumentoPedido[],
): TemplateResult {
  const id = idDe(formulario.prefixo, `arquivo.${arquivo.chave}`)
  const mudar = (evento: Event) => evento.target instanceof HTMLSelectElement && mesa.mover(arquivo.chave, evento.target.value)
  return html`<div class="linha palpite">
    <label class="secundario" for=${id}>${textos.documentos.esteArquivoE}</label>
    <select class="entrada cresce" id=${id} @change=${mudar}>
      ${pedidos.map(({ codigo, nome }) => html`<option value=${codigo} ?selected=${codigo === arquivo.documento}>${nome}</option>`)}
    </select>
  </div>`
}
