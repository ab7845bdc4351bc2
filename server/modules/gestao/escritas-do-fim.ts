import type { CampoComErro } from '../../contract/problema.js'
import { lerData } from '../../domain/leitura.js'
import { diaEm } from '../../domain/prazo.js'
import { lerNome } from '../../domain/requerente.js'
import type { Passo } from '../tramitacao/tramitacao.js'
import { erroDoTexto, recusarTodos, textoDe } from './erros.js'
import type { AtoDe, Cena } from './escritas.js'

/** With its resultado, a reasoned despacho and, if one is issued, a document that is among the files. The citizen reads all of it. */
export function concluir(cena: Cena, { resultado, texto, anexos = [], documento }: AtoDe<'concluir'>): Passo {
  recusarTodos([
    erroDoTexto(texto, 'Escreva o despacho que explica o resultado.'),
    ...(documento ? errosDoDocumento(cena, documento, anexos) : []),
  ])
  return {
    especie: 'encerramento',
    situacao: 'encerrado',
    texto: textoDe(texto),
    anexos,
    colunas: { resultado },
    dados: {
      resultado,
      ...(documento && { documento: { ...documento, anexo: documento.anexo.toLowerCase(), nome: documento.nome.trim() } }),
    },
  }
}

type DocumentoEmitido = NonNullable<AtoDe<'concluir'>['documento']>

function errosDoDocumento(
  { platform, entidade }: Cena,
  { anexo, nome, validade }: DocumentoEmitido,
  anexos: readonly { id: string }[],
): (CampoComErro | undefined)[] {
  const lido = lerNome(nome)
  const dia = validade === null ? null : lerData(validade)
  const hoje = diaEm(entidade.arquivo.fuso, platform.clock.now())
  return [
    'mensagem' in lido ? { caminho: 'documento.nome', mensagem: lido.mensagem } : undefined,
    anexos.some(({ id }) => id.toLowerCase() === anexo.toLowerCase())
      ? undefined
      : { caminho: 'documento.anexo', mensagem: 'Escolha um dos arquivos deste despacho.' },
    dia === undefined ? { caminho: 'documento.validade', mensagem: 'Confira a data.' } : undefined,
    dia !== undefined && dia !== null && dia < hoje
      ? { caminho: 'documento.validade', mensagem: 'Escolha um dia que ainda não passou.' }
      : undefined,
  ]
}

export function cancelar(_: Cena, { texto }: AtoDe<'cancelar'>): Passo {
  recusarTodos([erroDoTexto(texto, 'Escreva por que o processo é cancelado.')])
  return { especie: 'cancelamento', situacao: 'cancelado', texto: textoDe(texto) }
}

export function reabrir(_: Cena, { texto }: AtoDe<'reabrir'>): Passo {
  recusarTodos([erroDoTexto(texto, 'Escreva por que o processo é reaberto.')])
  return { especie: 'reabertura', situacao: 'em_andamento', texto: textoDe(texto) }
}

export function arquivar({ platform }: Cena, { texto = '' }: AtoDe<'arquivar'>): Passo {
  recusarTodos([erroDoTexto(texto)])
  return { especie: 'arquivamento', texto: textoDe(texto), colunas: { arquivadoEm: platform.clock.now() } }
}
