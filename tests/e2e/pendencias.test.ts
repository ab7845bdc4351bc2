import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cidada, senha } from '../../demo/pessoas.js'
import { hashDoCodigo } from '../../server/modules/protocolos/codigo.js'
import { casaDaDemo } from '../support/casa.js'
import { press, type } from '../support/keyboard.js'
import { samplePdf } from '../support/sample-files.js'
import { focusedHeading } from '../support/steps.js'
import { visit } from '../support/visit.js'

/** The first call of a page is sent again with the server's nonce (RFC 9449 §8). */
const expected = /status of 401/
const pdf = samplePdf('matricula.pdf')

describe('answering what was asked, by keyboard', () => {
  const casa = casaDaDemo()

  it('in the panel, with a file: it leaves the list, and the process goes on', { timeout: 240_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width: 900, height: 900 } })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/painel.html`, { expected })
    const painel = visita.page.locator('protocolo-painel')
    await type(painel.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' }), cidada.documento)
    await type(painel.locator('[name=senhaAtual]'), senha)
    await press(painel.getByRole('button', { name: 'Entrar com senha' }))
    await press(painel.getByRole('link', { name: /^Pendências/ }))
    await focusedHeading(painel, 'Minhas pendências')
    await painel.locator('.pendencia').first().waitFor()
    await visita.look('what waits')

    const pedida = painel.locator('.pendencia', { hasText: 'A matrícula enviada é antiga.' }).first()
    const numero = (await pedida.locator('.numero').textContent()) ?? ''
    await press(pedida.getByRole('link', { name: /^Responder/ }))
    await focusedHeading(painel, 'Responder ao setor')
    await visita.look('the form')
    await press(painel.getByRole('button', { name: 'Concluir' }))
    await painel.getByRole('link', { name: 'Envie ao menos um arquivo.' }).waitFor()
    await visita.look('what is missing')

    await painel.locator('input[type=file]').setInputFiles(pdf)
    await painel.locator('.envio', { hasText: 'recebido' }).waitFor()
    await type(painel.getByLabel('Comentário'), 'Segue a matrícula emitida ontem.')
    await press(painel.getByRole('button', { name: 'Concluir' }))
    await painel.locator('.resposta-recebida', { hasText: 'Era o que faltava.' }).waitFor()
    await visita.look('received')

    await press(painel.getByRole('link', { name: 'Ver o processo' }))
    await painel.locator('.selo', { hasText: 'Em andamento' }).waitFor()
    await press(painel.getByRole('link', { name: 'Andamento' }))
    await painel.getByText('Segue a matrícula emitida ontem.').waitFor()
    await painel.getByText('matricula.pdf').waitFor()
    await press(painel.getByRole('link', { name: /^Pendências/ }))
    await focusedHeading(painel, 'Minhas pendências')
    await painel.locator('.pendencia').first().waitFor()
    await painel.locator('.pendencia', { hasText: numero }).waitFor({ state: 'detached' })
    assert.deepEqual(visita.complaints, [])
  })

  it('by number and code, without a conta; and writes to the unidade there', { timeout: 240_000 }, async (t) => {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width: 400, height: 800 } })
    t.after(() => context.close())
    const { id, numero } = await quemAbreCom('DEM0-0000-0001')
    await casa.database.sql`update pendencias set especie = 'informacao' where protocolo_id = ${id}`
    const visita = await visit(context, `${casa.server.address}/vila-serena?protocolo=${encodeURIComponent(numero)}`, { expected })
    const consulta = visita.page.locator('protocolo-consulta')
    await type(consulta.locator('.protocolo [name=codigo]'), 'DEM0-0000-0001')
    await visita.page.keyboard.press('Enter')
    await type(consulta.getByLabel(/Resposta \(parecer\)/), 'A matrícula é a 12.345.')
    await visita.look('asked')
    await press(consulta.getByRole('button', { name: 'Concluir' }))
    await consulta.locator('.resposta-recebida', { hasText: 'Resposta recebida' }).waitFor()
    await visita.look('received')
    await type(consulta.getByLabel('Escrever ao setor'), 'Obrigada!')
    await press(consulta.getByRole('button', { name: 'Enviar mensagem' }))
    await consulta.locator('.conversa').getByText('Obrigada!').waitFor()
    await visita.look('written')
    assert.deepEqual(visita.complaints, [])
    const [linha] = await casa.database.sql`select situacao from protocolos where protocolo_id = ${id}`
    assert.equal(linha?.situacao, 'em_andamento')
  })

  /** The protocolo of the demo that a code opens: its number depends on the hour at which the demo began. */
  async function quemAbreCom(codigo: string): Promise<{ id: string; numero: string }> {
    const pendentes = await casa.database.sql<{ id: string; numero: string; hash: Buffer }[]>`
      select protocolo_id as id, numero, codigo_hash as hash from protocolos where situacao = 'pendente'`
    const aberto = pendentes.find(({ id, hash }) => hash.equals(hashDoCodigo(id, codigo)))
    assert.ok(aberto, `${codigo} opens no protocolo`)
    return aberto
  }
})
