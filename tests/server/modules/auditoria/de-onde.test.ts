import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { fixedClock } from '../../helpers/platform.js'
import { montarAdministracao } from '../administracao/apoio.js'
import { ler } from '../contas/apoio.js'
import { arquivoDeExemplo } from '../entidades/arquivo-de-exemplo.js'

const clock = fixedClock('2026-11-23T12:00:00Z')
const { platform, servidor, administradora, pessoa, abrirComo, colocar } = await montarAdministracao({ clock, config: { proxies: 1 } })
const { sql } = platform.db
const gestora = await servidor({ obras: 'gestor' })
const colega = await servidor({ obras: 'atendente' })
const endereco = '203.0.113.7'

/** From an address that no other request comes from. */
const daqui = (quem: typeof gestora, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  quem.pedir(method, path, { ...(body !== undefined && { body }), headers: { 'X-Forwarded-For': endereco, ...headers } })

async function novo(situacao: Parameters<typeof colocar>[1] = 'em_andamento') {
  const { id } = await abrirComo(await pessoa())
  await colocar(id, situacao)
  const [linha] = await sql<{ versao: number }[]>`select versao from protocolos where protocolo_id = ${id}`
  return { id, versao: linha?.versao ?? 0 }
}

async function agir(
  ato: { acao: string; [parte: string]: unknown },
  situacao?: Parameters<typeof colocar>[1],
  quem = gestora,
): Promise<Response> {
  const { id, versao } = await novo(situacao)
  return daqui(quem, 'POST', `/protocolos/${id}/tramites`, { versao, ...ato })
}

const chave = () => ({ 'Idempotency-Key': randomUUID() })
const publico = { texto: 'Segue.', visibilidade: 'publico' }
const requerente = { nome: 'Marta Exemplo', documento: '111.444.777-35' }
const noBalcao = { canal: 'balcao', tipo: 'buraco', respostas: { risco: false }, requerente, anexos: [] }
const lotacao = { documento: colega.cadastro.documento, unidade: 'geral', papel: 'atendente' }
const vista = { para: { documento: '111.444.777-35' }, nome: 'Marta Exemplo', ate: '2026-12-20', motivo: 'Parte no processo.' }

/** What is noted in the audit, and what an official does for it. */
const atos: Record<string, () => Promise<Response>> = {
  'protocolo.abrir': () => daqui(gestora, 'POST', '/protocolos', noBalcao, chave()),
  'protocolo.receber': () => agir({ acao: 'receber' }, 'nao_analisado'),
  'protocolo.atribuir': () => agir({ acao: 'atribuir', para: colega.contaId }),
  'protocolo.encaminhar': () => agir({ acao: 'encaminhar', destino: 'geral', ...publico }),
  'protocolo.despachar': () => agir({ acao: 'despachar', ...publico }),
  'protocolo.mudar_sigilo': () => agir({ acao: 'mudar_sigilo', texto: 'Dados pessoais.', sigilo: 'restrito' }),
  'protocolo.exigir': () => agir({ acao: 'exigir', pendencias: [{ especie: 'informacao', texto: 'Qual rua?', prazo: '2026-12-10' }] }),
  'protocolo.parar': () => agir({ acao: 'parar', texto: 'Chuva.', ate: '2026-12-01' }),
  'protocolo.retomar': () => agir({ acao: 'retomar' }, 'parado'),
  'protocolo.prorrogar': () => agir({ acao: 'prorrogar', texto: 'Chuva.' }),
  'protocolo.concluir': () => agir({ acao: 'concluir', resultado: 'atendido', texto: 'Feito.' }),
  'protocolo.cancelar': () => agir({ acao: 'cancelar', texto: 'Repetido.' }, 'em_andamento', administradora),
  'protocolo.reabrir': () => agir({ acao: 'reabrir', texto: 'Engano.' }, 'encerrado'),
  'protocolo.arquivar': () => agir({ acao: 'arquivar' }, 'encerrado'),
  'protocolo.mensagem': async () => daqui(gestora, 'POST', `/protocolos/${(await novo()).id}/mensagens`, { texto: 'Oi.' }, chave()),
  'vista.conceder': async () => daqui(gestora, 'POST', `/protocolos/${(await novo()).id}/vistas`, vista),
  'vista.revogar': async () => {
    const { id } = await novo()
    const dada: { id: string } = await ler(await daqui(gestora, 'POST', `/protocolos/${id}/vistas`, vista), 201)
    return daqui(gestora, 'DELETE', `/protocolos/${id}/vistas/${dada.id}`)
  },
  'lotacao.dar': async () => daqui(administradora, 'PUT', '/administracao/lotacoes', lotacao, await administradora.confirmar()),
  'lotacao.tirar': async () => {
    const { papel: _, ...alvo } = lotacao
    return daqui(administradora, 'DELETE', '/administracao/lotacoes', alvo, await administradora.confirmar())
  },
  'chave.criar': async () => daqui(administradora, 'POST', '/administracao/chaves', chaveNova, await administradora.confirmar()),
  'indisponibilidade.registrar': () => daqui(administradora, 'POST', '/administracao/indisponibilidades', queda),
  'entidade.importar': async () => {
    const versao = (await administradora.pedir('GET', '/administracao/arquivo')).headers.get('ETag') ?? ''
    const headers = { 'If-Match': versao, ...(await administradora.confirmar()) }
    return daqui(administradora, 'PUT', '/administracao/arquivo', arquivoDeExemplo({ nome: 'Município de Exemplo Novo' }), headers)
  },
}
const chaveNova = { nome: 'Site', escopos: ['indicadores'] }
const queda = { de: '2026-11-20T10:00:00Z', ate: '2026-11-20T12:00:00Z', motivo: 'Queda de energia.' }

describe('what an official does is noted with where it came from', () => {
  for (const [acao, fazer] of Object.entries(atos)) {
    it(acao, async () => {
      const resposta = await fazer()
      assert.ok(resposta.ok, `${resposta.status} ${await resposta.clone().text()}`)
      const [nota] = await sql`
        select acao, endereco, aparelho from auditoria where acao = ${acao} and quem in (${gestora.contaId}, ${administradora.contaId})
         order by em desc, auditoria_id desc limit 1`
      assert.deepEqual(nota, { acao, endereco, aparelho: 'Chrome no Android' })
    })
  }
})
