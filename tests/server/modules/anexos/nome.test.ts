import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Formato } from '../../../../server/domain/tipo.js'
import { limparNome } from '../../../../server/modules/anexos/nome.js'

describe('the name of a file', () => {
  const tabela: [nome: string, formato: Formato, limpo: string][] = [
    ['Contrato de compra.pdf', 'pdf', 'Contrato de compra.pdf'],
    ['FOTO.JPEG', 'jpg', 'FOTO.JPEG'],
    ['foto.pdf', 'jpg', 'foto.jpg'],
    ['relatorio.final', 'pdf', 'relatorio.final.pdf'],
    ['programa.exe', 'pdf', 'programa.exe.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\maria\\rg.png', 'png', 'rg.png'],
    ['pasta/', 'pdf', 'pasta.pdf'],
    ['', 'pdf', 'arquivo.pdf'],
    ['...', 'pdf', 'arquivo.pdf'],
    ['.pdf', 'pdf', 'pdf.pdf'],
    ['fatura\u202Efdp.exe', 'pdf', 'faturafdp.exe.pdf'],
    ['a\u0000b\r\nc.pdf', 'pdf', 'abc.pdf'],
    ['a\uD800b.pdf', 'pdf', 'ab.pdf'],
    ['<script>alert(1)</script>.pdf', 'pdf', 'script-.pdf'],
    ['árvore 🌳 caída.webp', 'webp', 'árvore 🌳 caída.webp'],
    ['cafe\u0301.pdf', 'pdf', 'café.pdf'],
    ['con.pdf', 'pdf', '_con.pdf'],
    ['laudo: "final"?.pdf', 'pdf', 'laudo- -final--.pdf'],
  ]
  for (const [nome, formato, limpo] of tabela) {
    it(`${JSON.stringify(nome)} as ${formato} is ${limpo}`, () => assert.equal(limparNome(nome, formato), limpo))
  }

  it('is never empty, never longer than 150, never holds a folder or a control character, and cleaning it again changes nothing', () => {
    const alfabeto = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }))
    fc.assert(
      fc.property(alfabeto, fc.constantFrom<Formato>('pdf', 'jpg', 'heic', 'docx'), (nome, formato) => {
        const limpo = limparNome(nome, formato)
        assert.match(limpo, /^[^/\\<>:"|?*\p{Cc}\p{Surrogate}]+\.[a-z]+$/iu)
        assert.ok([...limpo].length <= 150)
        assert.equal(limparNome(limpo, formato), limpo)
      }),
    )
  })
})
