import './comum-painel.js'
import type { TemplateResult } from 'lit'
import { codigoTrocado, perguntaDaTroca } from '../../parts/troca.js'
import { umProcesso } from '../../texts/um-processo.pt-BR.js'
import type { Dentro } from './dentro.js'

/** The access code of the process on screen, about to be replaced, or replaced just now. */
export class TrocaDoCodigo {
  #codigo: string | undefined

  constructor(
    readonly dentro: Dentro,
    readonly id: string,
    readonly desistir: () => void,
  ) {}

  renderizar(): TemplateResult {
    if (this.#codigo) return codigoTrocado(this.#codigo, umProcesso.guarde)
    return perguntaDaTroca({ trocando: this.dentro.ocupado === 'trocar', trocar: () => this.#trocar(), desistir: this.desistir })
  }

  #trocar(): void {
    const { dentro } = this
    void dentro.fazer('trocar', async () => {
      this.#codigo = await dentro.meus.trocarCodigo(this.id)
      dentro.mexido = this.id
      dentro.desenhar()
      void dentro.painel.host.focar('.troca')
    })
  }
}
