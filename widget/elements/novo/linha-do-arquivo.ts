import { html, nothing, type TemplateResult } from 'lit'
import type { DocumentoPedido } from '../../../server/contract/tipo.js'
import { idDe } from '../../parts/campos/moldura.js'
import { linhaDeEnvio } from '../../parts/envio.js'
import type { Arquivo } from '../../parts/envios.js'
import type { MesaDeDocumentos } from './passo-documentos.js'
import type { Vista } from './vista.js'

/** One file: its name, where it stands, and what can be done with it. */
export function linhaDoArquivo(
  vista: Vista,
  mesa: MesaDeDocumentos,
  arquivo: Arquivo,
  pedidos: readonly DocumentoPedido[],
): TemplateResult {
  const { chave, documento } = arquivo
  return linhaDeEnvio(arquivo, {
    textos: vista.textos.documentos,
    tirar: () => mesa.remover(chave, documento),
    tentar: () => mesa.tentar(chave, documento),
    depois: arquivo.palpite && arquivo.situacao !== 'recusado' ? escolhaDeDocumento(vista, mesa, arquivo, pedidos) : nothing,
  })
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
