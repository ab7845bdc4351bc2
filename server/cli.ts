import { readFileSync } from 'node:fs'
import { escreverDataHora } from './contract/palavras.js'
import { papeis } from './domain/permissoes.js'
import { instanteEm } from './domain/prazo.js'
import { type Falha, type FimGuardado, type Verificacao, verificarAuditoria } from './modules/auditoria/verificacao.js'
import { esquemaDaEntidade } from './modules/descricao/esquema.js'
import type { EntidadeAberta } from './modules/entidades/entidade-aberta.js'
import {
  ArquivoInvalido,
  buscarEntidade,
  type Diferenca,
  exportarEntidade,
  importarEntidade,
  listarEntidades,
} from './modules/entidades/entidades.js'
import { liberarConta } from './modules/exclusao/liberacao.js'
import { darLotacao, listarLotacoes, type RecusaDeLotacao, tirarLotacao } from './modules/lotacoes/lotacoes.js'
import { listarIndisponibilidades, registrarIndisponibilidade } from './modules/prazos/prazos.js'
import { type Config, readConfig } from './platform/config.js'
import { createPlatform } from './platform/create-platform.js'
import { ProblemError } from './platform/http/problem.js'
import type { Platform } from './platform/platform.js'

const ajuda = `Uso: npx protocolo <comando>

  entidade importar <arquivo.json>…   cria ou atualiza entidades; mostra o que mudou
  entidade exportar <codigo>          escreve o arquivo da entidade como ela está
  entidade listar                     escreve o código de cada entidade
  conta liberar <codigo> <documento>  devolve um CPF ou CNPJ a quem é seu dono: encerra a conta que
                                      outra pessoa criou com ele e avisa o e-mail dela; <codigo>
                                      é o da entidade que conferiu os documentos
  lotacao dar <codigo> <documento> <unidade> <papel>
                                      põe quem tem conta para atender em uma unidade, como
                                      atendente, gestor ou administrador
  lotacao tirar <codigo> <documento> <unidade>
                                      desfaz isso
  lotacao listar <codigo>             escreve quem atende, onde e como quê
  auditoria verificar [codigo [fim]]  confere se algum registro da auditoria foi mudado, removido,
                                      inserido ou trocado de lugar, em uma entidade ou em todas;
                                      mostra o fim da corrente, que vale guardar fora daqui: com
                                      um <fim> guardado, confere também se ela ainda passa por ele
  indisponibilidade registrar <codigo> <de> <ate> <motivo>
                                      registra que o sistema ficou fora do ar: os prazos que
                                      venceriam nesses dias passam para o próximo dia útil;
                                      <de> e <ate> como 2026-11-20T14:00, na hora da entidade
  indisponibilidade listar <codigo>   escreve as que foram registradas
  esquema                             escreve o JSON Schema do arquivo de uma entidade
  ajuda                               mostra este texto

Usa a mesma configuração do servidor: o banco em DATABASE_URL ou, sem ele, o PostgreSQL
embutido com os dados em PROTOCOLO_DADOS. Com o embutido, pare o servidor antes.

Termina com 0 quando deu certo, 1 quando algo foi recusado ou falhou, 2 quando o comando
não existe.`

/** One person's mistake in calling the program. */
class UsoErrado extends Error {}

interface Saida {
  out(text: string): void
  err(text: string): void
}

/** Runs one command. @returns the exit code. */
export async function cli(args: readonly string[], env: NodeJS.ProcessEnv, saida: Saida): Promise<number> {
  try {
    await executar(args, env, saida)
    return 0
  } catch (error) {
    saida.err(error instanceof Error ? error.message : String(error))
    if (error instanceof UsoErrado) saida.err(`\n${ajuda}`)
    return error instanceof UsoErrado ? 2 : 1
  }
}

