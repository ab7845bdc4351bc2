import { Hono } from 'hono'
import * as v from 'valibot'
import { cartaoSchema, enderecoDoCepSchema } from '../../contract/entidade.js'
import { tipoCompletoSchema, tipoResumoSchema } from '../../contract/tipo.js'
import { describe } from '../../platform/http/describe.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { listarTipos, tipoAberto, tipoCompleto } from './entidades.js'
import { exemplos } from './exemplos.js'
import type { AmbienteDaEntidade } from './guarda.js'

const cartao = describe({
  summary: 'Cartão público da entidade',
  description: 'Nome, órgãos, contato, aviso de privacidade, tema e limites: o que um componente precisa antes de tudo.',
  tag: 'Entidades',
  responses: { 200: cartaoSchema },
  problems: [],
  example: exemplos.cartao,
})

const tipos = describe({
  summary: 'Carta de Serviços: os tipos de protocolo abertos',
  description: 'A busca não distingue acentos e procura no nome, na descrição e nas palavras-chave; o melhor resultado vem primeiro.',
  tag: 'Entidades',
  parameters: [{ name: 'busca', in: 'query', description: 'palavras a procurar', example: 'árvore' }],
  responses: { 200: v.object({ tipos: v.array(tipoResumoSchema) }) },
  problems: [],
  example: { tipos: [exemplos.resumo] },
})

const tipo = describe({
  summary: 'Um tipo de protocolo, com formulário e documentos',
  tag: 'Entidades',
  responses: { 200: tipoCompletoSchema },
  problems: ['tipo_desconhecido', 'tipo_fechado'],
  example: exemplos.completo,
})

const cep = describe({
  summary: 'Endereço de um CEP',
  description: 'Só onde o cartão diz `cep: true`.',
  tag: 'Entidades',
  responses: { 200: enderecoDoCepSchema },
  problems: ['nao_encontrado'],
  example: exemplos.cep,
})

/** Seconds that browsers and proxies may keep what changes only with an import. */
const guardar = { 'Cache-Control': 'public, max-age=60' }

export function rotasDeEntidades(platform: Platform) {
  return new Hono<AmbienteDaEntidade>()
    .get('/', cartao, (c) => c.json(c.var.entidade.cartao, 200, guardar))
    .get('/tipos', tipos, (c) => c.json({ tipos: listarTipos(c.var.entidade, (c.req.query('busca') ?? '').slice(0, 200)) }, 200, guardar))
    .get('/tipos/:codigo', tipo, (c) => c.json(tipoCompleto(tipoAberto(c.var.entidade, c.req.param('codigo'))), 200, guardar))
    .get('/cep/:cep', cep, async (c) => {
      const endereco = await platform.cep?.find(c.req.param('cep').replace(/[.-]/g, ''))
      if (!endereco) throw new ProblemError('nao_encontrado', { detail: 'Não achamos este CEP. Confira os números ou escreva o endereço.' })
      return c.json(endereco, 200, { 'Cache-Control': 'public, max-age=86400' })
    })
}
