import { chamarPorNomes, concordarPorNomes, type Nomes } from '../../server/contract/nomes.js'
import { type ComoAEntidade, nomearComo } from './vestir.js'

/** Parts that say by itself where a processo stands: `Concluído`. */
const sozinhas = ['fila', 'gestaoProcesso', 'indicadores', 'painel', 'palavras', 'resultado']

/** From now on the texts in pt-BR call things as the entidade does. */
export function chamar(nomes: Nomes): void {
  const como = <T>(textos: T, nome = ''): T => {
    if (typeof textos === 'string') return dizer(textos, nome) as T
    if (typeof textos === 'function') return ((...dados: unknown[]) => dizer(String(textos(...dados)), nome, dados.flat())) as T
    if (Array.isArray(textos)) return textos.map((texto) => como(texto, nome)) as T
    if (!textos || typeof textos !== 'object') return textos
    return Object.fromEntries(Object.entries(textos).map(([chave, texto]) => [chave, como(texto, nome)])) as T
  }
  const dizer = (texto: string, nome: string, dados: readonly unknown[] = []) => {
    const fixos = dados.filter((dado) => typeof dado === 'string')
    const dito = chamarPorNomes(nomes, texto, fixos)
    return sozinhas.includes(nome) ? concordarPorNomes(nomes, dito) : dito
  }
  nomearComo(como satisfies ComoAEntidade)
}
