import { validarCampo } from './campo.js'
import { conferirArquivo, type LimitesDeAnexos } from './documentos.js'
import { escreverTamanho } from './escrita.js'
import type { CampoComErro } from './mensagens.js'
import { type AlvoDaPendencia, type EspecieDePendencia, lerTexto, type PartesDaResposta, partesDaResposta } from './pendencia.js'
import type { Dia } from './prazo.js'
import type { Campo, DocumentoPedido, Resposta } from './tipo.js'

export interface PendenciaARespeito {
  especie: EspecieDePendencia
  alvo: AlvoDaPendencia | null
  /** Of a correcao of an answer: the question. */
  campo: Campo | null
}

/** An answer as it came; of its files, what the server knows of them. */
export interface RespostaDada {
  texto?: string
  valor?: unknown
  ciencia?: boolean
  anexos: readonly { tamanho: number; tipo: string }[]
}

export interface MeioDaResposta {
  hoje: Dia
  limites: LimitesDeAnexos
  /** What a file has to be. */
  documento: DocumentoPedido
}

export interface RespostaLida {
  texto: string | null
  valor?: Resposta
}

/** Reads the answer to a pendencia: as it is kept, or everything that is wrong, under its fields' names. */
export function lerRespostaDaPendencia(
  pendencia: PendenciaARespeito,
  dada: RespostaDada,
  meio: MeioDaResposta,
): { resposta: RespostaLida } | { erros: CampoComErro[] } {
  const partes = partesDaResposta(pendencia.especie, pendencia.alvo)
  const texto = lerTexto(partes.texto === 'ausente' ? '' : (dada.texto ?? ''))
  const valor = lerValor(partes, pendencia.campo, dada.valor, meio.hoje)
  const erros = [
    ...erroEm('texto', 'mensagem' in texto ? texto.mensagem : partes.texto === 'exigido' && !texto.valor && 'Escreva a sua resposta.'),
    ...('erros' in valor ? valor.erros : []),
    ...erroEm('anexos', erroDosArquivos(partes, dada.anexos, meio)),
    ...erroEm('ciencia', partes.ciencia && dada.ciencia !== true && 'Marque que você tomou ciência.'),
  ]
  if (erros.length > 0 || 'mensagem' in texto || 'erros' in valor) return { erros }
  return { resposta: { texto: texto.valor || null, ...(valor.valor !== undefined && { valor: valor.valor }) } }
}

function erroEm(caminho: string, mensagem: string | false | undefined): CampoComErro[] {
  return mensagem ? [{ caminho, mensagem }] : []
}

/** As at the opening, and demanded: a correction that leaves the field empty corrects nothing. */
function lerValor(
  { valor: pede }: PartesDaResposta,
  campo: Campo | null,
  valor: unknown,
  hoje: Dia,
): { valor?: Resposta } | { erros: CampoComErro[] } {
  if (!pede || !campo) return {}
  const lido = validarCampo({ ...campo, obrigatorio: true }, valor, hoje)
  if ('valor' in lido) return lido.valor === undefined ? {} : { valor: lido.valor }
  const partes = lido.partes?.map(({ caminho, mensagem }) => ({ caminho: `valor.${caminho}`, mensagem }))
  return { erros: partes ?? [{ caminho: 'valor', mensagem: lido.mensagem }] }
}

function erroDosArquivos(
  { arquivos: { minimo, maximo } }: PartesDaResposta,
  anexos: RespostaDada['anexos'],
  { limites, documento }: MeioDaResposta,
): string | undefined {
  if (anexos.length < minimo) return maximo === 1 ? 'Envie o arquivo.' : 'Envie ao menos um arquivo.'
  if (anexos.length > maximo)
    return maximo === 0 ? 'Esta resposta não leva arquivos.' : `Envie até ${maximo === 1 ? '1 arquivo' : `${maximo} arquivos`}.`
  const errado = anexos.map((anexo) => conferirArquivo(documento, anexo, limites)).find(Boolean)
  const total = anexos.reduce((soma, { tamanho }) => soma + tamanho, 0)
  if (errado || total <= limites.total) return errado
  return `Juntos, os arquivos passam de ${escreverTamanho(limites.total)}. Retire ou reduza algum.`
}
