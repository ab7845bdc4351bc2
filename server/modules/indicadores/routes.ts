import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { filtroDosIndicadores, indicadoresSchema } from '../../contract/indicadores.js'
import { query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { conferirChave, trazChave } from '../chaves/chaves.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { oficialCom } from '../lotacoes/administrador.js'
import { type AmbienteDoOficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { parametrosDaPosse } from '../sessoes/posse.js'
import type { Oficial } from '../tramitacao/tramitacao.js'
import { responderCsv } from './csv.js'
import * as exemplos from './exemplos.js'
import { type Alcance, contarIndicadores, indicadoresPublicos } from './indicadores.js'

const publicos = describe({
  summary: 'Indicadores públicos dos últimos doze meses',
  description:
    'Só números: abertos, concluídos, no prazo e mediana de dias, por serviço, por setor e por mês. `null` é o que não se publica, para que ninguém seja identificado: as quantidades de 1 a 4 e o que bastaria para calculá-las.',
  tag: 'Entidades',
  responses: { 200: indicadoresSchema },
  problems: [],
  example: exemplos.indicadores,
})

const daGestao = describe({
  summary: 'Indicadores de um período',
  description:
    'Quem é gestor vê os dos seus setores; quem administra, ou uma chave de API com o escopo `indicadores` em `Authorization: Bearer`, os de todos. Com `Accept: text/csv` ou `formato=csv`, em planilha.',
  tag: 'Gestão',
  parameters: parametrosDaPosse,
  responses: { 200: indicadoresSchema },
  problems: [...recusasDoOficial, 'sem_permissao', 'chave_recusada', 'campos_invalidos'],
  example: exemplos.indicadores,
})

/** Seconds that browsers and proxies may keep what is published. */
const guardar = { 'Cache-Control': 'public, max-age=300' }

export function rotasDeIndicadores(platform: Platform) {
  return new Hono<AmbienteDaEntidade>()
    .get('/transparencia', publicos, async (c) => c.json(await indicadoresPublicos(platform, c.var.entidade), 200, guardar))
    .route('/', rotasDaGestao(platform))
}

function rotasDaGestao(platform: Platform) {
  return new Hono<AmbienteDoOficial>().get(
    '/gestao/indicadores',
    daGestao,
    chaveOuOficial(platform),
    query(filtroDosIndicadores),
    async (c) => {
      const filtro = c.req.valid('query')
      const alcance = trazChave(c.req.header('Authorization')) ? 'todas' : alcanceDe(c.var.oficial)
      const indicadores = await contarIndicadores(platform, c.var.entidade, alcance, filtro)
      const headers = { ...noStore, Vary: 'Accept' }
      if (filtro.formato !== 'csv' && !quemPedeQuerCsv(c)) return c.json(indicadores, 200, headers)
      return responderCsv(c, indicadores, `indicadores-${indicadores.de}-a-${indicadores.ate}.csv`, headers)
    },
  )
}

function quemPedeQuerCsv(c: Context): boolean {
  return /^text\/csv\b/.test(c.req.header('Accept') ?? '')
}

/** Lets in a key that reads indicators, or an official who answers for unidades. */
function chaveOuOficial(platform: Platform) {
  const guarda = oficialCom(platform, ['gestor', 'administrador'])
  return createMiddleware<AmbienteDoOficial>(async (c, next) => {
    const authorization = c.req.header('Authorization')
    if (!trazChave(authorization)) return guarda(c, next)
    await conferirChave(platform, c.var.entidade, authorization, 'indicadores')
    await next()
  })
}

/** All that an administrador's entidade did; of a gestor's unidades. */
function alcanceDe({ lotacoes }: Oficial): Alcance {
  if (lotacoes.some(({ papel }) => papel === 'administrador')) return 'todas'
  return lotacoes.filter(({ papel }) => papel === 'gestor').map(({ unidadeId }) => unidadeId)
}
