import { setMaxListeners } from 'node:events'
import { Hono } from 'hono'
import { pedidoDePresenca, presencas } from '../../contract/gestao.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { eventStream, type ServerEvent } from '../../platform/http/event-stream.js'
import { noStore } from '../../platform/http/headers.js'
import { createPlaces } from '../../platform/http/inflight.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { type AmbienteDoOficial, oficial, recusasDoOficial } from '../lotacoes/guarda.js'
import { oficialDa } from '../lotacoes/lotacoes.js'
import { parametrosDaPosse as parameters } from '../sessoes/posse.js'
import { type Sessao, sessaoContinua } from '../sessoes/sessoes.js'
import type { Oficial } from '../tramitacao/tramitacao.js'
import { type Aviso, acompanharMesa, desmarcarPresenca, lerLugar, marcarPresenca } from './mesa.js'

const tag = 'Gestão'
/** Open desks of one node, and of one conta. */
const abertas = { most: 2000, mostOfOne: 12 }

const eventos = describe({
  summary: 'Avisa, enquanto a mesa está aberta, do que muda nas filas',
  description:
    'Server-Sent Events. `pronto` traz o lugar na série, em `id`; `mudou` traz {protocolo, unidade, versao}, também quando um processo chega a um setor da pessoa ou sai dele, ou quando ela tem aberto um que está em outro setor e ainda pode vê-lo; `presencas` traz, no começo, {protocolos: [{protocolo, presentes}]}, e `presenca`, a cada mudança, {protocolo, presentes}: quem mais está com um processo desses setores, ou com um que ela tem aberto. Depois de uma queda, volte com `desde`, ou `Last-Event-ID`, igual ao último `id`: nada se perde, e algo pode vir de novo. `recomece` pede para ler tudo de novo. Termina com a sessão, e quando a pessoa muda de setor.',
  tag,
  parameters: [
    ...parameters,
    { name: 'desde', in: 'query', description: 'O último `id` recebido', example: '90412-1795262400' },
    { name: 'Last-Event-ID', in: 'header', description: 'O mesmo que `desde`' },
  ],
  responses: { 200: { description: 'A série.', media: 'text/event-stream' } },
  problems: [...recusasDoOficial, 'indisponivel'],
})

const olhar = describe({
  summary: 'Diz que a pessoa olha um processo, ou escreve nele',
  description: 'Repita enquanto durar: depois de 45 segundos sem isso, é esquecido. A resposta diz quem mais está nele.',
  tag,
  parameters,
  responses: { 200: presencas },
  problems: [...recusasDoOficial, 'protocolo_nao_encontrado'],
  example: { presentes: [{ nome: 'Gestora Exemplo Moreira', editando: true }] },
  requestExample: { editando: false },
})

const sair = describe({
  summary: 'Diz que a pessoa deixou um processo',
  tag,
  parameters,
  responses: { 204: { description: 'Feito.' } },
  problems: recusasDoOficial,
})

/** The open desk: what changes while it is open, and who else is there. */
export function rotasDaMesa(platform: Platform, stopping: AbortSignal) {
  const guarda = oficial(platform)
  const places = createPlaces(abertas)
  setMaxListeners(abertas.most, stopping)
  return new Hono<AmbienteDoOficial>()
    .get('/gestao/eventos', eventos, guarda, (c) => {
      // Hono answers HEAD by this too, and nobody would read the series.
      if (c.req.method === 'HEAD') return c.body(null, 204)
      const { entidade, sessao } = c.var
      const eu = c.var.oficial
      const close = places.take(eu.contaId)
      if (!close) throw new ProblemError('indisponivel', { headers: { 'Retry-After': '30' } })
      const desde = lerLugar(c.req.query('desde') ?? c.req.header('Last-Event-ID'))
      const continua = () => mesmaMesa(platform, entidade, sessao, eu)
      const events = (sinal: AbortSignal) => serie(acompanharMesa(platform, entidade, eu, { ...(desde && { desde }), sinal, continua }))
      return eventStream(c, { stopping, events, close })
    })
    .put('/gestao/protocolos/:id/presenca', olhar, guarda, body(pedidoDePresenca), async (c) => {
      const aqui = { sessaoId: c.var.sessao.id, protocoloId: c.req.param('id') }
      return c.json(await marcarPresenca(platform, c.var.entidade, c.var.oficial, aqui, c.req.valid('json').editando), 200, noStore)
    })
    .delete('/gestao/protocolos/:id/presenca', sair, guarda, async (c) => {
      const aqui = { sessaoId: c.var.sessao.id, protocoloId: c.req.param('id') }
      await desmarcarPresenca(platform, c.var.entidade, c.var.oficial, aqui)
      return c.body(null, 204)
    })
}

/** Whether the session goes on, and the official still works in the same unidades. */
async function mesmaMesa(platform: Platform, entidade: EntidadeAberta, sessao: Sessao, antes: Oficial): Promise<boolean> {
  if (!(await sessaoContinua(platform, sessao))) return false
  const agora = await oficialDa(platform, entidade, sessao).catch((error: unknown) => {
    if (error instanceof ProblemError) return undefined
    throw error
  })
  const escrever = ({ lotacoes }: Oficial) => JSON.stringify(lotacoes.map(({ unidadeId, papel }) => `${unidadeId} ${papel}`).sort())
  return agora !== undefined && escrever(agora) === escrever(antes)
}

async function* serie(avisos: AsyncIterable<Aviso>): AsyncGenerator<ServerEvent> {
  for await (const aviso of avisos) {
    if (aviso.especie === 'pulso') yield 'pulse'
    else if (aviso.especie === 'presenca' || aviso.especie === 'presencas') {
      const { especie, ...data } = aviso
      yield { event: especie, data }
    } else {
      const { especie, lugar, ...data } = aviso
      yield { event: especie, id: lugar, data }
    }
  }
}
