import assert from 'node:assert/strict'
import type { Fila, ItemDaFila, PaginaDaFila } from '../../../../server/contract/gestao.js'
import { type MotivoDePrioridade, motivosDePrioridade } from '../../../../server/domain/prioridade.js'
import { emAberto, type Situacao, situacoes } from '../../../../server/domain/situacao.js'
import type { Sigilo } from '../../../../server/domain/tipo.js'
import type { TestPlatformOptions } from '../../helpers/platform.js'
import { ler } from '../contas/apoio.js'
import { montarGestao } from '../gestao/apoio.js'

/** A protocolo as a test wants it; days count from {@link hoje}. */
export interface Posto {
  unidade: string
  tipo: string
  situacao: Situacao
  sigilo: Sigilo
  prioridade: MotivoDePrioridade | null
  prazo: string
  abertoEm: string
  /** Of those that ended; those without have that of their last change. */
  encerradoEm: string | null
  responsavel: string | null
  nome: string | null
  documento: string | null
  respostas: object
}

export const padrao: Posto = {
  unidade: 'obras',
  tipo: 'buraco',
  situacao: 'em_andamento',
  sigilo: 'publico',
  prioridade: null,
  prazo: '2026-12-31',
  abertoEm: '2026-11-01T12:00:00.000Z',
  encerradoEm: null,
  responsavel: null,
  nome: 'Pessoa Exemplo',
  documento: null,
  respostas: {},
}

export type Guardado = Posto & { id: string; numero: string }

/** {@link montarGestao}, and queues that hold what a test puts there. */
export async function montarFila(opcoes: TestPlatformOptions = {}) {
  const gestao = await montarGestao(opcoes)
  const { platform, entidade, unidade, pedir } = gestao
  const { sql } = platform.db
  type Oficial = Awaited<ReturnType<typeof gestao.oficial>>
  let sequencia = 1000

  async function por(postos: readonly Partial<Posto>[]): Promise<Guardado[]> {
    const guardados = postos.map((mudancas) => {
      const posto = { ...padrao, ...mudancas }
      const n = ++sequencia
      return { ...posto, id: platform.random.id(), numero: `PME 2026/${n}`, sequencia: n }
    })
    const linhas = guardados.map((posto) => ({
      ...posto,
      unidade: unidade(posto.unidade),
      tipo: entidade.tipos.get(posto.tipo)?.id,
      resultado: posto.situacao === 'encerrado' ? 'atendido' : null,
    }))
    await sql`
      insert into protocolos (entidade_id, protocolo_id, orgao_id, ano, sequencia, numero, tipo_id, tipo_versao, unidade_id, situacao, resultado, sigilo,
        prioridade, canal, requerente_nome, requerente_documento, requerente, respostas, prazo, codigo_hash, aberto_em, atualizado_em, encerrado_em, responsavel_id)
      select ${entidade.id}, p.id, ${entidade.orgaos.get('PME')?.id ?? ''}, 2026, p.sequencia, p.numero, p.tipo, 1, p.unidade, p.situacao, p.resultado, p.sigilo,
             p.prioridade, 'site', p.nome, p.documento, '{}', p.respostas, p.prazo, ${Buffer.alloc(32)}, p."abertoEm", p."abertoEm", p."encerradoEm", p.responsavel
        from jsonb_to_recordset(${JSON.stringify(linhas)}::text::jsonb) as p (id uuid, sequencia int, numero text, tipo uuid, unidade uuid, situacao text, resultado text,
               sigilo text, prioridade text, nome text, documento text, respostas jsonb, prazo date, "abertoEm" timestamptz, "encerradoEm" timestamptz, responsavel uuid)`
    return guardados
  }

  async function esvaziar(): Promise<void> {
    await sql`delete from protocolos where entidade_id = ${entidade.id}`
  }

  async function pagina(quem: Oficial, busca: Record<string, string> = {}): Promise<PaginaDaFila> {
    return ler(await pedir(quem, 'GET', `/gestao/fila?${new URLSearchParams(busca)}`), 200)
  }

  /** Every page, one after another. */
  async function tudo(quem: Oficial, busca: Record<string, string> = {}): Promise<ItemDaFila[]> {
    const itens: ItemDaFila[] = []
    for (let depois: string | null = ''; depois !== null; ) {
      const lida: PaginaDaFila = await pagina(quem, { ...busca, ...(depois && { depois }) })
      assert.ok(lida.proximo === null || lida.protocolos.length > 0, 'an empty page goes on')
      itens.push(...lida.protocolos)
      depois = lida.proximo
    }
    return itens
  }

  return { ...gestao, por, esvaziar, pagina, tudo }
}

/** What of all that there is a queue holds, in order: the rules, told in another way. */
export function modelo(todos: readonly Guardado[], fila: Fila, { contaId, hoje }: { contaId: string; hoje: string }): Guardado[] {
  const emSete = new Date(Date.parse(hoje) + 7 * 86_400_000).toISOString().slice(0, 10)
  const cabe: Record<Fila, (um: Guardado) => boolean> = {
    unidade: ({ situacao }) => emAberto(situacao),
    minha: ({ situacao, responsavel }) => emAberto(situacao) && responsavel === contaId,
    vencidos: ({ situacao, prazo }) => emAberto(situacao) && prazo < hoje,
    semana: ({ situacao, prazo }) => emAberto(situacao) && prazo >= hoje && prazo <= emSete,
    prioridade: ({ situacao, prioridade }) => emAberto(situacao) && prioridade !== null,
    pendentes: ({ situacao }) => situacao === 'pendente',
    parados: ({ situacao }) => situacao === 'parado',
    encerrados: ({ situacao }) => !emAberto(situacao),
  }
  const fim = ({ encerradoEm, abertoEm }: Guardado) => encerradoEm ?? abertoEm
  const vez = ({ prioridade }: Guardado) => (prioridade === 'idoso_80' ? 0 : prioridade === null ? 2 : 1)
  const chave = (um: Guardado) => (fila === 'encerrados' ? `${fim(um)} ${um.id}` : `${vez(um)} ${um.prazo} ${um.id}`)
  const emOrdem = todos.filter(cabe[fila]).sort((a, b) => (chave(a) < chave(b) ? -1 : 1))
  return fila === 'encerrados' ? emOrdem.reverse() : emOrdem
}

export { motivosDePrioridade, situacoes }
