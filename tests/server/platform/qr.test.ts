import assert from 'node:assert/strict'
import { it } from 'node:test'
import jsqr from 'jsqr'
import { qrPath } from '../../../server/platform/qr.js'

it('a QR code’s path decodes to its text, accents included, with a quiet zone of four modules', () => {
  for (const text of [
    'https://www.vilaserena.sp.gov.br/protocolo?protocolo=PMVS%202026%2F500100',
    'Prefeitura de São João — Ação',
    `https://exemplo.gov.br/${'x'.repeat(300)}`,
  ]) {
    const { lado, caminho } = qrPath(text)
    const scale = 4
    const side = lado * scale
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
    for (const [, x, y, width] of caminho.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      assert.ok(Number(x) >= 4 && Number(y) >= 4 && Number(x) + Number(width) <= lado - 4 && Number(y) < lado - 4)
      for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
        for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++) {
          pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
        }
      }
    }
    assert.equal(jsqr.default(pixels, side, side)?.data, text)
    assert.equal(caminho.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, ''), '', 'nothing but those rectangles')
  }
})
