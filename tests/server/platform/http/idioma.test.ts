import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { en } from '../../../../server/platform/http/catalogue-en.js'
import { es } from '../../../../server/platform/http/catalogue-es.js'
import { onError, ProblemError, problemas } from '../../../../server/platform/http/problem.js'

const campos = [
  { caminho: 'a', mensagem: 'Preencha este campo.' },
  { caminho: 'b', mensagem: 'Use no máximo 200 caracteres. Há 12 a mais.' },
  { caminho: 'c', mensagem: 'Escolha uma data até 05/11/2026.' },
  { caminho: 'd', mensagem: 'O menor valor aceito é R$ 1.234,50.' },
  { caminho: 'e', mensagem: 'Este arquivo não é PDF, JPG ou PNG. Envie em um desses formatos.' },
  { caminho: 'f', mensagem: 'Este arquivo passa de 1,5 MB. Envie um menor.' },
  { caminho: 'g', mensagem: 'algo que ninguém traduziu' },
  { caminho: 'h', mensagem: 'Escreva como 99/99/9999.' },
  { caminho: 'i', mensagem: 'Escreva como 00/00/0000, 00h00.' },
  { caminho: 'j', mensagem: 'Escreva como 31/02/2026.' },
]

const app = new Hono()
  .get('/campos', () => {
    throw new ProblemError('campos_invalidos', { campos })
  })
  .get('/proprio', () => {
    throw new ProblemError('acao_indisponivel', { detail: 'Quem fez o pedido escreveu: “não”.' })
  })
  .onError(onError)

const pedir = async (caminho: string, accept?: string) => {
  const resposta = await app.request(caminho, accept === undefined ? {} : { headers: { 'Accept-Language': accept } })
  return { idioma: resposta.headers.get('Content-Language'), corpo: await resposta.json() }
}

describe('the language of problems', () => {
  for (const [accept, idioma] of [
    [undefined, 'pt-BR'],
    ['*', 'pt-BR'],
    ['fr-FR, de;q=0.8', 'pt-BR'],
    ['pt-BR,pt;q=0.9,en-US;q=0.8', 'pt-BR'],
    ['es-AR', 'es'],
    [`${' '.repeat(150)}en`, 'en'],
    [`fr${' '.repeat(15_000)},en`, 'pt-BR'],
    [`${'x,'.repeat(100)}en`, 'pt-BR'],
    ['EN', 'en'],
    ['pt;q=0.5, en;q=0.7', 'en'],
    ['fr, es;q=0.4, en;q=0', 'es'],
    [', ;q=x, es;q=abc', 'pt-BR'],
  ] as const) {
    it(`of "${accept?.replace(/(..?)\1{20,}/, '$1…') ?? 'nothing'}" is ${idioma}`, async () => {
      const { idioma: dito, corpo } = await pedir('/campos', accept)
      assert.equal(dito, idioma)
      assert.equal(corpo.title, { 'pt-BR': problemas, es, en }[idioma].campos_invalidos.title)
    })
  }

  it('holds for what is said of each field, its numbers and days too; what nobody translated stays', async () => {
    const mensagens = async (idioma: string) =>
      (await pedir('/campos', idioma)).corpo.campos.map(({ mensagem }: { mensagem: string }) => mensagem)
    assert.deepEqual(await mensagens('en'), [
      'Fill in this field.',
      'Use at most 200 characters. Take out 12.',
      'Choose 5 Nov 2026 or an earlier date.',
      'The smallest value accepted is R$1,234.50.',
      'This file is not PDF, JPG or PNG. Send it in one of those formats.',
      'This file is over 1.5 MB. Send a smaller one.',
      'algo que ninguém traduziu',
      'Write it like 99/99/9999.',
      'Write it like 00/00/0000, 00h00.',
      'Write it like 31/02/2026.',
    ])
    assert.deepEqual((await mensagens('es')).slice(2, 5), [
      'Elija una fecha hasta el 05/11/2026.',
      'El menor valor aceptado es R$ 1.234,50.',
      'Este archivo no es PDF, JPG o PNG. Envíelo en uno de esos formatos.',
    ])
  })

  it('of a detail of its own that nobody translated is that of the catalogue', async () => {
    const { corpo } = await pedir('/proprio', 'en')
    assert.equal(corpo.detail, en.acao_indisponivel.detail)
  })

  it('is complete, and none the same as in pt-BR', () => {
    for (const [codigo, { title, detail }] of Object.entries(problemas))
      for (const { [codigo]: dito } of [es, en] as Record<string, { title: string; detail: string }>[]) {
        assert.notEqual(dito?.title, title)
        assert.notEqual(dito?.detail, detail)
      }
  })
})
