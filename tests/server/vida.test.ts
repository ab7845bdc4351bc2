import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import fc from 'fast-check'
import type { AtoDaGestao, ContagensDasFilas, ProtocoloDaGestao } from '../../server/contract/gestao.js'
import type { ProtocoloDaConta, Resumo } from '../../server/contract/meus.js'
import type { Acao } from '../../server/domain/permissoes.js'
import { type Situacao, situacoes } from '../../server/domain/situacao.js'
import { verificarAuditoria } from '../../server/modules/auditoria/verificacao.js'
import { cuidarDosPrazos } from '../../server/modules/prazos/prazos.js'
import { fixedClock } from './helpers/platform.js'
import { senha } from './modules/contas/apoio.js'
import { montarGestao } from './modules/gestao/apoio.js'

const inicio = Date.parse('2026-11-23T15:00:00Z')
const diaEmMilissegundos = 86_400_000
const clock = fixedClock(new Date(inicio).toISOString())
const { platform, entidade, oficial, pessoa, contaDe, pedir, abrirComo } = await montarGestao({ clock })
const { sql } = platform.db
let dias = 0

/** Everybody who may come by, by what they are. */
const elenco = {
  dona: await pessoa(),
  estranha: await pessoa(),
  atendente: await oficial({ obras: 'atendente' }, 'Atendente de Obras'),
  gestora: await oficial({ obras: 'gestor' }, 'Gestora de Obras'),
  daCamara: await oficial({ camara: 'gestor', geral: 'atendente' }, 'Gestora da Câmara'),
  administradora: await oficial({ geral: 'administrador' }, 'Administradora'),
}
const contaDaDona = await contaDe(elenco.dona)

/** What an official may try; `quando` is counted in days from now. */
type Ato = {
  [A in AtoDaGestao['acao']]: (
    quando: number,
    visto: ProtocoloDaGestao | undefined,
  ) => Omit<Extract<AtoDaGestao, { acao: A }>, 'acao' | 'versao'>
}

const dia = (daqui: number) => new Date(inicio + (dias + daqui) * diaEmMilissegundos).toISOString().slice(0, 10)
const texto = 'Conforme o que consta.'

const atos: Ato = {
  receber: () => ({}),
  atribuir: (n) => ({ para: n % 2 ? elenco.atendente.contaId : null }),
  encaminhar: (n) => ({
    destino: ['camara', 'geral', 'obras'][n % 3] ?? 'obras',
    texto,
    visibilidade: n % 2 ? 'publico' : 'privado',
    ...(n % 4 === 0 && { prazo: `${dia(3)}T17:00` }),
  }),
  despachar: (n) => ({ texto, visibilidade: n % 2 ? 'publico' : 'privado' }),
  reclassificar: (n) => ({
    texto,
    ...(n % 2 ? { tipo: 'arvore' } : { interessado: { nome: 'Outra Pessoa Exemplo', documento: '123.456.789-09' } }),
  }),
  mudar_sigilo: (n) => ({ texto, sigilo: n % 2 ? 'restrito' : 'publico' }),
  exigir: (n) => ({
    pendencias: Array.from({ length: 1 + (n % 2) }, () => ({
      especie: n % 3 ? 'informacao' : 'ciencia',
      texto: 'Qual é o número da casa?',
      prazo: dia(1),
    })),
  }),
  dispensar: (_, visto) => ({ pendencia: visto?.pendencias.find(({ estado }) => estado === 'aberta')?.id ?? randomUUID(), texto }),
  parar: () => ({ texto, ate: dia(2) }),
  retomar: () => ({ texto }),
  prorrogar: () => ({ texto }),
  concluir: (n) => ({ resultado: n % 2 ? 'deferido' : 'indeferido', texto }),
  encerrar_sem_resposta: () => ({ texto }),
  cancelar: () => ({ texto }),
  reabrir: () => ({ texto }),
  arquivar: () => ({}),
}

/** What a requerente may try, as the path and the body of a request. */
type DoRequerente = Extract<Acao, 'responder' | 'recorrer' | 'mensagem' | 'avaliar' | 'desistir'>

