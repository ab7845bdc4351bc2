import type {
  AlvoDaLotacao,
  ChaveCriada,
  ChaveDeApi,
  Escopo,
  IndisponibilidadesListadas,
  LotacoesListadas,
  NovaIndisponibilidade,
  NovaLotacao,
  PedidoDeChave,
  ResultadoDaImportacao,
  TipoDoArquivo,
  TiposListados,
  VersoesDoTipo,
} from '../../server/contract/administracao.js'
import type { FiltroDaAuditoria, IntegridadeDaAuditoria, PaginaDaAuditoria, RegistroDaAuditoria } from '../../server/contract/auditoria.js'
import type { ArquivoDeEntidade } from '../../server/contract/entidade.js'
import type { Sessao } from './sessao.js'

export type {
  ArquivoDeEntidade,
  ChaveCriada,
  ChaveDeApi,
  Escopo,
  FiltroDaAuditoria,
  IntegridadeDaAuditoria,
  NovaLotacao,
  RegistroDaAuditoria,
  ResultadoDaImportacao,
  TipoDoArquivo,
}

export type VersaoDoTipo = VersoesDoTipo['versoes'][number]
export type TipoListado = TiposListados['tipos'][number]
export type LotacaoListada = LotacoesListadas['lotacoes'][number]
export type Indisponibilidade = IndisponibilidadesListadas['indisponibilidades'][number]
export type UnidadeDoArquivo = ArquivoDeEntidade['orgaos'][number]['unidades'][number]

/**
 * What who administers an entidade does. Every call throws ProblemaDaApi or SemConexao. `versao` is that of what was read before it was
 * changed; `confirmado` is what showing again who they are gave.
 */
export interface ClienteDaAdministracao {
  arquivo(): Promise<{ arquivo: ArquivoDeEntidade; versao: number }>
  /** What a file would change, and why it would be refused. */
  simular(arquivo: unknown): Promise<ResultadoDaImportacao>
  importar(arquivo: unknown, versao: number, confirmado?: string): Promise<ResultadoDaImportacao>
  tipos(): Promise<TipoListado[]>
  tipo(codigo: string): Promise<TipoDoArquivo>
  /** The newest first. */
  versoes(codigo: string): Promise<VersaoDoTipo[]>
  versao(codigo: string, versao: number): Promise<TipoDoArquivo>
  /** @param versao none for a new one */
  gravarTipo(tipo: TipoDoArquivo['tipo'], versao?: number, confirmado?: string): Promise<ResultadoDaImportacao>
  gravarCalendario(calendario: ArquivoDeEntidade['calendario'], versao: number): Promise<ResultadoDaImportacao>
  gravarUnidade(unidade: UnidadeDoArquivo & { orgao: string }, versao: number): Promise<ResultadoDaImportacao>
  lotacoes(): Promise<LotacaoListada[]>
  lotar(lotacao: NovaLotacao, confirmado?: string): Promise<{ nome: string }>
  deslotar(alvo: AlvoDaLotacao, confirmado?: string): Promise<{ nome: string }>
  chaves(): Promise<ChaveDeApi[]>
  criarChave(pedido: PedidoDeChave, confirmado?: string): Promise<ChaveCriada>
  revogarChave(id: string): Promise<void>
  indisponibilidades(): Promise<Indisponibilidade[]>
  registrarIndisponibilidade(nova: NovaIndisponibilidade): Promise<Indisponibilidade>
  auditoria(filtro: FiltroDaAuditoria): Promise<PaginaDaAuditoria>
  integridade(): Promise<IntegridadeDaAuditoria>
}

export function administracaoDe(sessao: Sessao, entidade: string): ClienteDaAdministracao {
  const gestao = `/entidades/${encodeURIComponent(entidade)}/gestao`
  const raiz = `${gestao}/administracao`
  const pedir = (metodo: string, caminho: string, corpo?: unknown, { versao, confirmado }: { versao?: number; confirmado?: string } = {}) =>
    sessao.pedir(metodo, raiz + caminho, corpo, {
      headers: { ...(versao !== undefined && { 'If-Match': `"${versao}"` }), ...(confirmado && { 'Protocolo-Confirmacao': confirmado }) },
    })
  const ler = async <T>(...pedido: Parameters<typeof pedir>): Promise<T> => (await pedir(...pedido)).json()
  const com = (confirmado?: string) => (confirmado ? { confirmado } : {})
  return {
    async arquivo() {
      const resposta = await pedir('GET', '/arquivo')
      const versao = Number(resposta.headers.get('ETag')?.replace(/\D/g, ''))
      return { arquivo: await resposta.json(), versao }
    },
    simular: (arquivo) => ler('PUT', '/arquivo?simular=1', arquivo),
    importar: (arquivo, versao, confirmado) => ler('PUT', '/arquivo', arquivo, { versao, ...com(confirmado) }),
    tipos: async () => (await ler<TiposListados>('GET', '/tipos')).tipos,
    tipo: (codigo) => ler('GET', `/tipos/${encodeURIComponent(codigo)}`),
    versoes: async (codigo) => (await ler<VersoesDoTipo>('GET', `/tipos/${encodeURIComponent(codigo)}/versoes`)).versoes,
    versao: (codigo, versao) => ler('GET', `/tipos/${encodeURIComponent(codigo)}/versoes/${versao}`),
    gravarTipo: (tipo, versao, confirmado) =>
      ler('PUT', `/tipos/${encodeURIComponent(tipo.codigo)}`, tipo, { ...(versao !== undefined && { versao }), ...com(confirmado) }),
    gravarCalendario: (calendario, versao) => ler('PUT', '/calendario', calendario, { versao }),
    gravarUnidade: (unidade, versao) => ler('PUT', `/unidades/${encodeURIComponent(unidade.codigo)}`, unidade, { versao }),
    lotacoes: async () => (await ler<LotacoesListadas>('GET', '/lotacoes')).lotacoes,
    lotar: (lotacao, confirmado) => ler('PUT', '/lotacoes', lotacao, com(confirmado)),
    deslotar: (alvo, confirmado) => ler('DELETE', '/lotacoes', alvo, com(confirmado)),
    chaves: async () => (await ler<{ chaves: ChaveDeApi[] }>('GET', '/chaves')).chaves,
    criarChave: (pedido, confirmado) => ler('POST', '/chaves', pedido, com(confirmado)),
    async revogarChave(id) {
      await pedir('DELETE', `/chaves/${encodeURIComponent(id)}`)
    },
    indisponibilidades: async () => (await ler<IndisponibilidadesListadas>('GET', '/indisponibilidades')).indisponibilidades,
    auditoria: async (filtro) => (await sessao.pedir('GET', `${gestao}/auditoria?${new URLSearchParams(filtro)}`)).json(),
    integridade: async () => (await sessao.pedir('GET', `${gestao}/auditoria/integridade`)).json(),
    registrarIndisponibilidade: (nova) => ler('POST', '/indisponibilidades', nova),
  }
}
