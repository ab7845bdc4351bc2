import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AchadoDoPainel } from '../../../../server/contract/meus.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarMeus } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const { platform, pessoa, pedir, abrirComo, liberar, revogar } = await montarMeus({ clock })
const { sql } = platform.db
type Pessoa = Awaited<ReturnType<typeof pessoa>>

const procurar = (quem: Pessoa, numero: string) => pedir(quem, 'GET', `/meus/procura?${new URLSearchParams({ numero })}`)
const achar = async (quem: Pessoa, numero: string) => ler<AchadoDoPainel>(await procurar(quem, numero), 200)

describe('a number that is looked for in the panel', () => {
  it('of one’s own leads to it, however it is written and whatever its secrecy', async () => {
    const quem = await pessoa()
    const { id, numero } = await abrirComo(quem)
    for (const escrito of [numero, ` ${numero.toLowerCase().replaceAll(' ', '')} `])
      assert.deepEqual(await achar(quem, escrito), { id, consulta: null })
    await sql`update protocolos set sigilo = 'sigiloso' where protocolo_id = ${id}`
    assert.deepEqual(await achar(quem, numero), { id, consulta: null })
  })

  it('of another’s shows what the number alone does, and leads to it only while a vista is in force', async () => {
    const [dono, quem] = [await pessoa(), await pessoa()]
    const { id, numero } = await abrirComo(dono)
    const nivel1: unknown = await ler(await pedir(quem, 'GET', `/consulta?${new URLSearchParams({ numero })}`), 200)
    assert.deepEqual(await achar(quem, numero), { id: null, consulta: nivel1 })
    await liberar(id, { documento: quem.cadastro.documento })
    assert.deepEqual(await achar(quem, numero), { id, consulta: null })
    await revogar(id, { documento: quem.cadastro.documento })
    assert.deepEqual(await achar(quem, numero), { id: null, consulta: nivel1 })
  })

  it('of another’s that is secret is not found, as one that never was', async () => {
    const [dono, quem] = [await pessoa(), await pessoa()]
    const { id, numero } = await abrirComo(dono)
    await sql`update protocolos set sigilo = 'restrito' where protocolo_id = ${id}`
    const secreto = await problemaDe(await procurar(quem, numero), 404)
    assert.deepEqual(await problemaDe(await procurar(quem, 'PME 2026/999999'), 404), secreto)
  })

  it('that is no number is told so', async () => {
    const quem = await pessoa()
    assert.equal((await problemaDe(await procurar(quem, 'poda'), 422)).codigo, 'numero_incompleto')
    await problemaDe(await procurar(quem, 'x'.repeat(101)), 400)
  })
})
