/** A despacho that can be started from. */
export interface ModeloDeDespacho {
  codigo: string
  nome: string
  /** With places like `{numero}`. */
  texto: string
}

/** What may stand between braces in a modelo. */
export const lugaresDoModelo = ['interessado', 'numero', 'tipo', 'prazo', 'unidade', 'hoje'] as const
export type LugarDoModelo = (typeof lugaresDoModelo)[number]

const lugar = /\{([^{}]*)\}/g

/** Places that stand for nothing. */
export function lugaresDesconhecidos(texto: string): string[] {
  const nomes = [...texto.matchAll(lugar)].map(([, nome = '']) => nome)
  return [...new Set(nomes.filter((nome) => !conhecido(nome)))]
}

export function preencherModelo(texto: string, valores: Readonly<Record<LugarDoModelo, string>>): string {
  return texto.replace(lugar, (inteiro, nome: string) => (conhecido(nome) ? valores[nome] : inteiro))
}

function conhecido(nome: string): nome is LugarDoModelo {
  return lugaresDoModelo.some((um) => um === nome)
}
