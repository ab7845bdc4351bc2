import { Hono } from 'hono'
import {
  filtroDaAuditoria,
  integridadeDaAuditoria,
  lugarNaAuditoria,
  type PaginaDaAuditoria,
  paginaDaAuditoria,
} from '../../contract/auditoria.js'
import { query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { administrador, recusasDoAdministrador } from '../lotacoes/administrador.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { parametrosDaPosse as parameters } from '../sessoes/posse.js'
import { conferirAuditoria, lerAuditoria, lerAuditoriaDoProtocolo } from './leitura.js'

const exemplo: PaginaDaAuditoria = {
  registros: [
    {
      id: '019ab4c2-0000-7000-8000-0000000000aa',
      em: '2026-11-21T12:00:00.000Z',
      quem: '019ab4c2-0000-7000-8000-00000000000d',
      nome: 'Gestora Exemplo',
      acao: 'protocolo.receber',
      protocolo: { id: '019a8c1e-7d2b-7c3a-9f00-1b2c3d4e5f60', numero: 'PMVS 2026/500114' },
      endereco: '203.0.113.7',
      aparelho: 'Chrome no Windows',
      dados: { antes: { situacao: 'nao_analisado' }, depois: { situacao: 'em_andamento' } },
    },
  ],
  proximo: null,
}

const daEntidade = describe({
  summary: 'Lê a auditoria da entidade',
  description:
    'Quem fez o quê, quando e de onde, com o antes e o depois; do mais novo ao mais antigo. Só quem administra. O que é de um processo sigiloso só vê quem trabalha no setor que está com ele. `npx protocolo auditoria verificar` confere se algo foi mudado.',
  tag: 'Gestão',
  parameters,
  responses: { 200: paginaDaAuditoria },
  problems: [...recusasDoAdministrador, 'campos_invalidos'],
  example: exemplo,
})

const integridade = describe({
  summary: 'Confere se a auditoria está inteira',
  description:
    'Percorre a corrente toda, como `npx protocolo auditoria verificar`, e diz até quando ela vai e em quantos lugares algo foi mudado, tirado ou posto. Só quem administra.',
  tag: 'Gestão',
  parameters,
  responses: { 200: integridadeDaAuditoria },
  problems: recusasDoAdministrador,
  example: { integra: true, total: 48211, ate: '2026-11-21T12:00:00.000Z', falhas: 0 },
})

const doProtocolo = describe({
  summary: 'Lê a auditoria de um processo',
  description: 'Tudo o que foi feito com ele, do mais novo ao mais antigo, para quem pode vê-lo.',
  tag: 'Gestão',
  parameters,
  responses: { 200: paginaDaAuditoria },
  problems: [...recusasDoOficial, 'protocolo_nao_encontrado', 'campos_invalidos'],
  example: exemplo,
})

export function rotasDaAuditoria(platform: Platform) {
  return new Hono<AmbienteDoOficial>()
    .get('/gestao/auditoria', daEntidade, administrador(platform), query(filtroDaAuditoria), async (c) =>
      c.json(await lerAuditoria(platform, c.var.entidade, c.var.oficial, c.req.valid('query')), 200, noStore),
    )
    .get('/gestao/auditoria/integridade', integridade, administrador(platform), async (c) =>
      c.json(await conferirAuditoria(platform, c.var.entidade), 200, noStore),
    )
    .get('/gestao/protocolos/:id/auditoria', doProtocolo, oficial(platform), query(lugarNaAuditoria), async (c) =>
      c.json(await lerAuditoriaDoProtocolo(platform, c.var.entidade, c.var.oficial, c.req.param('id'), c.req.valid('query')), 200, noStore),
    )
}