async function executar([comando, acao, ...resto]: readonly string[], env: NodeJS.ProcessEnv, { out, err }: Saida): Promise<void> {
  if (comando === undefined || ['ajuda', 'help', '--help', '-h'].includes(comando)) return out(ajuda)
  const config = readConfig({ PROTOCOLO_LOG: 'warn', ...env })
  if (comando === 'esquema' && acao === undefined) return out(JSON.stringify(esquemaDaEntidade(config.address), null, 2))
  if (comando === 'entidade' && acao === 'importar' && resto.length > 0) return importar(config, resto, { out, err })
  if (comando === 'entidade' && acao === 'exportar' && resto[0] !== undefined && resto.length === 1) return exportar(config, resto[0], out)
  if (comando === 'entidade' && acao === 'listar' && resto.length === 0) return listar(config, out)
  if (comando === 'conta' && acao === 'liberar' && resto[0] !== undefined && resto[1] !== undefined && resto.length === 2)
    return liberar(config, { codigo: resto[0], documento: resto[1] }, out)
  if (comando === 'lotacao') return lotacao(config, [acao, ...resto], out)
  if (comando === 'indisponibilidade' && acao === 'registrar' && resto.length === 4) return registrar(config, resto, out)
  if (comando === 'indisponibilidade' && acao === 'listar' && resto[0] !== undefined && resto.length === 1)
    return listarFora(config, resto[0], out)
  if (comando === 'auditoria' && acao === 'verificar' && resto.length <= 2) return verificar(config, resto, { out, err })
  throw new UsoErrado(`Comando incompleto ou desconhecido: ${[comando, acao, ...resto].filter(Boolean).join(' ')}`)
}

async function registrar(
  config: Config,
  [codigo = '', de = '', ate = '', motivo = '']: readonly string[],
  out: Saida['out'],
): Promise<void> {
  const { protocolos } = await comEntidade(config, codigo, async (platform, entidade) => {
    const { fuso } = entidade.arquivo
    const nova = { de: lerHora(fuso, de), ate: lerHora(fuso, ate), motivo, quem: 'cli' }
    return registrarIndisponibilidade(platform, entidade, nova).catch((erro: unknown) => {
      throw erro instanceof ProblemError ? new Error(recuar((erro.extras.campos ?? []).map(({ mensagem }) => mensagem).join('\n'))) : erro
    })
  })
  out(
    `Indisponibilidade registrada. ${protocolos === 1 ? 'Mudou o prazo de 1 protocolo' : `Mudou o prazo de ${protocolos} protocolos`} em aberto.`,
  )
}

function lerHora(fuso: string, texto: string): Date {
  const instante = instanteEm(fuso, texto)
  if (!instante) throw new UsoErrado(`"${texto}" não é um dia e uma hora, como 2026-11-20T14:00.`)
  return instante
}

async function listarFora(config: Config, codigo: string, out: Saida['out']): Promise<void> {
  await comEntidade(config, codigo, async (platform, entidade) => {
    const escrever = (quando: Date) => escreverDataHora(quando.toISOString(), entidade.arquivo.fuso)
    for (const { de, ate, motivo, protocolos } of await listarIndisponibilidades(platform, entidade)) {
      out(`de ${escrever(de)} a ${escrever(ate)}: ${motivo} (${protocolos} ${protocolos === 1 ? 'prazo mudou' : 'prazos mudaram'})`)
    }
  })
}

async function comEntidade<T>(
  config: Config,
  codigo: string,
  fazer: (platform: Platform, entidade: EntidadeAberta) => Promise<T>,
): Promise<T> {
  return comPlataforma(config, async (platform) => fazer(platform, await exigirEntidade(platform, codigo)))
}

async function importar(config: Config, nomes: readonly string[], { out, err }: Saida): Promise<void> {
  const arquivos = nomes.map((nome) => ({ nome, conteudo: lerJson(nome) }))
  await comPlataforma(config, async (platform) => {
    for (const { nome, conteudo } of arquivos) {
      const diferenca = await importarEntidade(platform, conteudo).catch((error: unknown) => {
        throw error instanceof ArquivoInvalido ? new Error(`${nome}: nada foi mudado.\n${recuar(error.message)}`) : error
      })
      out(contar(diferenca))
      for (const aviso of diferenca.avisos) err(`aviso: ${aviso}`)
    }
  })
}

