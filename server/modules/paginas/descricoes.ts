import { describe } from '../../platform/http/describe.js'

const html = { description: 'Página.', media: 'text/html' }
const formulario = 'application/x-www-form-urlencoded'
const recusas = ['protocolo_nao_encontrado', 'numero_incompleto', 'numero_ambiguo', 'muitas_tentativas', 'corpo_grande'] as const

export const servidor = describe({
  summary: 'Página do servidor',
  description: 'Diz o que é este servidor. Não diz quais entidades há.',
  tag: 'Páginas',
  responses: { 200: html },
  problems: [],
  example: '<!doctype html>',
})

export const inicial = describe({
  summary: 'Página da entidade, com os componentes',
  description: 'Consulta pelo número também sem JavaScript. Erros vêm em página, não em JSON.',
  tag: 'Páginas',
  parameters: [
    { name: 'protocolo', in: 'query', description: 'Número a consultar; nunca o código de acesso', example: 'PMVS 2026/500114' },
  ],
  responses: { 200: html },
  problems: [],
  example: '<!doctype html>',
})

export const consulta = describe({
  summary: 'Formulário de consulta sem JavaScript',
  description: 'Campos numero, codigo, orgao e ano. Erros vêm na página, ao lado do campo.',
  tag: 'Páginas',
  requestMedia: formulario,
  responses: { 200: html, 303: { description: 'Só o número: segue para a página dele.' } },
  problems: recusas,
  example: '<!doctype html>',
})

export const arquivo = describe({
  summary: 'Baixa um arquivo do protocolo, sem JavaScript',
  description: 'Campos numero, codigo e id.',
  tag: 'Páginas',
  requestMedia: formulario,
  responses: { 200: { description: 'O arquivo.', media: 'application/octet-stream' } },
  problems: [...recusas, 'nao_encontrado'],
})

export const comprovante = describe({
  summary: 'Baixa o comprovante em PDF, sem JavaScript',
  description: 'Campos numero e codigo.',
  tag: 'Páginas',
  requestMedia: formulario,
  responses: { 200: { description: 'O comprovante.', media: 'application/pdf' } },
  problems: recusas,
})

export const estilo = describe({
  summary: 'Folha de estilo das páginas',
  tag: 'Páginas',
  responses: { 200: { description: 'Folha de estilo.', media: 'text/css' }, 304: { description: 'Não mudou.' } },
  problems: [],
  example: 'body { margin: 0 }',
})

export const escuro = describe({
  summary: 'Cores escuras das páginas',
  tag: 'Páginas',
  responses: { 200: { description: 'Folha de estilo.', media: 'text/css' }, 304: { description: 'Não mudou.' } },
  problems: [],
  example: ':root { color-scheme: dark }',
})

export const tema = describe({
  summary: 'Cores da entidade para a página',
  tag: 'Páginas',
  responses: { 200: { description: 'Folha de estilo.', media: 'text/css' } },
  problems: [],
  example: ':root{--da-entidade:#0b5cab}',
})

export const transparencia = describe({
  summary: 'Página de transparência da entidade',
  description: 'Os indicadores dos últimos doze meses, só com números, em tabelas que se leem sem JavaScript e sem ver.',
  tag: 'Páginas',
  responses: { 200: html },
  problems: [],
  example: '<!doctype html>',
})

export const transparenciaEmCsv = describe({
  summary: 'Indicadores públicos em planilha',
  description: 'Os mesmos números da página, separados por ponto e vírgula, em UTF-8.',
  tag: 'Páginas',
  responses: { 200: { description: 'A planilha.', media: 'text/csv' } },
  problems: [],
  example: 'recorte;codigo;nome;abertos;concluidos;no prazo (%);dias (mediana);avaliacao (media)',
})