const pedidos: Record<Exclude<DoRequerente, 'responder'>, (n: number) => { path: string; body: object }> = {
  mensagem: () => ({ path: 'mensagens', body: { texto: 'Há novidade?' } }),
  desistir: () => ({ path: 'desistencia', body: { texto } }),
  recorrer: () => ({ path: 'recurso', body: { texto } }),
  avaliar: (n) => ({ path: 'avaliacao', body: { nota: 1 + (n % 5) } }),
}

type Passo =
  | { especie: 'ato'; quem: 'atendente' | 'gestora' | 'daCamara' | 'administradora'; acao: AtoDaGestao['acao']; n: number }
  | { especie: 'pedido'; quem: 'dona' | 'estranha'; acao: DoRequerente; n: number }
  | { especie: 'dia' }

const passo: fc.Arbitrary<Passo> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      especie: fc.constant('ato' as const),
      quem: fc.constantFrom('atendente', 'gestora', 'gestora', 'gestora', 'daCamara', 'daCamara', 'administradora'),
      acao: fc.constantFrom(...(Object.keys(atos) as AtoDaGestao['acao'][])),
      n: fc.nat(100),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      especie: fc.constant('pedido' as const),
      quem: fc.constantFrom('dona', 'dona', 'dona', 'estranha'),
      acao: fc.constantFrom('responder', 'responder', 'responder', 'recorrer', 'recorrer', 'mensagem', 'avaliar', 'desistir'),
      n: fc.nat(100),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ especie: 'dia' as const }) },
)

/** The state machine as it is drawn, written out here once more: what the program thinks of it is not asked. */
const caminhos: Record<Situacao, readonly Situacao[]> = {
  nao_analisado: ['em_andamento', 'cancelado'],
  em_andamento: ['pendente', 'parado', 'encerrado', 'cancelado'],
  pendente: ['em_andamento', 'encerrado', 'cancelado'],
  parado: ['em_andamento', 'cancelado'],
  encerrado: ['em_andamento'],
  cancelado: [],
}

interface Retrato {
  situacao: Situacao
  resultado: string | null
  versao: number
  prazo: string
  prorrogado: boolean
  parado: boolean
  terminado: boolean
  devolver: boolean
  abertas: number
  atos: number
  tramites: { id: string; especie: string }[]
}

/** A protocolo as the database has it, with all that was ever written of it. */
async function retratar(id: string): Promise<Retrato> {
  const [retrato] = await sql<Retrato[]>`
    select p.situacao, p.resultado, p.versao, p.prazo, p.prorrogado_em is not null as prorrogado, p.parado_ate is not null as parado,
           p.encerrado_em is not null as terminado, p.retorno_em is not null as devolver,
           (select count(*)::int from pendencias d where d.protocolo_id = p.protocolo_id
               and d.respondida_em is null and d.dispensada_em is null and d.encerrada_em is null) as abertas,
           (select count(*)::int from auditoria a where a.protocolo_id = p.protocolo_id and a.acao like 'protocolo.%') as atos,
           (select json_agg(to_jsonb(t) || jsonb_build_object('id', t.tramite_id) order by t.em, t.tramite_id) from tramites t
             where t.protocolo_id = p.protocolo_id) as tramites
      from protocolos p where p.protocolo_id = ${id}`
  assert.ok(retrato)
  return retrato
}

/** What holds of every protocolo, whatever happened to it. */
function coerente(depois: Retrato): void {
  const { situacao } = depois
  assert.equal(depois.resultado !== null, situacao === 'encerrado')
  assert.equal(depois.terminado, situacao === 'encerrado' || situacao === 'cancelado')
  assert.equal(depois.parado, situacao === 'parado')
  assert.equal(depois.abertas > 0, situacao === 'pendente')
  assert.ok(!(depois.devolver && depois.terminado), 'what has ended is to be sent back nowhere')
  const desdeORecurso = depois.tramites.slice(depois.tramites.findLastIndex(({ especie }) => especie === 'recurso') + 1)
  assert.equal(desdeORecurso.filter(({ especie }) => especie === 'prorrogacao').length, depois.prorrogado ? 1 : 0)
}