function contar({ codigo, nova, linhas }: Diferenca): string {
  if (linhas.length === 0) return `${codigo}: nada mudou`
  return `${codigo}: ${nova ? 'entidade nova' : 'entidade atualizada'}\n${recuar(linhas.join('\n'))}`
}

async function exportar(config: Config, codigo: string, out: Saida['out']): Promise<void> {
  const arquivo = await comPlataforma(config, (platform) => exportarEntidade(platform, codigo))
  if (!arquivo) throw semEntidade(codigo)
  out(JSON.stringify(arquivo, null, 2))
}

async function listar(config: Config, out: Saida['out']): Promise<void> {
  for (const codigo of await comPlataforma(config, listarEntidades)) out(codigo)
}

function semEntidade(codigo: string): Error {
  return new Error(`Não há entidade "${codigo}". Veja quais há com: npx protocolo entidade listar`)
}

const recusas = {
  documento_invalido: 'Este CPF ou CNPJ não confere. Veja se algum número foi trocado.',
  sem_conta: 'Não há conta com este CPF ou CNPJ. Nada foi mudado.',
  de_servidor: 'Esta conta trabalha ou trabalhou no atendimento e faz parte do histórico dos processos. Nada foi mudado.',
}

async function liberar(config: Config, { codigo, documento }: { codigo: string; documento: string }, out: Saida['out']): Promise<void> {
  const liberacao = await comPlataforma(config, async (platform) => {
    return liberarConta(platform, await exigirEntidade(platform, codigo), documento)
  })
  if (liberacao.desfecho !== 'liberada') throw new Error(recusas[liberacao.desfecho])
  out('Conta encerrada. Quem é dono do CPF ou CNPJ já pode se cadastrar.')
  if (liberacao.avisado) out(`O e-mail ${liberacao.avisado} será avisado.`)
}

async function lotacao(config: Config, [acao, ...resto]: readonly (string | undefined)[], out: Saida['out']): Promise<void> {
  const [codigo, documento, unidade, papel] = resto
  const papelLido = papeis.find((um) => um === papel)
  if (acao === 'dar' && codigo && documento && unidade && papelLido && resto.length === 4) {
    const { nome } = await mudarLotacao(config, codigo, (platform, entidade) =>
      darLotacao(platform, entidade, { documento, unidade, papel: papelLido }),
    )
    return out(`${nome}: ${papelLido} em ${unidade}`)
  }
  if (acao === 'tirar' && codigo && documento && unidade && resto.length === 3) {
    const { nome } = await mudarLotacao(config, codigo, (platform, entidade) => tirarLotacao(platform, entidade, { documento, unidade }))
    return out(`${nome}: não atende mais em ${unidade}`)
  }
  if (acao !== 'listar' || !codigo || resto.length !== 1) throw new UsoErrado(`Comando incompleto ou desconhecido: lotacao ${acao ?? ''}`)
  const lotacoes = await comPlataforma(config, async (platform) => listarLotacoes(platform, await exigirEntidade(platform, codigo)))
  for (const { unidade, papel, nome, documento } of lotacoes) out(`${unidade}\t${papel}\t${nome}\t${documento}`)
}

const recusasDeLotacao: Record<RecusaDeLotacao, string> = {
  documento_invalido: recusas.documento_invalido,
  sem_conta: 'Não há conta com este CPF ou CNPJ: a pessoa precisa se cadastrar antes. Nada foi mudado.',
  sem_unidade: 'A entidade não tem esta unidade. Nada foi mudado.',
  sem_lotacao: 'Esta pessoa não atende nesta unidade. Nada foi mudado.',
}

async function mudarLotacao(
  config: Config,
  codigo: string,
  mudar: (platform: Platform, entidade: EntidadeAberta) => Promise<{ nome: string } | RecusaDeLotacao>,
): Promise<{ nome: string }> {
  const desfecho = await comPlataforma(config, async (platform) => mudar(platform, await exigirEntidade(platform, codigo)))
  if (typeof desfecho === 'string') throw new Error(recusasDeLotacao[desfecho])
  return desfecho
}

async function exigirEntidade(platform: Platform, codigo: string): Promise<EntidadeAberta> {
  const entidade = await buscarEntidade(platform, codigo)
  if (!entidade) throw semEntidade(codigo)
  return entidade
}

