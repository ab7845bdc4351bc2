import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { codigos } from '../../demo/guia/codigos.js'

const lugar = join('widget', 'base', 'avisos.ts')
const fontes = readdirSync('widget', { recursive: true, encoding: 'utf8' })
  .map((nome) => join('widget', nome))
  .filter((nome) => nome.endsWith('.ts') && nome !== lugar)
  .map((nome) => ({ nome, texto: readFileSync(nome, 'utf8') }))

it('nothing of the widget warns in the console but through `avisar`, with a code', () => {
  const sem = fontes.filter(({ texto }) => /console\s*\.\s*(warn|error|log|info)|console\[/.test(texto))
  assert.deepEqual(
    sem.map(({ nome }) => nome),
    [],
  )
})

it('every code that is in use is explained by the guide, and none that is not', () => {
  const usados = fontes.flatMap(({ texto }) => [...texto.matchAll(/'(P\d\d)'/g)].map(([, codigo = '']) => codigo))
  assert.deepEqual([...new Set(usados)].sort(), Object.keys(codigos).sort())
})

it('says of each code what it means where the codes stand', () => {
  const registro = readFileSync(lugar, 'utf8')
  for (const codigo of Object.keys(codigos)) assert.match(registro, new RegExp(`\`${codigo}\` [a-z]`))
})
