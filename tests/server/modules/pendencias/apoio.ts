import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { NovaPendencia } from '../../../../server/contract/gestao.js'
import type { ProtocoloDaConta } from '../../../../server/contract/meus.js'
import type { RespostaDePendencia } from '../../../../server/contract/pendencias.js'
import { dispensar, encerrarSemResposta, exigir } from '../../../../server/modules/pendencias/atos.js'
import { tramitar } from '../../../../server/modules/tramitacao/tramitacao.js'
import type { TestPlatformOptions } from '../../helpers/platform.js'
import { ler } from '../contas/apoio.js'
import { montarGestao } from '../gestao/apoio.js'

export const foto: NovaPendencia = { especie: 'documento', texto: 'Envie a foto da rua.', prazo: '2026-12-01' }
export const endereco: NovaPendencia = { especie: 'informacao', texto: 'Diga o número da casa em frente.', prazo: '2026-12-03' }
export const visita: NovaPendencia = { especie: 'ciencia', texto: 'A vistoria será no dia 10/12.', prazo: '2026-12-05' }

/** {@link montarGestao}, what is asked there, and how it is answered. */
export async function montarPendencias(opcoes: TestPlatformOptions = {}) {
  const gestao = await montarGestao(opcoes)
  const { app, platform, entidade, pessoa, oficial, abrirComo, colocar, pedir } = gestao
  const { ator } = await oficial({ obras: 'gestor' }, 'Gestora de Obras')
  type Pessoa = Awaited<ReturnType<typeof pessoa>>

  const pedirPendencias = (protocoloId: string, ...pendencias: NovaPendencia[]) =>
    tramitar(platform, entidade, { ator, protocoloId, acao: 'exigir' }, (sql, alvo) =>
      exigir(platform, sql, entidade, alvo, { pendencias }),
    )

  const dispensarPendencia = (protocoloId: string, pendencia: string, texto = 'Não é mais preciso.') =>
    tramitar(platform, entidade, { ator, protocoloId, acao: 'dispensar' }, (sql, alvo) =>
      dispensar(platform, sql, entidade, alvo, { texto, pendencia }),
    )

  const encerrar = (protocoloId: string, texto = 'Não houve resposta.') =>
    tramitar(platform, entidade, { ator, protocoloId, acao: 'encerrar_sem_resposta' }, () => encerrarSemResposta({ texto }))

  /** Somebody with a protocolo of which this was asked; their access code comes along. */
  async function comPendencias(pendencias: readonly NovaPendencia[], mudancas: object = {}) {
    const quem = await pessoa()
    const { id, numero, codigoAcesso: codigo } = await abrirComo(quem, mudancas)
    await colocar(id, 'em_andamento')
    if (pendencias.length > 0) await pedirPendencias(id, ...pendencias)
    return { quem, id, numero, codigo }
  }

  const ver = async (quem: Pessoa, id: string): Promise<ProtocoloDaConta> => ler(await pedir(quem, 'GET', `/protocolos/${id}`), 200)

  const responder = (quem: Pessoa, id: string, pendencia: string, body: RespostaDePendencia, chave: string = randomUUID()) =>
    pedir(quem, 'POST', `/meus/protocolos/${id}/pendencias/${pendencia}/resposta`, { body, headers: { 'Idempotency-Key': chave } })

  /** The same by number and code, or anything else under the consult. */
  const comCodigo = (caminho: string, body: object, chave: string = randomUUID(), qual = 'exemplo') =>
    app.request(`/v1/entidades/${qual}/consulta${caminho}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': chave },
      body: JSON.stringify(body),
    })

  /** Ids of what is open, in order. */
  async function abertas(quem: Pessoa, id: string): Promise<string[]> {
    return (await ver(quem, id)).pendencias.map((pendencia) => pendencia.id)
  }

  async function aberta(quem: Pessoa, id: string): Promise<string> {
    const [primeira] = await abertas(quem, id)
    assert.ok(primeira)
    return primeira
  }

  return { ...gestao, ator, pedirPendencias, dispensarPendencia, encerrar, comPendencias, ver, responder, comCodigo, abertas, aberta }
}
