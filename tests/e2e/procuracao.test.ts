import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { cidada, empresa, senha } from '../../demo/pessoas.js'
import { casaDaDemo } from '../support/casa.js'
import { entrarComSenha } from '../support/conta.js'
import { daquiA } from '../support/dias.js'
import { choose, press, type } from '../support/keyboard.js'
import { abertura, focusedHeading } from '../support/steps.js'
import { type Visit, visit } from '../support/visit.js'

/** A page's first call is sent again with the server's nonce (RFC 9449 §8), and a procuração that ended answers 403. */
const expected = /status of 40[13]/

describe('a procuração, by keyboard', () => {
  const casa = casaDaDemo()

  it('is asked for, accepted, acted by, told in the history, and stops the moment it is ended', { timeout: 240_000 }, async (t) => {
    const procurador = await entrar(t, cidada.documento, 'Olá, Pessoa')
    await press(procurador.painel.getByRole('link', { name: 'Procurações' }))
    await press(procurador.painel.getByRole('button', { name: 'Pedir uma procuração' }))
    await focusedHeading(procurador.painel, 'Pedir para agir por alguém')
    await type(procurador.painel.getByRole('textbox', { name: 'CPF ou CNPJ de quem' }), '12.ABC.345/01DE-35')
    await type(procurador.painel.getByRole('textbox', { name: 'Nome da pessoa' }), empresa.nome)
    for (const poder of ['Fazer pedidos novos', 'Responder e escrever ao setor']) {
      await press(procurador.painel.getByRole('checkbox', { name: poder }), 'Space')
    }
    await procurador.painel.getByLabel('Vale até').fill(daquiA(30))
    await procurador.visita.look('pedido de procuração')
    await press(procurador.painel.getByRole('button', { name: 'Pedir', exact: true }))
    await procurador.painel.getByText('Esperando resposta').waitFor()

    const outorgante = await entrar(t, empresa.documento, 'Olá, Empresa')
    await press(outorgante.painel.getByRole('link', { name: 'Procurações' }))
    await press(outorgante.painel.getByRole('button', { name: `Aceitar: ${cidada.nome}` }))
    await press(outorgante.painel.getByRole('button', { name: 'Sim, aceitar' }))
    await outorgante.painel.locator('.estado', { hasText: 'Em vigor' }).waitFor()
    await outorgante.visita.look('procuração aceita')

    await procurador.visita.page.reload()
    await press(procurador.painel.getByRole('button', { name: `Agir por esta pessoa: ${empresa.nome}` }))
    await procurador.painel.locator('.agindo', { hasText: empresa.nome }).waitFor()
    await procurador.painel.locator('.processos .processo').first().waitFor()
    await procurador.visita.look('agindo por outra pessoa')
    assert.equal(await procurador.painel.locator('.processos .processo').count(), 3)

    const numero = await abrirEmNome(procurador.visita)
    await procurador.visita.page.goto(`${casa.server.address}/demo/painel.html`)
    for (const { painel, visita } of [procurador, outorgante]) {
      await visita.page.evaluate(() => (location.hash = '#painel=processos'))
      await press(painel.getByRole('link', { name: numero }))
      await focusedHeading(painel, numero)
      await press(painel.getByRole('link', { name: 'Andamento' }))
      await painel.getByText(`Por procuração: ${cidada.nome}`).waitFor()
    }
    await procurador.visita.look('o que foi feito por procuração')

    await press(outorgante.painel.getByRole('link', { name: 'Procurações' }))
    await press(outorgante.painel.getByRole('button', { name: `Encerrar: ${cidada.nome}` }))
    await press(outorgante.painel.getByRole('button', { name: 'Sim, encerrar' }))
    await outorgante.painel.getByText('Ver 1 que terminou').waitFor()

    await procurador.painel.locator('.aviso', { hasText: `A procuração de ${empresa.nome} não vale mais` }).waitFor()
    await focusedHeading(procurador.painel, 'Olá, Pessoa')
    await procurador.painel.locator('.contador', { hasText: '39' }).waitFor()
    assert.equal(await procurador.painel.locator('.agindo').count(), 0)
    await procurador.visita.look('procuração encerrada')
    assert.deepEqual([...procurador.visita.complaints, ...outorgante.visita.complaints], [])
  })

  it('evaluates, writes and gives up in the other’s name, whose open page tells each by whom, and is offered no more than it may', {
    timeout: 240_000,
  }, async (t) => {
    await conceder('acompanhar,responder,recorrer_desistir')
    const outorgante = await entrar(t, empresa.documento, 'Olá, Empresa')
    const procurador = await entrar(t, cidada.documento, 'Olá, Pessoa')
    await agir(procurador.painel)

    await abrirUm(procurador, 'Concluído')
    await press(procurador.painel.getByRole('button', { name: 'Avaliar o atendimento' }))
    await choose(procurador.painel.getByRole('radio', { name: 'Bom', exact: true }))
    await press(procurador.painel.getByRole('button', { name: 'Enviar avaliação' }))
    await procurador.painel.getByText('Avaliação enviada').first().waitFor()

    const numero = await abrirUm(procurador, 'Em andamento')
    const mesmo = await abrirUm(outorgante, 'Em andamento')
    assert.equal(mesmo, numero)
    await press(outorgante.painel.getByRole('link', { name: 'Mensagens' }))
    await press(procurador.painel.getByRole('link', { name: 'Mensagens' }))
    await type(procurador.painel.getByRole('textbox', { name: 'Escrever ao setor' }), 'Seguimos com interesse no alvará.')
    await press(procurador.painel.getByRole('button', { name: 'Enviar mensagem' }))
    const escrita = outorgante.painel.locator('.conversa li', { hasText: 'Seguimos com interesse no alvará.' })
    await escrita.getByText(`Por procuração: ${cidada.nome}`).waitFor()
    await outorgante.visita.look('escrita por procuração')

    await press(outorgante.painel.getByRole('link', { name: 'Andamento' }))
    await press(procurador.painel.getByRole('link', { name: 'Resumo' }))
    await press(procurador.painel.getByRole('button', { name: 'Desistir do pedido' }))
    await procurador.visita.look('desistência por procuração')
    await press(procurador.painel.locator('dialog').getByRole('button', { name: 'Desistir do pedido' }))
    await procurador.painel.locator('.selo', { hasText: 'Cancelado' }).waitFor()
    const fim = outorgante.painel.locator('.andamento > li').first()
    await fim.getByText(`Por procuração: ${cidada.nome}`).waitFor()
    await outorgante.painel.locator('.selo', { hasText: 'Cancelado' }).waitFor()
    await outorgante.visita.look('desistência contada a quem deu a procuração')

    await casa.database.sql`update procuracoes set revogada_em = now(), revogada_por = 'outorgante' where revogada_em is null`
    await procurador.painel.locator('.aviso', { hasText: `A procuração de ${empresa.nome} não vale mais` }).waitFor()
    await conceder('acompanhar')
    await agir(procurador.painel)
    await abrirUm(procurador, 'Pendente')
    await procurador.painel.locator('.fatos').waitFor()
    for (const nome of ['Responder', 'Desistir do pedido', 'Recorrer', 'Avaliar o atendimento']) {
      assert.equal(await procurador.painel.getByText(nome, { exact: true }).count(), 0, nome)
    }
    await procurador.visita.look('só acompanhando')
    assert.deepEqual([...procurador.visita.complaints, ...outorgante.visita.complaints], [])
  })

  /** Accepted, by the company of the demo, with some powers. */
  async function conceder(poderes: string): Promise<void> {
    const { sql } = casa.database
    await sql`
      insert into procuracoes (entidade_id, procuracao_id, outorgante_documento, outorgante_nome, procurador_id, procurador_documento,
        procurador_nome, poderes, de, ate, pedida_em, decisao, decidida_em)
      select e.entidade_id, gen_random_uuid(), ${empresa.documento}, ${empresa.nome}, c.conta_id, c.documento, c.nome,
             string_to_array(${poderes}, ','), current_date - 1, current_date + 30, now(), 'aceita', now()
        from entidades e, contas c where e.codigo = 'vila-serena' and c.documento = ${cidada.documento}`
  }

  async function agir(painel: Locator): Promise<void> {
    await press(painel.getByRole('link', { name: 'Procurações' }))
    await press(painel.getByRole('button', { name: `Agir por esta pessoa: ${empresa.nome}` }))
    await painel.locator('.agindo', { hasText: empresa.nome }).waitFor()
  }

  /** The newest process in a situacao. @returns its number */
  async function abrirUm({ visita, painel }: { visita: Visit; painel: Locator }, situacao: string): Promise<string> {
    await visita.page.evaluate(() => (location.hash = '#painel=processos'))
    const ligacao = painel.locator('.processo', { hasText: situacao }).first().getByRole('link')
    await ligacao.waitFor()
    const numero = (await ligacao.textContent()) ?? ''
    await press(ligacao)
    await focusedHeading(painel, numero)
    return numero
  }

  async function entrar(
    t: { after(fn: () => Promise<void>): void },
    documento: string,
    ola: string,
  ): Promise<{ visita: Visit; painel: Locator }> {
    const context = await casa.browser.newContext({ locale: 'pt-BR', viewport: { width: 900, height: 900 } })
    t.after(() => context.close())
    const visita = await visit(context, `${casa.server.address}/demo/painel.html`, { expected })
    const painel = visita.page.locator('protocolo-painel')
    await entrarComSenha(painel, documento, senha)
    await focusedHeading(painel, ola)
    return { visita, painel }
  }

  /** In the same tab, on a page that has the tag for it. @returns its number */
  async function abrirEmNome(visita: Visit): Promise<string> {
    await visita.page.goto(`${casa.server.address}/demo/simples.html`)
    const passos = abertura(visita)
    await passos.escolher('outros', 'Outros')
    await passos.comecar()
    await type(passos.texto('O que você precisa?'), 'Pedimos a limpeza da calçada.')
    await passos.continuar('Quem está pedindo')
    const novo = visita.page.locator('protocolo-novo')
    await novo.locator('.titular', { hasText: empresa.nome }).waitFor()
    await visita.look('pedindo por procuração')
    await press(novo.getByRole('checkbox', { name: 'Li como meus dados são usados' }), 'Space')
    await passos.continuar('Documentos')
    await passos.revisar()
    const { numero } = await passos.enviar('Outros', ['Pedimos a limpeza da calçada.', empresa.nome], [])
    return numero
  }
})
