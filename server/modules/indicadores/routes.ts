import { Hono } from 'hono'
import { indicadoresSchema } from '../../contract/indicadores.js'
import { describe } from '../../platform/http/describe.js'
import type { Platform } from '../../platform/platform.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import * as exemplos from './exemplos.js'
import { indicadoresPublicos } from './indicadores.js'

const publicos = describe({
  summary: 'Indicadores públicos dos últimos doze meses',
  description:
    'Só números: abertos, concluídos, no prazo e mediana de dias, por serviço, por setor e por mês. `null` é o que não se publica, para que ninguém seja identificado: as quantidades de 1 a 4 e o que bastaria para calculá-las.',
  tag: 'Entidades',
  responses: { 200: indicadoresSchema },
  problems: [],
  example: exemplos.indicadores,
})

/** Seconds that browsers and proxies may keep what is published. */
const guardar = { 'Cache-Control': 'public, max-age=300' }

export function rotasDeIndicadores(platform: Platform) {
  return new Hono<AmbienteDaEntidade>().get('/transparencia', publicos, async (c) =>
    c.json(await indicadoresPublicos(platform, c.var.entidade), 200, guardar),
  )
}
