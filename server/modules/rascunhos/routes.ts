import { Hono } from 'hono'
import * as v from 'valibot'
import { type RascunhoResumo, rascunhoCompleto, rascunhoGuardado, rascunhoResumo } from '../../contract/rascunhos.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { parametrosDaPosse, recusasDaSessao } from '../sessoes/posse.js'
import { apagarRascunho, guardarRascunho, lerRascunho, listarRascunhos } from './rascunhos.js'

const exemplo: RascunhoResumo = {
  id: '019ab4c2-0000-7000-8000-00000000000c',
  tipo: { codigo: 'buraco', nome: 'Tapa-buraco' },
  atualizadoEm: '2026-11-21T12:00:00.000Z',
  expiraEm: '2026-12-21T12:00:00.000Z',
  lugar: { numero: 2, total: 5 },
}
const dados = { respostas: { descricao: 'Buraco fundo no meio da rua.' }, passo: 'formulario', lugar: { numero: 2, total: 5 } }

const lista = describe({
  summary: 'Lista os rascunhos de pedidos',
  tag: 'Conta',
  parameters: parametrosDaPosse,
  responses: { 200: v.object({ rascunhos: v.array(rascunhoResumo) }) },
  problems: recusasDaSessao,
  example: { rascunhos: [exemplo] },
})

const um = describe({
  summary: 'Lê um rascunho',
  tag: 'Conta',
  parameters: parametrosDaPosse,
  responses: { 200: rascunhoCompleto },
  problems: [...recusasDaSessao, 'nao_encontrado', 'tipo_desconhecido', 'tipo_fechado'],
  example: { ...exemplo, dados },
})

const gravacao = describe({
  summary: 'Guarda um rascunho',
  description:
    'Sob um UUID sorteado no aparelho, por cima do que houver. Até 64 kB e 20 rascunhos: o mais antigo dá lugar. Some 30 dias depois da última gravação. Com `lido`, só por cima do que foi gravado naquela hora: se outro aparelho gravou depois, a resposta é `rascunho_mudou`.',
  tag: 'Conta',
  parameters: parametrosDaPosse,
  responses: { 200: rascunhoResumo },
  problems: [...recusasDaSessao, 'nao_encontrado', 'rascunho_mudou', 'tipo_desconhecido', 'tipo_fechado'],
  example: exemplo,
  requestExample: { tipo: 'buraco', dados },
})

const fim = describe({
  summary: 'Apaga um rascunho',
  tag: 'Conta',
  parameters: parametrosDaPosse,
  responses: { 204: { description: 'Apagado.' } },
  problems: [...recusasDaSessao, 'nao_encontrado'],
})

export function rotasDeRascunhos(platform: Platform) {
  const guarda = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .get('/meus/rascunhos', lista, guarda, async (c) =>
      c.json({ rascunhos: await listarRascunhos(platform, c.get('entidade'), c.get('sessao')) }, 200, noStore),
    )
    .get('/meus/rascunhos/:id', um, guarda, async (c) =>
      c.json(await lerRascunho(platform, c.get('entidade'), c.get('sessao'), c.req.param('id')), 200, noStore),
    )
    .put('/meus/rascunhos/:id', gravacao, guarda, body(rascunhoGuardado), async (c) =>
      c.json(await guardarRascunho(platform, c.get('entidade'), c.get('sessao'), c.req.param('id'), c.req.valid('json')), 200, noStore),
    )
    .delete('/meus/rascunhos/:id', fim, guarda, async (c) => {
      await apagarRascunho(platform, c.get('sessao'), c.req.param('id'))
      return c.body(null, 204)
    })
}
