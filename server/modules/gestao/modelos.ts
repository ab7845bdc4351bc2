import { escreverData } from '../../contract/palavras.js'
import { preencherModelo } from '../../domain/modelo.js'
import { diaEm } from '../../domain/prazo.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Alvo } from '../tramitacao/tramitacao.js'

/** Despachos that can be started from, those of the tipo first, with their places filled in as of `agora`. */
export function modelosPara(entidade: EntidadeAberta, { tipoId, numero, prazo, unidadeId, requerente }: Alvo, tipo: string, agora: Date) {
  const doTipo = [...entidade.tipos.values()].find(({ id }) => id === tipoId)?.definicao.modelos ?? []
  const valores = {
    interessado: requerente.nome ?? 'a pessoa interessada',
    numero,
    tipo,
    prazo: escreverData(prazo),
    unidade: entidade.unidadesPorId.get(unidadeId)?.nome ?? '',
    hoje: escreverData(diaEm(entidade.arquivo.fuso, agora)),
  }
  const todos = [...doTipo, ...(entidade.arquivo.modelos ?? [])]
  return todos.map(({ codigo, nome, texto }) => ({ codigo, nome, texto: preencherModelo(texto, valores) }))
}
