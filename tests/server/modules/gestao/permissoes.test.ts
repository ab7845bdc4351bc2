import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { type AtoDaGestao, atoDaGestao, type ProtocoloDaGestao } from '../../../../server/contract/gestao.js'
import type { Problema } from '../../../../server/contract/problema.js'
import { acoesDe, type Fatos, type Papel, papeis, pode } from '../../../../server/domain/permissoes.js'
import { emAberto, type Situacao, situacoes } from '../../../../server/domain/situacao.js'
import type { Visibilidade } from '../../../../server/domain/visibilidade.js'
import { importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler } from '../contas/apoio.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'
import { montarGestao } from './apoio.js'

const clock = fixedClock('2026-11-23T12:00:00Z')
const { app, platform, oficial, pessoa, pedir, postar, abrirComo, enviar, unidade } = await montarGestao({ clock })
const { sql } = platform.db
await importarEntidade(platform, arquivoDeExemplo({ codigo: 'outra', origens: ['https://www.outra.br'] }))
type Quem = Awaited<ReturnType<typeof oficial>>

/** Of the unidade that holds a protocolo, and of one through which it passed. */
const oficiais = new Map<string, { quem: Quem; papel: Papel; naUnidade: boolean }>()
for (const papel of papeis) {
  oficiais.set(`${papel} of the unidade`, { quem: await oficial({ obras: papel }), papel, naUnidade: true })
  oficiais.set(`${papel} of another`, { quem: await oficial({ camara: papel }), papel, naUnidade: false })
}

/** A protocolo of obras that passed through camara. */
async function novo() {
  const dono = await pessoa()
  const aberto = await abrirComo(dono)
  await sql`
    insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, unidade_id, destino_id, visibilidade)
    select entidade_id, protocolo_id, ${randomUUID()}, 'encaminhamento', aberto_em, ${unidade('camara')}, unidade_id, 'publico'
      from protocolos where protocolo_id = ${aberto.id}`
  return { dono, ...aberto }
}

type Estado = Pick<Fatos, 'situacao' | 'recebido' | 'prorrogado' | 'arquivado'>

async function colocar(id: string, { situacao, recebido, prorrogado, arquivado }: Estado): Promise<Fatos> {
  const agora = clock.now()
  const quando = (sim: boolean) => (sim ? agora : null)
  await sql`
    update protocolos
       set situacao = ${situacao}, resultado = ${situacao === 'encerrado' ? 'atendido' : null}, recebido_em = ${quando(recebido)},
           prorrogado_em = ${quando(prorrogado)}, arquivado_em = ${quando(arquivado)}, encerrado_em = ${quando(!emAberto(situacao))},
           unidade_id = ${unidade('obras')}, responsavel_id = null
     where protocolo_id = ${id}`
  return { situacao, recebido, prorrogado, arquivado, pendenciaVencida: false, cabeRecurso: situacao === 'encerrado', avaliado: false }
}

const estados = (situacao: Situacao): Estado[] => {
  const comum = { situacao, recebido: true, prorrogado: false, arquivado: false }
  return [comum, { ...comum, recebido: false }, { ...comum, prorrogado: true }, { ...comum, arquivado: true }]
}

/** An act of each kind, of which most are found wanting once they are let through. */
const atos: Record<AtoDaGestao['acao'], object> = {
  receber: {},
  atribuir: { para: null },
  encaminhar: { destino: 'obras', texto: '', visibilidade: 'publico' },
  despachar: { texto: '', visibilidade: 'publico' },
  reclassificar: { texto: '' },
  mudar_sigilo: { texto: '', sigilo: 'publico' },
  exigir: { pendencias: [{ especie: 'informacao', texto: '', prazo: '2026-12-01' }] },
  dispensar: { pendencia: randomUUID(), texto: '' },
  parar: { texto: '', ate: '2026-12-01' },
  retomar: {},
  prorrogar: { texto: '' },
  concluir: { resultado: 'atendido', texto: '' },
  encerrar_sem_resposta: { texto: '' },
  cancelar: { texto: '' },
  reabrir: { texto: '' },
  arquivar: {},
}

