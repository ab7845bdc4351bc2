import { chamarPorNomes, concordarPorNomes } from '../../domain/nomes.js'
import type { EntidadeAberta } from './entidade-aberta.js'

/** Says the texts written here as the entidade calls things; what it named itself stands as it is. */
export function chamar({ arquivo }: Pick<EntidadeAberta, 'arquivo'>): (texto: string) => string {
  const { palavras, nome, orgaos, tipos } = arquivo
  if (!palavras) return (texto) => texto
  const fixos = [nome, ...orgaos.flatMap((orgao) => [orgao, ...orgao.unidades]).map((um) => um.nome), ...tipos.map((tipo) => tipo.nome)]
  return (texto) => concordarPorNomes(palavras, chamarPorNomes(palavras, texto, fixos))
}
