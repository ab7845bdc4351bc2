import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { arquivoDeEntidade } from '../../../server/contract/entidade.js'
import { lerArquivo } from '../../../server/modules/entidades/arquivo.js'

const folder = new URL('../../../demo/entidades/', import.meta.url)

for (const name of readdirSync(folder)) {
  describe(`demo/entidades/${name}`, () => {
    const entidade = v.parse(arquivoDeEntidade, JSON.parse(readFileSync(new URL(name, folder), 'utf8')))

    it('can be imported, without a warning', () => assert.deepEqual(lerArquivo(entidade, 'http://localhost:8787').avisos, []))

    it('is named by its codigo', () => assert.equal(`${entidade.codigo}.json`, name))

    it('has tipos that go to a unidade of the orgao that numbers them', () => {
      const casas = new Map(entidade.orgaos.flatMap((orgao) => orgao.unidades.map((unidade) => [unidade.codigo, orgao.sigla] as const)))
      for (const tipo of entidade.tipos) assert.equal(casas.get(tipo.unidade), tipo.orgao, tipo.codigo)
    })

    it('asks each thing once, and conditions look at earlier answers', () => {
      for (const tipo of entidade.tipos) {
        const before = new Set<string>()
        for (const campo of tipo.campos) {
          assert.ok(!before.has(campo.codigo), `${tipo.codigo}.${campo.codigo} twice`)
          if (campo.quando) assert.ok(before.has(campo.quando.campo), `${tipo.codigo}.${campo.codigo}`)
          before.add(campo.codigo)
        }
        for (const documento of tipo.documentos) if (documento.quando) assert.ok(before.has(documento.quando.campo), documento.codigo)
      }
    })

    it('tells the legal basis and who answers for personal data', () => {
      assert.match(entidade.avisoDePrivacidade.texto, /13\.709\/2018.*art\. 23/s)
      assert.ok(entidade.avisoDePrivacidade.texto.includes(entidade.encarregado.email))
    })

    it('is fictional: exemplo.br addresses and telephones of zeros', () => {
      const everything = JSON.stringify(entidade)
      for (const [, domain] of everything.matchAll(/@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g)) assert.match(domain ?? '', /exemplo\.br$/)
      for (const telefone of [entidade.contato.telefone, entidade.contato.whatsapp, entidade.encarregado.telefone]) {
        assert.match(telefone?.replace(/\D/g, '') ?? '', /^(0800)?0+\d{0,2}$/)
      }
    })
  })
}
