import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Situacao, situacoes } from '../../../../server/domain/situacao.js'
import { type Alvo, type Ator, type Passo, tramitar, travarAlvo } from '../../../../server/modules/tramitacao/tramitacao.js'
import { ProblemError } from '../../../../server/platform/http/problem.js'
import { fixedClock } from '../../helpers/platform.js'
import { montarGestao } from '../gestao/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, entidade, unidade, oficial, pessoa, abrirComo, enviar, contaDe, colocar } = await montarGestao({ clock })
const { sql } = platform.db
const gestora = await oficial({ obras: 'gestor' }, 'Gestora de Obras')
const atendente = await oficial({ obras: 'atendente' }, 'Atendente de Obras')
const daCamara = await oficial({ camara: 'gestor' })
const administradora = await oficial({ geral: 'administrador' })

async function novo(situacao: Situacao = 'em_andamento', mudancas: object = {}) {
  const dono = await pessoa()
  const { id } = await abrirComo(dono, mudancas)
  await colocar(id, situacao)
  return { id, dono, contaId: await contaDe(dono) }
}

const despacho = (texto: string): Passo => ({ especie: 'despacho', texto })

function despachar(ator: Ator, protocoloId: string, passo: Passo | Passo[] = despacho('Visto.'), versao?: number) {
  return tramitar(platform, entidade, { ator, protocoloId, acao: 'despachar', ...(versao !== undefined && { versao }) }, () => passo)
}

async function linha(id: string) {
  const [achada] = await sql`select * from protocolos where protocolo_id = ${id}`
  assert.ok(achada)
  return achada
}

function historia(id: string) {
  return sql`select especie, autor_id, texto, versao, dados from tramites where protocolo_id = ${id} order by em, tramite_id`
}

async function recusa(feito: Promise<unknown>): Promise<ProblemError> {
  const erro = await feito.then(
    () => undefined,
    (motivo: unknown) => motivo,
  )
  assert.ok(erro instanceof ProblemError, `expected a refusal, got ${erro}`)
  return erro
}