/** What holds between one moment of a protocolo and the next. */
function seguiu(antes: Retrato, depois: Retrato): void {
  assert.ok(depois.versao >= antes.versao)
  assert.deepEqual(depois.tramites.slice(0, antes.tramites.length), antes.tramites, 'the history is only added to')
  if (depois.situacao !== antes.situacao) {
    assert.ok(caminhos[antes.situacao].includes(depois.situacao), `${antes.situacao} does not lead to ${depois.situacao}`)
    assert.ok(depois.tramites.length > antes.tramites.length, 'no change of situacao goes without a tramite')
  }
  const novos = depois.tramites.slice(antes.tramites.length).map(({ especie }) => especie)
  if (novos.includes('prorrogacao')) assert.ok(depois.prazo > antes.prazo)
  // A recurso has a term of its own to be decided in.
  else if (!novos.includes('recurso')) assert.equal(depois.prazo, antes.prazo)
}

/** Acts that may be allowed and still make no sense as they were asked: forwarding to where it is, giving to whom does not work there, …. */
const podemNaoCaber = ['encaminhar', 'atribuir', 'reclassificar', 'mudar_sigilo']

/** Mostly something that is offered, so that stories get somewhere; not by who is offered nothing but to end them. */
function escolher(visto: ProtocoloDaGestao | undefined, { quem, acao, n }: Extract<Passo, { especie: 'ato' }>): AtoDaGestao['acao'] {
  const oferecidos = Object.keys(atos).filter(
    (um): um is AtoDaGestao['acao'] => visto?.acoes.some((oferecida) => oferecida === um) ?? false,
  )
  return (n % 4 && quem !== 'administradora' ? oferecidos[n % (oferecidos.length || 1)] : undefined) ?? acao
}

async function praticar(id: string, passo: Extract<Passo, { especie: 'ato' }>): Promise<void> {
  const { quem, n } = passo
  const oficialDaVez = elenco[quem]
  const lido = await pedir(oficialDaVez, 'GET', `/gestao/protocolos/${id}`)
  const visto: ProtocoloDaGestao | undefined = lido.status === 200 ? await lido.json() : undefined
  const { versao } = visto ?? (await retratar(id))
  const acao = escolher(visto, passo)
  const body = { acao, versao, ...atos[acao](n, visto) }
  const feito = await pedir(oficialDaVez, 'POST', `/gestao/protocolos/${id}/tramites`, { body })
  const contado = `${quem} ${acao}: ${feito.status} ${feito.status < 300 ? '' : await feito.text()}`
  if (!visto) assert.equal(feito.status, 404, contado)
  else if (!visto.acoes.includes(acao)) assert.equal(feito.status, 409, contado)
  else if (podemNaoCaber.includes(acao)) assert.ok([201, 204, 422].includes(feito.status), contado)
  else assert.ok([201, 204].includes(feito.status), contado)
}

async function pedirAlgo(id: string, { quem, acao, n }: Extract<Passo, { especie: 'pedido' }>): Promise<void> {
  const alguem = elenco[quem]
  const lido = await pedir(alguem, 'GET', `/protocolos/${id}`)
  assert.equal(lido.status, quem === 'dona' ? 200 : 404)
  const visto: ProtocoloDaConta | undefined = lido.status === 200 ? await lido.json() : undefined
  const aberta = visto?.pendencias[n % (visto.pendencias.length || 1)]
  const pedido = acao === 'responder' ? responder(aberta) : pedidos[acao](n)
  const raiz = acao === 'mensagem' ? `/protocolos/${id}` : `/meus/protocolos/${id}`
  const headers = { 'Idempotency-Key': randomUUID() }
  const feito = await pedir(alguem, 'POST', `${raiz}/${pedido.path}`, { body: pedido.body, headers })
  const contado = `${quem} ${acao}: ${feito.status} ${feito.status < 300 ? '' : await feito.text()}`
  if (!visto) assert.equal(feito.status, 404, contado)
  else if (visto.acoes.includes(acao)) assert.ok(feito.status < 300, contado)
  else assert.equal(feito.status, 409, contado)
}

