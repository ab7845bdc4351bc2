/** `npm run dev [entry]`: builds on every change and restarts the demo server, or another entry of `dist/`. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { build, root } from './build.mjs'

const entry = process.argv[2] ?? 'dist/demo/main.js'
const folders = ['server', 'widget', 'demo'].map((name) => join(root, name)).filter(existsSync)

const watched = new Set()

let server
let pending
let working = Promise.resolve()

async function rebuild() {
  const started = performance.now()
  try {
    await build()
  } catch (error) {
    return console.error(error.message)
  }
  console.log(`built in ${Math.round(performance.now() - started)} ms`)
  await stop()
  // In a group of its own: Ctrl+C must reach it once, from us. Twice, it would not wait for its database to stop.
  const detached = process.platform !== 'win32'
  server = spawn(process.execPath, ['--enable-source-maps', entry], { cwd: root, stdio: 'inherit', detached })
}

function stop() {
  return new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('exit', resolve)
    server.kill('SIGTERM')
  })
}

/** Folder by folder: on Linux the recursive watch of Node 20 loses a file that an editor puts in the place of the old one. */
function watchAll(folder) {
  if (!watched.has(folder)) {
    watched.add(folder)
    watch(folder, changed).on('error', () => watched.delete(folder))
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) watchAll(join(folder, entry.name))
}

function changed() {
  clearTimeout(pending)
  pending = setTimeout(() => {
    folders.forEach(watchAll)
    working = working.then(rebuild)
  }, 100)
}

folders.forEach(watchAll)
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await stop()
    process.exit()
  })
}
working = rebuild()
