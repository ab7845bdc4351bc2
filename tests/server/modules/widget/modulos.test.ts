import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { modulosDe } from '../../../../server/modules/widget/modulos.js'

const meta = {
  'protocolo.js': { entryPoint: 'widget/protocolo.ts', bytes: 1, imports: [{ path: 'protocolo/chunk-A.js', kind: 'import-statement' }] },
  'protocolo/novo-1.js': {
    entryPoint: 'widget/elements/novo/novo.ts',
    imports: [
      { path: 'protocolo/chunk-A.js', kind: 'import-statement' },
      { path: 'protocolo/chunk-B.js', kind: 'import-statement' },
      { path: 'protocolo/conta-1.js', kind: 'dynamic-import' },
    ],
  },
  'protocolo/consulta-1.js': {
    entryPoint: 'widget/elements/consulta/consulta.ts',
    imports: [{ path: 'protocolo/chunk-A.js', kind: 'import-statement' }],
  },
  'protocolo/conta-1.js': { entryPoint: 'widget/elements/novo/conta.ts', imports: [] },
  'protocolo/chunk-A.js': { imports: [] },
  'protocolo/chunk-B.js': { imports: [{ path: 'protocolo/chunk-C.js', kind: 'import-statement' }] },
  'protocolo/chunk-C.js': { imports: [] },
}

describe('the code of tags', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'protocolo-modulos-'))

  it('is none before the first build', () => assert.deepEqual(modulosDe(['novo'], pasta), []))

  it('is each tag’s own and all that it imports, once, without what loads on use', () => {
    writeFileSync(join(pasta, 'meta.json'), JSON.stringify(meta))
    assert.deepEqual(modulosDe(['consulta'], pasta), ['protocolo/consulta-1.js', 'protocolo/chunk-A.js'])
    assert.deepEqual(modulosDe(['consulta', 'novo'], pasta).sort(), [
      'protocolo/chunk-A.js',
      'protocolo/chunk-B.js',
      'protocolo/chunk-C.js',
      'protocolo/consulta-1.js',
      'protocolo/novo-1.js',
    ])
  })
})
