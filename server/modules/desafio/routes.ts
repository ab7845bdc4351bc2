import { Hono } from 'hono'
import * as v from 'valibot'
import { desafioSchema } from '../../contract/problema.js'
import { addressOf } from '../../platform/http/address.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { desafiar, propositos } from './desafio.js'

const alternativas = new Intl.ListFormat('pt-BR', { type: 'disjunction' }).format(propositos)

const descricao = describe({
  summary: 'Pede um desafio (prova de trabalho)',
  description:
    'A resposta vai no cabeçalho `Protocolo-Prova`: base64 do JSON {algorithm, challenge, number, salt, signature}. A abertura sempre pede uma prova; a consulta e o lembrete, só depois de algumas tentativas.',
  tag: 'Abertura',
  parameters: [{ name: 'para', in: 'query', description: alternativas, required: true, example: 'abertura' }],
  responses: { 200: desafioSchema },
  problems: ['campos_invalidos'],
  example: {
    algorithm: 'SHA-256',
    challenge: '5f1c3d0b8a77d0c2b9f4f6c0f2a1e1f2d3c4b5a697887766554433221100ffee',
    salt: 'a1b2c3d4e5f60718293a4b5c?expires=1795262400&max=40000&scope=vila-serena%3Aabertura&',
    maxnumber: 40000,
    signature: '00ffee112233445566778899aabbccddeeff00112233445566778899aabbccdd',
  },
})

export function rotasDeDesafio(platform: Platform) {
  return new Hono<AmbienteDaEntidade>().get('/desafio', descricao, (c) => {
    const para = v.safeParse(v.picklist(propositos), c.req.query('para') ?? 'abertura')
    if (!para.success) {
      throw new ProblemError('campos_invalidos', { campos: [{ caminho: 'para', mensagem: `Use ${alternativas}.` }] })
    }
    const quem = { entidade: c.var.entidade, proposito: para.output, endereco: addressOf(c) }
    return c.json(desafiar(platform, quem), 200, noStore)
  })
}
