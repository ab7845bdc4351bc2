import assert from 'node:assert/strict'
import { createApp } from '../../../../server/app.js'
import type { CadastroRecebido, PedidoDeCadastro } from '../../../../server/contract/contas.js'
import type { SessaoAberta } from '../../../../server/contract/sessoes.js'
import { segredosDo } from '../../../../server/modules/confirmacoes/confirmacoes.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { tarefas } from '../../../../server/tarefas.js'
import { type AparelhoDeTeste, criarAparelho } from '../../helpers/aparelho.js'
import { type TestPlatformOptions, testPlatform } from '../../helpers/platform.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'

export const senha = 'cavalo bateria grampo'

let feitas = 0

/** A sign-up of somebody new each time: a CPF of its own, with right check digits. */
export function novoCadastro(mudancas: Partial<PedidoDeCadastro> = {}): PedidoDeCadastro {
  const base = String(100_000_000 + feitas++ * 7)
  const digito = (numeros: string) => {
    const soma = [...numeros].reverse().reduce((total, n, i) => total + Number(n) * (i + 2), 0) % 11
    return soma < 2 ? '0' : String(11 - soma)
  }
  const primeiro = digito(base)
  const documento = base + primeiro + digito(base + primeiro)
  return { documento, nome: 'Helena Exemplo', email: `pessoa${feitas}@exemplo.br`, senha, ciencia: '1', ...mudancas }
}

/** An app with the entidades `exemplo` and `outra`, and what people do in it. */
export async function montarContas(opcoes: TestPlatformOptions = {}) {
  const platform = await testPlatform({ ...opcoes, config: { limits: false, ...opcoes.config } })
  await importarEntidade(platform, arquivoDeExemplo())
  await importarEntidade(platform, arquivoDeExemplo({ codigo: 'outra', origens: ['https://www.outra.br'] }))
  const app = createApp(platform)

  const postar = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) })

  async function cadastrar(cadastro: PedidoDeCadastro): Promise<CadastroRecebido> {
    return ler(await postar('/v1/contas?entidade=exemplo', cadastro), 202)
  }

  /** What the e-mail of the latest sending carries, or of another. */
  async function segredos(confirmacao: string, envio?: number) {
    const [linha] = await platform.db.sql<{ envios: number }[]>`select envios from confirmacoes where confirmacao_id = ${confirmacao}`
    assert.ok(linha)
    return segredosDo(platform, confirmacao, envio ?? linha.envios)
  }
  const codigoDe = async (confirmacao: string, envio?: number) => (await segredos(confirmacao, envio)).codigo
  const codigoAtualDe = async (confirmacao: string, envio?: number) => (await segredos(confirmacao, envio)).codigoAtual
  const linkDe = async (confirmacao: string) => (await segredos(confirmacao)).link

  /** Somebody with a conta, signed in on a device. */
  async function pessoa(cadastro = novoCadastro(), aparelho: AparelhoDeTeste = criarAparelho(app)) {
    const { confirmacao } = await cadastrar(cadastro)
    const body = { confirmacao, codigo: await codigoDe(confirmacao) }
    const aberta: SessaoAberta = await ler(await aparelho.pedir('POST', '/v1/contas/confirmacoes?entidade=exemplo', { body }), 201)
    return { cadastro, aparelho, ...aberta }
  }

  /** Does what was left to be done apart from requests: what recoveries leave, unless told. A job that fails stays. */
  async function trabalhar(tarefa = 'enviar_recuperacao') {
    const pendentes = await platform.db.sql<{ id: string; payload: unknown }[]>`
      select j.id, j.payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${tarefa} order by j.id`
    for (const { id, payload } of pendentes) {
      await tarefas(platform)[tarefa]?.(payload)
      await platform.db.sql`delete from graphile_worker._private_jobs where id = ${id}`
    }
  }

  /** E-mails owed, oldest first. */
  async function correio(): Promise<{ especie: string; para: string; dados: { confirmacao?: string; envio?: number } }[]> {
    return platform.db.sql`select especie, para, dados from emails order by criado_em, email_id`
  }

  const novoAparelho = () => criarAparelho(app)
  return { platform, app, postar, cadastrar, codigoDe, codigoAtualDe, linkDe, pessoa, correio, trabalhar, novoAparelho }
}

export async function ler<T>(recebido: Response, status: number): Promise<T> {
  const texto = await recebido.text()
  assert.equal(recebido.status, status, texto)
  return JSON.parse(texto)
}

export async function problemaDe(
  recebido: Response,
  status: number,
): Promise<{ codigo: string; detail: string; campos?: { caminho: string }[] }> {
  return ler(recebido, status)
}
