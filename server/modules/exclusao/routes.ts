import { Hono } from 'hono'
import { contaExcluida } from '../../contract/titular.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { confirmacaoDe, parametroDaConfirmacao, parametros, recusasDaSessao } from '../sessoes/posse.js'
import { excluida, excluirPropriaConta } from './exclusao.js'

const exclusao = describe({
  summary: 'Exclui a própria conta',
  description:
    'Em todas as entidades: cadastro, senha, chaves de acesso, foto, rascunhos e sessões. Os protocolos ficam como foram enviados, sem conta. Pede uma confirmação para a operação `exclusao`. `ficam` diz o que a lei manda ou permite guardar.',
  tag: 'Conta',
  parameters: [...parametros, parametroDaConfirmacao],
  responses: { 200: contaExcluida },
  problems: [...recusasDaSessao, 'confirmacao_necessaria', 'conta_de_servidor'],
  example: excluida,
})

export function rotasDaExclusao(platform: Platform) {
  return new Hono<AmbienteDaSessao>().delete('/conta', exclusao, sessao(platform), async (c) => {
    const confirmacao = confirmacaoDe(c)
    return c.json(await excluirPropriaConta(platform, c.get('entidade'), c.get('sessao'), confirmacao), 200, noStore)
  })
}
