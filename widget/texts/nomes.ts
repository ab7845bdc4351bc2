import { chamarPorNomes, concordarPorNomes, type Nomes } from '../../server/contract/nomes.js'

/** Parts that say by itself where a processo stands: `Concluído`. */
const sozinhas = ['atalhos', 'fila', 'gestao', 'gestaoAtos', 'gestaoProcesso', 'indicadores', 'painel', 'palavras', 'resultado']

/** Keys of the texts where an entidade says how it calls things: there the words themselves are meant. */
const dosNomes = /^nomes(?:\.|$)/

/** The texts of a part in pt-BR, or a sentence, with things called as an entidade does. */
export function nomearComo(nomes: Nomes): <T>(textos: T, nome?: string) => T {
  if (Object.keys(nomes).length === 0) return (textos) => textos
  const dizer = (texto: string, nome: string, dados: readonly unknown[] = []) => {
    const dito = chamarPorNomes(
      nomes,
      texto,
      dados.filter((dado) => typeof dado === 'string'),
    )
    return sozinhas.includes(nome) ? concordarPorNomes(nomes, dito) : dito
  }
  return function nomear<T>(textos: T, nome = ''): T {
    if (typeof textos === 'string') return dizer(textos, nome) as T
    if (typeof textos === 'function') return ((...dados: unknown[]) => dizer(String(textos(...dados)), nome, dados.flat())) as T
    if (Array.isArray(textos)) return textos.map((texto) => nomear(texto, nome)) as T
    if (!textos || typeof textos !== 'object') return textos
    return Object.fromEntries(
      Object.entries(textos).map(([chave, texto]) => [chave, dosNomes.test(chave) ? texto : nomear(texto, nome)]),
    ) as T
  }
}
