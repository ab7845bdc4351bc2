import type { OperacaoConfirmada } from '../../../../server/contract/sessoes.js'
import type { Papel } from '../../../../server/domain/permissoes.js'
import type { TestPlatformOptions } from '../../helpers/platform.js'
import { ler, senha } from '../contas/apoio.js'
import { montarGestao } from '../gestao/apoio.js'

type Pedido = { body?: unknown; headers?: Record<string, string> }

/** {@link montarGestao}, and what who administers an entidade asks for. */
export async function montarAdministracao(opcoes: TestPlatformOptions = {}) {
  const gestao = await montarGestao(opcoes)

  async function servidor(lotacoes: Record<string, Papel>) {
    const quem = await gestao.oficial(lotacoes)
    const raiz = '/v1/entidades/exemplo/gestao'
    const pedir = (method: string, path: string, pedido: Pedido = {}) =>
      quem.aparelho.pedir(method, raiz + path, { token: quem.token, ...pedido })
    async function confirmar(): Promise<Record<string, string>> {
      const body = { operacao: 'administracao', senha }
      const recebido = await quem.aparelho.pedir('POST', '/v1/sessoes/confirmacoes?entidade=exemplo', { token: quem.token, body })
      return { 'Protocolo-Confirmacao': (await ler<OperacaoConfirmada>(recebido, 201)).confirmacao }
    }
    return { ...quem, pedir, confirmar }
  }

  const administradora = await servidor({ geral: 'administrador' })
  return { ...gestao, servidor, administradora }
}
