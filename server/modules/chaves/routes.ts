import { Hono } from 'hono'
import * as v from 'valibot'
import { consultaNivel1 } from '../../contract/consulta.js'
import { query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { consultarNumero } from '../consulta/consulta.js'
import { nivel1 as exemplo } from '../consulta/exemplos.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { conferirChave } from './chaves.js'

const texto = v.pipe(v.string(), v.minLength(1), v.maxLength(100))
const procura = v.object({ numero: texto, orgao: v.exactOptional(texto), ano: v.exactOptional(texto) })

const consulta = describe({
  summary: 'Consulta um protocolo pelo número, com uma chave de API',
  description: 'O mesmo que a consulta pública mostra com o número, sem prova de trabalho. Pede o escopo `consulta`.',
  tag: 'Gestão',
  parameters: [{ name: 'Authorization', in: 'header', description: '`Bearer` e a chave', required: true }],
  responses: { 200: consultaNivel1 },
  problems: ['chave_recusada', 'protocolo_nao_encontrado', 'numero_incompleto', 'numero_ambiguo'],
  example: exemplo,
})

export function rotasDasChaves(platform: Platform) {
  return new Hono<AmbienteDaEntidade>().get('/gestao/consulta', consulta, query(procura), async (c) => {
    await conferirChave(platform, c.var.entidade, c.req.header('Authorization'), 'consulta')
    return c.json(await consultarNumero(platform, c.var.entidade, c.req.valid('query')), 200, noStore)
  })
}
