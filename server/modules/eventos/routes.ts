import { setMaxListeners } from 'node:events'
import { Hono } from 'hono'
import { describe } from '../../platform/http/describe.js'
import { eventStream, type ServerEvent } from '../../platform/http/event-stream.js'
import { createPlaces } from '../../platform/http/inflight.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { parametrosDaRepresentacao, recusasDaRepresentacao, sessaoOuProcuracao } from '../procuracoes/guarda.js'
import { continuaRepresentando } from '../procuracoes/representacao.js'
import type { AmbienteDaSessao } from '../sessoes/guarda.js'
import { quemAge, sessaoContinua } from '../sessoes/sessoes.js'
import { type Aviso, acompanhar } from './eventos.js'

/** Open pages of one node, and of one conta. */
const abertas = { most: 2000, mostOfOne: 12 }

const descricao = describe({
  summary: 'Avisa, enquanto a página está aberta, de cada mudança nos protocolos da conta',
  description:
    'Server-Sent Events. `pronto` traz o lugar na série; `mudou` traz {protocolo, situacao, versao} e o lugar, em `id`. Depois de uma queda, volte com `desde` igual ao último `id`: nada se perde. `recomece` pede para ler tudo de novo. Termina com a sessão e, de quem age por outra pessoa, com a procuração.',
  tag: 'Conta',
  parameters: [...parametrosDaRepresentacao, { name: 'desde', in: 'query', description: 'O último `id` recebido', example: '42' }],
  responses: { 200: { description: 'A série.', media: 'text/event-stream' } },
  problems: [...recusasDaRepresentacao, 'indisponivel'],
})

/** @param stopping aborts when the server is on its way out: an open page does not hold it up, and goes on at another. */
export function rotasDeEventos(platform: Platform, stopping: AbortSignal) {
  const places = createPlaces(abertas)
  setMaxListeners(abertas.most, stopping)
  return new Hono<AmbienteDaSessao>().get('/meus/eventos', descricao, sessaoOuProcuracao(platform, 'acompanhar'), (c) => {
    // Hono answers HEAD by this too, and nobody would read the series.
    if (c.req.method === 'HEAD') return c.body(null, 204)
    const propria = c.get('sessao')
    const sair = places.take(quemAge(propria))
    if (!sair) throw new ProblemError('indisponivel', { headers: { 'Retry-After': '30' } })
    const { desde } = lugar(c.req.query('desde'))
    const representa = () => continuaRepresentando(platform, c.var.entidade, propria)
    const continua = async () => (await sessaoContinua(platform, propria)) && (await representa())
    const acompanhado = (sinal: AbortSignal) => acompanhar(platform, propria, { ...(desde !== undefined && { desde }), sinal, continua })
    return eventStream(c, {
      stopping,
      events: (sinal) => serie(enquanto(representa, acompanhado(sinal))),
      close: sair,
    })
  })
}

async function* serie(avisos: AsyncIterable<Aviso>): AsyncGenerator<ServerEvent> {
  for await (const aviso of avisos) {
    if (aviso.especie === 'pulso') {
      yield 'pulse'
      continue
    }
    const { especie, id, ...data } = aviso
    yield { event: especie, id: String(id), data }
  }
}

function lugar(texto: string | undefined): { desde?: number } {
  return texto !== undefined && /^\d{1,15}$/.test(texto) ? { desde: Number(texto) } : {}
}

/** As long as it may go on: asked before each is told. */
async function* enquanto<T>(pode: () => Promise<boolean>, avisos: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const aviso of avisos) {
    if (!(await pode())) return
    yield aviso
  }
}
