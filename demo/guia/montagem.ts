import type { EntidadeDaDemo } from '../entidades.js'
import { type Leitura, leiturasDasCores } from './contraste.js'
import { type Escolha, lerEscolha } from './escolha.js'
import type { FaceDaTag } from './manifesto.js'
import { montarTrecho, type Origem, type Trecho } from './trecho.js'

/** All that the configurator shows of one choice. */
export interface Montagem {
  manifesto: readonly FaceDaTag[]
  entidades: readonly EntidadeDaDemo[]
  entidade: EntidadeDaDemo | undefined
  escolha: Escolha
  trecho: Trecho
  leituras: ReadonlyMap<string, Leitura>
  /** The address's own part, without `tela`, for the previews. */
  busca: string
  tela: string
}

export const larguras = ['280', '600', '1200'] as const

export function montar(
  manifesto: readonly FaceDaTag[],
  entidades: readonly EntidadeDaDemo[],
  busca: URLSearchParams,
  origem: Origem,
): Montagem {
  const escolha = lerEscolha(
    manifesto,
    entidades.map(({ codigo: nome }) => nome),
    busca,
  )
  const entidade = entidades.find((uma) => uma.codigo === escolha.entidade)
  return {
    manifesto,
    entidades,
    entidade,
    escolha,
    trecho: montarTrecho(escolha, manifesto, origem),
    leituras: leiturasDasCores(escolha, entidade?.tema?.base ?? 'claro'),
    busca: busca.toString(),
    tela: larguras.find((uma) => uma === busca.get('tela')) ?? '600',
  }
}