function responder(pendencia: ProtocoloDaConta['pendencias'][number] | undefined) {
  const body = pendencia?.especie === 'ciencia' ? { ciencia: true } : { texto: 'É o número 12.' }
  return { path: `pendencias/${pendencia?.id ?? randomUUID()}/resposta`, body }
}

/** The sessions of the day before are over. What a day brings comes twice, as when two nodes do it. */
async function amanhecer(): Promise<void> {
  dias++
  clock.set(new Date(inicio + dias * diaEmMilissegundos).toISOString())
  for (const alguem of Object.values(elenco)) {
    const body = { login: alguem.cadastro.documento, senha }
    const entrada = await alguem.aparelho.pedir('POST', '/v1/sessoes?entidade=exemplo', { body })
    assert.equal(entrada.status, 201)
    Object.assign(alguem, await entrada.json())
  }
  await cuidarDosPrazos(platform)
  await cuidarDosPrazos(platform)
}

async function dar(id: string, passo: Passo): Promise<void> {
  if (passo.especie === 'dia') return amanhecer()
  return passo.especie === 'ato' ? praticar(id, passo) : pedirAlgo(id, passo)
}

/** The counters of the panel and of the desk tell what a recount tells. */
async function contagensCertas(): Promise<void> {
  const resumo: Resumo = await (await pedir(elenco.dona, 'GET', '/meus/resumo')).json()
  const recontado = await sql<{ situacao: Situacao; total: number }[]>`
    select situacao, count(*)::int as total from protocolos where conta_id = ${contaDaDona} group by situacao`
  assert.deepEqual(
    resumo.porSituacao,
    Object.fromEntries(situacoes.map((situacao) => [situacao, recontado.find((um) => um.situacao === situacao)?.total ?? 0])),
  )
  assert.equal(
    resumo.total,
    recontado.reduce((soma, { total }) => soma + total, 0),
  )
  const filas: ContagensDasFilas = await (await pedir(elenco.gestora, 'GET', '/gestao/fila/contagens')).json()
  const [obras] = await sql<{ unidade: number; pendentes: number; parados: number }[]>`
    select count(*) filter (where situacao not in ('encerrado', 'cancelado'))::int as unidade,
           count(*) filter (where situacao = 'pendente')::int as pendentes,
           count(*) filter (where situacao = 'parado')::int as parados
      from protocolos p join unidades u using (entidade_id, unidade_id) where u.codigo = 'obras' and p.entidade_id = ${entidade.id}`
  assert.deepEqual({ unidade: filas.unidade, pendentes: filas.pendentes, parados: filas.parados }, obras)
}

it('whatever people do to a protocolo, in whatever order, its story stays whole', async (t) => {
  const vistas = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(passo, { minLength: 5, maxLength: 40, size: 'max' }), async (passos) => {
      const { id } = await abrirComo(elenco.dona)
      let antes = await retratar(id)
      for (const passo of passos) {
        await dar(id, passo)
        const depois = await retratar(id)
        coerente(depois)
        seguiu(antes, depois)
        if (depois.situacao !== antes.situacao) vistas.set(depois.situacao, (vistas.get(depois.situacao) ?? 0) + 1)
        antes = depois
      }
      const escritas = antes.tramites.filter(({ especie }) => especie !== 'abertura').length
      assert.ok(antes.atos <= escritas + passos.length + 1 && antes.atos > 0, 'what was done is in the audit')
      await contagensCertas()
    }),
    { numRuns: 20, endOnFailure: true },
  )
  t.diagnostic([...vistas].map(([situacao, vezes]) => `${situacao} ${vezes}`).join(', '))
  const { falhas, total } = await verificarAuditoria(sql, entidade.id)
  assert.deepEqual(falhas, [])
  assert.ok(total > 20)
})