describe('what the API lets an official do is what the permission table says', async () => {
  const { id } = await novo()
  const versao = async () => (await sql<{ versao: number }[]>`select versao from protocolos where protocolo_id = ${id}`)[0]?.versao ?? 0

  it('has an act of each kind that the contract takes', () => {
    assert.deepEqual(
      Object.keys(atos),
      atoDaGestao.options.map((opcao) => opcao.entries.acao.literal),
    )
  })

  for (const [nome, { quem, papel, naUnidade }] of oficiais) {
    const posicoes = [{ agente: papel, naUnidade }]
    for (const situacao of situacoes) {
      it(`offers an ${nome} that, ${situacao}`, async () => {
        for (const estado of estados(situacao)) {
          const fatos = await colocar(id, estado)
          const { acoes }: ProtocoloDaGestao = await ler(await pedir(quem, 'GET', `/gestao/protocolos/${id}`), 200)
          assert.deepEqual(acoes, acoesDe(fatos, posicoes), JSON.stringify(estado))
        }
      })
      it(`takes from an ${nome} that and no more, ${situacao}`, async () => {
        for (const [acao, ato] of Object.entries(atos) as [AtoDaGestao['acao'], object][]) {
          const fatos = await colocar(id, { situacao, recebido: true, prorrogado: false, arquivado: false })
          const body = { acao, versao: await versao(), ...ato }
          const resposta = await pedir(quem, 'POST', `/gestao/protocolos/${id}/tramites`, { body })
          const lida: Partial<Problema> = JSON.parse(await resposta.text())
          if (pode(acao, fatos, posicoes)) assert.notEqual(lida.codigo, 'acao_indisponivel', acao)
          else assert.deepEqual([resposta.status, lida.codigo, lida.acoes], [409, 'acao_indisponivel', acoesDe(fatos, posicoes)], acao)
        }
      })
    }
  }
})

describe('who reaches a protocolo at the desk', async () => {
  const aberto = await novo()
  const { id: anexo } = await comArquivo(aberto.id, 'privado', 'privado')
  const deFora = await oficial({ geral: 'gestor' })
  const outraEntidade = await pessoa()
  await sql`
    insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
    select entidade_id, ${randomUUID()}, unidade_id, (select conta_id from contas where documento = ${outraEntidade.cadastro.documento}), 'administrador'
      from unidades join entidades e using (entidade_id) where e.codigo = 'outra' limit 1`
  const pessoas: Record<string, { quem: { aparelho: Quem['aparelho']; token?: string }; ve: number; sigiloso: number }> = {
    nobody: { quem: { aparelho: aberto.dono.aparelho }, ve: 401, sigiloso: 401 },
    'a stranger': { quem: await pessoa(), ve: 403, sigiloso: 403 },
    'the owner': { quem: aberto.dono, ve: 403, sigiloso: 403 },
    'an official of another entidade': { quem: outraEntidade, ve: 403, sigiloso: 403 },
    'an official of a unidade through which it never passed': { quem: deFora, ve: 404, sigiloso: 404 },
    ...Object.fromEntries(
      [...oficiais].map(([nome, { quem, naUnidade }]) => [`the ${nome}`, { quem, ve: 200, sigiloso: naUnidade ? 200 : 404 }]),
    ),
    'an administrador of whichever unidade': { quem: await oficial({ geral: 'administrador' }), ve: 200, sigiloso: 404 },
  }
  const rotas = ['', `/anexos/${anexo}`, '/comprovante']
  /** These ask for more than to see it. */
  const restritas = ['/auditoria', '/vistas', '/vista-pedida']

  it('is tried at every address that reads one', () => {
    const lidas = app.routes
      .filter(({ method, path }) => method === 'GET' && path.includes('/gestao/protocolos/:id'))
      .map(({ path }) => path)
    assert.deepEqual(new Set(lidas.map((path) => path.replace(/.*:id/, '').replace(':anexo', anexo))), new Set([...rotas, ...restritas]))
  })

  for (const [nome, { quem, ve, sigiloso }] of Object.entries(pessoas)) {
    for (const sigilo of ['publico', 'restrito', 'sigiloso']) {
      const esperado = sigilo === 'sigiloso' ? sigiloso : ve
      it(`answers ${esperado} to ${nome}, ${sigilo}`, async () => {
        await sql`update protocolos set sigilo = ${sigilo} where protocolo_id = ${aberto.id}`
        for (const rota of rotas) {
          const path = `/v1/entidades/exemplo/gestao/protocolos/${aberto.id}${rota}`
          const resposta = await quem.aparelho.pedir('GET', path, quem.token === undefined ? {} : { token: quem.token })
          await resposta.arrayBuffer()
          assert.equal(resposta.status, esperado, rota)
        }
        for (const rota of esperado === 200 ? [] : restritas) {
          const path = `/v1/entidades/exemplo/gestao/protocolos/${aberto.id}${rota}`
          const resposta = await quem.aparelho.pedir('GET', path, quem.token === undefined ? {} : { token: quem.token })
          await resposta.arrayBuffer()
          assert.ok([401, 403, 404].includes(resposta.status), rota)
        }
        const body = { acao: 'despachar', versao: 99, texto: '', visibilidade: 'publico' }
        const path = `/v1/entidades/exemplo/gestao/protocolos/${aberto.id}/tramites`
        const ato = await quem.aparelho.pedir('POST', path, quem.token === undefined ? { body } : { token: quem.token, body })
        await ato.arrayBuffer()
        assert.ok(esperado === 200 ? [409, 422].includes(ato.status) : ato.status === esperado, `an act: ${ato.status}`)
      })
    }
  }
})

