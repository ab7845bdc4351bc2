import { html, nothing, type TemplateResult } from 'lit'
import { escreverTamanho } from '../../server/contract/palavras.js'
import type { Anexo } from '../../server/contract/protocolos.js'
import type { Textos } from '../texts/textos.js'
import { inteiro } from './inteiro.js'

interface Lista {
  textos: Textos
  /** Id of the file on its way, if one is. */
  baixando: string | undefined
  baixar: (anexo: Anexo) => void
}

/** Files that were received, to download. `titulo` of one is what it was asked as. */
export function listaDeArquivos(anexos: readonly (Anexo & { titulo?: string })[], { textos, baixando, baixar }: Lista): TemplateResult {
  return html`<ul class="arquivos" role="list">
    ${anexos.map(
      (anexo) => html`<li class="arquivo">
        <div>
          <b lang=${anexo.titulo ? 'pt-BR' : nothing}>${anexo.titulo ?? anexo.nome}</b>
          <p class="secundario">${anexo.titulo ? `${anexo.nome}\u00a0· ` : ''}${inteiro(escreverTamanho(anexo.tamanho))}</p>
        </div>
        <button
          type="button"
          class="botao botao-texto"
          aria-label="${textos.baixar} ${anexo.nome}"
          aria-disabled=${baixando === anexo.id ? 'true' : 'false'}
          @click=${() => baixando ?? baixar(anexo)}
        >
          ${baixando === anexo.id ? textos.baixando : textos.baixar}
        </button>
      </li>`,
    )}
  </ul>`
}