describe('an act on a protocolo', () => {
  it('writes its tramite, the columns, the audit with before and after, and the notice, all with one new versao', async () => {
    const { id } = await novo()
    const antes = await linha(id)
    const feito = await tramitar(platform, entidade, { ator: gestora.ator, protocoloId: id, acao: 'encaminhar' }, (_, alvo) => ({
      especie: 'encaminhamento',
      situacao: 'em_andamento',
      texto: '  Segue.  ',
      destinoId: unidade('geral'),
      colunas: { unidadeId: unidade('geral'), recebidoEm: null, responsavelId: alvo.responsavelId },
    }))
    const depois = await linha(id)
    assert.equal(depois.versao, antes.versao + 1)
    assert.equal(depois.unidade_id, unidade('geral'))
    assert.deepEqual(feito, { protocoloId: id, versao: depois.versao, situacao: 'em_andamento', tramites: feito.tramites })
    const [ultimo] = await sql`select * from tramites where tramite_id = ${feito.tramites[0] ?? ''}`
    assert.equal(ultimo?.texto, 'Segue.')
    assert.equal(ultimo?.unidade_id, unidade('obras'), 'where it was')
    assert.equal(ultimo?.destino_id, unidade('geral'))
    assert.equal(ultimo?.versao, depois.versao)
    const [nota] = await sql`select quem, dados from auditoria where protocolo_id = ${id} and acao = 'protocolo.encaminhar'`
    assert.equal(nota?.quem, gestora.contaId)
    assert.deepEqual([nota?.dados.antes.unidadeId, nota?.dados.depois.unidadeId], [unidade('obras'), unidade('geral')])
    assert.equal((await sql`select from avisos where tramite_id = ${feito.tramites[0] ?? ''} and a_quem = 'pessoa'`).length, 1)
  })

  it('that fails leaves nothing', async () => {
    const { id } = await novo()
    const antes = await linha(id)
    const { sha256 } = await enviar()
    const perdido = { ...despacho('Com anexo.'), anexos: [{ id: id, sha256 }] }
    assert.equal((await recusa(despachar(gestora.ator, id, perdido))).codigo, 'anexo_desconhecido')
    assert.deepEqual(await linha(id), antes)
    assert.equal((await historia(id)).length, 1)
  })

  it('takes files that are loose and shown to be the sender’s, once', async () => {
    const [{ id }, outro] = [await novo(), await novo()]
    const { id: anexo, sha256 } = await enviar()
    const com = (hash: string) => ({ ...despacho('Com anexo.'), anexos: [{ id: anexo, sha256: hash }] })
    assert.equal((await recusa(despachar(gestora.ator, id, com('0'.repeat(64))))).codigo, 'anexo_desconhecido')
    const { tramites } = await despachar(gestora.ator, id, com(sha256))
    const [preso] = await sql`select protocolo_id, tramite_id from anexos where anexo_id = ${anexo}`
    assert.deepEqual(preso, { protocolo_id: id, tramite_id: tramites[0] })
    assert.equal((await recusa(despachar(gestora.ator, outro.id, com(sha256)))).codigo, 'anexo_desconhecido')
  })

  it('is refused with what can be done instead', async () => {
    const { id } = await novo('encerrado')
    const { codigo, extras } = await recusa(despachar(gestora.ator, id))
    assert.equal(codigo, 'acao_indisponivel')
    assert.deepEqual(extras.acoes, ['reabrir', 'arquivar', 'conceder_vista', 'comprovante'])
  })

  it('never takes a way that the state machine has not', async () => {
    for (const situacao of situacoes.filter((uma) => uma !== 'em_andamento')) {
      const { id } = await novo('pendente')
      const passo: Passo = { especie: 'despacho', situacao, ...(situacao === 'encerrado' && { colunas: { resultado: 'sem_merito' } }) }
      if (situacao === 'encerrado' || situacao === 'cancelado') {
        await despachar(gestora.ator, id, passo)
        assert.equal((await linha(id)).situacao, situacao)
      } else {
        assert.equal((await recusa(despachar(gestora.ator, id, passo))).codigo, 'acao_indisponivel', situacao)
      }
    }
  })

  it('sets and clears what follows from a change of situacao, whoever makes it', async () => {
    const { id } = await novo('parado')
    await sql`update protocolos set parado_ate = '2026-12-01' where protocolo_id = ${id}`
    const tarefa: Ator = { especie: 'tarefa', nome: 'retomada' }
    await tramitar(platform, entidade, { ator: tarefa, protocoloId: id, acao: 'retomar' }, () => ({
      especie: 'retomada',
      situacao: 'em_andamento',
    }))
    assert.equal((await linha(id)).parado_ate, null)
    await tramitar(platform, entidade, { ator: gestora.ator, protocoloId: id, acao: 'concluir' }, () => ({
      especie: 'encerramento',
      situacao: 'encerrado',
      colunas: { resultado: 'deferido' },
    }))
    assert.equal((await linha(id)).encerrado_em?.toISOString(), clock.now().toISOString())
    await tramitar(platform, entidade, { ator: gestora.ator, protocoloId: id, acao: 'reabrir' }, () => ({
      especie: 'reabertura',
      situacao: 'em_andamento',
    }))
    const { encerrado_em, resultado } = await linha(id)
    assert.deepEqual({ encerrado_em, resultado }, { encerrado_em: null, resultado: null })
    const notas = await sql`select quem from auditoria where protocolo_id = ${id} and acao = 'protocolo.retomar'`
    assert.equal(notas[0]?.quem, 'retomada')
  })
})

