import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { Locator } from 'playwright-core'
import { type Pessoa, senha, servidores } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { daquiA } from '../support/dias.js'
import { choose, press, type } from '../support/keyboard.js'
import { samplePdf } from '../support/sample-files.js'
import { focusedHeading } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'
import { abrirTapaBuraco } from '../support/walk.js'

/** The first call of a page is sent again with the server's nonce (RFC 9449 §8); an act on what changed meanwhile is refused, and a day too far away. */
const expected = /status of (401|409|422)/
const [atendente, gestora] = servidores
const segredo = 'A rua está no contrato que venceu.'

describe('a processo at the desk, by keyboard', () => {
  const casa = casaDaDemo()

  it('is received, forwarded with what only the team reads, changed by two at once, asked about and concluded', {
    timeout: 240_000,
  }, async (t) => {
    if (!atendente || !gestora) throw new Error('the demo has nobody at the desk')
    const cidadao = await aberta(t, 'simples.html')
    const recibo = await abrirTapaBuraco(cidadao)

    const bruno = await naMesa(t, atendente)
    await abrir(bruno, recibo.numero)
    await press(botao(bruno, 'Receber'))
    await mesa(bruno).getByText('Em andamento', { exact: true }).waitFor()
    await bruno.look('recebido')

    const carla = await naMesa(t, gestora)
    await abrir(carla, recibo.numero)
    await press(botao(carla, 'Despachar'))
    await choose(carla.page.getByRole('radio', { name: 'Quem fez o pedido pode ler' }))
    await type(texto(carla, 'Despacho'), 'Vamos marcar a vistoria.')

    await press(botao(bruno, 'Encaminhar'))
    await bruno.look('encaminhar')
    await choose(bruno.page.getByRole('radio', { name: 'Meio Ambiente' }))
    await choose(bruno.page.getByRole('radio', { name: 'Só a equipe lê' }))
    await type(texto(bruno, 'Despacho'), segredo)
    const parecer = samplePdf('parecer interno.pdf')
    const dialogo = bruno.page.waitForEvent('filechooser')
    await press(mesa(bruno).getByLabel('Escolher arquivos', { exact: true }))
    await (await dialogo).setFiles([parecer])
    await mesa(bruno).locator('.envio').getByText('recebido').waitFor()
    await choose(bruno.page.getByRole('radio', { name: 'Só a equipe abre' }))
    await bruno.look('encaminhar, preenchido')
    await press(mesa(bruno).locator('.ato').getByRole('button', { name: 'Encaminhar', exact: true }))
    await mesa(bruno).locator('.ato').waitFor({ state: 'detached' })

    await mesa(carla).getByText('O processo mudou enquanto você escrevia').waitFor()
    await carla.look('mudou')
    assert.equal(await texto(carla, 'Despacho').inputValue(), 'Vamos marcar a vistoria.')

    await press(botao(carla, 'Enviar mesmo assim'))
    await mesa(carla).locator('.ato').waitFor({ state: 'detached' })
    await press(botao(carla, 'Receber'))
    await press(botao(carla, 'Pedir ao cidadão'))
    await choose(carla.page.getByRole('radio', { name: 'Informação' }))
    await type(texto(carla, 'Explique o que falta'), 'Qual é o ponto de ônibus mais perto?')
    await mesa(carla).getByLabel('Responder até').fill(daquiA(400))
    await press(botao(carla, 'Enviar o pedido'))
    await mesa(carla).getByText('Escolha um dia dentro de um ano.').first().waitFor()
    await carla.look('longe demais')
    await mesa(carla).getByLabel('Responder até').fill(daquiA(20))
    await press(botao(carla, 'Enviar o pedido'))
    await mesa(carla).getByText('Pendente', { exact: true }).waitFor()

    await press(mesa(carla).getByRole('link', { name: /^Pendências/ }))
    await press(botao(carla, 'Dispensar: Qual é o ponto de ônibus mais perto?'))
    await type(texto(carla, 'Motivo'), 'Achamos no mapa.')
    await press(botao(carla, 'Dispensar'))
    await mesa(carla).getByText('Em andamento', { exact: true }).waitFor()

    await press(botao(carla, 'Concluir'))
    await choose(carla.page.getByRole('radio', { name: 'Atendido' }))
    await type(texto(carla, 'Despacho com os motivos'), 'O buraco foi tapado hoje.')
    await press(botao(carla, 'Concluir o processo'))
    await mesa(carla).getByText('Concluído', { exact: true }).waitFor()
    await carla.look('concluído')
    await press(mesa(carla).getByRole('link', { name: 'Andamento' }))
    await mesa(carla).getByText(segredo).waitFor()

    const visto = await consultado(casa.server.address, recibo)
    for (const publico of ['O buraco foi tapado hoje.', 'Achamos no mapa.']) assert.ok(visto.includes(publico), publico)
    for (const privado of [segredo, parecer.name]) assert.ok(!visto.includes(privado), `the citizen sees ${privado}`)
  })

  async function aberta(t: TestContext, pagina: string): Promise<Visit> {
    const context = await casa.browser.newContext({ locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/${pagina}`, { expected })
    t.after(() => assert.deepEqual(visita.complaints, []))
    return visita
  }

  async function naMesa(t: TestContext, { documento }: Pessoa): Promise<Visit> {
    const visita = await aberta(t, 'mesa.html')
    await type(texto(visita, 'CPF, CNPJ, usuário ou e-mail'), documento)
    await type(mesa(visita).locator('[name=senhaAtual]'), senha)
    await press(botao(visita, 'Entrar com senha'))
    await mesa(visita).locator('.abre-processo').first().waitFor()
    return visita
  }
})

const mesa = ({ page }: Visit): Locator => page.locator('protocolo-gestao')
const botao = (visita: Visit, name: string) => mesa(visita).getByRole('button', { name, exact: true })
const texto = (visita: Visit, name: string) => mesa(visita).getByRole('textbox', { name })

/** From the queue to one protocolo, by its number. */
async function abrir(visita: Visit, numero: string): Promise<void> {
  const busca = mesa(visita).getByRole('searchbox').first()
  await type(busca, numero)
  await visita.page.keyboard.press('Enter')
  await mesa(visita).locator('.abre-processo').nth(1).waitFor({ state: 'detached' })
  await press(mesa(visita).getByRole('link', { name: numero, exact: true }))
  await focusedHeading(mesa(visita), numero)
}

/** All that number and access code give. */
async function consultado(address: string, { numero, codigo }: { numero: string; codigo: string }): Promise<string> {
  const resposta = await fetch(`${address}/v1/entidades/vila-serena/consulta`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ numero, codigo }),
  })
  assert.equal(resposta.status, 200)
  return resposta.text()
}
