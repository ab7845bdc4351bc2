import type { PasskeyListada } from '../../../../server/contract/passkeys.js'
import type { Operacao, OperacaoConfirmada } from '../../../../server/contract/sessoes.js'
import type { AparelhoDeTeste } from '../../helpers/aparelho.js'
import { type AutenticadorDeTeste, criarAutenticador, type Mudancas } from '../../helpers/autenticador.js'
import { ler, senha } from '../contas/apoio.js'

/** The origin of the server's own pages in tests, and the RP ID unless told. */
export const pagina = 'http://localhost:8787'

/** Who is signed in, on a device. */
export interface Entrada {
  aparelho: AparelhoDeTeste
  token: string
}

export interface Opcoes {
  desafio: string
  opcoes: Parameters<AutenticadorDeTeste['criar']>[0] & {
    rpId?: string
    allowCredentials?: { id: string }[]
    excludeCredentials?: { id: string }[]
  }
}

/** What somebody signed in does with passkeys in an entidade. */
export function passkeysDe({ aparelho, token }: Entrada, entidade = 'exemplo') {
  const pedir = (method: string, path: string, body?: unknown, confirmacao?: string) =>
    aparelho.pedir(method, `${path}?entidade=${entidade}`, {
      token,
      ...(body !== undefined && { body }),
      ...(confirmacao !== undefined && { headers: { 'Protocolo-Confirmacao': confirmacao } }),
    })

  /** The header for one operation, by password. */
  async function confirmar(operacao: Operacao = 'credenciais'): Promise<string> {
    const confirmada: OperacaoConfirmada = await ler(await pedir('POST', '/v1/sessoes/confirmacoes', { operacao, senha }), 201)
    return confirmada.confirmacao
  }

  async function preparar(confirmacao?: string): Promise<Opcoes> {
    return ler(await pedir('POST', '/v1/conta/passkeys/opcoes', undefined, confirmacao), 200)
  }

  const guardar = (desafio: string, resposta: unknown, { confirmacao, nome }: { confirmacao?: string; nome?: string } = {}) =>
    pedir('POST', '/v1/conta/passkeys', { desafio, resposta, ...(nome !== undefined && { nome }) }, confirmacao)

  /** Makes and keeps a passkey. */
  async function registrar(autenticador = criarAutenticador(pagina), { confirmacao }: { confirmacao?: string } = {}) {
    const { desafio, opcoes } = await preparar(confirmacao)
    const passkey: PasskeyListada = await ler(
      await guardar(desafio, autenticador.criar(opcoes), confirmacao === undefined ? {} : { confirmacao }),
      201,
    )
    return { autenticador, passkey }
  }

  async function listar(): Promise<PasskeyListada[]> {
    return (await ler<{ passkeys: PasskeyListada[] }>(await pedir('GET', '/v1/conta/passkeys'), 200)).passkeys
  }

  return { pedir, confirmar, preparar, guardar, registrar, listar }
}

/** Signing in with a passkey, from a device that is nobody's yet. */
export function entradaDe(aparelho: AparelhoDeTeste, entidade = 'exemplo') {
  async function preparar(): Promise<Opcoes> {
    return ler(await aparelho.pedir('POST', `/v1/sessoes/passkey/opcoes?entidade=${entidade}`), 200)
  }
  const mandar = (desafio: string, resposta: unknown) =>
    aparelho.pedir('POST', `/v1/sessoes/passkey?entidade=${entidade}`, { body: { desafio, resposta } })

  async function entrar(autenticador: AutenticadorDeTeste, mudancas?: Mudancas): Promise<Response> {
    const { desafio, opcoes } = await preparar()
    return mandar(desafio, autenticador.usar(opcoes, mudancas))
  }
  return { preparar, mandar, entrar }
}