describe('who acts', () => {
  it('sees what a unidade of theirs holds or held, and an administrador everything; what is sigiloso only who holds it', async () => {
    for (const sigilo of ['publico', 'restrito', 'sigiloso']) {
      const { id } = await novo()
      await sql`update protocolos set sigilo = ${sigilo} where protocolo_id = ${id}`
      const alheia = await recusa(despachar(daCamara.ator, id))
      assert.equal(alheia.codigo, 'protocolo_nao_encontrado')
      await tramitar(platform, entidade, { ator: atendente.ator, protocoloId: id, acao: 'encaminhar' }, () => ({
        especie: 'encaminhamento',
        situacao: 'em_andamento',
        destinoId: unidade('camara'),
        colunas: { unidadeId: unidade('camara'), recebidoEm: null },
      }))
      const esperado = sigilo === 'sigiloso' ? 'protocolo_nao_encontrado' : 'acao_indisponivel'
      assert.equal((await recusa(despachar(atendente.ator, id))).codigo, esperado, `the unidade that held it, ${sigilo}`)
      assert.equal((await recusa(despachar(administradora.ator, id))).codigo, esperado, `the administrador, ${sigilo}`)
      await despachar(daCamara.ator, id)
    }
  })

  it('does not tell a protocolo that is not theirs from one that never was', async () => {
    const { id } = await novo()
    const [alheio, nenhum, torto] = [
      await recusa(despachar(daCamara.ator, id)),
      await recusa(despachar(daCamara.ator, platform.random.id())),
      await recusa(despachar(daCamara.ator, 'x')),
    ]
    assert.deepEqual([alheio.body(), torto.body()], [nenhum.body(), nenhum.body()])
  })

  it('is the requerente for the conta that holds it, or by the code without one', async () => {
    const { id, contaId } = await novo()
    const desistir = (ator: Ator) =>
      tramitar(platform, entidade, { ator, protocoloId: id, acao: 'desistir' }, () => ({ especie: 'cancelamento', situacao: 'cancelado' }))
    assert.equal((await recusa(desistir({ especie: 'requerente', contaId: atendente.contaId }))).codigo, 'protocolo_nao_encontrado')
    await desistir({ especie: 'requerente', contaId })
    const [, ultimo] = await historia(id)
    assert.deepEqual([ultimo?.autor_id, ultimo?.dados], [null, {}])
    const [nota] = await sql`select quem from auditoria where protocolo_id = ${id} and acao = 'protocolo.desistir'`
    assert.equal(nota?.quem, contaId)
    const outro = await novo()
    const codigo: Ator = { especie: 'requerente', contaId: null }
    await tramitar(platform, entidade, { ator: codigo, protocoloId: outro.id, acao: 'desistir' }, () => ({
      especie: 'cancelamento',
      situacao: 'cancelado',
    }))
    const [porCodigo] = await sql`select quem from auditoria where protocolo_id = ${outro.id} and acao = 'protocolo.desistir'`
    assert.equal(porCodigo?.quem, 'codigo')
  })
})

describe('an act that waits for another', () => {
  it('finds what the other left: what was asked is waived, and the service was evaluated', async () => {
    const [pendente, encerrado] = [await novo('pendente'), await novo('encerrado')]
    const { tramite_id: tramiteId } = (await sql`select tramite_id from tramites where protocolo_id = ${pendente.id}`)[0] ?? {}
    await sql`
      insert into pendencias (entidade_id, protocolo_id, pendencia_id, tramite_id, especie, texto, prazo, criada_em)
      values (${entidade.id}, ${pendente.id}, ${tramiteId}, ${tramiteId}, 'informacao', 'Qual?', '2026-11-01', ${clock.now()})`
    const vistos = await Promise.all([
      depoisDe(pendente.id, (tx) => tx`update pendencias set dispensada_em = ${clock.now()} where protocolo_id = ${pendente.id}`),
      depoisDe(encerrado.id, (tx) => tx`insert into avaliacoes values (${entidade.id}, ${encerrado.id}, 5, null, ${clock.now()})`),
    ])
    assert.deepEqual(
      vistos.map(({ pendenciaAte, fatos }) => [pendenciaAte, fatos.pendenciaVencida, fatos.avaliado]),
      [
        [null, false, false],
        [null, false, true],
      ],
    )
  })

  /** What an act finds that begins while another holds the protocolo, which then writes something and ends. */
  async function depoisDe(id: string, escrever: (tx: typeof sql) => Promise<unknown>): Promise<Alvo> {
    let seguinte: Promise<Alvo> | undefined
    await platform.db.transaction(async (tx) => {
      await travarAlvo(platform, tx, entidade, gestora.ator, id)
      const [eu] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      seguinte = platform.db.transaction((outra) => travarAlvo(platform, outra, entidade, gestora.ator, id))
      await esperando(eu?.pid ?? 0)
      await escrever(tx)
    })
    assert.ok(seguinte)
    return seguinte
  }

  /** Until somebody waits for a connection. */
  async function esperando(pid: number): Promise<void> {
    for (;;) {
      const [fila] = await sql`select from pg_stat_activity where ${pid} = any (pg_blocking_pids(pid))`
      if (fila) return
    }
  }
})

