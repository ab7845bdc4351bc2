import type { nothing, TemplateResult } from 'lit'
import type { Cartao } from '../../../server/contract/entidade.js'
import type { Formulario } from '../../parts/campos/moldura.js'
import type { TextosNovo } from '../../texts/novo.pt-BR.js'
import type { TextosDosPassos } from '../../texts/novo-passos.pt-BR.js'
import type { Acao, Estado, Passo } from './estado.js'
import type { Titular } from './titular.js'

/** What the view of any step may read. */
export interface Cena {
  estado: Estado
  cartao: Cartao
  textos: TextosNovo
  prefixo: string
  /** Level of the step's heading. */
  nivel: number
  /** To sign in, for who is not. */
  convite(): TemplateResult | typeof nothing
  /** What did not come of what a button asked for. */
  falta(onde: string): TemplateResult | typeof nothing
}

/** What the view of a step in which people write may also do. */
export interface Vista extends Cena {
  textos: TextosDosPassos
  formulario: Formulario
  /** Who is signed in, if anybody. */
  titular: Titular | undefined
  fazer(acao: Acao): void
  /** From the review to what is to be changed, and back afterwards. */
  irPara(passo: Passo, campo: string): void
}