/** A despacho with a file, written behind everybody's back. */
async function comArquivo(protocoloId: string, visibilidade: Visibilidade, visibilidadeAnexos: Visibilidade, especie = 'despacho') {
  const tramite = randomUUID()
  const anexo = await enviar()
  await sql`
    insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, unidade_id, texto, visibilidade, visibilidade_anexos)
    select entidade_id, protocolo_id, ${tramite}, ${especie}, now(), unidade_id, ${`Texto de ${tramite}.`}, ${visibilidade}, ${visibilidadeAnexos}
      from protocolos where protocolo_id = ${protocoloId}`
  await sql`update anexos set protocolo_id = ${protocoloId}, tramite_id = ${tramite}, posicao = 1 where anexo_id = ${anexo.id}`
  return { ...anexo, texto: `Texto de ${tramite}.` }
}

describe('text and files of a tramite', () => {
  for (const especie of ['despacho', 'encaminhamento', 'encerramento', 'atribuicao', 'reclassificacao'] as const) {
    for (const visibilidade of ['publico', 'privado'] as const) {
      for (const visibilidadeAnexos of ['publico', 'privado'] as const) {
        it(`of ${especie}, text ${visibilidade} and files ${visibilidadeAnexos}, are read by whom they should`, async () => {
          const { id, dono, numero, codigoAcesso } = await novo()
          const { id: anexo, texto } = await comArquivo(id, visibilidade, visibilidadeAnexos, especie)
          const chave = { numero, codigo: codigoAcesso }
          const cidadao = {
            texto: especie !== 'atribuicao' && visibilidade === 'publico',
            arquivo: especie !== 'atribuicao' && visibilidadeAnexos === 'publico',
          }
          const leituras = {
            'number and code': [
              await postar('/v1/entidades/exemplo/consulta', chave),
              await postar(`/v1/entidades/exemplo/consulta/anexos/${anexo}`, chave),
            ],
            'the owner': [await pedir(dono, 'GET', `/protocolos/${id}`), await pedir(dono, 'GET', `/protocolos/${id}/anexos/${anexo}`)],
          }
          for (const [nome, [pagina, arquivo]] of Object.entries(leituras)) {
            const lida = (await pagina?.text()) ?? ''
            await arquivo?.arrayBuffer()
            assert.deepEqual({ texto: lida.includes(texto), arquivo: lida.includes(anexo) }, cidadao, nome)
            assert.equal(arquivo?.status, cidadao.arquivo ? 200 : 404, nome)
          }
          for (const [nome, { quem }] of oficiais) {
            const lida = await (await pedir(quem, 'GET', `/gestao/protocolos/${id}`)).text()
            assert.ok(lida.includes(texto) && lida.includes(anexo), nome)
          }
        })
      }
    }
  }
})
