import { Hono } from 'hono'
import { describe } from '../../platform/http/describe.js'
import { download } from '../../platform/http/download.js'
import { createPlaces } from '../../platform/http/inflight.js'
import { tooMany } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { confirmacaoDe, parametroDaConfirmacao, parametros, recusasDaSessao } from '../sessoes/posse.js'
import { exportar } from './exportacao.js'

/** Copies that one process makes at the same time, and of those for one conta. */
const simultaneas = { most: 20, mostOfOne: 1 }

const copia = describe({
  summary: 'Baixa uma cópia dos próprios dados',
  description:
    'Um ZIP com a conta, a foto e, em uma pasta para cada um, os protocolos da conta nesta entidade e os arquivos deles (Lei 13.709, arts. 18 e 19). Pede uma confirmação para a operação `exportacao`. Uma cópia por vez.',
  tag: 'Conta',
  parameters: [...parametros, parametroDaConfirmacao],
  responses: { 200: { description: 'A cópia, para salvar.', media: 'application/zip' } },
  problems: [...recusasDaSessao, 'confirmacao_necessaria', 'muitas_tentativas'],
})

export function rotasDaExportacao(platform: Platform) {
  const lugares = createPlaces(simultaneas)
  return new Hono<AmbienteDaSessao>().get('/conta/exportacao', copia, sessao(platform), async (c) => {
    const propria = c.get('sessao')
    const sair = lugares.take(propria.contaId)
    if (!sair) throw tooMany(60, 'Uma cópia já está sendo preparada. Espere ela terminar e tente de novo.')
    try {
      const { nome, bytes } = await exportar(platform, c.get('entidade'), propria, confirmacaoDe(c))
      bytes.once('close', sair)
      return download(c, bytes, { name: nome, type: 'application/zip' })
    } catch (erro) {
      sair()
      throw erro
    }
  })
}