describe('a versao that never was', () => {
  it('is refused: nobody can have read it', async () => {
    const { id } = await novo()
    const { versao } = await linha(id)
    const { codigo, extras } = await recusa(despachar(gestora.ator, id, despacho('Visto.'), versao + 1))
    assert.equal(codigo, 'campos_invalidos')
    assert.deepEqual(
      extras.campos?.map(({ caminho }) => caminho),
      ['versao'],
    )
    assert.equal((await historia(id)).length, 1)
  })
})

describe('a versao that is old', () => {
  it('is refused with what happened since, and by whom; two at once, and one of them gets through', async () => {
    const { id } = await novo()
    const { versao } = await linha(id)
    const feitos = await Promise.allSettled([
      despachar(gestora.ator, id, despacho('Um.'), versao),
      despachar(atendente.ator, id, despacho('Outro.'), versao),
    ])
    const recusados = feitos.filter(({ status }) => status === 'rejected')
    assert.equal(recusados.length, 1)
    const erro = recusados[0]?.status === 'rejected' ? recusados[0].reason : undefined
    assert.equal(erro.codigo, 'processo_mudou')
    const venceu = feitos[0]?.status === 'fulfilled' ? gestora : atendente
    assert.deepEqual(erro.extras.mudancas, [{ especie: 'despacho', em: clock.now().toISOString(), autor: venceu.ator.nome }])
    assert.equal((await historia(id)).length, 2)
  })

  it('says so before it says that something can not be done any more', async () => {
    const { id } = await novo()
    const { versao } = await linha(id)
    await tramitar(platform, entidade, { ator: gestora.ator, protocoloId: id, acao: 'concluir' }, () => ({
      especie: 'encerramento',
      situacao: 'encerrado',
      colunas: { resultado: 'atendido' },
    }))
    assert.equal((await recusa(despachar(atendente.ator, id, despacho('Visto.'), versao))).codigo, 'processo_mudou')
  })

  it('does not count what is no tramite, nor tell a requerente of what is not theirs to read', async () => {
    const { id, contaId } = await novo()
    const { versao } = await linha(id)
    await sql`update protocolos set versao = versao + 1 where protocolo_id = ${id}`
    await despachar(gestora.ator, id, { ...despacho('Entre nós.'), visibilidade: 'privado' }, versao)
    const dono: Ator = { especie: 'requerente', contaId }
    const desistir = () =>
      tramitar(platform, entidade, { ator: dono, protocoloId: id, acao: 'desistir', versao }, () => ({
        especie: 'cancelamento',
        situacao: 'cancelado',
      }))
    await desistir()
    await sql`update protocolos set situacao = 'em_andamento', encerrado_em = null where protocolo_id = ${id}`
    const { extras } = await recusa(desistir())
    assert.deepEqual(
      extras.mudancas?.map(({ especie, autor }) => [especie, autor]),
      [['cancelamento', null]],
    )
  })
})
