#!/usr/bin/env node
import { existsSync } from 'node:fs'

// `protocolo … | head` closes the pipe: that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const program = new URL('../dist/server/cli.js', import.meta.url)
if (existsSync(program)) {
  const { cli } = await import(program)
  process.exitCode = await cli(process.argv.slice(2), process.env, { out: console.log, err: console.error })
} else {
  console.error('Falta construir o programa: rode npm run build.')
  process.exitCode = 1
}
