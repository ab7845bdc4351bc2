import type { Cartao } from '../../server/contract/entidade.js'
import { fundoClaro, fundoEscuro, legivel } from '../../server/contract/regras.js'

export type Tema = 'claro' | 'escuro' | 'auto' | 'govbr'

/** Dresses a tag's container: the page's `tema` first, then what the entidade chose. */
export function aplicarTema(recipiente: HTMLElement, daPagina: Tema | undefined, doCartao: Cartao['tema'] | undefined): void {
  const pedido = daPagina ?? doCartao?.base ?? 'claro'
  const tema = pedido !== 'auto' ? pedido : matchMedia('(prefers-color-scheme: dark)').matches ? 'escuro' : 'claro'
  recipiente.classList.toggle('escuro', tema === 'escuro')
  recipiente.classList.toggle('govbr', tema === 'govbr')
  const cor = tema === 'govbr' && daPagina ? undefined : doCartao?.corAcao
  recipiente.style.setProperty('--cor-da-entidade', cor ? legivel(cor, tema === 'escuro' ? fundoEscuro : fundoClaro) : null)
}
