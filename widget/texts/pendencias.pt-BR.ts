import type { PendenciaParaLer } from '../../server/contract/pendencias.js'
import { voz } from './voz.js'

/** What is said of what a unidade asks for, and of the answer to it. */
export const pendencias = voz('pendencias', {
  voltarAsPendencias: 'Voltar para as pendências',
  titulos: {
    informacao: 'Informação',
    documento: 'Documento',
    correcao: 'Correção',
    ciencia: 'Para você saber',
  } satisfies Record<PendenciaParaLer['especie'], string>,
  motivos: { incorreto: 'incorreto', incompleto: 'incompleto', desatualizado: 'desatualizado' },
  corrigir: (oque: string, motivo: string) => `Correção: ${oque} (${motivo})`,
  arquivo: 'arquivo',
  ate: 'Responder até',
  passou: 'O dia marcado já passou, mas sua resposta ainda é aceita.',
  enviado: 'O que foi enviado',
  semResposta: 'não informado',

  texto: 'Resposta (parecer)',
  textoAjuda: 'Escreva com as suas palavras.',
  comentario: 'Comentário',
  opcional: '(opcional)',
  arquivos: 'Arquivos',
  umArquivo: 'Novo arquivo',
  arquivosAjuda: (formatos: string, tamanho: string, quantos: number) =>
    quantos === 1 ? `Um arquivo: ${formatos}, até ${tamanho}.` : `Até ${quantos} arquivos: ${formatos}, até ${tamanho} cada.`,
  escolherPara: (titulo: string) => `Escolher arquivo: ${titulo}`,
  ciente: 'Tomei ciência',

  concluir: 'Concluir',
  concluindo: 'Enviando…',
  guardado: 'O que você escreveu fica guardado nesta aba até você concluir.',
  esperando: 'Espere os arquivos terminarem de chegar, ou cancele o que não quiser enviar.',
  faltaTexto: 'Escreva a sua resposta.',
  faltaValor: 'Preencha este campo.',
  faltaArquivo: 'Envie ao menos um arquivo.',
  faltaCiencia: 'Marque que você tomou ciência.',

  recebida: 'Resposta recebida',
  restam: (quantas: number) =>
    quantas === 1
      ? 'Ainda falta 1 resposta sua para o processo continuar.'
      : `Ainda faltam ${quantas} respostas suas para o processo continuar.`,
  continua: 'Era o que faltava. O setor já pode continuar e avisa quando houver novidade.',

  responderTitulo: 'Responder ao setor',
  nadaFalta: 'Nada falta neste processo',
  nadaFaltaAjuda: 'Tudo o que o setor pediu já foi respondido.',
  verProcesso: 'Ver o processo',
})
