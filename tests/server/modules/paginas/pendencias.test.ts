import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fixedClock } from '../../helpers/platform.js'
import { endereco, foto, montarPendencias } from '../pendencias/apoio.js'

const { app, comPendencias } = await montarPendencias({ clock: fixedClock('2026-11-21T12:00:00Z') })

async function consultar(campos: Record<string, string>): Promise<string> {
  const recebido = await app.request('/exemplo/consulta', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(campos).toString(),
  })
  return (await recebido.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe('consulting without script what waits for an answer', () => {
  it('shows with the code what is asked, until when, and how to answer it', async () => {
    const { numero, codigo } = await comPendencias([endereco, foto])
    const texto = await consultar({ numero, codigo })
    assert.match(texto, /Falta a sua resposta\. Veja abaixo o que o setor pediu\./)
    assert.match(texto, /O que o setor pediu Envie a foto da rua\. Responder até 01\/12\/2026 \(faltam 10 dias\)/)
    assert.match(texto, /Diga o número da casa em frente\. Responder até 03\/12\/2026/)
    assert.match(texto, /Para responder por aqui, é preciso um navegador com JavaScript/)
  })

  it('shows none of it by the number alone, and no list where nothing is asked', async () => {
    const { numero } = await comPendencias([foto])
    assert.doesNotMatch(await consultar({ numero, orgao: 'PME' }), /foto da rua/)
    const livre = await comPendencias([])
    assert.doesNotMatch(await consultar({ numero: livre.numero, codigo: livre.codigo }), /O que o setor pediu/)
  })
})
