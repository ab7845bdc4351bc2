import type { ArquivoDeEntidade } from '../../contract/entidade.js'
import { anoEm } from '../../domain/prazo.js'
import type { Sql } from '../../platform/database.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { type Autor, auditar } from '../auditoria/auditoria.js'
import { ArquivoInvalido, lerArquivo } from './arquivo.js'
import { comparar, type Diferenca, iguais } from './diferenca.js'
import { impedimentos } from './impedimentos.js'
import { memoriaDe } from './memoria.js'
import { montarArquivo } from './montagem.js'
import * as queries from './queries.js'

export interface Importacao {
  /** Who imports: the command line unless told. */
  autor?: Autor
  /** The one that was read before it was changed; without it, whatever stands there is replaced. */
  versao?: number
  /** Only to see what would change. */
  simular?: boolean
}

/**
 * Imports the file of an entidade, new or changed. The same file twice changes nothing the second time.
 * A changed tipo gets a new version; protocolos keep the one they were opened with.
 * @throws ArquivoInvalido when the file is wrong, or when it takes away something that protocolos, numbers or people hold on to;
 *   arquivo_mudou when somebody imported another after `versao`.
 */
export async function importarEntidade(
  platform: Platform,
  entrada: unknown,
  { autor = { quem: 'cli' }, versao, simular = false }: Importacao = {},
): Promise<Diferenca> {
  const { arquivo, avisos } = lerArquivo(entrada, platform.config.address)
  const agora = platform.clock.now()
  const diferenca = await platform.db.transaction(async (sql) => {
    await queries.travar(sql, arquivo.codigo)
    const antes = await queries.ler(sql, arquivo.codigo)
    if (versao !== undefined && antes?.versao !== versao) throw new ProblemError('arquivo_mudou')
    const anterior = antes && montarArquivo(antes)
    const linhas = comparar(anterior, arquivo)
    if (antes) await recusarPerdas(sql, antes, arquivo, anoEm(arquivo.fuso, agora))
    if (!simular) await autor.conferir?.(sql)
    if (linhas.length > 0 && !simular) await gravar(platform, sql, antes, arquivo, { agora, linhas, autor })
    return { codigo: arquivo.codigo, nova: antes === undefined, linhas, avisos: [...avisos, ...avisosDoTexto(anterior, arquivo)] }
  })
  if (!simular) memoriaDe(platform).esquecer(arquivo.codigo)
  return diferenca
}

/** A protocolo keeps which version of the privacy notice was read, not its text. */
function avisosDoTexto(antes: ArquivoDeEntidade | undefined, { avisoDePrivacidade: { versao, texto } }: ArquivoDeEntidade): string[] {
  const anterior = antes?.avisoDePrivacidade
  if (anterior?.versao !== versao || anterior.texto === texto) return []
  return [`o texto de avisoDePrivacidade mudou e a versão continua "${versao}"; mude também a versão, que fica com cada protocolo`]
}

async function recusarPerdas(sql: Sql, antes: queries.LinhasDaEntidade, depois: ArquivoDeEntidade, ano: number) {
  const problemas = impedimentos(antes, depois, await queries.emUso(sql, antes.id, ano))
  if (problemas.length > 0) throw new ArquivoInvalido(problemas)
}

async function gravar(
  platform: Platform,
  sql: Sql,
  antes: queries.LinhasDaEntidade | undefined,
  arquivo: ArquivoDeEntidade,
  { agora, linhas, autor }: { agora: Date; linhas: readonly string[]; autor: Autor },
) {
  const { random } = platform
  const id = antes?.id ?? random.id()
  const { orgaos, tipos, ...geral } = arquivo
  await queries.gravarEntidade(sql, id, geral, agora)

  const idDoOrgao = idsPorNome(antes?.orgaos, ({ sigla }) => sigla)
  const idDaUnidade = idsPorNome(antes?.unidades, ({ codigo }) => codigo)
  let posicaoDaUnidade = 0
  for (const [posicao, { unidades, ...orgao }] of orgaos.entries()) {
    const orgaoId = idDoOrgao.get(orgao.sigla) ?? random.id()
    await queries.gravarOrgao(sql, id, { id: orgaoId, ...orgao }, posicao)
    for (const { codigo, nome, email = null } of unidades) {
      const unidadeId = idDaUnidade.get(codigo) ?? random.id()
      await queries.gravarUnidade(sql, id, { id: unidadeId, orgaoId, codigo, nome, email }, posicaoDaUnidade++)
    }
  }
  const anteriores = new Map(antes?.tipos.map((tipo) => [tipo.codigo, tipo]))
  for (const [posicao, definicao] of tipos.entries()) {
    const anterior = anteriores.get(definicao.codigo)
    const mudou = !anterior || !iguais(anterior.definicao, definicao)
    const versao = (anterior?.versao ?? 0) + (mudou ? 1 : 0)
    const tipo = { id: anterior?.id ?? random.id(), codigo: definicao.codigo, versao, definicao }
    await queries.gravarTipo(sql, id, tipo, posicao)
    if (mudou) await queries.gravarVersao(sql, id, tipo, { agora, quem: autor.quem })
  }
  if (antes) await apagarSobras(sql, antes, arquivo)
  await auditar(platform, sql, id, { quem: autor.quem, deOnde: autor.deOnde, acao: 'entidade.importar', dados: { linhas } })
  await queries.avisar(sql, arquivo.codigo)
}

async function apagarSobras(sql: Sql, antes: queries.LinhasDaEntidade, { orgaos, tipos }: ArquivoDeEntidade) {
  const sobra = <T extends { id: string }>(linhas: readonly T[], fica: (linha: T) => boolean) =>
    linhas.filter((linha) => !fica(linha)).map(({ id }) => id)
  const unidades = orgaos.flatMap((orgao) => orgao.unidades)
  await queries.apagarTipos(
    sql,
    antes.id,
    sobra(antes.tipos, (linha) => tipos.some(({ codigo }) => codigo === linha.codigo)),
  )
  await queries.apagarUnidades(
    sql,
    antes.id,
    sobra(antes.unidades, (linha) => unidades.some(({ codigo }) => codigo === linha.codigo)),
  )
  await queries.apagarOrgaos(
    sql,
    antes.id,
    sobra(antes.orgaos, (linha) => orgaos.some(({ sigla }) => sigla === linha.sigla)),
  )
}

function idsPorNome<T extends { id: string }>(linhas: readonly T[] | undefined, nome: (linha: T) => string): Map<string, string> {
  return new Map(linhas?.map((linha) => [nome(linha), linha.id]))
}
