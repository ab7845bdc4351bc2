import { Hono } from 'hono'
import { pessoasDaUnidade, postoSchema } from '../../contract/gestao.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { parametrosDaPosse as parameters } from '../sessoes/posse.js'
import * as exemplos from './exemplos.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from './guarda.js'
import { listarPessoas, verPosto } from './lotacoes.js'

const tag = 'Gestão'

const posto = describe({
  summary: 'Mostra onde a pessoa trabalha, e como quê',
  description:
    'E os setores para onde pode encaminhar, e os serviços. Quem entrou na conta e não trabalha na entidade recebe `sem_lotacao`.',
  tag,
  parameters,
  responses: { 200: postoSchema },
  problems: recusasDoOficial,
  example: exemplos.posto,
})

const pessoas = describe({
  summary: 'Lista quem trabalha em um setor',
  tag,
  parameters,
  responses: { 200: pessoasDaUnidade },
  problems: [...recusasDoOficial, 'nao_encontrado'],
  example: exemplos.pessoas,
})

export function rotasDeLotacoes(platform: Platform) {
  const guarda = oficial(platform)
  return new Hono<AmbienteDoOficial>()
    .get('/gestao/posto', posto, guarda, (c) => c.json(verPosto(c.var.entidade, c.var.oficial), 200, noStore))
    .get('/gestao/unidades/:codigo/pessoas', pessoas, guarda, async (c) =>
      c.json(await listarPessoas(platform, c.var.entidade, c.req.param('codigo')), 200, noStore),
    )
}
