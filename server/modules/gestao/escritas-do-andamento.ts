import { lerInstante } from '../../domain/instante.js'
import { lerData } from '../../domain/leitura.js'
import { diaEm } from '../../domain/prazo.js'
import { pessoaDaUnidade } from '../lotacoes/lotacoes.js'
import type { Passo } from '../tramitacao/tramitacao.js'
import { erroDoTexto, recusar, recusarTodos, textoDe } from './erros.js'
import type { AtoDe, Cena } from './escritas.js'

export function receber({ platform }: Cena): Passo {
  return { especie: 'recebimento', situacao: 'em_andamento', colunas: { recebidoEm: platform.clock.now() } }
}

/** To somebody of the unidade that holds it, or to nobody. */
export async function atribuir({ sql, entidade, alvo }: Cena, { para }: AtoDe<'atribuir'>): Promise<Passo> {
  if (para === alvo.responsavelId) recusar('para', para === null ? 'Ele já está sem responsável.' : 'Ele já está com esta pessoa.')
  const pessoa = para === null ? null : await pessoaDaUnidade(sql, entidade, alvo.unidadeId, para)
  if (pessoa === undefined) return recusar('para', 'Escolha alguém do setor que está com o processo.')
  return { especie: 'atribuicao', colunas: { responsavelId: para }, dados: { de: alvo.responsavelId, para: pessoa } }
}

/**
 * To another unidade, of whichever orgao. Whatever nobody has received yet is received first. With a prazo it is to be back here by then; back
 * where it was to return, it owes no return any more.
 */
export function encaminhar(cena: Cena, ato: AtoDe<'encaminhar'>): Passo[] {
  const { entidade, alvo } = cena
  const destino = entidade.unidades.get(ato.destino)
  const prazo = ato.prazo === undefined ? undefined : lerInstante(entidade.arquivo.fuso, ato.prazo)
  recusarTodos([
    destino ? undefined : { caminho: 'destino', mensagem: 'Este setor não existe aqui. Escolha outro.' },
    destino?.id === alvo.unidadeId ? { caminho: 'destino', mensagem: 'O processo já está neste setor. Escolha outro.' } : undefined,
    erroDoPrazo(cena, ato, prazo),
    erroDoTexto(ato.texto),
  ])
  const destinoId = destino?.id ?? alvo.unidadeId
  const retorno = prazo
    ? { retornoEm: prazo, retornoUnidadeId: alvo.unidadeId }
    : destinoId === alvo.retornoUnidadeId && { retornoEm: null, retornoUnidadeId: null }
  const encaminhamento: Passo = {
    especie: 'encaminhamento',
    situacao: 'em_andamento',
    ...despachoDe(ato),
    destinoId,
    ...(prazo && { prazo }),
    colunas: { unidadeId: destinoId, responsavelId: null, recebidoEm: null, ...retorno },
  }
  return alvo.fatos.recebido ? [encaminhamento] : [receber(cena), encaminhamento]
}

function erroDoPrazo({ platform }: Cena, { prazo: texto }: AtoDe<'encaminhar'>, prazo: Date | undefined) {
  if (texto === undefined) return undefined
  if (!prazo) return { caminho: 'prazo', mensagem: 'Confira o dia e a hora.' }
  return prazo > platform.clock.now() ? undefined : { caminho: 'prazo', mensagem: 'Escolha um dia e uma hora que ainda não passaram.' }
}

export function despachar(_: Cena, ato: AtoDe<'despachar'>): Passo {
  recusarTodos([erroDoTexto(ato.texto, 'Escreva o despacho.')])
  return { especie: 'despacho', ...despachoDe(ato) }
}

/** Text and files, each with its visibilidade. */
function despachoDe({ texto, visibilidade, anexos = [], visibilidadeAnexos = visibilidade }: AtoDe<'despachar'> | AtoDe<'encaminhar'>) {
  return { texto: textoDe(texto), visibilidade, anexos, visibilidadeAnexos }
}

export function parar({ platform, entidade }: Cena, { texto, ate }: AtoDe<'parar'>): Passo {
  const dia = lerData(ate)
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  recusarTodos([
    erroDoTexto(texto, 'Escreva por que o processo fica parado.'),
    dia === undefined ? { caminho: 'ate', mensagem: 'Confira a data.' } : undefined,
    dia !== undefined && dia <= hoje ? { caminho: 'ate', mensagem: 'Escolha um dia depois de hoje.' } : undefined,
  ])
  return {
    especie: 'parada',
    situacao: 'parado',
    texto: textoDe(texto),
    dados: { ate: dia },
    ...(dia && { colunas: { paradoAte: dia } }),
  }
}

export function retomar(_: Cena, { texto = '' }: AtoDe<'retomar'>): Passo {
  recusarTodos([erroDoTexto(texto)])
  return { especie: 'retomada', situacao: 'em_andamento', texto: textoDe(texto) }
}
