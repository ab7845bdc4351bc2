import { html, type TemplateResult } from 'lit'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { administracao as textos } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Erro } from './folha.js'
import { NoArquivo } from './no-arquivo.js'

/** A part that lists what the file has several of, and opens a sheet for one of them at a time. */
export abstract class Fichas extends NoArquivo {
  /** Codigo of the one whose sheet is open; empty for a new one. */
  protected aberta: string | undefined

  protected abrir(codigo: string, valores: Readonly<Record<string, string>> = {}): void {
    this.aberta = codigo
    this.folha.limpar()
    this.folha.valores = valores
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar('.ficha .entrada')
  }

  protected fechar(): void {
    this.aberta = undefined
    this.administracao.lugar.desenhar()
    void this.administracao.lugar.host.focar('.miolo-da-administracao .subtitulo')
  }

  protected ficha(campos: TemplateResult, aoGravar: () => Promise<void>): TemplateResult {
    return html`<form class="pilha cresce dentro-do-item ficha" novalidate @submit=${aoEnviar(aoGravar)}>
      ${this.folha.problemas()} ${campos}
      <div class="linha">
        ${botaoDeEnviar(this.folha.indo, textos.gravar, textos.indo)}
        <button type="button" class="botao botao-texto" @click=${() => this.fechar()}>${textos.cancelar}</button>
      </div>
    </form>`
  }

  /**
   * Writes what stands in the sheet and closes it.
   * @param faltam what is not there yet, for which nothing is asked of the server
   * @param prefixo where it stands in the file: what is refused there is told beside the sheet's fields
   */
  protected async gravarFicha(faltam: readonly Erro[], prefixo: string, gravar: () => Promise<boolean>): Promise<void> {
    const { folha } = this
    if (faltam.length > 0) return folha.recusar(faltam)
    if (await gravar()) return this.fechar()
    folha.erros = folha.erros.map((erro) => ({ ...erro, caminho: erro.caminho.replace(`${prefixo}.`, '') }))
    this.administracao.lugar.desenhar()
  }
}

/** What a list keeps after one of it was written: in its place, or at the end. */
export function trocar<T>(itens: readonly T[], novo: T, eh: (item: T) => boolean): T[] {
  return itens.some(eh) ? itens.map((item) => (eh(item) ? novo : item)) : [...itens, novo]
}
