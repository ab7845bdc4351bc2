import type { AtoDoRequerente } from '../../contract/desfecho.js'

export const avaliacao = { nota: 5, comentario: 'Resolveram rápido e explicaram bem.' }
export const recurso = { texto: 'A foto mostra que o buraco continua no mesmo lugar.', anexos: [] }
export const desistencia = { texto: 'O conserto já foi feito por outra equipe.' }

export const avaliado: AtoDoRequerente = { situacao: 'encerrado', acoes: ['comprovante', 'trocar_codigo', 'recorrer'] }
export const recorrido: AtoDoRequerente = { situacao: 'em_andamento', acoes: ['comprovante', 'trocar_codigo', 'mensagem', 'desistir'] }
export const desistido: AtoDoRequerente = { situacao: 'cancelado', acoes: ['comprovante', 'trocar_codigo'] }

export const regras = {
  avaliacao: 'Uma vez, depois da conclusão (Lei 13.460, art. 23). Só o setor lê o comentário.',
  recurso:
    'Até o dia em `recorrerAte`. O processo volta ao setor que decidiu, com 30 dias para responder (Lei 9.784, arts. 56 e 59). Até 5.000 caracteres e 10 arquivos, enviados antes por PUT …/anexos.',
  desistencia: 'O pedido termina como cancelado (Lei 9.784, art. 51). O motivo pode ficar em branco.',
}

export const problemas = ['protocolo_nao_encontrado', 'acao_indisponivel', 'campos_invalidos'] as const
