import type { MinhasProcuracoes, Poder, Procuracao } from '../../../../server/contract/procuracoes.js'
import { poderes as todos } from '../../../../server/domain/procuracao.js'
import type { TestPlatformOptions } from '../../helpers/platform.js'
import { ler } from '../contas/apoio.js'
import { montarGestao } from '../gestao/apoio.js'

/** {@link montarGestao}, and people who act for one another. */
export async function montarProcuracoes(opcoes: TestPlatformOptions = {}) {
  const meus = await montarGestao(opcoes)
  const { pedir } = meus
  type Pessoa = Awaited<ReturnType<typeof meus.pessoa>>

  function pedido({ cadastro }: Pick<Pessoa, 'cadastro'>, mudancas: object = {}) {
    return { documento: cadastro.documento, nome: cadastro.nome, poderes: ['acompanhar'], ate: '2026-12-31', ...mudancas }
  }

  async function pedirPor(procurador: Pessoa, outorgante: Pick<Pessoa, 'cadastro'>, mudancas: object = {}): Promise<Procuracao> {
    return ler(await pedir(procurador, 'POST', '/meus/procuracoes', { body: pedido(outorgante, mudancas) }), 201)
  }

  async function aceitar(outorgante: Pessoa, { id }: Pick<Procuracao, 'id'>): Promise<Procuracao> {
    return ler(await pedir(outorgante, 'POST', `/meus/procuracoes/${id}/aceite`), 200)
  }

  async function revogar(pessoa: Pessoa, { id }: Pick<Procuracao, 'id'>): Promise<Procuracao> {
    return ler(await pedir(pessoa, 'DELETE', `/meus/procuracoes/${id}`), 200)
  }

  async function listar(pessoa: Pessoa): Promise<MinhasProcuracoes> {
    return ler(await pedir(pessoa, 'GET', '/meus/procuracoes'), 200)
  }

  /** Asked for and accepted, with every power unless told. */
  async function nomear(
    procurador: Pessoa,
    outorgante: Pessoa,
    poderes: readonly Poder[] = todos,
    mudancas: object = {},
  ): Promise<Procuracao> {
    return aceitar(outorgante, await pedirPor(procurador, outorgante, { poderes, ...mudancas }))
  }

  /** A request in another's name. */
  function agir(
    procurador: Pessoa,
    { id }: Pick<Procuracao, 'id'>,
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
  ) {
    return pedir(procurador, method, path, { ...(body !== undefined && { body }), headers: { 'Protocolo-Procuracao': id, ...headers } })
  }

  return { ...meus, pedido, pedirPor, aceitar, revogarProcuracao: revogar, listarProcuracoes: listar, nomear, agir }
}
