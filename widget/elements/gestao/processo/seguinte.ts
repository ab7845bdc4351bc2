import { escreverData, escreverDataHora, escreverDiasRestantes } from '../../../../server/contract/palavras.js'
import type { Cartao } from '../../../client/api.js'
import type { Posto, ProtocoloDaGestao } from '../../../client/gestao.js'
import { processoDaGestao } from '../../../texts/gestao-processo.pt-BR.js'

const textos = processoDaGestao.seguinte

/** What comes next, in a sentence or two. */
export function oQueVem(valor: ProtocoloDaGestao, posto: Posto, { fuso }: Cartao): string {
  const { situacao, unidade, recebido } = valor
  if (situacao === 'cancelado') return textos.cancelado
  if (situacao === 'encerrado') return valor.arquivadoEm ? textos.arquivado : textos.arquivar
  if (!posto.lotacoes.some((lotacao) => lotacao.unidade.codigo === unidade.codigo)) return textos.deOutra(unidade.nome)
  if (situacao === 'pendente') return daPendencia(valor)
  if (situacao === 'parado') return textos.parado(valor.paradoAte ? escreverData(valor.paradoAte) : '')
  if (!recebido) return `${situacao === 'nao_analisado' ? textos.receber(unidade.nome) : textos.chegou(unidade.nome)} ${ate(valor)}`
  const volta = valor.retornoEm ? ` ${textos.devolver(escreverDataHora(valor.retornoEm, fuso))}` : ''
  return `${dono(valor, posto)}${volta} ${ate(valor)}`
}

function dono({ responsavel }: ProtocoloDaGestao, posto: Posto): string {
  if (!responsavel) return textos.semDono
  return responsavel.id === posto.id ? textos.voce : textos.com(responsavel.nome)
}

function ate({ prazo, diasRestantes }: ProtocoloDaGestao): string {
  const dizer = diasRestantes < 0 ? textos.venceu : textos.ate
  return dizer(escreverData(prazo), escreverDiasRestantes(diasRestantes))
}

function daPendencia({ pendencias, prazo }: ProtocoloDaGestao): string {
  const abertas = pendencias.filter(({ estado }) => estado === 'aberta').sort((uma, outra) => uma.prazo.localeCompare(outra.prazo))
  const vencida = abertas.find((uma) => uma.vencida)
  return vencida
    ? textos.vencida(escreverData(vencida.prazo))
    : textos.pendente(abertas.length || 1, escreverData(abertas[0]?.prazo ?? prazo))
}
