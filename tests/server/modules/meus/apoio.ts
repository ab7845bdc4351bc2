import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { PaginaDosMeus } from '../../../../server/contract/meus.js'
import type { Anexo, Comprovante } from '../../../../server/contract/protocolos.js'
import { buscarEntidade, importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { concederVista, type Favorecido, revogarVista } from '../../../../server/modules/vistas/vistas.js'
import { linhasDeAbertura } from '../../../support/linha.js'
import type { TestPlatformOptions } from '../../helpers/platform.js'
import { ler, montarContas } from '../contas/apoio.js'
import { arquivoDeExemplo, tipoDeExemplo } from '../entidades/arquivo-de-exemplo.js'
import { png } from '../protocolos/apoio.js'

const raiz = '/v1/entidades/exemplo'

/** {@link montarContas}, and what people have there. */
export async function montarMeus({ config, ...opcoes }: TestPlatformOptions = {}) {
  const contas = await montarContas({ ...opcoes, config: { proofOfWork: 0, ...config } })
  const denuncia = { ...tipoDeExemplo('denuncia', 'Denúncia'), anonimo: true }
  const exemplo = arquivoDeExemplo()
  await importarEntidade(contas.platform, { ...exemplo, tipos: [...exemplo.tipos, denuncia] })
  const { app, platform } = contas
  type Pessoa = Awaited<ReturnType<typeof contas.pessoa>>

  const pedir = (
    { aparelho, token }: Pessoa,
    method: string,
    path: string,
    pedido: { body?: unknown; headers?: Record<string, string> } = {},
  ) => aparelho.pedir(method, `${raiz}${path}`, { token, ...pedido })

  /** What somebody asks for, as a visitor or signed in. */
  function pedidoDe({ cadastro }: Pick<Pessoa, 'cadastro'>, mudancas: object = {}) {
    const { nome, documento, email } = cadastro
    return { tipo: 'buraco', respostas: { risco: false }, requerente: { nome, documento, email }, anexos: [], ciencia: '1', ...mudancas }
  }

  async function abrirComo(pessoa: Pessoa, mudancas: object = {}): Promise<Comprovante> {
    const headers = { 'Idempotency-Key': randomUUID() }
    return ler(await pedir(pessoa, 'POST', '/protocolos', { body: pedidoDe(pessoa, mudancas), headers }), 201)
  }

  async function abrirSemConta(de: Pick<Pessoa, 'cadastro'>, mudancas: object = {}): Promise<Comprovante> {
    return ler(await contas.postar(`${raiz}/protocolos`, pedidoDe(de, mudancas), { 'Idempotency-Key': randomUUID() }), 201)
  }

  async function enviar(): Promise<Anexo> {
    return ler(await app.request(`${raiz}/anexos?nome=foto.png`, { method: 'PUT', body: new Uint8Array(png) }), 201)
  }

  async function listar(pessoa: Pessoa, busca = ''): Promise<PaginaDosMeus> {
    return ler(await pedir(pessoa, 'GET', `/meus/protocolos?${busca}`), 200)
  }

  /** Every page, one after another. */
  async function listarTudo(pessoa: Pessoa, busca = ''): Promise<PaginaDosMeus['protocolos']> {
    const todos: PaginaDosMeus['protocolos'] = []
    for (let depois = ''; ; ) {
      const { protocolos, proximo } = await listar(pessoa, `${busca}${depois}`)
      todos.push(...protocolos)
      if (proximo === null) return todos
      depois = `&depois=${proximo}`
    }
  }

  async function contaDe({ cadastro }: Pick<Pessoa, 'cadastro'>): Promise<string> {
    const [linha] = await platform.db.sql<{ id: string }[]>`select conta_id as id from contas where documento = ${cadastro.documento}`
    return linha?.id ?? ''
  }

  /** Lets somebody see what is another's: for a day, unless told. */
  async function liberar(
    protocoloId: string,
    para: Favorecido,
    ate = new Date(platform.clock.now().getTime() + 86_400_000),
  ): Promise<void> {
    const entidade = await buscarEntidade(platform, 'exemplo')
    assert.ok(entidade)
    const [dono] = await platform.db.sql<{ id: string }[]>`select conta_id as id from contas limit 1`
    const dadaPor = dono?.id ?? ''
    await platform.db.transaction((sql) => concederVista(platform, sql, entidade, { protocoloId, para, ate, dadaPor }))
  }

  /** Takes back what {@link liberar} gave. */
  async function revogar(protocoloId: string, para: Favorecido): Promise<void> {
    const entidade = await buscarEntidade(platform, 'exemplo')
    assert.ok(entidade)
    await platform.db.transaction((sql) => revogarVista(platform, sql, entidade, { protocoloId, para, quem: 'teste' }))
  }

  /** Rows for abrir_protocolo. */
  const linha = await linhasDeAbertura(platform.db.sql, 'exemplo', 'buraco')

  return { ...contas, pedir, pedidoDe, abrirComo, abrirSemConta, enviar, listar, listarTudo, contaDe, liberar, revogar, linha }
}

/** Numbers that look random and are the same each time. */
export function sorteio(semente: number): (ate: number) => number {
  let estado = semente
  return (ate) => {
    estado = (Math.imul(estado, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((estado / 2 ** 32) * ate)
  }
}