async function verificar(config: Config, [codigo, fim]: readonly string[], { out, err }: Saida): Promise<void> {
  const guardado = fim === undefined ? undefined : lerFim(fim)
  const comFalhas = await comPlataforma(config, async (platform) => {
    const comFalhas: string[] = []
    for (const um of codigo === undefined ? await listarEntidades(platform) : [codigo]) {
      const entidade = await buscarEntidade(platform, um)
      if (!entidade) throw semEntidade(um)
      const verificacao = await verificarAuditoria(platform.db.sql, entidade.id, guardado)
      out(contarVerificacao(um, verificacao))
      for (const falha of verificacao.falhas) err(`${um}: ${contarFalha(falha)}`)
      if (verificacao.falhas.length > 0) comFalhas.push(um)
    }
    return comFalhas
  })
  if (comFalhas.length > 0) throw new Error(`A auditoria não está como foi escrita: ${comFalhas.join(', ')}.`)
  out(
    'Guarde cada fim de corrente fora deste servidor: quem pode escrever no banco pode refazê-la inteira, e só um fim guardado mostra isso.',
  )
}

function lerFim(fim: string): FimGuardado {
  const [, total, elo] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(fim) ?? []
  if (total === undefined || elo === undefined) throw new UsoErrado(`"${fim}" não é o fim de uma corrente, como 1234:9f86d0….`)
  return { total: Number(total), elo }
}

function contarVerificacao(codigo: string, { total, elo, falhas }: Verificacao): string {
  const achado = falhas.length === 0 ? 'nada foi mudado' : `${falhas.length} ${falhas.length === 1 ? 'falha' : 'falhas'}`
  return `${codigo}: ${total} ${total === 1 ? 'registro' : 'registros'}, ${achado}${total > 0 ? `\n  fim ${total}:${elo}` : ''}`
}

function contarFalha(falha: Falha): string {
  switch (falha.especie) {
    case 'mudada':
      return `registro ${falha.ordem} (${falha.id}) foi mudado ou trocado de lugar, ou o elo dele`
    case 'removida':
      return `registro ${falha.ordem} (${falha.id}) foi removido`
    case 'inserida':
      return `registro ${falha.id} foi inserido fora da corrente`
    case 'elo_removido':
      return `elos ${falha.de} a ${falha.ate} foram removidos`
    case 'fim_removido':
      return `registros ${falha.de} a ${falha.ate} foram removidos do fim`
    case 'fim_acrescentado':
      return `registros ${falha.de} a ${falha.ate} foram acrescentados depois do fim`
    case 'fim_trocado':
      return `o fim da corrente não é o elo ${falha.ordem}`
    case 'outra_corrente':
      return `a corrente não passa pelo fim guardado, no registro ${falha.ordem}: ela foi refeita`
  }
}

async function comPlataforma<T>(config: Config, fazer: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await createPlatform(config)
  try {
    return await fazer(platform)
  } finally {
    await platform.close()
  }
}

function lerJson(nome: string): unknown {
  const texto = lerTexto(nome)
  try {
    return JSON.parse(texto)
  } catch (error) {
    const motivo = error instanceof Error ? error.message : ''
    throw new Error(`${nome}: não é JSON válido${lugarNoTexto(texto, motivo)} (${motivo}).`)
  }
}

function lerTexto(nome: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(nome)
  } catch {
    throw new Error(`${nome}: não foi possível ler o arquivo.`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error(`${nome}: não está em UTF-8; salve o arquivo de novo com essa codificação.`)
  }
}

/** The parser counts characters from the start; an editor shows lines. */
function lugarNoTexto(texto: string, motivo: string): string {
  const posicao = / at position (\d+)/.exec(motivo)?.[1]
  if (posicao === undefined) return ''
  const linhas = texto.slice(0, Number(posicao)).split('\n')
  return ` na linha ${linhas.length}, coluna ${(linhas.at(-1) ?? '').length + 1}`
}

function recuar(texto: string): string {
  return texto.replace(/^/gm, '  ')
}
