import type { Cartao } from '../../server/contract/entidade.js'

export type Tema = 'claro' | 'escuro' | 'auto' | 'govbr'

/** Dresses a tag's container: the page's `tema` first, then what the entidade chose. */
export function aplicarTema(recipiente: HTMLElement, daPagina: Tema | undefined, doCartao: Cartao['tema'] | undefined): void {
  const pedido = daPagina ?? doCartao?.base ?? 'claro'
  const tema = pedido !== 'auto' ? pedido : matchMedia('(prefers-color-scheme: dark)').matches ? 'escuro' : 'claro'
  recipiente.classList.toggle('escuro', tema === 'escuro')
  recipiente.classList.toggle('govbr', tema === 'govbr')
  const cores = tema === 'govbr' && daPagina ? undefined : doCartao?.cores
  recipiente.style.setProperty('--cor-da-entidade', cores?.[tema === 'escuro' ? 'noEscuro' : 'noClaro'] ?? null)
}
