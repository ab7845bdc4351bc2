import { chamarPorNomes, concordarPorNomes } from '../../domain/nomes.js'
import type { EntidadeAberta } from './entidade-aberta.js'

/** Says the texts written here as the entidade calls things; what it named itself stands as it is. */
export function chamar({ arquivo }: Pick<EntidadeAberta, 'arquivo'>): (texto: string) => string {
  const { nomes, nome, orgaos, tipos } = arquivo
  if (!nomes) return (texto) => texto
  const fixos = [nome, ...orgaos.flatMap((orgao) => [orgao, ...orgao.unidades]).map((um) => um.nome), ...tipos.map((tipo) => tipo.nome)]
  return (texto) => concordarPorNomes(nomes, chamarPorNomes(nomes, texto, fixos))
}
