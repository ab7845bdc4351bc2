import type { Cartao } from '../../../server/contract/entidade.js'
import type { CampoComErro } from '../../../server/contract/problema.js'
import type { PedidoDeAbertura } from '../../../server/contract/protocolos.js'
import { conferirDocumentos, validarRequerente, validarRespostas } from '../../../server/contract/regras.js'
import type { TipoCompleto } from '../../../server/contract/tipo.js'
import type { AnexoDoRascunho } from '../../client/rascunho.js'
import { errosDasRespostas } from '../../parts/campos/erros-das-respostas.js'
import { ciencia as textosDaCiencia } from '../../texts/ciencia.pt-BR.js'
import type { TextosDosPassos } from '../../texts/novo-passos.pt-BR.js'
import { documentosDe, type Estado, type Passo, respostasDe } from './estado.js'

/** What stands around the state when it is checked and sent. */
export interface MeioDeConferir {
  cartao: Cartao
  anexos: readonly AnexoDoRascunho[]
  /** `AAAA-MM-DD` in the entidade's time zone. */
  hoje: string
  textos: TextosDosPassos
}

function requerenteDe(estado: Estado): PedidoDeAbertura['requerente'] {
  const { anonimo, nome, documento, email, telefone, matricula } = estado.requerente
  if (estado.tipo?.anonimo && anonimo) return { anonimo: true }
  return {
    nome: nome.trim(),
    documento: documento.trim(),
    ...(email.trim() && { email: email.trim() }),
    ...(telefone.trim() && { telefone: telefone.trim() }),
    ...(matricula.trim() && { matricula: matricula.trim() }),
  }
}

/** What a step lacks, with the same rules that the server keeps. */
export function errosDoPasso(estado: Estado, passo: Passo, meio: MeioDeConferir): readonly CampoComErro[] {
  const { tipo } = estado
  if (!tipo) return []
  if (passo === 'formulario') return errosDasRespostas(tipo.campos, estado.respostas, meio.hoje, meio.textos)
  if (passo === 'requerente') return errosDoRequerente(estado, tipo, meio)
  if (passo === 'documentos') return conferirDocumentos(documentosDe(estado), meio.anexos, meio.cartao.anexos)
  return []
}

function errosDoRequerente(estado: Estado, tipo: TipoCompleto, { cartao, textos }: MeioDeConferir): CampoComErro[] {
  const { anonimo, ciencia } = estado.requerente
  const faltaCiencia = ciencia ? [] : [{ caminho: 'ciencia', mensagem: textosDaCiencia.falta }]
  if (tipo.anonimo && anonimo === undefined) return [{ caminho: 'requerente.anonimo', mensagem: textos.campo.escolha }, ...faltaCiencia]
  const conferido = validarRequerente(tipo, cartao.matricula, requerenteDe(estado))
  return [...(conferido.ok ? [] : conferido.erros), ...faltaCiencia]
}

/** The step where an error that the server found is corrected. */
export function passoDoCaminho(caminho: string): Passo {
  const raiz = caminho.split('.')[0]
  if (raiz === 'respostas') return 'formulario'
  if (raiz === 'anexos') return 'documentos'
  if (raiz === 'requerente' || raiz === 'prioridade' || raiz === 'ciencia') return 'requerente'
  return 'revisao'
}

/** The whole filing, as it is sent. */
export function montarPedido(estado: Estado, tipo: TipoCompleto, { cartao, anexos, hoje }: MeioDeConferir): PedidoDeAbertura {
  const conferidas = validarRespostas(tipo.campos, respostasDe(estado), hoje)
  const { prioridade } = estado.requerente
  const pedidos = new Set(documentosDe(estado).map((documento) => documento.codigo))
  return {
    tipo: tipo.codigo,
    versao: tipo.versao,
    respostas: conferidas.ok ? conferidas.respostas : respostasDe(estado),
    requerente: requerenteDe(estado),
    ...(tipo.prioridade && prioridade && { prioridade }),
    anexos: anexos.filter(({ documento }) => pedidos.has(documento)).map(({ id, sha256, documento }) => ({ id, sha256, documento })),
    ciencia: cartao.avisoDePrivacidade.versao,
  }
}
