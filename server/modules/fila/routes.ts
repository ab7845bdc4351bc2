import { Hono } from 'hono'
import { contagensDasFilas, filtroDaFila, filtroDasContagens, paginaDaFila } from '../../contract/gestao.js'
import { query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { parametrosDaPosse as parameters } from '../sessoes/posse.js'
import * as exemplos from './exemplos.js'
import { contarFilas, escreverFila } from './fila.js'

const tag = 'Gestão'

const fila = describe({
  summary: 'Lista uma fila de trabalho',
  description:
    'Dos setores em que a pessoa trabalha, ou de um deles; quem administra pode pedir o de qualquer setor, sem o que é sigiloso. Primeiro 80 anos ou mais, depois as outras prioridades (Lei 10.048), depois o prazo; os encerrados, do mais novo ao mais antigo. Os filtros somam-se. Uma busca por palavras muito comuns pode trazer páginas menores: continue enquanto houver `proximo`.',
  tag,
  parameters,
  responses: { 200: paginaDaFila },
  problems: [...recusasDoOficial, 'campos_invalidos'],
  example: exemplos.pagina,
})

const contagens = describe({
  summary: 'Conta o que há em cada fila',
  description: 'Até 1000: esse número quer dizer que há 1000 ou mais.',
  tag,
  parameters,
  responses: { 200: contagensDasFilas },
  problems: [...recusasDoOficial, 'campos_invalidos'],
  example: exemplos.contagens,
})

/** The queues of the desk. */
export function rotasDaFila(platform: Platform) {
  const guarda = oficial(platform)
  return new Hono<AmbienteDoOficial>()
    .get('/gestao/fila', fila, guarda, query(filtroDaFila), async (c) => {
      const texto = await escreverFila(platform, c.var.entidade, c.var.oficial, c.req.valid('query'))
      return new Response(texto, { headers: { 'Content-Type': 'application/json', ...noStore } })
    })
    .get('/gestao/fila/contagens', contagens, guarda, query(filtroDasContagens), async (c) =>
      c.json(await contarFilas(platform, c.var.entidade, c.var.oficial, c.req.valid('query').unidade), 200, noStore),
    )
}
