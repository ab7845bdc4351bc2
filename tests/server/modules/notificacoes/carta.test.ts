import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as v from 'valibot'
import { arquivoDeEntidade } from '../../../../server/contract/entidade.js'
import { type Carta, escreverCarta } from '../../../../server/modules/notificacoes/carta.js'

const arquivo = v.parse(
  arquivoDeEntidade,
  JSON.parse(readFileSync(new URL('../../../../demo/entidades/vila-serena.json', import.meta.url), 'utf8')),
)
const carta = (texto: string): Carta => ({
  assunto: texto,
  resumo: texto,
  titulo: texto,
  partes: [
    { especie: 'paragrafo', texto },
    { especie: 'pares', pares: [{ rotulo: texto, valor: texto }] },
    { especie: 'acao', rotulo: texto, endereco: 'https://exemplo.br/?a=1&b="' },
    { especie: 'lista', titulo: texto, itens: [{ rotulo: texto, endereco: 'https://exemplo.br/', linhas: [texto] }] },
  ],
  motivo: texto,
})

describe('escreverCarta', () => {
  it('has one line and no controls in the subject, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texto) => {
        assert.ok(!/[\p{Cc}\u2028\u2029]/u.test(escreverCarta(carta(texto), { arquivo }).assunto))
      }),
    )
  })

  it('has the same elements whatever the words: none of them becomes markup', () => {
    const elementos = (texto: string) => escreverCarta(carta(texto), { arquivo }).html.match(/<[a-z/!][^>]*>/gi)?.length
    const esperado = elementos('palavra')
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'b', '/', '=', ' ') }),
        (texto) => elementos(texto) === esperado,
      ),
    )
  })

  it('is accessible HTML: language, title, one h1, no picture, no table', () => {
    const { html } = escreverCarta(carta('palavra'), { arquivo })
    assert.match(html, /^<!doctype html>\n<html lang="pt-BR">/)
    assert.match(html, /<title>palavra<\/title>/)
    assert.equal(html.match(/<h1>/g)?.length, 1)
    assert.doesNotMatch(html, /<(img|table|script)/)
    assert.match(html, /href="https:\/\/exemplo\.br\/\?a=1&amp;b=&quot;"/)
  })
})
