import { writeFileSync } from 'node:fs'
import { paginaDePermissoes } from './permissoes.js'

writeFileSync('docs/permissoes.md', paginaDePermissoes())
