import { contarPrazo } from '../../domain/prazo.js'
import { validarRequerente } from '../../domain/requerente.js'
import type { PrazoDoTipo } from '../../domain/tipo.js'
import type { TipoAberto } from '../entidades/entidade-aberta.js'
import type { Alvo, Colunas, Passo } from '../tramitacao/tramitacao.js'
import { erroDoTexto, recusar, recusarTodos, textoDe } from './erros.js'
import type { AtoDe, Cena } from './escritas.js'
import * as queries from './queries.js'

/**
 * Gives it another tipo, another interessado, or both. Number, unidade and prazo stay: the days count from the opening, whatever it was called
 * then. What was answered is kept and read by the form in which it was.
 */
export async function reclassificar(cena: Cena, ato: AtoDe<'reclassificar'>): Promise<Passo> {
  const { sql, entidade, alvo } = cena
  const atual = await queries.tipoDe(sql, entidade.id, alvo)
  const novo = ato.tipo === undefined ? undefined : entidade.tipos.get(ato.tipo)
  const interessado = novoInteressado(cena, ato, novo)
  recusarTodos([
    erroDoTexto(ato.texto, 'Escreva o motivo da mudança.'),
    ato.tipo === undefined && !ato.interessado
      ? { caminho: 'tipo', mensagem: 'Escolha o que muda: o serviço ou o interessado.' }
      : undefined,
    ato.tipo !== undefined && !novo ? { caminho: 'tipo', mensagem: 'Este serviço não existe aqui. Escolha outro.' } : undefined,
    novo?.id === alvo.tipoId ? { caminho: 'tipo', mensagem: 'O processo já é deste serviço. Escolha outro.' } : undefined,
    ...interessado.erros,
  ])
  const { nome = null, documento = null } = alvo.requerente
  return {
    especie: 'reclassificacao',
    texto: textoDe(ato.texto),
    colunas: {
      ...(novo && colunasDoTipo(alvo, novo)),
      ...(interessado.para && { requerente: { ...alvo.requerente, ...interessado.para } }),
    },
    dados: {
      ...(novo && { tipo: { de: atual.codigo, para: novo.definicao.codigo } }),
      ...(interessado.para && { interessado: { de: { nome, documento }, para: interessado.para } }),
    },
  }
}

/** Back to the tipo whose form was filled in, it has that version again. */
function colunasDoTipo({ tipoId, tipoVersao, formularioId, formularioVersao }: Alvo, novo: TipoAberto): Colunas {
  if (novo.id === formularioId && formularioVersao !== null)
    return { tipoId: novo.id, tipoVersao: formularioVersao, formularioId: null, formularioVersao: null }
  return {
    tipoId: novo.id,
    tipoVersao: novo.versao,
    formularioId: formularioId ?? tipoId,
    formularioVersao: formularioVersao ?? tipoVersao,
  }
}

function novoInteressado({ alvo }: Cena, { interessado }: AtoDe<'reclassificar'>, novo: TipoAberto | undefined) {
  if (!interessado) return { erros: [] }
  if (alvo.requerente.nome === undefined) {
    return { erros: [{ caminho: 'interessado', mensagem: 'Este pedido é anônimo e não pode ganhar um interessado.' }] }
  }
  const lido = validarRequerente(novo?.definicao ?? {}, undefined, interessado)
  if (!lido.ok) return { erros: lido.erros.map((erro) => ({ ...erro, caminho: erro.caminho.replace('requerente', 'interessado') })) }
  const { nome = '', documento = '' } = lido.requerente
  return { erros: [], para: { nome, documento } }
}

export function mudarSigilo({ alvo }: Cena, { texto, sigilo }: AtoDe<'mudar_sigilo'>): Passo {
  recusarTodos([
    erroDoTexto(texto, 'Escreva o motivo da mudança.'),
    sigilo === alvo.sigilo ? { caminho: 'sigilo', mensagem: 'O sigilo já é este. Escolha outro.' } : undefined,
  ])
  return { especie: 'reclassificacao', texto: textoDe(texto), colunas: { sigilo }, dados: { sigilo: { de: alvo.sigilo, para: sigilo } } }
}

/** Where the tipo says nothing: as many again as the law gives to answer (Lei 13.460 art. 16). */
const prorrogacaoDaLei = { dias: 30, contagem: 'corridos' } as const satisfies PrazoDoTipo

/** Once, from the last day there was. */
export async function prorrogar({ platform, sql, entidade, alvo }: Cena, { texto }: AtoDe<'prorrogar'>): Promise<Passo> {
  recusarTodos([erroDoTexto(texto, 'Escreva por que o prazo precisa ser maior.')])
  const { prazo } = await queries.tipoDe(sql, entidade.id, alvo)
  const mais = prazo.prorrogacao === undefined ? prorrogacaoDaLei : { dias: prazo.prorrogacao, contagem: prazo.contagem }
  const novo = contarPrazo(entidade.calendario, alvo.prazo, mais)
  if (novo <= alvo.prazo) recusar('texto', 'O prazo deste serviço não pode ser maior.')
  return {
    especie: 'prorrogacao',
    texto: textoDe(texto),
    colunas: { prazo: novo, prorrogadoEm: platform.clock.now() },
    dados: { de: alvo.prazo, para: novo },
  }
}
